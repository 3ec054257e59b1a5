"""A name as rows of syllables: every way in which its letters can be read, surname first."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from giaoluu.identities.codes import codes
from giaoluu.identities.kinds import Kind
from giaoluu.identities.korean import rows_of
from giaoluu.identities.syllables import bare, sound
from giaoluu.identities.tables import (
    folds,
    pinyin_surnames,
    pinyin_syllables,
    vietnamese_surnames,
    words,
)

HAN = re.compile("[\u3400-\u9fff]|[\u3005-\u3007]|[\uf900-\ufaff]|[\U00020000-\U0003ffff]")
APOSTROPHES = re.compile("['\u2019\u2018\u02bc`\u00b4]")
INITIAL = re.compile(r"([^\W\d_])(?:\.|$)")
BRACKETS = re.compile(r"\s*[(\uff08]([^()\uff08\uff09]+)[)\uff09]\s*")
MOST_SPLITS = 3
LONGEST_PINYIN = 6
MOST_TOKENS = 7
MOST_KOREAN = 3
TWO = 2


class Form(NamedTuple):
    """One way to read a name: syllables with the surname first, each opened by the mark of its kind."""

    syllables: tuple[str, ...]
    kind: Kind


class Name(NamedTuple):
    """A name as printed, its letters folded for comparing, and its forms, each with what its syllables may be.

    `ends` are the codes of all first and last syllables: names that share none are two. An initial has
    no code; `has_initial` says so.
    """

    text: str
    folded: str
    forms: tuple[tuple[Form, tuple[frozenset[str], ...]], ...]
    ends: frozenset[str]
    has_initial: bool


@lru_cache(maxsize=1 << 15)
def read_name(text: str) -> Name:
    """Return a name with every way to read it, ready to be compared.

    >>> [form.syllables for form, _ in read_name("阮氏金銀").forms]
    [('阮', '氏', '金', '银')]
    """
    forms = tuple((form, tuple(map(codes, form.syllables))) for form in forms_of(text))
    ends = frozenset(f"{end}{code}" for _, row in forms for end in (0, -1) for code in row[end])
    return Name(text, fold_name(text), forms, ends, any(not all(row) for _, row in forms))


def forms_of(text: str) -> list[Form]:
    """Return every way to read a name; a name in brackets is one more way.

    >>> [form.syllables for form in forms_of("Yang Wanming")]
    [('pyang', 'pwan', 'pming')]
    """
    clean = unicodedata.normalize("NFC", text).strip()
    if "(" not in clean and "\uff08" not in clean:
        return list(dict.fromkeys(_forms(clean)))
    parts = [BRACKETS.sub(" ", clean).strip(), *(match[1].strip() for match in BRACKETS.finditer(clean))]
    return list(dict.fromkeys(form for part in parts if part for form in _forms(part)))


def fold_name(text: str) -> str:
    """Return letters as names are compared: small, simplified signs, no spaces between signs.

    >>> fold_name("楊 萬明"), fold_name("Yang  WANMING")
    ('杨万明', 'yang wanming')
    """
    lowered = unicodedata.normalize("NFC", " ".join(text.split())).lower()
    return lowered.replace(" ", "").translate(folds()) if HAN.search(lowered) else lowered


def _forms(text: str) -> Iterator[Form]:
    if HAN.search(text):
        yield from _han_forms(text)
        return
    pieces, is_turned = _pieces(text)
    units = [unit for piece in pieces if (unit := [part for some in piece.split("-") for part in _parts(some)])]
    units = units[:MOST_TOKENS]
    tokens = [token for unit in units for token in unit]
    if not tokens:
        return
    initials = sum(len(token) == 1 for token in tokens)
    found = False
    if initials < len(tokens):
        for form in (*_vietnamese_forms(tokens), *_pinyin_forms(units, is_turned=is_turned)):
            found = True
            yield form
    with_marks = found and not all(map(str.isascii, tokens))
    if 1 < len(units) <= MOST_KOREAN and not (initials or with_marks):
        yield from (Form(tuple(Kind.KOREAN + part for part in row), Kind.KOREAN) for row in rows_of(units))
    if not found:
        flat = [unit if len(unit) == 1 else ["".join(unit)] for unit in units]
        order = flat if is_turned else [flat[-1], *flat[:-1]]
        yield Form(tuple(_word(unit[0]) for unit in order), Kind.WORD)


def _han_forms(text: str) -> Iterator[Form]:
    signs = "".join(text.split()).translate(folds())
    if not signs.isalnum():
        if not joints().isdisjoint(signs):
            return
        signs = "".join(sign for sign in signs if sign.isalnum())
    yield Form(tuple(signs), Kind.SIGN)


@cache
def joints() -> frozenset[str]:
    """Return the signs that stand between the parts of a foreign name."""
    return frozenset(words()["han"]["joint"])


def _pieces(text: str) -> tuple[list[str], bool]:
    """Return what spaces set apart, and whether the surname is known to be first: before a comma, or in capitals."""
    before, comma, after = text.partition(",")
    pieces = f"{before} {after}".split()
    if comma:
        return pieces, True
    loud = [piece for piece in pieces if len(piece) > 1 and piece.isupper() and "." not in piece]
    if len(loud) != 1 or len(pieces) < TWO:
        return pieces, False
    return [loud[0], *(piece for piece in pieces if piece is not loud[0])], True


def _parts(piece: str) -> list[str]:
    """Return a piece as one token, or as its initials (`N.X.` is two)."""
    if piece.isalpha():
        return [piece.lower()]
    initials = [part for part in piece.split(".") if part]
    if "." in piece and all(len(part) == 1 for part in initials):
        return [part.lower() for part in initials]
    kept = "".join(sign for sign in piece if sign.isalpha() or APOSTROPHES.match(sign) or unicodedata.combining(sign))
    return [kept.lower()] if kept else []


def _vietnamese_forms(tokens: list[str]) -> Iterator[Form]:
    spelt = unmarked_syllables()
    if not all(bare(token) in spelt or (len(token) == 1 and token != "y") for token in tokens):
        return
    marked = not all(map(str.isascii, tokens))
    kind = Kind.MARKED if marked else Kind.UNMARKED
    row = tuple(_vietnamese(token, marked=marked) for token in tokens)
    if bare(tokens[0]) in vietnamese_surnames() or bare(tokens[-1]) not in vietnamese_surnames() or len(row) == 1:
        yield Form(row, kind)
    else:
        yield Form((row[-1], *row[:-1]), kind)
        if len(row) > 2:
            yield Form(row[::-1], kind)


def _vietnamese(token: str, *, marked: bool) -> str:
    if len(token) == 1 and token != "y":
        return Kind.INITIAL + bare(token)
    return Kind.MARKED + sound(token).text if marked else Kind.UNMARKED + bare(token)


def _pinyin_forms(units: list[list[str]], *, is_turned: bool) -> Iterator[Form]:
    if not all(_splits(token) for unit in units for token in unit):
        return
    joined = [APOSTROPHES.sub("", "".join(unit)) for unit in units]
    surnames = pinyin_surnames()
    orders = [units]
    if len(units) > 1 and joined[-1] in surnames and not is_turned:
        turned = [units[-1], *units[:-1]]
        orders = [units, turned] if joined[0] in surnames else [turned]
    for order in orders:
        choices = product(*(_splits(token) for unit in order for token in unit))
        for choice in islice(choices, MOST_SPLITS):
            row = tuple(syllable for syllables in choice for syllable in syllables)
            yield Form(row, Kind.PINYIN)


@lru_cache(maxsize=1 << 16)
def _splits(token: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to part letters into syllables of pinyin, fewest syllables first."""
    if len(token) == 1:
        return ((Kind.INITIAL + token,),)
    spelt = token.replace("\u00fc", "v")
    if spelt.isalpha():
        return tuple(sorted(_split(spelt), key=len))
    parts = [part for part in APOSTROPHES.split(spelt) if part]
    ways = [tuple(row for piece in choice for row in piece) for choice in product(*(_split(part) for part in parts))]
    return tuple(sorted(ways, key=len)[:MOST_SPLITS])


@lru_cache(maxsize=1 << 16)
def _split(letters: str) -> tuple[tuple[str, ...], ...]:
    if not letters.isascii():
        return ()
    found: list[tuple[str, ...]] = []
    for size in range(min(LONGEST_PINYIN, len(letters)), 0, -1):
        if letters[:size] in pinyin_syllables():
            rest = _split(letters[size:]) if size < len(letters) else ((),)
            found += [(Kind.PINYIN + letters[:size], *row) for row in rest]
    return tuple(found[:MOST_SPLITS])


def _word(token: str) -> str:
    return (Kind.INITIAL if len(token) == 1 else Kind.WORD) + bare(APOSTROPHES.sub("", token))


@cache
def unmarked_syllables() -> frozenset[str]:
    """Return every syllable that Vietnamese spelling allows, without marks."""
    table = words()["vietnamese"]
    return frozenset(bare(onset + rime) for onset in table["onsets"] for rime in table["rimes"])
