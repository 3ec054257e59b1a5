"""Whether two accounts tell one activity: a list of small questions, each answered with points and a sentence.

What must not be (another edition, another counterpart, days too far apart) decides alone; the rest adds up. Points say
how seldom an agreement comes by chance: docs/reference/coverage.md has the table and the reasons.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.parties import Likeness, Party, body_likeness, pairs_of
from giaoluu.model.activities import Status
from giaoluu.model.days import Precision
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import Decision, Identities, TextRelation, TextTie, Tie

SAME_FROM = 8.5
"""From so many points on two accounts are one activity."""

REVIEW_FROM = 6.0
"""From so many points on a person should look."""

NEAR = timedelta(days=2)
"""Days that two reports of one activity may lie apart: time zones, and "yesterday" of a report printed later."""

AHEAD = timedelta(days=1)
"""A report may be dated a day before what it tells, by the clock of another continent."""

FEW_DAYS = timedelta(days=8)
FRESH = timedelta(days=3)
STALE = timedelta(days=60)
NOT_YET = frozenset({Status.PLANNED, Status.ANNOUNCED})
TEXT_POINTS = {TextRelation.COPY: 6.0, TextRelation.TRANSLATION: 5.0, TextRelation.SAME_SOURCE: 1.0}


class Point(NamedTuple):
    """What one question adds, and the sentence for it."""

    points: float
    reason: str


class Pair(NamedTuple):
    """Two accounts with what is known of them together."""

    left: Account
    right: Account
    shared: list[tuple[Party, Party, Likeness]]
    text: TextTie | None
    beside: Tie | None = None

    @property
    def likely(self) -> int:
        """How many people are at least perhaps the same."""
        return sum(like >= Likeness.PERHAPS for _, _, like in self.shared)

    @property
    def known(self) -> int:
        """How many people are surely the same."""
        return sum(like >= Likeness.NAME for _, _, like in self.shared)


def judge(
    left: Account,
    right: Account,
    identities: Identities,
    *,
    text: TextTie | None = None,
    beside: Tie | None = None,
) -> Tie:
    """Return whether two accounts tell one activity, with every reason.

    `text` says that one text depends on the other, `beside` that the two reports tell another activity together.
    """
    left, right = sorted((left, right), key=lambda account: account.key)
    pair = Pair(left, right, pairs_of(left.people, right.people, identities), text, beside)
    for refuse in REFUSALS:
        if reason := refuse(pair):
            return Tie(left.key, right.key, Decision.DIFFERENT, 0.0, (reason,))
    points = [point for question in QUESTIONS for point in question(pair)]
    score = sum(point.points for point in points)
    reasons = tuple(point.reason for point in points)
    doubt = next((reason for ask in DOUBTS if (reason := ask(pair))), None)
    if score >= SAME_FROM and not doubt:
        return Tie(left.key, right.key, Decision.SAME, score, reasons)
    decision = Decision.REVIEW if score >= REVIEW_FROM else Decision.DIFFERENT
    return Tie(left.key, right.key, decision, score, (*reasons, doubt) if doubt else reasons)


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
    if left is None or right is None or left.overlaps(right):
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


def _counterpart(pair: Pair) -> str | None:
    """Refuse an encounter in which both reports name at least two people and these are not the same two."""
    left, right = pair.left, pair.right
    if not (left.is_encounter and right.is_encounter) or _depends(pair):
        return None
    if min(len(left.people), len(right.people)) < 2:
        return None
    return "another counterpart" if len(pair.shared) < 2 else None


# ---------------------------------------------------------------- what speaks for it, or against it
def _kind(pair: Pair) -> Iterator[Point]:
    if shared := pair.left.kinds & pair.right.kinds:
        yield Point(2.0, f"both a {min(shared)}")
    else:
        yield Point(1.0, f"a {pair.left.kind} and a {pair.right.kind}")


def _same_days(pair: Pair) -> Iterator[Point]:
    left, right = pair.left.days, pair.right.days
    if left is None or right is None:
        return
    if not left.overlaps(right):
        yield Point(-2.0, f"a day or two apart: {left} and {right}")
    elif is_few_days(left) and is_few_days(right):
        yield Point(3.0, f"same days: {left}" if left == right else f"days in common: {left} and {right}")
    elif left.contains(right) or right.contains(left):
        yield Point(1.0, f"days that go together: {left} and {right}")


def _fresh(pair: Pair) -> Iterator[Point]:
    """Weigh the days of print where an account has no day of its own."""
    dated, undated = pair.left, pair.right
    if dated.days is None:
        dated, undated = undated, dated
    if undated.days is not None or undated.published is None:
        return
    other = dated.days or dated.published
    gap = gap_of(undated.published, other) if other else None
    if gap is not None and gap <= FRESH:
        yield Point(1.5, f"printed on {undated.published}, near {other}")
    elif gap is not None and gap > STALE:
        yield Point(-2.0, f"printed on {undated.published}, long from {other}")


def _people(pair: Pair) -> Iterator[Point]:
    sure = [one for one in pair.shared if one[2] >= Likeness.NAME]
    for number, (mine, its, _) in enumerate(sure[:4]):
        yield Point(3.0 if number < 2 else 1.0, _as_one(mine, its))
    for mine, its, like in pair.shared:
        if like is Likeness.PERHAPS:
            yield Point(2.0, f"{mine.names[0]} and {its.names[0]} hold one post")
    fewest = min(len(pair.left.people), len(pair.right.people))
    if fewest >= 2 and pair.likely * 2 < fewest:
        yield Point(-3.0, "hardly anybody in common")


def _as_one(mine: Party, its: Party) -> str:
    """Return how two printed names stand for one person."""
    left, right = mine.names[0], its.names[0]
    return left if left == right else f"{left} = {right}"


def _bodies(pair: Pair) -> Iterator[Point]:
    left = list(pair.right.bodies)
    found = 0
    for mine in pair.left.bodies:
        its = max(left, key=lambda one, mine=mine: body_likeness(mine, one), default=None)  # type: ignore[misc]
        if its is not None and found < 2 and (like := body_likeness(mine, its)):
            left.remove(its)
            found += 1
            yield Point(1.5 if like is Likeness.ENTITY else 0.75, f"{mine.names[0]} = {its.names[0]}")


def _place(pair: Pair) -> Iterator[Point]:
    left, right = pair.left, pair.right
    if shared := left.places & right.places:
        yield Point(1.5, f"same place: {min(shared)}")
    elif left.places and right.places and not _one_holds(left.places, right.places):
        yield Point(-3.0, f"other places: {min(left.places)} and {min(right.places)}")


def _one_holds(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether a province on one side may hold the city on the other: one country, and only one key is a code."""
    codes = [key.partition("-")[2] for places in (left, right) for key in places]
    is_one_country = {key[:2] for key in left} == {key[:2] for key in right}
    return is_one_country and len({code.isupper() or code.isdigit() for code in codes}) > 1


def _countries(pair: Pair) -> Iterator[Point]:
    left, right = pair.left.countries, pair.right.countries
    if len(left & right) >= 2:
        yield Point(1.0, f"between {' and '.join(sorted(left & right))}")
    elif left - right and right - left:
        yield Point(-1.5, f"{min(left - right)} here, {min(right - left)} there")


def _series(pair: Pair) -> Iterator[Point]:
    if shared := pair.left.editions & pair.right.editions:
        yield Point(3.0, f"edition {min(shared)}")
    if shared := pair.left.ordinals & pair.right.ordinals:
        yield Point(2.0, f"anniversary {min(shared)}")


def _numbers(pair: Pair) -> Iterator[Point]:
    shared = sorted(pair.left.numbers & pair.right.numbers, key=lambda number: (-len(number), number))
    if shared:
        yield Point(min(0.5 * len(shared), 1.5), f"same numbers: {', '.join(shared[:3])}")


def _texts(pair: Pair) -> Iterator[Point]:
    if pair.text:
        yield Point(TEXT_POINTS[pair.text.relation], pair.text.reason)


def _beside(pair: Pair) -> Iterator[Point]:
    if pair.beside:
        yield Point(2.0, "both reports tell another activity together")


# ---------------------------------------------------------------- what leaves it to a person
def _no_counterpart(pair: Pair) -> str | None:
    left, right = pair.left, pair.right
    if not (left.is_encounter and right.is_encounter) or pair.likely >= 2 or _depends(pair):
        return None
    return None if len(left.countries & right.countries) >= 2 else "the counterpart is open in one of them"


def _undated(pair: Pair) -> str | None:
    """Without a common day both principals, or the text itself, must be the same, and the kind."""
    if (pair.left.days and pair.right.days) or _depends(pair) or pair.left.editions & pair.right.editions:
        return None
    if pair.known < 2 or not pair.left.kinds & pair.right.kinds:
        return "a date is missing, and not both principals and the kind are the same"
    is_told = (
        pair.known > 2 or pair.beside or next(_fresh(pair), None) or len(pair.left.numbers & pair.right.numbers) > 1
    )
    return None if pair.left.days or pair.right.days or is_told else "neither has a date"


def _elsewhere(pair: Pair) -> str | None:
    is_near = pair.left.days and pair.right.days and not pair.left.days.overlaps(pair.right.days)
    is_thin = is_near and not pair.text and len(pair.left.numbers & pair.right.numbers) < 2
    return "the days differ and nothing else is told by both" if is_thin else None


def _nobody(pair: Pair) -> str | None:
    """Without a person, a series or a text in common, two reports of a day may well tell of two things."""
    left, right = pair.left, pair.right
    named = pair.known or pair.text or left.editions & right.editions or left.ordinals & right.ordinals
    return None if named or left.numbers & right.numbers else "nobody is named in both"


def _depends(pair: Pair) -> bool:
    """Say whether one text depends on the other."""
    return pair.text is not None and pair.text.relation is not TextRelation.SAME_SOURCE


def gap_of(left: Edtf, right: Edtf) -> timedelta | None:
    """Return how far two dates lie apart at least; None where a year is open.

    >>> gap_of(Edtf("2025-03-05"), Edtf("2025-03-01/2025-03-03")).days
    2
    """
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return None
    return max(left.earliest - right.latest, right.earliest - left.latest, timedelta())


def is_few_days(days: Edtf) -> bool:
    """Say whether a date is told to the day and lasts no longer than a visit."""
    if days.precision is not Precision.DAY:
        return False
    return days.earliest is None or days.latest is None or days.latest - days.earliest < FEW_DAYS


REFUSALS: tuple[Callable[[Pair], str | None], ...] = (
    _one_reading,
    _aggregate,
    _group,
    _edition,
    _days_apart,
    _told_before,
    _counterpart,
)
QUESTIONS: tuple[Callable[[Pair], Iterator[Point]], ...] = (
    _kind,
    _same_days,
    _fresh,
    _people,
    _bodies,
    _place,
    _countries,
    _series,
    _numbers,
    _texts,
    _beside,
)
DOUBTS: tuple[Callable[[Pair], str | None], ...] = (_no_counterpart, _undated, _elsewhere, _nobody)
