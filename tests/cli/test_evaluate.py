"""`giaoluu evaluate`: the samples read now, records from a file, negatives, and what it lacks."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from giaoluu import samples

SWEDISH = "twinning-sv"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a folder of one golden record with its page beside it."""
    for kind, name in (("golden", f"{SWEDISH}.toml"), ("pages", samples.page_of(SWEDISH).name)):
        (tmp_path / kind).mkdir()
        shutil.copy(samples.FOLDER / kind / name, tmp_path / kind / name)
    return tmp_path / "golden"


def test_pages_beside_the_golden_records_are_read_now(run, gold: Path) -> None:
    done = run("evaluate", gold, "--json")
    assert done.exit_code == 0, done.output
    figures = json.loads(done.stdout)
    assert (figures["documents"], figures["unread"]) == (1, 0)
    assert list(figures["languages"]) == ["sv"]
    assert figures["measures"]["relevance"]["f1"] == 1.0


def test_records_of_a_file_are_measured_as_those_read_now(run, gold: Path, tmp_path: Path) -> None:
    printed = run("read", tmp_path / "pages", "--format", "record").stdout
    (tmp_path / "records.jsonl").write_text(printed, encoding="utf-8")
    from_file = run("evaluate", gold, tmp_path / "records.jsonl", "--json")
    assert json.loads(from_file.stdout) == json.loads(run("evaluate", gold, "--json").stdout)


def test_the_table_has_a_column_for_each_language_and_shows_misses(run, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text("", encoding="utf-8")
    done = run("evaluate", gold, tmp_path / "records.jsonl", "--errors", 1)
    assert done.exit_code == 0, done.output
    head, columns, *rows = done.stdout.splitlines()
    assert head == "1 documents, 0 further negatives, 1 without a prediction"
    assert columns.split()[-1] == "sv"
    assert [row for row in rows if SWEDISH in row], "a miss names its page"


def test_negatives_are_read_from_beside_their_table(run, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "docs" / "vi").mkdir(parents=True)
    (tmp_path / "docs" / "vi" / "rain-vi.txt").write_text("Mưa lớn\n\nHà Nội có mưa lớn vào chiều nay.", "utf-8")
    (tmp_path / "negatives.tsv").write_text("id\tlang\nrain-vi\tvi\n", encoding="utf-8")
    figures = json.loads(run("evaluate", gold, "--negatives", tmp_path / "negatives.tsv", "--json").stdout)
    assert (figures["negatives"], figures["unread"]) == (1, 0)
    only = json.loads(run("evaluate", gold, "--negatives", tmp_path / "negatives.tsv", "--lang", "vi", "--json").stdout)
    assert (only["documents"], only["negatives"]) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["empty"], "no golden record here"),
        (["golden", "records.jsonl"], "records.jsonl: no such file; make it with"),
        (["golden", "broken.jsonl"], "broken.jsonl: not a file of records"),
    ],
)
def test_what_cannot_be_measured_is_told(run, gold: Path, arguments: list[str], told: str) -> None:
    folder = gold.parent
    (folder / "empty").mkdir()
    (folder / "broken.jsonl").write_text("{", encoding="utf-8")
    done = run("evaluate", *(folder / name for name in arguments))
    assert done.exit_code == 1
    assert told in str(done.exception)


def test_without_the_extra_it_says_what_to_install(gold: Path) -> None:
    program = f"""
import sys
sys.modules["rapidfuzz"] = None
sys.argv = ["giaoluu", "evaluate", {str(gold)!r}]
from giaoluu.cli import main
main()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stderr == "giaoluu: measuring needs rapidfuzz: install `giaoluu[evaluate]`\n"
