"""A register with two pages, and a browser's requests to it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # for tests.register

from tests.register.homes import empty_register, filled_register
from tests.register.readings import english, vietnamese


@pytest.fixture
def empty_home(tmp_path: Path) -> Iterator[Path]:
    """Return the home of an empty, open register."""
    with empty_register(tmp_path / "home") as home:
        yield home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Return the home of a register with two pages."""
    with filled_register(tmp_path / "home", "two pages", _two_pages) as home:
        yield home


def _two_pages() -> None:
    from giaoluu.register import ingest

    report = ingest([vietnamese(url="https://songhuong.example/tiep-khach"), english()])
    assert report.new == 2


@pytest.fixture
def get(home):
    """Return a function that asks for an address in a language and returns the page's text."""
    from django.test import Client

    def ask(address: str, *, language: str = "en", status: int = 200) -> str:
        response = Client(headers={"host": "localhost"}).get(address, headers={"accept-language": language})
        assert response.status_code == status, response.content[:300]
        return response.content.decode()

    return ask
