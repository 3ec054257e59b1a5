"""The words of one reading by their id, and how the page prints them."""

from collections.abc import Iterable
from typing import TypeAlias

from giaoluu.model.activities import Participant
from giaoluu.model.mentions import Delegation, Occupancy, Organisation, Person, Place
from giaoluu.model.reading import Reading
from giaoluu.model.spans import Cited, Span

Party: TypeAlias = Person | Organisation | Delegation

NEAR = 8
"""A body printed at most so many code points after its post belongs to the printed post."""

BREAKS = frozenset(",.;:()\n，。；：（）、")
"""Signs that end a printed post."""


class Index:
    """The parties, posts and places of a reading by id; an id that is not there gives None."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.article.text
        parties: tuple[Party, ...] = (*reading.people, *reading.organisations, *reading.delegations)
        self.parties = {party.id: party for party in parties}
        self.places = {place.id: place for place in reading.places}
        self.occupancies = {post.id: post for person in reading.people for post in person.posts}

    def party(self, id: str | None) -> Party | None:
        """Return the party of an id."""
        return self.parties.get(id) if id else None

    def organisation(self, id: str | None) -> Organisation | None:
        """Return the body of an id."""
        party = self.party(id)
        return party if isinstance(party, Organisation) else None

    def name(self, id: str | None) -> str | None:
        """Return a party's name as the page prints it, without the honorific; None where it prints none."""
        match self.party(id):
            case Person() as person:
                return _name_without_honorific(person)
            case Organisation(names=(name, *_)):
                return name.value
            case Delegation(name=name):
                return name.value
        return None

    def country(self, id: str | None) -> str | None:
        """Return a party's country code: its own, or that of its posts, or of its body."""
        match self.party(id):
            case Person() as person:
                posts = (post.country for post in person.posts)
                bodies = (self.country(post.body) for post in person.posts)
                return person.country.value if person.country else _first([*posts, *bodies])
            case Organisation(country=country, parent=parent):
                return country.value if country else self.country(parent)
            case Delegation(country=country, head=head, body=body):
                return country.value if country else _first([self.country(body), self.country(head)])
        return None

    def posts(self, person: Person, participant: Participant | None = None) -> tuple[Occupancy, ...]:
        """Return the posts a person holds in this part, or those that the page gives as held."""
        if participant and participant.posts:
            return tuple(self.occupancies[id] for id in participant.posts if id in self.occupancies)
        return tuple(post for post in person.posts if not post.former)

    def printed_posts(self, person: Person, participant: Participant | None = None) -> str | None:
        """Return the posts as printed, each in its fullest form, joined by a semicolon."""
        return "; ".join(_fullest(map(self.printed_post, self.posts(person, participant)))) or None

    def printed_post(self, post: Occupancy) -> str:
        """Return a post with its body where the page prints the two side by side, else its words alone."""
        body, title = self.organisation(post.body), post.title.span
        spans = body.mentions if body else ()
        start = min([title.start, *(span.start for span in spans if self._stand_together(span, title))])
        end = max([title.end, *(span.end for span in spans if self._stand_together(title, span))])
        return self.text[start:end] if (start, end) != (title.start, title.end) else post.title.value

    def body_name(self, person: Person, participant: Participant | None = None) -> str | None:
        """Return the name of the body of the first post that has one."""
        return _first(self.name(post.body) for post in self.posts(person, participant))

    def holders(self, id: str | None) -> Iterable[Place]:
        """Yield a place and the places that hold it, the finest first."""
        seen: set[str] = set()
        while id in self.places and id not in seen:
            seen.add(id)
            yield self.places[id]
            id = self.places[id].within

    def seats(self, place: Cited[str] | None) -> list[str]:
        """Return the country of a place that only the name of a mission there, or of a body in its house, tells."""
        bodies = [party for party in self.parties.values() if isinstance(party, Organisation)] if place else []
        named = ((body.located_in or body.country, _stands_at(body, place)) for body in bodies)
        return [country.value for country, here in named if country and here]

    def _stand_together(self, left: Span, right: Span) -> bool:
        """Say whether the right span follows the left one with hardly anything between."""
        between = self.text[left.end : right.start]
        return left.start < right.start and right.start - left.end <= NEAR and not BREAKS & set(between)


def _stands_at(body: Organisation, place: Cited[str] | None) -> bool:
    """Say whether a place is printed as a body's name, or as the country in it."""
    spans = [*body.mentions, *([body.located_in.span] if body.located_in else [])]
    return place is not None and any((one.start, one.end) == (place.span.start, place.span.end) for one in spans)


def _name_without_honorific(person: Person) -> str | None:
    """Return the fullest printed name; an honorific at its start is not part of it."""
    if not person.names:
        return None
    name, honorific = person.names[0], person.honorific
    if honorific and name.value.startswith(honorific.value) and honorific.span.start == name.span.start:
        return name.value[len(honorific.value) :].lstrip(" .") or name.value
    return name.value


def _fullest(posts: Iterable[str]) -> list[str]:
    """Return the posts in order without those that stand inside a longer one."""
    distinct = list(dict.fromkeys(posts))
    return [post for post in distinct if not any(post != other and post.lower() in other.lower() for other in distinct)]


def _first(values: Iterable[str | None]) -> str | None:
    """Return the first value that there is."""
    return next((value for value in values if value), None)
