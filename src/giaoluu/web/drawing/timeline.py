"""How many activities there were in each month, or in each year where the months are too many, as bars."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count

from giaoluu.register.queries import ActivityFilter, activities

MOST_MONTHS = 120
"""Months that are drawn; years are drawn where there are more."""

MOST_YEARS = 120
"""Years that are drawn, the latest ones."""

MOST_LABELLED = 36
"""Months or years that have their count and their number at the bar."""

LABEL = 48
"""How much room a year needs below its bars."""

WIDTH, HEIGHT = 960, 240
MONTH, YEAR = timedelta(31), timedelta(366)


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year: its count, and where its bar stands."""

    time: str
    count: int
    x: float
    y: float
    width: float
    height: float
    year: str
    """The year that is written below the bar; none where it stands below another or has no room."""

    @property
    def middle(self) -> float:
        """Where the middle of the bar stands."""
        return self.x + self.width / 2

    @property
    def number(self) -> str:
        """The number of the month in its year; that of a year is written once for its months."""
        return self.time[5:7].lstrip("0")


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars from the first to the last month or year, and how many activities lie before or have none."""

    bars: tuple[Bar, ...]
    most: int
    drawn: int
    left_out: int
    by_year: bool = False
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def is_wide(self) -> bool:
        """Whether each bar has room for its count and its time."""
        return len(self.bars) <= MOST_LABELLED


def timeline(wanted: ActivityFilter) -> Timeline:
    """Return the bars of the activities that a filter lets through; an activity counts in the month it began.

    Where they lie more than ten years apart it counts in its year, also where its month is not known.
    """
    rows = activities(wanted).order_by().select_related(None)
    days = rows.values_list("earliest", "latest").annotate(count=Count("pk"))  # an index has both: no row is read
    months: Counter[str] = Counter()
    years: Counter[str] = Counter()
    total = 0
    for earliest, latest, count in days:
        total += count
        if earliest and latest and latest - earliest <= YEAR:
            years[f"{earliest.year:04}"] += count
            if latest - earliest <= MONTH:
                months[f"{earliest.year:04}-{earliest.month:02}"] += count
    every = _months(min(months), max(months)) if months else []
    if len(every) <= MOST_MONTHS and (every or not years):
        return _drawn(months, every, total)
    spanned = range(int(min(years)), int(max(years)) + 1)[-MOST_YEARS:]
    return _drawn(years, [f"{year:04}" for year in spanned], total, by_year=True)


def _drawn(counts: Counter[str], every: list[str], total: int, *, by_year: bool = False) -> Timeline:
    """Return the bars of the months or years given."""
    if not every:
        return Timeline((), 0, 0, total)
    most, step = max(counts[time] for time in every), WIDTH / len(every)
    labels = _labels(every, step)
    heights = {time: HEIGHT * counts[time] / most for time in every}
    width = max(step * 0.8, 1.0)
    bars = tuple(
        Bar(time, counts[time], place * step, HEIGHT - heights[time], width, heights[time], labels.get(time, ""))
        for place, time in enumerate(every)
    )
    drawn = sum(bar.count for bar in bars)
    return Timeline(bars, most, drawn, total - drawn, by_year)


def _labels(every: list[str], step: float) -> dict[str, str]:
    """Return which bars have their year below them: its first month, each year, as far as there is room."""
    found: dict[str, str] = {}
    room = 0.0
    for time in reversed(every):
        room += step
        is_first = time == every[0] or not time[4:] or time.endswith("-01")
        if is_first and room >= LABEL:
            found[time], room = time[:4], 0.0
    return found


def _months(first: str, last: str) -> list[str]:
    """Return every month from the first to the last."""
    begin, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, end + 1)]
