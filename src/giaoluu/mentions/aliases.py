"""Short forms of bodies that the article introduces in brackets: "the Association (the Assoc.)"."""

import re
from collections.abc import Iterable

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.values import BodyValue

INTRODUCED = re.compile(rf"{SIGN['body']} ?[(（](?P<alias>[^()（）{SIGN['country']}{SIGN['place']}]{{2,20}})[)）]")


def find_aliases(tapes: Iterable[Tape]) -> dict[str, BodyValue]:
    """Return short form → body for every body that is followed by a short form in brackets, capitals first."""
    found: dict[str, BodyValue] = {}
    for tape in tapes:
        for match in INTRODUCED.finditer(tape.text):
            if not match["alias"][0].islower() and not match["alias"][0].isdigit():
                found.setdefault(match["alias"], tape.payload[match.start()].value)
    return found


def fold_aliases(tape: Tape, pack: Pack, aliases: dict[str, BodyValue]) -> Tape:
    """Return the tape with the article's own short forms folded as the bodies that they stand for.

    A short form is not one where a word follows that makes another word of it (`alias_not` in names.toml).
    """
    blocked = pack.list_of("names", "alias_not")
    found = []
    for alias, value in aliases.items():
        if alias not in tape.text:
            continue
        edge = r"(?<!\w){}(?!\w)" if pack.has_spaces else "{}"
        for match in re.finditer(edge.format(re.escape(alias)), tape.text):
            if not tape.folded[match.end() :].lstrip().startswith(blocked or ("\0",)):
                found.append(Found(match.start(), match.end(), "body", value, "alias"))
    return tape.fold(settle(found)) if found else tape
