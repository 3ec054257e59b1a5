"""What may have come of a promise: later activities that it named, or that look like those."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from giaoluu.coverage.accounts import Account
from giaoluu.model.activities import ActivityMention, Commitment, Status
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import AccountKey, Activity, FollowUp, FollowUpRelation
from giaoluu.model.reading import Reading

MOST = 3
"""So many candidates are proposed for one promise."""

AHEAD = frozenset({Status.PLANNED, Status.ANNOUNCED})
NAMED = 1.0
LIKELY = 0.6


@dataclass(frozen=True, slots=True)
class Happening:
    """An activity with what a promise can name of it; without days of its own it took place when it was printed."""

    activity: Activity
    kinds: frozenset[str]
    places: frozenset[str]
    countries: frozenset[str]
    editions: frozenset[int]
    counts: frozenset[tuple[str, str]]
    statuses: frozenset[Status]
    main: bool
    first: date | None
    last: date | None


def happening_of(activity: Activity, accounts: Mapping[AccountKey, Account]) -> Happening:
    """Return what a promise can name of an activity, from all its accounts."""
    told = [accounts[key] for key in activity.accounts]
    printed = [one.published.latest for one in told if one.published and one.published.latest]
    days = activity.date
    return Happening(
        activity,
        frozenset().union(*(one.kinds for one in told)),
        frozenset().union(*(one.places for one in told)),
        frozenset().union(*(one.countries for one in told)),
        frozenset().union(*(one.editions for one in told)),
        frozenset().union(*(one.counts for one in told)),
        frozenset(one.status for one in told if one.status),
        any(one.main for one in told),
        days.earliest if days else min(printed, default=None),
        days.latest if days else min(printed, default=None),
    )


def follow_ups(
    commitment: Commitment,
    reading: Reading,
    said_in: Happening,
    known: Mapping[AccountKey, Happening],
    by_kind: Mapping[str, Sequence[Happening]],
) -> Iterator[FollowUp]:
    """Yield what may have come of a promise, the surest first; nothing that did not come later."""
    for promised in named_by(commitment, reading):
        named = known.get(AccountKey(reading.id, promised.id))
        if named is None:
            continue
        others = {account.reading for account in named.activity.accounts} - {reading.id}
        if others and _is_later(named, said_in):
            yield _of_named(named, _fewer(commitment, reading, named))
            return
        candidates = {one.activity.id: one for kind in named.kinds for one in by_kind[kind] if one is not named}
        similar = [one for one in candidates.values() if _is_later(one, said_in) and _looks_like(one, named)]
        similar.sort(key=lambda one: (one.first or date.max, one.activity.id))
        yield from (_of_similar(one, named, _fewer(commitment, reading, one)) for one in similar[:MOST])
        if not similar and _is_ahead(named.activity.date, said_in):
            yield FollowUp(FollowUpRelation.SCHEDULES, named.activity.id, f"named for {named.activity.date}", NAMED)


def named_by(commitment: Commitment, reading: Reading) -> Iterable[ActivityMention]:
    """Return the activities that the words of a promise name."""
    return (
        activity
        for activity in reading.activities
        if not activity.main and any(commitment.action.overlaps(span) for span in activity.evidence)
    )


def _is_later(one: Happening, said_in: Happening) -> bool:
    """Say whether an activity came after the one in which the promise was made; without days nobody can say so."""
    return one.first is not None and said_in.last is not None and one.first > said_in.last


def _is_ahead(day: Edtf | None, said_in: Happening) -> bool:
    """Say whether a promise names a day that was not over when it was made; where that is unknown, any day."""
    if day is None:
        return False
    return said_in.first is None or day.latest is None or day.latest >= said_in.first


def _fewer(commitment: Commitment, reading: Reading, one: Happening) -> str | None:
    """Say of what less came than a promise counted, or None; both count it in the same words."""
    counted = dict(one.counts)
    for promised in reading.quantities:
        what = (promised.of or promised.unit or "").casefold()
        if promised.value is None or what not in counted or not commitment.action.overlaps(promised.span):
            continue
        if float(counted[what]) < promised.value:
            return f"{counted[what]} of {promised.value:g} {what}"
    return None


def _of_named(named: Happening, fewer: str | None) -> FollowUp:
    """Return the follow-up that another report tells of by itself."""
    if Status.CANCELLED in named.statuses:
        return FollowUp(FollowUpRelation.CANCELS, named.activity.id, "reported as cancelled", NAMED)
    if named.main and not named.statuses <= AHEAD:
        if fewer:
            return FollowUp(
                FollowUpRelation.PARTLY, named.activity.id, f"what was promised is reported: {fewer}", NAMED
            )
        return FollowUp(FollowUpRelation.FULFILS, named.activity.id, "what was promised is reported", NAMED)
    return FollowUp(FollowUpRelation.SCHEDULES, named.activity.id, "what was promised is announced", NAMED)


def _looks_like(one: Happening, named: Happening) -> bool:
    """Say whether an activity looks like the one that a promise named: kind, and day, edition or place."""
    if not one.main or not one.kinds & named.kinds:
        return False
    if one.editions and named.editions:
        return bool(one.editions & named.editions)
    mine, its = one.activity.date, named.activity.date
    if mine is None or its is None or not mine.overlaps(its):
        return False
    return bool(one.places & named.places) or len(one.countries & named.countries) >= 2


def _of_similar(one: Happening, named: Happening, fewer: str | None) -> FollowUp:
    """Return the proposal that an activity is the one which a promise named."""
    editions = [f"edition {number}" for number in sorted(one.editions & named.editions)]
    shared = [*editions, *sorted(one.places & named.places), str(one.activity.date)]
    reason = f"a {min(one.kinds & named.kinds)} as promised, later: {', '.join(shared)}"
    if Status.CANCELLED in one.statuses:
        return FollowUp(FollowUpRelation.CANCELS, one.activity.id, f"{reason}, cancelled", LIKELY)
    if one.places and named.places and not one.places & named.places:
        elsewhere = f"{reason}, but at {min(one.places)} and not at {min(named.places)}"
        return FollowUp(FollowUpRelation.CONTRADICTS, one.activity.id, elsewhere, LIKELY)
    if one.statuses and one.statuses <= AHEAD:
        return FollowUp(FollowUpRelation.SCHEDULES, one.activity.id, reason, LIKELY)
    mine, its = one.activity.date, named.activity.date
    moved = f"not on {its}" if mine and its and not mine.overlaps(its) else None
    if less := fewer or moved:
        return FollowUp(FollowUpRelation.PARTLY, one.activity.id, f"{reason}, but {less}", LIKELY)
    return FollowUp(FollowUpRelation.FULFILS, one.activity.id, reason, LIKELY)
