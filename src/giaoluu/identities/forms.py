"""A name as rows of syllables: every way in which its letters can be read, surname first."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, islice, product
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
from giaoluu.model.letters import RARE_SIGNS, SIGNS

HAN = re.compile(f"[{SIGNS}{RARE_SIGNS}\u3005-\u3007]")
APOSTROPHES = re.compile("['\u2019\u2018\u02bc`\u00b4]")
INITIAL = re.compile(r"([^\W\d_])(?:\.|$)")
FIGURES = re.compile(r"[0-9]+")
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
    no code; `has_initial` says so. `is_transliterated` says that signs stand for the sounds of a foreign name;
    `figures` are the numbers in it: Mai 1 is not Mai 2.
    """

    text: str
    folded: str
    forms: tuple[tuple[Form, tuple[frozenset[str], ...]], ...]
    ends: frozenset[str]
    has_initial: bool
    is_transliterated: bool
    figures: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 15)
def read_name(text: str) -> Name:
    """Return a name with every way to read it, ready to be compared.

    >>> [form.syllables for form, _ in read_name("阮氏金銀").forms]
    [('阮', '氏', '金', '银')]
    """
    forms = tuple((form, tuple(map(codes, form.syllables))) for form in forms_of(text))
    ends = frozenset(f"{end}{code}" for _, row in forms for end in (0, -1) for code in row[end])
    has_initial = any(not all(row) for _, row in forms)
    figures = tuple(FIGURES.findall(unicodedata.normalize("NFKC", text)))
    return Name(text, fold_name(text), forms, ends, has_initial, is_transliterated(text), figures)


def is_transliterated(name: str) -> bool:
    """Say whether a name stands in signs of transliteration: its parts are joined by a dot.

    >>> is_transliterated("卡尔·林德格伦"), is_transliterated("林德"), is_transliterated("Carl Lindgren")
    (True, False, False)
    """
    return bool(HAN.search(name)) and not joints().isdisjoint(name)


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
    units = [unit for piece in pieces if (unit := _unit(piece))][:MOST_TOKENS]
    tokens = [token for unit in units for token in unit]
    if not tokens:
        return
    initials = [token for token in tokens if len(token) == 1]
    is_marked = not all(map(str.isascii, tokens))
    found: list[Form] = []
    if len(initials) < len(tokens):
        found = _vietnamese_forms(tokens, is_marked=is_marked) + _pinyin_forms(units, is_turned=is_turned)
    yield from found
    if 1 < len(units) <= MOST_KOREAN and not (initials or (found and is_marked)):
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


def _unit(piece: str) -> list[str]:
    """Return the tokens that hyphens and stops of one piece set apart."""
    return [piece.lower()] if piece.isalpha() else [part for some in piece.split("-") for part in _parts(some)]


def _parts(piece: str) -> list[str]:
    """Return a piece as one token, or as its initials (`N.X.` is two)."""
    if piece.isalpha():
        return [piece.lower()]
    initials = [part for part in piece.split(".") if part]
    if "." in piece and all(len(part) == 1 for part in initials):
        return [part.lower() for part in initials]
    kept = "".join(sign for sign in piece if sign.isalpha() or APOSTROPHES.match(sign) or unicodedata.combining(sign))
    return [kept.lower()] if kept else []


class Syllable(NamedTuple):
    """A token as Vietnamese spelling allows it: with its marks, without, and whether surnames are written so."""

    marked: str
    unmarked: str
    is_surname: bool


def _vietnamese_forms(tokens: list[str], *, is_marked: bool) -> list[Form]:
    found = []
    for token in tokens:
        syllable = _vietnamese(token)
        if syllable is None:
            return []
        found.append(syllable)
    kind = Kind.MARKED if is_marked else Kind.UNMARKED
    row = tuple([one.marked if is_marked else one.unmarked for one in found])
    if found[0].is_surname or not found[-1].is_surname or len(row) == 1:
        return [Form(row, kind)]
    turned = Form((row[-1], *row[:-1]), kind)
    return [turned, Form(row[::-1], kind)] if len(row) > TWO else [turned]


@lru_cache(maxsize=1 << 14)
def _vietnamese(token: str) -> Syllable | None:
    """Return a token as a Vietnamese syllable or an initial, or None."""
    plain = bare(token)
    is_surname = plain in vietnamese_surnames()
    if len(token) == 1 and token != "y":
        return Syllable(Kind.INITIAL + plain, Kind.INITIAL + plain, is_surname)
    if plain not in unmarked_syllables():
        return None
    return Syllable(Kind.MARKED + sound(token).text, Kind.UNMARKED + plain, is_surname)


def _pinyin_forms(units: list[list[str]], *, is_turned: bool) -> list[Form]:
    ways = [[_splits(token) for token in unit] for unit in units]
    if not all(map(all, ways)):
        return []
    orders = [ways]
    if len(units) > 1 and not is_turned and _is_pinyin_surname(units[-1]):
        turned = [ways[-1], *ways[:-1]]
        orders = [ways, turned] if _is_pinyin_surname(units[0]) else [turned]
    found = []
    for order in orders:
        choices = product(*[splits for unit in order for splits in unit])
        for choice in islice(choices, MOST_SPLITS):
            found.append(Form(tuple(chain.from_iterable(choice)), Kind.PINYIN))
    return found


def _is_pinyin_surname(unit: list[str]) -> bool:
    joined = unit[0] if len(unit) == 1 else "".join(unit)
    return (joined if joined.isalpha() else APOSTROPHES.sub("", joined)) in pinyin_surnames()


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
    known = pinyin_syllables()
    for size in range(min(LONGEST_PINYIN, len(letters)), 0, -1):
        if letters[:size] in known:
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
