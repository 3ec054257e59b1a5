"""What a claim goes by, in words: every rule that the reader can name."""

import ast
from pathlib import Path

import pytest

from giaoluu.langs.pack import codes, pack
from giaoluu.web.rule_words import rule_words

ROOMS = Path(__file__).parents[2] / "src" / "giaoluu"


def named() -> set[str]:
    """Return the names that the rooms of the reader give as `rule=`, or last to what they cite."""
    found = set()
    for path in (one for room in ("articles", "mentions", "activities") for one in (ROOMS / room).rglob("*.py")):
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            told = [word.value for word in call.keywords if word.arg == "rule"]
            told += call.args[2:3] if getattr(call.func, "id", "") == "Cited" else []
            found |= {one.value for one in told if isinstance(one, ast.Constant)}
    return found


@pytest.mark.parametrize("rule", sorted(named()))
def test_every_rule_has_words(rule):
    assert rule_words(rule)


@pytest.mark.parametrize("code", codes())
def test_every_section_that_reads_has_words(code):
    sections = set(pack(code).sections) - {"dictation", "reject", "status", "strength", "theme"}
    assert [section for section in sorted(sections) if not rule_words(f"{code}:{section}:1")] == []


def test_some_rules_are_named():
    assert {"body-in-post", "byline"} <= named()
