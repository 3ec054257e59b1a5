"""What the scripts that write tables share: reading the sources, spellings, writing and comparing."""

import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import babel

SCRIPTS = Path(__file__).parent
LANGS = SCRIPTS.parent / "src" / "giaoluu" / "langs"
LANGUAGES = ("vi", "zh", "en", "sv", "fr")

Row = tuple[str, ...]


def read_source(path: Path) -> dict[str, Any]:
    """Return one source table."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def spelling() -> dict[str, Any]:
    """Return the table of letters and spellings."""
    return read_source(SCRIPTS / "spelling.toml")


def spellings(name: str) -> Iterator[str]:
    """Yield a Vietnamese name with its tone marks placed the one way and the other (the first as given)."""
    yield name
    other = name
    for pattern, replaced in _tone_pairs():
        other = pattern.sub(replaced, other)
    if other != name:
        yield other


@cache
def _tone_pairs() -> tuple[tuple[re.Pattern[str], str], ...]:
    source = spelling()
    before = f"(?<![{source['after']}{source['after'].upper()}])"
    found = []
    for old, new in source["pairs"]:
        for one, two in ((old, new), (old.upper(), new.upper()), (old.capitalize(), new.capitalize())):
            # A marker keeps a syllable just turned from being turned back by the pair read the other way.
            found.append((re.compile(rf"{before}(?:{one})(?!\w)"), f"\x00{two}"))
            found.append((re.compile(rf"{before}(?<!\x00)(?:{two})(?!\w)"), f"\x00{one}"))
    return (*found, (re.compile("\x00"), ""))


def table(columns: Row, rows: Iterable[Row], *, script: str) -> str:
    """Return a table as text: a comment that says whence, then the rows in NFC."""
    opening = (
        f"# {' '.join(columns)}. Written by scripts/{script}; names of CLDR by Babel {babel.__version__} (NOTICE)."
    )
    lines = ["\t".join(unicodedata.normalize("NFC", cell) for cell in row) for row in rows]
    return "\n".join([opening, *lines]) + "\n"


def keep(files: dict[Path, str]) -> int:
    """Write the files or, with `--check`, say which are not current; return the exit code."""
    if "--check" not in sys.argv[1:]:
        for path, text in files.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        return 0
    old = [path for path, text in files.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in old:
        sys.stderr.write(f"{path} is not current; run python {sys.argv[0]}\n")
    return 1 if old else 0


def unique(rows: Iterable[Row], *, keys: int, name: str) -> list[Row]:
    """Return rows without repetition; raise ValueError where one name would mean two things in one form."""
    seen: dict[Row, Row] = {}
    for row in rows:
        identity = (row[0], *row[keys:])
        if identity in seen and seen[identity][1] != row[1]:
            raise ValueError(f"{name}: {row[0]!r} stands for {seen[identity][1]} and for {row[1]}; keep one")
        seen.setdefault(identity, row)
    return list(seen.values())
