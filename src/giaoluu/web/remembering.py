"""Counts over the whole register, taken once until something is ingested."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, TypeVar, cast

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db.models import Count, QuerySet, Subquery

from giaoluu.register.models import Judgement, ReadingRow

MOST_SECONDS = 300
SHORT = MANY = 2000
"""Rows of a list that are asked for at once, and so need not be counted; the number of more is remembered, for there
one more or less makes no page."""

Found = TypeVar("Found")


class Great(Sequence[Any]):
    """The rows of a great list, of which only those of a page are asked for."""

    def __init__(self, rows: QuerySet[Any], count: int) -> None:
        self._rows, self._count = rows, count

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __getitem__(self, place: Any) -> Any:
        """Return some of them."""
        return list(self._rows[place]) if isinstance(place, slice) else self._rows[place]


def remembered(name: str, find: Callable[[], Found], *, until_decided: bool = False) -> Found:
    """Return what `find` finds, from memory where this register took in no reading since.

    `until_decided` also asks that nobody decided anything since.
    """
    return cast(Found, cache.get_or_set(_key(name, until_decided=until_decided), find, MOST_SECONDS))


def _key(name: str, *, until_decided: bool = False) -> str:
    """Return what something is remembered under: for this register, as it is since the last reading or decision."""
    newest = ReadingRow.objects.order_by("-pk").values_list("pk")
    if until_decided:
        newest = newest.annotate(decided=Subquery(Judgement.objects.order_by("-pk").values("pk")[:1]))
    return sha256(f"{settings.GIAOLUU_HOME} {newest.first()} {name}".encode()).hexdigest()


def counted(rows: QuerySet[Any]) -> int:
    """Return how many rows a list has; a great number is counted once until something is ingested."""
    try:
        key = _key(f"count {rows.query}")
    except EmptyResultSet:
        return 0
    known = cache.get(key)
    return _counted(rows, key) if known is None else int(known)


def listed(rows: QuerySet[Any]) -> Sequence[Any]:
    """Return a list to be paged: a short one as it is, by one question; of a great one the number is remembered."""
    try:
        key = _key(f"count {rows.query}")
    except EmptyResultSet:
        return []
    known = cache.get(key)
    if known is not None:
        return Great(rows, int(known))
    few = list(rows[: SHORT + 1])
    return few if len(few) <= SHORT else Great(rows, _counted(rows, key))


def shares(rows: QuerySet[Any], column: str) -> dict[str, int]:
    """Return how many rows have each value of a column; great numbers as they were before what came last."""
    key = _key(f"{column} of {rows.query}", until_decided=True)
    known: dict[str, int] | None = cache.get(key)
    if known is None:
        known = dict(rows.order_by().values_list(column).annotate(count=Count("pk")))
        if sum(known.values()) >= MANY:
            cache.set(key, known, MOST_SECONDS)
    return known


def _counted(rows: QuerySet[Any], key: str) -> int:
    count = rows.order_by().count()
    if count >= MANY:
        cache.set(key, count, MOST_SECONDS)
    return count
