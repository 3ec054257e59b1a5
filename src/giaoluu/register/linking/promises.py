"""What was promised over time: told once however many report it, said again later, followed by what took place."""

from collections.abc import Sequence
from datetime import date

from giaoluu.coverage import undertakings
from giaoluu.model.links import CommitmentKey, Links, Undertaking
from giaoluu.pipeline import Names
from giaoluu.register.linking.pages import Page, in_parts
from giaoluu.register.models import Activity, Commitment, FollowUp
from giaoluu.register.promising import put_verdicts, settle_standing

Rows = dict[CommitmentKey, Commitment]


def settle_promises(pages: Sequence[Page], links: Links, names: Names) -> None:
    """Write which promises are one, which say an earlier one again, where each stands and what may have come of it."""
    rows: Rows = {}
    for some in in_parts([page.article.pk for page in pages]):
        for row in Commitment.objects.filter(current=True, article__in=some).order_by("pk"):
            rows[CommitmentKey(str(row.article_id), row.local)] = row
    found = undertakings((page.reading for page in pages), links, names, today=date.today())  # noqa: DTZ011 - a day
    first = {one.id: told[0] for one in found if (told := _told(one, rows))}
    for row in rows.values():
        row.canonical_id, row.repeats_id, row.standing = None, None, ""
    for one in found:
        told = _told(one, rows)
        for row in told:
            row.canonical_id = None if row is told[0] else told[0].pk
            row.standing = one.status.value
            earlier = first.get(one.repeats or "")
            row.repeats_id = earlier.pk if earlier else None
    Commitment.objects.bulk_update(rows.values(), ["canonical", "repeats", "standing"], batch_size=300)
    FollowUp.objects.filter(commitment__in=[row.pk for row in first.values()]).delete()
    FollowUp.objects.bulk_create(_follow_ups(found, first, links), ignore_conflicts=True)
    judged = FollowUp.objects.filter(commitment__in=[row.pk for row in first.values()])
    put_verdicts(judged.select_related("commitment__article", "activity__article"))
    settle_standing(Commitment.objects.filter(follow_ups__in=judged.exclude(verdict="")).distinct())


def _told(one: Undertaking, rows: Rows) -> list[Commitment]:
    """Return the rows of an undertaking, the first of them first."""
    return sorted((rows[key] for key in one.told if key in rows), key=lambda row: row.pk)


def _follow_ups(found: Sequence[Undertaking], first: dict[str, Commitment], links: Links) -> list[FollowUp]:
    """Return the proposals of what may have come of promises, each with what people said of it."""
    shown = {one.id: one.accounts[0] for one in links.activities}
    wanted = [
        (first[one.id], shown[follow.activity], follow)
        for one in found
        for follow in one.follow_ups
        if one.id in first and follow.activity in shown
    ]
    activities: dict[tuple[int, str], Activity] = {}
    for some in in_parts(sorted({int(key.reading) for _, key, _ in wanted})):
        activities |= {(row.article_id, row.local): row for row in Activity.objects.filter(article__in=some)}
    made = []
    for row, key, follow in wanted:
        activity = activities.get((int(key.reading), key.activity))
        if activity is not None:
            made.append(
                FollowUp(
                    commitment=row,
                    activity_id=activity.canonical_id or activity.pk,
                    relation=follow.relation.value,
                    score=follow.score,
                    reason=follow.reason,
                )
            )
    return made
