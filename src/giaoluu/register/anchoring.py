"""Find again what a decision was about, by quote and context, in a text that may have changed.

>>> met = Quote("date", "2025-03-11", 5, 14, "11/3/2025", prefix="Ngày ", suffix=", tại Hà Nội")
>>> moved = replace(met, start=40, end=49, number=7)
>>> place(met, [moved], same_text=False).state
<State.MOVED: 'moved'>
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile

__all__ = ["Placement", "Quote", "State", "place", "replace"]

SURE = 0.25
"""Least share of the context that must stand around an exact quote whose text has changed."""

LIKE = 0.7
"""Least likeness of quote and context at which a changed quote is shown to a person."""


class State(StrEnum):
    """How a decision stands: on its words, moved with them, for a person to see, nowhere, or with nothing to do."""

    HELD = "held"
    MOVED = "moved"
    UNSURE = "unsure"
    LOST = "lost"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a claim with what they say; `about` are the words that its subject is known by."""

    property: str
    value: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    about: str = ""
    subject: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a decision stands: the number of the claim, and why there."""

    state: State
    number: int | None
    reason: str


def place(wanted: Quote, candidates: Sequence[Quote], *, same_text: bool) -> Placement:
    """Return where a decision stands among the claims that are read now; never by likeness alone."""
    fields = [quote for quote in candidates if quote.property == wanted.property]
    same = [quote for quote in fields if quote.exact == wanted.exact]
    if same_text:
        here = [quote for quote in same if quote.start == wanted.start]
        if here:
            return Placement(State.HELD, max(here, key=lambda quote: _kinship(wanted, quote)).number, "the same words")
        return _around(wanted, fields)
    if same:
        return _moved(wanted, same)
    return _like(wanted, fields)


def _kinship(wanted: Quote, quote: Quote) -> tuple[float, bool, bool]:
    """Return how much a claim on the very same words is the one that was judged."""
    return _likeness(wanted.about, quote.about), quote.value == wanted.value, quote.subject == wanted.subject


def _around(wanted: Quote, fields: list[Quote]) -> Placement:
    """Return the place in an unchanged text whose words are read otherwise now: a little wider or narrower, or not."""
    touching = [quote for quote in fields if quote.start < wanted.end and wanted.start < quote.end]
    if not touching:
        return Placement(State.LOST, None, "nothing is read from these words any more")
    best = max(touching, key=lambda quote: _kinship(wanted, quote))
    if best.value == wanted.value and (best.about == wanted.about or len(touching) == 1):
        return Placement(State.MOVED, best.number, "the same value, on words a little wider or narrower")
    return Placement(State.UNSURE, best.number, "other words at this place are read now")


def _moved(wanted: Quote, same: list[Quote]) -> Placement:
    """Return the place in a changed text whose words and context are those that were judged."""
    ranked = sorted(same, key=lambda quote: _rank(wanted, quote), reverse=True)
    best = ranked[0]
    if len(ranked) > 1 and _rank(wanted, ranked[1]) == _rank(wanted, best):
        return Placement(State.UNSURE, best.number, "the same words stand in several places")
    known = _likeness(wanted.about, best.about) >= LIKE and best.value == wanted.value
    if _context(wanted, best) >= SURE or (known and len(ranked) == 1):
        return Placement(State.MOVED, best.number, "the same words in the same context")
    return Placement(State.UNSURE, best.number, "the same words in another context")


def _like(wanted: Quote, fields: list[Quote]) -> Placement:
    """Return the likest changed words, for a person to see; none where nothing is like them."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted.prefix + wanted.exact + wanted.suffix)
    best, most = None, LIKE
    for quote in fields:
        matcher.set_seq1(quote.prefix + quote.exact + quote.suffix)
        if matcher.real_quick_ratio() >= most and matcher.quick_ratio() >= most and (found := matcher.ratio()) >= most:
            best, most = quote, found
    if best is None:
        return Placement(State.LOST, None, "the words are gone from the page")
    return Placement(State.UNSURE, best.number, "words like these stand there now")


def _rank(wanted: Quote, quote: Quote) -> tuple[float, float, bool]:
    """Return how well a claim fits: context first, then whom it is about, then its value; never its id."""
    return _context(wanted, quote), _likeness(wanted.about, quote.about), quote.value == wanted.value


def _likeness(one: str, other: str) -> float:
    """Return how much two short texts are alike, 1.0 for the same."""
    return 1.0 if one == other else round(SequenceMatcher(None, one, other, autojunk=False).ratio(), 2)


def _context(wanted: Quote, quote: Quote) -> float:
    """Return the share of the context that stands unchanged right before and behind the words."""
    whole = len(wanted.prefix) + len(wanted.suffix)
    before = _shared(wanted.prefix[::-1], quote.prefix[::-1])
    behind = _shared(wanted.suffix, quote.suffix)
    return (before + behind) / whole if whole else 1.0


def _shared(one: str, other: str) -> int:
    """Return how many signs two texts begin with together."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
