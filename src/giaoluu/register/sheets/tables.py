"""A sheet as a table: CSV, XLSX, XLS or ODS bytes to headers and rows, with the trouble of real offices taken out."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from giaoluu.model.errors import GiaoluuError, SourceError
from giaoluu.register.sheets.cells import Cell, written
from giaoluu.register.sheets.columns import recognised
from giaoluu.sources.decoding import decode

MOST_BYTES = 50 << 20
MOST_UNPACKED = 400 << 20
MOST_ROWS = 100_000
MOST_COLUMNS = 200
HEADER_WITHIN = 25
"""Rows at the top among which the headers are looked for."""

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet program takes for a formula."""

_NUMBERING = re.compile(r"\(?\[?\d{1,3}\]?\)?|\([a-z]\)")


class SheetError(GiaoluuError):
    """A file that is no sheet, or one whose rows cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its headers, and its rows by the number that the office sees beside them; empty rows are left out."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    header_row: int
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""


def read_table(name: str, content: bytes, *, sheet: str | None = None) -> Table:
    """Return the table that stands in a file. SheetError that says what is wrong and what to do.

    >>> table = read_table("a.csv", "STT;Tên đoàn;Nước\\n1;Đoàn Huế;Lào\\n".encode())
    >>> table.headers, table.rows
    (('STT', 'Tên đoàn', 'Nước'), ((2, ('1', 'Đoàn Huế', 'Lào')),))
    """
    short = PurePath(name.replace("\\", "/")).name or "sheet"
    if not content.strip():
        raise SheetError(f"{short} is empty: save the sheet again and choose that file")
    if len(content) > MOST_BYTES:
        raise SheetError(f"{short} is larger than {MOST_BYTES >> 20} MB: split it by year")
    if content.startswith((ZIP, OLD_OFFICE)):
        rows, chosen, every = _office_rows(short, content, sheet)
        encoding = ""
    else:
        rows, encoding = _text_rows(short, content)
        chosen, every = "", ()
    return _table(short, rows, chosen, every, encoding)


def _table(name: str, rows: list[list[Cell]], sheet: str, sheets: tuple[str, ...], encoding: str) -> Table:
    """Return rows with the headers told apart."""
    if len(rows) > MOST_ROWS:
        raise SheetError(f"{name} has {len(rows):,} rows, more than {MOST_ROWS:,}: split it by year")
    place = _header_place(rows)
    if place is None:
        raise SheetError(
            f"{name}: no row of headers was found; give the columns names such as those of the template, in one row"
        )
    headers, below = _headers(rows, place)
    while len(headers) and not headers[-1]:
        headers = headers[:-1]
    width = max([len(headers), *(_width(row) for row in rows[below:])])
    if width > MOST_COLUMNS:
        raise SheetError(f"{name} has {width} columns, more than {MOST_COLUMNS}: delete the empty ones on the right")
    headers = (*headers, *("" for _ in range(width - len(headers))))
    if below < len(rows) and _is_numbering(rows[below]):
        below += 1
    kept = tuple(
        (number, tuple(row[:width]) + (None,) * (width - len(row)))
        for number, row in enumerate(rows[below:], start=below + 1)
        if any(not _is_empty(cell) for cell in row)
    )
    if not kept:
        raise SheetError(f"{name} has headers and no rows below them: fill some in, or choose another file")
    return Table(name, headers, kept, place + 1, sheet, sheets, encoding)


def _office_rows(name: str, content: bytes, sheet: str | None) -> tuple[list[list[Cell]], str, tuple[str, ...]]:
    """Return the rows of a workbook's sheet: the one asked for, or the first one that holds a table."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if content.startswith(ZIP):
        _refuse_bombs(name, content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = tuple(book.sheet_names)
        if sheet is not None and sheet not in names:
            raise SheetError(f"{name} has no sheet {sheet!r}; it has {', '.join(names)}")
        for one in (sheet,) if sheet is not None else names:
            page = book.get_sheet_by_name(one)
            rows: list[list[Cell]] = [list(row) for row in page.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)]
            _spread_merged(rows, page.merged_cell_ranges or ())
            if sheet is not None or _header_place(rows) is not None:
                return rows, one, names
    except PasswordError as error:
        raise SheetError(f"{name} is locked by a password: save it without one and choose that file") from error
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        raise SheetError(f"{name} is no sheet that can be read ({error}): save it as .xlsx or .csv") from error
    raise SheetError(f"{name}: none of its sheets ({', '.join(names)}) has a row of headers and rows below them")


def _refuse_bombs(name: str, content: bytes) -> None:
    """Refuse a packed file that is no workbook, or would unpack to more than any workbook."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise SheetError(f"{name} is damaged ({error}): save it again") from error
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise SheetError(f"{name} unpacks to more than {MOST_UNPACKED >> 20} MB: split it by year")
    files = {part.filename for part in parts}
    if "word/document.xml" in files:
        raise SheetError(f"{name} is a Word document: copy its table into a sheet and save that as .xlsx")
    if not any(one.startswith("xl/") or one == "content.xml" for one in files):
        raise SheetError(f"{name} is an archive and no sheet: unpack it and choose the sheet inside")


def _spread_merged(rows: list[list[Cell]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Put the value of merged cells into each of them: one country beside five delegations is that of all five."""
    for (top, left), (bottom, right) in ranges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                rows[row][column] = rows[top][left]


def _text_rows(name: str, content: bytes) -> tuple[list[list[Cell]], str]:
    """Return the rows of a CSV file: any encoding of our languages, any of the usual separators."""
    try:
        decoded = decode(content)
    except SourceError as error:
        raise SheetError(f"{name} is no sheet that can be read ({error})") from error
    text = decoded.text
    if decoded.lost or "\x00" in text or text.lstrip()[:1] in {"<", "{", "%"}:
        raise SheetError(f"{name} is no sheet that can be read: save it as .xlsx, or as .csv in UTF-8")
    if hint := re.match(r"sep=(.)\n", text):
        text, separators = text[hint.end() :], hint[1]
    else:
        separators = ";\t,|"
    best = max((_split(text, one) for one in separators), key=_tableness)
    if max(map(len, best), default=0) < 2:
        raise SheetError(f"{name} has a single column: save it as .csv with commas or semicolons, or as .xlsx")
    return best, decoded.encoding


def _split(text: str, separator: str) -> list[list[Cell]]:
    """Return a text split by one separator."""
    csv.field_size_limit(1 << 24)
    try:
        return [
            [_undefused(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error:
        return []


def _undefused(cell: str) -> str:
    """Return a cell without the sign that our exports put before what a program could take for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA_SIGNS else cell


def _tableness(rows: Sequence[Sequence[Cell]]) -> tuple[int, int, int]:
    """Return how much rows look like a table: known headers, columns of the first rows, rows as wide as the widest."""
    first = rows[:HEADER_WITHIN]
    widest = max(map(len, first), default=0)
    best = max((_known(row) for row in first), default=0)
    return best, sum(len(row) == widest for row in first) if widest > 1 else 0, widest


def _header_place(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return which row holds the headers: that with most known names; else the first that is full of words."""
    first = rows[:HEADER_WITHIN]
    known = [_known(row) for row in first]
    if known and max(known) >= 2:
        return known.index(max(known))
    for place, row in enumerate(first[:-1] if len(rows) <= HEADER_WITHIN else first):
        words = [cell for cell in row if isinstance(cell, str) and cell.strip() and not cell.strip().isdecimal()]
        if len(words) >= 2 and len({*words}) == len(words) and len(words) == sum(not _is_empty(cell) for cell in row):
            return place
    return None


def _known(row: Sequence[Cell]) -> int:
    return len({found for cell in row if isinstance(cell, str) and (found := recognised(cell))})


def _headers(rows: Sequence[Sequence[Cell]], place: int) -> tuple[tuple[str, ...], int]:
    """Return the headers, those of two rows joined where a second row divides the first, and where the rows begin."""
    top = [_words(cell) for cell in rows[place]]
    if place and _divides([_words(cell) for cell in rows[place - 1]], top):
        top, lower, below = [_words(cell) for cell in rows[place - 1]], top, place + 1
    else:
        lower = [_words(cell) for cell in rows[place + 1]] if place + 1 < len(rows) else []
        below = place + 2
        if not _divides(top, lower):
            return tuple(top), place + 1
    width = max(len(top), len(lower))
    top += [""] * (width - len(top))
    lower += [""] * (width - len(lower))
    joined = (_joined(one, other) for one, other in zip(top, lower, strict=True))
    return tuple(joined), below


def _divides(top: Sequence[str], lower: Sequence[str]) -> bool:
    """Say whether a row divides the headers above it: one of them stands over two columns with names of their own."""
    doubled = [place for place in range(1, len(top)) if top[place] and top[place] == top[place - 1]]
    return any(
        place < len(lower) and lower[place] and lower[place - 1] and lower[place] != lower[place - 1] != top[place]
        for place in doubled
    )


def _joined(top: str, lower: str) -> str:
    if not top or not lower or top == lower:
        return top or lower
    return f"{top} / {lower}"


def _is_numbering(row: Sequence[Cell]) -> bool:
    """Say whether a row only numbers the columns: (1) (2) (3)."""
    told = [_words(cell) for cell in row if not _is_empty(cell)]
    numbers = [int(digits) for one in told if (digits := "".join(sign for sign in one if sign.isdecimal()))]
    is_run = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    return len(told) >= 3 and all(_NUMBERING.fullmatch(one) for one in told) and is_run


def _words(cell: Cell) -> str:
    return " ".join(written(cell).split())


def _is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _width(row: Sequence[Cell]) -> int:
    return next((place + 1 for place in range(len(row) - 1, -1, -1) if not _is_empty(row[place])), 0)
