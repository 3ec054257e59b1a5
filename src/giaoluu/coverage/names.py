"""Names as printed, for readings whose people nobody has identified: marks, case, order and spaces folded away."""

import re
from functools import lru_cache
from typing import NamedTuple

from giaoluu.model.letters import FIRST_SIGN, unmarked

WORD = re.compile(r"[^\W\d_]+")
SHORTEST_BEGINNING = 4
"""Fewer letters begin too many names."""


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

    def sound_alike(self, left: str, right: str) -> bool:
        """Return False: how names sound is not known."""
        return False

    def are_posts_apart(self, left: str, right: str) -> bool:
        """Return False: the fields of posts are not known."""
        return False

    def same_body(self, left: str, right: str) -> bool | None:
        """Return True for the same letters, else None."""
        return folded(left) == folded(right) or None


@lru_cache(maxsize=1 << 18)
def _alike(left: str, right: str) -> bool | None:
    """Say whether the letters of two names are the same; None between signs and letters, and for a part of a name."""
    if left == right:
        return True
    mine, its = letters_of(left), letters_of(right)
    if mine.is_signs != its.is_signs:
        return None
    if mine.folded == its.folded or mine.joined == its.joined:
        return True
    return None if mine.is_part(its) or its.is_part(mine) else False


class Letters(NamedTuple):
    """What of a printed name is compared."""

    is_signs: bool
    folded: str
    joined: str
    """Its letters in their order, without spaces and marks."""
    last: str | None
    """Its last word where it has several."""

    def is_part(self, long: "Letters") -> bool:
        """Say whether this name may be another cut short: its last word alone, or its first letters."""
        is_beginning = len(self.joined) > SHORTEST_BEGINNING and long.joined.startswith(self.joined)
        return is_beginning or self.joined == long.last


@lru_cache(maxsize=1 << 16)
def letters_of(name: str) -> Letters:
    """Return what of a printed name is compared.

    >>> letters_of("Bình").is_part(letters_of("Phạm Thanh Bình")), letters_of("Phạm").is_part(letters_of("Phạm Bình"))
    (True, False)
    """
    words = name.split()
    is_signs = any(sign >= FIRST_SIGN and sign.isalpha() for sign in name)
    return Letters(is_signs, folded(name), _joined(name), _joined(words[-1]) if len(words) > 1 else None)


def folded(name: str) -> str:
    """Return the words of a name in small letters without marks, in the order of the alphabet."""
    return " ".join(sorted(WORD.findall(unmarked(name))))


def _joined(name: str) -> str:
    return "".join(sign for sign in unmarked(name) if sign.isalpha())
