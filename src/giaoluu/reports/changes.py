"""What two readings of the same pages say differently: each fact that came, went or changed, with its words."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from giaoluu.model.errors import GiaoluuError

BY_ID = frozenset({"participant", "gift", "photo", "account", "evidence"})
"""Properties whose value is an id of its reading, which the next reading may give to another."""

LONGEST = 80

Place = tuple[str, int, int]
"""Property, start and end."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs: where it stands in which page, its words, and its values before and after.

    An empty tuple of values says that nothing stood there.
    """

    page: str
    property: str
    start: int
    end: int
    exact: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def __str__(self) -> str:
        """Return it as a line.

        >>> print(Change("page", "date", 3, 11, "on 5 May", (), ("2025-05-05",)))
        + page 3:11 date 2025-05-05 «on 5 May»
        """
        sign = "~" if self.before and self.after else "+" if self.after else "-"
        values = " → ".join(", ".join(side) for side in (self.before, self.after) if any(side))
        words = self.exact if len(self.exact) <= LONGEST else f"{self.exact[: LONGEST - 1]}…"
        return " ".join(
            filter(None, (sign, self.page, f"{self.start}:{self.end}", self.property, values, f"«{words}»"))
        )


def changes(before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    """Yield what differs between two lists of readings (lines of JSON), page by page in the order of the text.

    Raises GiaoluuError for a line that is no reading.
    """
    old, new = _pages(before), _pages(after)
    for page in sorted(old.keys() | new.keys()):
        mine, its = _facts(old.get(page, {})), _facts(new.get(page, {}))
        for place in sorted(mine.keys() | its.keys(), key=lambda place: (place[1], place[2], place[0])):
            left, right = mine.get(place, []), its.get(place, [])
            if Counter(value for value, _ in left) != Counter(value for value, _ in right):
                exact = (left or right)[0][1]
                values = (tuple(sorted(value for value, _ in side)) for side in (left, right))
                yield Change(page, *place, exact, *values)


def changes_text(found: Iterable[Change]) -> Iterator[str]:
    """Yield a line for each change, then how much came, went and changed of each property."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for change in found:
        line = str(change)
        counts[change.property][line[0]] += 1
        yield line
    for name, count in sorted(counts.items()):
        yield f"{name}: {count['+']} gained, {count['-']} lost, {count['~']} changed"
    if not counts:
        yield "nothing changed"


def _pages(lines: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Return readings by their ids."""
    found: dict[str, Mapping[str, Any]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            page = json.loads(line)
            found[page["id"]] = page
            page["claims"]
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise GiaoluuError(f"line {number} is no reading; write it with `giaoluu read --format reading`") from error
    return found


def _facts(page: Mapping[str, Any]) -> dict[Place, list[tuple[str, str]]]:
    """Return the facts of a reading by their place: value and words."""
    found: dict[Place, list[tuple[str, str]]] = defaultdict(list)
    for claim in page.get("claims", ()):
        value = "" if claim["property"] in BY_ID else str(claim.get("value", ""))
        found[claim["property"], claim["start"], claim["end"]].append((value, claim["exact"]))
    return found
