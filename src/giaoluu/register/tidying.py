"""What lies about in a register: room that great deletions left, statistics of another one, files nothing came of."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from giaoluu.register import captures
from giaoluu.register.models import Attachment, CaptureRow, Claim, SheetImport

FORGOTTEN = 7 * 24 * 3600
"""Seconds after which a page or sheet that somebody looked at and never saved is cleared away."""

FREE = 0.25
"""Least share of the store that holds nothing."""

MUCH = 64 * 1024 * 1024
"""Bytes that are worth it."""

MANY = 20_000
"""Claims from which on the store needs to know how many rows there are: it plans its questions by that."""

GROWN = 3
"""How often as many claims, or as few, make statistics those of another register."""

DEAD = (
    "SELECT coalesce(sum(pg_table_size(relid) * n_dead_tup / greatest(n_live_tup + n_dead_tup, 1)), 0), "
    "coalesce(sum(pg_table_size(relid)), 0) FROM pg_stat_user_tables WHERE schemaname = current_schema()"
)
COUNTED = {
    "sqlite": "SELECT stat FROM sqlite_stat1 WHERE tbl = %s AND idx = 'claim_subject'",
    "postgresql": "SELECT reltuples::bigint FROM pg_class WHERE oid = %s::regclass",
}


def advice() -> Iterator[str]:
    """Yield a sentence for each thing that makes the store slower or larger than it need be; nothing is broken."""
    free, whole = _room()
    if free >= MUCH and free >= FREE * whole:
        yield f"{free >> 20} of {whole >> 20} MB of the store hold nothing; `giaoluu integrity --tidy` gives them back"
    claims = Claim.objects.count()
    if claims >= MANY and not _counted() / GROWN <= claims <= _counted() * GROWN:
        yield "the store's statistics tell of another register; `giaoluu integrity --tidy` takes them anew"


def tidy() -> None:
    """Write the store anew without the room that holds nothing, and take its statistics.

    Nobody else may use the register meanwhile; SQLite takes as much room again on the disk.
    """
    for command in ("VACUUM", "ANALYZE"):
        _ask(command)


def clear() -> int:
    """Remove captures that nothing came of, and halves of files, that are older than a week; return how many.

    A page is kept when it is pasted, so that it can be looked at, and belongs to the register when it is saved.
    """
    tables = (CaptureRow, Attachment, SheetImport)
    used = {digest for table in tables for digest in table._default_manager.values_list("digest", flat=True)}
    forgotten = [*captures.unused(Path(settings.GIAOLUU_HOME), used, before=time.time() - FORGOTTEN)]
    for path in forgotten:
        path.unlink(missing_ok=True)
    return len(forgotten)


def _room() -> tuple[int, int]:
    """Return the bytes of the store that hold nothing, and all of them."""
    if connection.vendor == "postgresql":
        free, whole = _ask(DEAD)
        return int(free), int(whole)
    size, free, pages = (int(_ask(f"PRAGMA {name}")[0]) for name in ("page_size", "freelist_count", "page_count"))
    return free * size, pages * size


def _counted() -> int:
    """Return how many claims the store's statistics tell of."""
    if connection.vendor == "sqlite" and not _ask("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"):
        return 0
    found = _ask(COUNTED[connection.vendor], Claim._meta.db_table)
    return max(0, int(str(found[0]).split()[0])) if found else 0


def _ask(command: str, *values: str) -> Any:
    """Return the first row of what the store answers, or nothing."""
    with connection.cursor() as cursor:
        cursor.execute(command, values)
        return cursor.fetchone() if cursor.description else None
