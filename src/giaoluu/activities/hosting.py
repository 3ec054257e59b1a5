"""Where an activity took place of which only its host tells it: at home with whoever receives."""

from dataclasses import replace

from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import ActivityMention, Participant, Role
from giaoluu.model.mentions import Mentions, Occupancy, Place, PlaceLevel

AT_HOME = frozenset({"encounter", "visit"})
"""Groups of kinds in which a host receives at home."""

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
