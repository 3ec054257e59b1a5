"""What a syllable may be, coarsely: Vietnamese letters without marks, pinyin. Two that share nothing are two."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain

from giaoluu.identities.kinds import Kind, kind_of
from giaoluu.identities.korean import heard, read
from giaoluu.identities.syllables import bare, sound
from giaoluu.identities.tables import Signs, given_signs, surname_signs, words

ALIKE = str.maketrans("qcwz", "kkvs")
"""Letters that spellings of one foreign name change."""

STEM = 3
"""Letters of a word that two spellings of it share."""


@lru_cache(maxsize=1 << 16)
def codes(syllable: str) -> frozenset[str]:
    """Return what a syllable may be.

    `b…` is Vietnamese letters without marks, `p…` pinyin, `k…` Korean, `w…` the start of a word.

    >>> sorted(codes("杨"))[:2], codes("vdương0") >= {"bduong", "pyang"}
    (['bduong', 'k양'], True)
    """
    kind = kind_of(syllable)
    if kind is Kind.SIGN:
        tables = (given_signs(), surname_signs())
        sounds = (reading.bare for signs in tables for reading in signs.hanviet.get(syllable, ()))
        spoken = tuple(p for signs in tables for p in signs.pinyin.get(syllable, ()))
        korean = {f"k{one}" for place in (0, 1) for one in read(syllable, place)}
        return _both(sounds_of=tuple(sounds), pinyin=spoken) | korean
    if kind is Kind.KOREAN:
        return frozenset(f"k{one}" for place in (0, 1) for one in heard(syllable[1:], place))
    text = bare(syllable[1:].rstrip("012345"))
    if kind is Kind.PINYIN:
        return frozenset({f"p{syllable[1:]}"})
    if kind in (Kind.MARKED, Kind.UNMARKED):
        near = {text, *neighbours().get(text, ())}
        return _both(sounds_of=(text,), pinyin=tuple(chain.from_iterable(pinyin_of().get(other, ()) for other in near)))
    return frozenset({f"w{text[:STEM]}", f"w{consonants(text)}"}) if kind is Kind.WORD else frozenset()


def _both(*, sounds_of: tuple[str, ...], pinyin: tuple[str, ...]) -> frozenset[str]:
    near = chain(sounds_of, *(neighbours().get(text, ()) for text in sounds_of))
    return frozenset(chain((f"b{text}" for text in near), (f"p{text}" for text in pinyin)))


def consonants(text: str) -> str:
    """Return the consonants of a word, as far as spellings agree on them.

    >>> consonants("lindqvist") == consonants("lindkvist")
    True
    """
    kept = [sign for sign in text.translate(ALIKE) if sign not in "aeiouy"]
    return "".join(sign for place, sign in enumerate(kept) if place == 0 or sign != kept[place - 1])


@cache
def pinyin_of() -> Mapping[str, frozenset[str]]:
    """Return Vietnamese letters without marks → the pinyin of the signs that read so."""
    found: dict[str, set[str]] = defaultdict(set)
    tables: tuple[Signs, ...] = (given_signs(), surname_signs())
    for signs in tables:
        for sign, readings in signs.hanviet.items():
            if signs.often[sign] > 1:
                for reading in readings:
                    found[reading.bare].update(signs.pinyin[sign])
    return {text: frozenset(syllables) for text, syllables in found.items()}


@cache
def neighbours() -> Mapping[str, frozenset[str]]:
    """Return Vietnamese letters without marks → those that another region writes."""
    return {text: others for text, others in twins().items() if not text[-1].isdigit()}


@cache
def twins() -> Mapping[str, frozenset[str]]:
    """Return syllable → those that another region writes for it, with marks and without."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in regional_pairs():
        for text in pair:
            found[text].update(pair - {text})
    return {text: frozenset(others) for text, others in found.items()}


@cache
def regional_pairs() -> frozenset[frozenset[str]]:
    """Return syllables that are one name in two regions, with marks and without."""
    lines = [line.split() for line in words()["vietnamese"]["pairs"]]
    marked = {frozenset((sound(a).text, sound(b).text)) for a, b in lines}
    unmarked = {frozenset((sound(a).bare, sound(b).bare)) for a, b in lines}
    return frozenset(pair for pair in marked | unmarked if len(pair) == 2)
