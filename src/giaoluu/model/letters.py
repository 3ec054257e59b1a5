"""Letters without their marks, one table for all rooms that compare or search words."""

import unicodedata

SIGNS = "\u3400-\u9fff"
"""Ideographs in common use, for a class of a pattern."""

RARE_SIGNS = "\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs that some names have and hardly any text."""

FIRST_SIGN = chr(0x3400)

WHOLE = {
    0x0111: "d",
    0x00F0: "d",
    0x00F8: "o",
    0x0142: "l",
    0x00DF: "ss",
    0x00E6: "ae",
    0x0153: "oe",
    0x00FE: "th",
    0x0131: "i",
}
"""Small letters that Unicode does not take apart into a letter and a mark."""


class Letters(dict[int, str | None]):
    """A table for `str.translate` that leaves out marks; whether a sign met first is one is found out once."""

    def __missing__(self, sign: int) -> str | None:
        """Return a sign as it is, nothing for a mark."""
        self[sign] = None if unicodedata.combining(chr(sign)) else chr(sign)
        return self[sign]


_LETTERS = Letters(WHOLE)


def unmarked(text: str) -> str:
    r"""Return small letters without marks; ideographs and all else as they are.

    >>> unmarked("\u0110\u00e0 N\u1eb5ng, Malm\u00f6, K\u00f8benhavn")
    'da nang, malmo, kobenhavn'
    """
    return text.lower() if text.isascii() else parted(text).translate(_LETTERS)


def parted(text: str) -> str:
    """Return small letters with their marks set apart, wide and joined signs as plain ones."""
    return unicodedata.normalize("NFKD", text.casefold())
