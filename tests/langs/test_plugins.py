"""Plug-ins of other packages: a small one is installed beside the program, and a broken one does no harm."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import giaoluu

MODULE = '''
from pathlib import Path
from giaoluu import read as own
from giaoluu.sources import capture_of

def read(capture):
    """Read as always, and be named."""
    from dataclasses import replace
    reading = own(capture)
    return replace(reading, run=replace(reading.run, reader="example 1"))

def fetch(name):
    yield capture_of(f"Page {name.partition(':')[2]}".encode())

def write(path: Path):
    """Write how many activities there are."""
    from giaoluu.register.models import Activity
    path.write_text(str(Activity.objects.count()))
    return "1 number"
'''
ENTRY_POINTS = """[giaoluu.packs]
xx = example_pack
[giaoluu.readers]
named = example_plugin:read
broken = example_plugin:nothing
[giaoluu.exporters]
count = example_plugin:write
[giaoluu.sources]
made = example_plugin:fetch
"""


@pytest.fixture
def call(tmp_path: Path):
    """Return a function that runs the program beside an installed package with one plug-in of each group."""
    site = tmp_path / "site"
    info = site / "example_plugin-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "example_plugin.py").write_text(MODULE)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: example-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    pack = Path(giaoluu.__file__).parent / "langs" / "sv"
    shutil.copytree(pack, site / "example_pack", ignore=shutil.ignore_patterns("__pycache__"))
    (site / "example_pack" / "__init__.py").touch()

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        told = {**os.environ, "PYTHONPATH": str(site), **environment}
        command = [sys.executable, "-m", "giaoluu", *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=told, cwd=tmp_path, timeout=100)

    return run


@pytest.mark.slow
def test_a_source_and_a_reader(call):
    done = call("read", "made:7", "--format", "reading", "--jobs", "1", GIAOLUU_READER="named")
    assert '"reader":"example 1"' in done.stdout, done.stderr
    assert "Page 7" in done.stdout
    assert "the plug-in 'broken' of example-plugin cannot be loaded (AttributeError" in done.stderr


@pytest.mark.slow
def test_a_reader_that_is_not_there_is_told(call):
    done = call("read", "made:7", "--jobs", "1", GIAOLUU_READER="other")
    assert done.returncode == 1
    assert "no plug-in 'other' of giaoluu.readers can be used; there are: named" in done.stderr


@pytest.mark.slow
def test_an_exporter(call, tmp_path):
    done = call("export", "count", "out.txt", "--register", "home", GIAOLUU_DATABASE="")
    assert (done.returncode, done.stdout) == (0, "1 number in out.txt\n"), done.stderr
    assert (tmp_path / "out.txt").read_text() == "0"
    assert "count" in call("export", "--help").stdout


@pytest.mark.slow
def test_a_pack(call):
    done = call("pack", "show", "xx")
    assert done.returncode == 0, done.stderr
