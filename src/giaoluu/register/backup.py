"""One file that holds a whole register, and a register out of it again, in either store.

The file is a ZIP: `manifest.json` (what is in it, with digests), `tables/NAME.jsonl` (each table as lines of JSON that
no store is part of) and `captures/…` as they lie in the home. The secret key of the site stays out: a restored register
makes its own, and everybody logs in anew.
"""

import json
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import BinaryField, Model

from giaoluu import __version__
from giaoluu.model.errors import RegisterError

FORMAT = "giaoluu.backup/1"
MANIFEST = "manifest.json"
BATCH = 500
LEFT_OUT = frozenset(
    {
        "sessions.Session", "contenttypes.ContentType", "auth.Permission", "auth.Group_permissions",
        "auth.User_user_permissions", "admin.LogEntry",
    }
)  # fmt: skip
"""Tables that the program fills itself, and who is logged in."""

FOLDERS = ("captures",)
"""Folders of a home whose files belong to what the register holds."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside a backup: its rows where it is a table, and the digest of its bytes."""

    name: str
    size: int
    digest: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds, made by which program, over which migrations."""

    format: str
    version: str
    made: str
    migrations: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def rows(self) -> int:
        """All rows of all tables."""
        return sum(part.rows for part in self.parts)

    @property
    def captures(self) -> int:
        """How many captures there are."""
        return sum(part.name.startswith("captures/") for part in self.parts)


def backup(path: Path) -> Manifest:
    """Write the open register into one file, whole or not at all, and return what it holds.

    Others may work on meanwhile: the tables are those of one moment. The manifest holds the digest of each part as it
    lies here, damaged or not; `integrity` compares captures with what they are named by. Raises RegisterError where
    the file is there already.
    """
    if path.exists():
        raise RegisterError(f"{path} is there already; name another file, a backup is never overwritten")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
                manifest = _fill(archive)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return manifest


def tables(models: Any = apps) -> list[type[Model]]:
    """Return the tables of a register, each behind those that its rows name."""
    every = [table for table in models.get_models(include_auto_created=True) if table._meta.managed]
    kept = [table for table in every if table._meta.label not in LEFT_OUT and not table._meta.proxy]
    ordered: list[type[Model]] = []

    def add(table: type[Model]) -> None:
        if table in ordered or table not in kept:
            return
        for item in table._meta.concrete_fields:
            target = item.related_model
            if isinstance(target, type) and target is not table:
                add(target)
        ordered.append(table)

    for table in kept:
        add(table)
    return ordered


def _fill(archive: zipfile.ZipFile) -> Manifest:
    """Write all parts and the manifest behind them."""
    parts: list[Part] = []
    with _one_moment():
        applied = MigrationRecorder(connection).applied_migrations()
        migrations = tuple(sorted(f"{app}.{name}" for app, name in applied))
        for table in tables():
            parts.append(_write(archive, f"tables/{table._meta.label}.jsonl", _lines(table)))
    home = Path(settings.GIAOLUU_HOME)
    for path in sorted(_files(home)):
        name = path.relative_to(home).as_posix()
        parts.append(_write(archive, name, [path.read_bytes()], is_table=False))
    made = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = Manifest(FORMAT, __version__, made, migrations, tuple(parts))
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
    return manifest


@contextmanager
def _one_moment() -> Iterator[None]:
    """Let all questions see the tables of one moment, while others go on writing."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _files(home: Path) -> Iterator[Path]:
    """Yield the files of a home that belong to its contents: captures and what people attached."""
    for folder in FOLDERS:
        yield from (path for path in (home / folder).rglob("*") if path.is_file() and path.suffix != ".part")


def _write(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes], *, is_table: bool = True) -> Part:
    """Write one part and return what it is; captures are compressed already."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED if is_table else zipfile.ZIP_STORED
    digest, size, count = sha256(), 0, 0
    with archive.open(info, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
            size, count = size + len(piece), count + is_table
    return Part(name, size, digest.hexdigest(), count)


def _lines(table: type[Model]) -> Iterator[bytes]:
    """Yield each row of a table as a line of JSON: its columns, bytes as base64."""
    columns = [(item, isinstance(item, BinaryField)) for item in table._meta.concrete_fields]
    for row in table._default_manager.order_by("pk").iterator(chunk_size=BATCH):
        plain = {
            item.attname: item.value_to_string(row) if is_binary else item.value_from_object(row)
            for item, is_binary in columns
        }
        yield json.dumps(plain, default=_written, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _written(value: date | datetime) -> str:
    """Return a day or a time as the backup has it, to the last digit."""
    return value.isoformat()
