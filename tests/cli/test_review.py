"""What waits for a person, and decisions adrift, as rows."""

import json

import pytest


def test_the_queue_in_a_pipe(run, home) -> None:
    done = run("review", "--register", home, "--limit", "2")
    assert done.exit_code == 0, done.output
    header, *lines = done.output.splitlines()
    assert header.split("\t") == ["number", "field", "value", "words", "article"]
    assert [line.split("\t")[1] for line in lines] == ["kind", "date"]


def test_the_queue_for_programs(run, home) -> None:
    found = [json.loads(line) for line in run("review", "--json", "--register", home).output.splitlines()]
    assert found[0] | {"field": "kind", "value": "meeting", "words": "tiếp", "article": "tiep-khach"} == found[0]
    assert [row["weight"] for row in found] == sorted((row["weight"] for row in found), reverse=True)


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_nothing_is_adrift(run, home, options: list[str]) -> None:
    done = run("review", "--adrift", *options, "--register", home)
    assert done.exit_code == 0
    assert len(done.output.splitlines()) == (0 if options else 1)
