"""The first load of an empty register: indexes and links between tables are made once, when all rows are there."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from giaoluu.register.bulk.writing import TABLES
from giaoluu.register.models import Judgement
from giaoluu.register.opening import SELDOM

Commands = list[str]

ROOM = 200_000
"""Kilobytes that SQLite may take for its pages, and to sort what an index holds, during the first load."""

SQLITE_INDEXES = "SELECT name, sql, tbl_name FROM sqlite_master WHERE type = %s AND sql IS NOT NULL ORDER BY rowid"
POSTGRESQL_INDEXES = (
    "SELECT indexname, indexdef, tablename FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname"
)
POSTGRESQL_LINKS = (
    "SELECT conname, pg_get_constraintdef(oid), conrelid::regclass::text FROM pg_constraint "
    "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname"
)
MEMORY = "256MB"
"""What a server may take while it builds indexes."""


def is_empty() -> bool:
    """Say whether the register holds no page, and no decision that waits for one."""
    return not (Judgement.objects.exists() or any(table._default_manager.exists() for table in TABLES))


@contextmanager
def indexes_afterwards() -> Iterator[None]:
    """Take indexes away inside the transaction that is open, and make them again at its end.

    What keeps rows from being there twice stays. Both stores undo the whole where the transaction fails, so that a
    kill leaves the empty register as it was.
    """
    away, back = _commands()
    _run(away)
    yield
    _run(back)


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Let Python look for circles of objects less often."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def roomy() -> Iterator[None]:
    """Let SQLite take more memory."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (before,) = cursor.execute("PRAGMA cache_size").fetchone()
        cursor.execute(f"PRAGMA cache_size = -{ROOM}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {before}")


def _run(commands: Commands) -> None:
    with connection.cursor() as cursor:
        for command in commands:
            cursor.execute(command)


def _commands() -> tuple[Commands, Commands]:
    """Return the commands that take indexes away, and those that make them again."""
    own = {table._meta.db_table for table in TABLES}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            triggers = cursor.execute(SQLITE_INDEXES, ["trigger"]).fetchall()
            indexes = cursor.execute(SQLITE_INDEXES, ["index"]).fetchall()
            links: list[tuple[str, str, str]] = []
            after = ["INSERT INTO register_search(register_search) VALUES ('rebuild')", "ANALYZE"]
        else:
            cursor.execute(POSTGRESQL_LINKS)
            links, triggers = cursor.fetchall(), []
            cursor.execute(POSTGRESQL_INDEXES)
            indexes = cursor.fetchall()
            after = [f"ANALYZE {', '.join(sorted(own))}"]
    kept = [(name, sql) for name, sql, table in indexes if table in own and not sql.startswith("CREATE UNIQUE")]
    fires = [(name, sql) for name, sql, table in triggers if table in own]
    bound = [(name, sql, table) for name, sql, table in links if table in own]
    away = [f'ALTER TABLE {table} DROP CONSTRAINT "{name}"' for name, _, table in bound]
    away += [f'DROP TRIGGER "{name}"' for name, _ in fires] + [f'DROP INDEX "{name}"' for name, _ in kept]
    back = [f"SET LOCAL maintenance_work_mem = '{MEMORY}'"] if connection.vendor == "postgresql" else []
    back += [sql for _, sql in kept]
    back += [f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {sql}' for name, sql, table in bound]
    return away, [*back, *(sql for _, sql in fires), *after]
