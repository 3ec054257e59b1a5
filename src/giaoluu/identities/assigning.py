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
    """Return the entities that new sightings belong to, each with all its sightings, old and new.

    What comes out after the last sighting is what `Resolver` says of all of them at once, in any order.
    """
    new = list(sightings)
    wanted = frozenset(key for sighting in new for key in keys(sighting.names[0]))
    resolver = Resolver([*known.sharing(wanted), *new], rulings)
    ids = {sighting.id for sighting in new}
    return [entity for entity in resolver.entities() if not ids.isdisjoint(entity.sightings)]
