"""The store's index of words behind one small interface: FTS5 in SQLite, tsvector with GIN in PostgreSQL."""

from typing import Any

from django.db import connection

from giaoluu.register.asking import Asked, Phrase, written

Clause = tuple[str, list[Any]]
"""A condition in SQL with its values."""

Found = list[tuple[Any, ...]]

DAYS = ("day", "earliest", "latest")

PROBE = 4_000
"""Newest rows that a server looks through before it asks the index, which gives all that was ever taken in."""

READ, START = 3, 40_000
"""What the index costs, in rows looked through: one that it finds has to be read, and so much before the first."""


def rows(asked: Asked, most: int, clause: Clause, columns: tuple[str, ...], *, sort: str = "") -> Found:
    """Return columns of the rows that hold what is asked and meet a clause over `row`, the last ones taken in first.

    `sort` says that what is asked is all of one sort. Days are texts in one store and dates in the other; in each of
    them they can be compared.
    """
    if connection.vendor != "sqlite":
        return _of_postgresql(asked, most, clause, ", ".join(f"row.{name}" for name in columns), sort)
    told = (f"row.{name} || ''" if name in DAYS else f"row.{name}" for name in columns)  # else a date is made of each
    return _of_sqlite(asked, most, clause, ", ".join(told))


def _of_sqlite(asked: Asked, most: int, clause: Clause, told: str) -> Found:
    """Ask for numbers first: the index gives them in order, and stops where there are enough."""
    condition, values = clause
    joined = " JOIN register_searchrow AS row ON row.id = register_search.rowid" if condition else ""
    numbers = (
        f"SELECT register_search.rowid FROM register_search{joined} WHERE register_search MATCH %s"
        f"{_and(condition)} ORDER BY register_search.rowid DESC LIMIT {most}"
    )
    sql = f"SELECT {told} FROM register_searchrow AS row WHERE row.id IN ({numbers})"
    return _all(sql, [written(asked, _fts5, "AND", "OR"), *values])


def _of_postgresql(asked: Asked, most: int, clause: Clause, told: str, sort: str) -> Found:
    """Look through the newest rows; the index is asked where what they hold says that the rest is faster found there.

    The index knows no order: it gives every row that holds a common word, to be read and put in order. The server
    cannot choose by itself, for it takes words that go together for words that meet by chance.
    """
    condition, values = clause
    question = [written(asked, _tsquery, "&", "|"), *values]
    holds = f"row.found @@ to_tsquery('simple', %s){_and(condition)}"
    of_sort: Clause = ("sort = %s", [sort]) if sort else ("TRUE", [])

    def newest(depth: int, wanted: int, *below: int) -> Found:
        within = of_sort[0] + (" AND id < %s" if below else "")
        part = f"(SELECT * FROM register_searchrow WHERE {within} ORDER BY id DESC LIMIT {depth}) AS row"
        sql = f"SELECT {told} FROM {part} WHERE {holds} ORDER BY row.id DESC LIMIT {wanted}"
        return _all(sql, [*of_sort[1], *below, *question])

    found = newest(PROBE, most)
    probed = f"(SELECT id FROM register_searchrow WHERE {of_sort[0]} ORDER BY id DESC LIMIT {PROBE}) AS row"
    ((count, last, first),) = _all(f"SELECT count(*), min(id), max(id) FROM {probed}", of_sort[1])
    if len(found) >= most or count < PROBE:
        return found
    enough = most * PROBE // max(1, len(found))
    every = len(found) * first // (first - last + 1)
    if enough <= READ * every + START:
        found += newest(2 * enough, most - len(found), last)
        if len(found) >= most:
            return found
    unordered = "row.id + 0"  # else the server would look through all rows in their order
    sql = f"SELECT {told} FROM register_searchrow AS row WHERE {holds} ORDER BY {unordered} DESC LIMIT {most}"
    return _all(sql, question)


def _and(condition: str) -> str:
    return f" AND {condition}" if condition else ""


def _all(sql: str, values: list[Any]) -> Found:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _fts5(phrase: Phrase) -> str:
    """Return a phrase as FTS5 asks for it."""
    return f'"{" ".join(phrase.words)}"{"*" if phrase.open else ""}'


def _tsquery(phrase: Phrase) -> str:
    """Return a phrase as a tsquery asks for it."""
    words = [f"'{word}'" for word in phrase.words]
    words[-1] += ":*" if phrase.open else ""
    return f"({' <-> '.join(words)})"
