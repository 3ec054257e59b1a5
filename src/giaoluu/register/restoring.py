"""A register out of a backup: checked part by part first, then all of it or nothing."""

import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterable
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO, Any

from django.core.management.color import no_style
from django.core.management.sql import emit_post_migrate_signal
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

from giaoluu.model.errors import RegisterError
from giaoluu.register.backup import BATCH, FOLDERS, FORMAT, MANIFEST, Manifest, Part, tables
from giaoluu.register.opening import open_register

TABLES = "tables/"
DAMAGE = (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What a file raises that is no ZIP any more, is packed in another way, or is damaged inside."""


def restore(path: Path, home: Path) -> Manifest:
    """Make the register of a backup in an empty place, open it, and return what the backup held.

    Call `prepare_process(home)` before this module is imported. A backup of an older program is upgraded on the way.
    Raises RegisterError, and writes nothing, for a place that holds something, a damaged file, or one of a newer
    program.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = verify(archive, path)
            home.mkdir(parents=True, exist_ok=True)
            models = _empty_tables(manifest, home)
            _take_files(archive, manifest, home)
            _take_tables(archive, manifest, models)
    except DAMAGE as error:
        raise RegisterError(f"{path}: no backup can be read there ({error}); take another one") from error
    except DatabaseError as error:
        raise RegisterError(f"{path}: the store refused a row ({error}); nothing of it was kept") from error
    open_register(home)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # the store plans questions by how many rows there are
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")  # what each role may do
    return manifest


def verify(archive: zipfile.ZipFile, path: Path) -> Manifest:
    """Return the manifest of a backup whose parts are all as it says."""
    try:
        plain = json.loads(archive.read(MANIFEST))
        parts = tuple(Part(**part) for part in plain.pop("parts"))
        manifest = Manifest(parts=parts, **{**plain, "migrations": tuple(plain["migrations"])})
    except (KeyError, TypeError, ValueError) as error:
        raise RegisterError(f"{path}: it has no manifest of a backup ({error}); take another one") from error
    if manifest.format != FORMAT:
        raise RegisterError(f"{path}: written as {manifest.format!r}, not {FORMAT!r}; use the giaoluu that wrote it")
    known = {".".join(key) for key in MigrationLoader(None).disk_migrations or ()}
    if unknown := sorted(set(manifest.migrations) - known):
        raise RegisterError(f"{path}: written by a newer giaoluu ({unknown[0]}); upgrade giaoluu and restore it then")
    for part in manifest.parts:
        _refuse_unsafe(part.name, path)
        try:
            with archive.open(part.name) as file:
                found = _digest(file)
        except (KeyError, *DAMAGE) as error:
            raise RegisterError(f"{path}: {part.name} cannot be read ({error}); take another backup") from error
        if found != (part.digest, part.size):
            raise RegisterError(f"{path}: {part.name} is not as it was written; take another backup")
    return manifest


def _digest(file: IO[bytes]) -> tuple[str, int]:
    """Return the digest and the size of what is in a file."""
    digest, size = sha256(), 0
    while piece := file.read(1 << 20):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def _refuse_unsafe(name: str, path: Path) -> None:
    """Refuse a part that would lie outside the home."""
    steps = name.split("/")
    if steps[0] not in {"tables", *FOLDERS} or {"", ".", ".."} & {*steps} or "\\" in name or ":" in name:
        raise RegisterError(f"{path}: {name!r} is no part of a backup; do not use this file")


def _empty_tables(manifest: Manifest, home: Path) -> Any:
    """Return the models of the tables as the backup knew them, made where they are not there yet; refuse full ones."""
    executor = MigrationExecutor(connection)
    targets = [(app, name) for app, _, name in (key.partition(".") for key in manifest.migrations)]
    if not _is_empty():
        raise RegisterError(f"{home}: there is a register already; restore into a new folder or database")
    if set(executor.loader.applied_migrations) - set(targets):
        raise RegisterError(f"{home}: its tables are newer than the backup; restore into a new folder or database")
    nodes = executor.loader.graph.node_map
    last = [key for key in targets if not any(child.key in targets for child in nodes[key].children)]
    executor.migrate(last)
    return executor.loader.project_state(last).apps


def _is_empty() -> bool:
    """Say whether no table of the register has a row."""
    made = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in tables():
            name = table._meta.db_table
            if table._meta.app_label == "register" and name in made:
                cursor.execute(f"SELECT 1 FROM {name} LIMIT 1")
                if cursor.fetchone():
                    return False
    return True


def _take_files(archive: zipfile.ZipFile, manifest: Manifest, home: Path) -> None:
    """Write the files, each whole or not at all."""
    for part in manifest.parts:
        if not part.name.startswith(TABLES):
            place = home / part.name
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=place.parent, suffix=".part")
            with os.fdopen(handle, "wb") as file, archive.open(part.name) as source:
                shutil.copyfileobj(source, file)
            Path(name).replace(place)


def _take_tables(archive: zipfile.ZipFile, manifest: Manifest, models: Any) -> None:
    """Write all rows in one transaction, numbers as they were, and check that each names rows that are there."""
    by_label = {table._meta.label: table for table in tables(models)}
    parts = {Path(part.name).stem: part for part in manifest.parts if part.name.startswith(TABLES)}
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        else:
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        for label, part in parts.items():
            if label not in by_label:
                raise RegisterError(f"a backup of tables that are not known ({label}); upgrade giaoluu")
            by_label[label]._base_manager.all().delete()  # what the program filled in itself: the roles
            with archive.open(part.name) as lines:
                _take_rows(by_label[label], lines)
        connection.check_constraints()
        for command in connection.ops.sequence_reset_sql(no_style(), [*by_label.values()]):
            cursor.execute(command)


def _take_rows(table: type[Model], lines: Iterable[bytes]) -> None:
    """Write the rows of one table as they were, times of adding too."""
    columns = table._meta.concrete_fields
    rows = iter(lines)
    while some := list(islice(rows, BATCH)):
        made = []
        for line in some:
            plain = json.loads(line)
            told = {item.attname: item.to_python(plain[item.attname]) for item in columns if item.attname in plain}
            made.append(table(**told))
        table._base_manager._insert(made, fields=columns, using="default", raw=True)  # type: ignore[attr-defined]
