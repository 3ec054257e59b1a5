"""The form of an entry: fields in groups with choices, what was typed, how dates were understood, what is wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from babel import Locale
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoluu.entries import Entry, Sort
from giaoluu.entries.fields import Field, code_label, codes_of, fields_of, rows_of
from giaoluu.entries.lines import country_label
from giaoluu.entries.words import ANSWERS, NOT_STATED, UNKNOWN
from giaoluu.langs.pack import codes as languages_with_packs
from giaoluu.model.edtf import Edtf
from giaoluu.register.entries.checking import MOST_ROWS, Problem, understood_date
from giaoluu.register.entries.saving import today
from giaoluu.web.remembering import remembered
from giaoluu.web.words import edtf_words

SPARE_ROWS = 1
LONGEST_COUNT = 10
NO_COUNTRIES = frozenset({"ZZ", "EU", "UN", "EZ", "QO", "XA", "XB"})
"""Codes of CLDR that stand for no country."""

GROUPS = ("what", "delegation", "frame", "content", "internal")
FOLDED = frozenset({"frame", "internal"})
"""Groups that begin folded where nothing in them is filled in."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a closed list; `inside` is set for a mode under its kind."""

    code: str
    words: str
    chosen: bool
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One field of the form as a page shows it."""

    name: str
    label: str
    type: str
    value: str = ""
    choices: tuple[Choice, ...] = ()
    error: str = ""
    understood: str = ""
    theirs: str | None = None

    @property
    def id(self) -> str:
        """The id of its field on the page."""
        return self.name.replace(".", "-")

    @property
    def lines(self) -> int:
        """How many lines a field of several has."""
        return max(2, min(8, self.value.count("\n") + 1))


@dataclass(frozen=True, slots=True)
class BoxRows:
    """A list of the form: its rows, and its columns for the head."""

    name: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together."""

    name: str
    title: str
    boxes: tuple[Box, ...]
    open: bool


def typed(data: Mapping[str, str], *, id_: str, sort: Sort, language: str) -> Entry:
    """Return what was typed into a form as an entry, whatever it is worth; rows without a word are left out."""
    cells = {one.name: data.get(f"cell.{one.name}", "").strip() for one in fields_of(sort)}
    rows = {}
    for many in rows_of(sort):
        told = []
        for number in range(min(MOST_ROWS, _count(data, many.name))):
            row = {one.name: data.get(f"{many.name}.{number}.{one.name}", "").strip() for one in many.columns}
            if any(row.values()):
                told.append({name: _normal(value) for name, value in row.items() if value})
        rows[many.name] = tuple(told)
    told_cells = {name: _normal(value) for name, value in cells.items() if value}
    return Entry(id_, sort, language, told_cells, {name: told for name, told in rows.items() if told})


def typed_aside(data: QueryDict) -> dict[str, str]:
    """Return what was typed that is kept apart."""
    return {one.name: value for one in fields_of("internal") if (value := data.get(f"internal.{one.name}", "").strip())}


def groups(
    entry: Entry, aside: Mapping[str, str], problems: Iterable[Problem], theirs: Mapping[str, str] | None = None
) -> tuple[Group, ...]:
    """Return the groups of the form with what is filled in."""
    marks = Marks({problem.place: problem for problem in problems}, theirs)
    titles = {
        "what": _("What, when, where"),
        "delegation": _("Delegation and partners"),
        "frame": _("Programme, series, occasion"),
        "content": _("Content and result"),
        "internal": _("Kept apart: never exported unless asked for"),
    }
    made = []
    for name in GROUPS:
        told = fields_of("internal") if name == "internal" else [f for f in fields_of(entry.sort) if f.group == name]
        if name == "internal" and entry.sort is not Sort.ACTIVITY:
            continue
        values = aside if name == "internal" else entry.cells
        prefix = "internal" if name == "internal" else "cell"
        boxes = tuple(box_of(one, f"{prefix}.{one.name}", values.get(one.name, ""), entry, marks) for one in told)
        is_open = name not in FOLDED or any(box.value or box.error for box in boxes)
        if boxes:
            made.append(Group(name, titles[name], boxes, is_open))
    return tuple(made)


def box_rows(entry: Entry, problems: Iterable[Problem], more: str = "") -> tuple[BoxRows, ...]:
    """Return the lists of the form, each with an empty row behind it; one that is asked for gets more."""
    marks = Marks({problem.place: problem for problem in problems})
    made = []
    for many in rows_of(entry.sort):
        told = list(entry.rows.get(many.name, ()))
        told += [{}] * (SPARE_ROWS + 2 * (many.name == more))
        rows = tuple(
            tuple(
                box_of(one, f"{many.name}.{number}.{one.name}", row.get(one.name, ""), entry, marks)
                for one in many.columns
            )
            for number, row in enumerate(told)
        )
        columns = tuple(one.called(_language()) for one in many.columns)
        made.append(BoxRows(many.name, many.called(_language()), columns, rows))
    return tuple(made)


def problem_words(problem: Problem) -> str:
    """Return what is wrong at a place, in the language of the page."""
    return {
        "needs": _("This cannot be left empty."),
        "date": _("This date cannot be read. Write 5/3/2025, 03/2025, 2017-2023, about March 2024, or unknown."),
        "number": _("This is no number."),
        "code": _("Choose one of the list."),
        "country": _("This is no country: write its name, or two capital letters such as VN."),
        "time": _("Write a time of day such as 14:30."),
        "long": _("This is too long."),
        "rows": _("This list has too many rows."),
        "names": _("Write who or which body it was."),
    }[problem.code]


def place_words(sort: str, place: str) -> str:
    """Return what the place of a cell is called in the language of the page.

    >>> place_words("activity", "participants.0.name")
    'Participants 1: Name'
    """
    name, number, column = (*place.split("."), "", "")[:3]
    for many in rows_of(sort):
        if many.name == name:
            inner = next((one.called(_language()) for one in many.columns if one.name == column), column)
            return f"{many.called(_language())} {int(number) + 1}: {inner}" if number else many.called(_language())
    every = [*fields_of(sort), *fields_of("internal")]
    return next((one.called(_language()) for one in every if one.name == name), place)


def post_label() -> str:
    """Return the word for a post in the language of the page.

    >>> post_label()
    'Post'
    """
    participants = next(many for many in rows_of("activity") if many.name == "participants")
    return next(one.called(_language()) for one in participants.columns if one.name == "post")


def shown_value(sort: str, place: str, value: str) -> str:
    """Return a cell as the page shows it: codes and countries in words."""
    name = place.rpartition(".")[2] or place
    columns = [one for many in rows_of(sort) for one in many.columns]
    field = next((one for one in [*fields_of(sort), *columns] if one.name == name), None)
    if value in ANSWERS:
        return _("unknown") if value == UNKNOWN else _("not stated")
    if field and field.type == "country" and value:
        return country_label(value, _language())
    return code_label(field.type, value, _language()) if field and value else value


def entry_language(asked: str = "") -> str:
    """Return the language in which an entry is kept: the one asked for, or that of the page."""
    return asked if asked in languages_with_packs() else _language()


def understood_words(value: str, entry: Entry, near: Edtf) -> str:
    """Return how a date written near another one is understood, in words with its EDTF; nothing where it is none."""
    found = understood_date(value, entry, near)
    if found.edtf is None:
        return ""
    words = edtf_words(str(found.edtf))
    return words if words == str(found.edtf) else f"{words} ({found.edtf})"


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands beside the fields of a form: what is wrong where, and what somebody else wrote meanwhile."""

    wrong: Mapping[str, Problem]
    theirs: Mapping[str, str] | None = None


def box_of(field: Field, name: str, value: str, entry: Entry, marks: Marks) -> Box:
    """Return one field of the form."""
    place = name.partition(".")[2] if name.startswith(("cell.", "internal.")) else name
    problem = marks.wrong.get(place)
    box = Box(name, field.called(_language()), field.type, value, error=problem_words(problem) if problem else "")
    if marks.theirs is not None and place in marks.theirs:
        box = replace(box, theirs=shown_value(entry.sort, place, marks.theirs[place]))
    if field.type == "date" and value and not problem and value not in ANSWERS:
        box = replace(box, understood=understood_words(value, entry, today()))
    codes = tuple(_choices(field, value))
    return replace(box, choices=codes) if codes else box


def _choices(field: Field, value: str) -> Iterator[Choice]:
    """Yield the choices of a closed list, with the two answers that are no value."""
    codes = list(country_codes()) if field.type == "country" else list(codes_of(field.type))
    if not codes:
        return
    yield Choice("", "", not value)
    for code in codes:
        words = country_label(code, _language()) if field.type == "country" else ""
        words = words or code_label(field.type, code, _language())
        yield Choice(code, words, code == value, field.type == "kind" and "/" in code)
    if value and value not in codes and value not in ANSWERS:
        yield Choice(value, value, chosen=True)
    if field.type in {"status", "country", "direction"}:
        yield Choice(UNKNOWN, _("unknown"), value == UNKNOWN)
        yield Choice(NOT_STATED, _("not stated"), value == NOT_STATED)


def country_codes() -> tuple[str, ...]:
    """Return the codes of all countries in the order of their names."""
    language = _language()

    def find() -> tuple[str, ...]:
        names = Locale.parse(language).territories
        codes = [str(code) for code in names if re.fullmatch("[A-Z]{2}", str(code)) and code not in NO_COUNTRIES]
        return tuple(sorted(codes, key=lambda code: str(names[code]).casefold()))

    return remembered(f"country names {language}", find)


def _count(data: Mapping[str, str], name: str) -> int:
    """Return how many rows of a list a form sent."""
    numbers = [part[1] for key in data if len(part := key.split(".")) == 3 and part[0] == name]
    short = (number for number in numbers if number.isascii() and number.isdecimal() and len(number) < LONGEST_COUNT)
    return max(map(int, short), default=-1) + 1


def _normal(value: str) -> str:
    return value.replace("\r\n", "\n")


def _language() -> str:
    return (get_language() or "en").partition("-")[0]
