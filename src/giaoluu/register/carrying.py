"""The numbers of rows outlive a new reading, so that addresses and judgements keep their meaning."""

from typing import TypeVar

from django.apps import apps
from django.db.models import Model

from giaoluu.register.models import Activity, Article

Row = TypeVar("Row", bound=Model)


def sign(row: Model) -> str:
    """Return what a row is known by inside its article: an activity by kind and words, others by name."""
    if isinstance(row, Activity):
        return f"{row.kind} {row.start}"
    return str(getattr(row, "name", ""))


def signature(table: str, article: Article) -> dict[str, list[int]]:
    """Return the numbers of the article's rows in a table, by what each row is known by, first ones last."""
    kept: dict[str, list[int]] = {}
    rows = apps.get_model("register", table)._default_manager.filter(article=article).order_by("-pk")
    for row in rows:
        kept.setdefault(sign(row), []).append(row.pk)
    return kept


def carry(row: Row, kept: dict[str, list[int]]) -> Row:
    """Give a new row the number that its like had; one without gets a number of its own when saved."""
    numbers = kept.get(sign(row)) if kept else None
    if numbers:
        row.pk = numbers.pop()
    return row
