"""Entries written back into the columns of their sheet: the office's headers, order, and words where they stand."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from django.db.models import QuerySet

from giaoluu.entries import Entry
from giaoluu.entries.fields import Field, RowField, codes_of, fields_of, index_header, templates
from giaoluu.entries.lines import items_of, shown
from giaoluu.entries.words import ANSWERS
from giaoluu.model.errors import RegisterError
from giaoluu.register.entries.asides import NAMES as KEPT_APART
from giaoluu.register.entries.asides import asides_of
from giaoluu.register.entries.saving import entries_from
from giaoluu.register.models import SheetLayout, SheetRow
from giaoluu.register.sheets.cells import Cell, from_plain, written
from giaoluu.register.sheets.columns import INDEX, UNTIL, sheet_fields
from giaoluu.register.sheets.converting import Layout, converted
from giaoluu.register.sheets.tables import FORMULA_SIGNS, SheetError

FORMATS = (".xlsx", ".csv")
MANY = 500
GREY = "#e8eef2"
LISTED = 250
"""Rows below the headers in which a template offers the words of closed lists."""


def layout_of(row: SheetLayout) -> Layout:
    """Return a remembered layout."""
    return Layout(tuple(row.headers), tuple(row.columns), row.language, row.preset)


def template_layout(name: str, language: str) -> Layout:
    """Return the layout of a template in a language.

    >>> template_layout("activities", "sv").headers[:3]
    ('Nr', 'Slag', 'Rubrik')
    """
    if name not in templates():
        raise RegisterError(f"there is no template {name!r}; use one of {', '.join(templates())}")
    made = templates()[name]
    return Layout(tuple(_header(column, language) for column in made.columns), made.columns, language, made.preset)


def rows_of_layout(layout: SheetLayout, *, sheet: str = "") -> QuerySet[SheetRow]:
    """Return the rows that were imported in a layout, in the order of their sheets."""
    rows = SheetRow.objects.filter(layout=layout)
    return (rows.filter(sheet=sheet) if sheet else rows).order_by("sheet", "number", "id")


def exported(rows: Iterable[SheetRow], layout: Layout, *, with_internal: bool = False) -> Iterator[list[Cell]]:
    """Yield the cells of each row as its entry stands now; what nobody changed is the cell of the sheet itself.

    What is kept apart stays empty unless it is asked for. Withdrawn entries are left out.
    """
    kept = list(rows)
    number = 0
    for start in range(0, len(kept), MANY):
        some = kept[start : start + MANY]
        pages = [row.page for row in some]
        entries, asides = entries_from(pages), asides_of(pages) if with_internal else {}
        for row in some:
            entry = entries.get(row.page)
            if entry is not None and not entry.withdrawn:
                number += 1
                yield list(_cells(tuple(from_plain(row.cells)), entry, asides.get(row.page, {}), layout, number))


def _cells(
    before: Sequence[Cell], entry: Entry, aside: Mapping[str, str], layout: Layout, number: int
) -> Iterator[Cell]:
    """Yield the cells of one entry."""
    was = converted(before, layout, id_=entry.id, origin=entry.origin).entry
    held = replace(entry, cells={**entry.cells})
    fields = sheet_fields()
    for column, cell in zip(layout.columns, before, strict=True):
        if column == INDEX:
            yield number if written(cell).isdecimal() or cell is None else cell
        elif column in KEPT_APART:
            yield aside.get(column, "")
        elif column == UNTIL:
            yield cell if _value(was, fields["date"]) == _value(held, fields["date"]) else _day(held, first=False)
        elif column not in fields or _value(was, fields[column]) == _value(held, fields[column]):
            yield cell
        elif column == "date" and UNTIL in layout.columns:
            yield _day(held, first=True)
        else:
            yield shown_cell(fields[column], held, layout.language)


def _day(entry: Entry, *, first: bool) -> Cell:
    """Return the first or the last day of an entry's date, as it is understood; as it is written where it is not."""
    since, _, until = entry.dates.get("date", "").partition("/")
    told = (since or entry.cells.get("date", "")) if first else until
    try:
        return date.fromisoformat(told)
    except ValueError:  # a month, a day about which nobody is sure
        return told.strip(".") or None


def _value(entry: Entry, field: Field | RowField) -> object:
    return entry.rows.get(field.name, ()) if isinstance(field, RowField) else entry.cells.get(field.name, "")


def shown_cell(field: Field | RowField, entry: Entry, language: str) -> str:
    """Return a field of an entry as a sheet in a language shows it."""
    if isinstance(field, RowField):
        return "\n".join(", ".join(filter(None, (row.get("name"), row.get("post")))) for row in entry.rows[field.name])
    value = entry.cells.get(field.name, "")
    if value in ANSWERS:
        return value
    if field.type == "list":
        return "\n".join(items_of(value))
    return value if field.type in {"long", "date"} else shown(field.type, value, language) if value else ""


def write_sheet(path: Path, layout: Layout, rows: Iterable[Sequence[Cell]]) -> int:
    """Write rows under the headers of a layout into .xlsx or .csv, by the path's ending; return how many."""
    if path.suffix.lower() not in FORMATS:
        raise SheetError(f"{path}: sheets are written as {' or '.join(FORMATS)}; give one of these endings")
    content, count = sheet_bytes(path.suffix.lower(), layout, rows, name=path.stem)
    path.write_bytes(content)
    return count


def sheet_bytes(
    ending: str, layout: Layout, rows: Iterable[Sequence[Cell]], *, name: str = "", lists: bool = False
) -> tuple[bytes, int]:
    """Return the bytes of a sheet and its number of rows; `lists` offers the words of closed lists in new rows."""
    if ending == ".csv":
        return _csv(layout, rows)
    return _xlsx(layout, rows, name=name, lists=lists)


def _csv(layout: Layout, rows: Iterable[Sequence[Cell]]) -> tuple[bytes, int]:
    """Return rows as CSV that spreadsheet programs open as it is: with a mark of UTF-8, and nothing they would run."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([defused(header) for header in layout.headers])
    count = 0
    for row in rows:
        writer.writerow([defused(cell) for cell in row])
        count += 1
    return stream.getvalue().encode("utf-8-sig"), count


def defused(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet program takes for a formula.

    >>> defused("=HYPERLINK(1)"), defused("Huế"), defused(-3)
    ("'=HYPERLINK(1)", 'Huế', -3)
    """
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell
    return written(cell) if isinstance(cell, date | float) else cell


def _xlsx(layout: Layout, rows: Iterable[Sequence[Cell]], *, name: str, lists: bool) -> tuple[bytes, int]:
    """Return rows as a workbook: text as text and never as a formula, days as days."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(stream, options) as book:
        page = book.add_worksheet("".join(sign for sign in name if sign not in "[]:*?/\\'")[:31] or None)
        head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#e8eef2"}
        )
        body = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
        for column, header in enumerate(layout.headers):
            page.write_string(0, column, header, head)
            page.set_column(column, column, _width(layout.columns[column]), body)
            if lists and (words := _choices(layout.columns[column], layout.language)):
                page.data_validation(1, column, LISTED, column, {"validate": "list", "source": words})
        page.freeze_panes(1, 0)
        count = 0
        for count, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(count, column, cell, body)
                elif isinstance(cell, datetime | date):
                    page.write_datetime(count, column, cell, day)
                elif isinstance(cell, bool | int | float):
                    page.write(count, column, cell, body)
    return stream.getvalue(), count


def _header(column: str, language: str) -> str:
    """Return the header of a column in a language."""
    if column == INDEX:
        return index_header(language)
    return sheet_fields()[column].called(language)


def _width(column: str) -> int:
    """Return how wide a column is, in signs."""
    if column == INDEX:
        return 6
    field = sheet_fields().get(column)
    return 32 if isinstance(field, RowField) or (field and field.type in {"list", "long"}) else 18


def _choices(column: str, language: str) -> list[str]:
    """Return the words of a short closed list."""
    field = next((one for one in fields_of("activity") if one.name == column), None)
    if field is None or field.type == "kind":
        return []
    return [label.get(language) or label["en"] for label in codes_of(field.type).values()]
