"""Visits to a country as a whole, told from those to a house or a town in it; told twice on a page, they are one."""

from collections.abc import Iterator

from giaoluu.model.activities import ActivityMention, Status
from giaoluu.model.days import Precision
from giaoluu.model.reading import Reading

VISIT = "visit"
OF_STATE = frozenset({"state_visit", "official_visit", "friendship_visit"})
"""Modes of visits that are paid to a country, wherever in it they lead."""


def visited_by(activity: ActivityMention, reading: Reading) -> frozenset[str]:
    """Return the countries to which a visit is paid as a whole: it is one of state, or goes on for days.

    A visit of one day may be one to a house whose country is all that the page tells.

    >>> from giaoluu import read
    >>> from giaoluu.sources import capture_of
    >>> page = read(capture_of(b"Prime Minister Ulf Ek of Sweden paid an official visit to Laos on 5 March 2024."))
    >>> [sorted(visited_by(activity, page)) for activity in page.activities]
    [['LA']]
    """
    if activity.kind.value != VISIT:
        return frozenset()
    places = [place for place in reading.places if place.id in activity.places]
    is_of_state = activity.mode is not None and activity.mode.value in OF_STATE
    if not (is_of_state or _length(activity)):
        return frozenset()
    return frozenset(place.country for place in places if place.country)


def told_twice(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield each visit that is told a second time, with the one that it is: the same guests, country and days."""
    visits = [one for one in reading.activities if one.date and _is_told_now(one) and visited_by(one, reading)]
    visits.sort(key=_length, reverse=True)
    for number, one in enumerate(visits):
        for holder in visits[:number]:
            if _is_one(one, holder, reading):
                yield one.id, holder.id
                break


def _is_one(one: ActivityMention, other: ActivityMention, reading: Reading) -> bool:
    mine, its = _people(one, reading), _people(other, reading)
    if one.date is None or other.date is None or not (mine <= its or its <= mine):
        return False
    return one.date.value.overlaps(other.date.value) and not visited_by(one, reading).isdisjoint(
        visited_by(other, reading)
    )


def _is_told_now(activity: ActivityMention) -> bool:
    """Say whether a visit is one of those that the page is about."""
    past = {Status.RECALLED, Status.RECURRING}
    return activity.main and activity.count_stated and not (activity.status and activity.status.value in past)


def _people(activity: ActivityMention, reading: Reading) -> set[str]:
    heads = {delegation.id: delegation.head for delegation in reading.delegations}
    parties = {heads.get(one.party) or one.party for one in activity.participants}
    return parties & {person.id for person in reading.people}


def _length(activity: ActivityMention) -> int:
    """Return how many days a visit goes on after its first."""
    days = activity.date.value if activity.date else None
    if days is None or days.precision is not Precision.DAY or days.earliest is None or days.latest is None:
        return 0
    return (days.latest - days.earliest).days
