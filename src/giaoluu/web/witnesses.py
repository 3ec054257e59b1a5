"""What several accounts of one activity amount to: who reports it, on whose word, and where they differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from giaoluu.register.models import Activity, SharedActivity
from giaoluu.register.queries import accounts_of
from giaoluu.register.showing import show
from giaoluu.web.facts import ALWAYS, Fact, facts

MOST_ASKED = 6
"""So many other accounts are asked for what one does not state."""

MOST_SHOWN = 60
"""Accounts that are listed; more are counted."""


@dataclass(frozen=True, slots=True)
class Report:
    """One account with the source that it goes back to (counted from 1) and why it shares that with others."""

    row: Activity
    source: int
    why: str
    shown: bool


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
        Report(row, *source.get(str(row.article_id), (0, "")), shown=row.pk == activity.pk) for row in rows[:MOST_SHOWN]
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
    others = [one.row for one in witnesses.reports if one.row.pk != activity.pk] if witnesses and missing else []
    for row in others[:MOST_ASKED]:
        for fact in facts(show(row.pk)):
            if fact.field in missing and fact.evidence is not None:
                found.setdefault(fact.field, fact)
    return found


def _difference(conflict: dict, by_article: dict[str, Activity]) -> Difference:  # type: ignore[type-arg]
    """Return a conflict with the rows that hold each value."""
    values = []
    for told in conflict.get("values", ()):
        rows = (by_article.get(str(one.get("reading"))) for one in told.get("accounts", ()))
        values.append((str(told.get("value", "")), tuple(row for row in rows if row is not None)))
    return Difference(
        str(conflict.get("property", "")),
        str(conflict.get("subject") or ""),
        tuple(values),
        str(conflict.get("shown", "")),
        str(conflict.get("rule", "")),
    )
