"""The numbers of rows outlive a new reading, so that addresses and judgements keep their meaning."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model

from giaoluu.register.models import Activity, Article, Commitment, Organisation, Person, Place, Quotation

Row = TypeVar("Row", Activity, Commitment, Organisation, Person, Place, Quotation)
Other = TypeVar("Other", bound=Model)

BY_LINKING = frozenset({"canonical", "accounts", "witnesses", "standing", "repeats", "context"})
"""Columns that the linking of articles writes, not their reading."""


class Kept:
    """The numbers of an article's rows by what each row is known by; each is given once, first rows first.

    `same_reading` knows rows by their ids in the reading; else an activity is known by kind and words, what was said
    by its place in the text, others by name. Nothing is looked for where an article is `new`. `saved` are the rows
    that it has now.
    """

    def __init__(self, article: Article, *, same_reading: bool = False, new: bool = False) -> None:
        self.article = article
        self.same_reading = same_reading
        self.new = new
        self.saved: dict[type[Model], list[Any]] = {}

    def row(self, table: type[Other], **values: Any) -> Other:
        """Return a row that is not saved yet."""
        return table(**values)

    def save(self, table: type[Row], rows: Iterable[Row]) -> list[Row]:
        """Save rows under the numbers that their like have, update those in place, and delete rows without a like."""
        rows = self.saved[table] = list(rows)
        if self.new:
            return table._default_manager.bulk_create(rows)
        old: dict[str, list[int]] = {}
        for row in table._default_manager.filter(article=self.article).order_by("-pk"):
            old.setdefault(self._sign(row), []).append(row.pk)
        for row in rows:
            if numbers := old.get(self._sign(row)):
                row.pk = numbers.pop()
        table._default_manager.filter(pk__in=[number for numbers in old.values() for number in numbers]).delete()
        known = [row for row in rows if row.pk]
        columns = [item.name for item in table._meta.concrete_fields if item.name not in {"id", *BY_LINKING}]
        if known:
            table._default_manager.bulk_create(
                known, update_conflicts=True, unique_fields=["id"], update_fields=columns
            )
        table._default_manager.bulk_create([row for row in rows if not row.pk])
        return rows

    def put(self, table: type[Other], rows: Iterable[Other], **old: Any) -> None:
        """Save rows whose numbers nobody knows, in place of the old ones."""
        if not self.new:
            table._default_manager.filter(**old).delete()
        table._default_manager.bulk_create(rows)

    def change(self, table: type[Row], rows: list[Row], column: str) -> None:
        """Write one column of rows that are saved."""
        if rows:
            table._default_manager.bulk_update(rows, [column])

    def _sign(self, row: Model) -> str:
        """Return what a row is known by inside its article."""
        if self.same_reading:
            return str(getattr(row, "local", ""))
        if isinstance(row, Activity):
            return f"{row.kind} {row.start}"
        if isinstance(row, Quotation | Commitment):
            return f"{row.start} {row.end} {getattr(row, 'proposal', '')}"
        return str(getattr(row, "name", ""))
