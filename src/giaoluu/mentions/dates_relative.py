"""Dates that count from the article's own day, or from the date before.

Each operation takes the anchor first and returns the text of a date; it raises NoDateError where the
anchor or the calendar does not give one.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from giaoluu.mentions.dates_anchor import Anchor, Value, checked_year, lend, month_index, period
from giaoluu.mentions.dates_feasts import NoDateError
from giaoluu.model.edtf import Edtf

FEW_DAYS = 10
"""How far ahead news speaks of a day by its number alone."""
NEWS_AHEAD = Anchor().ahead
"""How far ahead dates lie where nothing in their clause speaks of what is to come."""

UNITS_OF_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def shift(anchor: Anchor, number: int, unit: str) -> str:
    """Return the day, week, month, … so many units from the article's own.

    >>> shift(Anchor(Edtf("2017-02-02")), 1, "quarter"), shift(Anchor(Edtf("2017-02")), -1, "year")
    ('2017-04/2017-06', '2016')
    """
    if unit == "season":
        return _shift_season(anchor, number)
    if unit in UNITS_OF_MONTHS:
        first, last = anchor.bounds
        months = UNITS_OF_MONTHS[unit]
        if month_index(first) // months != month_index(last) // months:
            raise NoDateError(f"the article's own {unit} is not known")
        return period((month_index(first) // months + number) * months, months)
    day = anchor.today + timedelta(days=number * (7 if unit in ("week", "weekend") else 1))
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return f"{monday + timedelta(days=5 if unit == 'weekend' else 0)}/{monday + timedelta(days=6)}"
    return day.isoformat()


def _shift_season(anchor: Anchor, number: int) -> str:
    """Return the season so many seasons from the article's own; December opens the winter of its year."""
    first, last = ((month_index(day) - 2) // 3 for day in anchor.bounds)
    if first != last:
        raise NoDateError("the article's own season is not known")
    year, month = divmod((first + number) * 3 + 2, 12)
    return f"{year:04}-{20 + (month + 1) // 3}"


def moved(anchor: Anchor, number: int, unit: str, precision: str = "") -> str:
    """Return the day so many units away, cut to a precision (the unit's own where none is given).

    >>> moved(Anchor(Edtf("2013-02-12")), -3, "week", "day"), moved(Anchor(Edtf("2013-02-12")), -2, "year")
    ('2013-01-22', '2011')
    """
    precision = precision or ("day" if unit == "week" else unit)
    if precision == unit and unit != "day":
        return shift(anchor, number, unit)
    day = anchor.today
    if unit in UNITS_OF_MONTHS:
        year, month = divmod(month_index(day) + number * UNITS_OF_MONTHS[unit], 12)
        day = date(checked_year(year), month + 1, min(day.day, monthrange(year, month + 1)[1]))
    else:
        day += timedelta(days=number * (7 if unit == "week" else 1))
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


def around(anchor: Anchor, number: int, unit: str) -> str:
    """Return the stretch of so many units just before (below zero) or after the article's own unit.

    >>> around(Anchor(Edtf("2017-02-02")), -2, "day"), around(Anchor(Edtf("2017-02-02")), 3, "year")
    ('2017-01-31/2017-02-01', '2018/2020')
    """
    near, far = shift(anchor, 1 if number > 0 else -1, unit), shift(anchor, number, unit)
    first, last = (near, far) if number > 0 else (far, near)
    start, end = first.partition("/")[0], last.rpartition("/")[2]
    return start if start == end else f"{start}/{end}"


def weekday(anchor: Anchor, number: int, which: Value = "near") -> str:
    """Return a day of the week: `near` in the preferred direction, `next`, `last`, `this`, or that of the week n away.

    >>> today = Anchor(Edtf("2017-02-02"))
    >>> weekday(today, 1), weekday(today, 4, "last"), weekday(today, 4, 1), weekday(today, 7, "this")
    ('2017-01-30', '2017-01-26', '2017-02-09', '2017-02-05')
    """
    today = anchor.today
    forward = (number - today.isoweekday()) % 7
    if which == "near":
        to_come = anchor.prefer == "future" or anchor.ahead > NEWS_AHEAD
        days = (forward or 7) if to_come else (forward and forward - 7)
    elif which == "next":
        days = forward or 7
    elif which == "last":
        days = forward - 7
    elif which == "this" and anchor.prefer == "future":
        days = forward
    else:
        weeks = which if isinstance(which, int) else 0
        days = number - today.isoweekday() + 7 * weeks
    return (today + timedelta(days=days)).isoformat()


def nth_weekday(anchor: Anchor, number: int, count: int) -> str:
    """Return the n-th such day of the week to come, or, below zero, the n-th gone by.

    >>> nth_weekday(Anchor(Edtf("2013-02-12")), 4, -2)
    '2013-01-31'
    """
    first = date.fromisoformat(weekday(anchor, number, "next" if count > 0 else "last"))
    return (first + timedelta(days=7 * (count - 1 if count > 0 else count + 1))).isoformat()


def later(anchor: Anchor, day: str, years: int) -> str:
    """Return the same day or month some years later."""
    told = lend(anchor, day)
    return Edtf("XXXX" + told[4:]).with_year(int(told[:4]) + years).text


def day_of_month(anchor: Anchor, number: int, weekday: Value = None) -> str:
    """Return the day of that number near the date before, or else near the article's own day.

    The past reaches a few days beyond the article's own day: news announces what comes next.

    >>> day_of_month(Anchor(Edtf("2013-02-12"), prefer="future"), 15, 4)
    '2013-08-15'
    >>> day_of_month(Anchor(Edtf("2013-04-30"), previous=Edtf("2013-03-25")), 26), day_of_month(Anchor(), 26)
    ('2013-03-26', 'XXXX-XX-26')
    """
    if not 1 <= number <= 31:
        raise NoDateError("no month has such a day")
    before = anchor.previous.earliest if anchor.previous and len(anchor.previous.text) > 6 else None
    if anchor.published is None:
        if before is None:
            return f"XXXX-XX-{number:02}"
        return min(_months_days(before, number), key=lambda day: abs(day - before)).isoformat()
    first, last = anchor.bounds
    if first != last:
        return f"{anchor.published.text[:7]}-{number:02}" if len(anchor.published.text) == 7 else f"XXXX-XX-{number:02}"
    if anchor.prefer == "future":
        to_come = [day for day in _months_days(first, number) if day >= first]
        return next((day for day in to_come if day.isoweekday() == weekday), to_come[0]).isoformat()
    limit = first + timedelta(days=min(anchor.ahead, FEW_DAYS))
    near = _until(limit, before or first, number) or _until(limit, first, number)
    chosen = min(near, key=lambda day: abs(day - before)) if before else max(near)
    return chosen.isoformat()


def _until(limit: date, about: date, number: int) -> list[date]:
    """Return the days of that number from a month before a day up to another day."""
    return list(takewhile(lambda day: day <= limit, _months_days(about, number)))


def _months_days(about: date, number: int) -> Iterator[date]:
    """Yield the days of that number in the months about a day, from a month before to two years after."""
    for months in range(-2, 24):
        year, month = divmod(month_index(about) + months, 12)
        if number <= monthrange(checked_year(year), month + 1)[1]:
            yield date(year, month + 1, number)


def previous(anchor: Anchor, unit: str, number: int = 0) -> str:
    """Return the day, month or year of the date before, or that of so many units after it.

    >>> previous(Anchor(previous=Edtf("2024-06-30")), "day", 1), previous(Anchor(previous=Edtf("2024-06-30")), "year")
    ('2024-07-01', '2024')
    >>> previous(Anchor(previous=Edtf("XXXX-06-30")), "day")
    'XXXX-06-30'
    """
    before = anchor.previous
    if before is None:
        raise NoDateError("no date stands before")
    length = {"day": 10, "month": 7, "year": 4}[unit]
    if before.is_interval or len(before.text) < length:
        raise NoDateError(f"the date before has no {unit}")
    if number == 0 and unit != "year" and before.text.startswith("XXXX"):
        return before.text[:length]
    if before.earliest is None:
        raise NoDateError("the date before has no year")
    return shift(Anchor(Edtf(before.text[:length])), number, unit)
