"""How long linking takes as readings grow: synthetic accounts, few people in most of them, a third of them copies.

`python benchmarks/linking.py 10000 30000 100000`
"""

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from rensa import RMinHash

from giaoluu.coverage import Print, PrintedNames, link_prints
from giaoluu.coverage.accounts import Account
from giaoluu.coverage.copies import PERMUTATIONS, SEED, Shingles
from giaoluu.coverage.outlines import Outline, Step
from giaoluu.coverage.parties import Party
from giaoluu.coverage.sources import Origin
from giaoluu.model.activities import Status
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import AccountKey

KINDS = {"meeting": "encounter", "talks": "encounter", "visit": "visit", "signing": "ceremony", "forum": "assembly"}
COUNTRIES = ("VN", "CN", "SE", "LA", "KH", "RU", "JP", "US")
SYLLABLES = ("an", "binh", "chau", "dung", "giang", "hoa", "khanh", "lan", "minh", "nam", "quan", "son", "tuan")
LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""Figures as letters: a name has none."""
YEARS = 10
REPORTS = 2.5
ROWS = 180


def prints(count: int) -> Iterator[Print]:
    """Yield prints of readings: each activity is told by two or three, some of them copies."""
    chance = random.Random(count)
    people = [_person(number, chance) for number in range(max(count // 10, 100))]
    activities = [_activity(people, chance) for _ in range(int(count / REPORTS))]
    texts: dict[int, frozenset[int]] = {}
    for number in range(count):
        index = chance.randrange(len(activities))
        kind, days, guests, country = activities[index]
        rows = texts.get(index) if chance.random() < 1 / 3 else None
        rows = rows or frozenset(chance.getrandbits(32) for _ in range(ROWS))
        texts.setdefault(index, rows)
        yield _print(f"r{number:07}", kind, days if chance.random() < 0.85 else None, guests, (country, rows))


def _person(number: int, chance: random.Random) -> Party:
    words = [chance.choice(SYLLABLES).title() for _ in range(3)]
    name = " ".join([*words, f"{number:x}".translate(LETTERS)])
    return Party(f"p{number}", (name,), f"e{number}", chance.choice(COUNTRIES))


def _activity(people: list[Party], chance: random.Random) -> tuple[str, Edtf, tuple[Party, ...], str]:
    guests = {min(int(chance.paretovariate(0.6)) - 1, len(people) - 1) for _ in range(3)}
    day = date(2015, 1, 1) + timedelta(chance.randrange(365 * YEARS))
    kind, country = chance.choice(list(KINDS)), chance.choice(COUNTRIES)
    return kind, Edtf(str(day)), tuple(people[one] for one in sorted(guests)), country


def _print(
    name: str, kind: str, days: Edtf | None, guests: tuple[Party, ...], more: tuple[str, frozenset[int]]
) -> Print:
    country, rows = more
    account = Account(
        key=AccountKey(name, "a1"),
        kind=kind,
        kinds=frozenset({kind}),
        groups=frozenset({KINDS[kind]}),
        status=Status.HELD,
        main=True,
        days=days,
        published=days,
        places=frozenset({f"{country}-01"}),
        countries=frozenset({"VN", country}),
        people=guests,
        bodies=(),
        editions=frozenset(),
        ordinals=frozenset(),
        numbers=frozenset(),
        holder=None,
        single=True,
    )
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update([str(row) for row in rows])
    outline = Outline(name, "vi", frozenset(), guests, (Step("place", country),))
    return Print(name, (account,), Shingles(name, rows, sketch), outline, Origin(name, *(None,) * 8))


def main() -> None:
    """Print seconds and memory for each count."""
    for count in map(int, sys.argv[1:] or ("10000", "30000")):
        known = list(prints(count))
        before = time.perf_counter()
        links = link_prints(known, PrintedNames())
        seconds = time.perf_counter() - before
        shared = sum(len(one.accounts) > 1 for one in links.activities)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        speed = f"{count:7} readings {seconds:7.1f} s {count / seconds:7.0f}/s {peak:6.0f} MB"
        print(f"{speed}, {shared} activities told twice or more, {len(links.reviews)} open")


if __name__ == "__main__":
    main()
