"""A reading as one flat record: who took part in what, when, where, and what was said.

The shape is a contract (docs/reference/record.md): other programs read it.
"""

from collections.abc import Iterator
from typing import Any

from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import JOINT, ActivityMention, Attribution, Participant, Quotation, Status
from giaoluu.model.mentions import Delegation, Person, PlaceLevel
from giaoluu.model.reading import Reading
from giaoluu.reports.index import Index

LONGEST_EVIDENCE = 900
"""A longer sentence is a table or a list: the words said stand for it."""

DONE = "done"
"""How the record writes an activity that was held."""


def record(reading: Reading) -> dict[str, Any]:
    """Return the record of one reading, ready for JSON. Offsets are code points of the article's text.

    What the page is about stands in `activities`; what it only mentions, and parts of these, in `context`.
    """
    index = Index(reading)
    told = [(_is_reported(activity, reading), _activity(activity, index)) for activity in reading.activities]
    said = (one for one in reading.quotations if one.attribution is not Attribution.NARRATOR)
    return {
        "id": reading.id,
        "language": reading.article.language,
        "is_exchange": reading.is_exchange,
        "activities": [activity for is_main, activity in told if is_main],
        "context": [activity for is_main, activity in told if not is_main],
        "statements": [_statement(quotation, index) for quotation in said],
    }


def _is_reported(activity: ActivityMention, reading: Reading) -> bool:
    """Say whether an activity stands on its own: main, and no mere point of a programme.

    Meetings are, and all that takes place on a visit.
    """
    holder = next((one for one in reading.activities if one.id == activity.part_of), None)
    meets = kind_of(activity.kind.value).group == "encounter"
    return activity.main and (holder is None or holder.kind.value == "visit" or meets)


def activity_record(reading: Reading, id: str) -> dict[str, Any]:
    """Return one activity of a reading with what was said in it, ready for JSON."""
    index = Index(reading)
    said = [one for one in reading.quotations if one.activity == id]
    return {
        "article": reading.id,
        **next(_activity(activity, index) for activity in reading.activities if activity.id == id),
        "statements": [_statement(quotation, index) for quotation in said],
    }


def _activity(activity: ActivityMention, index: Index) -> dict[str, Any]:
    """Return one activity; what the page does not say is null."""
    return {
        "id": activity.id,
        "kind": activity.kind.value,
        "mode": activity.mode.value if activity.mode else None,
        "main": activity.main,
        "status": _status(activity),
        "date": str(activity.date.value) if activity.date else None,
        "place": _place(activity, index),
        "part_of": activity.part_of,
        "participants": [_participant(participant, index) for participant in told_participants(activity, index)],
    }


def told_participants(activity: ActivityMention, index: Index) -> Iterator[Participant]:
    """Yield who takes part; a delegation is told by its people where some of its side are named beside it."""
    sides = {_side(one, index) for one in activity.participants if isinstance(index.party(one.party), Person)}
    for one in activity.participants:
        told = isinstance(index.party(one.party), Delegation) and _side(one, index) in sides
        if not told:
            yield one


def _side(participant: Participant, index: Index) -> str | None:
    return index.country(participant.party) or participant.side


def _status(activity: ActivityMention) -> str | None:
    """Return the status in the record's words."""
    if activity.status is None:
        return None
    return DONE if activity.status.value is Status.HELD else activity.status.value.value


def _place(activity: ActivityMention, index: Index) -> dict[str, str | None] | None:
    """Return the finest place printed, its city and its country; None where the page names no place."""
    places = [place for id in activity.places for place in index.holders(id)]
    if not places and not activity.place:
        return None
    named = [p.name.value for p in places if p.level in {PlaceLevel.CITY, PlaceLevel.PROVINCE, PlaceLevel.DISTRICT}]
    cities = [*named, *(place.city for place in places if place.city)]
    countries = [place.country for place in places if place.country] or index.seats(activity.place)
    return {
        "name": activity.place.value if activity.place else places[0].name.value,
        "city": cities[0] if cities else None,
        "country": countries[0] if countries else None,
    }


def _participant(participant: Participant, index: Index) -> dict[str, str | None]:
    """Return one party; a body has `org` and no name."""
    party, id = index.party(participant.party), participant.party
    is_person = isinstance(party, Person)
    return {
        "name": index.name(id) if is_person else None,
        "post": index.printed_posts(party, participant) if isinstance(party, Person) else None,
        "org": index.body_name(party, participant) if isinstance(party, Person) else index.name(id),
        "country": index.country(id) or participant.side,
        "role": participant.role.value,
    }


def _statement(quotation: Quotation, index: Index) -> dict[str, Any]:
    """Return one speech act with the sentence that carries it."""
    sentence = quotation.sentence or quotation.content
    evidence = sentence if len(sentence.exact) <= LONGEST_EVIDENCE else quotation.content
    return {
        "speaker": _speaker(quotation, index),
        "country": index.country(quotation.speaker) or (quotation.sides[0] if len(quotation.sides) == 1 else None),
        "type": quotation.act.value,
        "evidence": evidence.exact,
        "start": evidence.start,
        "end": evidence.end,
    }


def _speaker(quotation: Quotation, index: Index) -> str | None:
    """Return the speaker's printed name, `joint`, or the words that stand for a speaker without name."""
    if quotation.speaker == JOINT:
        return JOINT
    printed = quotation.speaker_span.exact if quotation.speaker_span else None
    return index.name(quotation.speaker) or printed
