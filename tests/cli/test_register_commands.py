"""Commands that ask the register: rows for people, tabs for pipes, JSON Lines for programs."""

import json
from pathlib import Path

import pytest

from giaoluu.cli import main


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def all_kinds() -> set[str]:
    """Return the kinds of the activities of the one page."""
    from tests.register.readings import vietnamese

    return {activity.kind.value for activity in vietnamese()[1].activities}


def test_activities_in_a_pipe_are_tabs_with_a_header(run, home: Path) -> None:
    done = run("activities", "--register", home)
    assert done.exit_code == 0, done.output
    header, *lines = done.output.splitlines()
    assert header.split("\t") == ["number", "date", "kind", "place", "parties", "article"]
    assert {line.split("\t")[2] for line in lines} == all_kinds()


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ([], None),
        (["--kind", "meeting"], {"meeting"}),
        (["le minh khue", "--country", "cn"], {"meeting"}),
        (["--since", "2026"], set()),
        (["--until", "2025-02"], set()),
        (["nobody"], set()),
    ],
)
def test_activities_by_words_and_filters(run, home: Path, asked: list[str], kinds: set[str] | None) -> None:
    done = run("activities", *asked, "--json", "--register", home)
    assert done.exit_code == 0, done.output
    assert {row["kind"] for row in rows(done.output)} == (all_kinds() if kinds is None else kinds)


def test_no_more_activities_than_are_asked_for(run, home: Path) -> None:
    assert len(rows(run("activities", "--limit", 1, "--json", "--register", home).output)) == 1


def test_people_with_their_posts(run, home: Path) -> None:
    found = rows(run("people", "mai", "--json", "--register", home).output)
    assert [(row["name"], row["country"]) for row in found] == [("Trần Tuyết Mai", "CN")]
    assert found[0]["post"] == "Phó Hội trưởng Hội hữu nghị Trung - Việt"


def test_statements_by_country_and_day(run, home: Path) -> None:
    asked = ("statements", "--country", "CN", "--since", "2025-03", "--until", "2025", "--json", "--register", home)
    (found,) = rows(run(*asked).output)
    assert (found["speaker"], found["act"], found["date"], found["sides"]) == (
        "Trần Tuyết Mai", "commit", "2025-03-12", "CN",
    )  # fmt: skip


def test_one_activity_for_a_person_and_for_a_program(run, home: Path) -> None:
    (number,) = (
        row["number"] for row in rows(run("activities", "--kind", "meeting", "--json", "--register", home).output)
    )
    text = run("show", number, "--explain", "--register", home)
    assert "host        Lê Minh Khuê (VN), Đại sứ Việt Nam tại Trung Quốc" in text.output
    assert "[by-hand]" in text.output
    (record,) = rows(run("show", number, "--json", "--register", home).output)
    assert (record["kind"], record["date"]) == ("meeting", "2025-03-11")
    assert [one["type"] for one in record["statements"]] == ["commit", "propose"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [(["show", "4711"], "there is no activity 4711"), (["activities", "--since", "soon"], "'soon' is not a date")],
)
def test_what_is_not_there_is_told(run, home: Path, asked: list[str], message: str) -> None:
    done = run(*asked, "--register", home)
    assert done.exit_code == 1
    assert message in str(done.exception)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["activities", "--kind", "meetings"], "'meetings' is not one of meeting, talks"),
        (["activities", "--country", "Sweden"], "'Sweden' is no code: write two letters"),
        (["people", "--country", "S"], "'S' is no code"),
        (["statements", "--act", "say"], "'say' is not one of affirm, praise"),
        (["export", "sheet", "a.xlsx", "--template", "delegations", "--language", "de"], "'de' is not one of vi, en"),
    ],
)
def test_what_no_list_holds_is_refused_and_does_not_look_like_an_answer(
    run, home: Path, asked: list[str], told: str
) -> None:
    done = run(*asked, "--register", home)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr


@pytest.mark.parametrize("asked", [["backup", "none.txt/all.zip"], ["export", "sheet", "none.txt/a.csv"]])
def test_a_place_that_cannot_be_written_is_named(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    (tmp_path / "none.txt").touch()
    template = ["--template", "activities"] if "export" in asked else []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["giaoluu", *asked, *template, "--register", str(home)])
    with pytest.raises(SystemExit, match="1"):
        main()
    assert "none.txt" in (told := capsys.readouterr().err)
    assert "check the path, its permissions and the disk" in told


def test_pages_that_fail_are_named_and_the_exit_code_says_so(run, home: Path, tmp_path: Path) -> None:
    done = run("ingest", tmp_path / "no-such-page.html", "--json", "--register", home)
    assert done.exit_code == 1
    assert "giaoluu: " in done.stderr
    assert "no-such-page.html does not exist" in done.stderr
    assert json.loads(done.stdout) == {"new": 0, "changed": 0, "reread": 0, "unchanged": 0, "failed": 1}


def test_a_sheet_of_the_office_is_not_written_over(run, home: Path, tmp_path: Path) -> None:
    (path := tmp_path / "delegations.csv").write_text("the office's own", "utf-8")
    asked = ["export", "sheet", path, "--template", "delegations", "--register", home]
    done = run(*asked)
    assert done.exit_code == 1
    assert path.read_text("utf-8") == "the office's own"
    assert run(*asked, "--force").exit_code == 0
    assert "the office's own" not in path.read_text("utf-8")
