"""What readings have in common, as text for people and as records for programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from giaoluu.coverage.accounts import told_with
from giaoluu.model.links import AccountKey, Activity, Conflict, Identities, Links, Tie
from giaoluu.model.reading import Reading
from giaoluu.reports.index import Index
from giaoluu.reports.record import record, told_participants

FEW_REASONS = 3
"""Reasons that are printed of each kind: the whole list is in the records."""


def linked_records(readings: Iterable[Reading], links: Links, identities: Identities) -> Iterator[dict[str, Any]]:
    """Yield the record of each reading with `entity_id` on participants and `event_id` on activities.

    An opening that was told as the activity which it opens has that activity's `event_id`; a visit told twice has one.
    """
    events = {account: one.id for one in links.activities for account in one.accounts}
    for reading in readings:
        told, index = record(reading), Index(reading)
        by_id = {activity.id: activity for activity in reading.activities}
        holders = told_with(reading)
        for entry in (*told["activities"], *told["context"]):
            activity = by_id[entry["id"]]
            told_as = AccountKey(reading.id, holders.get(activity.id, activity.id))
            entry["event_id"] = events.get(told_as)
            for printed, participant in zip(entry["participants"], told_participants(activity, index), strict=True):
                printed["entity_id"] = identities.entity(reading.id, participant.party)
        yield told


def links_text(links: Links) -> str:
    """Return the activities that several accounts tell, with reasons, sources and conflicts, and the open questions."""
    shared = [activity for activity in links.activities if len(activity.accounts) > 1]
    parts = ["\n".join(_activity(activity)) for activity in shared]
    parts += ["\n".join(_texts(links))] if links.texts else []
    if links.reviews:
        parts.append("\n".join(["to review", *(f"  {line}" for tie in links.reviews for line in _tie(tie))]))
    return "\n\n".join(parts) or "No two of these accounts tell one activity."


def _activity(activity: Activity) -> Iterator[str]:
    """Yield the lines about one activity."""
    count = len(activity.witnesses)
    yield f"■ {activity.id}, {activity.date or 'undated'}: {len(activity.accounts)} accounts, {count} independent"
    for account in activity.accounts:
        yield f"  {account}"
    for witness in activity.witnesses:
        if len(witness.readings) > 1:
            yield f"  one source   {', '.join(witness.readings)}: {witness.reason}"
    for tie in sorted(activity.reasons, key=lambda tie: (-tie.score, tie.left, tie.right))[:FEW_REASONS]:
        yield f"  because      {tie.left.reading} ~ {tie.right.reading}: {tie.reason}"
    for conflict in activity.conflicts:
        yield f"  differs      {conflict_text(conflict)}"


def conflict_text(conflict: Conflict) -> str:
    """Return one conflict as a line: all values with their accounts, and the one that is shown with the rule."""
    values = "; ".join(f"{told.value} ({', '.join(one.reading for one in told.accounts)})" for told in conflict.values)
    what = f"{conflict.property} of {conflict.subject}" if conflict.subject else conflict.property
    return f"{what}: {values}; shown: {conflict.shown} ({conflict.rule})"


def _texts(links: Links) -> Iterator[str]:
    """Yield the texts that depend on each other."""
    yield "texts that add no witness to each other"
    for tie in links.texts:
        yield f"  {tie.left} ~ {tie.right}, {tie.relation.value}: {tie.reason}"


def _tie(tie: Tie) -> Iterator[str]:
    """Yield the lines about one open question."""
    yield f"{tie.left} ~ {tie.right}"
    yield f"  {tie.reason}"
