"""A reading for people: one block an activity, each fact with its words in quotes."""

from collections.abc import Iterator
from typing import Any

from giaoluu.model.activities import JOINT, ActivityMention, Attribution, Participant, Quotation
from giaoluu.model.mentions import Person
from giaoluu.model.reading import Reading
from giaoluu.model.spans import Cited, Span
from giaoluu.reports.index import Index

INDENT = "  "
LABEL = 11
QUOTES = {"“”", '""', "「」", "«»", "””"}
LONGEST_WORDS = 160
"""So many code points of the words are shown; the middle of longer ones is left out."""


def readable(reading: Reading, *, only: str | None = None, explain: bool = False) -> str:
    """Return what a reading says, for a person.

    `only` is the id of the one activity that is wanted; `explain` adds to each fact the rule that read it.
    """
    return "\n".join(_Writer(reading, explain=explain).lines(only)) + "\n"


class _Writer:
    """The lines of one reading."""

    def __init__(self, reading: Reading, *, explain: bool) -> None:
        self.reading = reading
        self.index = Index(reading)
        self.explain = explain

    def lines(self, only: str | None = None) -> Iterator[str]:
        """Yield the head of the page, its activities, what was said outside of them, and what stays open."""
        yield from self._head()
        known = {activity.id for activity in self.reading.activities}
        for activity in self.reading.activities:
            if activity.id == only or (only is None and activity.part_of not in known):
                yield ""
                yield from self._activity(activity, depth=0)
        if only is None:
            yield from self._outside(known)

    def _outside(self, known: set[str]) -> Iterator[str]:
        """Yield what was said outside of any activity, and what stays open."""
        loose = [one for one in self.reading.quotations if one.activity not in known]
        if loose:
            yield ""
            yield "said"
            yield from self._sayings(loose, depth=1)
        for issue in self.reading.issues:
            yield self._line("open", f"{issue.about}: {issue.message}", issue.span, depth=0)

    def _head(self) -> Iterator[str]:
        """Yield what the page says about itself."""
        article = self.reading.article
        yield f"{article.id}: {article.title.value}" if article.title else article.id
        about = [
            article.language or "language unknown",
            str(article.published.value) if article.published else "undated",
        ]
        yield INDENT + ", ".join([*about, *filter(None, [article.outlet, article.url])])
        for label, cited in (("account of", article.credit), ("source", article.source)):
            if cited:
                yield self._cited(label, cited, depth=1)
        if not self.reading.is_exchange or self.explain:
            verdict = "an exchange" if self.reading.is_exchange else "not an exchange"
            yield f"{INDENT}{verdict}: {self.reading.exchange_reason}"

    def _activity(self, activity: ActivityMention, *, depth: int) -> Iterator[str]:
        """Yield one activity and, further in, its parts."""
        names = dict.fromkeys([activity.kind.value, activity.mode.value if activity.mode else ""])
        marks = ["" if activity.main else "background", str(activity.status.value.value) if activity.status else ""]
        head = " / ".join(filter(None, names)) + "".join(f", {mark}" for mark in marks if mark)
        yield INDENT * depth + f"■ {head}  {_quoted(activity.kind.span)}{self._why(activity.kind)}"
        singles = {"title": activity.title, "date": activity.date, "time": activity.time, "place": activity.place}
        for label, cited in singles.items():
            if cited:
                yield self._cited(label, cited, depth=depth + 1)
        for participant in activity.participants:
            yield self._participant(participant, depth=depth + 1)
        for gift in activity.gifts:
            what = gift.object.value if gift.object else "gift"
            ends = f"{self.index.name(gift.giver) or '?'} → {self.index.name(gift.receiver) or '?'}"
            yield self._line("gift", f"{what} ({ends})", gift.span, depth=depth + 1, rule=gift.rule)
        for label in ("topics", "purposes", "outcomes", "agenda"):
            for cited in getattr(activity, label):
                yield self._cited(label.removesuffix("s"), cited, depth=depth + 1)
        yield from self._sayings(
            (one for one in self.reading.quotations if one.activity == activity.id), depth=depth + 1
        )
        for part in self.reading.activities:
            if part.part_of == activity.id and part.id != activity.id:
                yield from self._activity(part, depth=depth + 1)

    def _participant(self, participant: Participant, *, depth: int) -> str:
        """Return one party with post and country."""
        party = self.index.party(participant.party)
        posts = self.index.printed_posts(party, participant) if isinstance(party, Person) else None
        country = self.index.country(participant.party) or participant.side
        name = self.index.name(participant.party) or participant.span.exact
        value = name + (f" ({country})" if country else "") + (f", {posts}" if posts else "")
        return self._line(participant.role.value, value, participant.span, depth=depth, rule=participant.rule)

    def _sayings(self, quotations: Any, *, depth: int) -> Iterator[str]:
        """Yield who says what, and how strongly something is undertaken."""
        undertakings = {one.quotation: one for one in (*self.reading.commitments, *self.reading.proposals)}
        for quotation in quotations:
            undertaking = undertakings.get(quotation.id)
            strength = f" [{undertaking.strength.value} {undertaking.specificity.value}]" if undertaking else ""
            value = f"{self._speaker(quotation)}{strength}"
            yield self._line(quotation.act.value, value, quotation.content, depth=depth, rule=quotation.rule)

    def _speaker(self, quotation: Quotation) -> str:
        """Return who speaks, in words."""
        if quotation.speaker == JOINT:
            return "both sides"
        if quotation.attribution is Attribution.NARRATOR:
            return "the article itself"
        printed = quotation.speaker_span.exact if quotation.speaker_span else "speaker open"
        return self.index.name(quotation.speaker) or printed

    def _cited(self, label: str, cited: Cited[Any], *, depth: int) -> str:
        """Return the line of one cited value."""
        return self._line(label, str(cited.value), cited.span, depth=depth) + self._why(cited)

    def _line(self, label: str, value: str, span: Span, *, depth: int, rule: str = "") -> str:
        """Return label, value, and the words where they say more than the value."""
        words = "" if span.exact == value else f"  {_quoted(span)}"
        return f"{INDENT * depth}{label:<{LABEL}} {value}{words}" + (f"  [{rule}]" if rule and self.explain else "")

    def _why(self, cited: Cited[Any]) -> str:
        """Return the rule that read a value, where explanations are wanted."""
        if not self.explain:
            return " (inferred)" if cited.inferred else ""
        return f"  [{cited.rule}{', inferred' if cited.inferred else ''}]"


def _quoted(span: Span) -> str:
    """Return the words in quotes on one line, the middle of long ones left out; quotes of the page serve."""
    words, half = " ".join(span.exact.split()), LONGEST_WORDS // 2
    shown = words if len(words) <= LONGEST_WORDS else f"{words[:half]} … {words[-half:]}"
    return shown if shown[0] + shown[-1] in QUOTES else f"“{shown}”"
