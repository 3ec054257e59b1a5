"""A new pack: complete, loads, and has nothing to mend but the rules to write."""

import re
from pathlib import Path

import pytest

from giaoluu.langs.check import check
from giaoluu.langs.pack import load
from giaoluu.langs.scaffold import new
from giaoluu.langs.show import coverage, expand, sections, show
from giaoluu.mentions.trial import EngineTrial
from giaoluu.model.errors import PackError


def test_a_new_pack_has_nothing_to_mend_but_what_is_to_be_written(tmp_path: Path) -> None:
    files = new("th", tmp_path)
    assert {path.name for path in files} == {path.name for path in (tmp_path / "th").iterdir()}
    found = check(str(tmp_path / "th"), trial=EngineTrial())
    assert found
    assert all(re.search(r"^th: \[\[\w+\]\] \d+ of \d+ rules are to be written", problem) for problem in found), found


def test_a_rule_that_is_written_is_no_longer_counted(tmp_path: Path) -> None:
    new("th", tmp_path)
    path = tmp_path / "th" / "activities.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('text = "TODO"\nexamples = []', 'text = "พบ"\nexamples = ["พบ"]', 1), encoding="utf-8")
    (status,) = [problem for problem in check(str(tmp_path / "th")) if "[[trigger]]" in problem]
    assert re.search(r"19 of 20|20 of 21", status)


@pytest.mark.parametrize("code", ["", "../th", "TH", "thai language"])
def test_a_word_that_is_no_code_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(PackError, match="no language code"):
        new(code, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    new("th", tmp_path)
    with pytest.raises(PackError, match="exists already"):
        new("th", tmp_path)


def test_a_new_pack_covers_no_kind_yet(tmp_path: Path) -> None:
    new("th", tmp_path)
    pack = load(tmp_path / "th", "th")
    assert all(not covered for covered, _ in coverage(pack).values())
    assert all(section.to_write for section in sections(pack))


def test_show_tells_counts_and_kinds() -> None:
    text = show("vi")
    assert "required   7 of 7" in text
    assert re.search(r"^trigger +\d+ rules +\d+ examples$", text, re.M)
    assert re.search(r"^places +\d+ rows$", text, re.M)


@pytest.mark.parametrize(
    ("template", "texts"),
    [
        ("word", ["word"]),
        ("a[b]", ["a", "ab"]),
        ("(a|b)c", ["ac", "bc"]),
        ("a|b", ["a", "b"]),
        ("<x> {person:who}", ["one {person}", "two {person}"]),
        ("[a[b]](c|d[e])", ["c", "d", "de", "ac", "ad", "ade", "abc", "abd", "abde"]),
        (r"\(a\)", ["(a)"]),
    ],
)
def test_templates_expand_to_texts(template: str, texts: list[str]) -> None:
    assert list(expand(template, {"x": "(one|two)"})) == texts
