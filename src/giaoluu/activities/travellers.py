"""Who travels, where a sentence tells of a visit behind a meeting: "A met B during an official visit to Norway"."""

from dataclasses import replace

from giaoluu.model.activities import ActivityMention, Participant, Role
from giaoluu.model.mentions import Mentions


def with_travellers(made: list[ActivityMention], mentions: Mentions) -> list[ActivityMention]:
    """Let whoever is of another country be the guest of a visit, where its guests are of the country visited."""
    lands = {place.id: place.country for place in mentions.places}
    return [_turned(one, {lands[ref] for ref in one.places if lands.get(ref)}) for one in made]


def _turned(one: ActivityMention, visited: set[str | None]) -> ActivityMention:
    """Return a visit to one country with its guests and others in the roles that their countries tell."""
    if one.kind.value != "visit" or len(visited) != 1:
        return one
    guests = {party.side for party in one.participants if party.role == Role.GUEST}
    abroad = {party.side for party in one.participants if party.role == Role.ATTENDEE} - {None} - visited
    if guests != visited or len(abroad) != 1:
        return one
    return replace(one, participants=tuple(_in_turn(party, visited, abroad) for party in one.participants))


def _in_turn(party: Participant, visited: set[str | None], abroad: set[str | None]) -> Participant:
    """Return a participant of a visit as guest or as host."""
    if party.role == Role.GUEST and party.side in visited:
        return replace(party, role=Role.HOST)
    return replace(party, role=Role.GUEST) if party.role == Role.ATTENDEE and party.side in abroad else party
