"""Syllables as they are compared: Vietnamese ones apart from spelling habits, letters apart from marks."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from giaoluu.model.letters import unmarked

TONES = "\u0300\u0301\u0303\u0309\u0323"
_FINAL_Y = re.compile(r"^(qu|[b-df-hj-np-tv-xz\u0111]*)y$")


class Sound(NamedTuple):
    """A Vietnamese syllable: spelt one way whatever the habit, and without any marks."""

    text: str
    bare: str


@lru_cache(maxsize=1 << 15)
def sound(syllable: str) -> Sound:
    """Return a Vietnamese syllable apart from where its tone mark stands and how its last i is written.

    >>> sound("Hoà") == sound("hòa"), sound("Lí") == sound("lý"), sound("Quý").bare
    (True, True, 'qui')
    """
    parted = unicodedata.normalize("NFD", syllable.lower())
    tone = "".join(mark for mark in parted if mark in TONES)[:1]
    toneless = unicodedata.normalize("NFC", "".join(mark for mark in parted if mark not in TONES))
    spelt = _FINAL_Y.sub(r"\1i", toneless) if toneless.endswith("y") else toneless
    return Sound(spelt + str(TONES.find(tone) + 1 if tone else 0), bare(spelt))


@lru_cache(maxsize=1 << 15)
def bare(text: str) -> str:
    """Return small letters without marks; a last y of a Vietnamese syllable as i.

    >>> bare("Đặng"), bare("Kỳ")
    ('dang', 'ki')
    """
    plain = unmarked(text)
    return _FINAL_Y.sub(r"\1i", plain) if plain.endswith("y") else plain


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str) -> float:
    """Return how alike two short words are written: 1.0 equal, 0.0 nothing in common (Levenshtein, scaled).

    >>> likeness("ling", "lin"), likeness("an", "hung")
    (0.75, 0.25)
    """
    if one == other:
        return 1.0
    row = list(range(len(other) + 1))
    for place, sign in enumerate(one, start=1):
        corner, row[0] = row[0], place
        for index, its in enumerate(other, start=1):
            corner, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, corner + (sign != its))
    return 1.0 - row[-1] / max(len(one), len(other), 1)
