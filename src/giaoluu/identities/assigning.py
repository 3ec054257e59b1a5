"""New sightings to entities already known: only those are looked at that share a key."""

from collections.abc import Iterable
from typing import Protocol

from giaoluu.identities.judgements import Ruling
from giaoluu.identities.keys import keys
from giaoluu.identities.resolver import Resolver
from giaoluu.identities.sightings import Entity, Sighting


class Known(Protocol):
    """Who keeps the sightings of before, such as a register."""

    def sharing(self, keys: frozenset[str]) -> Iterable[Sighting]:
        """Return all sightings of every entity of which some sighting has one of these keys."""


def assign(sightings: Iterable[Sighting], known: Known, rulings: Iterable[Ruling] = ()) -> list[Entity]:
    """Return the entities of new sightings and of all known ones that share a key with them, old sightings and new.

    Each sighting returned stands in the entity given for it, whatever entity it stood in before: a new name may show
    that an old one could be either of two people. What comes out is what `Resolver` says of all sightings at once.
    """
    new = {sighting.id: sighting for sighting in sightings}
    near = _sharing(new.values(), known) | new
    around = _sharing(near.values(), known) | near
    entities = Resolver(around.values(), rulings).entities()
    return [entity for entity in entities if not near.keys().isdisjoint(entity.sightings)]


def _sharing(sightings: Iterable[Sighting], known: Known) -> dict[str, Sighting]:
    """Return id → known sighting of every entity that shares a key with one of these."""
    wanted = frozenset(key for sighting in sightings for key in keys(sighting.names[0]))
    return {sighting.id: sighting for sighting in known.sharing(wanted)}
