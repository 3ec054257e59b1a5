"""Who an entry names: people with posts, bodies, delegations and places, each once."""

from collections.abc import Callable
from dataclasses import replace

from giaoluu.entries.facts import Facts
from giaoluu.model.activities import Participant, Role
from giaoluu.model.mentions import Delegation, Mentions, Occasion, OccasionKind, Occupancy, Organisation, Person, Place
from giaoluu.model.spans import Cited, Span

Lend = Callable[[str], Mentions]
"""What a pack knows of the words of one cell; the same words are asked for often."""


class EntryParties:
    """The parties of one entry. `lend` gives what a pack knows of a cell: kinds of posts and bodies, keys of places."""

    def __init__(self, facts: Facts, lend: Lend) -> None:
        self.facts = facts
        self.lend = lend
        self._people: dict[str, Person] = {}
        self._bodies: dict[str, Organisation] = {}
        self._taking_part: list[Participant] = []

    def people(self) -> tuple[Person, ...]:
        """Return the people in the order in which they are named."""
        return tuple(self._people.values())

    def organisations(self) -> tuple[Organisation, ...]:
        """Return the bodies in the order in which they are named."""
        return tuple(self._bodies.values())

    def named(self, name: str) -> str | None:
        """Return the id of a party of this name, or None."""
        key = name.casefold()
        found = self._people.get(key) or self._bodies.get(key)
        return found.id if found else None

    def participants(self) -> tuple[Participant, ...]:
        """Return who took part: the delegation with its head, host and partners, then the list."""
        value, facts = self.facts.value, self.facts
        direction, country = value("direction"), value("country")
        sent, met = (country, "") if direction == "in" else ("", country)
        body = self.body("sender", sent)
        if span := facts.span("delegation"):
            self._take_part("v1", Role.GUEST, span, sent)
        elif body and (span := facts.span("sender")):
            self._take_part(body, Role.GUEST, span, sent)
        if head := self.person("head", post="head_post", body=body, country=sent):
            self._take_part(head.id, Role.LEADER, head.mentions[0], sent, tuple(post.id for post in head.posts))
        if (host := self.body("host", met if direction == "out" else "")) and (span := facts.span("host")):
            self._take_part(host, Role.HOST, span, met if direction == "out" else "")
        for number in range(len(facts.items("partner"))):
            place = f"partner.{number}"
            if (partner := self.body(place, met)) and (span := facts.span(place)):
                self._take_part(partner, Role.ATTENDEE, span, met)
        for number in range(len(facts.entry.rows.get("participants", ()))):
            self._add_row(number)
        self._add_country(country)
        return tuple(self._taking_part)

    def person(self, place: str, *, post: str = "", body: str | None = None, country: str = "") -> Person | None:
        """Return the person whose name stands in a cell, added where new, with the post of another cell."""
        name = self.facts.cited(place)
        if name is None:
            return None
        known = self._people.get(name.value.casefold())
        person = known or Person(f"p{len(self._people) + 1}", (name,), (name.span,))
        if country and person.country is None:
            person = replace(person, country=self._told_country(country, place, name))
        if title := self.facts.cited(post):
            number = 1 + sum(len(one.posts) for one in self._people.values())
            kind = self._post_kind(title.value)
            made = Occupancy(f"o{number}", person.id, title, kind, body, country or None)
            person = replace(person, posts=(*person.posts, made))
        self._people[name.value.casefold()] = person
        return person

    def body(self, place: str, country: str = "") -> str | None:
        """Return the id of the body whose name stands in a cell, added where new; None for an empty cell."""
        name = self.facts.cited(place)
        if name is None:
            return None
        key = name.value.casefold()
        if key not in self._bodies:
            kind = next(
                (one.kind for one in self.lend(name.value).organisations if _fills(one.names, name.value)), None
            )
            known = self._told_country(country, place, name) if country else None
            self._bodies[key] = Organisation(f"g{len(self._bodies) + 1}", (name,), (name.span,), kind, known)
        return self._bodies[key].id

    def delegations(self, size: str | None) -> tuple[Delegation, ...]:
        """Return the delegation of the entry with its head, the body that sent it and its size."""
        name = self.facts.cited("delegation")
        if name is None:
            return ()
        head = self.named(self.facts.words("head")) if self.facts.words("head") else None
        body = self.named(self.facts.words("sender")) if self.facts.words("sender") else None
        country = self.facts.value("country") if self.facts.value("direction") == "in" else ""
        known = self.facts.cite(country, "country") if country and self.facts.span("country") else None
        return (Delegation("v1", name, (name.span,), head, body, known, size=size, count_stated=size is not None),)

    def places(self, place: str) -> tuple[Place, ...]:
        """Return the places of a cell: those that a pack knows by their keys, or the cell as it is."""
        span = self.facts.span(place)
        if span is None:
            return ()
        inside = self.lend(span.exact).places
        known = tuple(replace(one, name=self._moved(one.name, span)) for one in inside)
        return known or (Place("l1", self.facts.cite(span.exact, place)),)

    def anniversary(self, id_: str, name: Cited[str]) -> Occasion:
        """Return the occasion of a cell; an anniversary where a pack reads one there."""
        found = next(iter(self.lend(name.value).occasions), None)
        if found is None:
            return Occasion(id_, OccasionKind.EVENT, name)
        edition = Cited(found.edition.value, name.span, name.rule) if found.edition else None
        ordinal = Cited(found.ordinal.value, name.span, name.rule) if found.ordinal else None
        return Occasion(id_, found.kind, name, edition, ordinal)

    def add_subject(self) -> None:
        """Add the person that an entry is about, with other names and posts over time."""
        country = self.facts.value("country")
        for number in range(len(self.facts.entry.rows.get("posts", ()))):
            at = f"posts.{number}."
            body = self.body(at + "body")
            self._add_post(at, body)
        person = self.person("name", country=country)
        if person is None:
            return
        gender = self.facts.value("gender")
        self._people[person.names[0].value.casefold()] = replace(
            person,
            names=(*person.names, *self.facts.items("names")),
            gender=self.facts.cite(gender, "gender") if gender else None,
        )

    def add_body_subject(self) -> None:
        """Add the body that an entry is about, with other names and the body that it is part of."""
        if self.body("name", self.facts.value("country")) is None:
            return
        key = self.facts.words("name").casefold()
        parent = self.body("parent")
        body = self._bodies[key]
        self._bodies[key] = replace(body, names=(*body.names, *self.facts.items("names")), parent=parent)

    def _add_post(self, at: str, body: str | None) -> None:
        """Add a post to the person that an entry is about."""
        person = self.person("name")
        title = self.facts.cited(at + "post")
        if person is None or title is None:
            return
        made = Occupancy(f"o{len(person.posts) + 1}", person.id, title, self._post_kind(title.value), body)
        made = replace(made, tenure=self.facts.date(at + "date"))
        self._people[person.names[0].value.casefold()] = replace(person, posts=(*person.posts, made))

    def _add_row(self, number: int) -> None:
        """Add one row of the list of participants: a person, or a body where no person is named."""
        at = f"participants.{number}."
        country = self.facts.row("participants", number, "country")
        role = Role(self.facts.row("participants", number, "role") or Role.ATTENDEE)
        body = self.body(at + "body", country)
        name = self.facts.span(at + "name")
        if name and not self.facts.words(at + "post") and body is None and self._is_body(name.exact):
            body, name = self.body(at + "name", country), None
            self._take_part(body or "", role, self.facts.span(at + "name"), country)
        elif name and (person := self.person(at + "name", post=at + "post", body=body, country=country)):
            self._take_part(person.id, role, name, country, tuple(post.id for post in person.posts))
        elif body:
            self._take_part(body, role, self.facts.span(at + "body"), country)

    def _take_part(self, party: str, role: Role, span: Span | None, country: str, posts: tuple[str, ...] = ()) -> None:
        """Add a participant; one party has one role once."""
        if span is None or any(one.party == party and one.role is role for one in self._taking_part):
            return
        number = len(self._taking_part) + 1
        self._taking_part.append(Participant(f"t{number}", party, role, span, self.facts.rule, country or None, posts))

    def _add_country(self, country: str) -> None:
        """Add the side of a country that nobody named stands for."""
        span = self.facts.span("country")
        if not country or span is None or any(one.side == country for one in self._taking_part):
            return
        side = Organisation(
            f"g{len(self._bodies) + 1}",
            (self.facts.cite(span.exact, "country"),),
            (span,),
            country=self.facts.cite(country, "country"),
            collective=True,
        )
        key = span.exact.casefold()
        self._bodies[key if key not in self._bodies else f" {key}"] = side  # a host may be called by its country
        self._take_part(side.id, Role.ATTENDEE, span, country)

    def _told_country(self, country: str, place: str, name: Cited[str]) -> Cited[str]:
        """Return a party's country on the cell that names it, which may be that of the whole entry."""
        return Cited(country, self._country_span(place) or name.span, name.rule, inferred=True)

    def _country_span(self, place: str) -> Span | None:
        """Return the cell that names the country of a party: in its own row, or at the top."""
        head, _, _ = place.rpartition(".")
        return (self.facts.span(f"{head}.country") if head else None) or self.facts.span("country")

    def _moved(self, cited: Cited[str], cell: Span) -> Cited[str]:
        """Return what was found in a cell at its place in the entry."""
        start = cell.start + cited.span.start
        return Cited(cited.value, Span.of(self.facts.page.text, start, start + len(cited.span.exact)), self.facts.rule)

    def _post_kind(self, title: str) -> str | None:
        """Return the kind of the post whose words a pack knows."""
        posts = (post for person in self.lend(title).people for post in person.posts)
        return next((post.kind for post in posts), None)

    def _is_body(self, name: str) -> bool:
        """Say whether a pack reads a name as that of a body."""
        return any(_fills(one.names, name) for one in self.lend(name).organisations)


def _fills(names: tuple[Cited[str], ...], text: str) -> bool:
    """Say whether one of the printed names is most of a text."""
    return any(2 * len(one.span.exact) > len(text) for one in names)
