"""Two accounts side by side: whose they are, what both say, what only one says, what is stronger in one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from giaoluu.coverage.accounts import ENCOUNTER, Account
from giaoluu.coverage.evidence import judge
from giaoluu.coverage.linking import text_tie_of
from giaoluu.coverage.prints import Print, Same, print_of
from giaoluu.coverage.statements import ALIKE_FROM, Statement, alike, statements_of
from giaoluu.langs.kinds import kind as kind_named
from giaoluu.model.activities import ActivityMention, Strength
from giaoluu.model.errors import ArticleError
from giaoluu.model.links import (
    Aligned,
    Comparison,
    Decision,
    Identities,
    Stronger,
    TextRelation,
    TextTie,
    Tie,
    Topic,
    Voice,
)
from giaoluu.model.reading import Reading

JOINS_FROM = 0.35
"""From here on a statement left over may be part of an aligned one: one reporter joins what the other tells apart."""

VISIT = "visit"
"""The kind of activity that holds meetings of its days."""

NEXT_TO = 0.34
"""How far a statement may stand from the one that it is joined to, in its account."""


def compare(left: Reading, right: Reading, identities: Identities) -> Comparison:
    """Return two accounts of one activity side by side.

    >>> from giaoluu import captures, read, samples
    >>> from giaoluu.coverage.names import PrintedNames
    >>> pages = captures([str(samples.page_of(name)) for name in ("ceramics-en", "ceramics-sv")])
    >>> found = compare(*map(read, pages), PrintedNames())
    >>> found.same_activity.decision.value, len(found.aligned) > 2
    ('same', True)
    """
    for reading in (left, right):
        if not reading.activities:
            raise ArticleError(f"{reading.id}: no activity was read in it; compare reports of one activity")
    prints = Same().print(print_of(left), identities), Same().print(print_of(right), identities)
    text = text_tie_of(*prints, identities)
    tie = _surest(prints[0].accounts, prints[1].accounts, identities, text)
    mine = statements_of(left, _told_with(left, _activity(tie, left)), identities)
    its = statements_of(right, _told_with(right, _activity(tie, right)), identities)
    one_text = text is not None and text.relation is not TextRelation.SAME_SOURCE
    aligned = _aligned(mine, its, identities, one_text=one_text)
    taken_left = {id for one in aligned for id in one.left}
    taken_right = {id for one in aligned for id in one.right}
    voices = tuple(_voice(one, _activity(tie, reading)) for one, reading in zip(prints, (left, right), strict=True))
    return Comparison(
        voices[0],
        voices[1],
        tie,
        aligned,
        tuple(one.id for one in mine if one.id not in taken_left),
        tuple(one.id for one in its if one.id not in taken_right),
        _topics(mine, its),
        _order(aligned, mine, its),
        _one_sided(voices[0], voices[1], tie, text),
    )


def _surest(left: Sequence[Account], right: Sequence[Account], identities: Identities, text: TextTie | None) -> Tie:
    """Return the surest tie between the accounts of two readings; main ones before what is only mentioned."""
    ties = [
        ((one.main and other.main, tie.decision is Decision.SAME, tie.score), tie)
        for one in left
        for other in right
        if (tie := judge(one, other, identities, text=text))
    ]
    return max(ties, key=lambda one: (one[0], str(one[1].right)))[1]


def _activity(tie: Tie, reading: Reading) -> str | None:
    """Return the id of the compared activity in one of the readings."""
    return next((key.activity for key in (tie.left, tie.right) if key.reading == reading.id), None)


def _told_with(reading: Reading, activity: str | None) -> tuple[str, ...] | None:
    """Return an activity, its parts, and what holds it: of talks on a visit a page may tie the words to the visit."""
    own = next((one for one in reading.activities if one.id == activity), None)
    if own is None:
        return None
    others = (one for one in reading.activities if one is not own)
    return (own.id, *(one.id for one in others if _goes_with(one, own)))


def _goes_with(other: ActivityMention, own: ActivityMention) -> bool:
    if other.part_of == own.id or own.part_of == other.id:
        return True
    is_visit = other.main and VISIT in {other.kind.value, own.kind.value}
    if not (is_visit or _is_told_anew(other, own)):
        return False
    return other.date is None or own.date is None or other.date.value.overlaps(own.date.value)


def _is_told_anew(other: ActivityMention, own: ActivityMention) -> bool:
    """Say whether two encounters are of the same parties: a headline says that they met, the text that they talked."""
    mine, its = ({participant.party for participant in one.participants} for one in (own, other))
    is_encounter = all(kind_named(one.kind.value).group == ENCOUNTER for one in (own, other))
    return is_encounter and mine == its and len(mine) > 1


def _voice(one: Print, activity: str | None) -> Voice:
    """Return whose account a reading is."""
    origin = one.origin
    side = f"side by {origin.side_reason}" if origin.side_reason else "nothing shows the side"
    if origin.credit_words:
        return Voice(one.reading, activity, origin.credit_words, origin.side, f"the report credits it; {side}")
    whose = origin.source_words or origin.outlet
    if whose is None:
        reason = "the page names neither a credited body nor an outlet"
        return Voice(one.reading, activity, None, origin.side, f"{reason}; {side}")
    what = "the source that the page names" if origin.source_words else "the outlet's own report"
    reason = what if origin.side_reason == what else f"{what}; {side}"
    return Voice(one.reading, activity, whose, origin.side, reason)


def _one_sided(left: Voice, right: Voice, tie: Tie, text: TextTie | None) -> str | None:
    """Return why there are no two sides to compare, or None."""
    if tie.decision is Decision.DIFFERENT:
        return f"these reports tell different activities: {tie.reason}"
    if text is not None:
        whose = left.whose or right.whose
        return f"only one side's account exists{_of(whose)}: {text.reason}"
    if left.side and left.side == right.side:
        return f"only one side's account exists: both are of {left.side}"
    return None


def _of(whose: str | None) -> str:
    return f", that of {whose}" if whose else ""


def _aligned(
    mine: Sequence[Statement], its: Sequence[Statement], identities: Identities, *, one_text: bool
) -> tuple[Aligned, ...]:
    """Return the statements that both accounts hold, the surest first taken, in the order of the left account."""
    scored = [(alike(left, right, identities, one_text=one_text), left, right) for left in mine for right in its]
    scored = [one for one in scored if one[0][0] >= JOINS_FROM]
    scored.sort(key=lambda one: (-one[0][0], one[1].place, one[2].place, one[1].id, one[2].id))
    found: list[Aligned] = []
    by_id = {("left", one.id): one for one in mine} | {("right", one.id): one for one in its}
    for (score, reasons), left, right in scored:
        is_free = all(left.id not in one.left and right.id not in one.right for one in found)
        if score >= ALIKE_FROM and is_free:
            found.append(Aligned((left.id,), (right.id,), score, reasons))
    for (_, _), left, right in scored:
        _join(found, left, right, by_id, one_text=one_text)
    with_strengths = [_with_strengths(one, by_id) for one in found]
    return tuple(sorted(with_strengths, key=lambda one: by_id["left", one.left[0]].place))


def _join(
    found: list[Aligned],
    left: Statement,
    right: Statement,
    by_id: dict[tuple[str, str], Statement],
    *,
    one_text: bool,
) -> None:
    """Join a statement that is left over to the aligned one that may hold it, in a text of one origin."""
    if not one_text:
        return
    for number, one in enumerate(found):
        if right.id in one.right and all(left.id not in other.left for other in found):
            if abs(by_id["left", one.left[0]].place - left.place) <= NEXT_TO:
                found[number] = replace(one, left=_in_order((*one.left, left.id), "left", by_id))
            return
        if left.id in one.left and all(right.id not in other.right for other in found):
            if abs(by_id["right", one.right[0]].place - right.place) <= NEXT_TO:
                found[number] = replace(one, right=_in_order((*one.right, right.id), "right", by_id))
            return


def _in_order(ids: tuple[str, ...], side: str, by_id: dict[tuple[str, str], Statement]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda id: by_id[side, id].place))


def _with_strengths(one: Aligned, by_id: dict[tuple[str, str], Statement]) -> Aligned:
    """Return an alignment with the strongest undertaking on each side, and the side that goes further."""
    left = _strongest([by_id["left", id] for id in one.left])
    right = _strongest([by_id["right", id] for id in one.right])
    if left is None and right is None:
        return one
    stronger = None
    if left and right and left != right:
        stronger = Stronger.LEFT if left > right else Stronger.RIGHT
    return replace(one, left_strength=left, right_strength=right, stronger=stronger)


def _strongest(statements: Sequence[Statement]) -> Strength | None:
    return max((one.strength for one in statements if one.strength), default=None)


def _topics(mine: Sequence[Statement], its: Sequence[Statement]) -> tuple[Topic, ...]:
    """Return the share that each theme has in each account, the largest first."""
    counts = [Counter(theme for one in side for theme in one.themes) for side in (mine, its)]
    totals = [max(len(mine), 1), max(len(its), 1)]
    shares = {theme: (counts[0][theme] / totals[0], counts[1][theme] / totals[1]) for theme in {*counts[0], *counts[1]}}
    ordered = sorted(shares.items(), key=lambda item: (-max(item[1]), item[0]))
    return tuple(Topic(theme, left, right) for theme, (left, right) in ordered)


def _order(aligned: Sequence[Aligned], mine: Sequence[Statement], its: Sequence[Statement]) -> float | None:
    """Return how far both accounts keep one order (Kendall's tau of what is aligned)."""
    left, right = ({one.id: number for number, one in enumerate(side)} for side in (mine, its))
    places = [(left[one.left[0]], right[one.right[0]]) for one in aligned]
    pairs = list(combinations(places, 2))
    if not pairs:
        return None
    return sum(1 if (a[0] < b[0]) == (a[1] < b[1]) else -1 for a, b in pairs) / len(pairs)
