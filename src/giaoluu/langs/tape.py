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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from giaoluu.langs.signs import SIGN, TYPE_OF

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
        text, folded = [], []
        starts, ends, payload = list[int](), list[int](), dict[int, Found]()
        position = length = 0
        for item in sorted(found):
            length += self._keep(position, item.start, (text, folded, starts, ends, payload), length)
            sign = SIGN[item.type]
            text.append(sign)
            folded.append(sign)
            starts.append(self.starts[item.start])
            ends.append(self.ends[item.end - 1])
            payload[length] = item
            length += 1
            position = item.end
        self._keep(position, len(self.text), (text, folded, starts, ends, payload), length)
        return Tape("".join(text), "".join(folded), starts, ends, payload)

    def _keep(self, first: int, last: int, parts: Any, length: int) -> int:
        """Copy an untouched stretch to the parts of a new tape; return how long it is."""
        text, folded, starts, ends, payload = parts
        text.append(self.text[first:last])
        folded.append(self.folded[first:last])
        starts.extend(self.starts[first:last])
        ends.extend(self.ends[first:last])
        for position, item in self.payload.items():
            if first <= position < last:
                payload[position - first + length] = item
        return last - first

    def signs(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Found]]:
        """Yield (position, what was found) for the signs in a stretch, from left to right."""
        end = len(self.text) if end is None else end
        return ((position, self.payload[position]) for position in sorted(self.payload) if start <= position < end)


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


def type_at(tape: Tape, position: int) -> str | None:
    """Return the type of the span folded at a position, or None for a letter."""
    return TYPE_OF.get(tape.folded[position]) if 0 <= position < len(tape.folded) else None
