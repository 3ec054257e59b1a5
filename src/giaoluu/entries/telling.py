"""The activity of an entry, and what was said and promised in it."""

from dataclasses import dataclass

from giaoluu.entries.facts import Facts
from giaoluu.entries.parties import EntryParties
from giaoluu.model.activities import (
    Act,
    ActivityMention,
    Commitment,
    Gift,
    Participant,
    Proposal,
    Quotation,
    Specificity,
    Status,
    Strength,
)
from giaoluu.model.mentions import Place
from giaoluu.model.spans import Cited, Span

STRENGTHS = {Act.COMMIT: Strength.INTEND, Act.AGREE: Strength.AGREED}
"""Acts that undertake something, and how strongly."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an entry tells."""

    activities: tuple[ActivityMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    proposals: tuple[Proposal, ...] = ()


def told_of(
    facts: Facts,
    parties: EntryParties,
    *,
    participants: tuple[Participant, ...],
    places: tuple[Place, ...],
) -> Told:
    """Return the activity of an entry and what was said in it; nothing where its kind was left open."""
    kind, _, mode = facts.value("kind").partition("/")
    span = facts.span("kind")
    if not kind or span is None:
        return Told()
    place = facts.cited("place")
    activity = ActivityMention(
        "a1",
        Cited(kind, span, facts.rule),
        mode=Cited(mode, span, facts.rule) if mode else None,
        status=facts.cite(Status(facts.value("status")), "status") if facts.value("status") else None,
        title=facts.cited("title"),
        date=facts.date("date"),
        date_words=facts.span("date"),
        time=facts.cited("time"),
        place=place,
        places=tuple(one.id for one in places),
        direction=facts.cite(facts.value("direction"), "direction") if facts.value("direction") else None,
        participants=participants,
        gifts=tuple(_gifts(facts, parties)),
        topics=facts.items("topics"),
        purposes=facts.items("purpose"),
        outcomes=facts.items("outcome"),
        evidence=(span,),
        accounts=tuple(_accounts(facts)),
    )
    said = [_quotation(facts, parties, number) for number in range(len(facts.entry.rows.get("said", ())))]
    quotations = tuple(one for one in said if one is not None)
    undertaken = [_undertaken(facts, one) for one in quotations]
    return Told(
        (activity,),
        quotations,
        tuple(one for one in undertaken if one is not None and not isinstance(one, Proposal)),
        tuple(one for one in undertaken if isinstance(one, Proposal)),
    )


def _accounts(facts: Facts) -> list[Span]:
    """Return the lines that a list shows of an activity: what it is, and what it was about."""
    shown = {"title", "delegation", "topics", "outcome"}
    lines = [line for line in facts.page.lines if line[2] in shown] or facts.page.lines[:2]
    return [Span.of(facts.page.text, start, end) for start, end, _ in lines]


def _gifts(facts: Facts, parties: EntryParties) -> list[Gift]:
    """Return the gifts; what was given may be open, but not all three."""
    found = []
    for number in range(len(facts.entry.rows.get("gifts", ()))):
        at = f"gifts.{number}."
        names = {name: facts.words(at + name) for name in ("giver", "receiver")}
        span = facts.span(at + "object") or facts.span(at + "giver") or facts.span(at + "receiver")
        if span:
            ids = {name: parties.named(words) if words else None for name, words in names.items()}
            found.append(Gift(f"h{number + 1}", span, facts.rule, object=facts.cited(at + "object"), **ids))
    return found


def _quotation(facts: Facts, parties: EntryParties, number: int) -> Quotation | None:
    """Return what one row of the list of statements says."""
    at = f"said.{number}."
    content = facts.span(at + "text")
    if content is None:
        return None
    words = facts.words(at + "speaker")
    speaker = parties.named(words) if words else None
    person = next((one for one in parties.people() if one.id == speaker), None)
    sides = (person.country.value,) if person and person.country else ()
    return Quotation(
        f"q{number + 1}",
        speaker,
        Act(facts.row("said", number, "act") or Act.INFORM),
        content,
        facts.rule,
        speaker_span=facts.span(at + "speaker"),
        sides=sides,
        activity="a1",
    )


def _undertaken(facts: Facts, said: Quotation) -> Commitment | None:
    """Return the undertaking or wish that a statement is, or None."""
    due = facts.date(f"said.{int(said.id[1:]) - 1}.due")
    specificity = Specificity.DATED if due else Specificity.DIRECTIONAL
    id_ = f"c{said.id[1:]}"
    if said.act is Act.PROPOSE:
        return Proposal(
            id_, said.id, said.speaker, said.content, facts.rule, Strength.WISH, specificity, sides=said.sides, due=due
        )
    if said.act not in STRENGTHS:
        return None
    strength = STRENGTHS[said.act]
    return Commitment(
        id_, said.id, said.speaker, said.content, facts.rule, strength, specificity, sides=said.sides, due=due
    )
