"""The tables of readings, loaded when they are first asked for."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import Any

from giaoluu.identities.syllables import Sound, bare, sound

RANKS = (1.0, 0.8, 0.65, 0.5)
"""What the first, second, … reading of a sign weighs."""

VOWELS = frozenset("aeiouv")

LIGHT = 0.3
"""How often names have a sign that no dictionary of names has."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Readings of signs in one position: Vietnamese and pinyin with weights, and how often names have the sign."""

    hanviet: Mapping[str, Mapping[Sound, float]]
    pinyin: Mapping[str, Mapping[str, float]]
    often: Mapping[str, float]


@cache
def given_signs() -> Signs:
    """Return the readings of all signs, as parts of a given name.

    >>> sorted(given_signs().pinyin["明"])
    ['meng', 'ming']
    """
    return _signs("hanzi.tsv")


@cache
def surname_signs() -> Signs:
    """Return the readings of surnames of one sign; a sign that is none reads as anywhere else.

    >>> given_signs().pinyin["单"] == surname_signs().pinyin["单"], list(surname_signs().pinyin["单"])
    (False, ['shan'])
    """
    return _signs("surnames.tsv")


@cache
def pinyin_syllables() -> frozenset[str]:
    """Return every syllable of pinyin without its tone."""
    found = (reading for readings in given_signs().pinyin.values() for reading in readings)
    return frozenset(reading for reading in found if not VOWELS.isdisjoint(reading))


@cache
def pinyin_surnames() -> frozenset[str]:
    """Return the syllables that are surnames in pinyin, compound ones written together."""
    single = {reading for readings in surname_signs().pinyin.values() for reading in readings}
    return frozenset(single | {pinyin.replace("-", "") for sign, _, pinyin, _ in rows("surnames.tsv") if len(sign) > 1})


@cache
def vietnamese_surnames() -> frozenset[str]:
    """Return surnames as unmarked syllables: of Viet Nam, and the readings of Chinese ones."""
    read = {reading.bare for readings in surname_signs().hanviet.values() for reading in readings}
    return frozenset(read | {bare(word) for word in words()["vietnamese"]["surnames"]})


@cache
def words() -> Mapping[str, Any]:
    """Return names.toml: what readings do not say."""
    return tomllib.loads((files("giaoluu.identities") / "readings" / "names.toml").read_text(encoding="utf-8"))


@cache
def folds() -> Mapping[int, str]:
    """Return traditional and variant signs → the simplified sign, as `str.translate` takes them."""
    text = (files("giaoluu.langs") / "zh" / "fold.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {ord(sign): other for sign, other in pairs}


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table of readings."""
    text = (files("giaoluu.identities") / "readings" / name).read_text(encoding="utf-8")
    return (tuple(line.split("\t")) for line in text.splitlines() if not line.startswith("#"))


def _signs(name: str) -> Signs:
    hanviet: dict[str, dict[Sound, float]] = {}
    pinyin: dict[str, dict[str, float]] = {}
    often: dict[str, float] = {}
    for sign, vietnamese, chinese, count in rows(name):
        if len(sign) == 1:
            hanviet[sign] = dict(zip(map(sound, vietnamese.split()), RANKS, strict=False))
            pinyin[sign] = dict(zip(chinese.split(), RANKS, strict=False))
            often[sign] = int(count) + LIGHT
    return Signs(hanviet, pinyin, often)


@dataclass(frozen=True, slots=True)
class Joint:
    """How often two ways to write a syllable go together: shares of each side, both ways."""

    forward: Mapping[tuple[str, str], float]
    backward: Mapping[tuple[str, str], float]

    def agreement(self, one: str, other: str) -> float:
        """Return the geometric mean of both shares; 0.0 where the two never go together."""
        pair = one, other
        return sqrt(self.forward.get(pair, 0.0) * self.backward.get(pair, 0.0))


@cache
def joint(*, surname: bool, marked: bool) -> Joint:
    """Return how Vietnamese syllables (with or without marks) go with pinyin, over the signs that read as both."""
    signs = surname_signs() if surname else given_signs()
    together: dict[tuple[str, str], float] = defaultdict(float)
    for sign, readings in signs.hanviet.items():
        for vietnamese, first in readings.items():
            for chinese, second in signs.pinyin[sign].items():
                left = vietnamese.text if marked else vietnamese.bare
                together[left, chinese] += signs.often[sign] * first**3 * second**3
    return _shares(together)


def _shares(together: Mapping[tuple[str, str], float]) -> Joint:
    left: dict[str, float] = defaultdict(float)
    right: dict[str, float] = defaultdict(float)
    for (one, other), count in together.items():
        left[one] += count
        right[other] += count
    return Joint(
        {(one, other): count / left[one] for (one, other), count in together.items()},
        {(one, other): count / right[other] for (one, other), count in together.items()},
    )


@cache
def shares_of_reading() -> tuple[Mapping[tuple[str, str], float], Mapping[tuple[str, str], float]]:
    """Return the share that a sign has among the signs of one reading: by Vietnamese base, by pinyin."""
    signs = given_signs()
    vietnamese: dict[tuple[str, str], float] = defaultdict(float)
    chinese: dict[tuple[str, str], float] = defaultdict(float)
    for sign, count in signs.often.items():
        for reading, weight in signs.hanviet[sign].items():
            vietnamese[reading.bare, sign] += count * weight
        for syllable, weight in signs.pinyin[sign].items():
            chinese[syllable, sign] += count * weight
    return _shares(vietnamese).forward, _shares(chinese).forward
