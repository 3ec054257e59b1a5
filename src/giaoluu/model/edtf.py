"""Dates as precise as the text and no more: an own subset of EDTF (ISO 8601-2, levels 0 and 1).

`giaoluu.model.days` says what may stand in one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import NamedTuple

from giaoluu.model.days import LEAP_YEAR, UNTOLD, Precision, bounds_of, fill_year, precision_of, told_ends
from giaoluu.model.errors import EdtfError

FEW_YEARS = 10
"""Any ten years in a row hold a leap year: a masked year need not be tried on more of a long stretch."""


@total_ordering
@dataclass(frozen=True, slots=True, repr=False)
class Edtf:
    """A date of our subset of EDTF; one that is not in it, or in no calendar, is refused.

    Dates sort by `earliest`, then `latest`, then text. An open or unknown start comes before
    every day, an open or unknown end after every day. A date whose year is masked (`XXXX`)
    comes after all that have one, in the order of months and days.

    >>> date = Edtf("2017/2023-05")
    >>> date.earliest, date.latest, date.precision.value
    (datetime.date(2017, 1, 1), datetime.date(2023, 5, 31), 'year')
    >>> Edtf("2025-04-31")
    Traceback (most recent call last):
    giaoluu.model.errors.EdtfError: '2025-04-31' is in no calendar: the days of 2025-04 are 01 to 30
    """

    text: str

    def __post_init__(self) -> None:
        """Refuse a text that is not in the subset."""
        bounds_of(self.text)

    def __str__(self) -> str:
        """Return the text, which is the only spelling of this date."""
        return self.text

    def __repr__(self) -> str:
        """Return the call that builds this date."""
        return f"Edtf({self.text!r})"

    @property
    def earliest(self) -> date | None:
        """The first day that may be meant, or None where the year is masked or the start open."""
        return bounds_of(self.text).earliest

    @property
    def latest(self) -> date | None:
        """The last day that may be meant, or None where the year is masked or the end open."""
        return bounds_of(self.text).latest

    @property
    def is_interval(self) -> bool:
        """Say whether the date has a start and an end of its own."""
        return "/" in self.text

    @property
    def start(self) -> "Edtf | None":
        """The start of an interval, None where open or unknown; any other date starts with itself."""
        return self._end_at(0)

    @property
    def end(self) -> "Edtf | None":
        """The end of an interval, None where open or unknown; any other date ends with itself."""
        return self._end_at(-1)

    def _end_at(self, index: int) -> "Edtf | None":
        """Return the first or last of the date's ends."""
        text = self.text.split("/")[index]
        return None if text in UNTOLD else Edtf(text)

    @property
    def is_year_masked(self) -> bool:
        """Say whether nobody told the year: `XXXX` in each end that is told."""
        return all(end.startswith("XXXX") for end in told_ends(self.text))

    @property
    def is_approximate(self) -> bool:
        """Say whether the date, or an end of it, is only about right."""
        return "~" in self.text or "%" in self.text

    @property
    def is_uncertain(self) -> bool:
        """Say whether the source is not sure of the date, or of an end of it."""
        return "?" in self.text or "%" in self.text

    @property
    def precision(self) -> Precision:
        """How fine the date is.

        >>> [Edtf(text).precision.value for text in ("XXXX-09-23", "2024-01-XX", "201X", "2017/2023-05")]
        ['day', 'month', 'decade', 'year']
        """
        return precision_of(self.text)

    def with_year(self, year: int) -> "Edtf":
        """Return the date with its masked years filled; a date that has its years stays as it is.

        The year is that of the start: an interval over the turn of the year ends in the next one.
        Raises `EdtfError` where the year does not fit the mask or lacks the day.

        >>> Edtf("XXXX-12-30/XXXX-01-02").with_year(2024)
        Edtf('2024-12-30/2025-01-02')
        """
        start, slash, end = self.text.partition("/")
        first = start if start in UNTOLD else fill_year(start, year)
        if not slash:
            return Edtf(first)
        last = end if end in UNTOLD else fill_year(end, year)
        if start.startswith("XXXX") and end.startswith("XXXX") and _ends_before(last, first):
            last = fill_year(end, year + 1)
        return Edtf(f"{first}/{last}")

    def overlaps(self, other: "Edtf") -> bool:
        """Say whether both may mean the same day; a masked year may be any year.

        What is masked inside a date counts as the whole stretch between its earliest and its
        latest day, and an open or unknown end reaches without limit.

        >>> Edtf("XXXX-09-23").overlaps(Edtf("2024-09")), Edtf("2024/..").overlaps(Edtf("2023-12"))
        (True, False)
        """
        return any(mine.first <= its.last and its.first <= mine.last for mine, its in _stretches(self, other))

    def contains(self, other: "Edtf") -> bool:
        """Say whether every day that the other may mean lies inside; a masked year of ours may be any year.

        >>> Edtf("2024-09").contains(Edtf("2024-09-23")), Edtf("XXXX-09").contains(Edtf("2024-09-23"))
        (True, True)
        >>> Edtf("2024-09").contains(Edtf("XXXX-09-23"))
        False
        """
        if other.is_year_masked and not self.is_year_masked:
            return False
        return any(mine.first <= its.first and its.last <= mine.last for mine, its in _stretches(self, other))

    def __lt__(self, other: "Edtf") -> bool:
        """Say whether this date sorts before the other."""
        return _sort_key(self.text) < _sort_key(other.text)


class _Stretch(NamedTuple):
    """The days from first to last."""

    first: date
    last: date


def _stretch(text: str) -> _Stretch:
    """Return the days of a date, without limit where it does not say one."""
    earliest, latest = bounds_of(text)
    return _Stretch(earliest or date.min, latest or date.max)


def _ends_before(last: str, first: str) -> bool:
    """Say whether an interval of these two ends would end before it starts."""
    return _stretch(last).last < _stretch(first).first


def _stretches(mine: Edtf, its: Edtf) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Yield the days of both, once for each way to fill their masked years that can matter."""
    for its_text in _filled(its, (LEAP_YEAR,) if mine.is_year_masked else _years_near(mine.text)):
        for my_text in _filled(mine, _years_near(its_text)):
            yield _stretch(my_text), _stretch(its_text)


def _years_near(text: str) -> tuple[int, ...]:
    """Return the years in which a date with a masked year may meet this one: its own, and one more on each side."""
    first, last = _stretch(text)
    years = range(max(first.year - 1, 1), min(last.year + 1, date.max.year) + 1)
    return tuple(years) if len(years) <= 2 * FEW_YEARS else (*years[:FEW_YEARS], *years[-FEW_YEARS:])


def _filled(day: Edtf, years: tuple[int, ...]) -> Iterator[str]:
    """Yield the date with its masked year filled by each year that has its days, or as it is."""
    if not day.is_year_masked:
        yield day.text
        return
    for year in years:
        try:
            yield day.with_year(year).text
        except EdtfError:  # 29 February of a common year, or the turn of the last year
            continue


@lru_cache(maxsize=1 << 14)
def _sort_key(text: str) -> tuple[bool, date, date, str]:
    """Return what dates are sorted by."""
    day = Edtf(text)
    filled = next(_filled(day, (LEAP_YEAR,)), text)
    return day.is_year_masked, *_stretch(filled), text
