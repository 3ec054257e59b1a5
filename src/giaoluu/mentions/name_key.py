"""The form under which two spellings of a name meet."""

import unicodedata
from functools import lru_cache

from giaoluu.langs.tape import fold_case


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Return the form under which two spellings of a name meet: case, marks' placement and dashes folded.

    >>> name_key("Uỷ ban  Hoà Bình") == name_key("Ủy ban Hòa Bình")
    True
    """
    words = []
    for word in fold_case(name).replace("–", "-").replace(" - ", "-").split():
        parts = unicodedata.normalize("NFD", word)
        marks = "".join(sorted(sign for sign in parts if unicodedata.combining(sign)))
        words.append("".join(sign for sign in parts if not unicodedata.combining(sign)) + marks)
    return " ".join(words)
