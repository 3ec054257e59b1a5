"""The store's index of words behind one small interface: FTS5 in SQLite, tsvector with GIN in PostgreSQL."""

from typing import Any

from django.db import connection

from giaoluu.register.asking import Asked, Phrase, written

Clause = tuple[str, list[Any]]
"""A condition in SQL with its values."""


def rows(asked: Asked, most: int, clause: Clause, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Return columns of the rows that hold what is asked and meet a clause over `row`, the last ones taken in first.

    Days are texts in one store and dates in the other; in each of them they can be compared.
    """
    numbers, values = _question(asked, most, clause)
    told = ", ".join(f"row.{name}" for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {told} FROM register_searchrow AS row WHERE row.id IN ({numbers})", values)
        return list(cursor.fetchall())


def _question(asked: Asked, most: int, clause: Clause) -> tuple[str, list[Any]]:
    """Return the question for numbers of rows in the language of the store, with its values."""
    condition, values = clause
    more = f" AND {condition}" if condition else ""
    if connection.vendor == "sqlite":
        joined = " JOIN register_searchrow AS row ON row.id = register_search.rowid" if more else ""
        sql = (
            f"SELECT register_search.rowid FROM register_search{joined} WHERE register_search MATCH %s{more} "
            f"ORDER BY register_search.rowid DESC LIMIT {most}"
        )
        return sql, [written(asked, _fts5, "AND", "OR"), *values]
    sql = f"SELECT row.id FROM register_searchrow AS row WHERE row.found @@ to_tsquery('simple', %s){more} "
    return f"{sql}ORDER BY row.id DESC LIMIT {most}", [written(asked, _tsquery, "&", "|"), *values]


def _fts5(phrase: Phrase) -> str:
    """Return a phrase as FTS5 asks for it."""
    return f'"{" ".join(phrase.words)}"{"*" if phrase.open else ""}'


def _tsquery(phrase: Phrase) -> str:
    """Return a phrase as a tsquery asks for it."""
    words = [f"'{word}'" for word in phrase.words]
    words[-1] += ":*" if phrase.open else ""
    return f"({' <-> '.join(words)})"
