"""Spellings of one word that match as one: tone marks that may stand on either of two vowels ("ủy" and "uỷ")."""

import re
from collections.abc import Sequence


class Respelling:
    """Replaces spellings at the end of a word by others of the same length, so that offsets stay.

    >>> Respelling([["uỷ", "ủy"]])("uỷ ban, huỷnh")
    'ủy ban, huỷnh'
    """

    def __init__(self, pairs: Sequence[Sequence[str]]) -> None:
        """Compile (as written, as matched) pairs. Raises ValueError where the two differ in length."""
        self.table = {pair[0]: pair[1] for pair in pairs}
        uneven = [written for written, matched in self.table.items() if len(written) != len(matched)]
        if uneven:
            raise ValueError(f"spellings {uneven}: both spellings of a pair must be equally long")
        self.pattern = re.compile(rf"(?:{'|'.join(map(re.escape, self.table))})(?![^\W\d_])") if self.table else None

    def __call__(self, text: str) -> str:
        """Return a text with its spellings replaced."""
        return self.pattern.sub(lambda match: self.table[match[0]], text) if self.pattern else text
