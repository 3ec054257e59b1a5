"""A register of 200,000 activities: how fast it takes readings in, shows each page and finds words, in both stores.

`python benchmarks/register.py [--activities 200000] [--folder build/register] [--store sqlite postgresql]
[--keep] [--only statements "search: signs"]`

The readings are made up (register_corpus.py) and written once into the folder. Milliseconds are those of a request as
the server answers it, without the network; 200 requests of each page, the 95th of 100 is told, by the clock and as
processor time (of this process: a PostgreSQL server has its own). The process's largest memory is told after each
step.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
REQUESTS = int(os.environ.get("GIAOLUU_BENCH_REQUESTS", "200"))
ONE_BY_ONE = 200
ONLY: set[str] = set()
"""What is measured; everything where nothing is named."""

SEARCHES = {
    "rare word": ["so1467", "ka2624", "mo12", "ta3999", "ri77"],
    "common word": ["hop tac", "hop", "cooperation", "hội", "samarbete", "合作"],
    "common phrase": ["hop tac huu nghi", "cooperation friendship people", "giao luu van hoa"],
    "signs": ["友好人民", "合作友好", "文化教育", "艺术节"],
    "across scripts": [],
    "word and filters": ["hop", "people", "合作"],
    "beginning": ["h", "co", "sam", "ng"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--activities", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "register")
    parser.add_argument("--store", nargs="*", default=["sqlite", "postgresql"])
    parser.add_argument("--keep", action="store_true", help="use the registers that stand in the folder")
    parser.add_argument("--only", nargs="*", default=[], help="measure these pages, searches and lists alone")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    readings = asked.folder / f"readings-{asked.activities}.jsonl"
    if not readings.exists():
        import register_corpus

        register_corpus.write(readings, asked.activities)
    import logging

    logging.disable(logging.CRITICAL)
    print(f"{readings}: {readings.stat().st_size / 1e6:.0f} MB")
    if len(asked.store) > 1:
        for store in asked.store:
            command = [sys.executable, __file__, "--activities", str(asked.activities), "--folder", str(asked.folder)]
            more = [*(["--keep"] if asked.keep else []), *(["--only", *asked.only] if asked.only else [])]
            subprocess.run([*command, "--store", store, *more], check=True)
    else:
        ONLY.update(asked.only)
        measure(readings, asked.folder, asked.store[0], keep=asked.keep)


def measure(readings: Path, folder: Path, store: str, *, keep: bool) -> None:
    """Measure one store."""
    import shutil

    print(f"== {store}")
    home, other = folder / store, folder / f"{store}-one-by-one"
    stands = keep and home.exists()
    if store == "postgresql":
        from tests.register import servers

        kept = folder / "postgresql-server"
        stands = stands and kept.exists()
        if not stands:
            shutil.rmtree(kept, ignore_errors=True)
        os.environ["GIAOLUU_DATABASE"] = servers.start(options=("listen_addresses=", "shared_buffers=512MB"), kept=kept)
    from giaoluu.register import open_register

    if not stands:
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(other, ignore_errors=True)
        open_register(other)
        ingest_one_by_one(readings)
        if store == "postgresql":  # a server has one register: what was taken in is taken out again
            from django.core.management import call_command

            call_command("flush", interactive=False, verbosity=0)
        open_register(home)
        ingest_at_once(readings)
    open_register(home)
    pages()
    searches()
    services()


def ingest_one_by_one(readings: Path) -> None:
    """Measure pages that are taken in one transaction each, through the models."""
    from giaoluu.register import ingest
    from giaoluu.register.bulk import _opened
    from giaoluu.register.bulk.preparing import prepare
    from giaoluu.register.models import Claim

    with readings.open("rb") as lines:
        parcels = [_opened(page) for page in prepare(islice(lines, ONE_BY_ONE))]
    begun, cpu = time.perf_counter(), time.process_time()
    report = ingest(parcels)
    assert report.new == len(parcels), report.refused[:1]
    tell_rate("one by one", Claim.objects.count(), begun, cpu)


def ingest_at_once(readings: Path) -> None:
    """Measure a file of readings taken in."""
    from giaoluu.register import ingest_readings
    from giaoluu.register.models import Activity, Claim

    begun, cpu = time.perf_counter(), time.process_time()
    with readings.open("rb") as lines:
        report = ingest_readings(lines, jobs=os.cpu_count() or 1)
    assert not report.refused, report.refused[:1]
    seconds = time.perf_counter() - begun
    claims = Claim.objects.count()
    tell_rate(f"at once, {Activity.objects.count()} activities", claims, begun - 0, cpu, seconds=seconds)


def tell_rate(what: str, claims: int, begun: float, cpu: float, *, seconds: float | None = None) -> None:
    seconds = seconds or time.perf_counter() - begun
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = time.process_time() - cpu
    print(
        f"ingest {what}: {claims} claims in {seconds:.1f} s, {claims / seconds:.0f} claims/s"
        f" (CPU here {used:.1f} s, in other processes {children.ru_utime + children.ru_stime:.1f} s; {memory()})"
    )


def memory() -> str:
    """Return the most memory that this process and its largest child took."""
    own, child = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"at most {own} MB, {child} MB in a child"


def pages() -> None:
    """Measure every page that is looked at."""
    from django.urls import reverse

    from giaoluu.register.models import Activity, Article, Organisation, Person
    from giaoluu.web.urls import pages as routes

    chance = random.Random(3)
    tables = {
        "activity": Activity,
        "article": Article,
        "person": Person,
        "body": Organisation,
        "organisation": Organisation,
    }
    for route in routes:
        if not route.name or route.name in {"login", "logout", "password", "search"}:
            continue
        try:
            if "<" not in str(route.pattern):
                address = reverse(f"web:{route.name}")
                told(route.name, variants(address, route.name, chance))
            elif route.name in tables and (last := tables[route.name].objects.order_by("-pk").first()):
                numbers = [chance.randint(1, last.pk) for _ in range(REQUESTS)]
                told(route.name, (reverse(f"web:{route.name}", args=[number]) for number in numbers))
        except Exception as error:  # noqa: BLE001 - one page that fails must not cost the others
            print(f"{route.name:24} {type(error).__name__}: {error}")


def variants(address: str, name: str, chance: random.Random) -> Iterator[str]:
    """Yield addresses of a list: its first page, pages deep inside, and with filters where it has some."""
    filters = {
        "activities": [
            "kind=visit",
            "country=CN",
            "status=held",
            "since=2023&until=2024-06",
            "text=hop+tac",
            "main=all",
        ],
        "people": ["text=minh", "background=yes", "text=杨"],
        "articles": ["text=nguyen"],
        "statements": ["text=hop+tac", "act=commit"],
        "commitments": ["strength=w3"],
    }.get(name, [])
    for _ in range(REQUESTS):
        turn = chance.random()
        asked = (
            chance.choice(filters) if filters and turn < 0.5 else f"page={chance.randint(1, 800)}" if turn < 0.8 else ""
        )
        yield f"{address}?{asked}"


def searches() -> None:
    """Measure searches of each sort."""
    from urllib.parse import urlencode

    from giaoluu.register.models import SpokenName

    chance = random.Random(5)
    names = list(SpokenName.objects.order_by("pk").values_list("name", flat=True)[:20_000:40])
    for what, texts in SEARCHES.items():
        asked = []
        for _ in range(REQUESTS):
            query = {"text": chance.choice(texts or names)}
            if what == "word and filters":
                query |= chance.choice(({"kind": "visit"}, {"country": "SE"}, {"since": "2024", "until": "3/2025"}))
            asked.append(f"/search?{urlencode(query)}")
        told(f"search: {what}", asked)


def services() -> None:
    """Measure every list that programs ask for: its first page, one deep inside, and the one after a mark."""
    from django.test import Client

    from giaoluu.web.api.service import api

    client, chance = Client(headers={"host": "localhost"}), random.Random(7)
    for path, methods in api.get_openapi_schema()["paths"].items():
        asked = {one["name"] for one in methods.get("get", {}).get("parameters", ())}
        if "{" in path or not asked & {"page", "limit", "offset", "cursor", "after"}:
            continue
        first = client.get(path, {"text": "hop tac"} if "text" in asked and path.endswith("search") else {})
        assert first.status_code == 200, (path, first.content[:300])
        following = first.json().get("next")
        addresses = [path, f"{path}?{'page=400' if 'page' in asked else 'offset=8000' if 'offset' in asked else ''}"]
        addresses += [following] if isinstance(following, str) and following.startswith(("/", "http")) else []
        if path.endswith("search"):
            addresses = [f"{path}?text={text}" for text in ("hop+tac", "minh", "cooperation")]
        elif "country" in asked:
            addresses += [f"{path}?country=SE", f"{path}?country=CN"]
        told(f"api {path}", [chance.choice(addresses) for _ in range(REQUESTS)])


def told(name: str, addresses: Callable[[], Iterator[str]] | Iterator[str] | list[str]) -> None:
    """Ask for addresses and print how long it took."""
    from django.test import Client

    if ONLY and name not in ONLY:
        return
    client = Client(headers={"host": "localhost"})
    times, work, sizes, slowest = [], [], [], ("", 0.0)
    for address in addresses:
        begun, cpu = time.perf_counter(), time.process_time()
        answer = client.get(address)
        spent, used = time.perf_counter() - begun, time.process_time() - cpu
        if answer.status_code in {405, 404}:
            continue
        assert answer.status_code in {200, 302}, (address, answer.status_code, answer.content[:200])
        times.append(spent)
        work.append(used)
        sizes.append(len(answer.content) if not answer.streaming else 0)
        slowest = max(slowest, (address, spent), key=lambda one: one[1])
    if not times:
        return
    times.sort()
    work.sort()
    middle, late = times[len(times) // 2] * 1e3, times[int(len(times) * 0.95)] * 1e3
    busy = work[int(len(work) * 0.95)] * 1e3
    line = {"page": name, "n": len(times), "p50": round(middle, 1), "p95": round(late, 1), "cpu95": round(busy, 1)}
    line["kB"] = max(sizes) // 1000
    figures = f"n={len(times):3} p50 {middle:6.1f} ms  p95 {late:6.1f} ms  CPU p95 {busy:6.1f} ms  {line['kB']:4} kB"
    print(f"{name:28} {figures}  slowest {slowest[0][:60]}")
    if path := os.environ.get("GIAOLUU_BENCH_JSON"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
