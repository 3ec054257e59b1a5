"""Who copied whom: near-copies among texts of one language, found by MinHash without comparing all with all."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from rensa import RMinHash

from giaoluu.coverage.accounts import read_texts
from giaoluu.model.article import Article
from giaoluu.model.letters import SIGNS, unmarked
from giaoluu.model.links import TextRelation, TextTie

PERMUTATIONS = 128
BANDS = 32
"""32 bands of 4 rows: texts that share half of their words in a row meet almost surely."""

SEED = 42
SHINGLE = 5
"""Words, or ideographs, in a row."""

FEWEST_SHINGLES = 40
"""A shorter text is a formula or a headline: that two of them agree says nothing."""

COPY_FROM = 0.6
"""Share of common shingles from which one text is a near-copy of the other."""

PART_FROM = 0.85
"""Share of the shorter text from which it is the other one cut short."""

SHARED_FROM, SHARED_PART_FROM = 0.4, 0.6
"""Shares of both texts, and of the shorter one, from which two reports go back to one text that both worked on."""

MOST_MET = 16
"""A text is compared with so many of those that it meets: a thousand copies are tied through the first ones."""

UNSIGNED = "I"
WIDTH = array(UNSIGNED).itemsize
WORD = re.compile(rf"[{SIGNS}]|[^\W_{SIGNS}]+")


@dataclass(frozen=True, slots=True)
class Shingles:
    """The words in a row of one article as sorted numbers of four bytes, and the bands in which its copies meet it."""

    reading: str
    rows: bytes
    bands: bytes

    @property
    def count(self) -> int:
        """How many rows of words there are."""
        return len(self.rows) // WIDTH

    def share(self, other: "Shingles") -> tuple[float, float]:
        """Return the share of common rows: of both together, and of the shorter text."""
        mine, its = set(_numbers(self.rows)), set(_numbers(other.rows))
        common = len(mine & its)
        return common / (len(mine | its) or 1), common / (min(len(mine), len(its)) or 1)

    def keys(self) -> Iterator[str]:
        """Yield what the text is filed under; copies share one. A text too short to tell has none."""
        if self.count >= FEWEST_SHINGLES:
            yield from (f"text {number} {band:08x}" for number, band in enumerate(_numbers(self.bands)))


def shingles_of(article: Article) -> Shingles:
    """Return what an article is compared by: rows of words of its title and body, without marks.

    One agency's text is printed with its marks here and without them there.
    """
    words = [word for text in read_texts(article) for word in WORD.findall(unmarked(text))]
    rows = [" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)]
    return Shingles(article.id, _bytes(sorted({crc32(row.encode()) for row in rows})), _bytes(_bands(rows)))


def _bands(rows: list[str]) -> Iterator[int]:
    """Yield the bands of a text: numbers that two texts have in common the likelier, the more rows they share."""
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(rows)
    digest, size = sketch.digest(), PERMUTATIONS // BANDS
    return (crc32(_bytes(digest[start : start + size])) for start in range(0, PERMUTATIONS, size))


def _bytes(numbers: Iterable[int]) -> bytes:
    return array(UNSIGNED, numbers).tobytes()


def _numbers(packed: bytes) -> "array[int]":
    return array(UNSIGNED, packed)


def copies(texts: Iterable[Shingles]) -> Iterator[TextTie]:
    """Yield the near-copies among texts, each pair once, in any order of texts the same.

    Texts are met through bands of their sketches, one band after the other, then compared by their words.
    """
    ordered = sorted((text for text in texts if text.count >= FEWEST_SHINGLES), key=lambda text: text.reading)
    met: dict[int, set[int]] = {}
    for band in range(BANDS):
        buckets: dict[int, list[int]] = defaultdict(list)
        for number, text in enumerate(ordered):
            bucket = buckets[_numbers(text.bands)[band]]
            if bucket:
                met.setdefault(number, set()).update(bucket)
            if len(bucket) < MOST_MET:
                bucket.append(number)
    for number, others in sorted(met.items()):
        for earlier in sorted(others)[:MOST_MET]:
            if tie := copy_tie(ordered[earlier], ordered[number]):
                yield tie


def copy_tie(left: Shingles, right: Shingles) -> TextTie | None:
    """Return the tie between two texts of which one copies the other, whole or cut short; None where none does."""
    return _tie(left, right, TextRelation.COPY, COPY_FROM, PART_FROM)


def shared_text_tie(left: Shingles, right: Shingles) -> TextTie | None:
    """Return the tie between two texts that were both made from a third: too much is said in the same words.

    They are one witness; that they tell one activity, the words alone do not say: formulas are shared as well.
    """
    return _tie(left, right, TextRelation.SAME_SOURCE, SHARED_FROM, SHARED_PART_FROM)


def _tie(left: Shingles, right: Shingles, relation: TextRelation, from_both: float, from_part: float) -> TextTie | None:
    if min(left.count, right.count) < FEWEST_SHINGLES:
        return None
    both, shorter = left.share(right)
    if both < from_both and shorter < from_part:
        return None
    first, second = sorted((left.reading, right.reading))
    share, what = (both, "both texts") if both >= from_both else (shorter, "the shorter text")
    reason = f"{share:.0%} of the words of {what} stand in both, in a row"
    return TextTie(first, second, relation, share, reason)
