"""Days of feasts: fixed, after Easter, a day of the week from a day on, or by the lunar calendar.

The lunar calendar of eastern Asia is computed from the new moons (J. Meeus, Astronomical Algorithms,
in the arrangement that Vietnamese calendars use). The same feast can fall on another day in Việt Nam
(UTC+7) and in China (UTC+8), as Tết did in 2007.
"""

import math
import re
from datetime import date, timedelta
from functools import lru_cache

ZONES = {"lunar7": 7, "lunar8": 8}
FEAST = re.compile(r"(?:(?P<base>easter|qingming|lunar[78]|\d\d-\d\d))(?P<rest>.*)")
NEW_MOON_1900 = 2415021.076998695
MONTH = 29.530588853


class NoDateError(Exception):
    """Words that give no date here: raised and caught inside the room."""


class AnniversaryError(NoDateError):
    """A day in two years, the first and the last of what is celebrated: neither is a day on which anything is done."""


def feast_day(name: str, year: int) -> date:
    """Return the day of a feast in a year.

    `12-25`, `easter+39`, `06-20 weekday 6` (the first Saturday from then on), `qingming`, `lunar7 01-01`,
    `lunar8 01-01 -1` (the day before).

    >>> str(feast_day("easter+1", 2024)), str(feast_day("06-20 weekday 6", 2024)), str(feast_day("lunar7 01-01", 2007))
    ('2024-04-01', '2024-06-22', '2007-02-17')
    """
    match = FEAST.fullmatch(name)
    if match is None or not 1 <= year <= 9998:
        raise NoDateError(f"the feast {name!r} has no day in {year}")
    base, rest = match["base"], match["rest"].strip()
    if base in ZONES:
        told, _, offset = rest.partition(" ")
        month, day = map(int, told.split("-"))
        return lunar_day(base, year, month, day) + timedelta(days=int(offset or 0))
    if base == "qingming":
        return qingming(year)
    if base == "easter":
        return easter(year) + timedelta(days=int(rest or 0))
    day_found = date(year, int(base[:2]), int(base[3:]))
    if rest:
        weekday = int(rest.removeprefix("weekday"))
        day_found += timedelta(days=(weekday - day_found.isoweekday()) % 7)
    return day_found


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian).

    >>> str(easter(2025))
    '2025-04-20'
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def qingming(year: int) -> date:
    """Return the day on which the sun stands 15 degrees past the March equinox, seen in China.

    >>> str(qingming(2023)), str(qingming(2024))
    ('2023-04-05', '2024-04-04')
    """
    days = (date(year, 4, day) for day in (3, 4, 5))
    return next((day for day in days if _longitude(day.toordinal() + 1721426, 8) >= 15), date(year, 4, 6))


@lru_cache(maxsize=4096)
def lunar_day(zone: str, year: int, month: int, day: int) -> date:
    """Return the day on which a lunar date falls; month and day by their number, leap months not told.

    >>> str(lunar_day("lunar8", 2024, 8, 15)), str(lunar_day("lunar7", 2025, 3, 10))
    ('2024-09-17', '2025-04-07')
    """
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1800 <= year <= 2199):
        raise NoDateError("the lunar calendar has no such day")
    hours = ZONES[zone]
    first = _eleventh_month(year - 1, hours)
    following = _eleventh_month(year, hours)
    steps = month - 11 if month >= 11 else month + 1
    if month >= 11:
        first, following = following, _eleventh_month(year + 1, hours)
    index = math.floor(0.5 + (first - NEW_MOON_1900) / MONTH)
    if following - first > 365 and steps >= _leap_step(first, hours):
        steps += 1
    start = _new_moon(index + steps, hours)
    if day == 30 and _new_moon(index + steps + 1, hours) - start < 30:
        raise NoDateError("that lunar month has 29 days")
    return date.fromordinal(start + day - 1 - 1721425)


def _new_moon(index: int, hours: int) -> int:
    """Return the Julian day number of a new moon, counted from the first of 1900."""
    t = index / 1236.85
    radian = math.pi / 180
    mean = 2415020.75933 + MONTH * index + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * math.sin((166.56 + 132.87 * t - 0.009173 * t**2) * radian)
    sun = (359.2242 + 29.10535608 * index - 0.0000333 * t**2 - 0.00000347 * t**3) * radian
    moon = (306.0253 + 385.81691806 * index + 0.0107306 * t**2 + 0.00001236 * t**3) * radian
    node = (21.2964 + 390.67050646 * index - 0.0016528 * t**2 - 0.00000239 * t**3) * radian
    shift = (0.1734 - 0.000393 * t) * math.sin(sun) + 0.0021 * math.sin(2 * sun)
    shift += -0.4068 * math.sin(moon) + 0.0161 * math.sin(2 * moon) - 0.0004 * math.sin(3 * moon)
    shift += 0.0104 * math.sin(2 * node) - 0.0051 * math.sin(sun + moon) - 0.0074 * math.sin(sun - moon)
    shift += 0.0004 * math.sin(2 * node + sun) - 0.0004 * math.sin(2 * node - sun)
    shift += -0.0006 * math.sin(2 * node + moon) + 0.0010 * math.sin(2 * node - moon)
    shift += 0.0005 * math.sin(2 * moon + sun)
    delta = -0.000278 + 0.000265 * t + 0.000262 * t**2
    if t < -11:
        delta = 0.001 + 0.000839 * t + 0.0002261 * t**2 - 0.00000845 * t**3 - 0.000000081 * t**4
    return math.floor(mean + shift - delta + 0.5 + hours / 24)


def _sun_sector(day_number: int, hours: int) -> int:
    """Return in which twelfth of its way the sun stands at midnight (0 from the March equinox on)."""
    return math.floor(_longitude(day_number, hours) / 30)


def _longitude(day_number: int, hours: int) -> float:
    """Return where the sun stands at midnight, in degrees from the March equinox."""
    t = (day_number - 2451545.5 - hours / 24) / 36525
    radian = math.pi / 180
    anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3) * radian
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t**2) * math.sin(anomaly)
    longitude += (0.019993 - 0.000101 * t) * math.sin(2 * anomaly) + 0.000290 * math.sin(3 * anomaly)
    return longitude % 360


def _eleventh_month(year: int, hours: int) -> int:
    """Return the day number on which the month of the winter solstice starts."""
    last_of_year = date(year, 12, 31).toordinal() + 1721425
    index = math.floor((last_of_year - 2415021) / MONTH)
    start = _new_moon(index, hours)
    return _new_moon(index - 1, hours) if _sun_sector(start, hours) >= 9 else start


def _leap_step(first: int, hours: int) -> int:
    """Return how many months after the solstice month the leap month stands."""
    index = math.floor((first - NEW_MOON_1900) / MONTH + 0.5)
    last, step = -1, 1
    sector = _sun_sector(_new_moon(index + step, hours), hours)
    while sector != last and step < 14:
        last, step = sector, step + 1
        sector = _sun_sector(_new_moon(index + step, hours), hours)
    return step - 1
