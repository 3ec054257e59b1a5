"""Where an activity took place of which only its host tells it: at home with whoever receives."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from giaoluu.activities.datelines import dateline_of
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import ActivityMention, Participant, Role, Status
from giaoluu.model.article import Article
from giaoluu.model.mentions import Mentions, Occupancy, Organisation, Person, Place, PlaceLevel
from giaoluu.model.spans import Cited

AT_HOME = frozenset({"encounter", "visit"})
"""Groups of kinds in which a host receives at home."""

HELD = frozenset({"ceremony", "culture", "assembly"})
"""Groups of kinds that a body holds where it is."""

MISSIONS = frozenset({"embassy", "consulate"})

LOCAL = frozenset({"governor", "party_secretary"})
"""Kinds of posts in a province or town."""

SEATS = frozenset({PlaceLevel.CITY, PlaceLevel.PROVINCE})


def at_hosts(made: list[ActivityMention], mentions: Mentions, article: Article | None = None) -> list[ActivityMention]:
    """Tell where activities lie whose place no words tell.

    They lie in the town from which an agency reports them, or in the town or province of their host's post, else in
    its country; or where the visit of one who meets is, and a visit where its guests are received.
    """
    made = _at_dateline(made, mentions, article) if article else made
    visits = [one for one in made if one.kind.value == "visit" and one.main and one.place]
    seats = Seats(mentions, article)
    result = []
    for one in made:
        free = one.place is None and not one.places
        if free and (away := _away(one, visits, seats)) is not None:
            one, free = _there(one, away), False
        place = _place_of(one, seats) if free or seats.is_nowhere(one) else None
        if place is not None:
            one = replace(one, places=(*one.places, place.id))
        elif one.main and one.place is None and not one.places and _meets(one):
            one = _on_visit(one, visits)
        result.append(one)
    return [_where_received(one, result) for one in result]


def _where_received(one: ActivityMention, made: list[ActivityMention]) -> ActivityMention:
    """Return a visit of which no words tell where it goes with the place where its guests are received."""
    if one.kind.value != "visit" or one.place is not None or one.places:
        return one
    guests = {party.party for party in one.participants if party.role == Role.GUEST}
    for other in made:
        hosted = any(party.role == Role.HOST for party in other.participants)
        same = any(party.party in guests for party in other.participants)
        if _meets(other) and hosted and same and (other.place or other.places):
            place = replace(other.place, rule="visit-place", inferred=True) if other.place else None
            return replace(one, place=place, places=other.places)
    return one


def _at_dateline(made: list[ActivityMention], mentions: Mentions, article: Article) -> list[ActivityMention]:
    """Return what took place and has no place with that of the article's dateline ("OSLO, May 3 (NTB) -- …")."""
    head = dateline_of(mentions, article)
    if head is None or head.ref is None or _is_abroad(head.value, made, mentions):
        return made
    span = article.span(head.start, head.end)
    place = Cited(span.exact, span, "dateline", inferred=True)
    return [
        replace(one, place=place, places=(head.ref,))
        if one.main and one.place is None and one.status and one.status.value is Status.HELD and _is_sitting(one)
        else one
        for one in made
    ]


def _is_abroad(country: str | None, made: list[ActivityMention], mentions: Mentions) -> bool:
    """Say whether an article tells of a visit to another country than that from which it is reported."""
    visited = {ref for one in made if one.kind.value == "visit" and one.main for ref in one.places}
    return any(place.id in visited and place.country not in {None, country} for place in mentions.places)


def _is_sitting(one: ActivityMention) -> bool:
    """Say whether those who take part come together in one place."""
    kind = one.kind.value
    return kind not in {"phone_call", "signing"} and kind_of(kind).group in {
        "encounter",
        "ceremony",
        "assembly",
        "culture",
    }


def _meets(one: ActivityMention) -> bool:
    """Say whether people meet in one place."""
    return kind_of(one.kind.value).group == "encounter" and one.kind.value != "phone_call"


def _is_to_come(one: ActivityMention) -> bool:
    return one.status is not None and one.status.value is Status.PLANNED


def _on_visit(one: ActivityMention, visits: list[ActivityMention]) -> ActivityMention:
    """Return a meeting with the place of the visit on which one of those who meet is."""
    here = {party.party for party in one.participants}
    for visit in visits:
        if _is_to_come(visit) and not _is_to_come(one):
            continue
        if visit.place and any(party.party in here and party.role == Role.GUEST for party in visit.participants):
            return _there(one, visit)
    return one


def _there(one: ActivityMention, visit: ActivityMention) -> ActivityMention:
    """Return an activity with the place of a visit."""
    place = replace(visit.place, rule="visit-place", inferred=True) if visit.place else None
    return replace(one, place=place, places=visit.places)


def _away(one: ActivityMention, visits: list[ActivityMention], seats: "Seats") -> ActivityMention | None:
    """Return the visit to another country on which the host of a meeting is: whoever is received is so there."""
    host = next((party for party in one.participants if party.role == Role.HOST and party.side), None)
    if host is None or not _meets(one) or _is_to_come(one):
        return None
    for visit in visits:
        on_it = any(party.party == host.party and party.role != Role.HOST for party in visit.participants)
        abroad = seats.countries(visit) - {host.side}
        if on_it and abroad and not _is_to_come(visit) and host.side not in seats.countries(visit):
            return visit
    return None


def at_seats(
    made: list[ActivityMention], bodies: Mapping[str, Organisation], places: Sequence[Place]
) -> list[ActivityMention]:
    """Tell where celebrations and the like lie whose place no words tell, from the names of the bodies that hold them.

    They lie in the town or province in such a name, or, for a mission abroad, in the country that it tells.
    """
    result = []
    for one in made:
        free = one.place is None and kind_of(one.kind.value).group in HELD
        seat = (_seat_named(one, bodies, places) or _seat_abroad(one, bodies)) if free else None
        place = Cited(seat.span.exact, seat.span, "holder-seat", inferred=True) if seat else one.place
        result.append(replace(one, place=place))
    return result


def _seat_named(one: ActivityMention, bodies: Mapping[str, Organisation], places: Sequence[Place]) -> Cited[str] | None:
    """Return the town or province that the name of a body that holds an activity tells, on its words elsewhere."""
    towns = [place for place in places if place.level in SEATS]
    for party in one.participants:
        body = bodies.get(party.party) if party.role == Role.ORGANISER else None
        for name in body.names if body else ():
            place = next((place for place in towns if name.value.endswith(place.name.value)), None)
            if place is not None:
                return place.name
    return None


def _seat_abroad(one: ActivityMention, bodies: Mapping[str, Organisation]) -> Cited[str] | None:
    """Return the country in which a mission that holds an activity is, on its words."""
    holders = (bodies.get(party.party) for party in one.participants if party.role == Role.ORGANISER)
    return next((body.located_in for body in holders if body and body.kind in MISSIONS and body.located_in), None)


def _place_of(one: ActivityMention, seats: "Seats") -> Place | None:
    if kind_of(one.kind.value).group not in AT_HOME:
        return None
    host = next((party for party in one.participants if party.role == Role.HOST and party.side), None)
    host = host or seats.met_by_envoy(one)
    others = {party.side for party in one.participants if party is not host and party.role != Role.HOST}
    if host is None or not others - {host.side}:
        return None
    seat = seats.of(host)
    return seat if seat is not None or others <= {None, host.side} else seats.country(host)


class Seats:
    """The towns and provinces in which hosts have their posts and bodies."""

    def __init__(self, mentions: Mentions, article: Article | None) -> None:
        """Index the places of an article by all words that it has for them."""
        self.people: dict[str, Person] = {person.id: person for person in mentions.people}
        self.bodies: dict[str, Organisation] = {body.id: body for body in mentions.organisations}
        self.places = mentions.places
        self.forms: dict[str, Counter[str]] = {place.id: Counter([place.name.value]) for place in mentions.places}
        for one in mentions.mentions if article else ():
            if one.kind == "place" and one.ref in self.forms and article:
                self.forms[one.ref][article.text[one.start : one.end]] += 1

    def countries(self, one: ActivityMention) -> set[str | None]:
        """Return the countries in which the places of an activity lie."""
        return {place.country for place in self.places if place.id in one.places} - {None}

    def is_nowhere(self, one: ActivityMention) -> bool:
        """Say whether all that is told of a place is a house or room in it: what town it stands in, no words tell."""
        here = [place for place in self.places if place.id in one.places]
        return bool(here) and all(
            place.level is PlaceLevel.SITE and not (place.country or place.city or place.within) for place in here
        )

    def of(self, host: Participant) -> Place | None:
        """Return the town or province that a post of the host names, or the body that the host has it in or is.

        Where it is that of a province and names none, it is the province of the host's country that the article
        names, or names most.
        """
        posts = self._posts(host)
        titles = [name for party in (host.party, *(post.body for post in posts)) for name in self._names(party)]
        titles += [post.title.value for post in posts]
        seats = [place for place in self.places if place.level in SEATS and place.country == host.side]
        named = next(
            (one for one in seats if any(form in title for form in self.forms[one.id] for title in titles)), None
        )
        if named is not None or not any(post.kind in LOCAL for post in posts):
            return named
        provinces = [(self.forms[one.id].total(), one) for one in seats if one.level is PlaceLevel.PROVINCE]
        most = max((times for times, _ in provinces), default=0)
        likeliest = [one for times, one in provinces if times == most]
        return likeliest[0] if len(likeliest) == 1 else None

    def country(self, host: Participant) -> Place | None:
        """Return the country in which the host has the post (an ambassador's is abroad), where the article names it."""
        abroad = next((post.place for post in self._posts(host) if post.place), None)
        return next((place for place in self.places if place.key == (abroad or host.side)), None)

    def met_by_envoy(self, one: ActivityMention) -> Participant | None:
        """Return who meets an envoy posted to their country without a host: whoever has the house there."""
        if not _meets(one) or any(party.role == Role.HOST for party in one.participants):
            return None
        abroad = {post.place for party in one.participants for post in self._posts(party) if post.place}
        return next((party for party in one.participants if party.side and party.side in abroad), None)

    def _posts(self, host: Participant) -> list[Occupancy]:
        return list(self.people[host.party].posts) if host.party in self.people else []

    def _names(self, party: str | None) -> list[str]:
        return [name.value for name in self.bodies[party].names] if party in self.bodies else []
