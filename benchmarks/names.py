"""Measure names: pairs a second through the matcher, mentions a second through keys, sightings into entities.

python benchmarks/names.py [pairs|keys|entities] [--size N]

All names are made up from the tables of readings. `pairs` compares names of three scripts with one another; `keys`
asks for the keys of mentions with heavy-tailed fame, each name anew and then as mentions come; `entities` resolves
sightings at a tenth, a third and the whole of the size, so that growth shows.
"""

import argparse
import random
import resource
import time
from itertools import islice, product

from giaoluu.identities.keys import keys
from giaoluu.identities.people import match_names
from giaoluu.identities.resolver import Resolver
from giaoluu.identities.sightings import Sighting
from giaoluu.identities.tables import given_signs, surname_signs
from giaoluu.identities.verdicts import Context, PostHeld
from giaoluu.model.edtf import Edtf

USUAL = 30
POSTS = ("ambassador", "minister", "governor", "speaker", "head_of_body")
COUNTRIES = ("VN", "CN", "LA", "SE")


def people(count: int, chance: random.Random) -> list[tuple[str, str, str]]:
    """Return made-up people, each in signs, pinyin and Vietnamese."""
    surnames, given = surname_signs(), given_signs()
    first = [sign for sign in surnames.hanviet if surnames.often[sign] > USUAL and surnames.hanviet[sign]]
    rest = [sign for sign in given.hanviet if given.often[sign] > USUAL and given.hanviet[sign]]
    found = []
    for _ in range(count):
        one, others = chance.choice(first), chance.choices(rest, k=chance.choice((1, 2, 2, 2)))
        pinyin = f"{next(iter(surnames.pinyin[one]))} {''.join(next(iter(given.pinyin[sign])) for sign in others)}"
        sounds = [next(iter(surnames.hanviet[one])), *(next(iter(given.hanviet[sign])) for sign in others)]
        found.append((one + "".join(others), pinyin.title(), " ".join(sound.bare for sound in sounds).title()))
    return found


def rate(label: str, count: int, started: float) -> None:
    """Print how many a second."""
    print(f"{label:<40} {count / (time.process_time() - started):>12,.0f} a second")


def pairs(size: int, chance: random.Random) -> None:
    """Measure the matcher on all pairs of as many names as make up the size."""
    side = round(size**0.5)
    names = [chance.choice(forms) for forms in people(2 * side, chance)]
    match_names("a", "b")
    started = time.process_time()
    for one, other in product(names[:side], names[side:]):
        match_names(one, other)
    rate("pairs through the matcher", side * side, started)


def mentions_of(size: int, chance: random.Random) -> list[str]:
    """Return mentions of people whose fame is heavy-tailed: a fifth as many people as mentions."""
    known = people(size // 5, chance)
    return [chance.choice(known[int(len(known) ** chance.random()) - 1]) for _ in range(size)]


def measure_keys(size: int, chance: random.Random) -> None:
    """Measure keys of distinct names, then of mentions."""
    distinct = list(dict.fromkeys(chance.choice(forms) for forms in people(size // 5, chance)))
    keys("a")
    started = time.process_time()
    for name in distinct:
        keys(name)
    rate("distinct names through keys", len(distinct), started)
    mentions = mentions_of(size, chance)
    started = time.process_time()
    for name in mentions:
        keys(name)
    rate(f"mentions through keys ({len(set(mentions)):,} names)", len(mentions), started)


def sightings(size: int, chance: random.Random) -> list[Sighting]:
    """Return sightings of people with one post each, over ten years."""
    known = [
        (forms, PostHeld(chance.choice(POSTS), f"body {chance.randrange(400)}", chance.choice(COUNTRIES)))
        for forms in people(size // 5, chance)
    ]
    found = []
    for number in range(size):
        forms, post = known[int(len(known) ** chance.random()) - 1]
        date = Edtf(f"{chance.randrange(2015, 2025)}-{chance.randrange(1, 13):02}")
        found.append(Sighting(f"{number:06}/p1", (chance.choice(forms),), Context(post.country, (post,), date=date)))
    return found


def entities(size: int, chance: random.Random) -> None:
    """Measure the resolver at three sizes."""
    seen = sightings(size, chance)
    for part in (size // 10, size // 3, size):
        resolver = Resolver(islice(seen, part))
        started = time.process_time()
        count = len(resolver.entities())
        took = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{part:>9,} sightings → {count:>7,} entities  {took:>7.1f} s  {memory:>5} MB")


def main() -> None:
    """Run what is asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", choices=["pairs", "keys", "entities", []])
    parser.add_argument("--size", type=int, default=100_000)
    options = parser.parse_args()
    measures = {"pairs": pairs, "keys": measure_keys, "entities": entities}
    for name in options.what or measures:
        measures[name](options.size, random.Random(7))


if __name__ == "__main__":
    main()
