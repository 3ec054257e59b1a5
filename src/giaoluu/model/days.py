"""The days that the text of a date may mean: what stands behind `Edtf`, on plain text.

What may stand in a date, each date in one spelling only:

- a day, month, season or year: `2025-01-05`, `2025-01`, `2025-21` to `2025-24`, `2025`;
- `X` for digits that nobody told: `XXXX-09-23`, `201X`, `20XX`, `2024-XX-05`, `2024-01-XX`;
- `~` (about), `?` (not sure) or `%` (both) at the end of a date: `1950~`;
- an interval, both ends included: `2017/2023`; `..` for an end that is open (`2024-01/..`),
  nothing at all for an end that nobody told (`2024-01/`).
"""

import re
from calendar import isleap, monthrange
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from giaoluu.model.errors import EdtfError

DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)", re.ASCII)
ALLOWED = (
    "write a day, month, season or year (2025-01-05, 2025-01, 2025-21, 2025), X for unknown digits (XXXX-09-23, 201X), "
    "one of ~ ? % at the end of a date, or two dates with / between them (.. is an open end, nothing an unknown one)"
)
UNTOLD = ("", "..")
"""What stands for an end that is unknown or open."""

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""Season → first and last month in the north; the last season of a year ends in the year after."""

LEAP_YEAR = 2000
"""A year that has every day that a year can have."""


class Precision(StrEnum):
    """How fine a date is: its finest part that has digits. For an interval, the coarser of its ends."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    NONE = "none"


COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}
BY_MASKED_DIGITS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.NONE)


class Bounds(NamedTuple):
    """The first and last day that a date may mean; None where it is open or its year is masked."""

    earliest: date | None
    latest: date | None


class _Parts(NamedTuple):
    """One date taken apart; month and day are None where masked or not given."""

    first_year: int
    last_year: int
    month: int | None
    day: int | None


def told_ends(text: str) -> list[str]:
    """Return the dates that stand in a text: one, or the ends of an interval that somebody told.

    >>> told_ends("2024-01/..")
    ['2024-01']
    """
    return [end for end in text.split("/") if end not in UNTOLD]


@lru_cache(maxsize=1 << 16)
def bounds_of(text: str) -> Bounds:
    """Return the first and last day of a date or interval, or refuse it.

    >>> bounds_of("201X").latest
    datetime.date(2019, 12, 31)
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _bounds_of_one(text, text)
    if start in UNTOLD and end in UNTOLD:
        raise EdtfError(f"{text!r} has neither start nor end: give at least one of them, or no date at all")
    earliest = None if start in UNTOLD else _bounds_of_one(start, text).earliest
    latest = None if end in UNTOLD else _bounds_of_one(end, text).latest
    if earliest and latest and earliest > latest:
        raise EdtfError(f"{text!r} ends before it starts: put the earlier date first")
    return Bounds(earliest, latest)


@lru_cache(maxsize=1 << 16)
def precision_of(text: str) -> Precision:
    """Return how fine a date is; of an interval, the coarser of its ends."""
    return max((_precision_of_one(end) for end in told_ends(text)), key=COARSENESS.__getitem__)


def fill_year(text: str, year: int) -> str:
    """Return one date with the masked digits of its year filled, or refuse a year that does not fit.

    >>> fill_year("201X-05", 2014)
    '2014-05'
    """
    mask, digits = text[:4], f"{year:04}"
    if "X" not in mask:
        return text
    if not 1 <= year <= 9999 or any(known not in ("X", digit) for known, digit in zip(mask, digits, strict=True)):
        raise EdtfError(f"the year {year} does not fit {text!r}: give one of 0001 to 9999 with the same known digits")
    return digits + text[4:]


def _bounds_of_one(text: str, whole: str) -> Bounds:
    """Return the first and last day of one date, which stands in the whole text."""
    parts = _parts(text, whole)
    years: Sequence[int] = range(parts.first_year, parts.last_year + 1)
    if parts.month == 2 and parts.day == 29:
        years = [year for year in years if isleap(year)]
    if text.startswith("XXXX"):
        return Bounds(None, None)
    return Bounds(_first_day(years[0], parts), _last_day(years[-1], parts))


def _parts(text: str, whole: str) -> _Parts:
    """Return one date taken apart, or refuse what no calendar has."""
    match = DATE.fullmatch(text)
    if match is None:
        raise EdtfError(f"{whole!r} is not a date of our subset of EDTF: {ALLOWED}")
    year_text, month_text, day_text, _ = match.groups()
    month = None if month_text in (None, "XX") else int(month_text)
    day = None if day_text in (None, "XX") else int(day_text)
    is_season = month in SEASONS and day_text is None
    if month is not None and not (is_season or 1 <= month <= 12):
        raise EdtfError(f"{whole!r} has no month {month_text}: months are 01 to 12, seasons 21 to 24 and without a day")
    if year_text == "0000":
        raise EdtfError(f"{whole!r} has the year 0000: years are 0001 to 9999")
    first_year, last_year = max(1, int(year_text.replace("X", "0"))), int(year_text.replace("X", "9"))
    longest = 31 if month is None or is_season else monthrange(_leap_if_any(first_year, last_year), month)[1]
    if day is not None and not 1 <= day <= longest:
        raise EdtfError(f"{whole!r} is in no calendar: the days of {text[:7]} are 01 to {longest}")
    return _Parts(first_year, last_year, month, day)


def _leap_if_any(first: int, last: int) -> int:
    """Return a leap year between two years, or the first of them where there is none."""
    return next(filter(isleap, range(first, last + 1)), first)


def _first_day(year: int, parts: _Parts) -> date:
    """Return the first day of a year that fits month and day."""
    month = parts.month or 1
    return date(year, SEASONS[month][0] if month in SEASONS else month, parts.day or 1)


def _last_day(year: int, parts: _Parts) -> date:
    """Return the last day of a year that fits month and day."""
    month = parts.month or 12
    if month in SEASONS:
        first_month, month = SEASONS[month]
        year += month < first_month
    if year > date.max.year:
        return date.max
    return date(year, month, parts.day or monthrange(year, month)[1])


def _precision_of_one(text: str) -> Precision:
    """Return how fine one date is."""
    parts = _parts(text, text)
    if parts.day is not None:
        return Precision.DAY
    if parts.month is not None:
        return Precision.SEASON if parts.month in SEASONS else Precision.MONTH
    return BY_MASKED_DIGITS[text[:4].count("X")]
