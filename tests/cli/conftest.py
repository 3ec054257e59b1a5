"""A register with one page, and a call of the program in this process."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parents[2]))  # for tests.register.readings

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Return a function that calls the program: `run("people", "--json")`."""
    from giaoluu.cli import cli

    return lambda *arguments: CliRunner().invoke(cli, [*map(str, arguments)])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of a register that holds one page about a meeting with a tree planting in it."""
    from tests.register.homes import empty_register
    from tests.register.readings import vietnamese

    from giaoluu import register

    with empty_register(tmp_path_factory.mktemp("register") / "home") as folder:
        assert register.ingest([vietnamese()]).new == 1
        yield folder
