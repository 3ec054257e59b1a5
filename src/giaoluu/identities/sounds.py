"""How well two syllables can be one: the same sign, its reading, a regional pair, or only alike in letters."""

from functools import lru_cache
from math import sqrt

from giaoluu.identities.codes import regional_pairs, twins
from giaoluu.identities.kinds import Kind, kind_of
from giaoluu.identities.korean import heard, read
from giaoluu.identities.syllables import Sound, bare, likeness
from giaoluu.identities.tables import Signs, given_signs, joint, shares_of_reading, surname_signs

ATTESTED = 0.42
"""From here on a table says that the two are one; below they are only alike."""

REGIONAL = 0.9
KOREAN = 0.9
SPELT_ANEW = 0.7
"""Two spellings that may be one Korean syllable, though each may be another as well."""

HOMOPHONES = 0.36
MARKS_DIFFER = 0.34
FAR = 0.02
ALIKE = 0.24
WORDS_ALIKE = 0.38
INITIAL_SIZE = 2
INITIALS_AGREE = 0.41
MARKS_UNKNOWN = 0.98
USUAL = 0.06
"""How much of a score tells a sign usual in names from a rare one: enough to break ties, no more."""


@lru_cache(maxsize=1 << 18)
def agreement(one: str, other: str, *, surname: bool = False) -> float:
    """Return in (0, 1] how well two syllables of names can be one; 1.0 is the same syllable in the same letters.

    >>> agreement("杨", "vdương0") > ATTESTED > agreement("杨", "vlê0")
    True
    """
    if one == other:
        return 1.0
    if is_initial(one) or is_initial(other):
        return _initials(one, other)
    left, right = kind_of(one), kind_of(other)
    if ORDER[left] > ORDER[right]:
        one, other, left, right = other, one, right, left
    if left is Kind.SIGN:
        return _sign(one, other, right, surname=surname)
    if left is right is Kind.MARKED or {left, right} <= VIETNAMESE:
        return _vietnamese(one, other)
    if left in VIETNAMESE and right is Kind.PINYIN:
        return _across(one, other, surname=surname)
    if right is Kind.KOREAN or left is Kind.KOREAN:
        return _two_korean(one, other, surname=surname) if left is right else FAR
    if left is right is Kind.WORD:
        return FAR + WORDS_ALIKE * likeness(one[1:], other[1:]) ** 2
    return _alike(one[1:], other[1:])


KINDS = (Kind.SIGN, Kind.MARKED, Kind.UNMARKED, Kind.PINYIN, Kind.KOREAN, Kind.WORD, Kind.INITIAL)
ORDER = {kind: place for place, kind in enumerate(KINDS)}
VIETNAMESE = {Kind.MARKED, Kind.UNMARKED}


def is_initial(syllable: str) -> bool:
    """Say whether a part of a name is only its first letter."""
    return len(syllable) == INITIAL_SIZE and syllable[0] == Kind.INITIAL


def _alike(one: str, other: str) -> float:
    return FAR + ALIKE * likeness(bare(one.rstrip("012345")), bare(other.rstrip("012345"))) ** 2


def _initials(one: str, other: str) -> float:
    letters = [_first_letters(syllable) for syllable in (one, other)]
    return INITIALS_AGREE if letters[0] & letters[1] else FAR


@lru_cache(maxsize=1 << 16)
def _first_letters(syllable: str) -> frozenset[str]:
    if kind_of(syllable) is not Kind.SIGN:
        return frozenset({syllable[1], bare(syllable[1])})
    signs = given_signs()
    readings = [reading.bare for reading in signs.hanviet.get(syllable, ())] + [*signs.pinyin.get(syllable, ())]
    return frozenset(reading[0] for reading in readings)


def _vietnamese(one: str, other: str) -> float:
    marked = one[0] == other[0] == Kind.MARKED
    first, second = bare(one[1:].rstrip("012345")), bare(other[1:].rstrip("012345"))
    if marked:
        if frozenset((one[1:], other[1:])) in regional_pairs():
            return REGIONAL
        return MARKS_DIFFER if first == second else _alike(first, second)
    if first == second:
        return MARKS_UNKNOWN
    return REGIONAL * MARKS_UNKNOWN if frozenset((first, second)) in regional_pairs() else _alike(first, second)


def _sign(sign: str, other: str, kind: Kind, *, surname: bool) -> float:
    tables = (surname_signs(), given_signs()) if surname and sign in surname_signs().hanviet else (given_signs(),)
    if kind is Kind.SIGN:
        return _two_signs(sign, other, tables[0])
    if kind is Kind.PINYIN:
        return _sign_pinyin(sign, other[1:], tables)
    if kind in VIETNAMESE:
        return _sign_vietnamese(sign, other, tables)
    return _sign_korean(sign, other[1:], surname=surname) if kind is Kind.KOREAN else FAR


def _sign_korean(sign: str, letters: str, *, surname: bool) -> float:
    """Return how a sign goes with Latin letters of a Korean name, by its Korean readings."""
    place = 0 if surname else 1
    spelt = heard(letters, place)
    ranks = (KOREAN * 0.8**rank for rank, reading in enumerate(read(sign, place)) if reading in spelt)
    return next(ranks, FAR)


def _two_korean(one: str, other: str, *, surname: bool) -> float:
    """Return how two Latin spellings of Korean syllables go together."""
    place = 0 if surname else 1
    return SPELT_ANEW if heard(one[1:], place) & heard(other[1:], place) else _alike(one[1:], other[1:])


def _two_signs(one: str, other: str, signs: Signs) -> float:
    spoken = set(signs.pinyin.get(one, ())) & set(signs.pinyin.get(other, ()))
    read = set(signs.hanviet.get(one, ())) & set(signs.hanviet.get(other, ()))
    if spoken and read:
        return HOMOPHONES
    return HOMOPHONES * 0.8 if spoken or read else FAR


def _sign_pinyin(sign: str, syllable: str, tables: tuple[Signs, ...]) -> float:
    usual = sqrt(shares_of_reading()[1].get((syllable, sign), 0.0))
    for place, signs in enumerate(tables):
        weight = signs.pinyin.get(sign, {}).get(syllable)
        if weight:
            return weight * (1.0 - USUAL + USUAL * usual) * (0.8 if place else 1.0)
    return max((_alike(reading, syllable) for reading in tables[-1].pinyin.get(sign, ())), default=FAR)


def _sign_vietnamese(sign: str, syllable: str, tables: tuple[Signs, ...]) -> float:
    plain = bare(syllable[1:].rstrip("012345"))
    usual = 1.0 - USUAL + USUAL * sqrt(shares_of_reading()[0].get((plain, sign), 0.0))
    spelt = [0.5 * _alike(reading, plain) for reading in tables[-1].pinyin.get(sign, ("",))]
    for place, signs in enumerate(tables):
        for reading, weight in signs.hanviet.get(sign, {}).items():
            fits = _reading_fits(reading, syllable)
            spelt.append(fits * (weight if fits > ATTESTED else 1.0) * usual * (0.8 if place else 1.0))
    return max(spelt)


def _reading_fits(reading: Sound, syllable: str) -> float:
    """Return how a Hán-Việt reading goes with a Vietnamese syllable that may lack its marks."""
    if syllable[0] == Kind.UNMARKED:
        return _vietnamese(Kind.UNMARKED + reading.bare, syllable)
    return 1.0 if reading.text == syllable[1:] else _vietnamese(Kind.MARKED + reading.text, syllable)


def _across(vietnamese: str, pinyin: str, *, surname: bool) -> float:
    """Return how a Vietnamese syllable goes with a syllable of pinyin, by the signs that read as both."""
    marked = vietnamese[0] == Kind.MARKED
    text, other = vietnamese[1:], pinyin[1:]
    together = joint(surname=False, marked=marked).agreement(text, other)
    if surname:
        together = max(together * 0.5, joint(surname=True, marked=marked).agreement(text, other))
    for twin in () if together else twins().get(text, ()):
        together = max(together, REGIONAL * joint(surname=surname, marked=marked).agreement(twin, other))
    if together > 0.01:
        return ATTESTED + (1.0 - ATTESTED) * sqrt(together)
    return max(_alike(text, other), MARKS_DIFFER if together else FAR)
