"""What people said of rows, found again in the articles as they are read now.

A judgement names each row by content: the page, and the name of the person or the kind and words of the activity.
One whose row is read no more rests until it is there again.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from giaoluu.identities.judgements import Merge, NeverMerge, Ruling, Split
from giaoluu.model.links import AccountKey, Tie, judged_tie
from giaoluu.register.models import Activity, Judgement, Person

ON_ROWS = ("merge", "split", "never_merge")
"""Verdicts on two rows; the others are on claims."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a row is known by: its page, and its name or its kind; an activity by its words as well."""

    page: str
    name: str
    exact: str = ""


def known_by(row: Person | Activity) -> Known:
    """Return what a row is known by."""
    if isinstance(row, Person):
        return Known(row.article.page, row.name)
    shown = row.article.claims.filter(subject=row.local, property="kind").first()
    return Known(row.article.page, row.kind, shown.exact if shown else "")


def written(others: Iterator[Known] | tuple[Known, ...]) -> str:
    """Return the other side of a judgement as its row keeps it."""
    return json.dumps([[one.page, one.name, one.exact] for one in others], ensure_ascii=False)


def sides_of(judgement: Judgement) -> tuple[Known, tuple[Known, ...]]:
    """Return what a judgement is about: one row, and what it is or is not one with."""
    others = tuple(Known(*one) for one in json.loads(judgement.value or "[]"))
    return Known(judgement.page, judgement.about, judgement.exact), others


def standing(table: str) -> Iterator[Judgement]:
    """Yield what people said of the rows of a table and did not take back, the earliest first."""
    rows = Judgement.objects.filter(table=table, verdict__in=ON_ROWS, undone_by=None)
    yield from rows.order_by("pk")


def pages_judged() -> set[str]:
    """Return the pages of rows that people said something of: they are compared whatever their reader made of them."""
    found: set[str] = set()
    for judgement in Judgement.objects.filter(table__in=("activity", "person"), verdict__in=ON_ROWS, undone_by=None):
        one, others = sides_of(judgement)
        found |= {one.page, *(other.page for other in others)}
    return found


def people_rulings(rows: Mapping[str, Person]) -> Iterator[Ruling]:
    """Yield what people said of these rows (sighting → row) as rulings on sightings."""
    judgements = list(standing("person"))
    if not judgements:
        return
    by_known: dict[Known, list[str]] = {}
    for id, row in sorted(rows.items()):
        for name in {row.name, *row.forms}:
            by_known.setdefault(Known(row.article.page, name), []).append(id)
    for judgement in judgements:
        one, others = sides_of(judgement)
        lefts = by_known.get(one, [])[:1]
        rights = tuple(id for other in others for id in by_known.get(other, [])[:1])
        made = {"at": f"{judgement.pk:012}", "id": f"j{judgement.pk}", "by": judgement.who, "why": judgement.why}
        for left in lefts:
            if judgement.verdict == "split" and rights:
                yield Split(**made, out=(left,), rest=rights)
            elif judgement.verdict == "merge":
                yield from (Merge(**made, left=left, right=right) for right in rights)
            elif judgement.verdict == "never_merge":
                yield from (NeverMerge(**made, left=left, right=right) for right in rights)


def account_rulings(rows: Mapping[AccountKey, Activity], holders: Mapping[AccountKey, AccountKey]) -> list[Tie]:
    """Return what people said of these accounts; of two who disagree the later one holds.

    `holders` says with which account an opening is told: what is said of it is said of that one.
    """
    judgements = list(standing("activity"))
    if not judgements:
        return []
    by_known = {known_by(row): key for key, row in sorted(rows.items(), reverse=True)}
    ties: dict[frozenset[AccountKey], Tie] = {}
    for judgement in judgements:
        one, others = sides_of(judgement)
        for other in others:
            if one in by_known and other in by_known and by_known[one] != by_known[other]:
                left, right = (holders.get(by_known[side], by_known[side]) for side in (one, other))
                reason = f"{judgement.who}: {judgement.why or judgement.verdict}"
                tie = judged_tie(left, right, same=judgement.verdict == "merge", reason=reason)
                ties[frozenset((left, right))] = tie
    return list(ties.values())


def rows_named(table: str, known: tuple[Known, ...]) -> list[Person | Activity]:
    """Return the current rows that are known so."""
    found: list[Person | Activity] = []
    for one in known:
        if table == "person":
            named = Person.objects.filter(current=True, article__page=one.page).select_related("article").order_by("pk")
            found += [row for row in named if one.name == row.name or one.name in row.forms][:1]
        else:
            told = Activity.objects.filter(current=True, article__page=one.page, kind=one.name).order_by("pk")
            found += [row for row in told.select_related("article") if known_by(row) == one][:1]
    return found
