"""The cells of a row as an entry: words as codes, names as countries, lists as items; the rest is carried."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from babel import Locale

from giaoluu.entries import Entry, Sort
from giaoluu.entries.fields import LANGUAGES, RowField, code_words, codes_of
from giaoluu.entries.lines import items_of
from giaoluu.entries.words import ANSWERS, NOT_STATED, UNKNOWN
from giaoluu.langs.pack import codes as languages_with_packs
from giaoluu.langs.pack import pack
from giaoluu.register.entries.asides import NAMES as KEPT_APART
from giaoluu.register.folding import fold
from giaoluu.register.sheets.cells import Cell, written
from giaoluu.register.sheets.columns import INDEX, UNTIL, bare, sheet_fields

LONGEST_OTHER = 2000
_BULLETS = re.compile(r"(?m)^\s*(?:[-+*\u2022\u2013]|\d+[.)])\s+")
_ITEMS = re.compile(r"\s*(?:\n|;|\uff1b)\s*")
_NAME_AND_POST = re.compile(
    r"(?P<name>[^,(\u2013\uff0c\uff08]+?)\s*(?:[,(\u2013\uff0c\uff08]|\s-\s)\s*(?P<post>.+?)\)?"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a sheet are: a field for each header or nothing, and what every row is without saying so."""

    headers: tuple[str, ...]
    columns: tuple[str, ...]
    language: str
    preset: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Converted:
    """A row as an entry, with what is kept apart."""

    entry: Entry
    aside: dict[str, str]


def converted(cells: Sequence[Cell], layout: Layout, *, id_: str, origin: str) -> Converted:
    """Return the entry that a row of a sheet is; a word that is no code stays, for the check to complain of.

    >>> layout = Layout(("Loại", "Nước", "Màu"), ("kind", "country", ""), "vi")
    >>> made = converted(("chào xã giao", "Thụy Điển", "xanh"), layout, id_="entry-1", origin="sheet:a row 2")
    >>> made.entry.cells, made.entry.other
    ({'kind': 'meeting/courtesy_call', 'country': 'SE'}, (('Màu', 'xanh'),))
    """
    told: dict[str, str] = {}
    rows: dict[str, tuple[Mapping[str, str], ...]] = {}
    aside: dict[str, str] = {}
    other: list[tuple[str, str]] = []
    fields = sheet_fields()
    for header, column, cell in zip(layout.headers, layout.columns, cells, strict=True):
        value = written(cell).strip()
        if not value or column == INDEX:
            continue
        if column in KEPT_APART:
            aside[column] = value
        elif column == UNTIL:
            told[column] = value
        elif column not in fields:
            other.append((header, value[:LONGEST_OTHER]))
        elif isinstance(fields[column], RowField):
            rows[column] = tuple(_participant(item) for item in _listed(value))
        else:
            told[column] = cell_of(fields[column].type, value)  # type: ignore[union-attr]
    _join_days(told)
    cells_told = _completed({**{name: value for name, value in layout.preset.items() if value}, **told})
    entry = Entry(id_, Sort.ACTIVITY, layout.language, cells_told, rows, other=tuple(other), origin=origin)
    return Converted(entry, aside)


def _join_days(told: dict[str, str]) -> None:
    """Make the first and the last day one date, as people write it; either alone is the date.

    >>> told = {"date": "12/3/2026", "until": "15/3/2026"}
    >>> _join_days(told)
    >>> told
    {'date': '12/3/2026 - 15/3/2026'}
    """
    until, since = told.pop(UNTIL, ""), told.get("date", "")
    if until and _answer(until) == "":
        told["date"] = f"{since} - {until}" if since and _answer(since) == "" and since != until else until


def cell_of(type_: str, value: str) -> str:
    """Return what a written cell is as a field of a type holds it.

    >>> cell_of("direction", "Vào"), cell_of("country", "CHDCND Lào"), cell_of("list", "- một; hai")
    ('in', 'LA', 'một\\nhai')
    """
    if answer := _answer(value):
        return answer
    if type_ == "country":
        return country_of(value) or value
    if type_ == "list":
        return "\n".join(_listed(value))
    if codes_of(type_):
        return code_of(type_, value) or value
    return value


@lru_cache(maxsize=4096)
def code_of(type_: str, value: str) -> str:
    """Return the code that words name: the code itself, its label in any language, or the words of one alone."""
    known = _codes(type_)
    wanted = bare(value)
    if wanted in known:
        return known[wanted]
    if value in codes_of(type_):
        return value
    inside = {code for words, code in known.items() if len(words) > 3 and f" {words} " in f" {wanted} "}
    return inside.pop() if len(inside) == 1 else ""


@lru_cache(maxsize=4096)
def country_of(value: str) -> str:
    """Return the code of a country that is named in any of our languages, alone or with its full title."""
    if len(value) == 2 and value.isascii() and value.isupper():
        return value
    known = _countries()
    wanted = bare(value)
    if wanted in known:
        return known[wanted]
    inside = {code for name, code in known.items() if len(name) > 2 and f" {name} " in f" {wanted} "}
    return inside.pop() if len(inside) == 1 else ""


def _completed(cells: dict[str, str]) -> dict[str, str]:
    """Return cells with what follows from others: a delegation that comes in is that kind of visit, and so on."""
    kind, direction = cells.get("kind", ""), cells.get("direction", "")
    if kind == "visit" and direction in {"in", "out"}:
        cells["kind"] = f"visit/delegation_{direction}"
    if not direction and kind in {"visit/delegation_in", "visit/delegation_out"}:
        cells["direction"] = kind.rpartition("_")[2]
    return cells


def _answer(value: str) -> str:
    """Return the sign of an answer that is no value: unknown, not stated; nothing for a value."""
    if value in ANSWERS:
        return value
    said = _answers()
    return said.get(" ".join(value.casefold().split()), "")


@cache
def _answers() -> dict[str, str]:
    """Return the words for unknown and not stated in every language that has a pack."""
    found: dict[str, str] = {}
    for language in languages_with_packs():
        told = pack(language).words.get("dates", {}).get("written", {})
        for key, sign in (("unknown", UNKNOWN), ("not_stated", NOT_STATED)):
            found |= {word.casefold(): sign for word in told.get(key, ())}
    return found


def _listed(value: str) -> list[str]:
    """Return the items of a cell that lists: lines, or parts between semicolons, without bullets."""
    return items_of("\n".join(_ITEMS.split(_BULLETS.sub("", value))))


def _participant(item: str) -> Mapping[str, str]:
    """Return a person with the post that stands behind the name.

    >>> _participant("Trần Thị Mai, Phó Chủ tịch"), _participant("Lars Ekman (ordförande)")
    ({'name': 'Trần Thị Mai', 'post': 'Phó Chủ tịch'}, {'name': 'Lars Ekman', 'post': 'ordförande'})
    """
    found = _NAME_AND_POST.fullmatch(item)
    return {"name": found["name"], "post": found["post"]} if found else {"name": item}


@cache
def _codes(type_: str) -> dict[str, str]:
    """Return the words for the codes of a type; where a kind and a mode share a word, the mode says more."""
    found: dict[str, str] = {}
    for code, label in codes_of(type_).items():
        for words in (*label.values(), *code_words(type_).get(code, ()), code.rpartition("/")[2].replace("_", " ")):
            if bare(words) not in found or "/" in code:
                found[bare(words)] = code
    return found


@cache
def _countries() -> dict[str, str]:
    """Return the names of countries in all our languages."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        found |= {bare(name): code for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    for language in languages_with_packs():
        for row in pack(language).tables.get("countries", ()):
            if row[2] == "name" and fold(row[0]):
                found.setdefault(bare(row[0]), row[1])
    return found
