"""Stretches of the calendar: parts of months and years, the n-th of something, seasons, feasts.

Each operation takes the anchor first and returns the text of a date; it raises NoDateError where the
anchor or the calendar does not give one.
"""

from collections.abc import Callable
from datetime import date, timedelta

from giaoluu.mentions.dates_anchor import Anchor, Value, first_day, lend, lend_interval, month_index, period
from giaoluu.mentions.dates_feasts import NoDateError, feast_day, lunar_day
from giaoluu.model.edtf import Edtf

LONGEST_MONTH = 31


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
        index = month_index(first) + number - 1 if number > 0 else month_index(last) + number + 1
        return _inside(period(index, 1), first, last)
    target = 1 if what == "week" else what
    step = 1 if what == "day" else 7
    if what == "day":
        start, end = first, last
    else:
        start = first + timedelta(days=(int(target) - first.isoweekday()) % 7)
        end = last - timedelta(
            days=(last.isoweekday() - (7 if what == "week" else int(target))) % 7 + (6 if what == "week" else 0)
        )
    day = start + timedelta(days=step * (number - 1)) if number > 0 else end + timedelta(days=step * (number + 1))
    return _inside(f"{day}/{day + timedelta(days=6)}" if what == "week" else day.isoformat(), first, last)


def _inside(text: str, first: date, last: date) -> str:
    """Return a date that starts within the two days, or refuse it."""
    if not first <= first_day(Edtf(text)) <= last:
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
    first = first_day(Edtf(lend(anchor, day)))
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
    """Return the `early`, `mid` or `late` part of a week (three days), a month (ten days) or a year.

    A year begins with three months and ends with four, as Duckling has it.

    >>> part(Anchor(), "late", "2013-02"), part(Anchor(), "early", "2013-02-11/2013-02-17")
    ('2013-02-21/2013-02-28', '2013-02-11/2013-02-13')
    >>> part(Anchor(), "early", "2013")
    '2013-01-01/2013-03-31'
    """
    whole = Edtf(lend(anchor, stretch))
    first, last = first_day(whole), whole.latest or date.max
    if (last - first).days < 7:
        early, late = first + timedelta(days=2), last - timedelta(days=2)
    elif (last - first).days > LONGEST_MONTH:
        early, late = date(first.year, 3, 31), date(first.year, 9, 1)
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


def _piece(anchor: Anchor, number: int, length: int, year: Value) -> str:
    first = (number - 1) * length + 1
    if not 1 <= first <= 13 - length:
        raise NoDateError("a year has no such part")
    return lend_interval(anchor, f"{_year(year)}-{first:02}", f"{_year(year)}-{first + length - 1:02}")


def _year(year: Value) -> str:
    return "XXXX" if year is None else f"{int(year):04}"
