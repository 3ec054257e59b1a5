"""Keys of names: any two forms of one name share one, so that a name meets its like without being compared with all.

| key | what it holds | who has it |
|---|---|---|
| `b` | Vietnamese letters without marks | Vietnamese names, signs by their Hán-Việt readings |
| `p` | pinyin | pinyin, signs |
| `x`, `y` | pinyin of the surname with that of the last, of the first part of the given name | all three |
| `i` | surname and first letter of the given name; last part and first letter of the surname | all |
| `h` | how each Korean syllable opens and closes | Korean names in Latin letters, signs that open with a surname |
| `f`, `w` | words without marks in any order; surname and first letter; consonants | names in Latin letters |
| `t` | the first consonants of the last and the first part | names in Latin letters, in signs of transliteration |
| `k` | a line of whole names in readings/names.toml | names that no reading explains |
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, islice, product
from typing import NamedTuple

from giaoluu.identities import korean
from giaoluu.identities.codes import codes, consonants
from giaoluu.identities.forms import Form, fold_name, forms_of
from giaoluu.identities.kinds import Kind, kind_of
from giaoluu.identities.spoken import heard, pinyin, vietnamese
from giaoluu.identities.syllables import bare, sound
from giaoluu.identities.tables import words
from giaoluu.identities.transliterated import sound_keys

MOST_ROWS = 8
LONG = 4
MOST_PARTS = 9


@lru_cache(maxsize=1 << 15)
def keys(name: str) -> frozenset[str]:
    """Return the keys of a name in any script.

    >>> sorted(keys("Dương Vạn Minh") & keys("杨万明"))[:2]
    ['bduong van minh', 'iduong v']
    >>> bool(keys("Yang Wanming") & keys("Dương Vạn Minh")), bool(keys("W. Yang") & keys("杨万明"))
    (True, True)
    """
    folded, forms = fold_name(name), forms_of(name)
    found = set[str]()
    for form in forms:
        _add_form(found, form)
    found.update(_known().get(folded, ()))
    kinds = {form.kind for form in forms}
    if not forms or Kind.WORD in kinds:
        found.update(sound_keys(name))
    if not found or kinds - {Kind.SIGN}:
        found.add("f" + " ".join(sorted(bare(folded.replace(",", " ")).split())))
    return frozenset(found)


CLOSE = ("b", "p", "x", "k")
"""Marks of the keys by which whole names meet, in letters and signs."""


@lru_cache(maxsize=1 << 15)
def whole_keys(name: str) -> frozenset[str]:
    """Return the few keys of a name by which its full forms meet; words in any order where no script reads it.

    >>> "bduong van minh" in whole_keys("Dương Vạn Minh") & whole_keys("Duong Van Minh") & whole_keys("杨万明")
    True
    >>> bool(whole_keys("Yang Wanming") & whole_keys("Dương Vạn Minh")), bool(whole_keys("Bo Ek") & whole_keys("Ek Bo"))
    (True, True)
    """
    every = keys(name)
    close = frozenset(key for key in every if key.startswith(CLOSE))
    return close | {key for key in every if key[0] in "th"} if close else every


def _add_form(found: set[str], form: Form) -> None:
    syllables = form.syllables
    if len(syllables) == 1:
        found.update(f"1{code}" for code in codes(syllables[0]))
        return
    if form.kind is Kind.WORD:
        found.update(_word_keys(syllables))
        return
    if form.kind is Kind.KOREAN or (form.kind is Kind.SIGN and korean.is_surname(syllables[0])):
        found.update(_korean_keys(syllables))
        if form.kind is Kind.KOREAN:
            return
    _add_row(found, syllables, form.kind)
    if len(syllables) >= LONG or (len(syllables) > 2 and syllables[1] in _middles()):
        _add_row(found, (syllables[0], *syllables[2:]), form.kind)


def _add_row(found: set[str], row: tuple[str, ...], kind: Kind) -> None:
    """Add the whole name in Vietnamese letters and in pinyin, as far as its script gives them, and its corners."""
    surname, given = _part(row[0], 0), [_part(syllable, 1) for syllable in row[1:]]
    second, last, size = given[0], given[-1], min(len(row), MOST_PARTS)
    rows: list[Iterator[tuple[str, ...]]] = [
        product(surname.corners[size], last.heard),
        product(surname.openings[0], second.letters[0]),
        product(surname.openings[1], second.letters[1]),
        product(last.openings[0], surname.letters[0]),
        product(last.openings[1], surname.letters[1]),
    ]
    if kind is not Kind.PINYIN:
        rows.append(islice(product(surname.vietnamese, *[part.vietnamese for part in given]), MOST_ROWS))
    if kind is Kind.PINYIN or kind is Kind.SIGN:
        rows.append(islice(product(surname.pinyin, *[part.pinyin for part in given]), MOST_ROWS))
    if len(row) > 2:
        rows.append(product(surname.second_corners[size], second.heard))
    found.update(map("".join, chain.from_iterable(rows)))


class Part(NamedTuple):
    """What keys take of a syllable in one place; of pairs the first is in Vietnamese letters, the second in pinyin."""

    vietnamese: tuple[str, ...]
    pinyin: tuple[str, ...]
    heard: tuple[str, ...]
    corners: tuple[tuple[str, ...], ...]
    second_corners: tuple[tuple[str, ...], ...]
    openings: tuple[tuple[str, ...], ...]
    letters: tuple[frozenset[str], ...]


@lru_cache(maxsize=1 << 15)
def _part(syllable: str, place: int) -> Part:
    """Return what keys take of a syllable: how each opens, and how it goes on; `place` 0 is the surname's."""
    marks = ("b", "p") if place == 0 else (" ", " ")
    both = vietnamese(syllable, place), pinyin(syllable, place)
    spelt = [tuple(mark + sound for sound in sounds) for mark, sounds in zip(marks, both, strict=True)]
    spoken = heard(syllable, place)
    sizes = range(MOST_PARTS + 1) if place == 0 else ()
    first, second = (tuple(tuple(f"{mark}{size}{one} " for one in spoken) for size in sizes) for mark in "xy")
    openings = tuple(tuple(f"i{sound} " for sound in sounds[:2]) for sounds in both)
    letters = tuple(frozenset(text[0] for text in sounds[:2] or _letter(syllable)) for sounds in both)
    return Part(spelt[0], spelt[1], spoken, first, second, openings, letters)


def _korean_keys(row: tuple[str, ...]) -> Iterator[str]:
    """Yield the outlines that a name has as a Korean one."""
    outlines = [_outlines(row[0], 0), *[_outlines(syllable, 1) for syllable in row[1:]]]
    return map("".join, islice(product(*outlines), MOST_ROWS))


@lru_cache(maxsize=1 << 15)
def _outlines(syllable: str, place: int) -> tuple[str, ...]:
    in_signs = kind_of(syllable) is Kind.SIGN
    mark = " " if place else "h"
    return tuple(
        mark + one for one in korean.outlines(syllable if in_signs else syllable[1:], place, in_signs=in_signs)
    )


def _letter(syllable: str) -> tuple[str, ...]:
    return (syllable[1],) if kind_of(syllable) is Kind.INITIAL else ()


def _word_keys(syllables: tuple[str, ...]) -> Iterable[str]:
    words_of = [syllable[1:] for syllable in syllables]
    yield "f" + " ".join(sorted(words_of))
    yield f"w{words_of[0]} {words_of[1][0]}"
    yield "w" + " ".join(consonants(word) for word in sorted(words_of))
    yield f"w{consonants(words_of[0])} {consonants(words_of[1])}"


@cache
def _middles() -> frozenset[str]:
    table = words()
    marked = (f"{Kind.MARKED}{sound(word).text}" for word in table["vietnamese"]["middle"])
    unmarked = (f"{Kind.UNMARKED}{bare(word)}" for word in table["vietnamese"]["middle"])
    chinese = (f"{Kind.PINYIN}{reading}" for sign in table["han"]["middle"] for reading in pinyin(sign, 1))
    return frozenset({*marked, *unmarked, *chinese, *table["han"]["middle"]})


@cache
def _known() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for number, entry in enumerate(words()["name"]):
        for form in entry["forms"]:
            found.setdefault(fold_name(form), set()).add(f"k{number}")
    return found
