"""The house rules that a program can check: languages, lengths, names, docstrings, and silence about machines."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

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
WRITTEN = [path for path in MODULES if "migrations" not in path.parts]
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


def is_data(path: Path) -> bool:
    """Say whether a module is part of a pack or of the samples, where words belong."""
    room, *inside = path.relative_to(SOURCE).parts
    return room in DATA_ROOMS and len(inside) > 1


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield all functions of a module."""
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_the_engine_speaks_no_language() -> None:
    engine = [path for path in MODULES if path.relative_to(SOURCE).as_posix() not in SPEAKS and not is_data(path)]
    found = [f"{name(path)}:{line} {text!r}" for path in engine for line, text in foreign_words(tree(path))]
    assert not found, "words belong in a pack (src/giaoluu/langs/<code>/)"


def test_files_are_short() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in WRITTEN}
    long = {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE}
    assert not long, "split each by what it does"


def test_functions_are_short() -> None:
    lengths = {
        f"{name(path)}:{one.name}": (one.end_lineno or 0) - one.lineno + 1
        for path in WRITTEN
        for one in functions(path)
    }
    long = {where: lines for where, lines in lengths.items() if lines > LONGEST_FUNCTION}
    assert not long, "name a step of each and take it out"


def test_no_file_is_a_bag() -> None:
    bags = [name(path) for path in MODULES if {*path.relative_to(SOURCE).with_suffix("").parts} & BAGS]
    assert not bags, "a name is a promise; say what the file does"


def test_each_file_says_what_it_is() -> None:
    silent = [name(path) for path in WRITTEN if not ast.get_docstring(tree(path)) and not is_empty_of_room(path)]
    assert not silent, "the first line says what the file is for"


def is_empty_of_room(path: Path) -> bool:
    """Say whether a file only makes a folder inside a room importable."""
    return path.name == "__init__.py" and path.parent.parent != SOURCE and not path.read_text(encoding="utf-8").strip()


def test_public_functions_say_what_comes_out() -> None:
    top = [
        (path, node) for path in WRITTEN for node in tree(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    bare = [f"{name(path)}:{node.name}" for path, node in top if node.name[0] != "_" and not ast.get_docstring(node)]
    assert not bare, "each has a docstring"


def test_nothing_speaks_of_a_machine() -> None:
    found = [f"{name(path)}: {match[0]}" for path in OWN_TEXTS for match in MACHINES.finditer(path.read_text("utf-8"))]
    assert not found, "no reader has these places"


def test_the_checks_see_what_they_look_for() -> None:
    module = ast.parse('"""Đại sứ."""\nTITLE = "Đại sứ"\n"""Huế"""\nARROW = "→ – …"\nHAN = "[一-鿿]đ"\nWILL = "将"\n')
    assert list(foreign_words(module)) == [(2, "Đại sứ"), (6, "将")]
    assert MACHINES.search("see /home/an/notes")
    assert not MACHINES.search("see docs/home/an.md")


def test_the_licence_is_the_one_it_claims_to_be() -> None:
    text = (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    assert "Copyright [yyyy] [name of copyright owner]" in text, "LICENSE must be the unmodified text"
    assert len(text.encode()) == 11358
