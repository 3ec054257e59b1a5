"""A tape: one sentence in which every span found so far is folded to a single sign.

Rules of the next level see the sentence as words and signs, so that a pattern over span types is a
plain pattern over text. A tape keeps the way back to offsets of the article.

>>> tape = Tape.of("Ngày 5  tháng 9 tại Hà Nội")
>>> tape.folded
'ngày 5 tháng 9 tại hà nội'
>>> tape = tape.fold([Found(0, 14, "date", None), Found(19, 25, "place", "hanoi")])
>>> tape.folded == SIGN["date"] + " tại " + SIGN["place"]
True
>>> tape.span(6, 7)
(20, 26)
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from giaoluu.langs.signs import ANY_TYPE, BIT, SIGN

SPACES = re.compile(r"\s+")
START = itemgetter(0)

Wanted = Mapping[str, list[tuple[int, tuple[int, ...]]]]
"""Section → the numbers of its rules worth trying, each with the sets of span types (as bits) that it needs."""


class Found(NamedTuple):
    """A span on a tape: where, of which type, what it means, and the rule that found it."""

    start: int
    end: int
    type: str
    value: Any
    rule: str = ""
    weight: int = 0


@dataclass(slots=True, eq=False)
class Tape:
    """`text` and `folded` are equally long; each sign of them stands for a stretch of the article.

    A position is as many code points before its offset in the article as `shifts` says for the stretch between two
    `places`: those of the signs (and of runs of white space) that stand for more than one code point.
    """

    text: str
    folded: str
    places: list[int]
    shifts: list[int]
    payload: dict[int, Found] = field(default_factory=dict)
    wanted: Wanted | None = None
    """The rules worth trying, where that was asked for all sections at once."""
    types: int = 0
    """The types of span that may stand on the tape, one bit each."""

    @classmethod
    def of(cls, text: str, *, start: int = 0, end: int | None = None, signs: Mapping[int, str] | None = None) -> "Tape":
        """Return the tape of `text[start:end]` with runs of white space folded to one space.

        `signs` is a table as `str.translate` takes it, sign for sign: variants that match as one.

        >>> Tape.of("越南國會", signs={ord("國"): "国", ord("會"): "会"}).folded
        '越南国会'
        """
        piece = text[start:end]
        places, shifts, types = list[int](), [start], 0
        if "  " in piece or not piece.isprintable():  # elsewhere stand no two white spaces together, and no signs
            piece = _one_space(piece, places, shifts)
            types = ANY_TYPE
        folded = fold_case(piece)
        return cls(piece, folded.translate(signs) if signs else folded, places, shifts, types=types)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article's offsets of a stretch of the tape."""
        places, shifts = self.places, self.shifts
        if not places:
            return start + shifts[0], end + shifts[0]
        return start + shifts[bisect_left(places, start)], end + shifts[bisect_left(places, end)]

    @property
    def starts(self) -> list[int]:
        """The article's offset of each sign of the tape."""
        return [self.span(position, position)[0] for position in range(len(self.text))]

    def position(self, offset: int) -> int | None:
        """Return where on the tape an offset of the article is a sign's start or end, or None inside a sign."""
        if not self.places:
            return offset - self.shifts[0]
        at = bisect_left(self.places, offset, key=lambda place: self.span(place, place)[0])
        position = offset - self.shifts[at]
        return position if not at or position > self.places[at - 1] else None

    def fold(self, found: Iterable[Found]) -> "Tape":
        """Return a tape on which each span is one sign. Spans may not overlap; use `settle` first."""
        items = sorted(found, key=START)
        if not items:
            return self
        whole, whole_folded, old, old_shifts = self.text, self.folded, self.places, self.shifts
        text, folded = list[str](), list[str]()
        places, shifts, payload = list[int](), old_shifts[:1], dict[int, Found]()
        at = position = shift = 0
        types, count = self.types, len(old)
        for item in items:
            start = item.start
            while at < count and (place := old[at]) < start:
                if (kept := self.payload.get(place)) is not None:
                    payload[place - shift] = kept
                at += 1
                places.append(place - shift)
                shifts.append(old_shifts[at] + shift)
            sign = SIGN[item.type]
            text += whole[position:start], sign
            folded += whole_folded[position:start], sign
            position = item.end
            while at < count and old[at] < position:
                at += 1
            payload[start - shift] = item
            places.append(start - shift)
            shift += position - start - 1
            shifts.append(old_shifts[at] + shift)
            types |= BIT[item.type]
        places += [place - shift for place in old[at:]]
        shifts += [behind + shift for behind in old_shifts[at + 1 :]]
        payload.update((place - shift, kept) for place, kept in self.payload.items() if place >= position)
        rest, rest_folded = whole[position:], whole_folded[position:]
        return Tape(
            "".join([*text, rest]), "".join([*folded, rest_folded]), places, shifts, payload, self.wanted, types
        )

    def fitting(self, section: str) -> list[int] | None:
        """Return which rules of a section are worth trying: none whose slots need a span that is not there.

        None where that was not asked for all sections at once.
        """
        types, wanted = self.types, self.wanted
        if wanted is None:
            return None
        rules = wanted.get(section, ())
        return [number for number, needs in rules if not needs or all(map(types.__and__, needs))]

    def signs(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Found]]:
        """Yield (position, what was found) for the signs in a stretch, from left to right."""
        if end is None and not start:
            return iter(self.payload.items())
        end = len(self.text) if end is None else end
        return iter([(position, item) for position, item in self.payload.items() if start <= position < end])


def _one_space(piece: str, places: list[int], shifts: list[int]) -> str:
    """Return a text with each run of white space made one space; tell where, and how many code points that takes."""
    kept, position = list[str](), 0
    for match in SPACES.finditer(piece):
        start, end = match.span()
        if end - start > 1:
            kept += piece[position:start], " "
            places.append(start + shifts[0] - shifts[-1])
            shifts.append(shifts[-1] + end - start - 1)
            position = end
    return "".join([*kept, piece[position:]])


def fold_case(text: str) -> str:
    """Return text in lower case, sign by sign, so that its length never changes.

    >>> fold_case("ĐẠI SỨ İ")
    'đại sứ İ'
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def settle(found: Iterable[Found]) -> list[Found]:
    """Return spans that do not overlap: the heavier first, then the longer, then the earlier.

    >>> [f.value for f in settle([Found(0, 3, "place", "a"), Found(2, 9, "place", "b"), Found(9, 12, "place", "c")])]
    ['b', 'c']
    """
    items = list(found)
    if len(items) < 2:
        return items
    items.sort(key=START)
    if all(left.end <= right.start for left, right in pairwise(items)):
        return items
    kept: list[Found] = []
    taken = 0  # a bit for each position
    for item in sorted(items, key=_worth):
        cover = (1 << item.end) - (1 << item.start)
        if not taken & cover:
            taken |= cover
            kept.append(item)
    kept.sort(key=START)
    return kept


def _worth(item: Found) -> tuple[int, int, int]:
    return -item.weight, item.start - item.end, item.start
