"""An empty register of its own for every test, copied from one that was made once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # for tests.register.homes, also from tests/web

from tests.register.homes import ON_SERVER, empty_register


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out on a server what only the file store has."""
    left_out = [item for item in items if ON_SERVER and item.get_closest_marker("sqlite")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Return the home of an empty, open register."""
    with empty_register(tmp_path / "home") as home:
        yield home
