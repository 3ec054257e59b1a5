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
from itertools import islice, product

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
CORNERS = [f"x{size}" for size in range(MOST_PARTS + 1)]
SECOND_CORNERS = [f"y{size}" for size in range(MOST_PARTS + 1)]
SPELT = {
    Kind.SIGN: (("b", vietnamese), ("p", pinyin)),
    Kind.MARKED: (("b", vietnamese),),
    Kind.UNMARKED: (("b", vietnamese),),
    Kind.PINYIN: (("p", pinyin),),
}
"""Which whole names a kind gives: in Vietnamese letters, in pinyin."""


def keys(name: str) -> frozenset[str]:
    """Return the keys of a name in any script.

    >>> sorted(keys("Dương Vạn Minh") & keys("杨万明"))[:2]
    ['bduong van minh', 'iduong v']
    >>> bool(keys("Yang Wanming") & keys("Dương Vạn Minh")), bool(keys("W. Yang") & keys("杨万明"))
    (True, True)
    """
    return _keys(name)


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
    close = frozenset(key for key in _keys(name) if key.startswith(CLOSE))
    return close | {key for key in _keys(name) if key[0] in "th"} if close else _keys(name)


@lru_cache(maxsize=1 << 15)
def _keys(name: str) -> frozenset[str]:
    folded, forms = fold_name(name), forms_of(name)
    found = set[str]()
    for form in forms:
        _add_form(found, form)
    found.update(_known().get(folded, ()))
    if not forms or any(form.kind is Kind.WORD for form in forms):
        found.update(sound_keys(name))
    if not found or any(form.kind is not Kind.SIGN for form in forms):
        found.add("f" + " ".join(sorted(bare(folded.replace(",", " ")).split())))
    return frozenset(found)


def _add_form(found: set[str], form: Form) -> None:
    syllables = form.syllables
    if len(syllables) == 1:
        found.update(f"1{code}" for code in codes(syllables[0]))
        return
    if form.kind is Kind.WORD:
        found.update(_word_keys(syllables))
        return
    if form.kind is Kind.KOREAN or (form.kind is Kind.SIGN and korean.is_surname(syllables[0])):
        found.update(_korean_keys(syllables, form.kind))
        if form.kind is Kind.KOREAN:
            return
    _add_row(found, syllables, form.kind)
    if len(syllables) >= LONG or (len(syllables) > 2 and syllables[1] in _middles()):
        _add_row(found, (syllables[0], *syllables[2:]), form.kind)


def _add_row(found: set[str], row: tuple[str, ...], kind: Kind) -> None:
    """Add the whole name in Vietnamese letters and in pinyin, as far as its script gives them, and its corners."""
    surname, second, last = row[0], row[1], row[-1]
    for mark, sounds in SPELT[kind]:
        spelt = [sounds(surname, 0)]
        spelt += [sounds(syllable, 1) for syllable in row[1:]]
        if all(spelt):
            found.update([mark + " ".join(choice) for choice in islice(product(*spelt), MOST_ROWS)])
    found.update(_corner(CORNERS[min(len(row), MOST_PARTS)], surname, last))
    if len(row) > 2:
        found.update(_corner(SECOND_CORNERS[min(len(row), MOST_PARTS)], surname, second))
    found.update(_initial(surname, 0, second))
    found.update(_initial(last, 1, surname))


@lru_cache(maxsize=1 << 16)
def _corner(mark: str, surname: str, given: str) -> tuple[str, ...]:
    """Return keys of a surname with one part of the given name, in pinyin."""
    return tuple([f"{mark}{one} {other}" for one in heard(surname, 0) for other in heard(given, 1)])


def _initial(whole: str, place: int, other: str) -> list[str]:
    """Return keys of a part of the name with the first letter of another, as initials leave them."""
    sides = zip(_openings(whole, place), _first_letters(other, 1 - place), strict=True)
    return [opening + letter for openings, letters in sides for opening in openings for letter in letters]


@lru_cache(maxsize=1 << 15)
def _openings(whole: str, place: int) -> tuple[tuple[str, ...], ...]:
    """Return how keys of initials open for a part of a name: in Vietnamese letters, and in pinyin."""
    return tuple(tuple(f"i{sound} " for sound in sounds(whole, place)[:2]) for sounds in (vietnamese, pinyin))


@lru_cache(maxsize=1 << 15)
def _first_letters(part: str, place: int) -> tuple[frozenset[str], ...]:
    """Return the first letters of a part of a name: in Vietnamese letters, and in pinyin."""
    return tuple(
        frozenset(text[0] for text in sounds(part, place)[:2] or _letter(part)) for sounds in (vietnamese, pinyin)
    )


def _korean_keys(row: tuple[str, ...], kind: Kind) -> Iterator[str]:
    """Yield the outlines that a name has as a Korean one."""
    in_signs = kind is Kind.SIGN
    outlines = [
        korean.outlines(one if in_signs else one[1:], min(place, 1), in_signs=in_signs) for place, one in enumerate(row)
    ]
    yield from ("h" + " ".join(choice) for choice in islice(product(*outlines), MOST_ROWS))


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
