"""The cells of a sheet: as they would be written, and as the register keeps them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta | None


def written(cell: Cell) -> str:
    """Return a cell as one would write it: whole numbers without a point, days as EDTF.

    >>> written(12.0), written(datetime(2025, 3, 5)), written(None), written("Huế")
    ('12', '2025-03-05', '', 'Huế')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "1" if cell else "0"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
        case date():
            return cell.isoformat()
        case time():
            return f"{cell:%H:%M}"
        case timedelta():
            return f"{cell}"
        case _:
            return str(cell)


def plain(cells: Iterable[Cell]) -> Iterator[object]:
    """Yield cells as JSON holds them; days stay days.

    >>> list(plain((1, date(2025, 3, 5), "x")))
    [1, {'day': '2025-03-05'}, 'x']
    """
    for cell in cells:
        if isinstance(cell, date):
            yield {"day": cell.isoformat()}
        else:
            yield cell if cell is None or isinstance(cell, str | int | float) else written(cell)


def from_plain(cells: Iterable[object]) -> Iterator[Cell]:
    """Yield cells that `plain` wrote."""
    for cell in cells:
        if isinstance(cell, dict):
            day = str(cell["day"])
            yield datetime.fromisoformat(day) if "T" in day else date.fromisoformat(day)
        else:
            yield cell if cell is None or isinstance(cell, str | int | float) else str(cell)
