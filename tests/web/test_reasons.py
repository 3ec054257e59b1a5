"""The reasons of linking in the language of the page: whatever it can say has a pattern, and a pattern has words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from giaoluu.web.reasons import PATTERNS, has_pattern, reason_words

SOURCES = Path(__file__).parents[2] / "src" / "giaoluu"
SPEAKING = (
    "coverage/bars", "coverage/evidence", "coverage/clusters", "coverage/copies", "coverage/sources",
    "coverage/outlines", "coverage/following", "coverage/promises", "coverage/comparing", "coverage/statements",
    "coverage/witnesses", "identities/people",
)  # fmt: skip
"""Modules that give reasons."""

NAMES_ALONE = {"X = X", "X X", "reading X", "right X", "framework X", "X and X: X", "X: X", "X; X", "X, X", "text X X"}
PARTS = {
    "both texts", "the shorter text", "both sides", "the same", "the credited body", "the outlet", ", that of X",
    "the outlet's address", "side by X", "not on X", "X of X X", "hold the same post", "are of the same body",
    "stand at the same date", "tells them apart", "only one side's account existsX: X", "X, but X", "X, cancelled",
    "X, but at X and not at X", "they X, but the names are not quite one", "the report credits it; X",
    "they X, but are written with different signs", "both are of X and X", "another X: X and X",
    "they X, but names that only sound alike need dates to be one person", "what was promised is reported: X",
    "X of the words of X stand in both, in a row",
    "X: no activity was read in it; compare reports of one activity",
}  # fmt: skip
"""What is only ever a part of a reason that has a pattern, or an error for commands."""


def spoken(path: Path) -> Iterator[str]:
    """Yield what a module can say, with an X for each value."""
    tree = ast.parse(path.read_text("utf-8"))
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in ast.walk(node) if isinstance(part, ast.Constant)}
            yield from said(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def said(node: ast.JoinedStr) -> Iterator[str]:
    found = [""]
    for part in node.values:
        if isinstance(part, ast.Constant):
            choices = [str(part.value)]
        elif isinstance(part.value, ast.IfExp) and isinstance(part.value.body, ast.Constant):
            choices = [str(part.value.body.value), str(part.value.orelse.value)]
        elif "join" in ast.unparse(part.value) and "' and '" in ast.unparse(part.value):
            choices = ["X and X"]
        else:
            choices = ["X"]
        found = [f"{start}{choice}" for start in found for choice in choices]
    yield from found


@pytest.mark.parametrize("module", SPEAKING)
def test_whatever_linking_says_has_a_pattern(module):
    sentences = {one for one in spoken(SOURCES / f"{module}.py") if " " in one.strip() and not one.endswith("X word")}
    strange = {
        one for one in sentences - NAMES_ALONE - PARTS if not (has_pattern(one) or has_pattern(one.replace("X", "7")))
    }
    assert strange == set(), "add a pattern to web/reasons.py and its words to the .po"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("both a meeting; same days: 2025-03-11", "cùng là gặp, tiếp; cùng ngày: 11/3/2025"),
        ("Lê An = 黎安; between CN and VN", "Lê An = 黎安; giữa Trung Quốc và Việt Nam"),
        ("An: merge", "An cho là một"),
        ("Lê An reads as 黎安; they hold different posts", "Lê An đọc là 黎安; họ giữ chức vụ khác nhau"),
        (
            "only one side's account exists, that of Bộ Ngoại giao Lào: 15 of 16 steps in the same order, "
            "7 of them statements by the same speakers",
            "chỉ có lời kể của một bên, là Bộ Ngoại giao Lào: 15 trên 16 bước cùng thứ tự, "
            "trong đó 7 phát biểu của cùng người nói",
        ),
        ("themes: framework belt_and_road, youth", "cùng chủ đề: Vành đai và Con đường, thanh niên"),
        ("named: embassy:VN, 2025-09, XXXX-09", "cùng nêu: đại sứ quán (Việt Nam), tháng 9 năm 2025"),
        ("named: XXXX-09", "cùng nêu: Tháng 9, không rõ năm"),
        ("a phrase of tomorrow", "a phrase of tomorrow"),
        ("", ""),
    ],
)
def test_reasons_in_vietnamese(reason, words):
    with translation.override("vi"):
        assert reason_words(reason) == words


def test_every_pattern_keeps_its_values():
    with translation.override("vi"):
        for pattern in PATTERNS:
            holes = {part.partition(")s")[0] for part in pattern.split("%(")[1:]}
            assert translation.gettext(pattern) != pattern, pattern
            assert {part.partition(")s")[0] for part in translation.gettext(pattern).split("%(")[1:]} == holes, pattern
