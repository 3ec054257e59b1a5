"""`giaoluu match-names`: lines of pairs in, the lines with verdicts out."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run


def lines(run: Run, path: Path, *options: str) -> list[list[str]]:
    done = run("match-names", path, *options)
    assert done.exit_code == 0, done.output
    return [line.split("\t") for line in done.stdout.splitlines()]


def test_a_line_comes_back_with_score_verdict_and_reason(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text('x\tLục Thừa Vĩ\t陆承伟\n"y\tLục Thừa Vĩ\t邓秋河\n', encoding="utf-8")
    first, second = lines(run, file)
    assert (first[:3], first[4]) == (["x", "Lục Thừa Vĩ", "陆承伟"], "review")
    assert (second[:3], second[4]) == (['"y', "Lục Thừa Vĩ", "邓秋河"], "different")
    assert float(first[3]) > 0.8 > float(second[3])
    assert first[5]


@pytest.mark.parametrize(
    ("header", "cells", "verdict"),
    [
        (
            "country_a\tcountry_b\tpost_a\tpost_b\tdate_a\tdate_b",
            "CN\tCN\tambassador\tambassador\t2024\t2023-05",
            "same",
        ),
        ("country\tpost\tdate\tcountry\tpost\tdate", "CN\tambassador\t2024\tCN\tambassador\t2023-05", "same"),
        (
            "country_a\tcountry_b\tpost_a\tpost_b\tdate_a\tdate_b",
            "CN\tVN\tambassador\tambassador\t2024\t2024",
            "review",
        ),
        (
            "country_a\tcountry_b\tpost_a\tpost_b\tdate_a\tdate_b",
            "CN\tCN\tambassador\tambassador\t2024\t1963",
            "review",
        ),
        ("country_a\tcountry_b", "CN\tCN", "review"),
        ("remark", "same person, I think", "review"),
    ],
)
def test_a_header_names_columns_of_context(run: Run, tmp_path: Path, header: str, cells: str, verdict: str) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(f"label\tname\tother\t{header}\nx\tLục Thừa Vĩ\t陆承伟\t{cells}\n", encoding="utf-8")
    titles, row = lines(run, file, "--header")
    assert titles[-3:] == ["score", "verdict", "reason"]
    assert row[-2] == verdict


def test_bad_lines_are_told_and_the_rest_is_done(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_bytes("x\tLục Vĩ\nx\tLục Vĩ\t陆伟\n".encode() + b"x\t\xff\xfe\ty\n")
    done = run("match-names", file)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert "line 1: not three columns" in done.stderr
    assert "line 3: not UTF-8" in done.stderr


def test_a_date_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text("label\tname\tother\tdate_a\tdate_b\nx\tLục Vĩ\t陆伟\tlast week\t2024\n", encoding="utf-8")
    done = run("match-names", file, "--header")
    assert done.exit_code == 1
    assert "line 2" in done.stderr
