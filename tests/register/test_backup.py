"""Backups: the same register again in either store, nothing half-written, nothing overwritten, damage told."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from tests.register import servers
from tests.register.homes import ON_SERVER
from tests.register.readings import english, vietnamese

from giaoluu.model.errors import RegisterError
from giaoluu.register import ingest, integrity, judge, open_register, undo
from giaoluu.register.backup import MANIFEST, backup, tables
from giaoluu.register.models import Activity, Claim, Judgement, SavedSearch
from giaoluu.register.restoring import restore
from giaoluu.register.searching import Wanted, search


@pytest.fixture
def full(home: Path) -> Path:
    """A register with two pages, a decision, one taken back, and a kept search."""
    ingest([vietnamese(), english()])
    judge(Claim.objects.get(property="place"), "correct", who="An", value="Huế")
    undo(judge(Claim.objects.get(property="date", subject="a1", value="2025-03-11"), "reject", who="An"), who="Bình")
    SavedSearch.objects.create(name="Her", query="text=khue")
    return home


@pytest.fixture
def another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that points this process at a new, empty place: a folder, on a server a database too."""
    from giaoluu.register.opening import prepare_process

    def place(name: str = "again") -> Path:
        if ON_SERVER:
            from tests.register.homes import SERVER

            servers.tell(SERVER, f'CREATE DATABASE "{tmp_path.name}-{name}"')
            monkeypatch.setenv("GIAOLUU_DATABASE", servers.of_database(SERVER, f"{tmp_path.name}-{name}"))
        prepare_process(tmp_path / name)
        return tmp_path / name

    return place


def contents() -> dict[str, list[dict]]:
    """Every row of every table that is kept."""
    return {table._meta.label: list(table._default_manager.order_by("pk").values()) for table in tables()}


def plain(rows: dict[str, list[dict]]) -> str:
    return json.dumps(rows, default=lambda one: bytes(one).hex() if isinstance(one, memoryview | bytes) else str(one))


def test_the_same_register_again(full, another, tmp_path):
    before = plain(contents())
    made = backup(tmp_path / "all.zip")
    assert made.captures == 2
    place = another()
    assert restore(tmp_path / "all.zip", place) == made
    assert plain(contents()) == before
    assert list(integrity()) == []
    assert {row.sort for row in search(Wanted("khue")).rows(0, 50)} == {"activity", "person", "article", "statement"}
    assert Judgement.objects.get(verdict="undo").who == "Bình"
    assert ingest([english(), vietnamese(reader="0.3.0")]).reread == 1  # numbers go on behind those restored
    assert Activity.objects.get(kind="meeting").place == "Huế"


def test_the_store_knows_how_many_rows_were_restored(full, another, tmp_path):
    from django.db import connection

    backup(tmp_path / "all.zip")
    restore(tmp_path / "all.zip", another())
    with connection.cursor() as cursor:
        if ON_SERVER:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'register_claim'")
        else:
            cursor.execute("SELECT max(stat) FROM sqlite_stat1 WHERE tbl = 'register_claim'")
        assert float(str(cursor.fetchone()[0]).split()[0]) == Claim.objects.count()


def test_a_file_that_is_there_is_kept(full, tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(b"mine")
    with pytest.raises(RegisterError, match="there already"):
        backup(path)
    assert path.read_bytes() == b"mine"


def test_what_fails_leaves_no_half(full, tmp_path):
    next(full.glob("captures/*/*.zst")).chmod(0o600)
    damaged = next(full.glob("captures/*/*.zst"))
    damaged.unlink()
    damaged.mkdir()
    (damaged / "a").write_bytes(b"")
    (damaged / "a").unlink()
    target = tmp_path / "folder" / "all.zip"
    made = backup(target)  # a capture that is gone is none: integrity tells of it
    assert made.captures == 1
    assert [path.name for path in target.parent.iterdir()] == ["all.zip"]


def test_nothing_is_written_over(full, tmp_path):
    backup(tmp_path / "all.zip")
    before = plain(contents())
    with pytest.raises(RegisterError, match="there is a register already"):
        restore(tmp_path / "all.zip", full)
    assert plain(contents()) == before


def changed(path: Path, name: str, content: bytes | None, *, add: str = "") -> Path:
    """Return a copy of a backup with one part changed, left out, or added."""
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
            elif content is not None:
                new.writestr(part, content)
        if add:
            new.writestr(add, b"evil")
    return target


def overwritten(path: Path, name: str) -> Path:
    """Return a copy of a backup with some bytes of a part overwritten, as a bad disk does it."""
    content, target = bytearray(path.read_bytes()), path.with_name("damaged.zip")
    with zipfile.ZipFile(path) as archive:
        head = archive.getinfo(name).header_offset
    start = head + 30 + int.from_bytes(content[head + 26 : head + 28], "little")
    start += int.from_bytes(content[head + 28 : head + 30], "little")
    content[start : start + 8] = b"\xff" * 8
    target.write_bytes(content)
    return target


def manifest(path: Path, **changes) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return json.dumps(json.loads(archive.read(MANIFEST)) | changes).encode()


EVIL = [{"name": "captures/../../evil", "size": 4, "digest": "0" * 64, "rows": 0}]
DAMAGES = {
    "a part changed": lambda path: changed(path, "tables/register.Claim.jsonl", b"{}"),
    "a part lost": lambda path: changed(path, "tables/register.Claim.jsonl", None),
    "no manifest": lambda path: changed(path, MANIFEST, None),
    "another format": lambda path: changed(path, MANIFEST, manifest(path, format="giaoluu.backup/9")),
    "a newer program": lambda path: changed(path, MANIFEST, manifest(path, migrations=["register.9999_future"])),
    "a way out": lambda path: changed(path, MANIFEST, manifest(path, parts=EVIL), add="captures/../../evil"),
    "a part damaged": lambda path: overwritten(path, "tables/register.Claim.jsonl"),
    "a manifest damaged": lambda path: overwritten(path, MANIFEST),
    "half a file": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]) and path,
    "no file": lambda path: path.with_name("none.zip"),
}
TOLD = {
    "a part changed": "not as it was written",
    "a part lost": "cannot be read",
    "no manifest": "no manifest",
    "another format": "giaoluu.backup/9",
    "a newer program": "newer giaoluu",
    "a way out": "no part of a backup",
    "a part damaged": "cannot be read",
    "a manifest damaged": "no backup can be read",
    "half a file": "no backup can be read",
    "no file": "no backup can be read",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told_and_nothing_is_restored(full, another, tmp_path, damage):
    backup(tmp_path / "all.zip")
    path = DAMAGES[damage](tmp_path / "all.zip")
    place = another()
    with pytest.raises(RegisterError, match=TOLD[damage]):
        restore(path, place)
    assert not (place / "captures").exists()
    assert not (tmp_path.parent / "evil").exists()
    open_register(place)
    assert not Claim.objects.exists()


@pytest.mark.sqlite
@pytest.mark.slow
def test_from_the_file_store_to_a_server(full, tmp_path, monkeypatch):
    from tests.register import servers

    before = plain(contents())
    backup(tmp_path / "all.zip")
    code = (
        "import sys; from pathlib import Path\n"
        "sys.path.insert(0, sys.argv[3])\n"
        "from giaoluu.register.opening import prepare_process\n"
        "prepare_process(Path(sys.argv[1]))\n"
        "from giaoluu.register.restoring import restore\n"
        "restore(Path(sys.argv[2]), Path(sys.argv[1]))\n"
        "from giaoluu.register import integrity\n"
        "assert list(integrity()) == []\n"
        "from tests.register.test_backup import contents, plain\n"  # which opens a register of its own
        "from django.db import connection; print(connection.vendor)\n"
        "Path(sys.argv[2] + '.json').write_text(plain(contents()))\n"
    )
    import subprocess
    import sys

    environment = {**os.environ, "GIAOLUU_DATABASE": servers.start()}
    command = [sys.executable, "-c", code, tmp_path / "server", tmp_path / "all.zip", Path(__file__).parents[2]]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=100)
    assert (done.stdout, done.returncode) == ("postgresql\n", 0), done.stderr[-2000:]
    after = json.loads((tmp_path / "all.zip.json").read_text())
    assert after["register.Claim"] == json.loads(before)["register.Claim"]
    assert after["register.Judgement"] == json.loads(before)["register.Judgement"]
