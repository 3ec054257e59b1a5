"""`giaoluu demo` and `giaoluu serve`: an address that answers, and an end without noise."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGINT for one process"),
]


@contextmanager
def serving(*arguments: str, folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give the running program and the address that it prints."""
    command = [sys.executable, "-m", "giaoluu", *arguments, "--no-browser", "--port", "0"]
    running = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        bufsize=1,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background ignores Ctrl-C
    )
    assert running.stdout is not None
    try:
        for line in running.stdout:
            if found := re.search(r"http://[\d.]+:\d+/", line):
                yield running, found[0]
                break
        else:
            _, complaint = running.communicate()
            pytest.fail(f"no address: {complaint}")
    finally:
        running.kill()
        running.communicate()


def test_the_demo_answers_with_activities_and_stops_without_noise(tmp_path: Path) -> None:
    with serving("demo", folder=tmp_path) as (running, address):
        page = httpx.get(address, follow_redirects=True, timeout=30)
        assert page.status_code == 200
        assert "<html" in page.text
        assert (tmp_path / ".demo").is_dir()
        ask = [sys.executable, "-m", "giaoluu", "activities", "--register", ".demo", "--json"]
        told = subprocess.run(ask, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout
        pages = {json.loads(line)["article"] for line in told.splitlines()}
        assert {page.rpartition("-")[2] for page in pages} == {"vi", "zh", "en", "sv", "fr"}
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=60)
        assert running.returncode in {0, 130}
        assert complaint == ""


def test_a_second_demo_opens_the_same_register(tmp_path: Path) -> None:
    def rows() -> list[str]:
        with serving("demo", folder=tmp_path):
            ask = [sys.executable, "-m", "giaoluu", "activities", "--register", ".demo", "--json"]
            return subprocess.run(
                ask, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
            ).stdout.splitlines()

    first = rows()
    assert first
    assert rows() == first


def test_serve_makes_a_register_where_there_is_none(tmp_path: Path) -> None:
    with serving("serve", "--register", str(tmp_path / "own"), folder=tmp_path) as (_, address):
        assert httpx.get(address, follow_redirects=True, timeout=30).status_code == 200
    assert (tmp_path / "own" / "register.sqlite3").exists()
