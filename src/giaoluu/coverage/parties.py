"""Who takes part in an account, as others can recognise them: names, entity, country, posts by meaning."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from giaoluu.model.links import Identities
from giaoluu.model.mentions import Delegation, Organisation, Person
from giaoluu.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body of one account. `posts` are kinds of post with their country, `titles` the words of posts."""

    id: str
    names: tuple[str, ...]
    entity: str | None
    country: str | None
    posts: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


class Likeness(IntEnum):
    """How surely two parties are one, for telling activities apart (never for merging people)."""

    NONE = 0
    OPEN = 1
    PERHAPS = 2
    NAME = 3
    ENTITY = 4


class Parties:
    """The parties of one reading by id, each described once."""

    def __init__(self, reading: Reading, identities: Identities) -> None:
        self._reading, self._identities = reading, identities
        self._people = {person.id: person for person in reading.people}
        self._bodies = {body.id: body for body in reading.organisations}
        self._delegations = {delegation.id: delegation for delegation in reading.delegations}
        self._known: dict[str, Party] = {}

    def people(self, ids: Iterable[str]) -> tuple[Party, ...]:
        """Return the people among the parties, heads of delegations included, each once."""
        heads = (self._delegations[id].head if id in self._delegations else id for id in ids)
        return tuple(self.party(id) for id in dict.fromkeys(heads) if id in self._people)

    def bodies(self, ids: Iterable[str]) -> tuple[Party, ...]:
        """Return the bodies among the parties, those that send delegations included, each once."""
        sent = (self._delegations[id].body if id in self._delegations else id for id in ids)
        return tuple(self.party(id) for id in dict.fromkeys(sent) if id in self._bodies)

    def countries(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the countries of the parties, as far as the page tells them."""
        return frozenset(country for id in ids if (country := self.country(id)))

    def party(self, id: str) -> Party:
        """Return the description of one party."""
        if id not in self._known:
            self._known[id] = self._person(id) if id in self._people else self._body(id)
        return self._known[id]

    def country(self, id: str | None) -> str | None:
        """Return a party's country: its own, or that of its posts, body or head."""
        match self._people.get(id or "") or self._bodies.get(id or "") or self._delegations.get(id or ""):
            case Person() as person:
                posts = (post.country or self.country(post.body) for post in person.posts)
                return person.country.value if person.country else next(filter(None, posts), None)
            case Organisation(country=country):
                return country.value if country else None
            case Delegation(country=country, head=head, body=body):
                return country.value if country else self.country(body) or self.country(head)
        return None

    def _person(self, id: str) -> Party:
        person = self._people[id]
        names = tuple(dict.fromkeys(_without_honorific(person, name.value) for name in person.names))
        country = self.country(id)
        posts = frozenset(f"{post.kind}:{post.country or country}" for post in person.posts if post.kind)
        titles = frozenset(post.title.value for post in person.posts if post.kind)
        return Party(id, names, self._identities.entity(self._reading.id, id), country, posts, titles)

    def _body(self, id: str) -> Party:
        body = self._bodies[id]
        names = tuple(dict.fromkeys(name.value for name in body.names))
        country = self.country(id)
        meaning = frozenset({f"{body.kind}:{country}"} if body.kind and country else ())
        return Party(id, names, self._identities.entity(self._reading.id, id), country, meaning)


def likeness(left: Party, right: Party, identities: Identities) -> Likeness:
    """Return how surely two people are one.

    Where their names cannot be compared, the same post of one country is "perhaps"; nothing against it is "open". Posts
    of one kind in two fields (trade, agriculture) are two people's, even where their names sound alike.
    """
    if left.entity and left.entity == right.entity:
        return Likeness.ENTITY
    is_one = is_open = False
    for mine in left.names:
        for its in right.names:
            verdict = identities.alike(mine, its)
            if verdict and mine == its:
                return Likeness.NAME
            is_one = is_one or verdict is True
            is_open = is_open or verdict is None
    if not (is_one or is_open) or _are_posts_apart(left, right, identities):
        return Likeness.NONE
    if is_one:
        return Likeness.NAME
    if left.posts & right.posts or _sound_alike(left, right, identities):
        return Likeness.PERHAPS
    is_other = (left.country and right.country and left.country != right.country) or (left.posts and right.posts)
    return Likeness.NONE if is_other else Likeness.OPEN


def _are_posts_apart(left: Party, right: Party, identities: Identities) -> bool:
    """Say whether two people hold posts of one kind whose words name other fields throughout."""
    if left.posts.isdisjoint(right.posts) or not left.titles or not right.titles:
        return False
    return all(identities.are_posts_apart(mine, its) for mine in left.titles for its in right.titles)


def _sound_alike(left: Party, right: Party, identities: Identities) -> bool:
    """Say whether two people of one country may bear one name, written by its sound on one side."""
    if left.country is None or left.country != right.country:
        return False
    return any(identities.sound_alike(mine, its) for mine in left.names for its in right.names)


def body_likeness(left: Party, right: Party, identities: Identities) -> Likeness:
    """Return how surely two bodies are one: one entity or name; "perhaps" for one kind of body of one country."""
    if (left.entity and left.entity == right.entity) or {*left.names} & {*right.names}:
        return Likeness.ENTITY
    verdicts = {identities.same_body(mine, its) for mine in left.names for its in right.names}
    if True in verdicts:
        return Likeness.ENTITY
    return Likeness.PERHAPS if left.posts & right.posts and None in verdicts else Likeness.NONE


def pairs_of(
    left: Sequence[Party], right: Sequence[Party], identities: Identities, *, fewest: int = 0
) -> list[tuple[Party, Party, Likeness]]:
    """Return who of one account is whom of the other, each once, the surest first; none if fewer than `fewest`."""
    found: list[tuple[int, int, int, Party, Party]] = []
    alone = 0
    for number, mine in enumerate(left):
        likes = [(likeness(mine, its, identities), place, its) for place, its in enumerate(right)]
        row = [(-int(like), number, place, mine, its) for like, place, its in likes if like]
        found += row
        alone += not row
        if len(left) - alone < fewest:
            return []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    for rank, number, place, mine, its in sorted(found, key=lambda one: one[:3]):
        if number not in taken_left and place not in taken_right:
            taken_left.add(number)
            taken_right.add(place)
            pairs.append((mine, its, Likeness(-rank)))
    return pairs


def _without_honorific(person: Person, name: str) -> str:
    """Return a printed name without the honorific at its start."""
    honorific = person.honorific.value if person.honorific else ""
    return name[len(honorific) :].lstrip(" .") or name if honorific and name.startswith(honorific) else name
