"""What of an activity mention other accounts can recognise: kind, days, places, parties, editions.

Small, and kept instead of the reading, so that a hundred thousand of them fit into memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from giaoluu.coverage.parties import Parties, Party
from giaoluu.coverage.visits import told_twice, visited_by
from giaoluu.langs.kinds import kind as kind_named
from giaoluu.model.activities import ActivityMention, Status
from giaoluu.model.article import Article
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError
from giaoluu.model.links import AccountKey, Identities
from giaoluu.model.mentions import OccasionKind, PlaceLevel
from giaoluu.model.reading import Reading

OPENINGS = frozenset({"opening", "closing"})
"""Modes of ceremonies that are told as the activity which they open or close."""

OPENED = frozenset({"culture", "assembly"})
"""Groups of kinds that are opened and closed."""

ENCOUNTER = "encounter"
"""The group of kinds in which principals meet."""

MOST_NAMED = 6
"""So many of those who take part in nothing are kept; more are a list of names."""

NUMBER = re.compile(r"(?<![\dA-Za-z.,])(?:\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+)(?!\d)", re.ASCII)
SMALLEST_NUMBER = 32
"""Smaller numbers are days, editions and counts that any report may hold."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account of one activity, reduced to what can be compared; a year left open is that of the page."""

    key: AccountKey
    kind: str
    kinds: frozenset[str]
    groups: frozenset[str]
    status: Status | None
    main: bool
    days: Edtf | None
    published: Edtf | None
    places: frozenset[str]
    countries: frozenset[str]
    people: tuple[Party, ...]
    bodies: tuple[Party, ...]
    editions: frozenset[int]
    ordinals: frozenset[int]
    numbers: frozenset[str]
    holder: str | None
    single: bool
    counts: frozenset[tuple[str, str]] = frozenset()
    """What was counted, in the words of the page, and how many."""
    named: tuple[Party, ...] = ()
    """Who is named on the page of a main activity and takes part in nothing, or in another of its day."""
    visited: frozenset[str] = frozenset()
    """The countries to which a visit is paid as a whole."""

    @property
    def is_encounter(self) -> bool:
        """Say whether it is a meeting of principals: who meets whom then tells it from all others."""
        return ENCOUNTER in self.groups


def accounts_of(reading: Reading, identities: Identities) -> tuple[Account, ...]:
    """Return the accounts of a reading; an opening is one account with what it opens, a visit told twice is one.

    >>> from giaoluu.coverage.names import PrintedNames
    >>> from giaoluu import captures, read, samples
    >>> (page,) = captures([str(samples.page_of("readout-vi"))])
    >>> account = accounts_of(read(page), PrintedNames())[0]
    >>> account.kind, str(account.days), sorted(account.places)
    ('meeting', '2026-03-26', ['CN-nanning'])
    """
    parties = Parties(reading, identities)
    by_id = {activity.id: activity for activity in reading.activities}
    folded = told_with(reading)
    page = _Page(parties, numbers_of(reading.article))
    made = {
        activity.id: _account(reading, activity, page) for activity in reading.activities if activity.id not in folded
    }
    for id, holder in folded.items():
        if holder in made:
            made[holder] = _with_opening(made[holder], _account(reading, by_id[id], page))
    return tuple(made.values())


def told_as_one(reading: Reading, activity: str) -> tuple[str, ...]:
    """Return the ids of the activities that are one account with an activity: its own, its opening and its closing."""
    return (activity, *(one for one, holder in told_with(reading).items() if holder == activity))


def told_with(reading: Reading) -> dict[str, str]:
    """Return which activities are one account with another of the page: openings, closings, visits told twice."""
    by_id = {activity.id: activity for activity in reading.activities}
    opened = {activity.id: holder for activity in reading.activities if (holder := _opened_by(activity, by_id))}
    return opened | {id: opened.get(holder, holder) for id, holder in told_twice(reading)}


class _Page(NamedTuple):
    """What all accounts of a page have in common."""

    parties: Parties
    numbers: frozenset[str]


def _named(reading: Reading, activity: ActivityMention, parties: Parties) -> tuple[Party, ...]:
    """Return the people of a page who take part in nothing, or in another activity of the day, the first few."""
    of_the_day = {activity.id, *(one.id for one in reading.activities if _is_of_one_day(one, activity))}
    elsewhere = _taking_part(reading, {one.id for one in reading.activities} - of_the_day)
    apart = elsewhere | _taking_part(reading, {activity.id})
    others = [person.id for person in reading.people if person.id not in apart]
    return parties.people(others[:MOST_NAMED])


def _is_of_one_day(one: ActivityMention, other: ActivityMention) -> bool:
    return bool(one.main and one.date and other.date and one.date.value == other.date.value)


def _taking_part(reading: Reading, activities: set[str]) -> set[str | None]:
    """Return the parties of some activities, with the heads of their delegations."""
    parties = {
        one.party for activity in reading.activities if activity.id in activities for one in activity.participants
    }
    return parties | {delegation.head for delegation in reading.delegations if delegation.id in parties}


def _opened_by(activity: ActivityMention, by_id: dict[str, ActivityMention]) -> str | None:
    """Return the id of the activity that this one opens or closes, or None where it stands for itself.

    Where the page does not say what is opened, it is the only activity of the day that can be.
    """
    if activity.mode is None or activity.mode.value not in OPENINGS:
        return None
    holders = [by_id[activity.part_of]] if activity.part_of in by_id else list(by_id.values())
    opened = [one.id for one in holders if kind_named(one.kind.value).group in OPENED and _on_one_day(one, activity)]
    return opened[0] if len(opened) == 1 else None


def _on_one_day(one: ActivityMention, other: ActivityMention) -> bool:
    """Say whether an activity that is more than a passing word goes together with the day of another."""
    if not (one.main or one.participants):
        return False
    return one.date is None or other.date is None or one.date.value.overlaps(other.date.value)


def numbers_of(article: Article) -> frozenset[str]:
    """Return the numbers that a page prints in digits, without separators, days and years.

    Digits are the same in all our languages, and a number seldom stands in two stories by chance.
    """
    found = (match[0] for text in read_texts(article) for match in NUMBER.finditer(text))
    return frozenset(filter(tells, map(plain, found)))


def plain(number: str) -> str:
    """Return a number in digits without what parts its thousands.

    >>> [plain(NUMBER.search(text)[0]) for text in ("5 000 guests", "5.000 khách", "5,000 people")]
    ['5000', '5000', '5000']
    """
    return "".join(filter(str.isdigit, number))


def tells(number: str) -> bool:
    """Say whether a number in digits tells something: it is neither a day nor a year of our time.

    >>> tells("24"), tells("2024"), tells("500")
    (False, False, True)
    """
    return int(number) >= SMALLEST_NUMBER and not (len(number) == 4 and number[:2] in {"19", "20"})


def read_texts(article: Article) -> Iterator[str]:
    """Yield the stretches of an article whose words may be facts, printed once."""
    return (article.text[zone.start : zone.end] for zone in article.read_zones)


def _account(reading: Reading, activity: ActivityMention, page: _Page) -> Account:
    """Return one account."""
    parties = page.parties
    ids = [participant.party for participant in activity.participants]
    occasions = [one for one in reading.occasions if one.id in activity.occasions]
    published = reading.article.published.value if reading.article.published else None
    sides = {participant.side for participant in activity.participants if participant.side}
    group = kind_named(activity.kind.value).group
    return Account(
        key=AccountKey(reading.id, activity.id),
        kind=activity.kind.value,
        kinds=frozenset({activity.kind.value}),
        groups=frozenset({group, *(OPENED if activity.mode and activity.mode.value in OPENINGS else ())}),
        status=activity.status.value if activity.status else None,
        main=activity.main,
        days=_days(activity, published),
        published=published,
        places=_places(reading, activity),
        countries=parties.countries(ids) | sides,
        people=parties.people(ids),
        bodies=parties.bodies(ids),
        editions=frozenset(one.edition.value for one in occasions if one.edition),
        ordinals=frozenset(
            one.ordinal.value for one in occasions if one.ordinal and one.kind is OccasionKind.ANNIVERSARY
        ),
        numbers=page.numbers if activity.main else frozenset(),
        holder=activity.part_of,
        single=activity.count_stated and activity.recurring is None and _status(activity) is not Status.RECURRING,
        counts=frozenset(_counts(reading, activity)),
        named=_named(reading, activity, parties) if activity.main and group != ENCOUNTER else (),
        visited=visited_by(activity, reading),
    )


def _counts(reading: Reading, activity: ActivityMention) -> Iterator[tuple[str, str]]:
    """Yield what a page counts in an activity, and how many; what is only about so many is left out."""
    for one in reading.quantities:
        counted = one.of or one.unit
        if one.id in activity.quantities and counted and one.value is not None and not one.approximate:
            yield counted.casefold(), f"{one.value:g}"


def _status(activity: ActivityMention) -> Status | None:
    return activity.status.value if activity.status else None


def _days(activity: ActivityMention, published: Edtf | None) -> Edtf | None:
    """Return the activity's date; a year left open is that of the page, or the one before for a later day."""
    if activity.date is None:
        return None
    days = activity.date.value
    if not days.is_year_masked or published is None or published.latest is None:
        return days
    try:
        this_year = days.with_year(published.latest.year)
        is_ahead = this_year.earliest is not None and this_year.earliest > published.latest
        told_before = _status(activity) not in {Status.PLANNED, Status.ANNOUNCED}
        return days.with_year(published.latest.year - 1) if is_ahead and told_before else this_year
    except EdtfError:  # 29 February of a common year
        return days


def _places(reading: Reading, activity: ActivityMention) -> frozenset[str]:
    """Return the keys of the places finer than a country, with those that hold them."""
    by_id = {place.id: place for place in reading.places}
    waiting, found = list(activity.places), set()
    while waiting:
        place = by_id.pop(waiting.pop(), None)
        if place is None:
            continue
        if place.key and place.level is not PlaceLevel.COUNTRY:
            found.add(place.key)
        if place.within:
            waiting.append(place.within)
    return frozenset(found)


def _with_opening(holder: Account, opening: Account) -> Account:
    """Return an account with what its opening adds."""
    names = {party.names for party in holder.people}
    return replace(
        holder,
        kinds=holder.kinds | opening.kinds,
        groups=holder.groups | opening.groups,
        main=holder.main or opening.main,
        days=holder.days or opening.days,
        places=holder.places | opening.places,
        countries=holder.countries | opening.countries,
        people=(*holder.people, *(party for party in opening.people if party.names not in names)),
        bodies=holder.bodies or opening.bodies,
        editions=holder.editions | opening.editions,
        ordinals=holder.ordinals | opening.ordinals,
        visited=holder.visited | opening.visited,
    )


def first_day(days: Edtf | None) -> date | None:
    """Return the earliest day of a date, or None where nobody knows it."""
    return days.earliest if days else None
