"""Dates: what is found in news, what is not, and every example of the packs."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from giaoluu.langs.pack import pack
from giaoluu.mentions.dates import Anchor, DateValue, find_dates, read_date
from giaoluu.mentions.dates_expression import compile_expression
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import PackError

TABLES = Path(__file__).parent / "dates"
SHARED = Path(__file__).parents[2].parent / "shared" / "dates"
LANGUAGES = ("vi", "zh", "en", "sv")
NEWS = Anchor(published=Edtf("2024-06-15"), previous=Edtf("2024-06-01"))


def table(name: str) -> dict:
    return tomllib.loads((TABLES / name).read_text(encoding="utf-8"))


def found_in(text: str, language: str, anchor: Anchor = NEWS) -> list[list[str]]:
    words = pack(language)
    dates = find_dates(words.tape(text), words, anchor)
    return [[text[f.start : f.end], str(f.value.edtf or ""), f.value.time or ""] for f in dates]


TRAPS = [(language, text) for language, texts in table("traps.toml").items() for text in texts]
FOUND = [(language, text, dates) for language, cases in table("found.toml").items() for text, dates in cases.items()]


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_what_only_looks_like_a_date_is_none(language: str, text: str) -> None:
    assert found_in(text, language) == []


@pytest.mark.parametrize(("language", "text", "dates"), FOUND)
def test_dates_are_as_precise_as_the_text(language: str, text: str, dates: list[list[str]]) -> None:
    assert found_in(text, language) == dates


def examples() -> list[tuple[str, str, str, str, str]]:
    return [
        (language, section, entry["name"], text, value)
        for language in LANGUAGES
        for section in ("date", "dictation")
        for entry in pack(language).sections.get(section, ())
        for text, value in dict(entry["examples"] if isinstance(entry["examples"], dict) else {}).items()
    ]


@pytest.mark.parametrize(("language", "section", "name", "text", "value"), examples())
def test_each_rule_reads_its_examples(language: str, section: str, name: str, text: str, value: str) -> None:
    words = pack(language)
    reference = words.words["dates"]["reference"]
    anchor = Anchor(Edtf(reference["published"]), Edtf(reference["previous"]))
    dates = find_dates(words.tape(text), words, anchor, dictation=section == "dictation")
    assert (f"{language}:{section}:{name}", value) in [(f.rule, str(f.value.edtf or f.value.time)) for f in dates]


def test_no_rule_matches_its_counter_examples() -> None:
    wrong = [
        (entry["name"], text)
        for language in LANGUAGES
        for entry in pack(language).sections["date"]
        for text in entry.get("counter", ())
        if found_in(text, language)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (Anchor(), "XXXX-06-29"),
        (Anchor(Edtf("2024-06-15")), "2024-06-29"),
        (Anchor(Edtf("2024-06-15"), ahead=0), "2023-06-29"),
        (Anchor(Edtf("2024-07-15")), "2024-06-29"),
        (Anchor(Edtf("2024-07-15"), prefer="future"), "2025-06-29"),
        (Anchor(Edtf("2024")), "2024-06-29"),
    ],
)
def test_the_article_lends_the_year(anchor: Anchor, expected: str) -> None:
    assert found_in("ngày 29/6", "vi", anchor) == [["ngày 29/6", expected, ""]]


def test_a_relative_date_without_anchor_is_kept_without_value() -> None:
    words = pack("vi")
    values = [f.value for text in ("hôm qua", "cùng ngày") for f in find_dates(words.tape(text), words, Anchor())]
    assert values == [DateValue(None, relative=True), DateValue(None, relative=True)]


def test_a_lone_clock_time_is_a_time_and_a_lone_part_of_the_day_is_nothing() -> None:
    words = pack("vi")
    assert [f.type for f in find_dates(words.tape("lúc 18:00"), words, NEWS)] == ["time"]
    assert find_dates(words.tape("buổi tối vui"), words, NEWS) == []


@pytest.mark.parametrize("expression", ["tomorrow(1)", "{year", "next week"])
def test_an_expression_that_cannot_be_read_is_refused(expression: str) -> None:
    with pytest.raises(PackError):
        compile_expression(expression)


def test_read_date_takes_the_direction() -> None:
    assert read_date("23/9", "vi", "2017-02-02") == Edtf("2016-09-23")
    assert read_date("23/9", "vi", "2017-02-02", "future") == Edtf("2017-09-23")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the expressions of ../shared/dates are not at hand")
@pytest.mark.parametrize(("language", "least"), [("vi", 0.95), ("zh", 0.92), ("sv", 0.95), ("en", 0.9)])
def test_share_of_expressions_read(tmp_path: Path, language: str, least: float) -> None:
    lines = (SHARED / "duckling-dev.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    readings = tmp_path / "readings.tsv"
    readings.write_text(
        "".join(f"{lang}\t{text}\t{read_date(text, lang, day, 'future') or ''}\n" for lang, day, _, text, _ in rows),
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, SHARED / "score.py", readings], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    shares = {line.split()[0]: float(line.split()[2]) for line in done.stdout.splitlines()}
    assert shares[language] >= least
