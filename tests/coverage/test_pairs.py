"""Pairs of short reports in mixed languages: what is one activity is linked, what only looks like it is not."""

import tomllib
from pathlib import Path

import pytest
from tests.coverage.reports import report, together

from giaoluu.pipeline import link

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))["pair"]
LOOK_ALIKES = [pair for pair in PAIRS if not pair["same"]]
FLOOR = 0.95


def is_linked(pair: dict[str, str]) -> bool:
    return bool(together(link([report(side, pair[side]) for side in ("left", "right")])))


@pytest.mark.parametrize("pair", LOOK_ALIKES, ids=lambda pair: pair["why"])
def test_a_look_alike_is_never_merged(pair: dict[str, str]) -> None:
    assert not is_linked(pair)


@pytest.mark.slow
def test_what_is_one_activity_is_linked() -> None:
    same = [pair for pair in PAIRS if pair["same"]]
    assert min(len(same), len(LOOK_ALIKES)) >= 30
    hits = sum(map(is_linked, same))
    false = sum(map(is_linked, LOOK_ALIKES))
    assert 2 * hits / (hits + false + len(same)) >= FLOOR
