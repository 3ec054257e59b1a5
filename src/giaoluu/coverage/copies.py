"""Who copied whom: near-copies among texts of one language, found by MinHash without comparing all with all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from rensa import RMinHash, RMinHashLSH

from giaoluu.coverage.accounts import read_texts
from giaoluu.model.article import Article
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

MOST_MET = 16
"""A text is compared with so many of those that it meets: a thousand copies are tied through the first ones."""

WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Shingles:
    """The words in a row of one article, hashed, as often as needed to compare them."""

    reading: str
    rows: frozenset[int]
    sketch: RMinHash

    def share(self, other: "Shingles") -> tuple[float, float]:
        """Return the share of common rows: of both together, and of the shorter text."""
        common = len(self.rows & other.rows)
        return common / (len(self.rows | other.rows) or 1), common / (min(len(self.rows), len(other.rows)) or 1)


def shingles_of(article: Article) -> Shingles:
    """Return what an article is compared by: rows of words of its title and body."""
    words = [word for text in read_texts(article) for word in WORD.findall(text.casefold())]
    rows = [" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)]
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(rows)
    return Shingles(article.id, frozenset(crc32(row.encode()) for row in rows), sketch)


def copies(texts: Iterable[Shingles]) -> Iterator[TextTie]:
    """Yield the near-copies among texts, each pair once, in any order of texts the same.

    Texts are met through bands of their sketches, then compared by their words.
    """
    ordered = sorted((text for text in texts if len(text.rows) >= FEWEST_SHINGLES), key=lambda text: text.reading)
    index = RMinHashLSH(threshold=COPY_FROM, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number, text in enumerate(ordered):
        for earlier in sorted(index.query(text.sketch))[:MOST_MET]:
            if tie := copy_tie(ordered[earlier], text):
                yield tie
        index.insert(number, text.sketch)


def copy_tie(left: Shingles, right: Shingles) -> TextTie | None:
    """Return the tie between two texts of which one copies the other, whole or cut short; None where none does."""
    if min(len(left.rows), len(right.rows)) < FEWEST_SHINGLES:
        return None
    both, shorter = left.share(right)
    if both < COPY_FROM and shorter < PART_FROM:
        return None
    first, second = sorted((left.reading, right.reading))
    share, what = (both, "both texts") if both >= COPY_FROM else (shorter, "the shorter text")
    reason = f"{share:.0%} of the words of {what} stand in both, in a row"
    return TextTie(first, second, TextRelation.COPY, share, reason)
