"""Roman figures."""

import re


def roman(text: str) -> int | None:
    """Return the value of Roman figures, or None where they are none.

    >>> roman("xiv"), roman("iix")
    (14, None)
    """
    figures = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    if not re.fullmatch(r"(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", text) or not text:
        return None
    values = [figures[sign] for sign in text]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
