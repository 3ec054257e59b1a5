"""Where an activity took place of which only its host tells it: at home with whoever receives."""

from collections.abc import Mapping
from dataclasses import replace

from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import ActivityMention, Participant, Role
from giaoluu.model.mentions import Mentions, Occupancy, Organisation, Place, PlaceLevel
from giaoluu.model.spans import Cited

AT_HOME = frozenset({"encounter", "visit"})
"""Groups of kinds in which a host receives at home."""

HELD = frozenset({"ceremony", "culture"})
"""Groups of kinds that a mission holds in the country where it is."""

MISSIONS = frozenset({"embassy", "consulate"})

SEATS = frozenset({PlaceLevel.CITY, PlaceLevel.PROVINCE})


def at_hosts(made: list[ActivityMention], mentions: Mentions) -> list[ActivityMention]:
    """Tell where activities lie whose place no words tell.

    They lie in the town or province of their host's post, else in its country.
    """
    result = []
    for one in made:
        place = _place_of(one, mentions) if one.place is None and not one.places else None
        result.append(one if place is None else replace(one, places=(place.id,)))
    return result


def at_seats(made: list[ActivityMention], bodies: Mapping[str, Organisation]) -> list[ActivityMention]:
    """Tell where celebrations and the like lie that a mission abroad holds and whose place no words tell.

    They lie in the country of which the mission's name tells that it is there.
    """
    result = []
    for one in made:
        seat = _seat_abroad(one, bodies) if one.place is None and kind_of(one.kind.value).group in HELD else None
        place = Cited(seat.span.exact, seat.span, "mission-seat", inferred=True) if seat else one.place
        result.append(replace(one, place=place))
    return result


def _seat_abroad(one: ActivityMention, bodies: Mapping[str, Organisation]) -> Cited[str] | None:
    """Return the country in which a mission that holds an activity is, on its words."""
    holders = (bodies.get(party.party) for party in one.participants if party.role == Role.ORGANISER)
    return next((body.located_in for body in holders if body and body.kind in MISSIONS and body.located_in), None)


def _place_of(one: ActivityMention, mentions: Mentions) -> Place | None:
    if kind_of(one.kind.value).group not in AT_HOME:
        return None
    host = next((party for party in one.participants if party.role == Role.HOST and party.side), None)
    if host is None or not any(party.side not in {None, host.side} for party in one.participants):
        return None
    posts = [post for person in mentions.people if person.id == host.party for post in person.posts]
    return _seat(posts, host, mentions) or _country(posts, host, mentions)


def _seat(posts: list[Occupancy], host: Participant, mentions: Mentions) -> Place | None:
    """Return the town or province that a post of the host names."""
    titles = [post.title.value for post in posts]
    seats = [place for place in mentions.places if place.level in SEATS and place.country == host.side]
    return next((place for place in seats if any(place.name.value in title for title in titles)), None)


def _country(posts: list[Occupancy], host: Participant, mentions: Mentions) -> Place | None:
    """Return the country in which the host has the post (an ambassador's is abroad), where the article names it."""
    abroad = next((post.place for post in posts if post.place), None)
    return next((place for place in mentions.places if place.key == (abroad or host.side)), None)
