"""The arithmetic of dates: what the words of a rule mean, seen from the day of the article.

Every operation takes the anchor first and returns the text of a date or interval; it raises
`NoDateError` where the anchor or the calendar does not give one.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from giaoluu.mentions.dates_feasts import NoDateError, feast_day, lunar_day
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError

Value = int | str | None
Operation = Callable[..., str]

FEW_DAYS = 10
"""How far ahead news speaks of a day by its number alone."""

UNITS_OF_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


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
    choices = list(_years(text, range(today.year - reach, today.year + reach + 1)))
    named = [day for day in choices if weekday and _start(day).isoweekday() == weekday]
    if named:
        return str(min(named, key=lambda day: abs(_start(day) - today)))
    if anchor.prefer == "future":
        to_come = [day for day in choices if (day.latest or date.max) >= today]
        return str(min(to_come, default=text))
    limit = today + timedelta(days=anchor.ahead)
    return str(max((day for day in choices if _start(day) <= limit), default=text))


def _years(text: str, years: range) -> Iterator[Edtf]:
    """Yield the date in each of the years that have it."""
    for year in years:
        try:
            yield Edtf(text).with_year(year)
        except EdtfError:  # 29 February
            continue


def _start(day: Edtf) -> date:
    """Return the first day that may be meant."""
    return day.earliest or date.min


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
        if _index(first) // months != _index(last) // months:
            raise NoDateError(f"the article's own {unit} is not known")
        return period((_index(first) // months + number) * months, months)
    day = anchor.today + timedelta(days=number * (7 if unit in ("week", "weekend") else 1))
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return f"{monday + timedelta(days=5 if unit == 'weekend' else 0)}/{monday + timedelta(days=6)}"
    return day.isoformat()


def _shift_season(anchor: Anchor, number: int) -> str:
    """Return the season so many seasons from the article's own (December opens the winter of its year)."""
    first, last = (_index(day) // 3 if day.month % 3 == 0 else (_index(day) - day.month % 3) // 3 for day in anchor.bounds)
    if first != last:
        raise NoDateError("the article's own season is not known")
    year, month = divmod((first + number) * 3, 12)
    return f"{year + (month == 0) - 1:04}-24" if month in (0, 11) else f"{year:04}-{20 + (month + 1) // 3}"


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
        year, month = divmod(_index(day) + number * UNITS_OF_MONTHS[unit], 12)
        day = _day(year, month + 1, min(day.day, monthrange(_checked_year(year), month + 1)[1]))
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
        days = (forward or 7) if anchor.prefer == "future" else (forward and forward - 7)
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
    near = [day for day in _months_days(before or first, number) if day <= limit] or [day for day in _months_days(first, number) if day <= limit]
    chosen = min(near, key=lambda day: abs(day - before)) if before else max(near)
    return chosen.isoformat()


def _months_days(about: date, number: int) -> list[date]:
    """Return the days of that number in the months about a day, from a month before to two years after."""
    days = []
    for months in range(-2, 24):
        year, month = divmod(_index(about) + months, 12)
        if number <= monthrange(_checked_year(year), month + 1)[1]:
            days.append(date(year, month + 1, number))
    return days


def nth(anchor: Anchor, number: int, what: int | str, within: int | str) -> str:
    """Return the n-th day, week, month or day of the week (1 to 7) of a stretch; below zero from its end.

    >>> here = Anchor(Edtf("2014-01-01"))
    >>> nth(here, -1, 7, "2014-03"), nth(here, 1, "week", "2014-10"), nth(here, 2, "month", "2014")
    ('2014-03-30', '2014-10-06/2014-10-12', '2014-02')
    """
    bounds = Edtf(lend(anchor, str(within)))
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None:
        raise NoDateError("the stretch has no known ends")
    if what == "month":
        index = _index(first) + number - 1 if number > 0 else _index(last) + number + 1
        return _inside(period(index, 1), first, last)
    target = 1 if what == "week" else what
    step = 1 if what == "day" else 7
    if what == "day":
        start, end = first, last
    else:
        start = first + timedelta(days=(int(target) - first.isoweekday()) % 7)
        end = last - timedelta(days=(last.isoweekday() - (7 if what == "week" else int(target))) % 7 + (6 if what == "week" else 0))
    day = start + timedelta(days=step * (number - 1)) if number > 0 else end + timedelta(days=step * (number + 1))
    return _inside(f"{day}/{day + timedelta(days=6)}" if what == "week" else day.isoformat(), first, last)


def _inside(text: str, first: date, last: date) -> str:
    """Return a date that starts within the two days, or refuse it."""
    if not first <= _start(Edtf(text)) <= last:
        raise NoDateError("there are not so many")
    return text


def neighbours(anchor: Anchor, first: str, second: str) -> str:
    """Return two days as one stretch where the second is the next one; else they are two dates."""
    interval = lend_interval(anchor, first, second)
    bounds = Edtf(interval)
    if bounds.earliest is None or bounds.latest is None or (bounds.latest - bounds.earliest).days == 1:
        return interval
    raise NoDateError("the days are not next to each other")


def week_of(anchor: Anchor, day: str) -> str:
    """Return the week that holds a day."""
    first = _start(Edtf(lend(anchor, day)))
    monday = first - timedelta(days=first.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def week_number(anchor: Anchor, number: int, year: Value = None) -> str:
    """Return the ISO week of that number.

    >>> week_number(Anchor(), 1, 2025)
    '2024-12-30/2025-01-05'
    """
    monday = date.fromisocalendar(int(year) if year else anchor.bounds[0].year, number, 1)
    return f"{monday}/{monday + timedelta(days=6)}"


def part(anchor: Anchor, which: str, stretch: str) -> str:
    """Return the `early`, `mid` or `late` part of a month (ten days) or a week (three days).

    >>> part(Anchor(), "late", "2013-02"), part(Anchor(), "early", "2013-02-11/2013-02-17")
    ('2013-02-21/2013-02-28', '2013-02-11/2013-02-13')
    """
    whole = Edtf(lend(anchor, stretch))
    first, last = _start(whole), whole.latest or date.max
    if (last - first).days < 7:
        early, late = first + timedelta(days=2), last - timedelta(days=2)
    else:
        early, late = first + timedelta(days=9), first + timedelta(days=20)
    stretches = {
        "early": (first, early),
        "mid": (early + timedelta(days=1), late - timedelta(days=1)),
        "late": (late, last),
    }
    return "{}/{}".format(*stretches[which])


def quarter(anchor: Anchor, number: int, year: Value = None) -> str:
    """Return a quarter of a year; the nearest one in the preferred direction where no year is told."""
    return _piece(anchor, number, 3, year)


def half(anchor: Anchor, number: int, year: Value = None) -> str:
    """Return a half of a year.

    >>> half(Anchor(), 2, 2024)
    '2024-07/2024-12'
    """
    return _piece(anchor, number, 6, year)


def months(anchor: Anchor, number: int, year: Value = None) -> str:
    """Return the first (or, below zero, last) months of a year."""
    first, last = (1, number) if number > 0 else (13 + number, 12)
    if not 1 <= first <= last <= 12:
        raise NoDateError("a year has twelve months")
    return lend_interval(anchor, f"{_year(year)}-{first:02}", f"{_year(year)}-{last:02}")


def season(anchor: Anchor, number: int, year: Value = None) -> str:
    """Return a season (1 to 4, spring first) of a year, as EDTF numbers them."""
    return lend_season(anchor, number, year)


def lend_season(anchor: Anchor, number: int, year: Value) -> str:
    """Return a season, its year lent where none is told."""
    return lend(anchor, f"{_year(year)}-{20 + number}")


def solar_season(anchor: Anchor, number: int, year: Value = None) -> str:
    """Return a season between solstices and equinoxes, day by day.

    >>> solar_season(Anchor(), 2, 2017)
    '2017-06-21/2017-09-23'
    """
    told = int(year) if year is not None else anchor.bounds[0].year
    if number == 4:
        told -= year is None and anchor.bounds[0].month < 7
        return f"{told}-12-21/{told + 1}-03-20"
    return f"{told}-" + {1: f"03-20/{told}-06-21", 2: f"06-21/{told}-09-23", 3: f"09-23/{told}-12-21"}[number]


def decade(anchor: Anchor, year: int, of: int = 19) -> str:
    """Return the ten or hundred years that a year opens: 1990 and 90 are the nineties, 1800 is a century."""
    told = year if year > 99 else 100 * of + year
    if told % 100 == 0:
        return f"{told // 100:02}XX"
    if told % 10:
        raise NoDateError("a decade opens with a year that ends in 0")
    return f"{told // 10}X"


def century(anchor: Anchor, number: int) -> str:
    """Return a century by its number: the 20th is 19XX."""
    if not 1 < number < 23:
        raise NoDateError("no such century is told of")
    return f"{number - 1:02}XX"


def feast(anchor: Anchor, name: str, year: Value = None) -> str:
    """Return the day of a feast (docs/reference/dates.md lists how a pack writes them)."""
    if year is not None:
        return feast_day(name, int(year)).isoformat()
    if anchor.published is None:
        return f"XXXX-{name}" if name[:2].isdigit() else feast_day(name, 0).isoformat()
    return str(_nearest(anchor, lambda told: feast_day(name, told)))


def lunar(anchor: Anchor, zone: str, month: int, day: int, year: Value = None) -> str:
    """Return the day that the lunar calendar of a country calls so."""
    if year is not None:
        return lunar_day(zone, int(year), month, day).isoformat()
    return str(_nearest(anchor, lambda told: lunar_day(zone, told, month, day)))


def _nearest(anchor: Anchor, day_in: Callable[[int], date]) -> date:
    """Return the day of a moving feast in the year that the anchor lends."""
    first, last = anchor.bounds
    days = [day_in(year) for year in range(first.year - 1, last.year + 2)]
    if anchor.prefer == "future":
        return min(day for day in days if day >= first)
    return max(day for day in days if day <= last + timedelta(days=anchor.ahead))


def previous(anchor: Anchor, unit: str, number: int = 0) -> str:
    """Return the day, month or year of the date before, or that of so many units after it.

    >>> previous(Anchor(previous=Edtf("2024-06-30")), "day", 1), previous(Anchor(previous=Edtf("2024-06-30")), "year")
    ('2024-07-01', '2024')
    """
    before = anchor.previous
    if before is None or before.earliest is None:
        raise NoDateError("no date stands before")
    length = {"day": 10, "month": 7, "year": 4}[unit]
    if before.is_interval or len(before.text) < length:
        raise NoDateError(f"the date before has no {unit}")
    return shift(Anchor(Edtf(before.text[:length])), number, unit)


def lend_interval(anchor: Anchor, start: str, end: str) -> str:
    """Return an interval; a year told at one end serves the other, else the anchor lends it.

    >>> lend_interval(Anchor(), "XXXX-12-28", "2025-01-03")
    '2024-12-28/2025-01-03'
    """
    told_start, told_end = not start.startswith("XXXX"), not end.startswith("XXXX")
    if told_start and not told_end:
        year = int(start[:4])
        end = min(str(day) for day in _years(end, range(year, year + 2)) if str(day)[: len(start)] >= start[: len(str(day))])
    elif told_end and not told_start:
        year = int(end[:4])
        start = max(str(day) for day in _years(start, range(year - 1, year + 1)) if str(day)[: len(end)] <= end[: len(str(day))])
    if len(start) == len(end) == 10 and start[:4] != end[:4] and start[4:] == end[4:]:
        raise NoDateError("two years of one anniversary are no stretch of time")
    text = start if start == end else f"{start}/{end}"
    if text.count("XXXX") and not _is_in_order(start, end) and anchor.published is None:
        raise NoDateError("an interval over the turn of an unknown year")
    return lend(anchor, text)


def _is_in_order(start: str, end: str) -> bool:
    """Say whether two dates of the same year are in order."""
    return start[: len(end)] <= end[: len(start)]


def period(index: int, months_long: int) -> str:
    """Return so many months from a month on (counted from year 0): a month, a year, a decade or an interval."""
    year, month = divmod(index, 12)
    _checked_year(year)
    if months_long == 1:
        return f"{year:04}-{month + 1:02}"
    if months_long >= 12:
        return f"{year:04}"[: 4 - len(str(months_long // 12)) + 1] + "X" * (len(str(months_long // 12)) - 1)
    return f"{year:04}-{month + 1:02}/{year:04}-{month + months_long:02}"


def _piece(anchor: Anchor, number: int, length: int, year: Value) -> str:
    first = (number - 1) * length + 1
    if not 1 <= first <= 13 - length:
        raise NoDateError("a year has no such part")
    return lend_interval(anchor, f"{_year(year)}-{first:02}", f"{_year(year)}-{first + length - 1:02}")


def _year(year: Value) -> str:
    return "XXXX" if year is None else f"{int(year):04}"


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _checked_year(year: int) -> int:
    if not 1 <= year <= 9999:
        raise NoDateError(f"no calendar has the year {year}")
    return year


def _day(year: int, month: int, day: int) -> date:
    return date(_checked_year(year), month, day)
