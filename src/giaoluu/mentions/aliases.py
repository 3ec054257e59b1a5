"""Short forms of bodies that the article introduces in brackets: "the Association (the Assoc.)"."""

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.values import BodyValue

INTRODUCED = re.compile(rf"{SIGN['body']} ?[(（](?P<alias>[^()（）{SIGN['country']}{SIGN['place']}]{{2,20}})[)）]")


class Aliases:
    """The short forms by which an article names its bodies again, found in one pass over a sentence."""

    def __init__(self, tapes: Iterable[Tape], pack: Pack) -> None:
        """Collect the short forms that stand in brackets behind a body, capitals first."""
        found: dict[str, BodyValue] = {}
        for tape in tapes:
            for match in INTRODUCED.finditer(tape.text):
                if not match["alias"][0].islower() and not match["alias"][0].isdigit():
                    found.setdefault(match["alias"], tape.payload[match.start()].value)
        edge = r"(?<!\w){}(?!\w)" if pack.has_spaces else "{}"
        self.forms = [(re.compile(edge.format(re.escape(alias))), value) for alias, value in found.items()]
        self.automaton = AhoCorasick(list(found), implementation=Implementation.NoncontiguousNFA) if found else None
        self.blocked = pack.list_of("names", "alias_not") or ("\0",)

    def fold(self, tape: Tape) -> Tape:
        """Return the tape with the short forms folded as the bodies that they stand for.

        A short form is not one where a word follows that makes another word of it (`alias_not` in names.toml).
        """
        if self.automaton is None:
            return tape
        hits = {hit for hit, _, _ in self.automaton.find_matches_as_indexes(tape.text, overlapping=True)}
        found = [
            Found(match.start(), match.end(), "body", value, "alias")
            for form, value in (self.forms[hit] for hit in sorted(hits))
            for match in form.finditer(tape.text)
            if not tape.folded[match.end() :].lstrip().startswith(self.blocked)
        ]
        return tape.fold(settle(found)) if found else tape
