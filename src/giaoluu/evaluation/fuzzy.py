"""Distances between strings, from rapidfuzz: the one library that measuring needs beyond reading."""

from giaoluu.model.errors import GiaoluuError

try:
    from rapidfuzz import fuzz
except ImportError as error:  # pragma: no cover - the test environment has it
    raise GiaoluuError("measuring needs rapidfuzz: install `giaoluu[evaluate]`") from error


def ratio(left: str, right: str) -> float:
    """Return the share of equal characters, 0 to 100."""
    return fuzz.ratio(left, right)


def token_sort(left: str, right: str) -> float:
    """Return the ratio of two texts with their words sorted."""
    return fuzz.token_sort_ratio(left, right)


def token_set(left: str, right: str) -> float:
    """Return the ratio of two texts as sets of words: a part of the other counts as whole."""
    return fuzz.token_set_ratio(left, right)


def partial(left: str, right: str) -> float:
    """Return the ratio of the shorter text with the best window of the longer."""
    return fuzz.partial_ratio(left, right)


def best_window(words: str, text: str, *, least: float) -> tuple[int, int] | None:
    """Return where the words stand best in a text, damaged a little perhaps, or None.

    >>> best_window("signed a memorandun", "they signed a memorandum today", least=88)
    (5, 24)
    """
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=least)
    return (found.dest_start, found.dest_end) if found else None
