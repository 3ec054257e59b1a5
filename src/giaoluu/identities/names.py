"""How well two names go together: the best of their forms, syllable by syllable."""

from functools import lru_cache
from math import prod
from typing import NamedTuple

from giaoluu.identities.forms import Form, fold_name, read_name
from giaoluu.identities.kinds import Kind, kind_of
from giaoluu.identities.sounds import ATTESTED, agreement
from giaoluu.identities.tables import words
from giaoluu.identities.transliterated import sounds_alike

LEFT_OUT = 0.55
"""What a middle syllable that one form leaves out costs."""

ALONE = 0.3
"""What a surname or given name standing alone can say at most."""

KNOWN_FORMS = 0.995
FEW = 3

Codes = tuple[frozenset[str], ...]


class Fit(NamedTuple):
    """How two names fit: score, whether tables attest every syllable, and the pair of syllables that fits worst."""

    score: float
    attested: bool
    worst: tuple[str, str] | None = None
    known: str = ""


NO_FIT = Fit(0.0, attested=False)


def fit_names(one: str, other: str) -> Fit:
    """Return how two names fit, in any scripts and orders.

    >>> fit_names("Dương Vạn Minh", "杨万明").attested, fit_names("Dương Vạn Minh", "Wanming Yang").attested
    (True, True)
    >>> fit_names("Dương Vạn Minh", "杨洁篪").attested
    False
    """
    first, second = read_name(one), read_name(other)
    if first.folded == second.folded:
        return Fit(1.0, attested=True)
    if first.figures and second.figures and first.figures != second.figures:
        return NO_FIT
    if first.folded in _known_names() and (why := _known_names()[first.folded].get(second.folded)):
        return Fit(KNOWN_FORMS, attested=True, known=why)
    if first.is_transliterated or second.is_transliterated:
        return Fit(sounds_alike(one, other), attested=False)
    is_open = first.has_initial or second.has_initial
    best = NO_FIT
    if not is_open and first.ends.isdisjoint(second.ends):
        return best
    for left, mine in first.forms:
        for right, its in second.forms:
            if is_open or may_fit(mine, its):
                fit = fit_forms(left, right)
                if fit.score > best.score:
                    best = fit
    return best


def may_fit(one: Codes, other: Codes) -> bool:
    """Say, fast, whether two forms may be one name: all syllables but one share a code, or both ends do."""
    size, more = len(one), len(other)
    if size == more:
        if size < FEW:
            return not one[0].isdisjoint(other[0]) or not one[-1].isdisjoint(other[-1])
        apart = 0
        for mine, its in zip(one, other, strict=True):
            if mine.isdisjoint(its):
                apart += 1
                if apart > 1:
                    return False
        return True
    first, last = not one[0].isdisjoint(other[0]), not one[-1].isdisjoint(other[-1])
    if size == 1 or more == 1:
        return first or last
    return size - more in (1, -1) and first and (last or not one[1].isdisjoint(other[1]))


def fit_forms(left: Form, right: Form) -> Fit:
    """Return how two forms fit; the geometric mean of their syllables, less for a syllable left out."""
    one, other = left.syllables, right.syllables
    if len(one) > len(other):
        one, other = other, one
    if len(one) == len(other):
        return _row(one, other)
    if len(one) == 1:
        return _alone(one[0], other)
    if len(other) - len(one) == 1:
        return _one_left_out(one, other)
    return NO_FIT


def _row(one: tuple[str, ...], other: tuple[str, ...]) -> Fit:
    scores = [agreement(one[0], other[0], surname=True), *map(agreement, one[1:], other[1:])]
    least = min(scores)
    place = scores.index(least)
    return Fit(prod(scores) ** (1.0 / len(scores)), least >= ATTESTED, (one[place], other[place]))


def _alone(syllable: str, row: tuple[str, ...]) -> Fit:
    surname, given = agreement(syllable, row[0], surname=True), agreement(syllable, row[-1])
    best = max(surname, given)
    return Fit(ALONE * best if best >= ATTESTED else 0.0, attested=False, worst=None)


def _one_left_out(one: tuple[str, ...], other: tuple[str, ...]) -> Fit:
    best = NO_FIT
    is_loose = any(kind_of(syllable) in (Kind.WORD, Kind.INITIAL) for syllable in one)
    for place in range(1, len(other) if is_loose else len(other) - 1):
        fit = _row(one, other[:place] + other[place + 1 :])
        if fit.score > best.score:
            best = fit
    return Fit(best.score * LEFT_OUT, attested=False, worst=best.worst)


@lru_cache(maxsize=1)
def _known_names() -> dict[str, dict[str, str]]:
    """Return folded name → folded name → why both are one, from names.toml."""
    found: dict[str, dict[str, str]] = {}
    for entry in words()["name"]:
        for form in entry["forms"]:
            others = {fold_name(other): entry["why"] for other in entry["forms"] if other != form}
            found.setdefault(fold_name(form), {}).update(others)
    return found
