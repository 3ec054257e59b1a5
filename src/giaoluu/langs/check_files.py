"""What can be wrong with the files of a pack before it is compiled: letters, keys, columns."""

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

from giaoluu.langs.contract import TABLES, WORDS
from giaoluu.langs.schema import SECTIONS

COMPATIBILITY = re.compile("[\uf900-\ufaff]")
"""Signs kept twice in Unicode: NFC turns them into another, so that they can only be lost."""


def file_problems(folder: Traversable) -> Iterator[str]:
    """Yield the problems of a pack's files, each with the name of the file."""
    for path in _files(folder):
        name = f"{folder.name}/{path.name}"
        stem, _, suffix = path.name.rpartition(".")
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            yield f"{name}: not UTF-8 at byte {error.start}; save the file as UTF-8"
            continue
        yield from (f"{name}: {problem}" for problem in _letters(text))
        if suffix == "tsv":
            yield from (f"{name}: {problem}" for problem in _table(stem, text))
        else:
            yield from (f"{name}: {problem}" for problem in _keys(stem, text))


def rule_places(folder: Traversable) -> dict[tuple[str, int], str]:
    """Return for each rule (section, number in the pack) the file in which it stands, and its place there."""
    places: dict[tuple[str, int], str] = {}
    counts = dict.fromkeys(SECTIONS, 0)
    for path in _files(folder):
        if not path.name.endswith(".toml"):
            continue
        for section, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if section in SECTIONS and isinstance(entries, list):
                for number, entry in enumerate(entries, start=1):
                    places[section, counts[section]] = f"{path.name} [[{section}]] {number}{_opening(entry)}"
                    counts[section] += 1
    return places


def _files(folder: Traversable) -> list[Traversable]:
    found = [path for path in folder.iterdir() if path.name.endswith((".toml", ".tsv"))]
    return sorted(found, key=lambda path: path.name)


def _opening(entry: Any) -> str:
    """Return the beginning of a rule's text, by which people find it."""
    text = entry.get("text", "") if isinstance(entry, dict) else ""
    first = text if isinstance(text, str) else next(iter(text), "")
    return f" ({first[:40]}…)" if len(first) > 40 else f" ({first})" if first else ""


def _letters(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not unicodedata.is_normalized("NFC", line) and not COMPATIBILITY.search(line):
            yield f"line {number} is not NFC ({line.strip()[:40]!r}); save the file with composed letters"


def _table(stem: str, text: str) -> Iterator[str]:
    """Yield what is wrong with a flat table: rows of another width, and rows given twice."""
    rows = [(n, line.split("\t")) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    columns = TABLES.get(stem)
    width = len(columns) if columns else len(rows[0][1]) if rows else 0
    seen: set[tuple[str, ...]] = set()
    for number, row in rows:
        if len(row) != width:
            expected = f"{width} ({', '.join(columns)})" if columns else f"{width}, as in the first row"
            yield f"line {number} has {len(row)} columns, expected {expected}; set them apart by tabs"
        elif not row[0].strip():
            yield f"line {number} has no name in its first column"
        elif tuple(row) in seen:
            yield f"line {number} repeats {row[0]!r}"
        seen.add(tuple(row))


def _keys(stem: str, text: str) -> Iterator[str]:
    """Yield keys that nothing reads, with the key that may have been meant."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield f"{error}; mend the file at that place"
        return
    known = {*SECTIONS, "fragments", *WORDS.get(stem, ())}
    for key, value in content.items():
        if key not in known:
            yield f"key {key!r} is not read{_meant(key, known)}"
        elif key in SECTIONS and not (isinstance(value, list) and all(isinstance(entry, dict) for entry in value)):
            yield f"{key!r} is no list of rules; write [[{key}]]"


def _meant(key: str, known: set[str]) -> str:
    close = difflib.get_close_matches(key, sorted(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; use one of {', '.join(sorted(known))}"
