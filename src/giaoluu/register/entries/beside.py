"""What a person knows of an activity that its page does not say: an entry of theirs, beside the page's account.

The page stays as it was published; the entry is an account of its own with the person as its witness, and the two are
one activity. One person has one such entry for one account, so that saving again changes it.
"""

from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from giaoluu.entries import Entry, Sort
from giaoluu.entries.entry import PREFIX
from giaoluu.register.entries.saving import Saved, entry_from, save, withdraw
from giaoluu.register.joining import merge
from giaoluu.register.linking.rulings import ON_ROWS
from giaoluu.register.models import Activity, Article, Judgement


def id_beside(activity: Activity, who: str) -> str:
    """Return the id of the entry that a person may have beside an account."""
    shown = activity.article.claims.filter(subject=activity.local, property="kind").first()
    words = f"{shown.start} {shown.exact}" if shown else activity.local
    return f"{PREFIX}{uuid5(NAMESPACE_URL, f'{activity.article.page} {words} {who.strip()}').hex}"


def beside(activity: Activity, who: str) -> Entry | None:
    """Return what a person added to an account, or None."""
    article = Article.objects.filter(page=id_beside(activity, who), current=True).select_related("capture").first()
    entry = entry_from(article) if article else None
    return None if entry is None or entry.withdrawn else entry


def add_beside(activity: Activity, told: Entry, *, who: str, why: str = "") -> Saved | None:
    """Keep what a person adds to an account, and say that both tell one activity; nothing told takes it back.

    The kind is that of the account. Raises EntryError, and keeps nothing, where a cell cannot be read.
    """
    known = beside(activity, who)
    if not told.cells and not told.rows:
        return withdraw(known.id, who=who) if known else None
    kind = f"{activity.kind}/{activity.mode}" if activity.mode else activity.kind
    entry = Entry(id_beside(activity, who), Sort.ACTIVITY, told.language, {**told.cells, "kind": kind}, told.rows)
    with transaction.atomic():
        saved = save(entry, who=who)
        mine = saved.article.activities.filter(current=True, main=True).first()
        if mine is not None and activity.current and not _is_joined(mine):
            merge(activity, mine, who=who, why=why)
    return saved


def _is_joined(mine: Activity) -> bool:
    """Say whether somebody said already that the entry is one with an account, or that it is not."""
    said = Judgement.objects.filter(table="activity", verdict__in=ON_ROWS, undone_by=None)
    return said.filter(value__contains=mine.article.page).exists()
