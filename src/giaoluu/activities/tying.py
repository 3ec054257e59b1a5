"""Ties what is said to the activity in which it is said, and to the headline that says it once more."""

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from giaoluu.langs.tape import fold_case
from giaoluu.model.activities import JOINT, ActivityMention, Quotation, Status
from giaoluu.model.article import Article
from giaoluu.model.letters import SIGNS
from giaoluu.model.spans import Span

ECHO = 0.6
"""Share of a headline's pairs of words that a quotation holds when the headline repeats it."""

SHORT = 4
"""Pairs of words up to which a headline is too short to be told from a common phrase."""

PIECES = re.compile(rf"[{SIGNS}]|[^\W\d_{SIGNS}]+")


def tied(
    quotations: Sequence[Quotation], activities: Sequence[ActivityMention], article: Article
) -> tuple[Quotation, ...]:
    """Return the quotations with their activity, the sides of joint words, and the headline as an echo."""
    whole = [one for one in activities if one.main and not _is_past(one)]
    if not whole:
        return tuple(quotations)
    told = sorted((span.start, number) for number, one in enumerate(whole) for span in one.evidence)
    told_of: dict[str, list[tuple[int, int]]] = {}
    for start, number in told:
        for party in {participant.party for participant in whole[number].participants}:
            told_of.setdefault(party, []).append((start, number))
    headline = _pairs(article.title.span.exact.rpartition(":")[2]) if article.title else set()
    best = max(quotations, key=lambda quotation: _likeness(quotation, headline), default=None)
    result = []
    for quotation in quotations:
        one = whole[_where(quotation, told_of.get(quotation.speaker or "", []), told)]
        sides = quotation.sides
        if quotation.speaker == JOINT:
            sides = tuple(sorted({participant.side for participant in one.participants if participant.side}))
        echoes = _echoes(quotation, article, headline) if quotation is best else ()
        result.append(replace(quotation, activity=one.id, sides=sides, echoes=echoes))
    return tuple(result)


def _is_past(activity: ActivityMention) -> bool:
    return activity.status is not None and activity.status.value in {Status.RECALLED, Status.RECURRING}


def _where(quotation: Quotation, *told: list[tuple[int, int]]) -> int:
    """Return the activity told last before a quotation in which its speaker takes part, else told last, else first."""
    end = (quotation.sentence or quotation.content).end
    before = (some[at - 1][1] for some in told if (at := bisect_left(some, (end,))))
    return next(before, 0)


def _echoes(quotation: Quotation, article: Article, headline: Set[tuple[str, str]]) -> tuple[Span, ...]:
    """Return the headline where it says a quotation once more."""
    if article.title is None or _likeness(quotation, headline) < ECHO:
        return ()
    span = article.title.span
    start = span.end - len(span.exact.rpartition(":")[2].lstrip())
    return (article.span(start, span.end),)


def _likeness(quotation: Quotation, headline: Set[tuple[str, str]]) -> float:
    """Return which share of the headline's pairs of words stand in a quotation, 0 to 1; 0 for a headline too short."""
    return len(headline & _pairs(quotation.content.exact)) / len(headline) if len(headline) > SHORT else 0.0


def _pairs(text: str) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring words (in Han script: signs) of a text."""
    words = PIECES.findall(fold_case(text))
    return set(pairwise(words))
