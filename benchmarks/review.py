"""How long a decision takes when claims are reviewed one after another by keys: the decision and the page that follows.

`python benchmarks/review.py [--claims 100] [--activities 5000]`

Milliseconds are those of the server for both requests of one key, without the network. The readings are made up
(register_corpus.py). At the end the register is opened anew in another process: every claim has to stand as decided.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
ALLOWED = 0.3
"""Seconds that one key may take on the server."""

LOOK_AGAIN = """
import json, sys
from pathlib import Path
from giaoluu.register import open_register
open_register(Path(sys.argv[1]))
from giaoluu.register.models import Claim
rows = Claim.objects.values_list("pk", "verdict", "corrected")
print(json.dumps({pk: [verdict, value] for pk, verdict, value in rows}))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100)
    parser.add_argument("--activities", type=int, default=5000)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        filled(home, asked.activities)
        times, expected = reviewed(asked.claims)
        found = json.loads(subprocess.check_output([sys.executable, "-c", LOOK_AGAIN, str(home)]))
    wrong = [number for number, stands in expected.items() if found[str(number)] != stands]
    times.sort()
    p95 = times[min(len(times) - 1, round(0.95 * len(times)))]
    print(f"{len(times)} keys: median {1000 * statistics.median(times):.0f} ms, p95 {1000 * p95:.0f} ms, "
          f"most {1000 * times[-1]:.0f} ms; after loading anew {len(expected)} claims, {len(wrong)} wrong")  # fmt: skip
    sys.exit(bool(wrong) or p95 >= ALLOWED)


def filled(home: Path, activities: int) -> None:
    """Make a register with made-up readings."""
    import register_corpus

    from giaoluu.register import open_register

    open_register(home)
    from giaoluu.register import ingest_readings

    report = ingest_readings(register_corpus.lines_of(activities))
    print(f"{activities} activities on {report.new} pages")


def reviewed(count: int) -> tuple[list[float], dict[int, list[str]]]:
    """Press keys until so many claims are decided; return the seconds of each, and how each claim has to stand."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from giaoluu.register.models import Claim

    setup_test_environment()
    client, chance = Client(headers={"host": "localhost"}), random.Random(7)
    page: Any = client.get("/review")
    times: list[float] = []
    expected: dict[int, list[str]] = {}
    while len(expected) < count:
        claim: Claim = page.context["claim"]
        key = chance.choices("arcsu", (70, 12, 8, 5, 5))[0]
        if key == "c" and claim.property != "date":
            key = "a"
        if key == "u" and not page.context["done"]:
            key = "s"
        begun = time.perf_counter()
        page = pressed(client, page, key)
        times.append(time.perf_counter() - begun)
        if key == "u":
            expected[list(expected)[-1]] = ["", ""]
        elif key != "s":
            stands = {"a": ["accept", ""], "r": ["reject", ""], "c": ["correct", "2024"]}[key]
            expected.pop(claim.pk, None)
            expected[claim.pk] = stands
    return times, expected


def pressed(client: Any, page: Any, key: str) -> Any:
    """Do what a key does on the page of review, and return the page that follows."""
    claim, done = page.context["claim"], page.context.get("done")
    if key == "s":
        return client.get(f"/review?after={claim.pk}")
    if key == "u":
        answer = client.post(f"/review/decisions/{done.pk}/undo", {"back": page.context["back_to_done"]})
    else:
        verdict = {"a": "accept", "r": "reject", "c": "correct"}[key]
        sent = {"verdict": verdict, "seen": page.context["seen"], "value": "2024" if key == "c" else ""}
        answer = client.post(f"/review/{claim.pk}", sent)
    assert answer.status_code == 302, answer.content[:300]
    return client.get(answer.headers["Location"])


if __name__ == "__main__":
    main()
