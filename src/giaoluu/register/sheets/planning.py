"""What will happen to each row of a sheet, before anything is written."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import PurePath

from django.db.models import Max

from giaoluu.entries import Entry
from giaoluu.entries.fields import sheet_words
from giaoluu.model.capture import MediaType
from giaoluu.model.edtf import Edtf
from giaoluu.register.entries.checking import EntryError, Problem, checked
from giaoluu.register.entries.saving import changes, entries_from, new_id, today
from giaoluu.register.models import CaptureRow, SheetImport, SheetLayout, SheetRow
from giaoluu.register.sheets.cells import Cell, from_plain, plain, written
from giaoluu.register.sheets.columns import INDEX, bare, layout_key
from giaoluu.register.sheets.converting import Layout, converted
from giaoluu.register.sheets.tables import Table

LIKE_ENOUGH = 0.5
"""Least share of equal cells at which a row is taken for an earlier one that was changed."""

_COPY = re.compile(r"\s*(?:\(\d+\)|[-_ ]?(?:copy|final)|[-_ ]v?\d{1,2}|v\d{1,2})$", re.IGNORECASE)


class Fate(StrEnum):
    """What will become of a row."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    ERROR = "error"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row: what will become of it, the entry that it is, and what is wrong or changes."""

    number: int
    fate: Fate
    cells: tuple[Cell, ...]
    entry: Entry | None = None
    aside: Mapping[str, str] | None = None
    problems: tuple[Problem, ...] = ()
    changed: Mapping[str, tuple[str, str]] | None = None
    known_by: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import of a table would do."""

    table: Table
    layout: Layout
    rows: tuple[RowPlan, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are of each fate."""
        found = Counter(row.fate.value for row in self.rows)
        return {fate.value: found[fate.value] for fate in Fate}

    def header_of(self, place: str) -> str:
        """Return the header of the column that a problem stands in; the place itself where none is."""
        name = place.partition(".")[0]
        return next((h for h, c in zip(self.layout.headers, self.layout.columns, strict=True) if c == name), name)


def plan(table: Table, layout: Layout) -> Plan:
    """Return what importing a table would do to each of its rows; nothing is written.

    A row that stood so in a sheet of these columns before is that entry and stays as it is. One of the same sheet
    with the same running number, or in the same place, and mostly the same cells is that entry, changed.
    """
    before = list(SheetRow.objects.filter(layout__key=layout_key(layout.headers)).order_by("number"))
    known = {row.known_by: row for row in before}
    marks = _marks(table, layout)
    same = {mark for mark in marks if mark in known}
    sheet = sheet_name(table.name)
    open_rows = [row for row in before if row.known_by not in same and row.sheet == sheet]
    matched = dict(_matched(table, layout, marks, same, open_rows))
    held = entries_from([row.page for row in matched.values()])
    day = today()
    rows = []
    for (number, cells), mark in zip(table.rows, marks, strict=True):
        if _is_heading(cells, layout):
            rows.append(RowPlan(number, Fate.SKIPPED, cells))
        elif mark in same:
            rows.append(RowPlan(number, Fate.SAME, cells, known_by=mark))
        else:
            old = matched.get(number)
            rows.append(
                _row(number, cells, mark, _Ground(table, layout, day, old, held.get(old.page) if old else None))
            )
    return Plan(table, layout, tuple(rows))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a row is looked at against."""

    table: Table
    layout: Layout
    day: Edtf
    old: SheetRow | None
    held: Entry | None


def last_entry() -> tuple[int | None, int | None]:
    """Return what a plan rests on: it holds as long as no entry is written and nothing is imported or taken back."""
    entries = CaptureRow.objects.filter(media_type=MediaType.ENTRY.value)
    newest = entries.aggregate(newest=Max("pk"))["newest"]
    return newest, SheetImport.objects.aggregate(newest=Max("pk"))["newest"]


def _row(number: int, cells: tuple[Cell, ...], mark: str, ground: _Ground) -> RowPlan:
    """Return the plan of a row that is new or changed."""
    origin = origin_of(ground.table.name, number)
    made = converted(cells, ground.layout, id_=ground.old.page if ground.old else new_id(), origin=origin)
    entry = made.entry
    if ground.old is not None and ground.held is not None:
        earlier = converted(tuple(from_plain(ground.old.cells)), ground.layout, id_=entry.id, origin=origin).entry
        entry = _merged(earlier, entry, ground.held)
    try:
        entry = checked(entry, ground.day)
    except EntryError as error:
        return RowPlan(number, Fate.ERROR, cells, entry, made.aside, error.problems, known_by=mark)
    if ground.held is None:
        return RowPlan(number, Fate.NEW, cells, entry, made.aside, known_by=mark)
    return RowPlan(number, Fate.CHANGED, cells, entry, made.aside, changed=changes(ground.held, entry), known_by=mark)


def _merged(earlier: Entry, now: Entry, held: Entry) -> Entry:
    """Return the entry as the register holds it with what changed in the sheet since: edits in both places meet."""
    cells = dict(held.cells)
    for name in {*earlier.cells, *now.cells}:
        if earlier.cells.get(name) != now.cells.get(name):
            cells[name] = now.cells.get(name, "")
    rows = {**held.rows, **{name: told for name, told in now.rows.items() if earlier.rows.get(name) != told}}
    return replace(
        now, cells={name: value for name, value in cells.items() if value}, rows=rows, language=held.language
    )


def _marks(table: Table, layout: Layout) -> list[str]:
    """Return what each row is known by: its cells but the running number; the second of two equal rows is another."""
    seen: Counter[str] = Counter()
    marks = []
    for _, cells in table.rows:
        told = [cell for cell, column in zip(cells, layout.columns, strict=True) if column != INDEX]
        mark = sha256(json.dumps([written(cell).strip() for cell in told], ensure_ascii=False).encode()).hexdigest()
        seen[mark] += 1
        marks.append(mark if seen[mark] == 1 else sha256(f"{mark} {seen[mark]}".encode()).hexdigest())
    return marks


def _matched(
    table: Table, layout: Layout, marks: Sequence[str], same: set[str], before: Iterable[SheetRow]
) -> Iterator[tuple[int, SheetRow]]:
    """Yield row number → the earlier row of the sheet that it is a changed form of."""
    index = layout.columns.index(INDEX) if INDEX in layout.columns else None
    by_number: dict[int, SheetRow] = {}
    by_index: dict[str, SheetRow] = {}
    for row in before:
        by_number.setdefault(row.number, row)
        if index is not None and (mark := written(tuple(from_plain(row.cells))[index])):
            by_index.setdefault(mark, row)
    taken: set[str] = set()
    for (number, cells), mark in zip(table.rows, marks, strict=True):
        if mark in same:
            continue
        running = written(cells[index]) if index is not None else ""
        for old in (by_index.get(running), by_number.get(number)):
            if old is not None and old.page not in taken and _likeness(cells, old.cells) >= LIKE_ENOUGH:
                taken.add(old.page)
                yield number, old
                break


def _likeness(cells: Sequence[Cell], before: Sequence[object]) -> float:
    """Return the share of cells that are equal, of those that either row fills."""
    pairs = list(zip(plain(cells), before, strict=False))
    filled = [(one, other) for one, other in pairs if one not in (None, "") or other not in (None, "")]
    return sum(one == other for one, other in filled) / len(filled) if filled else 0.0


@cache
def _totals() -> frozenset[str]:
    """Return the words that a row of sums begins with, as headers are compared."""
    return frozenset(bare(word) for word in sheet_words("total"))


def _is_heading(cells: Sequence[Cell], layout: Layout) -> bool:
    """Say whether a row is a heading inside the table or a sum below it."""
    told = [(column, written(cell).strip()) for cell, column in zip(cells, layout.columns, strict=True)]
    filled = [(column, value) for column, value in told if value]
    values = {value for column, value in filled if column != INDEX}
    if any(bare(value) in _totals() for value in values | {value for _, value in filled[:2]}):
        return True
    says_what = any(column in {"delegation", "title", "kind"} for column, _ in filled)
    return len(layout.columns) > 2 and len(values) <= 1 and not says_what


def origin_of(name: str, number: int) -> str:
    """Return the rule of what stands in a row of a sheet.

    >>> origin_of("đoàn vào 2025.xlsx", 7)
    'sheet:đoàn vào 2025 row 7'
    """
    return f"sheet:{PurePath(name).stem[:90]} row {number}"


def sheet_name(name: str) -> str:
    """Return what a sheet is called, whatever copy of it: without ending, "(1)" or "copy".

    >>> sheet_name("Đoàn vào 2025 (1).xlsx"), sheet_name("đoàn vào 2025.csv")
    ('Đoàn vào 2025', 'đoàn vào 2025')
    """
    return _COPY.sub("", PurePath(name).stem).strip()[:200] or "sheet"


def layout_for(headers: Sequence[str]) -> SheetLayout | None:
    """Return the layout that somebody confirmed for these headers before, or None."""
    return SheetLayout.objects.filter(key=layout_key(headers)).first()
