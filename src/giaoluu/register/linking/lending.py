"""What the row that lists show takes from other accounts of its activity.

A date and a place that its own page lacks, and what became of what its own page only announced.
The page of an activity tells who says so; here lists, sorting, filters and the map get to know. What a page says itself
always counts first, and a row that stands alone again is as its own page has it.
"""

from collections.abc import Mapping, Sequence

from giaoluu.model.activities import ActivityMention, Status
from giaoluu.register.models import Activity, SearchRow

FIELDS = ("date", "bounds", "earliest", "latest", "sorted_by", "place", "status")

TOOK_PLACE = frozenset({Status.HELD, Status.RECALLED})
NOT_YET = frozenset({Status.PLANNED, Status.ANNOUNCED})


def lend(rows: Sequence[Activity], head: int, words: Mapping[int, ActivityMention]) -> None:
    """Write the date, place and status that each row shows: its own and, for the head, what other accounts add.

    `words` has what the page of a row says, by the row's number; a row without is left as it is.
    """
    known, changed = [row for row in rows if row.pk in words], []
    for row in known:
        others = [other for other in known if other is not row] if row.pk == head else []
        dated = next((words[one.pk] for one in (row, *others) if words[one.pk].date), words[row.pk])
        placed = next((one for one in (row, *others) if _has_place(words[one.pk])), None)
        shown = {**_days(row, words[row.pk], dated), "place": placed.place if placed else ""}
        shown["status"] = _status(words[row.pk], [words[other.pk] for other in others])
        new = {name: value for name, value in shown.items() if getattr(row, name) != value}
        if not new:
            continue
        changed.append(row)
        for name, value in new.items():
            setattr(row, name, value)
        if "place" in new:
            row.places.set(placed.places.all() if placed else ())
    Activity.objects.bulk_update(changed, FIELDS, batch_size=300)
    for row in changed:
        days = {"earliest": row.earliest, "latest": row.latest, "day": row.sorted_by}
        SearchRow.objects.filter(sort="activity", row=row.pk).update(**days)


def _days(row: Activity, own: ActivityMention, dated: ActivityMention) -> dict[str, object]:
    """Return the columns of the days of a row, by the account that has a date."""
    edtf = dated.date or own.bounds
    earliest, latest = (edtf.value.earliest, edtf.value.latest) if edtf else (None, None)
    return {
        "date": str(dated.date.value) if dated.date else "",
        "bounds": str(own.bounds.value) if own.bounds else "",
        "earliest": earliest,
        "latest": latest,
        "sorted_by": earliest or latest or row.article.sorted_by,
    }


def _status(own: ActivityMention, others: Sequence[ActivityMention]) -> str:
    """Return the status of what a page tells: its own, unless it was announced and others tell what became of it."""
    status = own.status.value if own.status else None
    told = {other.status.value for other in others if other.status}
    if told & TOOK_PLACE if status in NOT_YET else status is Status.RECALLED and Status.HELD in told:
        status = Status.HELD
    elif status in NOT_YET and Status.CANCELLED in told:
        status = Status.CANCELLED
    return status.value if status else ""


def _has_place(word: ActivityMention) -> bool:
    """Say whether a page names a place of an activity."""
    return word.place is not None or bool(word.places)
