"""Text folded for finding: case, marks and width do not matter."""

import unicodedata

_LETTERS = str.maketrans({"\u0111": "d", "\u0142": "l", "\u00f8": "o"})
"""Letters that Unicode does not take apart into a letter and a mark."""


def fold(text: str) -> str:
    """Return the text as it is searched: lower case, without marks.

    >>> fold("TRƯỜNG Đại học")
    'truong dai hoc'
    """
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign)).translate(_LETTERS)
