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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from giaoluu.langs.signs import SIGN

SPACES = re.compile(r"\s+")


class Found(NamedTuple):
    """A span on a tape: where, of which type, what it means, and the rule that found it."""

    start: int
    end: int
    type: str
    value: Any
    rule: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Tape:
    """`text` and `folded` are equally long; sign number i covers `[starts[i], ends[i])` of the article."""

    text: str
    folded: str
    starts: list[int]
    ends: list[int]
    payload: dict[int, Found] = field(default_factory=dict)
    wanted: Mapping[str, Sequence[int]] | None = None
    """Section → rules worth trying, where that was asked for all sections at once."""

    @classmethod
    def of(cls, text: str, *, start: int = 0, end: int | None = None, signs: Mapping[int, str] | None = None) -> "Tape":
        """Return the tape of `text[start:end]` with runs of white space folded to one space.

        `signs` is a table as `str.translate` takes it, sign for sign: variants that match as one.

        >>> Tape.of("越南國會", signs={ord("國"): "国", ord("會"): "会"}).folded
        '越南国会'
        """
        end = len(text) if end is None else end
        piece = text[start:end]
        starts, ends = list(range(start, end)), list(range(start + 1, end + 1))
        for match in reversed([m for m in SPACES.finditer(piece) if m.end() - m.start() > 1]):
            first, last = match.span()
            piece = piece[:first] + " " + piece[last:]
            starts[first + 1 : last] = []
            ends[first : last - 1] = []
        folded = fold_case(piece)
        return cls(piece, folded.translate(signs) if signs else folded, starts, ends)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article's offsets of a stretch of the tape."""
        return self.starts[start], self.ends[end - 1]

    def fold(self, found: Iterable[Found]) -> "Tape":
        """Return a tape on which each span is one sign. Spans may not overlap; use `settle` first."""
        items = sorted(found)
        if not items:
            return self
        text, folded = list[str](), list[str]()
        starts, ends, payload = list[int](), list[int](), dict[int, Found]()
        before = iter([*self.payload.items(), (len(self.text), None)])
        at, kept = next(before)
        position = 0
        for item in [*items, None]:
            stop = len(self.text) if item is None else item.start
            shift = len(starts) - position
            while kept is not None and at < stop:
                payload[at + shift] = kept
                at, kept = next(before)
            text.append(self.text[position:stop])
            folded.append(self.folded[position:stop])
            starts += self.starts[position:stop]
            ends += self.ends[position:stop]
            if item is None:
                break
            payload[len(starts)] = item
            text.append(SIGN[item.type])
            folded.append(SIGN[item.type])
            starts.append(self.starts[item.start])
            ends.append(self.ends[item.end - 1])
            position = item.end
            while kept is not None and at < position:
                at, kept = next(before)
        return Tape("".join(text), "".join(folded), starts, ends, payload, self.wanted)

    def signs(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Found]]:
        """Yield (position, what was found) for the signs in a stretch, from left to right."""
        end = len(self.text) if end is None else end
        return ((position, item) for position, item in self.payload.items() if start <= position < end)


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
    kept: list[Found] = []
    taken: set[int] = set()
    for item in sorted(found, key=lambda f: (-f.weight, f.start - f.end, f.start)):
        cover = range(item.start, item.end)
        if not any(position in taken for position in cover):
            taken.update(cover)
            kept.append(item)
    return sorted(kept)
