"""The sentence in which a search found its words, with the words apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from giaoluu.model.letters import RARE_SIGNS, SIGNS
from giaoluu.register.asking import Query
from giaoluu.register.folding import fold
from giaoluu.web.evidence import sentence

LONGEST = 320
"""Code points that an excerpt has about its words."""

_UNIT = re.compile(rf"[{SIGNS}{RARE_SIGNS}]|[^\W_{SIGNS}]+")
_folded = lru_cache(maxsize=1 << 14)(fold)
"""A word as it is searched; those of a language come again and again."""
_SIGN = re.compile(f"[{SIGNS}{RARE_SIGNS}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of an excerpt, and whether it is what was looked for."""

    text: str
    is_found: bool = False


def excerpt(text: str, query: Query) -> list[Piece]:
    """Return the sentence of a text that holds most of what a query asks, in pieces; the beginning where none does.

    >>> from giaoluu.register.asking import Phrase
    >>> asked = Query(None, (Phrase(("hue",)),), {})
    >>> [piece.text for piece in excerpt("Họ gặp nhau. Rồi về Huế.", asked)]
    ['Rồi về ', 'Huế', '.']
    """
    hits = _hits(text, query)
    if not hits:
        return [Piece(text[:LONGEST] + ("…" if len(text) > LONGEST else ""))]
    around = {sentence(text, *hit[:2]) for hit in hits}
    start, end = max(around, key=lambda place: (len({hit[2] for hit in hits if _within(hit, place)}), -place[0]))
    inside = sorted({hit[:2] for hit in hits if _within(hit, (start, end))})
    low, high = max(start, inside[0][0] - LONGEST), min(end, inside[-1][1] + LONGEST, inside[0][0] + 2 * LONGEST)
    pieces, place = [Piece("…")] if low > start else [], low
    for first, last in inside:
        if place <= first and last <= high:
            pieces += [Piece(text[place:first])] if place < first else []
            pieces.append(Piece(text[first:last], is_found=True))
            place = last
    rest = text[place:high] + ("…" if high < end else "")
    return [*pieces, Piece(rest)] if rest else pieces


def found_as(words: str, query: Query) -> str:
    """Return the other form of a name by which a row was found; nothing where it holds the words themselves."""
    held = f"{words} "
    if all((f" {' '.join(one.words)}" if one.open else f" {' '.join(one.words)} ") in held for one in query.plain):
        return ""
    return next((name for form, name in query.forms.items() if f" {' '.join(form)} " in held), "")


def _hits(text: str, query: Query) -> list[tuple[int, int, int]]:
    """Return where what is asked stands: start, end, and which of the phrases it is."""
    units = [(_folded(match[0]), *match.span()) for match in _UNIT.finditer(text)]
    asked = [(_units(one.words), one.open) for one in query.plain] + [(_units(form), False) for form in query.forms]
    words = [unit[0] for unit in units]
    hits = []
    for turn, (wanted, is_open) in enumerate(asked):
        *front, last = wanted
        size = len(front)
        for place, word in enumerate(words[size:]):
            same = word.startswith(last) if is_open else word == last
            if same and words[place : place + size] == front:
                hits.append((units[place][1], units[place + size][2], turn))
    return _apart(hits)


def _apart(hits: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return hits of which none lies over another: the longest first, then in the order of the text."""
    kept: list[tuple[int, int, int]] = []
    for hit in sorted(hits, key=lambda one: (one[0] - one[1], one[0])):
        if all(hit[1] <= other[0] or other[1] <= hit[0] for other in kept):
            kept.append(hit)
    return sorted(kept)


def _units(words: tuple[str, ...]) -> list[str]:
    """Return the words of a phrase, pairs of signs as signs again."""
    found: list[str] = []
    overlaps = False
    for word in words:
        if not _SIGN.match(word):
            found.append(word)
            overlaps = False
            continue
        found += [*word[1:]] if overlaps and found and found[-1] == word[0] else [*word]
        overlaps = True
    return found


def _within(hit: tuple[int, int, int], place: tuple[int, int]) -> bool:
    return place[0] <= hit[0] and hit[1] <= place[1]
