"""The reader does not fall below what it has reached on the samples."""

import json
from pathlib import Path

import pytest

from giaoluu.evaluation.floors import corpus, falls, least, load_floors, measured, raise_floors
from giaoluu.model.errors import GiaoluuError

FLOORS = Path(__file__).parents[1] / "floors.json"


def test_no_figure_falls_below_its_floor() -> None:
    """Going up is free; going down needs `--lower REASON`."""
    kept = load_floors(FLOORS)
    if not kept:
        pytest.skip("no floors yet: `python -m giaoluu.evaluation.floors tests/floors.json` measures and keeps them")
    assert kept["corpus"] == corpus(), "the samples changed: measure the floors again"
    assert falls(least(measured()), kept.get("floors", {})) == []


def test_floors_rise_freely_and_fall_with_a_reason(tmp_path: Path) -> None:
    """A fall without a reason writes nothing; with one, the reason is kept."""
    path = tmp_path / "floors.json"
    path.write_text("{}", encoding="utf-8")
    raise_floors(path, {"vi": {"posts": 0.8}})
    raise_floors(path, {"vi": {"posts": 0.9}})
    with pytest.raises(GiaoluuError, match=r"vi posts: 0\.700 is below its floor 0\.900"):
        raise_floors(path, {"vi": {"posts": 0.7}})
    assert load_floors(path)["floors"] == {"vi": {"posts": 0.9}}
    raise_floors(path, {"vi": {"posts": 0.7}}, lower="two posts were golden by mistake")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert (kept["floors"], kept["lowered"][0]["reason"]) == (
        {"vi": {"posts": 0.7}},
        "two posts were golden by mistake",
    )


def test_a_missing_or_broken_file_of_floors_says_how_to_begin(tmp_path: Path) -> None:
    """Floors that cannot be read are no floors."""
    path = tmp_path / "floors.json"
    with pytest.raises(GiaoluuError, match="no file of floors"):
        load_floors(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(GiaoluuError, match="no file of floors"):
        raise_floors(path, {})
