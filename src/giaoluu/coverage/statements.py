"""Statements of two accounts side by side: what a statement can be recognised by in another language.

Nothing is translated. A statement is known by its speaker, what is done by saying it, its themes and frameworks, the
places, bodies and numbers in it, and by where it stands.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from giaoluu.coverage.accounts import NUMBER
from giaoluu.coverage.copies import WORD
from giaoluu.coverage.parties import Likeness, Parties, Party, likeness
from giaoluu.model.activities import JOINT, Act, Attribution, Commitment, Quotation, Strength
from giaoluu.model.links import Identities
from giaoluu.model.mentions import PlaceLevel
from giaoluu.model.reading import Reading

ALIKE_FROM = 0.5
"""From here on two statements say the same."""

OPEN = ""
"""A speaker whom one account does not name."""

BINDING = frozenset({Act.COMMIT, Act.AGREE, Act.AFFIRM, Act.INFORM})
WISHES = frozenset({Act.PROPOSE, Act.COMMIT})
SAYINGS = frozenset({Act.AFFIRM, Act.INFORM, Act.PRAISE, Act.AGREE})
SMALLEST_NUMBER = 10
"""Smaller numbers stand in many sentences."""

ONCE = frozenset({Act.THANK, Act.PRAISE, Act.PROPOSE, Act.COMMIT})
"""Acts that a speaker does for a reason: where each account has one of them, it is likely the same."""

ANY_YEAR = "XXXX"

NEIGHBOURS = (BINDING, WISHES, SAYINGS)
"""Acts that two reporters may take one sentence for."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, reduced to what another language shows as well. `place` runs from 0 to 1 through the account."""

    id: str
    speaker: Party | None
    is_joint: bool
    act: Act
    themes: frozenset[str]
    named: frozenset[str]
    words: frozenset[str]
    strength: Strength | None
    place: float
    is_only: bool


def statements_of(
    reading: Reading, activities: Collection[str] | None, identities: Identities
) -> tuple[Statement, ...]:
    """Return the statements of some activities and those that the page ties to none; without activities all of them."""
    parties = Parties(reading, identities)
    strengths = _strengths(reading)
    told = [one for one in reading.quotations if activities is None or one.activity in (None, *activities)]
    spoken = (one for one in told if one.attribution is not Attribution.NARRATOR)
    said = sorted(spoken, key=lambda one: one.content.start)
    last = max(len(said) - 1, 1)
    return tuple(
        replace(
            _statement(reading, quotation, parties, strengths.get(quotation.id)),
            place=number / last,
            is_only=sum((one.speaker, one.act) == (quotation.speaker, quotation.act) for one in said) == 1,
        )
        for number, quotation in enumerate(said)
    )


def _strengths(reading: Reading) -> Mapping[str, Strength]:
    """Return the strongest undertaking of each quotation, wishes included."""
    undertakings: Sequence[Commitment] = (*reading.commitments, *reading.proposals)
    found: dict[str, Strength] = {}
    for one in undertakings:
        found[one.quotation] = max(found.get(one.quotation, one.strength), one.strength)
    return found


def _statement(reading: Reading, quotation: Quotation, parties: Parties, strength: Strength | None) -> Statement:
    """Return one statement, its place still open."""
    is_person = bool(quotation.speaker) and bool(parties.people([quotation.speaker or ""]))
    is_body = bool(quotation.speaker) and bool(parties.bodies([quotation.speaker or ""]))
    return Statement(
        quotation.id,
        parties.party(quotation.speaker or "") if is_person or is_body else None,
        quotation.speaker == JOINT,
        quotation.act,
        frozenset((*quotation.themes, *(f"framework {key}" for key in _frameworks(reading, quotation)))),
        frozenset(_named(reading, quotation, parties)),
        frozenset(WORD.findall(quotation.content.exact.casefold())),
        strength,
        place=0.0,
        is_only=False,
    )


def _frameworks(reading: Reading, quotation: Quotation) -> Iterator[str]:
    """Yield the keys of the frameworks that a statement invokes."""
    for framework in reading.frameworks:
        if framework.id in quotation.frameworks or quotation.content.covers(framework.span):
            yield framework.key
            if framework.item:
                yield f"{framework.key} {framework.item}"


def _named(reading: Reading, quotation: Quotation, parties: Parties) -> Iterator[str]:
    """Yield what a statement names that all languages show: numbers, days, places, bodies by their meaning."""
    days = [day for day in reading.dates if day.edtf and quotation.content.covers(day.span)]
    for day in days:
        yield from (str(day.edtf), *_without_year(str(day.edtf)))
    for match in NUMBER.finditer(quotation.content.exact):
        number = match[0].replace(".", "").replace(",", "")
        at = quotation.content.start + match.start()
        is_of_day = len(number) <= 2 and any(day.span.start <= at < day.span.end for day in days)
        if int(number) >= SMALLEST_NUMBER and not is_of_day:
            yield number
    for place in reading.places:
        if place.key and place.level is not PlaceLevel.COUNTRY and quotation.content.covers(place.name.span):
            yield place.key
    for body in reading.organisations:
        if any(quotation.content.covers(span) for span in body.mentions):
            yield from parties.party(body.id).posts


def _without_year(day: str) -> Iterator[str]:
    """Yield the month, and day, of a date with its year: the other account may leave the year to its reader.

    >>> list(_without_year("2025-09")), list(_without_year("2025")), list(_without_year("2025-09/2025-10"))
    (['XXXX-09'], [], [])
    """
    year, _, rest = day.partition("-")
    if year.isdigit() and rest and "/" not in rest:
        yield f"{ANY_YEAR}-{rest}"


def alike(
    left: Statement, right: Statement, identities: Identities, *, one_text: bool
) -> tuple[float, tuple[str, ...]]:
    """Return how surely two statements say the same, with reasons; 0 for another speaker.

    In `one_text` (a copy or a translation) order counts for much; between two reporters only what is said does.
    """
    speaker = _one_speaker(left, right, identities)
    if speaker is None:
        return 0.0, ()
    points = [(0.3, f"speaker: {speaker}") if speaker != OPEN else (0.0, "speaker open")]
    points += [_of_act(left, right), *_of_content(left, right)]
    if one_text:
        points.append((0.25, "one text"))
    score = sum(point for point, _ in points) - (0.25 if one_text else 0.05) * abs(left.place - right.place)
    return score, tuple(reason for _, reason in points if reason)


def _of_act(left: Statement, right: Statement) -> tuple[float, str]:
    """Return what the acts say: the same, one that either does but once, or two that nobody mixes up."""
    if left.act is not right.act:
        if {left.act, right.act} == WISHES:
            return -0.05, ""
        return (0.0 if any({left.act, right.act} <= group for group in NEIGHBOURS) else -0.1), ""
    said_of_two = any(mine and its and not mine & its for mine, its in _comparable(left, right))
    if left.is_only and right.is_only and left.act in ONCE and not said_of_two:
        return (0.2 if _is_bare(left, right) else 0.35), f"the only {left.act.value} of each"
    return 0.15, f"both {left.act.value}"


def _comparable(left: Statement, right: Statement) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield what contradicts where both have it and share nothing: days and numbers, other names, themes."""
    for counts in (True, False):
        mine, its = (frozenset(one for one in side.named if _counts(one) is counts) for side in (left, right))
        yield mine, its
    yield left.themes, right.themes


def _counts(named: str) -> bool:
    """Say whether what a statement names is a number or a day."""
    return named[0].isdigit() or named.startswith(ANY_YEAR)


def _is_bare(left: Statement, right: Statement) -> bool:
    """Say whether one statement has names and themes, and the other has nothing to be recognised by."""
    return any(
        one.named and one.themes and not (other.named or other.themes) for one, other in ((left, right), (right, left))
    )


def _contents(left: Statement, right: Statement) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return (left.named, right.named), (left.themes, right.themes)


def _of_content(left: Statement, right: Statement) -> Iterator[tuple[float, str]]:
    """Yield what the contents have in common: names and numbers, themes, in one language also words."""
    for what, most, (mine, its) in zip(("named", "themes"), (0.4, 0.35), _contents(left, right), strict=True):
        if shared := mine & its:
            yield most * (1 + len(shared) / len(mine | its)) / 2, f"{what}: {', '.join(sorted(shared)[:3])}"
    shared = left.words & right.words
    if shared and len(shared) * 4 >= len(left.words | right.words):
        yield 0.6 * (1 + len(shared) / len(left.words | right.words)) / 2, "the same words"


def _one_speaker(left: Statement, right: Statement, identities: Identities) -> str | None:
    """Return who says both, OPEN where one account leaves it open, None where they are two."""
    if left.is_joint or right.is_joint:
        return "both sides" if left.is_joint and right.is_joint else None
    if left.speaker is None or right.speaker is None:
        return OPEN
    if likeness(left.speaker, right.speaker, identities) >= Likeness.PERHAPS:
        return left.speaker.names[0] if left.speaker.names else "the same"
    return None
