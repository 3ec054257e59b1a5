"""The sentence that a fact rests on, with its exact words apart."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from giaoluu.model.article import Article
from giaoluu.register.models import Claim

_END = re.compile(r"(?P<word>\w*)[.!?…]+[”\"')\]»]*\s+|[。！？；]+[”」』]*|\n+")
"""Where a sentence may end. A short word in capitals and a stop is an abbreviation: this is only for showing."""

LONGEST = 400
"""Code points of a sentence that are shown on each side of the exact words."""

_CUT_BEFORE, _CUT_AFTER = re.compile(r"^\S{1,30}\s"), re.compile(r"\s\S{1,30}$")
"""The rest of a word where a long sentence is cut; signs that stand without spaces are cut between any two."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim's words inside their sentence."""

    claim: Claim
    before: str
    after: str

    @property
    def exact(self) -> str:
        """The words themselves."""
        return self.claim.exact


def evidence_of(claim: Claim, article: Article) -> Evidence:
    """Return the sentence around a claim's words; it never leaves their zone."""
    zone = article.zone_at(claim.start)
    low, high = (zone.start, max(zone.end, claim.end)) if zone else (0, len(article.text))
    start, end = sentence(article.text[low:high], claim.start - low, claim.end - low)
    before, after = article.text[low + start : claim.start], article.text[claim.end : low + end]
    if len(before) > LONGEST:
        before = "…" + _CUT_BEFORE.sub("", before[-LONGEST:])
    if len(after) > LONGEST:
        after = _CUT_AFTER.sub("", after[:LONGEST]) + "…"
    return Evidence(claim, before, after)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence that holds `text[start:end]` begins and ends.

    >>> text = "Họ gặp nhau. Ngày 11/3, họ ký. Rồi về."
    >>> first, last = sentence(text, 18, 22)
    >>> text[first:last]
    'Ngày 11/3, họ ký.'
    """
    ends = _ends_of(text)
    before, after = bisect_right(ends, start), bisect_left(ends, end)
    first = ends[before - 1] if before else 0
    last = ends[after] if after < len(ends) else len(text)
    return first, first + len(text[first:last].rstrip())


@lru_cache(maxsize=64)
def _ends_of(text: str) -> list[int]:
    """Return where the sentences of a text end; one text is asked for many of its words."""
    return [found.end() for found in _END.finditer(text) if not _is_abbreviation(found["word"] or "")]


def _is_abbreviation(word: str) -> bool:
    """Say whether a word before a stop is cut short rather than last."""
    return word.isupper() and len(word) <= 3
