"""Korean names: signs by their Korean readings, and the many ways to write a syllable in Latin letters."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from giaoluu.identities.tables import rows, words
from giaoluu.model.letters import unmarked

FIRST = 0xAC00
"""Where Unicode's Korean syllables begin; each follows from an opening, one of 21 vowels, one of 28 closings."""

VOWELS, CLOSINGS = 21, 28
NOTHING = "-"
LONGEST = 7
"""Letters of a syllable at most."""


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """Return sign → its Korean readings."""
    return {sign: tuple(read.split()) for sign, read in rows("hangul.tsv")}


@lru_cache(maxsize=1 << 14)
def read(sign: str, place: int) -> tuple[str, ...]:
    """Return the Korean readings of a sign; `place` 0 is the surname's.

    >>> read(chr(0x91D1), 0) == read(chr(0x91D1), 1)
    False
    """
    as_surname = words()["korean"]["readings"].get(sign) if place == 0 else None
    return (as_surname,) if as_surname else readings().get(sign, ())


@cache
def is_surname(sign: str) -> bool:
    """Say whether a sign opens Korean names."""
    return sign in words()["korean"]["surnames"]


@cache
def surnames() -> Mapping[str, frozenset[str]]:
    """Return Latin letters → the surnames, as Korean syllables, that are written so.

    >>> surnames()["choi"] == surnames()["choe"], "smith" in surnames()
    (True, False)
    """
    spelt: Mapping[str, str] = words()["korean"]["spelt"]
    found: dict[str, set[str]] = defaultdict(set)
    for sign in words()["korean"]["surnames"]:
        for syllable in read(sign, 0):
            for letters in (*spellings(syllable), *spelt.get(syllable, "").split()):
                found[letters].add(syllable)
    return {letters: frozenset(some) for letters, some in found.items()}


@cache
def syllables() -> Mapping[str, frozenset[str]]:
    """Return Latin letters → the Korean syllables that may be written so, as far as signs read so.

    >>> len(syllables()["ryong"]) > 0, "xyz" in syllables()
    (True, False)
    """
    found: dict[str, set[str]] = defaultdict(set)
    for syllable in {one for some in readings().values() for one in some}:
        for letters in spellings(syllable):
            found[letters].add(syllable)
    return {letters: frozenset(some) for letters, some in found.items()}


@cache
def spellings(syllable: str) -> frozenset[str]:
    """Return how a Korean syllable may be written in Latin letters.

    >>> sorted(spellings(chr(0xCD5C)))
    ['choe', 'choi']
    """
    opening, vowel, closing = _parts(syllable)
    table = words()["korean"]
    ways = (table["openings"][opening], table["vowels"][vowel], table["closings"][closing])
    return frozenset("".join(choice).replace(NOTHING, "") for choice in product(*(way.split() for way in ways)))


def _parts(syllable: str) -> tuple[int, int, int]:
    """Return the numbers of a syllable's opening, vowel and closing."""
    rest, closing = divmod(ord(syllable) - FIRST, CLOSINGS)
    return *divmod(rest, VOWELS), closing


@cache
def outline(syllable: str) -> str:
    """Return what all ways to write a syllable have in common: how it opens, and whether and how it closes."""
    opening, _, closing = _parts(syllable)
    return f"{words()['korean']['sounds'][opening]}{words()['korean']['closings'][closing].split()[0]}"


@lru_cache(maxsize=1 << 15)
def outlines(of: str, place: int, *, in_signs: bool) -> tuple[str, ...]:
    """Return the outlines of what a sign, or Latin letters, may be in a Korean name."""
    return tuple(sorted({outline(one) for one in (read(of, place) if in_signs else heard(of, place))}))


def heard(letters: str, place: int) -> frozenset[str]:
    """Return the Korean syllables that letters may be."""
    return (surnames() if place == 0 else syllables()).get(letters, frozenset())


def rows_of(units: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield a name's syllables in Latin letters with the surname first, where all of it can be Korean.

    >>> list(rows_of([["choe"], ["ryong"], ["hae"]])), list(rows_of([["min", "jun"], ["park"]]))
    ([('choe', 'ryong', 'hae')], [('park', 'min', 'jun')])
    >>> list(rows_of([["park"], ["minjun"]])), list(rows_of([["anna"], ["berg"]]))
    ([('park', 'min', 'jun')], [])
    """
    known = surnames()
    for order in (units, [units[-1], *units[:-1]]):
        surname = "".join(map(_plain, order[0]))
        if surname in known and (parts := _given([_plain(token) for unit in order[1:] for token in unit])):
            yield (surname, *parts)
            return


@lru_cache(maxsize=1 << 15)
def _plain(token: str) -> str:
    if token.isascii() and token.isalpha():
        return token.lower()
    return "".join(sign for sign in unmarked(token) if sign.isalpha())


def _given(tokens: list[str]) -> tuple[str, ...]:
    """Return a given name of two syllables, or of one; nothing where it is none."""
    known = syllables()
    if len(tokens) == 1 and tokens[0] not in known:
        token = tokens[0]
        splits = ((token[:at], token[at:]) for at in range(1, min(len(token), LONGEST)))
        return next((pair for pair in splits if pair[0] in known and pair[1] in known), ())
    return tuple(tokens) if 0 < len(tokens) <= 2 and all(token in known for token in tokens) else ()
