"""Which bodies meet which: bodies on a circle, country by country, and a line for each pair that met."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from giaoluu.register.models import Organisation, Participant
from giaoluu.register.queries import ActivityFilter, activities

MOST_BODIES = 36
"""Bodies that are drawn: those that meet most."""

MOST_ACTIVITIES = 5000
"""Activities that are looked at, the newest ones."""

MOST_TOGETHER = 12
"""In a larger gathering meeting says little: its bodies are not tied."""

SIZE = 600
RADIUS = 190.0


@dataclass(frozen=True, slots=True)
class Node:
    """A body: where it stands, how many activities it took part in, and on which side its name is written."""

    number: int
    name: str
    country: str
    count: int
    x: float
    y: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Two bodies that met, how often, and the line between them."""

    left: Node
    right: Node
    count: int
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Network:
    """All that is drawn, and how many activities were looked at."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    activities: int
    size: int = SIZE


def network(wanted: ActivityFilter) -> Network:
    """Return the network of the bodies in the activities that a filter lets through."""
    looked_at = activities(wanted).select_related(None).values("pk")[:MOST_ACTIVITIES]
    together: dict[int, set[int]] = {}
    rows = Participant.objects.filter(activity__in=looked_at, organisation__current=True)
    for activity, own, head in rows.values_list("activity", "organisation", "organisation__canonical"):
        together.setdefault(activity, set()).add(int(head or own or 0))
    met = [bodies for bodies in together.values() if 1 < len(bodies) <= MOST_TOGETHER]
    degrees = Counter(body for bodies in met for body in bodies)
    most = [body for body, _ in sorted(degrees.items(), key=lambda one: (-one[1], one[0]))[:MOST_BODIES]]
    nodes = _nodes(most, degrees)
    return Network(tuple(nodes.values()), tuple(_lines(met, nodes)), looked_at.count())


def _nodes(numbers: Iterable[int], degrees: Counter[int]) -> dict[int, Node]:
    """Return the bodies on the circle, those of one country beside each other."""
    rows = sorted(Organisation.objects.in_bulk(list(numbers)).values(), key=lambda row: (row.country, row.name))
    found = {}
    for row, (x, y) in zip(rows, around(len(rows)), strict=True):
        found[row.pk] = Node(row.pk, row.name, row.country, degrees[row.pk], x, y, is_right=x >= SIZE / 2)
    return found


def around(count: int) -> Iterable[tuple[float, float]]:
    """Yield places on the circle, down its right half and up its left one, each as far below or above the next.

    So no name beside one lies over another, as those at the top and the bottom would.
    """
    right = (count + 1) // 2
    for place in range(count):
        down = (place + 0.5) / right if place < right else (count - place - 0.5) / (count - right)
        high = 2 * down - 1
        side = 1 if place < right else -1
        yield SIZE / 2 + side * RADIUS * sqrt(1 - high * high), SIZE / 2 + RADIUS * high


def _lines(met: Iterable[set[int]], nodes: dict[int, Node]) -> Iterable[Line]:
    """Yield the lines between bodies that are drawn, those that met most first."""
    pairs = Counter(pair for bodies in met for pair in combinations(sorted(bodies & nodes.keys()), 2))
    most = max(pairs.values(), default=1)
    for (one, other), count in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        left, right = nodes[one], nodes[other]
        path = f"M{left.x:.1f} {left.y:.1f}Q{SIZE / 2} {SIZE / 2} {right.x:.1f} {right.y:.1f}"
        yield Line(left, right, count, path, 1 + 5 * count / most)
