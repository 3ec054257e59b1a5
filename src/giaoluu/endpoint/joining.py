"""The reading of the rules and the answer of a model into one: additions with their words, differences as issues."""

from dataclasses import dataclass, field, replace
from typing import TypeVar

from giaoluu.endpoint.answer import Answer, Said, TakenPlace, TakingPart
from giaoluu.endpoint.placing import overlapping, place
from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import (
    JOINT,
    ActivityMention,
    Commitment,
    Participant,
    Proposal,
    Quotation,
    Specificity,
    Strength,
)
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError
from giaoluu.model.mentions import Occupancy, Organisation, Person
from giaoluu.model.reading import Issue, Reading
from giaoluu.model.spans import Cited, Span

Value = TypeVar("Value")
SAME_FROM = 0.5
"""From so large a part of the shorter one on two stretches of text are one statement."""


@dataclass(frozen=True, slots=True)
class Second:
    """A reading with what a model added, and a sentence for each part of its answer that was refused."""

    reading: Reading
    refused: tuple[str, ...] = ()


def joined(reading: Reading, answer: Answer, *, model: str) -> Second:
    """Return a reading with what an answer adds to it; what the rules read stays as it is."""
    work = _Joining(reading, f"endpoint/{model}")
    work.exchange(answer)
    for told in answer.activities:
        work.activity(told)
    for said in answer.statements:
        work.statement(said)
    return work.second()


@dataclass(slots=True)
class _Joining:
    """One reading while an answer is put beside it."""

    reading: Reading
    rule: str
    people: list[Person] = field(default_factory=list)
    activities: list[ActivityMention] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    promises: list[Commitment] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.people = list(self.reading.people)
        self.activities = list(self.reading.activities)
        self.quotations = list(self.reading.quotations)

    def second(self) -> Second:
        """Return what came of it."""
        wishes = tuple(one for one in self.promises if isinstance(one, Proposal))
        commitments = tuple(one for one in self.promises if not isinstance(one, Proposal))
        reading = replace(
            self.reading,
            run=replace(self.reading.run, packs=(*self.reading.run.packs, (self.rule, "1"))),
            people=tuple(self.people),
            activities=tuple(self.activities),
            quotations=tuple(self.quotations),
            commitments=(*self.reading.commitments, *commitments),
            proposals=(*self.reading.proposals, *wishes),
            issues=(*self.reading.issues, *self.issues),
        )
        return Second(reading, tuple(self.refused))

    def exchange(self, answer: Answer) -> None:
        """Note where the answer to the first question differs."""
        if answer.is_exchange != self.reading.is_exchange and (zones := self.reading.article.read_zones):
            span = self.reading.article.span(zones[0].start, zones[0].end)
            words = "an exchange" if answer.is_exchange else "no exchange"
            self._differ(self.reading.id, f"{self.rule} takes this for {words}", span)

    def activity(self, told: TakenPlace) -> None:
        """Put an activity beside those that the rules read, or add it."""
        evidence = self._place(told.evidence, f"activity {told.kind}")
        if evidence is None:
            return
        if told.kind not in kinds():
            self.refused.append(f"activity {told.evidence!r}: {told.kind!r} is no kind of the closed list")
            return
        known = next((one for one in self.activities if self._is_there(one, told, evidence)), None)
        number = self.activities.index(known) if known else len(self.activities)
        if known is None:
            kind, status = self._cited(told.kind, evidence), self._cited(told.status, evidence)
            known = ActivityMention(f"ea{number + 1}", kind, status=status, main=told.main, evidence=(evidence,))
            self.activities.append(known)
        elif known.kind.value != told.kind:
            self._differ(known.id, f"{self.rule} reads the kind {told.kind}, the rules {known.kind.value}", evidence)
        known = self._dated(known, told, evidence)
        known = self._placed(known, told, evidence)
        self.activities[number] = self._with_participants(known, told, evidence)

    def statement(self, said: Said) -> None:
        """Put a statement beside those that the rules read, or add it."""
        content = self._place(said.words, "statement")
        if content is None or (said.speaker and self._place(said.speaker, "speaker", near=content) is None):
            return
        known = next((one for one in self.quotations if _share(one.content, content) >= SAME_FROM), None)
        speaker = JOINT if said.joint else self._party(said.speaker, near=content)
        if known is not None:
            if known.act is not said.act:
                self._differ(known.id, f"{self.rule} reads the act {said.act}, the rules {known.act}", content)
            if speaker and known.speaker and speaker != known.speaker:
                self._differ(known.id, f"{self.rule} takes {said.speaker or speaker} for the speaker", content)
            return
        made = Quotation(f"eq{len(self.quotations) + 1}", speaker, said.act, content, self.rule)
        self.quotations.append(made)
        if said.strength is not None:
            self._promise(made, said.strength)

    def _promise(self, said: Quotation, strength: Strength) -> None:
        """Add the undertaking or wish that a statement is."""
        sort = Proposal if strength is Strength.WISH else Commitment
        self.promises.append(
            sort(
                f"em{len(self.promises) + 1}",
                said.id,
                said.speaker,
                said.content,
                self.rule,
                strength,
                Specificity.VAGUE,
            )
        )

    def _dated(self, known: ActivityMention, told: TakenPlace, evidence: Span) -> ActivityMention:
        """Return an activity with a date that the rules did not find; another one than theirs is an issue."""
        words = self._place(told.date_words, f"date {told.date}", near=evidence) if told.date else None
        if words is None:
            return known
        try:
            date = Edtf(told.date)
        except EdtfError as error:
            self.refused.append(str(error))
            return known
        if known.date is None:
            return replace(known, date=self._cited(date, words), date_words=words)
        if known.date.value != date:
            self._differ(known.id, f"{self.rule} reads the date {date}, the rules {known.date.value}", words)
        return known

    def _placed(self, known: ActivityMention, told: TakenPlace, evidence: Span) -> ActivityMention:
        """Return an activity with a place that the rules did not find; another one than theirs is an issue."""
        words = self._place(told.place_words, "place", near=evidence) if told.place_words else None
        if words is None:
            return known
        if known.place is None:
            return replace(known, place=self._cited(words.exact, words))
        if not words.overlaps(known.place.span) and words.exact.casefold() != known.place.value.casefold():
            self._differ(known.id, f"{self.rule} reads the place {words.exact}, the rules {known.place.value}", words)
        return known

    def _with_participants(self, known: ActivityMention, told: TakenPlace, evidence: Span) -> ActivityMention:
        """Return an activity with those in it whom the rules did not find."""
        there = {one.party for one in known.participants}
        found = list(known.participants)
        for one in told.participants:
            span = self._place(one.name, "participant", near=evidence)
            if span is None:
                continue
            party = self._party(one.name, near=span) or self._person(one, span)
            if party not in there:
                there.add(party)
                posts = next((tuple(post.id for post in who.posts) for who in self.people if who.id == party), ())
                id = f"{known.id}.x{len(found) + 1}"
                found.append(
                    Participant(id, party, one.role, span, self.rule, one.country or None, posts, inferred=True)
                )
        return replace(known, participants=tuple(found))

    def _person(self, told: TakingPart, span: Span) -> str:
        """Add a person whom the rules did not find and return the id."""
        id = f"ep{len(self.people) + 1}"
        post = self._place(told.post, "post", near=span) if told.post else None
        posts = (Occupancy(f"{id}.o1", id, self._cited(post.exact, post)),) if post else ()
        country = self._cited(told.country, post or span) if told.country else None
        self.people.append(Person(id, (self._cited(span.exact, span),), (span,), posts, country))
        return id

    def _party(self, words: str, *, near: Span) -> str | None:
        """Return the person or body that words name, or None."""
        span = place(words, self.reading.article, near=near) if words.strip() else None
        if span is None:
            return None
        known: tuple[Person | Organisation, ...] = (*self.people, *self.reading.organisations)
        for one in known:
            names = {name.value.casefold() for name in one.names}
            if words.strip().casefold() in names or overlapping(span, one.mentions):
                return one.id
        return None

    def _is_there(self, one: ActivityMention, told: TakenPlace, evidence: Span) -> bool:
        """Say whether the rules read an activity that an answer tells of."""
        told_by = (*one.evidence, *one.accounts, one.kind.span)
        is_twin = one.kind.value == told.kind and one.main == told.main
        return overlapping(evidence, told_by) and (is_twin or one.main == told.main or one.kind.value == told.kind)

    def _cited(self, value: Value, span: Span) -> Cited[Value]:
        """Return a value that the model read: a person should look at it soon."""
        return Cited(value, span, self.rule, inferred=True)

    def _place(self, words: str, what: str, *, near: Span | None = None) -> Span | None:
        """Return where words stand, and refuse those that stand nowhere."""
        span = place(words, self.reading.article, near=near)
        if span is None:
            shown = words if len(words) <= 80 else f"{words[:79]}…"
            self.refused.append(f"{what}: {shown!r} does not stand in what is read of the article")
        return span

    def _differ(self, about: str, message: str, span: Span) -> None:
        """Keep a difference for review."""
        self.issues.append(Issue(f"e{len(self.issues) + 1}", about, message, span))


def _share(one: Span, other: Span) -> float:
    """Return the part of the shorter stretch that two have in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / min(one.end - one.start, other.end - other.start)
