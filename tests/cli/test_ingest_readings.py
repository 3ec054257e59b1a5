"""`giaoluu ingest` of a file of readings: known by its first line, taken in as it is, once."""

import gzip
import json

import pytest
from tests.register.homes import empty_register
from tests.register.readings import english, vietnamese

from giaoluu.model.codec import to_json


@pytest.mark.parametrize("name", ["readings.jsonl", "readings.jsonl.gz"])
def test_a_file_of_readings(run, tmp_path, name):
    path = tmp_path / name
    lines = "".join(f"{to_json(made()[1])}\n" for made in (vietnamese, english)).encode()
    path.write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
    with empty_register(tmp_path / "home") as home:
        for new in (2, 0):
            done = run("ingest", path, "--jobs", 1, "--json", "--register", home)
            assert done.exit_code == 0, done.output
            counts = json.loads(done.stdout)
            assert (counts["new"], counts["unchanged"]) == (new, 2 - new)


def test_a_damaged_line_is_named(run, tmp_path):
    path = tmp_path / "readings.jsonl"
    path.write_text(to_json(english()[1]) + '\n{"format":"giaoluu.reading/1","id":"half\n', "utf-8")
    with empty_register(tmp_path / "home") as home:
        done = run("ingest", path, "--jobs", 1, "--register", home)
        assert done.exit_code == 1
        assert "truncated" in done.stderr
        assert "1 new" in done.stdout


@pytest.mark.parametrize(
    ("name", "damaged"),
    [
        ("broken.jsonl.gz", lambda packed: packed[:-30]),
        ("broken.jsonl.gz", lambda packed: packed[:400] + bytes(40) + packed[440:]),
        ("broken.jsonl.gz", lambda packed: b"no gzip"),
        ("broken.jsonl.gz", lambda packed: packed[:20]),
        ("folder.jsonl", lambda packed: None),
        ("a" * 300 + ".jsonl", lambda packed: None),
    ],
)
def test_a_damaged_file_costs_no_other(run, tmp_path, name, damaged):
    """The system's own words would say neither which file nor what to do, and end all at once."""
    good, bad = tmp_path / "zz.jsonl", tmp_path / name
    good.write_text(f"{to_json(english()[1])}\n", "utf-8")
    content = damaged(gzip.compress(f"{to_json(vietnamese()[1])}\n".encode()))
    if content:
        bad.write_bytes(content)
    elif name.startswith("folder"):
        bad.mkdir()
    with empty_register(tmp_path / "home") as home:
        done = run("ingest", bad, good, "--jobs", 1, "--json", "--register", home)
        assert (done.exit_code, json.loads(done.stdout)["new"]) == (1, 1), done.output
        assert name in done.stderr
        assert ": " in done.stderr.partition(name)[2]


def test_a_line_nested_without_end_is_refused(run, tmp_path):
    path = tmp_path / "readings.jsonl"
    path.write_text(to_json(english()[1]) + '\n{"format":"giaoluu.reading/1","id":' + "[" * 100_000 + "\n", "utf-8")
    with empty_register(tmp_path / "home") as home:
        done = run("ingest", path, "--jobs", 1, "--register", home)
        assert (done.exit_code, "1 new" in done.stdout) == (1, True), done.output


@pytest.mark.parametrize(("named", "pages"), [("", 3), ("/*", 3), ("/read", 2)])
def test_a_folder_with_readings_in_it(run, tmp_path, named, pages):
    """As a page of its own each line would be a report that speaks in JSON."""
    (folder := tmp_path / "clippings" / "read").mkdir(parents=True)
    (folder.parent / "tin.txt").write_text(english()[0].text.replace("Uppsala", "Lund"), "utf-8")
    (folder / "readings.jsonl").write_text(
        "".join(f"{to_json(made()[1])}\n" for made in (vietnamese, english)), "utf-8"
    )
    with empty_register(tmp_path / "home") as home:
        done = run("ingest", f"{folder.parent}{named}", "--jobs", 1, "--json", "--register", home)
        assert (done.exit_code, json.loads(done.stdout)["new"]) == (0, pages), done.output
