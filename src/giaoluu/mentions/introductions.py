"""People whom a line introduces that is nothing but name, honorific and country ("H.E. Ms Eva Lind, Norway")."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Found, Tape
from giaoluu.model.spans import Span

LINE = re.compile(rf"[#* -]*({SIGN['person']}), ({SIGN['country']})[ *]*(?:\(.*)?$")


class Introduction(NamedTuple):
    """Where a person and the country beside the name stand, and the post with which the next sentence opens."""

    person: Found
    start: int
    code: str
    country_at: tuple[int, int]
    post: Found | None
    post_at: tuple[int, int]


def introductions(tapes: Sequence[Tape]) -> Iterator[Introduction]:
    """Yield the people whom such lines introduce; a post of their country that opens the next sentence is theirs."""
    for tape, behind in zip_longest(tapes, tapes[1:]):
        match = LINE.match(tape.text)
        if match is None or tape.payload[match.start(1)].value.honorific_at is None:
            continue
        person, country = tape.payload[match.start(1)], tape.payload[match.start(2)].value
        first = behind.payload.get(0) if behind else None
        post = first if first and first.type == "post" and first.value.country == country.code else None
        at = behind.span(0, 1) if behind and post else (0, 0)
        start = tape.span(match.start(1), match.end(1))[0]
        yield Introduction(person, start, country.code, tape.span(match.start(2), match.end(2)), post, at)


def side_of_introduced(
    told: Mapping[int, tuple[str, Span]], side: Callable[[list[Span]], tuple[str, Span] | None], spans: list[Span]
) -> tuple[str, Span] | None:
    """Return the country that a line introducing somebody tells (by where it names them), or what `side` tells."""
    return next((told[span.start] for span in spans if span.start in told), None) or side(spans)
