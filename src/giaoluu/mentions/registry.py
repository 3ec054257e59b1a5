"""The people and bodies of one article: which mentions name the same one."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from giaoluu.mentions.homes import Homes, is_told_at_home
from giaoluu.mentions.name_key import name_key
from giaoluu.mentions.values import BodyValue, PersonValue, PostValue
from giaoluu.model.article import Article
from giaoluu.model.mentions import INTERNATIONAL, Occupancy, Organisation, Person
from giaoluu.model.spans import Cited, Span

ONLY_ONE = frozenset({"head_of_state", "head_of_government", "head_of_party"})
"""Kinds of posts of which each country has one holder."""

HEADED = {"ambassador": "embassy", "consul": "consulate"}
"""Kind of a post → kind of the body that its holder heads."""

STATELESS = frozenset({INTERNATIONAL, "collective_local"})
"""Kinds of bodies that are of no one country."""

MANY_STATES = "international_official"
"""Kind of the posts of bodies of many states."""


def _is_stateless(post: PostValue) -> bool:
    """Say whether a post is one of a body of many states."""
    return post.body.kind in STATELESS if post.body is not None else post.kind == MANY_STATES


@dataclass
class BodyRecord:
    """What is known of one body so far."""

    id: str
    value: BodyValue
    names: dict[str, Cited[str]] = field(default_factory=dict)
    mentions: list[Span] = field(default_factory=list)


@dataclass
class PersonRecord:
    """What is known of one person so far."""

    id: str
    names: dict[str, Cited[str]] = field(default_factory=dict)
    mentions: list[Span] = field(default_factory=list)
    posts: dict[str, Occupancy] = field(default_factory=dict)
    post_values: list[PostValue] = field(default_factory=list)
    gender: Cited[str] | None = None
    honorific: Cited[str] | None = None
    spouse: "PersonRecord | None" = None
    """Whose wife or husband a word before the name makes them."""


class Bodies:
    """The bodies of an article, one record each."""

    def __init__(self, article: Article) -> None:
        """Start without any."""
        self.article = article
        self.records: list[BodyRecord] = []
        self.by_key: dict[str, BodyRecord] = {}

    def add(self, value: BodyValue, start: int, end: int, *, rule: str) -> str:
        """Enter one mention of a body and return the body's id."""
        span = self.article.span(start, end)
        keys = [name_key(span.exact)]
        if value.unique and value.country:
            keys.append(
                f"\0{value.kind}\0{value.country}\0{value.located_in or ''}\0{value.place or ''}\0{value.partners}"
            )
        record = next((self.by_key[key] for key in keys if key in self.by_key), None)
        if record is None:
            record = BodyRecord(f"o{len(self.records) + 1}", value)
            self.records.append(record)
        elif record.value.country is None and value.country:
            record.value = value
        for key in keys:
            self.by_key.setdefault(key, record)
        record.names.setdefault(keys[0], Cited(span.exact, span, rule))
        record.mentions.append(span)
        return record.id

    def alias(self, body: str, name: str) -> None:
        """Let a short form introduced in brackets stand for a body."""
        self.by_key.setdefault(name_key(name), self.records[int(body[1:]) - 1])

    def organisations(self, home: str | None) -> Iterator[Organisation]:
        """Yield the bodies; one that names no country is of the language's home country, inferred."""
        for record in self.records:
            value = record.value
            names = tuple(sorted(record.names.values(), key=lambda name: (-len(name.value), name.span)))
            country = self._country(
                value.country, value.country_at, names[0], None if value.kind in STATELESS else home
            )
            located = (
                Cited(value.located_in, self.article.span(*value.located_at), "body-seat")
                if value.located_in and value.located_at
                else None
            )
            yield Organisation(
                record.id,
                names,
                tuple(record.mentions),
                value.kind,
                country,
                located,
                value.partners,
                None,
                None,
                value.collective,
            )

    def _country(
        self, code: str | None, at: tuple[int, int] | None, name: Cited[str], home: str | None
    ) -> Cited[str] | None:
        if code:
            return Cited(code, self.article.span(*at) if at else name.span, "country-in-name")
        return Cited(home, name.span, "home-country", inferred=True) if home else None


class People:
    """The people of an article, one record each."""

    def __init__(self, article: Article, bodies: Bodies) -> None:
        """Start without any."""
        self.article, self.bodies = article, bodies
        self.records: list[PersonRecord] = []
        self.by_name: dict[str, PersonRecord] = {}
        self.posts = 0
        self.ends: dict[int, list[int]] = {}
        """Where a mention ends → the numbers of the people whom it means."""
        self.heads: list[PersonRecord] = []
        """Who has a post of which each country has one holder."""
        self.seats: dict[str, list[BodyRecord]] = {}
        """The bodies of said countries that somebody may head, by kind."""

    def add(self, value: PersonValue, start: int, end: int, *, full: str, rule: str) -> str:
        """Enter one mention of a person under the full name and return the person's id."""
        key = name_key(full)
        record = self.by_name.get(key)
        if record is None:
            record = PersonRecord(f"p{len(self.records) + 1}")
            self.records.append(record)
            self.by_name[key] = record
        name_span = self.article.span(*value.name_at)
        record.names.setdefault(name_key(value.name), Cited(value.name, name_span, rule))
        record.mentions.append(self.article.span(start, end))
        if value.honorific_at and record.honorific is None:
            record.honorific = Cited((span := self.article.span(*value.honorific_at)).exact, span, "honorific")
        if value.gender and record.gender is None:
            rule = "honorific-gender" if value.honorific_at else "name-gender"
            record.gender = Cited(value.gender, self.article.span(*(value.honorific_at or value.name_at)), rule)
        for post, post_start, post_end in value.posts:
            self.give(record, post, post_start, post_end)
        return record.id

    def give(self, record: PersonRecord, post: PostValue, start: int, end: int) -> None:
        """Enter a post that the article gives a person."""
        span = self.article.span(start, end)
        body = self.bodies.add(post.body, *post.body_at, rule="body-in-post") if post.body and post.body_at else None
        record.post_values.append(post)
        key = name_key(span.exact)
        if key not in record.posts:
            self.posts += 1
            record.posts[key] = Occupancy(
                f"j{self.posts}",
                record.id,
                Cited(span.exact, span, f"post:{post.kind}"),
                post.kind,
                body,
                post.country,
                post.located_in,
            )

    def people(self, homes: Homes) -> Iterator[Person]:
        """Yield the people with their fullest name first; their country is what posts, or else names, tell."""
        self._index()
        for record in self.records:
            names = tuple(sorted(record.names.values(), key=lambda name: (-len(name.value), name.span)))
            country = self._country(record, names[0], homes)
            yield Person(
                record.id,
                names,
                tuple(record.mentions),
                tuple(record.posts.values()),
                country,
                record.gender,
                record.honorific,
                background=homes.is_past(record),
            )

    def _index(self) -> None:
        """Index the people and bodies by what one is asked for about another."""
        self.ends, self.seats = {}, {}
        for number, record in enumerate(self.records):
            for end in {span.end for span in record.mentions}:
                self.ends.setdefault(end, []).append(number)
        self.heads = [one for one in self.records if any(value.kind in ONLY_ONE for value in one.post_values)]
        for body in self.bodies.records:
            if body.value.kind in HEADED.values() and body.value.country:
                self.seats.setdefault(body.value.kind, []).append(body)

    def _country(self, record: PersonRecord, name: Cited[str], homes: Homes) -> Cited[str] | None:
        """Return the country that a person stands for: named in a post, of the body, or inferred."""
        if (said := self._said(record, name, homes)) is not None:
            return said
        if any(_is_stateless(value) for value in record.post_values):
            return None
        for value in record.post_values:
            seats = self.seats.get(HEADED.get(value.kind, ""), ())
            if len(seats) == 1 and value.located_in != seats[0].value.country:
                span = self.article.span(*at) if (at := seats[0].value.country_at) else seats[0].mentions[0]
                return Cited(seats[0].value.country or "", span, "embassy-in-text", inferred=True)
        if record.spouse is not None and (of := self._country(record.spouse, name, homes)):
            return replace(of, rule="spouse", inferred=True)
        if led := homes.leader(record):
            return Cited(led, name.span, "leader", inferred=True)
        if abroad := homes.abroad(name.value):
            return Cited(abroad, name.span, "surname", inferred=True)
        if found := homes.side(record.mentions):
            return Cited(*found, "side", inferred=True)
        if homes.joins and (mate := self._mate(record, homes)) and (of := self._country(mate, name, homes)):
            return replace(of, rule="list", inferred=True)
        return self._country_by_name(record, name, homes)

    def _said(self, record: PersonRecord, name: Cited[str], homes: Homes) -> Cited[str] | None:
        """Return the country that a person's posts tell; where their wording alone does, a delegation's comes first."""
        for value in record.post_values:
            if value.country and value.country_at:
                if value.assumed and (found := homes.side(record.mentions)) is not None:
                    return Cited(*found, "side", inferred=True)
                if partners := homes.partners(value, name.value):
                    return Cited(partners[0], name.span, "partner-of-association", inferred=True)
                return Cited(value.country, self.article.span(*value.country_at), "country-in-post")
        return None

    def _mate(self, record: PersonRecord, homes: Homes) -> PersonRecord | None:
        """Return who stands right before somebody in a list, with a name of the same form."""
        text, first = self.article.text, record.mentions[0].start
        before = (first - len(join) for join in homes.joins if join and text.endswith(join, 0, first))
        for number in sorted({number for end in before for number in self.ends.get(end, ())}):
            other = self.records[number]
            name, own = next(iter(other.names.values())), next(iter(record.names.values()))
            alike = len({homes.is_native(one.value, bool(homes.joins)) for one in (name, own)}) == 1
            if other is not record and alike:
                return other
        return None

    def _country_by_name(self, record: PersonRecord, name: Cited[str], homes: Homes) -> Cited[str] | None:
        """Return the country that somebody's name, kind of post or surroundings make likely, or None."""
        alien = homes.is_alien(name.value)
        by_name = homes.by_name or alien
        at_home = homes.is_native(name.value, is_told_at_home(record, name)) and not alien
        native = at_home and not self._is_rival(record, homes)
        posts = set[str]() if homes.has_all_offices else {value.abroad for value in record.post_values}
        if by_name and "always" in posts and (found := homes.nearest(record.mentions)):
            return Cited(*found, "nearest-country", inferred=True)
        if homes.other and ("always" in posts or ("by-name" in posts and not native)):
            return Cited(homes.other, name.span, "other-country-in-text", inferred=True)
        if "always" in posts:
            return None
        if homes.home and (native or (record.post_values and not by_name)):
            return Cited(homes.home, name.span, "home-country", inferred=True)
        if by_name and not native and (found := homes.nearest(record.mentions)):
            return Cited(*found, "nearest-country", inferred=True)
        if by_name and not native and record.post_values and (found := homes.lately(record.mentions)):
            return Cited(*found, "country-named-before", inferred=True)
        if by_name and homes.other and not native:
            return Cited(homes.other, name.span, "other-country-in-text", inferred=True)
        if by_name and not native and (found := homes.around(record.mentions)):
            return Cited(*found, "nearest-place", inferred=True)
        if homes.unsaid and (told := homes.unsaid(record)):
            return Cited(*told, inferred=True)
        return None

    def _is_rival(self, record: PersonRecord, homes: Homes) -> bool:
        """Say whether somebody else is surely the home country's holder of a post of which each country has one."""
        if not homes.by_name or any(value.body for value in record.post_values):
            return False
        kinds = {value.kind for value in record.post_values} & ONLY_ONE
        return any(
            other is not record
            and len(other.mentions) >= len(record.mentions)
            and any(
                value.kind in kinds and (value.country == homes.home or (value.body and not value.country))
                for value in other.post_values
            )
            for other in (self.heads if kinds else ())
        )
