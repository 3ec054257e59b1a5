"""`giaoluu dates`: tab-separated lines in and out."""

from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("line", "prefer", "expected"),
    [
        ("vi\t2017-02-02\tday\thôm nay", "past", "vi\thôm nay\t2017-02-02"),
        ("vi\t2017-02-02\t\t23/9", "past", "vi\t23/9\t2016-09-23"),
        ("vi\t2017-02-02\t\t23/9", "future", "vi\t23/9\t2017-09-23"),
        ("vi\t2017-02-02\t\t75 năm", "past", "vi\t75 năm\t"),
    ],
)
def test_each_line_gives_language_words_and_date(run, tmp_path: Path, line: str, prefer: str, expected: str) -> None:
    file = tmp_path / "dates.tsv"
    file.write_text(line + "\n", encoding="utf-8-sig", newline="\r\n")
    done = run("dates", file, "--prefer", prefer)
    assert (done.exit_code, done.stdout) == (0, expected + "\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"vi\t2017-02-02\t23/9", "line 1: not 4 columns; write lang, reference, grain, text"),
        (b"vi\tyesterday\t\t23/9", "line 1: 'yesterday' is not a date"),
        (b"xx\t2017-02-02\t\t23/9", "line 1: no language pack 'xx'"),
        (b"vi\t2017-02-02\t\t\xff", "line 1: not UTF-8"),
    ],
)
def test_a_line_that_fails_is_named_and_the_others_are_done(run, tmp_path: Path, line: bytes, message: str) -> None:
    file = tmp_path / "dates.tsv"
    file.write_bytes(line + b"\nvi\t2017-02-02\t\t23/9\n")
    done = run("dates", file)
    assert done.exit_code == 1
    assert message in done.stderr
    assert done.stdout == "vi\t23/9\t2016-09-23\n"
