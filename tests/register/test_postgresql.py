"""The tests of the register once more, on a PostgreSQL server of their own: on a socket in a temporary folder."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).parents[2]
INITDB = shutil.which("initdb") or next(map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))[-1:]), None)
CORE = ("test_ingest.py", "test_queries.py", "test_search.py")
"""Pages taken in, read anew, listed and found."""


def as_postgres(*command: str) -> list[str]:
    """Return a command as a user whom the server lets start it: never the superuser."""
    return ["runuser", "-u", "postgres", "--", *command] if os.name == "posix" and os.geteuid() == 0 else [*command]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Start a server and return the address of an empty register on it."""
    pytest.importorskip("psycopg", reason="no driver of PostgreSQL is installed")
    if INITDB is None:
        pytest.skip("PostgreSQL is not installed")
    bin_ = Path(INITDB).parent
    with TemporaryDirectory(prefix="giaoluu-pg-") as folder:
        place = Path(folder)
        if os.geteuid() == 0:
            shutil.chown(place, "postgres")
        data = str(place / "data")
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "timeout": 60, "cwd": folder}
        subprocess.run(as_postgres(INITDB, "-D", data, "-U", "giaoluu", "-A", "trust", "-E", "UTF8", "-N"), **quiet)
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        control = str(bin_ / "pg_ctl")
        log = str(place / "log")
        subprocess.run(as_postgres(control, "-D", data, "-o", options, "-l", log, "-w", "start"), **quiet)
        try:
            yield f"postgres:///postgres?host={folder}&user=giaoluu"
        finally:
            subprocess.run(as_postgres(control, "-D", data, "-m", "immediate", "stop"), **quiet)


@pytest.mark.slow
def test_the_tests_of_the_register_pass_on_postgresql(server):
    tests = [str(Path(__file__).parent / name) for name in CORE]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=ROOT, env={**os.environ, "GIAOLUU_DATABASE": server}, capture_output=True, text=True, timeout=110,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
