"""`giaoluu same` and `giaoluu compare`."""

import json
from pathlib import Path

from click.testing import CliRunner

from giaoluu import samples
from giaoluu.cli import cli


def run(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == code, done.output
    return done.output


READOUTS = [str(samples.page_of(name)) for name in ("readout-vi", "readout-zh")]


def test_same_tells_what_is_one_and_why() -> None:
    told = run("same", *READOUTS, "--jobs", "1")
    assert "2 accounts, 2 independent" in told
    assert "same days: 2026-03-26" in told


def test_same_as_records_fills_both_ids() -> None:
    records = [json.loads(line) for line in run("same", *READOUTS, "--format", "record", "--jobs", "1").splitlines()]
    assert len({record["activities"][0]["event_id"] for record in records}) == 1
    entities = [{one["entity_id"] for one in record["activities"][0]["participants"]} for record in records]
    assert entities[0] == entities[1]
    assert None not in entities[0]


def test_compare_puts_two_accounts_side_by_side() -> None:
    told = run("compare", *READOUTS)
    assert "only L" in told
    record = json.loads(run("compare", *READOUTS, "--json"))
    assert record["same_activity"]["decision"] == "same"
    assert all(f"left {id}" in record["words"] for id in record["only_left"])


def test_a_page_without_an_activity_is_refused_with_a_reason(tmp_path: Path) -> None:
    page = tmp_path / "empty.txt"
    page.write_text("Hôm nay trời mưa to ở nhiều nơi và đường phố vắng người.", encoding="utf-8")
    done = CliRunner().invoke(cli, ["compare", READOUTS[0], str(page)])
    assert done.exit_code != 0
