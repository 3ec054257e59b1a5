"""Whom an id of a reading means: the row and the name of each party."""

from giaoluu.model.activities import JOINT
from giaoluu.model.reading import Reading
from giaoluu.register.models import Organisation, Person, Place


class Parties:
    """The parties and places of one reading with their rows."""

    def __init__(
        self,
        reading: Reading,
        *,
        people: dict[str, Person],
        organisations: dict[str, Organisation],
        places: dict[str, Place],
    ) -> None:
        """Keep the rows by their ids in the reading."""
        self.reading = reading
        self.people = people
        self.organisations = organisations
        self.places = places
        self.posts = {post.id: post.title.value for person in reading.people for post in person.posts}

    def name(self, local: str | None) -> str:
        """Return the name of a party; the joint speaker and an unknown one have none."""
        if local is None or local == JOINT:
            return ""
        row = self.people.get(local) or self.organisations.get(local)
        return row.name if row else ""

    def country(self, local: str) -> str:
        """Return the country of a party, or the empty text."""
        row = self.people.get(local) or self.organisations.get(local)
        return row.country if row else ""

    def known_places(self, locals_: tuple[str, ...]) -> list[Place]:
        """Return the rows of places, the finest first; an id without a row is left out."""
        return [self.places[local] for local in locals_ if local in self.places]
