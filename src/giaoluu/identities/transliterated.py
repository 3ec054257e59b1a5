"""Names of people of other tongues in signs of transliteration: their consonants, as far as signs can write them.

Signs write a syllable each, have no r, no final stops, and put vowels between consonants. What is left is enough to
propose that two names may be one, never to say so.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from giaoluu.identities.forms import HAN, joints
from giaoluu.identities.syllables import bare
from giaoluu.identities.tables import given_signs, words

VOWELS = "aeiou"
OPEN = "V"
"""How a name that begins with a vowel begins."""

NEAR = 0.4
LEFT_OUT = 0.5
OTHER = 1.0
WORTH = 0.65
"""From here on two names may be one."""

MOST = 0.6
"""What a transliteration can say at most: it is never attested."""

PAIRED = {frozenset(pair) for pair in ("WF", "WP", "WV", "FP", "SZ", "ZT", "ZK", "JZ", "JV", "MN", "SK")}
COARSE = str.maketrans("ZWJ", "TFV")


@lru_cache(maxsize=1 << 14)
def sounds_alike(one: str, other: str) -> float:
    """Return how well a name in signs goes with one in letters, or another in signs: 0.0 where they are two.

    >>> sounds_alike("卡尔·林德格伦", "Carl Lindgren") > 0.5, sounds_alike("卡尔·林德格伦", "Maria Ekström")
    (True, 0.0)
    """
    left, right = _skeletons(one), _skeletons(other)
    if min(len(left), len(right)) < 2:  # a given name or a surname alone says too little
        return 0.0
    ends = [(left[0], right[0]), (left[-1], right[-1])]
    fits = [1.0 - _distance(mine, its) / max(len(mine), len(its), 1) for mine, its in ends]
    if min(fits) < WORTH:
        return 0.0
    inner = 0.9 if len(left) != len(right) else 1.0
    return MOST * inner * fits[0] * fits[1]


def part_sounds_alike(one: str, other: str) -> bool:
    """Say whether a part of a foreign name, in signs without a dot, goes with the last part of a name in letters.

    >>> part_sounds_alike("林德格伦", "Carl Lindgren"), part_sounds_alike("林德格伦", "Maria Ekström")
    (True, False)
    """
    if bool(HAN.search(one)) == bool(HAN.search(other)):
        return False
    left, right = (_skeletons(name)[-1:] for name in (one, other))
    if not left or not right or min(len(left[0]), len(right[0])) < 2:
        return False
    return 1.0 - _distance(left[0], right[0]) / max(len(left[0]), len(right[0])) >= WORTH


def sound_keys(name: str) -> Iterable[str]:
    """Yield what a name in signs of transliteration shares with the same name in letters.

    >>> sorted(set(sound_keys("卡尔·林德格伦")) & set(sound_keys("Carl Lindgren")))
    ['tLN K', 'tLN. K']
    """
    parts = _skeletons(name)
    if len(parts) > 1 and all(parts):
        last, first = parts[-1].translate(COARSE), parts[0][:1].translate(COARSE)
        without = last[:1] + last[1:].replace("L", "")
        yield from (f"t{last[:2]} {first}", f"t{without[:2]}. {first}")


@lru_cache(maxsize=1 << 15)
def _skeletons(name: str) -> tuple[str, ...]:
    """Return the consonants of each part of a name, by classes."""
    if HAN.search(name):
        parts = re.split("|".join(map(re.escape, sorted(joints()))), name)
        return tuple(filter(None, (_of_signs(part.strip()) for part in parts)))
    plain = "".join(sign if sign.isalpha() or unicodedata.combining(sign) else " " for sign in name)
    return tuple(filter(None, (_of_letters(bare(part)) for part in plain.split() if len(part) > 1)))


def _of_signs(part: str) -> str:
    read = (next(iter(given_signs().pinyin.get(sign, ())), "") for sign in part)
    return _collapsed("".join(_of_syllable(syllable, place) for place, syllable in enumerate(read)))


def _of_syllable(syllable: str, place: int) -> str:
    if syllable == words()["transliteration"]["r"]:
        return "L"
    onset = next((mark for mark in _onsets() if syllable.startswith(mark)), "")
    first = _onsets().get(onset, OPEN if place == 0 else "")
    rest = syllable[len(onset) :]
    return first + ("N" if rest.endswith(("n", "ng")) else "")


def _of_letters(part: str) -> str:
    found, place = "", 0
    while place < len(part):
        mark = next((mark for mark in _letters() if part.startswith(mark, place)), "")
        if place == 0 and part[0] in VOWELS:
            found += OPEN
        found += _letters().get(mark, "")
        place += max(len(mark), 1)
    return _collapsed(found)


def _collapsed(text: str) -> str:
    return "".join(mark for place, mark in enumerate(text) if place == 0 or mark != text[place - 1])


@cache
def _onsets() -> dict[str, str]:
    return _longest_first(words()["transliteration"]["onsets"])


@cache
def _letters() -> dict[str, str]:
    return _longest_first(words()["transliteration"]["letters"])


def _longest_first(table: dict[str, str]) -> dict[str, str]:
    marks = {mark: sound for sound, some in table.items() for mark in some.split()}
    return dict(sorted(marks.items(), key=lambda item: -len(item[0])))


def _distance(one: str, other: str) -> float:
    """Return how far two rows of consonants lie apart; what signs leave out, and near sounds, cost less."""
    row = [place * LEFT_OUT for place in range(len(other) + 1)]
    for place, mark in enumerate(one, start=1):
        corner, row[0] = row[0], place * LEFT_OUT
        for index, its in enumerate(other, start=1):
            change = 0.0 if mark == its else NEAR if frozenset((mark, its)) in PAIRED else OTHER
            corner, row[index] = row[index], min(row[index] + LEFT_OUT, row[index - 1] + LEFT_OUT, corner + change)
    return row[-1]
