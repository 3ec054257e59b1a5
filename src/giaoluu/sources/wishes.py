"""What whoever asks for captures wants of those who get them."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path

Notice = Callable[[str], object]
"""Who is told, in words, what is no failure."""

MOST_ITEMS = 100
PAUSE = 1.0


def _nobody(_: str) -> None:
    """Tell nobody."""


def _never(_: str) -> bool:
    """Know no address."""
    return False


def _forget(_address: str, _failure: str) -> None:
    """Keep nothing of what became of an address."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How feeds, archives and folders are read.

    `notice` is told what is no failure: how much of an archive was left out, which items have no page.
    `met` is told each address of a feed that was tried, with why it failed or nothing.
    """

    notice: Notice = _nobody
    is_known: Callable[[str], bool] = _never
    """Which addresses need not be fetched."""
    met: Callable[[str, str], object] = _forget
    most: int = MOST_ITEMS
    """Most pages of one feed that are fetched."""
    pause: float = PAUSE
    """Seconds between two pages of one host."""
    but: Container[Path] = ()
    """Files of folders and patterns that are passed over."""


NONE = Wishes()
"""What is done where nobody says anything."""
