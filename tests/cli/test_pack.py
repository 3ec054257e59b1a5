"""`giaoluu pack`: for those who write packs."""

import json
import tomllib
from pathlib import Path

import pytest

from giaoluu.langs.pack import codes, load
from giaoluu.langs.schema import SECTIONS


@pytest.mark.parametrize("code", codes())
def test_show_counts_rules_and_examples(run, code: str) -> None:
    done = run("pack", "show", code, "--json")
    assert done.exit_code == 0, done.output
    shown = json.loads(done.output)
    assert shown["code"] == code
    assert all(counts["rules"] > 0 for counts in shown["sections"].values())


def test_show_says_which_packs_there_are(run) -> None:
    done = run("pack", "show", "xx")
    assert done.exit_code == 1
    assert "packs at hand" in str(done.exception)


def test_a_new_pack_loads_and_has_a_file_for_each_section(run, tmp_path: Path) -> None:
    done = run("pack", "new", "th", "--into", tmp_path)
    assert done.exit_code == 0, done.output
    assert load(tmp_path / "th", "th").version == "1"
    assert {f"{section}.toml" for section in SECTIONS} <= {path.name for path in (tmp_path / "th").iterdir()}
    for path in (tmp_path / "th").glob("*.toml"):
        tomllib.loads(path.read_text(encoding="utf-8"))
    assert run("pack", "show", tmp_path / "th").exit_code == 0


@pytest.mark.parametrize("code", ["", "TH", "../th", "thai"])
def test_a_new_pack_needs_a_language_code(run, tmp_path: Path, code: str) -> None:
    done = run("pack", "new", code, "--into", tmp_path)
    assert done.exit_code == 1
    assert "no language code" in str(done.exception)
    assert not list(tmp_path.iterdir())


def test_a_pack_that_is_there_stays_as_it_is(run, tmp_path: Path) -> None:
    run("pack", "new", "th", "--into", tmp_path)
    (tmp_path / "th" / "pack.toml").write_text("mine", encoding="utf-8")
    assert run("pack", "new", "th", "--into", tmp_path).exit_code == 1
    assert (tmp_path / "th" / "pack.toml").read_text(encoding="utf-8") == "mine"
