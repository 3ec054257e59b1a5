"""A reading that is not in the register yet as cards: an activity, each cell beside the sentence that it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from giaoluu.entries.fields import codes_of
from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import ActivityMention, Strength
from giaoluu.model.claims import claims
from giaoluu.model.reading import Claim, Reading
from giaoluu.register.effective import NAMED_BY_ID
from giaoluu.web.entering import post_label
from giaoluu.web.evidence import sentence
from giaoluu.web.words import country_name, edtf_words, kind_label, label, mode_label

OWN = ("kind", "mode", "status", "date", "bounds", "time", "place", "title")
"""Cells of an activity, in this order; the rest is seen on its page."""

MISSABLE = ("date", "place")
"""Cells that say so where the page does not state them."""

LONGEST = 220


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its claim, the sentence around its words, what stands in the field now, and whether it is kept."""

    number: int
    claim: Claim
    before_words: str
    after_words: str
    before: str
    value: str
    kept: bool
    said: str
    editable: bool
    choices: tuple[tuple[str, str], ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One activity with its cells; `missing` are those that the page does not state."""

    local: str
    main: bool
    heading: str
    cells: tuple[Cell, ...]
    missing: tuple[str, ...]


def cards_of(reading: Reading, data: Mapping[str, str] | None) -> list[Card]:
    """Return a card for each activity, main ones first; `data` is what a form sent back."""
    numbered = list(enumerate(claims(reading)))
    by_subject: dict[str, list[tuple[int, Claim]]] = {}
    for number, claim in numbered:
        by_subject.setdefault(claim.subject, []).append((number, claim))
    words = sorted(reading.activities, key=lambda word: (not word.main, word.kind.span.start))
    return [_card(reading, word, by_subject, data) for word in words]


def _card(
    reading: Reading,
    word: ActivityMention,
    by_subject: Mapping[str, list[tuple[int, Claim]]],
    data: Mapping[str, str] | None,
) -> Card:
    """Return the card of one activity: its own cells, who took part with posts, and what was promised."""
    chosen = [*_own(word, by_subject), *_parties(reading, word, by_subject), *_promises(reading, word, by_subject)]
    seen: dict[int, Cell] = {}
    for number, claim, name in chosen:
        if number not in seen:
            seen[number] = _cell(reading, number, claim, name, data)
    told = {cell.claim.property for cell in seen.values() if cell.claim.subject == word.id}
    missing = tuple(name for name in MISSABLE if name not in told and not (name == "date" and "bounds" in told))
    heading = mode_label(word.kind.value, word.mode.value if word.mode else "")
    return Card(word.id, word.main, heading, tuple(seen.values()), missing)


Chosen = Iterator[tuple[int, Claim, str]]


def _own(word: ActivityMention, by_subject: Mapping[str, list[tuple[int, Claim]]]) -> Chosen:
    """Yield the claims of an activity's own cells."""
    own = by_subject.get(word.id, ())
    for name in OWN:
        yield from ((number, claim, name) for number, claim in own if claim.property == name)


def _parties(reading: Reading, word: ActivityMention, by_subject: Mapping[str, list[tuple[int, Claim]]]) -> Chosen:
    """Yield who took part: that they did, and each post that they had there."""
    own = by_subject.get(word.id, ())
    for who in word.participants:
        at = (who.span.start, who.span.end)
        yield from (
            (number, claim, str(who.role))
            for number, claim in own
            if claim.property == "participant" and claim.value == who.party and (claim.span.start, claim.span.end) == at
        )
        for post in who.posts:
            yield from ((n, claim, "post") for n, claim in by_subject.get(post, ()) if claim.property == "title")


def _promises(reading: Reading, word: ActivityMention, by_subject: Mapping[str, list[tuple[int, Claim]]]) -> Chosen:
    """Yield what was undertaken in an activity."""
    said = {one.id for one in reading.quotations if one.activity == word.id}
    for one in reading.commitments:
        if one.quotation in said:
            yield from (
                (n, claim, "commitment") for n, claim in by_subject.get(one.id, ()) if claim.property == "commitment"
            )


def _cell(reading: Reading, number: int, claim: Claim, name: str, data: Mapping[str, str] | None) -> Cell:
    """Return one cell with its sentence."""
    editable = claim.property not in NAMED_BY_ID
    before = claim.value
    value = data.get(f"c.{number}", before).strip() if data is not None and editable else before
    kept = data is None or data.get(f"k.{number}") == "on"
    left, right = _around(reading, claim)
    choices = tuple(_choices(claim))
    said = dict(choices).get(before, "") or (claim.span.exact if not editable else "")
    if claim.property in {"date", "bounds"}:
        said = edtf_words(before)
    shown = _shown(claim, name)
    return Cell(number, claim, left, right, before, value, kept, said, editable, choices, shown)


def _shown(claim: Claim, name: str) -> str:
    """Return what a cell is called: a participant by role, a post by the word for it in the forms."""
    if claim.property == "participant":
        return label("role", name)
    return post_label() if name == "post" else label("property", name)


def _around(reading: Reading, claim: Claim) -> tuple[str, str]:
    """Return the sentence around a claim's words, within its zone."""
    article, span = reading.article, claim.span
    zone = article.zone_at(span.start)
    low, high = (zone.start, max(zone.end, span.end)) if zone else (0, len(article.text))
    start, end = sentence(article.text[low:high], span.start - low, span.end - low)
    left, right = article.text[low + start : span.start], article.text[span.end : low + end]
    return (f"…{left[-LONGEST:]}" if len(left) > LONGEST else left), (
        f"{right[:LONGEST]}…" if len(right) > LONGEST else right
    )


def _choices(claim: Claim) -> Iterable[tuple[str, str]]:
    """Return the codes that a cell can hold, with words; nothing for a free one."""
    if claim.property == "kind":
        return [(name, kind_label(name)) for name in kinds()]
    if claim.property == "mode":
        return [(mode, mode_label(kind.name, mode)) for kind in kinds().values() for mode in kind.modes]
    if claim.property == "status":
        return [(code, label("status", code)) for code in codes_of("status")]
    if claim.property == "commitment":
        return [(code.value, label("strength", code.value)) for code in Strength]
    if claim.property == "country":
        return [(claim.value, country_name(claim.value))]
    return []
