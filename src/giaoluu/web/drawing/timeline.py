"""How many activities there were in each month, as bars."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from giaoluu.register.queries import ActivityFilter, activities

MOST_MONTHS = 120
"""Months that are drawn, the latest ones."""

MOST_LABELLED = 36
"""Months that have their count and their number at the bar."""

WIDTH, HEIGHT = 960, 240
MONTH = timedelta(31)


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: its count, and where its bar stands."""

    month: str
    count: int
    x: float
    y: float
    width: float
    height: float
    is_year: bool

    @property
    def middle(self) -> float:
        """Where the middle of the bar stands."""
        return self.x + self.width / 2

    @property
    def number(self) -> int:
        """The number of the month in its year."""
        return int(self.month[5:7])


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars from the first to the last month, and how many activities lie before or have no month."""

    bars: tuple[Bar, ...]
    most: int
    drawn: int
    left_out: int
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def is_wide(self) -> bool:
        """Whether each bar has room for its count and its month."""
        return len(self.bars) <= MOST_LABELLED


def months(wanted: ActivityFilter) -> Timeline:
    """Return the bars of the activities that a filter lets through; an activity counts in the month it began."""
    rows = activities(wanted).order_by().select_related(None)
    days = rows.values_list("earliest", "latest").annotate(count=Count("pk"))  # an index has both: no row is read
    counts: Counter[date] = Counter()
    total = 0
    for earliest, latest, count in days:
        total += count
        if earliest and latest and latest - earliest <= MONTH:
            counts[earliest.replace(day=1)] += count
    if not counts:
        return Timeline((), 0, 0, total)
    every = _between(min(counts), max(counts))[-MOST_MONTHS:]
    most, step = max(counts[month] for month in every), WIDTH / len(every)
    bars = tuple(_bar(month, counts[month], place, step, most) for place, month in enumerate(every))
    drawn = sum(bar.count for bar in bars)
    return Timeline(bars, most, drawn, total - drawn)


def _bar(month: date, count: int, place: int, step: float, most: int) -> Bar:
    height = HEIGHT * count / most if most else 0.0
    is_year = month.month == 1 or place == 0
    return Bar(f"{month:%Y-%m}", count, place * step, HEIGHT - height, max(step * 0.8, 1.0), height, is_year)


def _between(first: date, last: date) -> list[date]:
    """Return every month from the first to the last."""
    found, month = [], first.replace(day=1)
    while month <= last:
        found.append(month)
        month = (month + MONTH).replace(day=1)
    return found
