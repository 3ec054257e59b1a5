"""What two accounts of one activity cannot be, and what leaves it to a person."""

from collections.abc import Callable
from datetime import timedelta

from giaoluu.coverage.pairs import Pair, gap_of, overlap
from giaoluu.model.activities import Status

NEAR = timedelta(days=2)
"""Days that two reports of one activity may lie apart: time zones, and "yesterday" of a report printed later."""

AHEAD = timedelta(days=1)
"""A report may be dated a day before what it tells, by the clock of another continent."""

ONE_COUNTERPART = frozenset({"credentials"})
"""Kinds of encounters that a post has one counterpart for, so that nobody need say whom."""

CONGRESS, MESSAGE = "congress", "message"

NOT_YET = frozenset({Status.PLANNED, Status.ANNOUNCED})


# ---------------------------------------------------------------- what must not be
def _one_reading(pair: Pair) -> str | None:
    return "one report tells them apart" if pair.left.key.reading == pair.right.key.reading else None


def _aggregate(pair: Pair) -> str | None:
    return None if pair.left.single and pair.right.single else "one tells of many or of what happens again and again"


def _group(pair: Pair) -> str | None:
    left, right = pair.left, pair.right
    return None if left.groups & right.groups else f"a {left.kind} is no {right.kind}"


def _edition(pair: Pair) -> str | None:
    left, right = pair.left, pair.right
    for name, mine, its in (("edition", left.editions, right.editions), ("anniversary", left.ordinals, right.ordinals)):
        if mine and its and not mine & its:
            return f"another {name}: {min(mine)} and {min(its)}"
    return None


def _days_apart(pair: Pair) -> str | None:
    left, right = pair.left.days, pair.right.days
    if left is None or right is None or overlap(left, right):
        return None
    gap = gap_of(left, right)
    return f"days apart: {left} and {right}" if gap is None or gap > NEAR else None


def _told_before(pair: Pair) -> str | None:
    """Refuse an undated report that is older than the day of what the other tells as held."""
    for told, dated in ((pair.left, pair.right), (pair.right, pair.left)):
        if told.days is None and told.published and dated.days and told.status not in NOT_YET:
            printed, day = told.published.latest, dated.days.earliest
            if printed and day and printed + AHEAD < day:
                return f"reported on {told.published}, before {dated.days}"
    return None


def needs_counterpart(pair: Pair) -> bool:
    """Say whether both reports of an encounter, or a letter, name at least two people: two have to be the same."""
    left, right = pair.left, pair.right
    between_two = (left.is_encounter and right.is_encounter) or MESSAGE in left.kinds & right.kinds
    if not between_two or pair.depends:
        return False
    return min(len(left.people), len(right.people)) > 1


def other_counterpart(pair: Pair) -> str | None:
    """Refuse an encounter or a letter in which both reports name at least two people and these are not the same two.

    A guest who meets three hosts in one evening takes the same companions to each: of two sides both must agree.
    """
    is_other = needs_counterpart(pair) and (len(pair.shared) < 2 or pair.is_of_one_side)
    return "another counterpart" if is_other else None


# ---------------------------------------------------------------- what leaves it to a person
def _no_counterpart(pair: Pair) -> str | None:
    left, right = pair.left, pair.right
    if not (left.is_encounter and right.is_encounter) or pair.depends:
        return None
    if pair.likely >= 2 and not pair.is_short_of_a_side:
        return None
    if pair.known and left.days and right.days and ONE_COUNTERPART & left.kinds & right.kinds:
        return None
    return None if len(left.countries & right.countries) >= 2 else "the counterpart is open in one of them"


def _undated(pair: Pair) -> str | None:
    """Without a common day both principals, or the text itself, must be the same, and the kind."""
    if (pair.left.days and pair.right.days) or pair.depends or pair.is_one_visit:
        return None
    if pair.left.editions & pair.right.editions:
        return None
    if pair.known < 2 or not pair.left.kinds & pair.right.kinds:
        return "a date is missing, and not both principals and the kind are the same"
    is_told = pair.likely > 2 or pair.beside or pair.print_days or len(pair.left.numbers & pair.right.numbers) > 1
    return None if pair.left.days or pair.right.days or is_told else "neither has a date"


def _elsewhere(pair: Pair) -> str | None:
    is_near = pair.left.days and pair.right.days and not overlap(pair.left.days, pair.right.days)
    told_by_both = (
        pair.text or pair.left.editions & pair.right.editions or len(pair.left.numbers & pair.right.numbers) > 1
    )
    is_thin = is_near and not told_by_both
    return "the days differ and nothing else is told by both" if is_thin else None


def _nobody(pair: Pair) -> str | None:
    """Without a person, a series or a text in common, two reports of a day may well tell of two things."""
    left, right = pair.left, pair.right
    named = pair.known or pair.named or pair.text or left.editions & right.editions or left.ordinals & right.ordinals
    return None if named or left.numbers & right.numbers else "nobody is named in both"


def _whose_congress(pair: Pair) -> str | None:
    """A congress is a body's: those who open one, open those of other bodies as well."""
    if CONGRESS not in pair.left.kinds & pair.right.kinds or pair.bodies or pair.depends or pair.known > 1:
        return None
    return "whose congress it is, is open in one of them"


REFUSALS: tuple[Callable[[Pair], str | None], ...] = (
    _one_reading,
    _aggregate,
    _group,
    _edition,
    _days_apart,
    _told_before,
)
"""What is asked before anybody's names are compared; `other_counterpart` comes after."""

DOUBTS: tuple[Callable[[Pair], str | None], ...] = (_no_counterpart, _undated, _elsewhere, _nobody, _whose_congress)
