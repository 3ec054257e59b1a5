"""The fields of entries (fields.toml): their types, groups, names in four languages, and the codes that they hold."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from giaoluu.langs.kinds import kinds

LANGUAGES = ("vi", "en", "zh", "sv")
"""Languages in which every field has a name."""

INTERNAL = "internal"
"""The group of what is kept apart."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry, or one column of a list in it."""

    name: str
    type: str
    label: Mapping[str, str]
    group: str = ""
    headers: Mapping[str, tuple[str, ...]] | None = None

    def called(self, language: str) -> str:
        """Return the field's name in a language; English where that has none."""
        return self.label.get(language) or self.label["en"]


@dataclass(frozen=True, slots=True)
class RowField:
    """A list in an entry: its name, and the columns of each of its rows."""

    name: str
    label: Mapping[str, str]
    columns: tuple[Field, ...]
    headers: Mapping[str, tuple[str, ...]] | None = None

    def called(self, language: str) -> str:
        """Return the list's name in a language; English where that has none."""
        return self.label.get(language) or self.label["en"]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files("giaoluu.entries") / "fields.toml").read_text("utf-8"))


@cache
def fields_of(sort: str) -> tuple[Field, ...]:
    """Return the fields of a sort of entry (or of `internal`) in their order.

    >>> [field.name for field in fields_of("term")][:3]
    ['name', 'body', 'date']
    """
    return tuple(_field(name, told) for name, told in _tables()[sort].items())


@cache
def rows_of(sort: str) -> tuple[RowField, ...]:
    """Return the lists of a sort of entry in their order.

    >>> [rows.name for rows in rows_of("activity")]
    ['participants', 'said', 'gifts']
    """
    return tuple(
        RowField(name, told["label"], tuple(_field(key, one) for key, one in told["columns"].items()), _headers(told))
        for name, told in _tables()["rows"].items()
        if sort in told["of"]
    )


def answer_label(answer: str, language: str) -> str:
    """Return an answer that is no value in words.

    >>> answer_label("unknown", "sv")
    'okänt'
    """
    label = _tables()["answers"][answer]["label"]
    return str(label.get(language) or label["en"])


@cache
def codes_of(type_: str) -> Mapping[str, Mapping[str, str]]:
    """Return the codes that a type of field holds, each with its names; none for a type without a closed list.

    A kind is `meeting`, with its mode `meeting/courtesy_call`.

    >>> codes_of("kind")["meeting/courtesy_call"]["en"], codes_of("direction")["in"]["vi"]
    ('Courtesy call', 'đoàn vào')
    """
    if type_ != "kind":
        found: dict[str, Mapping[str, str]] = _tables()["codes"].get(type_, {})
        return found
    return {
        code: label
        for kind in kinds().values()
        for code, label in (
            (kind.name, kind.label),
            *((f"{kind.name}/{mode}", told.label) for mode, told in kind.modes.items()),
        )
    }


def code_label(type_: str, code: str, language: str) -> str:
    """Return a code in words; the code itself where it has none."""
    label = codes_of(type_).get(code)
    return str(label.get(language) or label["en"]) if label else code


@cache
def sheet_words(what: str) -> tuple[str, ...]:
    """Return the words by which a sheet says what is no field.

    `index` is of running numbers, `total` of sums, `until` of the last day, `leaving` of a day that is first or last.

    >>> "STT" in sheet_words("index")
    True
    """
    return tuple(_tables()["sheet"][what])


def index_header(language: str) -> str:
    """Return the header of running numbers in a language."""
    return _sheet_label("index", language)


def until_header(language: str) -> str:
    """Return what a column of last days is called in a language."""
    return _sheet_label("until", language)


def _sheet_label(what: str, language: str) -> str:
    label = _tables()["sheet"][f"{what}_label"]
    return str(label.get(language) or label["en"])


@cache
def code_words(type_: str) -> Mapping[str, tuple[str, ...]]:
    """Return further words for the codes of a type, as sheets write them."""
    found = _tables()["sheet"]["words"].get(type_, {})
    return {code: tuple(words) for code, words in found.items()}


@dataclass(frozen=True, slots=True)
class SheetTemplate:
    """A sheet that an office can start from: its columns in order, and the cells that every row has unsaid."""

    name: str
    label: Mapping[str, str]
    columns: tuple[str, ...]
    preset: Mapping[str, str]


@cache
def templates() -> Mapping[str, SheetTemplate]:
    """Return the sheets that an office can start from.

    >>> list(templates())
    ['delegations', 'activities']
    """
    return {
        name: SheetTemplate(name, told["label"], tuple(told["columns"]), told["preset"])
        for name, told in _tables()["templates"].items()
    }


def _field(name: str, told: Mapping[str, Any]) -> Field:
    return Field(name, told["type"], told["label"], told.get("group", ""), _headers(told))


def _headers(told: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return {language: tuple(words) for language, words in told.get("headers", {}).items()}
