"""Prepared pages into the tables: numbers are given in blocks, rows go in by executemany or COPY."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from giaoluu.register.bulk.plain_rows import columns
from giaoluu.register.bulk.preparing import CLAIM, Prepared
from giaoluu.register.indexing import Entry
from giaoluu.register.models import (
    Activity,
    ActivityCountry,
    Article,
    CaptureRow,
    Claim,
    Commitment,
    Occasion,
    Organisation,
    Participant,
    Person,
    Place,
    Quotation,
    ReadingRow,
    SearchRow,
)
from giaoluu.register.spoken_names import add_keys

THROUGH = Activity.places.through
TABLES: tuple[type[Model], ...] = (
    CaptureRow, Article, ReadingRow, Claim, Person, Organisation, Place, Activity, Participant, ActivityCountry,
    Occasion, THROUGH, Quotation, Commitment, SearchRow,
)  # fmt: skip
"""In an order in which no row names one that is not there yet."""

POINTS = {
    "capture_id": CaptureRow, "article_id": Article, "activity_id": Activity, "part_of_id": Activity,
    "person_id": Person, "organisation_id": Organisation, "place_id": Place, "quotation_id": Quotation,
}  # fmt: skip
"""Columns that name a row of the same page, and its table; all other columns are values."""

SORTS = {"activity": Activity, "person": Person, "body": Organisation, "statement": Quotation, "article": Article}
FILLED = {
    CaptureRow: ["digest", "name", "url", "fetched", "media_type", "encoding", "size"],
    ReadingRow: ["article_id", "digest", "reader", "packs", "content"],
    Claim: [*CLAIM],
    SearchRow: [*Entry._fields],
}
"""Columns of tables whose rows are not made through their model."""

ALIKE: dict[type[Model], dict[str, Any]] = {
    ReadingRow: {"current": True},
    Claim: {"verdict": "", "corrected": "", "current": True},
}
"""What stands in every row that is written here, beside its columns."""

TIMED = (CaptureRow, Article, ReadingRow)
"""Tables that keep when a row was added."""

Rows = list[list[Any]]


def write(pages: Sequence[Prepared], told: set[str] | None = None) -> None:
    """Write pages that the register does not hold, in one transaction: all of them or none.

    Their rows get the numbers that they have in the register, so pages can be written once. `told` are names that
    were kept in the same transaction; those of these pages are added to it.
    """
    told = set() if told is None else told
    with transaction.atomic():
        lock()
        bases = _counted()
        rows: dict[type[Model], Rows] = {table: [] for table in TABLES}
        for page in pages:
            at = {table: bases[table] + len(rows[table]) for table in TABLES}
            for table in TABLES:
                if some := page.rows.get(table.__name__):
                    _number(table, some, at)
                    rows[table] += some
        for table in TABLES:
            _insert(table, rows[table])
        _move_counters({table: bases[table] + len(rows[table]) for table in TABLES if rows[table]})
        add_keys({name: keys for page in pages for name, keys in page.names.items() if name not in told})
        told.update(name for page in pages for name in page.names)


@cache
def columns_of(table: type[Model]) -> list[str]:
    """Return the columns that a prepared row of a table has; its number stands before them."""
    return FILLED.get(table) or columns(table)


@cache
def _points(table: type[Model]) -> list[tuple[int, type[Model]]]:
    """Return the places of a row that hold numbers of rows, the first its own, and of which table."""
    named = [(place, POINTS[name]) for place, name in enumerate(columns_of(table), start=1) if name in POINTS]
    return [(0, table), *named]


def _number(table: type[Model], rows: Rows, at: dict[type[Model], int]) -> None:
    """Give rows, and the rows they name, the numbers that they have in the register."""
    points = [(place, at[of]) for place, of in _points(table)]
    for row in rows:
        for place, start in points:
            if row[place] is not None:
                row[place] += start
    if table is SearchRow:
        sort, named = columns_of(table).index("sort") + 1, columns_of(table).index("row") + 1
        for row in rows:
            row[named] += at[SORTS[row[sort]]]


def lock() -> None:
    """Keep all others from adding rows until the transaction ends; SQLite does so itself."""
    if connection.vendor == "postgresql":
        names = ", ".join(table._meta.db_table for table in TABLES)
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")


def _counted() -> dict[type[Model], int]:
    """Return the last number given in each table."""
    found: dict[type[Model], int] = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            name = table._meta.db_table
            if connection.vendor == "postgresql":
                cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {name}_id_seq")
            else:
                cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [name])
            row = cursor.fetchone()
            found[table] = row[0] if row else 0
    return found


def _move_counters(last: dict[type[Model], int]) -> None:
    """Tell the store which numbers are given; SQLite sees that itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table, number in last.items():
                cursor.execute("SELECT setval(%s, %s)", [f"{table._meta.db_table}_id_seq", number])


def _insert(table: type[Model], rows: Rows) -> None:
    """Insert numbered rows."""
    if not rows:
        return
    names = ["id", *columns_of(table)]
    alike = ALIKE.get(table, {}) | ({"added": _now()} if table in TIMED else {})
    told = ", ".join(f'"{name}"' for name in (*names, *alike))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table._meta.db_table} ({told}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row([*row, *alike.values()])
        else:
            places = ", ".join([*["%s"] * len(names), *map(_literal, alike.values())])
            cursor.executemany(f"INSERT INTO {table._meta.db_table} ({told}) VALUES ({places})", rows)


def _literal(value: Any) -> str:
    """Return what stands in every row as SQL has it: a yes, or a text without signs of SQL."""
    return str(int(value)) if isinstance(value, bool) else f"'{value}'"


def _now() -> str:
    """Return the time as both stores take it."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return f"{now}+00" if connection.vendor == "postgresql" else now
