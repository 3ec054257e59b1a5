"""Pairs of short reports in mixed languages: what is one activity is linked, what only looks like it is not."""

import tomllib
from pathlib import Path

import pytest
from tests.coverage.reports import report, together

from giaoluu.pipeline import link

HERE = Path(__file__).parent
FLOORS = {"pairs.toml": 0.95, "reported_twice.toml": 0.9, "reported_again.toml": 0.85, "reported_anew.toml": 0.75}
LEAST = {"pairs.toml": 30, "reported_twice.toml": 30, "reported_again.toml": 20, "reported_anew.toml": 20}
PAIRS = {name: tomllib.loads((HERE / name).read_text(encoding="utf-8"))["pair"] for name in FLOORS}
LOOK_ALIKES = [pair for pairs in PAIRS.values() for pair in pairs if not pair["same"]]


def is_linked(pair: dict[str, str]) -> bool:
    return bool(together(link([report(side, pair[side]) for side in ("left", "right")])))


@pytest.mark.parametrize("pair", LOOK_ALIKES, ids=lambda pair: pair["why"])
def test_a_look_alike_is_never_merged(pair: dict[str, str]) -> None:
    assert not is_linked(pair)


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_what_is_one_activity_is_linked(name: str) -> None:
    same = [pair for pair in PAIRS[name] if pair["same"]]
    others = [pair for pair in PAIRS[name] if not pair["same"]]
    assert min(len(same), len(others)) >= LEAST[name]
    hits = sum(map(is_linked, same))
    false = sum(map(is_linked, others))
    assert 2 * hits / (hits + false + len(same)) >= FLOORS[name]
