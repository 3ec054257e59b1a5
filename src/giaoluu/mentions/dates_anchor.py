"""The anchor of a text's dates, and the year that it lends to those that print none."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from giaoluu.mentions.dates_feasts import AnniversaryError, NoDateError
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError

Value = int | str | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an article lends to its dates.

    `published` is its own day, `previous` the last absolute date before these words. A day without a
    year is the nearest one in the direction of `prefer`; the past reaches `ahead` days beyond the
    article's own day, because news also announces.
    """

    published: Edtf | None = None
    previous: Edtf | None = None
    prefer: Literal["past", "future"] = "past"
    ahead: int = 45

    @property
    def today(self) -> date:
        """The article's own day; raises NoDateError where it is not known to the day."""
        first, last = self.bounds
        if first != last:
            raise NoDateError("the article's own day is not known")
        return first

    @property
    def bounds(self) -> tuple[date, date]:
        """First and last day on which the article may have appeared; raises NoDateError where it is not known."""
        if self.published is None or self.published.earliest is None or self.published.latest is None:
            raise NoDateError("the article has no date of its own")
        return self.published.earliest, self.published.latest


def lend(anchor: Anchor, text: str, weekday: Value = None) -> str:
    """Return a date with the year that the anchor lends it; without an anchor it stays masked.

    A printed day of the week (1 to 7) decides between the years where one of them fits.

    >>> lend(Anchor(Edtf("2024-06-15")), "XXXX-09-23"), lend(Anchor(Edtf("2024-06-15"), prefer="future"), "XXXX-06-15")
    ('2023-09-23', '2024-06-15')
    >>> lend(Anchor(Edtf("2013-02-12"), prefer="future"), "XXXX-07-18", 5)
    '2014-07-18'
    """
    if not text.startswith("XXXX") or anchor.published is None or anchor.published.earliest is None:
        return text
    today = anchor.bounds[1] if anchor.prefer == "past" else anchor.bounds[0]
    reach = 7 if weekday else 1
    if text.startswith("XXXX-02-29"):
        reach = 8
    choices = list(in_years(text, range(today.year - reach, today.year + reach + 1)))
    named = [day for day in choices if weekday and first_day(day).isoweekday() == weekday]
    if named:
        return str(min(named, key=lambda day: abs(first_day(day) - today)))
    if anchor.prefer == "future":
        to_come = [day for day in choices if (day.latest or date.max) >= today]
        return str(min(to_come, default=text))
    limit = today + timedelta(days=anchor.ahead)
    return str(max((day for day in choices if first_day(day) <= limit), default=text))


def lend_interval(anchor: Anchor, start: str, end: str) -> str:
    """Return an interval; a year told at one end serves the other, else the anchor lends it.

    >>> lend_interval(Anchor(), "XXXX-12-28", "2025-01-03")
    '2024-12-28/2025-01-03'
    """
    told_start, told_end = not start.startswith("XXXX"), not end.startswith("XXXX")
    if told_start and not told_end:
        years = range(int(start[:4]), int(start[:4]) + 2)
        end = next((day for day in map(str, in_years(end, years)) if _is_in_order(start, day)), "")
    elif told_end and not told_start:
        years = range(int(end[:4]), int(end[:4]) - 2, -1)
        start = next((day for day in map(str, in_years(start, years)) if _is_in_order(day, end)), "")
    if not (start and end):
        raise NoDateError("no year has both ends")
    if len(start) == len(end) == 10 and start[:4] != end[:4] and start[4:] == end[4:]:
        raise AnniversaryError("two years of one anniversary are no stretch of time")
    text = start if start == end else f"{start}/{end}"
    if text.count("XXXX") and not _is_in_order(start, end) and anchor.published is None:
        raise NoDateError("an interval over the turn of an unknown year")
    return lend(anchor, text)


def _is_in_order(start: str, end: str) -> bool:
    """Say whether two dates are in order, as far as both are told."""
    return start[: len(end)] <= end[: len(start)]


def in_years(text: str, years: range) -> Iterator[Edtf]:
    """Yield the date in each of the years that have it."""
    for year in years:
        try:
            yield Edtf(text).with_year(year)
        except EdtfError:  # 29 February
            continue


def first_day(day: Edtf) -> date:
    """Return the first day that may be meant."""
    return day.earliest or date.min


def period(index: int, months_long: int) -> str:
    """Return so many months from a month on (counted from year 0): a month, a year, a decade or an interval."""
    year, month = divmod(index, 12)
    checked_year(year)
    if months_long == 1:
        return f"{year:04}-{month + 1:02}"
    if months_long >= 12:
        return f"{year:04}"[: 4 - len(str(months_long // 12)) + 1] + "X" * (len(str(months_long // 12)) - 1)
    return f"{year:04}-{month + 1:02}/{year:04}-{month + months_long:02}"


def month_index(day: date) -> int:
    """Return the number of a month, counted from January of the year 0."""
    return day.year * 12 + day.month - 1


def checked_year(year: int) -> int:
    """Return a year that calendars have, or refuse it."""
    if not 1 <= year <= 9999:
        raise NoDateError(f"no calendar has the year {year}")
    return year
