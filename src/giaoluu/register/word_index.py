"""The store's index of words behind one small interface: FTS5 in SQLite, tsvector with GIN in PostgreSQL."""

from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from giaoluu.register.asking import Asked, Phrase, written

Clause = tuple[str, list[Any]]
"""A condition in SQL with its values."""


def newest(asked: Asked, most: int, clause: Clause = ("", [])) -> RawSQL:
    """Return the numbers of the rows of search that hold what is asked, the last ones taken in, as a subquery."""
    condition, values = clause
    more = f" AND {condition}" if condition else ""
    if connection.vendor == "sqlite":
        rows = "register_search JOIN register_searchrow AS row ON row.id = register_search.rowid" if more else (
            "register_search"
        )  # fmt: skip
        sql = f"SELECT register_search.rowid FROM {rows} WHERE register_search MATCH %s{more} ORDER BY register_search.rowid DESC"  # noqa: E501
        text = written(asked, _fts5, "AND", "OR")
    else:
        sql = f"SELECT row.id FROM register_searchrow AS row WHERE row.found @@ to_tsquery('simple', %s){more} ORDER BY row.id DESC"  # noqa: E501
        text = written(asked, _tsquery, "&", "|")
    return RawSQL(f"{sql} LIMIT {most}", [text, *values])


def _fts5(phrase: Phrase) -> str:
    """Return a phrase as FTS5 asks for it."""
    return f'"{" ".join(phrase.words)}"{"*" if phrase.open else ""}'


def _tsquery(phrase: Phrase) -> str:
    """Return a phrase as a tsquery asks for it."""
    words = [f"'{word}'" for word in phrase.words]
    words[-1] += ":*" if phrase.open else ""
    return f"({' <-> '.join(words)})"
