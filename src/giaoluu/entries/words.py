"""The small words that the modules of entries share."""

from collections.abc import Mapping

Cells = Mapping[str, str]
"""Field → what was filled in."""

Rows = Mapping[str, tuple[Cells, ...]]
"""List → its rows."""

UNKNOWN, NOT_STATED = "?", "-"
"""Cells that answer without a value."""

ANSWERS = {UNKNOWN: "unknown", NOT_STATED: "not_stated"}


def told(value: str) -> str:
    """Return a cell's value; an answer without a value is none.

    >>> told("Hue"), told("?")
    ('Hue', '')
    """
    return "" if value in ANSWERS else value
