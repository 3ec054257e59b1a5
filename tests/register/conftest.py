"""An empty register of its own for every test, copied from one that was made once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # for tests.register.homes, also from tests/web

from tests.register.homes import empty_register


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Return the home of an empty, open register."""
    with empty_register(tmp_path / "home") as home:
        yield home
