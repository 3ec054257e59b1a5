"""Where activities took place: spots on a map of 360 by 180 degrees, north up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from django.db.models import Count, Min
from django.utils.translation import get_language

from giaoluu.langs.pack import codes, pack
from giaoluu.register.models import Place

SMALLEST, LARGEST = 0.5, 3.0
"""Radius of a spot in hundredths of the picture's width."""

MARGIN = 0.12
"""Share of the picture that is left around the spots."""

LEAST_WIDTH = 24.0
"""Degrees that a picture shows at least."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its activities: `x` and `y` in degrees from the upper left corner of the world."""

    key: str
    name: str
    country: str
    count: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that a picture shows, and the radius of a spot in it by its share of activities."""

    x: float
    y: float
    width: float
    height: float
    most: int

    @property
    def box(self) -> str:
        """The view box of the picture."""
        return f"{self.x:.2f} {self.y:.2f} {self.width:.2f} {self.height:.2f}"

    def radius(self, count: int) -> float:
        """Return the radius of a spot: its area grows with the number of its activities."""
        share = sqrt(count / self.most) if self.most else 0.0
        return self.width / 100 * (SMALLEST + (LARGEST - SMALLEST) * share)


def spots() -> list[Spot]:
    """Return the places of current activities that lie somewhere, those with most activities first."""
    rows = Place.objects.filter(current=True, activities__current=True, activities__canonical=None).exclude(key="")
    counted = rows.values("key").annotate(count=Count("activities", distinct=True), country=Min("country"))
    found = []
    for row in counted.order_by("-count", "key"):
        there = points().get(row["key"])
        if there:
            latitude, longitude = there
            name = place_name(row["key"])
            found.append(Spot(row["key"], name, row["country"], row["count"], longitude + 180, 90 - latitude))
    return found


def window(found: Sequence[Spot]) -> Window:
    """Return the part of the world that holds all spots, twice as wide as high."""
    if not found:
        return Window(0, 0, 360, 180, 0)
    left, right = min(spot.x for spot in found), max(spot.x for spot in found)
    top, bottom = min(spot.y for spot in found), max(spot.y for spot in found)
    width = max(right - left, 2 * (bottom - top), LEAST_WIDTH) * (1 + 2 * MARGIN)
    width = min(width, 360.0)
    x = min(max((left + right - width) / 2, 0.0), 360.0 - width)
    y = min(max((top + bottom - width / 2) / 2, 0.0), 180.0 - width / 2)
    return Window(x, y, width, width / 2, found[0].count)


def place_name(key: str) -> str:
    """Return what a place is called in the language of the page, or else mostly; nothing where nobody knows it."""
    if told := names(get_language() or "en").get(key):
        return told
    named = Place.objects.filter(key=key, current=True).values("name").annotate(count=Count("pk")).order_by("-count")
    return str(next((row["name"] for row in named[:1]), ""))


@cache
def names(language: str) -> dict[str, str]:
    """Return place → its first name in a language that is none of another thing too; nothing without a pack.

    >>> names("en")["VN-HN"]
    'Hanoi'
    """
    found: dict[str, str] = {}
    code = language.partition("-")[0]
    for name, key, _level, _country, _within, _valid, caution in pack(code).tables["places"] if code in codes() else ():
        if key and caution in {"", "0"}:
            found.setdefault(key, name)
    return found


@cache
def points() -> dict[str, tuple[float, float]]:
    """Return place → latitude and longitude.

    >>> [round(part) for part in points()["VN-HN"]]
    [21, 106]
    """
    text = (files("giaoluu.web") / "geography" / "points.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {key: (float(latitude), float(longitude)) for key, latitude, longitude in rows}
