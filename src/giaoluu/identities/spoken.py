"""What may be heard of a syllable: its Vietnamese letters, its pinyin; `place` 0 is the surname's."""

from collections.abc import Mapping
from functools import cache, lru_cache

from giaoluu.identities.codes import neighbours
from giaoluu.identities.kinds import Kind, kind_of
from giaoluu.identities.syllables import bare
from giaoluu.identities.tables import given_signs, joint, surname_signs

MOST_SOUNDS = 8
LEAST_SHARE = 0.01
RARE_SURNAMES = 2


@lru_cache(maxsize=1 << 16)
def vietnamese(syllable: str, place: int) -> tuple[str, ...]:
    """Return Vietnamese letters of a syllable, each region's as one; nothing for pinyin."""
    kind = kind_of(syllable)
    if kind in (Kind.MARKED, Kind.UNMARKED):
        return (one_region(bare(syllable[1:].rstrip("012345"))),)
    if kind is not Kind.SIGN:
        return ()
    signs = (surname_signs(), given_signs()) if place == 0 else (given_signs(),)
    readings = (reading.bare for table in signs for reading in table.hanviet.get(syllable, ()))
    return tuple(dict.fromkeys(one_region(reading) for reading in readings))


@lru_cache(maxsize=1 << 16)
def pinyin(syllable: str, place: int) -> tuple[str, ...]:
    """Return the pinyin of a sign or of a syllable of pinyin; nothing for Vietnamese."""
    kind = kind_of(syllable)
    if kind is Kind.PINYIN:
        return (syllable[1:],)
    if kind is not Kind.SIGN:
        return ()
    signs = (surname_signs(), given_signs()) if place == 0 else (given_signs(),)
    return tuple(dict.fromkeys(reading for table in signs for reading in table.pinyin.get(syllable, ())))


@lru_cache(maxsize=1 << 16)
def heard(syllable: str, place: int) -> tuple[str, ...]:
    """Return the pinyin that a syllable of any script may have, the most frequent first."""
    kind = kind_of(syllable)
    if kind not in (Kind.MARKED, Kind.UNMARKED):
        return pinyin(syllable, place)
    by_letters = _shares(surname=place == 0)
    text = bare(syllable[1:].rstrip("012345"))
    exact = _shares_marked(surname=place == 0).get(syllable[1:], ()) if kind is Kind.MARKED else ()
    near = (by_letters.get(other, ())[:2] for other in neighbours().get(text, ()))
    rare = heard(syllable, 1)[:RARE_SURNAMES] if place == 0 else ()
    found = [*(exact or by_letters.get(text, ())), *(p for some in near for p in some), *rare]
    return tuple(dict.fromkeys(found))[: 2 * MOST_SOUNDS]


@cache
def _shares(*, surname: bool) -> dict[str, tuple[str, ...]]:
    return _by_share(joint(surname=surname, marked=False).forward)


@cache
def _shares_marked(*, surname: bool) -> dict[str, tuple[str, ...]]:
    return _by_share(joint(surname=surname, marked=True).forward)


def _by_share(shares: Mapping[tuple[str, str], float]) -> dict[str, tuple[str, ...]]:
    """Return left side → right sides, the largest share first, the least left out."""
    found: dict[str, list[tuple[float, str]]] = {}
    for (left, right), share in shares.items():
        if share >= LEAST_SHARE:
            found.setdefault(left, []).append((-share, right))
    return {left: tuple(right for _, right in sorted(rights)[:MOST_SOUNDS]) for left, rights in found.items()}


@cache
def one_region(text: str) -> str:
    """Return the one spelling that stands for all regional ones: the smallest that can be reached."""
    seen, ahead = {text}, [text]
    while ahead:
        fresh = set(neighbours().get(ahead.pop(), ())) - seen
        seen |= fresh
        ahead += fresh
    return min(seen)
