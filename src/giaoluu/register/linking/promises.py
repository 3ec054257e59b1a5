"""What was promised over time: told once however many report it, said again later, followed by what took place."""

from collections.abc import Iterable, Sequence
from datetime import date

from giaoluu.coverage import QUIET, STANDINGS, undertakings
from giaoluu.model.links import AccountKey, CommitmentKey, Links, Undertaking, UndertakingStatus
from giaoluu.pipeline import Names
from giaoluu.register import clock
from giaoluu.register.linking.accounts import links_of, names_of
from giaoluu.register.linking.foretold import file_pages, foretellers
from giaoluu.register.linking.neighbours import with_their_groups
from giaoluu.register.linking.pages import Page, in_parts, pages_of
from giaoluu.register.models import Activity, Commitment, FollowUp
from giaoluu.register.promising import put_verdicts, settle_standing

Rows = dict[CommitmentKey, Commitment]
DAY_COUNTS = STANDINGS[STANDINGS.index(UndertakingStatus.OVERDUE) + 1 :]
"""Where a promise stands that is overdue once its day has passed."""


def settle_promises(pages: Sequence[Page]) -> None:
    """Write where the promises of some pages stand, and what the pages tell of earlier ones."""
    new = {page.article.pk for page in pages}
    near = foretellers(file_pages(pages)) - new
    around = [*pages, *pages_of(with_their_groups(near | new) - new)]
    if any(page.reading.commitments for page in around):
        _settle(around, links_of(around), names_of(around), new)


def settle_all_promises(pages: Sequence[Page], links: Links, names: Names) -> None:
    """Write afresh where all promises stand; the pages are all there are."""
    file_pages(pages)
    numbers = [page.article.pk for page in pages]
    for some in in_parts(numbers):
        rows = Commitment.objects.filter(current=True, article__in=some)
        rows.update(canonical=None, repeats=None, standing="")
        FollowUp.objects.filter(commitment__in=rows).delete()
    _settle(pages, links, names, set(numbers))


def let_time_pass(today: date) -> None:
    """Write which promises are overdue by now, and of which nothing was read for long."""
    shown = Commitment.objects.filter(current=True, canonical=None).exclude(follow_ups__verdict="accept")
    due = shown.filter(due_latest__lt=today, standing__in=DAY_COUNTS)
    silent = shown.filter(
        standing=UndertakingStatus.STATED, sorted_by__gt=date.min, sorted_by__lt=today - QUIET, due_latest=None
    )
    for rows, standing in ((due, UndertakingStatus.OVERDUE), (silent, UndertakingStatus.NO_EVIDENCE)):
        for some in in_parts(list(rows.values_list("pk", flat=True))):
            Commitment.objects.filter(pk__in=some).update(standing=standing.value)


def _settle(pages: Sequence[Page], links: Links, names: Names, new: set[int]) -> None:
    """Write what pages show of the promises of the new ones among them, and the new ones of all promises."""
    rows: Rows = {}
    for some in in_parts([page.article.pk for page in pages]):
        for row in Commitment.objects.filter(current=True, article__in=some).order_by("pk"):
            rows[CommitmentKey(str(row.article_id), row.local)] = row
    found = undertakings((page.reading for page in pages), links, names, today=clock.today())
    first = {one.id: told[0] for one in found if (told := _told(one, rows))}
    for one in found:
        _write(one, _told(one, rows), first)
    Commitment.objects.bulk_update(rows.values(), ["canonical", "repeats", "standing"], batch_size=300)
    follow_ups = _follow_ups(found, first, links, new)
    FollowUp.objects.bulk_create(follow_ups, ignore_conflicts=True)
    for some in in_parts(sorted({row.commitment_id for row in follow_ups})):
        judged = FollowUp.objects.filter(commitment__in=some)
        put_verdicts(judged.select_related("commitment__article", "activity__article"))
        settle_standing(Commitment.objects.filter(pk__in=some))


def _write(one: Undertaking, told: Sequence[Commitment], first: dict[str, Commitment]) -> None:
    """Put on rows that they are one promise, where it stands, and which earlier one it says again."""
    known = [row.standing for row in told if row.standing]
    standing = min((one.status, *map(UndertakingStatus, known)), key=STANDINGS.index)
    for row in told:
        row.canonical_id = None if row is told[0] else told[0].pk
        row.standing = standing.value
        if earlier := first.get(one.repeats or ""):
            row.repeats_id = earlier.pk


def _readings(one: Undertaking, told: Iterable[AccountKey]) -> set[str]:
    """Return the readings that make a promise or tell what may have come of it."""
    return {key.reading for key in one.told} | {key.reading for key in told}


def _told(one: Undertaking, rows: Rows) -> list[Commitment]:
    """Return the rows of an undertaking, the first of them first."""
    return sorted((rows[key] for key in one.told if key in rows), key=lambda row: row.pk)


def _follow_ups(
    found: Iterable[Undertaking], first: dict[str, Commitment], links: Links, new: set[int]
) -> list[FollowUp]:
    """Return the proposals of what may have come of promises, where a new page makes the promise or the activity."""
    told = {one.id: one.accounts for one in links.activities}
    wanted = [
        (first[one.id], told[follow.activity][0], follow)
        for one in found
        for follow in one.follow_ups
        if one.id in first and follow.activity in told
        if new.intersection(int(reading) for reading in _readings(one, told[follow.activity]))
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
