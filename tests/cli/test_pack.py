"""`giaoluu pack`: for those who write packs."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from giaoluu import langs
from giaoluu.langs.pack import codes


@pytest.mark.parametrize("code", codes())
def test_show_counts_rules_and_examples(run, code: str) -> None:
    done = run("pack", "show", code, "--json")
    assert done.exit_code == 0, done.output
    shown = json.loads(done.output)
    assert shown["code"] == code
    assert sum(counts["rules"] for counts in shown["sections"].values()) > 0


def test_show_says_which_packs_there_are(run) -> None:
    done = run("pack", "show", "xx")
    assert done.exit_code == 1
    assert "packs at hand" in str(done.exception)


def test_a_new_pack_loads_and_waits_only_for_words(run, tmp_path: Path) -> None:
    done = run("pack", "new", "th", "--into", tmp_path)
    assert done.exit_code == 0, done.output
    written = [Path(line) for line in done.output.splitlines()]
    assert all(path.is_file() for path in written)
    for path in written:
        tomllib.loads(path.read_text(encoding="utf-8")) if path.suffix == ".toml" else path.read_text(encoding="utf-8")
    checked = run("pack", "check", tmp_path / "th")
    assert checked.exit_code == 1
    assert "to be written" in checked.stderr
    assert run("pack", "show", tmp_path / "th").exit_code == 0


@pytest.mark.slow
@pytest.mark.parametrize("code", codes())
def test_every_pack_keeps_its_contract(run, code: str) -> None:
    done = run("pack", "check", code)
    assert done.exit_code == 0, done.stderr
    assert f"{code}: all rules hold" in done.stdout


def test_a_rule_that_misses_its_example_is_named(run, tmp_path: Path) -> None:
    shutil.copytree(Path(langs.__file__).parent / "vi", tmp_path / "vi")
    rules = tmp_path / "vi" / "frameworks.toml"
    wrong = '[[framework]]\nkey = "wave"\ntext = "sóng xanh"\nexamples = ["sóng đỏ"]\n'
    rules.write_text(f"{rules.read_text(encoding='utf-8')}\n{wrong}", encoding="utf-8")
    done = run("pack", "check", tmp_path / "vi")
    assert done.exit_code == 1
    assert [line for line in done.stderr.splitlines() if "sóng đỏ" in line], done.stderr


@pytest.mark.parametrize("code", ["", "TH", "../th", "thailand"])
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
