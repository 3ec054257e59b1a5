"""Posts together with the office in front of them, where no space sets words apart: "外語學院" + "院長"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from giaoluu.langs.pack import Pack, pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Found, Tape
from giaoluu.mentions.bodies import code_of
from giaoluu.mentions.names_han import name_at
from giaoluu.mentions.names_script import script_of
from giaoluu.mentions.values import BodyValue, PlaceValue, PostValue
from giaoluu.model.letters import SIGNS

LONGEST = 22
"""Signs of an office in front of a post."""
BACK = re.compile(rf"[{SIGNS}·/—–-]|[{SIGN['place']}{SIGN['body']}{SIGN['country']}]")
"""What an office may be made of."""


def office_posts(tape: Tape, language: Pack) -> Iterator[Found]:
    """Yield posts that tell no country and no body, together with the words of their office right in front of them.

    The words reach back to a mark, or to one of the pack's `office_opens` (words behind which a post begins), and end
    with one of its `office_heads` (what an office is called last: a faculty, a bureau) or with a town or body, or the
    name of the holder follows the post: else they might be that name themselves.
    """
    offices = _offices(language.code)
    if offices is None:
        return
    script = script_of(language.code)
    for position, item in tape.signs():
        if item.type != "post" or not isinstance(item.value, PostValue) or item.value.country or item.value.body:
            continue
        start = _start(tape.folded, position, offices.opens)
        if start is None or start == position:
            continue
        named = offices.held.match(language.fold(item.value.words)) or name_at(tape.folded, position + 1, script)
        if named or offices.ends.search(tape.folded, start, position):
            yield Found(start, position + 1, "post", _lengthened(tape, start, position), item.rule)


@dataclass(frozen=True)
class Offices:
    """What tells an office: what one ends with, what a post begins with that holds its end, what stands before one."""

    ends: re.Pattern[str]
    held: re.Pattern[str]
    opens: re.Pattern[str]


@cache
def _offices(code: str) -> Offices | None:
    """Return what tells offices in a language, compiled once; None where its pack lists nothing."""
    own = pack(code)
    lists = (own.list_of("posts", key) for key in ("office_heads", "office_opens"))
    heads, opens = (sorted(words, key=len, reverse=True) for words in lists)
    if not heads or not opens:
        return None
    ends, held, before = (
        "|".join(map(re.escape, words)) for words in (heads, [one for one in heads if len(one) > 1], opens)
    )
    seats, post = SIGN["place"] + SIGN["body"], r"(?=..)"  # the head of a general association is no office of one
    return Offices(re.compile(f"(?:{ends}|[{seats}])$"), re.compile(f"(?:{held}){post}"), re.compile(before))


def _start(text: str, end: int, opens: re.Pattern[str]) -> int | None:
    """Return where the words in front of a post begin, or None where nothing sets them apart from those before."""
    start = end
    while start and end - start < LONGEST and BACK.match(text, start - 1):
        start -= 1
    behind = [match.end() for match in opens.finditer(text, start, end)][-1:]
    if not behind and start and BACK.match(text, start - 1):
        return None
    return max(start, *behind, text.rfind(SIGN["country"], start, end))


def _lengthened(tape: Tape, start: int, position: int) -> PostValue:
    """Return a post with the words of its office, and with the country, body and town that they name."""
    value: PostValue = tape.payload[position].value
    value = replace(value, words=tape.text[start : position + 1])
    for at, item in tape.signs(start, position):
        where = tape.span(at, at + 1)
        if value.country is None and value.body is None and (code := code_of(item.value)):
            value = replace(value, country=code, country_at=where)  # an office of a body of no country is of none
        if value.body is None and isinstance(item.value, BodyValue):
            value = replace(value, body=item.value, body_at=where)
        if value.seat is None and isinstance(item.value, PlaceValue):
            value = replace(value, seat=(item.value, *where))
    return value
