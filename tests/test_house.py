"""The house rules that a program can check: languages, lengths, names, docstrings, and silence about machines."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "giaoluu"
CHECKOUT = SOURCE.parents[1]
DATA_ROOMS = {"langs", "samples", "evaluation"}
LONGEST_FILE = 300
LONGEST_FUNCTION = 60
BAGS = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
SPEAKS = {
    "register/settings.py": "the languages of the pages are listed by their own names",
}
"""Files outside the packs that may hold words of our languages, and why."""

MODULES = sorted(SOURCE.rglob("*.py"))
OWN_TEXTS = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "src/**/*.py", "src/**/*.toml", "Makefile", "pyproject.toml", ".ci/run")
    for path in CHECKOUT.glob(pattern)
)
MACHINES = re.compile(r"(/work/|/root/|/home/\w+/|/tmp/(v|brief)/|[A-Z]:\\Users\\|\bissue #?\d+\b)")
RANGE = re.compile(r"\w-\w(?!\w)")
"""A range of letters, as patterns write it."""


def name(path: Path) -> str:
    """Return a path as the reader of a failure wants it."""
    return path.relative_to(CHECKOUT).as_posix()


def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def docstrings(module: ast.Module) -> set[int]:
    """Return the identities of the strings that document something, attributes included."""
    found = set()
    for node in ast.walk(module):
        for one in getattr(node, "body", []) if isinstance(getattr(node, "body", None), list) else []:
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                found.add(id(one.value))
    return found


def has_word(text: str) -> bool:
    """Say whether a text holds a word that English does without: Đại, 中, får. Letters and ranges of them are none."""
    words = re.findall(r"[^\W\d_]+", RANGE.sub("", text))
    return any(re.search(r"[\u3400-\u9fff]", word) or (len(word) > 1 and not word.isascii()) for word in words)


def foreign_words(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string that is not documentation and has letters of our languages."""
    silent = docstrings(module)
    for node in ast.walk(module):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
        if is_text and has_word(node.value):
            yield node.lineno, node.value


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_the_engine_speaks_no_language(path: Path) -> None:
    room = path.relative_to(SOURCE).as_posix()
    if room in SPEAKS or (room.startswith(("langs/", "samples/", "evaluation/")) and room.count("/") > 1):
        return
    found = [f"line {line}: {text!r}" for line, text in foreign_words(tree(path))]
    assert not found, f"{name(path)} holds words; move them into a pack (src/giaoluu/langs/<code>/): {found}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_files_are_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE or "migrations" in path.parts, (
        f"{name(path)} has {lines} lines; split it by what it does"
    )


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_are_short(path: Path) -> None:
    functions = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    long = [
        f"{one.name} ({one.end_lineno - one.lineno + 1} lines)" for one in functions if lines_of(one) > LONGEST_FUNCTION
    ]
    assert not long, f"{name(path)}: {long}; name a step of it and take it out"


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a node takes."""
    return (node.end_lineno or 0) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_file_is_a_bag(path: Path) -> None:
    parts = {*path.relative_to(SOURCE).with_suffix("").parts}
    assert not parts & BAGS, f"{name(path)}: a name is a promise; say what the file does"


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name)
def test_each_room_says_what_it_is(path: Path) -> None:
    if path.parent.name != "migrations":
        assert ast.get_docstring(tree(path)), f"{name(path)} has no docstring: say what the room owns"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_public_functions_say_what_comes_out(path: Path) -> None:
    if "migrations" in path.parts:
        return
    top = [node for node in tree(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    bare = [node.name for node in top if not node.name.startswith("_") and not ast.get_docstring(node)]
    assert not bare, f"{name(path)}: no docstring on {bare}"


@pytest.mark.parametrize("path", OWN_TEXTS, ids=name)
def test_nothing_speaks_of_a_machine(path: Path) -> None:
    found = [match[0] for match in MACHINES.finditer(path.read_text(encoding="utf-8"))]
    assert not found, f"{name(path)} names a place that its reader does not have: {found}"


def test_the_checks_see_what_they_look_for() -> None:
    module = ast.parse('"""Đại sứ."""\nTITLE = "Đại sứ"\n"""Huế"""\nARROW = "→ – …"\nHAN = "[一-鿿]đ"\nWILL = "将"\n')
    assert list(foreign_words(module)) == [(2, "Đại sứ"), (6, "将")]
    assert MACHINES.search("see /home/an/notes")
    assert not MACHINES.search("see docs/home/an.md")


def test_the_licence_is_the_one_it_claims_to_be() -> None:
    text = (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    assert "Copyright [yyyy] [name of copyright owner]" in text, "LICENSE must be the unmodified text"
    assert len(text.encode()) == 11358
