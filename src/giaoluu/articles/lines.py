"""Lines of a stripped page, with the few measures by which zones are told apart."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from giaoluu.langs.furniture import fold

LOOK = 600
"""Code points of each end of a line that are looked at: a line of megabytes is as cheap as a paragraph."""

HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
CLOSERS = " \t\u00a0\"'\u201d\u2019\u00bb\u300d\u300f)\uff09]\u3011*_|"
STOPS = ".!?\u2026\u3002\uff01\uff1f\uff0e"
SENTENCE_BREAK = re.compile(
    r"[.!?\u2026](?:(?<=\w{3}.)|(?<=[\"\u201d)%].))[\"\u201d\u2019)\u00bb]*\s+\S|[\u3002\uff01\uff1f](?=.)"
)
IMAGE = re.compile(r"\s*\|?\s*!\[|\s*</?(?:figure|figcaption|img|picture)\b", re.IGNORECASE)
MARKUP = re.compile(r"^(?:\s*(?:#{1,6}\s|>|\*\*|[-*\u2022\u25cf\u25e6+]\s|\d{1,2}[.)]\s))")
HAN_PER_WORD = 1.6


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: where it stands without its outer spaces, and how it looks.

    `units` counts words, and Han characters as fractions of a word. `prose` is a line of whole
    sentences; `headline` one of some words that ends in no stop. `after_blank` says that a blank
    line stands before it. `key` is the line as compared with others.
    """

    start: int
    end: int
    text: str
    key: str
    units: float
    stopped: bool
    sentences: bool
    marked: bool
    image: bool
    after_blank: bool
    repeats: int | None = None
    doubled: bool = False

    @property
    def prose(self) -> bool:
        """Say whether the line is made of whole sentences, or is too long for anything else."""
        if self.image:
            return False
        return (self.stopped and self.units >= 9) or (self.sentences and self.units >= 20) or self.units >= 45

    @property
    def headline(self) -> bool:
        """Say whether the line looks like the headline of a page."""
        return not self.prose and not self.image and 4 <= self.units < 45


def lines_of(text: str) -> list[Line]:
    """Return the lines that are not blank, each with its first repetition marked.

    >>> [(line.start, line.text, line.repeats) for line in lines_of("A b c d\\n\\nA b c d\\n")]
    [(0, 'A b c d', None), (9, 'A b c d', 0)]
    """
    first: dict[str, int] = {}
    found = []
    for line in _lines(text):
        earlier = first.setdefault(line.key, line.start) if line.key else line.start
        found.append(line if earlier == line.start else _repeating(line, earlier))
    return found


def counts(lines: list[Line]) -> Counter[str]:
    """Return how often each line of some words stands on the page."""
    return Counter(line.key for line in lines if line.units >= 3)


def _repeating(line: Line, earlier: int) -> Line:
    """Return the line as a repetition of an earlier one."""
    return Line(
        line.start, line.end, line.text, line.key, line.units, line.stopped, line.sentences,
        line.marked, line.image, line.after_blank, earlier, line.doubled,
    )  # fmt: skip


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that are not blank."""
    position, blank = 0, False
    while position <= len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        raw = text[position:stop]
        words = raw.strip()
        if words:
            start = position + len(raw) - len(raw.lstrip())
            yield _line(start, words, after_blank=blank)
        blank = not words
        position = stop + 1


def _line(start: int, words: str, *, after_blank: bool) -> Line:
    """Measure one line by its two ends."""
    long = len(words) > 2 * LOOK
    ends = f"{words[:LOOK]} {words[-LOOK:]}" if long else words
    han = 0 if ends.isascii() else sum(map(len, HAN.findall(ends)))
    units = han / HAN_PER_WORD + (ends.count(" ") + 1 if han < len(ends) / 2 else 0)
    tail = ends.rstrip(CLOSERS)[-1:]
    half, odd = divmod(len(words), 2)
    return Line(
        start=start,
        end=start + len(words),
        text=words,
        key=f"{fold(ends)}{len(words)}" if long else fold(words),
        units=units,
        stopped=tail in STOPS and tail != "",
        sentences=SENTENCE_BREAK.search(ends) is not None,
        marked=MARKUP.match(ends) is not None,
        image=ends[0] in "!|<" and IMAGE.match(ends) is not None,
        after_blank=after_blank,
        doubled=bool(odd) and units >= 4 and words[half] == " " and words[:half] == words[half + 1 :],
    )
