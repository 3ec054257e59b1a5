"""Countries, pairs of countries and places on a tape."""

import re
from collections.abc import Iterator

from giaoluu.langs.pack import Pack
from giaoluu.langs.rules import Lexicon
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.values import CountryValue, PairValue, PlaceValue

DASH = r" ?[-–—] ?"
LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*) ?$")


def fold_territories(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with pairs, countries and places folded."""
    found = [
        item._replace(value=item.value[0])
        for lexicon in _lexicons(pack)
        for item in lexicon.find(tape)
        if _is_free(tape, item, pack)
    ]
    tape = tape.fold(settle([*found, *_pairs(tape, pack)]))
    sites = [
        Found(match.start, match.end, "place", PlaceValue(None, match.rule.get("level", "site"), None), match.rule.name)
        for match in pack.find("place", tape)
    ]
    return tape.fold(settle([_with_inner(item, tape) for item in sites]))


def _with_inner(item: Found, tape: Tape) -> Found:
    """A site named with a place inside it lies in that place."""
    inner = [found.value for _, found in tape.signs(item.start, item.end) if isinstance(found.value, PlaceValue | CountryValue)]
    if not inner:
        return item
    last = inner[-1]
    if isinstance(last, CountryValue):
        return item._replace(value=PlaceValue(None, item.value.level, last.code))
    level = last.level if item.end - item.start < 12 and item.value.level == last.level else item.value.level
    return item._replace(value=PlaceValue(last.key if level == last.level else None, level, last.country, last.key))


_CACHE: dict[str, tuple[Lexicon, ...]] = {}


def _lexicons(pack: Pack) -> tuple[Lexicon, ...]:
    """Return the pack's lexicons of countries and places, compiled once."""
    if pack.code not in _CACHE:
        countries: dict[str, tuple[CountryValue, bool]] = {}
        places: dict[str, tuple[PlaceValue, bool]] = {}
        for name, code, form, *rest in pack.tables.get("countries", ()):
            if form in {"short", "bloc"}:
                continue
            entry = (CountryValue(code, form), bool(rest and rest[0] == "1"))
            for spelling in _spellings(name, pack):
                countries.setdefault(spelling, entry)
        for name, key, level, country, *rest in pack.tables.get("places", ()):
            place = PlaceValue(key, level or None, country or None, (rest[0] or None) if rest else None)
            caution = pack.has_spaces and " " not in name and name in pack.surnames
            for spelling in _spellings(name, pack):
                if spelling not in countries:
                    places.setdefault(spelling, (place, caution))
        make = {"whole_words": pack.has_spaces, "match_case": True}
        _CACHE[pack.code] = (
            Lexicon(countries, type="country", **make),  # type: ignore[arg-type]
            Lexicon(places, type="place", **make),  # type: ignore[arg-type]
        )
    return _CACHE[pack.code]


def _spellings(name: str, pack: Pack) -> Iterator[str]:
    """Yield a name, and its form at the start of a sentence."""
    yield name
    if pack.has_spaces and name[:1].islower():
        yield name[0].upper() + name[1:]


def _is_free(tape: Tape, item: Found, pack: Pack) -> bool:
    """Say whether a territory's name stands alone, not inside a person's name or a longer word."""
    _, caution = item.value
    before = LAST_WORD.search(tape.text, 0, item.start)
    word = before[1] if before else ""
    adjacent = bool(before) and before.end() == item.start and word[:1].isupper()  # type: ignore[union-attr]
    if pack.has_spaces and adjacent:
        at_start = before is not None and before.start() == 0
        if word in pack.surnames or (caution and not at_start):
            return False
    after = tape.text[item.end : item.end + 2]
    return not (caution and pack.has_spaces and len(after) == 2 and after[0] == " " and after[1].isupper())


def _pairs(tape: Tape, pack: Pack) -> list[Found]:
    """Find pairs of short country names ("Việt - Trung", "中越"), heavier than the names in them."""
    pattern, codes = _pair_pattern(pack)
    if pattern is None:
        return []
    return [
        Found(match.start(), match.end(), "pair", PairValue((codes[match[1]], codes[match[2]])), "pair", weight=1)
        for match in pattern.finditer(tape.text)
        if codes[match[1]] != codes[match[2]]
    ]


_PAIRS: dict[str, tuple[re.Pattern[str] | None, dict[str, str]]] = {}


def _pair_pattern(pack: Pack) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Return the pattern of a pair in this language, and the countries of its short names."""
    if pack.code not in _PAIRS:
        codes = {row[0]: row[1] for row in pack.tables.get("countries", ()) if row[2] == "short"}
        either = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
        if not codes:
            _PAIRS[pack.code] = None, codes
        elif pack.has_spaces:
            _PAIRS[pack.code] = re.compile(rf"(?<!\w)({either}){DASH}({either})(?!\w)"), codes
        else:
            _PAIRS[pack.code] = re.compile(rf"({either})[－—–-]?({either})"), codes
    return _PAIRS[pack.code]
