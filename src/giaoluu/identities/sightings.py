"""A person as one article shows them, and the entity that many such sightings make."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from giaoluu.identities.organisations import organisation_key, place_of_local
from giaoluu.identities.posts import post_held
from giaoluu.identities.verdicts import Context, Verdict
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import Person
from giaoluu.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person of one article: an id that no other sighting has, the names as printed, and what stands around."""

    id: str
    names: tuple[str, ...]
    context: Context


@dataclass(frozen=True, slots=True)
class Entity:
    """One person: the sightings in order of their ids; the least id is the entity's.

    `names` are all forms as printed, the most frequent first.
    """

    id: str
    sightings: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one, for a person to judge: a sighting of each, and the verdict."""

    left: str
    right: str
    verdict: Verdict


class Kept:
    """Sightings one after the other; what many of them have in common is kept once."""

    def __init__(self) -> None:
        self.sightings: list[Sighting] = []
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._contexts: dict[Context, Context] = {}

    def add(self, sightings: Iterable[Sighting]) -> None:
        """Keep further sightings."""
        for one in sightings:
            names = self._names.setdefault(one.names, one.names)
            context = self._contexts.setdefault(one.context, one.context)
            self.sightings.append(Sighting(one.id, names, context))


def sightings_of(reading: Reading) -> Iterator[Sighting]:
    """Yield the people of a reading as sightings: id `article/person`, with country, posts, bodies and date.

    The date is the article's own day, or else that of what the person takes part in; a post's country stands in where
    the article gives the person none.
    """
    published = reading.article.published
    days = {} if published else _days(reading)
    places = _places(reading)
    for person in reading.people:
        day = published.value if published else days.get(person.id)
        yield Sighting(f"{reading.id}/{person.id}", _names(person), _context(person, reading, places, day))


def _places(reading: Reading) -> dict[str, str]:
    """Return country → the one place whose local bodies a page names: "the city" there is that one."""
    found: dict[str, set[str]] = {}
    for body in reading.organisations:
        if body.names and body.country and (place := place_of_local(body.names[0].value)):
            found.setdefault(body.country.value, set()).add(place)
    return {country: next(iter(some)) for country, some in found.items() if len(some) == 1}


def _days(reading: Reading) -> dict[str, Edtf]:
    """Return person → the day of what the person takes part in first, main activities before others."""
    found: dict[str, Edtf] = {}
    heads = {delegation.id: delegation.head for delegation in reading.delegations}
    for activity in sorted(reading.activities, key=lambda one: not one.main):
        if activity.date and not activity.date.value.is_year_masked:
            for participant in activity.participants:
                found.setdefault(heads.get(participant.party) or participant.party, activity.date.value)
    return found


def _names(person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.value for name in person.names))


def _context(person: Person, reading: Reading, places: Mapping[str, str], day: Edtf | None) -> Context:
    organisations = {organisation.id: organisation for organisation in reading.organisations}
    held = tuple(post_held(occupancy, organisations) for occupancy in person.posts)
    countries = [person.country.value] if person.country else [post.country for post in held if post.country]
    country = countries[0] if countries else None
    place = places.get(country or "")
    bodies = frozenset(organisation_key(post.body, place=place) for post in held if post.body)
    return Context(country, tuple(replace(post, country=post.country or country) for post in held), bodies, day)
