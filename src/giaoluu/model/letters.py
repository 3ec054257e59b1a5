"""Letters without their marks, one table for all rooms that compare or search words."""

import unicodedata

WHOLE = str.maketrans(
    {"\u0111": "d", "\u00f0": "d", "\u00f8": "o", "\u0142": "l", "\u00df": "ss", "\u00e6": "ae", "\u0131": "i"}
)
"""Small letters that Unicode does not take apart into a letter and a mark."""


def unmarked(text: str) -> str:
    r"""Return small letters without marks; ideographs and all else as they are.

    >>> unmarked("\u0110\u00e0 N\u1eb5ng, Malm\u00f6, K\u00f8benhavn")
    'da nang, malmo, kobenhavn'
    """
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.casefold().translate(WHOLE))
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
