"""Counts over the whole register, taken once until something is ingested."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeVar, cast

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db.models import Max, QuerySet

from giaoluu.register.models import Judgement, ReadingRow

MOST_SECONDS = 300
MANY = 10_000
"""Rows of a list whose number is remembered: there one more or less makes no page."""

Found = TypeVar("Found")


def remembered(name: str, find: Callable[[], Found], *, until_decided: bool = False) -> Found:
    """Return what `find` finds, from memory where this register took in no reading since.

    `until_decided` also asks that nobody decided anything since.
    """
    if until_decided:
        name = f"{name} {Judgement.objects.aggregate(newest=Max('pk'))['newest']}"
    return cast(Found, cache.get_or_set(_key(name), find, MOST_SECONDS))


def _key(name: str) -> str:
    """Return what something is remembered under: for this register, as it is since the last reading."""
    newest = ReadingRow.objects.aggregate(newest=Max("pk"))["newest"]
    return sha256(f"{settings.GIAOLUU_HOME} {newest} {name}".encode()).hexdigest()


def counted(rows: QuerySet[Any]) -> int:
    """Return how many rows a list has; a great number is counted once until something is ingested."""
    try:
        key = _key(f"count {rows.query}")
    except EmptyResultSet:
        return 0
    if (known := cache.get(key)) is not None:
        return int(known)
    count = rows.order_by().count()
    if count >= MANY:
        cache.set(key, count, MOST_SECONDS)
    return count
