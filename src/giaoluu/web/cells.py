"""A reading that is not in the register yet as cards: an activity, each cell beside the sentence that it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from giaoluu.entries import Entry
from giaoluu.entries.fields import codes_of
from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import ActivityMention, Strength
from giaoluu.model.claims import claims
from giaoluu.model.reading import Claim, Reading
from giaoluu.register.effective import NAMED_BY_ID, Key
from giaoluu.register.entries import Problem
from giaoluu.register.models import Claim as Row
from giaoluu.web.entering import post_label
from giaoluu.web.evidence import sentence
from giaoluu.web.filling import Filling, filled_in, filling_of
from giaoluu.web.words import DATES, country_name, kind_label, label, mode_label, value_words
from giaoluu.web.written import held, in_field

OWN = ("kind", "mode", "status", "date", "bounds", "time", "place", "title")
"""Cells of an activity, in this order; the rest is seen on its page."""

LONGEST = 220


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its claim, the sentence around its words, what stands in the field, and whether it is kept.

    `before` and `kept_before` are what was shown first. Somebody who took part is kept or not by the claim that they
    did, and corrected by that of their name: `written`, which is the claim itself in all other cells.
    """

    number: int
    claim: Claim
    written: Claim
    before_words: str
    after_words: str
    before: str
    value: str
    kept: bool
    kept_before: bool
    said: str
    editable: bool
    choices: tuple[tuple[str, str], ...] = ()
    label: str = ""
    field: str = ""
    is_date: bool = False

    @property
    def before_said(self) -> str:
        """What was shown first, in words."""
        return self.said or value_words(self.claim.property, self.before)


@dataclass(frozen=True, slots=True)
class Card:
    """One activity with its cells, and what can be filled in beside them."""

    local: str
    main: bool
    heading: str
    cells: tuple[Cell, ...]
    filling: Filling


@dataclass(frozen=True, slots=True)
class Shown:
    """A reading as it is shown: what was decided of it, what was added to it, what a form sent back and what is wrong.

    `decided` has the claims of the register by what they say, `added` an activity's id → the entry beside it.
    """

    reading: Reading
    decided: Mapping[Key, Row] = field(default_factory=dict)
    added: Mapping[str, Entry] = field(default_factory=dict)
    data: Mapping[str, str] | None = None
    wrong: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


def cards_of(shown: Shown) -> list[Card]:
    """Return a card for each activity, main ones first."""
    by_subject: dict[str, list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(claims(shown.reading)):
        by_subject.setdefault(claim.subject, []).append((number, claim))
    words = sorted(shown.reading.activities, key=lambda word: (not word.main, word.kind.span.start))
    return [_card(shown, word, by_subject) for word in words]


def key_of(claim: Claim) -> Key:
    """Return what a claim of a reading is found by in the register."""
    return Key(claim.subject, claim.property, claim.value, claim.span.start, claim.span.end)


def _card(shown: Shown, word: ActivityMention, by_subject: Mapping[str, list[tuple[int, Claim]]]) -> Card:
    """Return the card of one activity: its own cells, who took part with posts, and what was promised."""
    reading = shown.reading
    chosen = [*_own(word, by_subject), *_parties(reading, word, by_subject), *_promises(reading, word, by_subject)]
    seen: dict[int, Cell] = {}
    for number, claim, name in chosen:
        if number not in seen:
            written = _name_of(claim.value, reading, by_subject) if claim.property == "participant" else None
            seen[number] = _cell(shown, (number, claim, name), written)
    told = {cell.claim.property for cell in seen.values() if cell.claim.subject == word.id}
    added = filled_in(word.id, shown.data) if shown.data is not None else shown.added.get(word.id)
    stated = told | ({"date"} if "bounds" in told else set())
    filling = filling_of(word.id, added, stated, shown.wrong.get(word.id, ()))
    heading = mode_label(word.kind.value, word.mode.value if word.mode else "")
    return Card(word.id, word.main, heading, tuple(seen.values()), filling)


Chosen = Iterator[tuple[int, Claim, str]]


def _name_of(party: str, reading: Reading, by_subject: Mapping[str, list[tuple[int, Claim]]]) -> Claim | None:
    """Return the claim by which somebody is called in lists: the first of the names of a person or a body."""
    names = {one.id: one.names[:1] for one in reading.people} | {one.id: one.names[:1] for one in reading.organisations}
    if not names.get(party):
        return None
    first = names[party][0]
    own = (claim for _number, claim in by_subject.get(party, ()) if claim.property == "name")
    return next((claim for claim in own if claim.span == first.span and claim.value == first.value), None)


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


def _cell(shown: Shown, chosen: tuple[int, Claim, str], written: Claim | None) -> Cell:
    """Return one cell with its sentence."""
    number, claim, name = chosen
    editable = written is not None or claim.property not in NAMED_BY_ID
    written = written or claim
    decided, corrected = (shown.decided.get(key_of(one)) for one in (claim, written))
    before, kept_before = (
        corrected.effective() if corrected else written.value,
        decided is None or decided.verdict != "reject",
    )
    published = shown.reading.article.published
    near = str(published.value) if published else ""
    value, kept = _mine(shown.data, _Now(number, written.property, before, kept_before), near)
    left, right = _around(shown.reading, claim)
    choices = tuple(_choices(claim))
    said = dict(choices).get(before, "") or (claim.span.exact if not editable else "")
    return Cell(
        number,
        claim,
        written,
        left,
        right,
        before,
        value=value if editable else before,
        kept=kept,
        kept_before=kept_before,
        said=said,
        field=in_field(claim.property, value) if editable else "",
        is_date=claim.property in DATES,
        editable=editable,
        choices=choices,
        label=_shown(claim, name),
    )


@dataclass(frozen=True, slots=True)
class _Now:
    """What stands in a cell now: its number, the property that is written, its value, and whether it is kept."""

    number: int
    name: str
    value: str
    kept: bool


def _mine(data: Mapping[str, str] | None, now: _Now, near: str) -> tuple[str, bool]:
    """Return what somebody made of a cell; what they left as it was shown to them is as it stands now."""
    if data is None:
        return now.value, now.kept
    value = held(now.name, data.get(f"c.{now.number}", now.value), near=near)
    kept = data.get(f"k.{now.number}") == "on"
    if first := data.get(f"b.{now.number}", ""):
        value = now.value if value == first[1:].strip() else value
        kept = now.kept if kept == first.startswith("+") else kept
    return value, kept


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
