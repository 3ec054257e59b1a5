"""Groups of rows into `canonical` columns: the row with the least number stands for its group."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from giaoluu.register.models import Activity, Article, Commitment, Organisation, Person

Row = TypeVar("Row", Activity, Commitment, Organisation, Person)
HAVING_HEADS = (Activity, Commitment, Organisation, Person)


def head_of(row: Activity | Commitment | Organisation | Person) -> int:
    """Return the number of the row that stands for a row."""
    return int(row.canonical_id or row.pk)


def write_groups(table: type[Row], groups: Iterable[Sequence[Row]]) -> dict[int, int]:
    """Make each group of rows one, and return row → head of all rows given.

    Rows that are not given follow the row that stood for them, or where that one is not given either, the larger of
    the groups whose rows it stood for as well.
    """
    ordered = sorted((group for group in groups if group), key=lambda group: (-len(group), group[0].pk))
    given = {row.pk: place for place, group in enumerate(ordered) for row in group}
    owner = dict(given)
    for place, group in enumerate(ordered):
        for row in group:
            owner.setdefault(head_of(row), place)
    heads: dict[int, int] = {}
    changed: list[Row] = []
    for place, group in enumerate(ordered):
        old_heads = {old for row in group if owner[old := head_of(row)] == place}
        head = min({row.pk for row in group} | {old for old in old_heads if old not in given})
        for old in old_heads - {head}:
            table._default_manager.filter(canonical=old).update(canonical=head)
            if old not in given:
                table._default_manager.filter(pk=old).update(canonical=head)
        for row in group:
            heads[row.pk] = head
            row.canonical_id = None if row.pk == head else head
            changed.append(row)
    table._default_manager.bulk_update(changed, ["canonical"], batch_size=300)
    return heads


def release(article: Article) -> None:
    """Let go what rows of an article stand for where lists show them no more: it is linked anew the next time."""
    for table in HAVING_HEADS:
        hidden = list(table._default_manager.filter(article=article, current=False).values_list("pk", flat=True))
        members = table._default_manager.filter(canonical__in=hidden).exclude(article=article)
        numbers = set(members.values_list("article_id", flat=True))
        if numbers:
            members.update(canonical=None)
            Article.objects.filter(pk__in=numbers).update(linked=False)
        table._default_manager.filter(pk__in=hidden).exclude(canonical=None).update(canonical=None)
