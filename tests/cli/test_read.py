"""`giaoluu read`: files, folders, standard input; four formats; one bad page among good ones."""

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from giaoluu import samples

READOUT = samples.page_of("readout-vi")
GIAOLUU = [sys.executable, "-m", "giaoluu"]


def objects(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_the_text_quotes_the_page(run) -> None:
    done = run("read", READOUT)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("readout-vi: Tổng Lãnh sự Phan Đức Thịnh gặp Chủ nhiệm")
    assert "2026-03-26  “chiều 26/3”" in done.output
    assert "[vi:" not in done.output


def test_explanations_name_the_rules(run) -> None:
    assert "[vi:date:" in run("read", READOUT, "--explain").output


@pytest.mark.parametrize(
    ("form", "keys"),
    [
        ("record", {"id", "is_exchange", "activities", "statements"}),
        ("reading", {"id", "text", "zones", "claims", "run", "activities"}),
        ("article", {"id", "title", "authors", "published", "body", "captions", "language"}),
    ],
)
def test_other_formats_are_one_object_a_line(run, form: str, keys: set[str]) -> None:
    (page,) = objects(run("read", READOUT, "--format", form).stdout)
    assert keys <= page.keys()
    assert page["id"] == "readout-vi"


def test_offsets_are_those_of_the_text_that_the_reading_carries(run) -> None:
    page = samples.page_of("ceramics-vi")
    (record,), (reading,) = (objects(run("read", page, "--format", form).stdout) for form in ("record", "reading"))
    assert record["statements"]
    for one in record["statements"]:
        assert reading["text"][one["start"] : one["end"]] == one["evidence"]
    for claim in reading["claims"]:
        assert reading["text"][claim["start"] : claim["end"]] == claim["exact"]


def test_nothing_is_claimed_on_furniture(run) -> None:
    for page in objects(run("read", samples.PAGES, "--format", "reading", "--jobs", 1).stdout):
        read = {"title", "sapo", "body", "caption", "dateline", "byline", "source_line"}
        shown = [zone for zone in page["zones"] if zone["zone"] not in read]
        for claim in page["claims"]:
            under = [zone for zone in shown if zone["start"] < claim["end"] and claim["start"] < zone["end"]]
            assert not under, (page["id"], claim)


def test_a_page_may_come_from_standard_input() -> None:
    content = READOUT.read_bytes()
    done = subprocess.run([*GIAOLUU, "read", "-", "--format", "record"], input=content, capture_output=True, check=True)
    (page,) = objects(done.stdout.decode())
    assert [one["kind"] for one in page["activities"]][:1] == ["meeting"]


@pytest.mark.slow
def test_processes_print_what_one_process_prints(tmp_path: Path) -> None:
    outputs = [
        subprocess.run(
            [*GIAOLUU, "read", str(samples.PAGES), "--format", "reading", "--jobs", jobs],
            capture_output=True,
            check=True,
        )
        for jobs in ("1", "3")
    ]
    assert outputs[0].stdout == outputs[1].stdout
    assert [page["id"] for page in objects(outputs[0].stdout.decode())] == list(samples.ids())


def test_a_page_that_fails_costs_no_other(run, tmp_path: Path) -> None:
    (tmp_path / "a-broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "b-empty.html").write_bytes(b"")
    (tmp_path / "c-cut.html.gz").write_bytes(gzip.compress(b"<p>cut</p>" * 50)[:30])
    shutil.copy(READOUT, tmp_path / "d-good.txt")
    done = run("read", tmp_path, tmp_path / "gone.html", "--format", "record")
    assert done.exit_code == 1
    assert [page["id"] for page in objects(done.stdout)] == ["d-good"]
    told = done.stderr.splitlines()
    assert all(line.startswith("giaoluu: ") for line in told), told
    assert not [line for line in told if "at fault" in line], told
    for name in ("a-broken.pdf", "b-empty.html", "c-cut.html.gz", "gone.html"):
        assert [line for line in told if name in line], f"{name} in {told}"
