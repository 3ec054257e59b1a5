"""Rows of tables without their models: dicts in the order of the columns, written as they stand."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache
from json.encoder import encode_basestring
from typing import Any, TypeVar, cast

from django.db.models import ForeignKey, Model
from django.db.models.fields import NOT_PROVIDED

from giaoluu.register.carrying import Kept
from giaoluu.register.models import Article

Row = TypeVar("Row", bound=Model)


class PlainRow:
    """The columns of a row, and its number as `pk`; relations hold rows."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__ = values


class Fresh(Kept):
    """Keeps the rows of a page that the register does not hold yet, numbered from 1, instead of saving them."""

    def __init__(self) -> None:
        self.saved: dict[type[Model], list[Any]] = {}

    def row(self, table: type[Row], **values: Any) -> Row:
        """Return a row without a number."""
        return cast(Row, PlainRow({**empty(table), **values}))

    def save(self, table: type[Row], rows: Iterable[Row]) -> list[Row]:
        """Number rows and keep them."""
        kept = self.saved.setdefault(table, [])
        new = list(rows)
        for number, row in enumerate(new, start=len(kept) + 1):
            row.pk = number
        kept += new
        return new

    def put(self, table: type[Row], rows: Iterable[Row], **_: Any) -> None:
        """Keep rows."""
        self.save(table, rows)

    def change(self, table: type[Any], rows: list[Any], column: str) -> None:
        """Do nothing: the rows are not written yet."""


def fresh_article(page: str) -> Article:
    """Return the row of an article that stands alone."""
    return cast(Article, PlainRow({**empty(Article), "pk": 1, "capture": PlainRow({"pk": 1}), "page": page}))


@cache
def empty(table: type[Model]) -> dict[str, Any]:
    """Return what stands in a row where nothing is said, in the order of the columns; the number comes first."""
    values = {item.name: _default(item) for item in _fields(table)}
    return {"pk": None, **values}


@cache
def columns(table: type[Model]) -> list[str]:
    """Return the columns of a table, without its number and what the store fills in."""
    return [item.attname for item in _fields(table)]


@cache
def writer(table: type[Model]) -> Callable[[Any], list[Any]]:
    """Return what makes a row of a table the values that both stores take, its number first."""
    places = dict(enumerate(_fields(table), start=1))
    named = [place for place, item in places.items() if isinstance(item, ForeignKey)]
    days = [place for place, item in places.items() if item.get_internal_type() == "DateField"]
    objects = [place for place, item in places.items() if item.get_internal_type() == "JSONField"]

    def written(row: Any) -> list[Any]:
        values = [*row.__dict__.values()]
        for place in named:
            if (other := values[place]) is not None:
                values[place] = other.pk
        for place in days:
            if (day := values[place]) is not None:
                values[place] = day_as_text(day)
        for place in objects:
            if (value := values[place]) is not None:
                values[place] = _as_json(value)
        return values

    return written


day_as_text = lru_cache(maxsize=1 << 14)(date.isoformat)
"""A day as both stores take it."""


def _as_json(value: Any) -> str:
    """Return a value as `json.dumps` writes it; lists of texts, which nearly all are, in a third of its time."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return f"[{', '.join(map(encode_basestring, value))}]"
    return "{}" if value == {} else json.dumps(value, ensure_ascii=False)


def _fields(table: type[Model]) -> list[Any]:
    every = (item for item in table._meta.concrete_fields if not item.primary_key)
    return [item for item in every if not getattr(item, "auto_now_add", False)]


def _default(item: Any) -> Any:
    """Return what a field holds where nothing is said."""
    if item.default is not NOT_PROVIDED:
        return item.get_default()
    return None if item.null or isinstance(item, ForeignKey) else ""
