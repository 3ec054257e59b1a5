"""What several accounts of one activity amount to: who reports it, on whose word, and where they differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from giaoluu.register.entries.saving import entry_from, is_entry
from giaoluu.register.heads import head_of
from giaoluu.register.models import Activity, Participant, SharedActivity
from giaoluu.register.queries import accounts_of
from giaoluu.register.showing import show
from giaoluu.web.facts import ALWAYS, Fact, facts

MOST_ASKED = 6
"""So many other accounts are asked for what one does not state."""

MOST_SHOWN = 60
"""Accounts that are listed; more are counted."""


@dataclass(frozen=True, slots=True)
class Report:
    """One account with the source that it goes back to (counted from 1) and why it shares that with others.

    `by` names the person who entered it; nothing for a page that somebody published.
    """

    row: Activity
    source: int
    why: str
    shown: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A property that the accounts do not agree on: each value with who says so, and the rule that chose one."""

    property: str
    subject: str
    values: tuple[tuple[str, tuple[Activity, ...]], ...]
    shown: str
    rule: str


@dataclass(frozen=True, slots=True)
class Witnesses:
    """All accounts of an activity, in how many independent sources, why they are one, and what they differ in."""

    reports: tuple[Report, ...]
    count: int
    sources: int
    reasons: tuple[str, ...]
    differences: tuple[Difference, ...]


def witnesses_of(activity: Activity) -> Witnesses | None:
    """Return what the accounts of an activity amount to, or None where one alone tells it."""
    rows = list(accounts_of(activity)[: MOST_SHOWN + 1])
    if len(rows) < 2:
        return None
    kept = SharedActivity.objects.filter(head=rows[0]).first()
    content = kept.content if kept else {}
    by_article = {str(row.article_id): row for row in rows}
    groups = [(one.get("readings", ()), one.get("reason", "")) for one in content.get("witnesses", ())]
    source = {
        name: (number, why if len(names) > 1 else "") for number, (names, why) in enumerate(groups, 1) for name in names
    }
    reports = tuple(
        Report(row, *source.get(str(row.article_id), (0, "")), shown=row.pk == activity.pk, by=entered_by(row))
        for row in rows[:MOST_SHOWN]
    )
    ties = sorted(content.get("reasons", ()), key=lambda tie: -tie.get("score", 0))
    reasons = dict.fromkeys("; ".join(tie.get("reasons", ())) for tie in ties[:3])
    return Witnesses(
        tuple(sorted(reports, key=lambda one: (one.source, one.row.pk))),
        rows[0].accounts,
        rows[0].witnesses,
        tuple(reasons),
        tuple(_difference(one, by_article) for one in content.get("conflicts", ())),
    )


def also_told(own: Sequence[Fact], witnesses: Witnesses | None, activity: Activity) -> dict[str, Fact]:
    """Return what other accounts state of the fields that one leaves open."""
    missing = {fact.field for fact in own if fact.field in ALWAYS and fact.evidence is None}
    found: dict[str, Fact] = {}
    others = [one for one in witnesses.reports if one.row.pk != activity.pk] if witnesses and missing else []
    for other in others[:MOST_ASKED]:
        for fact in facts(show(other.row.pk)):
            if fact.field in missing and fact.evidence is not None:
                found.setdefault(fact.field, replace(fact, by=other.by))
    return found


def entered_by(row: Activity) -> str:
    """Return who entered an account by hand; nothing for one that a page tells."""
    return entry_from(row.article).who if is_entry(row.article) else ""


def also_there(activity: Activity, witnesses: Witnesses | None) -> list[tuple[Participant, str]]:
    """Return who took part as people entered it beside the pages, each with who says so, but whom the account has."""
    reports = [one for one in witnesses.reports if one.by and one.row.pk != activity.pk] if witnesses else []
    known = {_sign(one) for one in activity.participants.select_related("person")} if reports else set()
    found = []
    for report in reports[:MOST_ASKED]:
        for one in report.row.participants.select_related("person").order_by("start", "pk"):
            if _sign(one) not in known:
                known.add(_sign(one))
                found.append((one, report.by))
    return found


def _sign(participant: Participant) -> str:
    """Return what tells one who took part from another: the person as linked, or the name."""
    person = participant.person
    return str(head_of(person)) if person else participant.name.casefold()


def _difference(conflict: dict, by_article: dict[str, Activity]) -> Difference:  # type: ignore[type-arg]
    """Return a conflict with the rows that hold each value; places as their pages print them."""
    name, shown = str(conflict.get("property", "")), str(conflict.get("shown", ""))
    values, said = [], {}
    for told in conflict.get("values", ()):
        rows = (by_article.get(str(one.get("reading"))) for one in told.get("accounts", ()))
        held_by = tuple(row for row in rows if row is not None)
        value = str(told.get("value", ""))
        printed = dict.fromkeys(row.place for row in held_by if row.place) if name == "place" else ()
        said[value] = ", ".join(printed) or value
        values.append((said[value], held_by))
    subject, rule = str(conflict.get("subject") or ""), str(conflict.get("rule", ""))
    return Difference(name, subject, tuple(values), said.get(shown, shown), rule)
