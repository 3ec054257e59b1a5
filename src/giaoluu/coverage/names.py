"""Names as printed, for readings whose people nobody has identified: marks, case, order and spaces folded away."""

import re
from functools import lru_cache

from giaoluu.model.letters import unmarked

WORD = re.compile(r"[^\W\d_]+")
SHORTEST_BEGINNING = 4
"""Fewer letters begin too many names."""

FIRST_IDEOGRAPH = chr(0x3400)


class PrintedNames:
    """What the letters alone can say: the same name with or without marks, in either order, in one script.

    A surname alone, or the beginning of a name, leaves open whose it is.

    >>> names = PrintedNames()
    >>> names.alike("Phạm Thanh Bình", "Pham Thanh Binh"), names.alike("Yang Wanming", "Wanming Yang")
    (True, True)
    >>> names.alike("Dương Vạn Minh", "杨万明") is None, names.alike("Lê An", "Lê Anh")
    (True, False)
    """

    def entity(self, reading: str, party: str) -> str | None:
        """Return None: nobody has identified anybody."""
        return None

    def keys(self, name: str) -> frozenset[str]:
        """Return the folded name, its words in the order of the alphabet."""
        words = folded(name)
        return frozenset({words, "".join(sorted(words.split()))} if words else ())

    def alike(self, left: str, right: str) -> bool | None:
        """Say whether the letters are the same; None between signs and letters."""
        return _alike(left, right)


@lru_cache(maxsize=1 << 18)
def _alike(left: str, right: str) -> bool | None:
    """Say whether the letters of two names are the same; None between signs and letters, and for a part of a name."""
    if left == right:
        return True
    if is_signs(left) != is_signs(right):
        return None
    if folded(left) == folded(right) or _joined(left) == _joined(right):
        return True
    return None if is_part(left, right) or is_part(right, left) else False


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """Return the words of a name in small letters without marks, in the order of the alphabet."""
    return " ".join(sorted(WORD.findall(unmarked(name))))


@lru_cache(maxsize=1 << 16)
def _joined(name: str) -> str:
    """Return a name's letters in their order, without spaces and marks."""
    return "".join(sign for sign in unmarked(name) if sign.isalpha())


def is_part(short: str, long: str) -> bool:
    """Say whether one name may be the other cut short: its last word alone, or its first letters."""
    words, letters = long.casefold().split(), _joined(short)
    is_beginning = len(letters) > SHORTEST_BEGINNING and _joined(long).startswith(letters)
    return is_beginning or (len(words) > 1 and letters == _joined(words[-1]))


@lru_cache(maxsize=1 << 16)
def is_signs(name: str) -> bool:
    """Say whether a name is written in ideographs."""
    return any(sign >= FIRST_IDEOGRAPH and sign.isalpha() for sign in name)
