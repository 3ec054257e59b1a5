"""The files of a pack's folder as data: rules by section, lists of words by file, flat tables."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from giaoluu.langs.plugins import plugged
from giaoluu.langs.respelling import Respelling
from giaoluu.langs.schema import SECTIONS
from giaoluu.model.errors import PackError

RAW = frozenset({"furniture"})
"""Files whose words are compared with the text as printed, not with a tape."""

Sections = dict[str, tuple[Mapping[str, Any], ...]]
Tables = dict[str, tuple[tuple[str, ...], ...]]


def installed(code: str) -> Traversable:
    """Return the folder in which a pack lies: that of a plug-in where none of that name ships with giaoluu."""
    own = resources.files("giaoluu.langs") / code
    others = {} if (own / "pack.toml").is_file() else plugged("giaoluu.packs")
    return resources.files(others[code]) if code in others else own


def contents(folder: Traversable) -> tuple[Sections, dict[str, Any], Tables]:
    """Return rules, words and tables of a pack, their signs and spellings folded. Raises PackError with the file."""
    sections: Sections = {}
    words: dict[str, Any] = {}
    tables: Tables = {}
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        stem, _, suffix = path.name.rpartition(".")
        if suffix == "tsv":
            tables[stem] = tuple(_rows(path))
        elif suffix == "toml":
            content = _toml(path)
            for key, value in content.items():
                if key in SECTIONS:
                    sections[key] = (*sections.get(key, ()), *value)
                elif key == "fragments":
                    words.setdefault("fragments", {}).update(value)
                else:
                    words.setdefault(stem, {})[key] = value
    if folds := str.maketrans({row[0]: row[1] for row in tables.get("fold", ())}):
        sections = {name: _folded(rules, folds) for name, rules in sections.items()}
        words = {name: content if name in RAW else _folded(content, folds) for name, content in words.items()}
    respell = Respelling(words.get("pack", {}).get("spellings", ()))
    if respell.pattern:
        sections = {name: _each_text(rules, respell) for name, rules in sections.items()}
        words = {
            name: content if name in RAW or name == "pack" else _each_text(content, respell)
            for name, content in words.items()
        }
    return sections, words, tables


def _folded(value: Any, folds: Mapping[int, str]) -> Any:
    """Return words of a pack with their variant signs folded as tapes fold them."""
    return _each_text(value, lambda text: text.translate(folds))


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Return words of a pack with every text in them changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {_each_text(key, change): _each_text(entry, change) for key, entry in value.items()}
    return type(value)(_each_text(entry, change) for entry in value) if isinstance(value, list | tuple) else value


def _toml(path: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: {error}; mend the file at that place") from error


def _rows(path: Traversable) -> Iterator[tuple[str, ...]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))
