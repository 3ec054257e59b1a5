"""How long resolving and merging take as readings grow: people found again in three scripts, accounts made one.

`python benchmarks/linking.py 10000 30000 100000` spreads each count over ten years, so that a register grows denser;
`python benchmarks/linking.py 10000/1 30000/3 100000/10` spreads it over as many years, so that it grows longer.

Readings are made up: few people are in most of them (fame falls as one over the rank), their names stand in signs,
in pinyin or in Vietnamese letters, each activity is told by two or three pages in the mean, a third of the texts are
copies, and of a sixth of the pages the day is not known. Seconds are of the processor, for one process.
"""

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from names import people

from giaoluu.model.activities import ActivityMention, Participant, Role, Status
from giaoluu.model.article import Article, Zone, ZoneKind
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import Occupancy, Person, Place, PlaceLevel
from giaoluu.model.reading import Reading, Run
from giaoluu.model.spans import Cited, Span
from giaoluu.pipeline import link

KINDS = ("meeting", "talks", "visit", "signing", "forum")
COUNTRIES = ("VN", "CN", "SE", "LA", "KH", "RU", "JP", "US")
POSTS = ("ambassador", "minister", "governor", "speaker", "head_of_body")
PLACES = 40
YEARS = 10
REPORTS = 2.5
WORDS = 180
VOCABULARY = 20_000
RUN = Run("made up", ())


@dataclass(frozen=True)
class Known:
    """A made-up person."""

    names: tuple[str, str, str]
    post: str
    country: str


@dataclass(frozen=True)
class Taken:
    """A made-up activity, and the text that is copied of it."""

    kind: str
    day: date
    place: str
    guests: tuple[Known, ...]
    text: str


def readings(count: int, years: int) -> Iterator[Reading]:
    """Yield readings, each of one activity."""
    chance = random.Random(count)
    known = [Known(names, chance.choice(POSTS), chance.choice(COUNTRIES)) for names in people(count // 3, chance)]
    taken = [_activity(known, chance, years) for _ in range(int(count / REPORTS))]
    for number in range(count):
        yield _reading(f"r{number:07}", chance.choice(taken), chance)


def _activity(known: list[Known], chance: random.Random, years: int) -> Taken:
    guests = {int(len(known) ** chance.random()) - 1 for _ in range(chance.choice((2, 2, 2, 3)))}
    day = date(2015, 1, 1) + timedelta(chance.randrange(365 * years))
    place = f"{chance.choice(COUNTRIES)}-{chance.randrange(PLACES)}"
    return Taken(chance.choice(KINDS), day, place, tuple(known[one] for one in sorted(guests)), _text(chance))


def _text(chance: random.Random) -> str:
    return " ".join(f"w{chance.randrange(VOCABULARY)}" for _ in range(WORDS))


def _reading(name: str, told: Taken, chance: random.Random) -> Reading:
    text = told.text if chance.random() < 1 / 3 else _text(chance)
    span = Span.of(text, 0, 2)
    printed = (
        Cited(Edtf(str(told.day + timedelta(chance.randrange(3)))), span, "made") if chance.random() < 0.9 else None
    )
    guests = [_person(f"p{number}", guest, span, chance.randrange(3)) for number, guest in enumerate(told.guests)]
    activity = ActivityMention(
        "a1",
        Cited(told.kind, span, "made"),
        status=Cited(Status.HELD, span, "made"),
        date=Cited(Edtf(str(told.day)), span, "made") if chance.random() < 5 / 6 else None,
        places=("x1",),
        participants=tuple(Participant(f"t{guest.id}", guest.id, Role.ATTENDEE, span, "made") for guest in guests),
        evidence=(span,),
    )
    zones = (Zone(0, len(text), ZoneKind.BODY),)
    article = Article(name, name, text, "vi", zones, published=printed)
    place = Place("x1", Cited(told.place, span, "made"), PlaceLevel.CITY, told.place, told.place[:2])
    return Reading(
        article,
        RUN,
        is_exchange=True,
        exchange_reason="",
        people=tuple(guests),
        places=(place,),
        activities=(activity,),
    )


def _person(id: str, one: Known, span: Span, script: int) -> Person:
    post = Occupancy(f"o{id}", id, Cited(one.post, span, "made"), one.post, country=one.country)
    return Person(id, (Cited(one.names[script], span, "made"),), (span,), (post,), Cited(one.country, span, "made"))


def measure(count: int, years: int) -> None:
    """Print seconds and memory for one count over some years."""
    before = time.process_time()
    made = sum(1 for _ in readings(count, years))
    making = time.process_time() - before
    before, clock = time.process_time(), time.perf_counter()
    links = link(readings(count, years))
    seconds = time.process_time() - before - making
    passed = time.perf_counter() - clock - making
    shared = sum(len(one.accounts) > 1 for one in links.activities)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed = f"{seconds:7.1f} s of processor, {passed:7.1f} s passed, {count / seconds:7.0f}/s"
    told = f"{len(links.activities):,} activities, {shared:,} told twice or more, {len(links.reviews):,} open"
    print(f"{made:7,} readings of {years:2} years {speed}, {peak:6.0f} MB; {told}", flush=True)


def main() -> None:
    """Measure each count in a process of its own, so that memory is its own."""
    for asked in sys.argv[1:] or ("10000", "30000"):
        count, _, years = asked.partition("/")
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(int(count), int(years or YEARS)))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
