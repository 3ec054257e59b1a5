"""Translations of one text: the same statements, numbers, days and places in the same order, in another language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from giaoluu.coverage.accounts import NUMBER, plain, tells
from giaoluu.coverage.parties import Likeness, Parties, Party, pairs_of
from giaoluu.model.activities import JOINT
from giaoluu.model.links import Identities, TextRelation, TextTie
from giaoluu.model.mentions import PlaceLevel
from giaoluu.model.reading import Reading

FEWEST_STEPS = 6
"""So many steps two texts must share before their order says anything."""

FEWEST_SAID = 3
"""So many of the shared steps must be statements: places and numbers come in one order in any report."""

OF_SHORTER = 0.7
"""Share of the shorter outline that must stand in the longer one, in the same order."""

OF_LONGER = 0.45
"""Share of the longer outline: a translation cut short is one, a short report of something else is none."""


class Step(NamedTuple):
    """One thing that any language prints alike: what it is, and its value (of a statement, its speaker's number)."""

    what: str
    value: str


SAID = "said"


@dataclass(frozen=True, slots=True)
class Outline:
    """What a text says in which order, without its words."""

    reading: str
    language: str | None
    authors: frozenset[str]
    people: tuple[Party, ...]
    steps: tuple[Step, ...]


def outline_of(reading: Reading, identities: Identities) -> Outline:
    """Return the outline of a reading."""
    parties = Parties(reading, identities)
    speakers = list(dict.fromkeys(one.speaker for one in reading.quotations if one.speaker and one.speaker != JOINT))
    people = {id: number for number, id in enumerate(id for id in speakers if parties.people([id]))}
    steps = sorted(_steps(reading, people), key=lambda placed: (placed[0], placed[1]))
    authors = frozenset(author.value.casefold() for author in reading.article.authors)
    return Outline(
        reading.id, reading.article.language, authors, parties.people(people), tuple(step for _, step in steps)
    )


def _steps(reading: Reading, people: dict[str, int]) -> Iterator[tuple[int, Step]]:
    """Yield the steps of a text with their offsets."""
    for one in reading.quotations:
        speaker = JOINT if one.speaker == JOINT else str(people.get(one.speaker or "", "?"))
        yield one.content.start, Step(SAID, speaker)
    for framework in reading.frameworks:
        yield framework.span.start, Step("framework", framework.key)
    for place in reading.places:
        if place.key and place.level is not PlaceLevel.COUNTRY:
            yield place.name.span.start, Step("place", place.key)
    text = reading.article.text
    for zone in reading.article.read_zones:
        for match in NUMBER.finditer(text, zone.start, zone.end):
            number = plain(match[0])
            if tells(number):  # days and years are in any two reports of one day
                yield match.start(), Step("number", number)


def translation_tie(left: Outline, right: Outline, identities: Identities) -> TextTie | None:
    """Return the tie between two texts of which one translates the other, or None.

    Two reports that name authors of their own are two reports, however alike they run.
    """
    if left.language == right.language or (left.authors and right.authors and left.authors != right.authors):
        return None
    left, right = sorted((left, right), key=lambda outline: outline.reading)
    steps = _shared(left.steps, _renamed(left, right, identities))
    said = sum(step.what == SAID for step in steps)
    shortest, longest = sorted((len(left.steps), len(right.steps)))
    if len(steps) < FEWEST_STEPS or said < FEWEST_SAID:
        return None
    of_shorter, of_longer = len(steps) / shortest, len(steps) / longest
    if of_shorter < OF_SHORTER or of_longer < OF_LONGER:
        return None
    reason = f"{len(steps)} of {shortest} steps in the same order, {said} of them statements by the same speakers"
    return TextTie(left.reading, right.reading, TextRelation.TRANSLATION, of_shorter, reason)


def _renamed(left: Outline, right: Outline, identities: Identities) -> tuple[Step, ...]:
    """Return the right outline with its speakers numbered as the left one numbers them."""
    numbers = {party.names: str(number) for number, party in enumerate(left.people)}
    same = {
        its.names: numbers[mine.names]
        for mine, its, like in pairs_of(left.people, right.people, identities)
        if like >= Likeness.PERHAPS
    }
    named = {str(number): same.get(party.names, f"right {number}") for number, party in enumerate(right.people)}
    return tuple(Step(SAID, named.get(step.value, step.value)) if step.what == SAID else step for step in right.steps)


def _shared(left: tuple[Step, ...], right: tuple[Step, ...]) -> list[Step]:
    """Return the longest row of steps that both have in the same order."""
    lengths = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for mine in range(len(left) - 1, -1, -1):
        for its in range(len(right) - 1, -1, -1):
            same = left[mine] == right[its] and left[mine].value != "?"
            longest = max(lengths[mine + 1][its], lengths[mine][its + 1])
            lengths[mine][its] = max(longest, lengths[mine + 1][its + 1] + 1) if same else longest
    found, mine, its = [], 0, 0
    while mine < len(left) and its < len(right):
        if left[mine] == right[its] and lengths[mine][its] == lengths[mine + 1][its + 1] + 1:
            found.append(left[mine])
            mine, its = mine + 1, its + 1
        elif lengths[mine + 1][its] >= lengths[mine][its + 1]:
            mine += 1
        else:
            its += 1
    return found
