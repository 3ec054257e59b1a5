"""Countries, pairs of countries and places on a tape."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from giaoluu.langs.pack import Pack
from giaoluu.langs.pack import pack as pack_of
from giaoluu.langs.signs import ANY_SIGN
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.gazetteer import SITE, lexicons_of, towns_of
from giaoluu.mentions.names_inner import goes_on, is_inner, is_surname, last_word
from giaoluu.mentions.values import CountryValue, PairValue, PlaceValue

NOTHING: Mapping[str, str] = MappingProxyType({})
DASHES = "-–—"
DASH = rf" ?[{DASHES}] ?"


def fold_territories(
    tape: Tape, pack: Pack, local: Mapping[str, str] = NOTHING, namesakes: set[str] | None = None
) -> Tape:
    """Return the tape with pairs, countries and places folded; `local` are short names of this article.

    `namesakes` are the names of places that stood in somebody's name before: alone they mean that person again, unless
    words tell a place. More of them are added.
    """
    found = [
        item._replace(value=item.value[0])
        for lexicon in lexicons_of(pack)
        for item in lexicon.find(tape)
        if _is_free(tape, item, pack, namesakes)
    ]
    pairs = [pair for pair in _pairs(tape, pack) if not any(_cuts(pair, item) for item in found)]
    tape = tape.fold(settle([*found, *pairs, *_shorts(tape, pack), *_local(tape, pack, local)]))
    sites = [
        Found(
            match.start,
            match.end,
            "place",
            PlaceValue(None, match.rule.get("level", "site"), match.rule.get("country")),
            match.rule.name,
        )
        for match in pack.find("place", tape)
    ]
    return tape.fold(settle([_with_inner(item, tape, pack) for item in sites])) if sites else tape


def _cuts(pair: Found, item: Found) -> bool:
    """Say whether a pair of short names ends inside a full one, as the first half of a long name does."""
    return pair.start < item.start < pair.end < item.end


def _with_inner(item: Found, tape: Tape, pack: Pack) -> Found:
    """A site named with a place inside it lies in that place; a known site that ends the name is what is named."""
    inner = [
        (at, found.value)
        for at, found in tape.signs(item.start, item.end)
        if isinstance(found.value, PlaceValue | CountryValue)
    ]
    if not inner:
        return item
    at, last = inner[-1]
    if isinstance(last, CountryValue):
        return item._replace(value=PlaceValue(None, item.value.level, last.code))
    level = last.level if last.level == SITE and at == item.end - 1 else item.value.level
    key, town = (
        (last.key, last.town) if level == last.level else (None, last.town or towns_of(pack).get(last.key or ""))
    )
    return item._replace(value=PlaceValue(key, level, last.country or item.value.country, last.key, town))


def _is_free_sign(tape: Tape, item: Found, pack: Pack, *, caution: bool) -> bool:
    """Say the same where no spaces set words apart: no foreign name goes on, and no surname with a post before it."""
    text, names = tape.folded, pack.words.get("names", {})
    after, surname, opening = (
        text[item.end : item.end + 1],
        text[item.start - 1 : item.start],
        text[item.start - 2 : item.start - 1],
    )
    if item.type == "place" and text[max(0, item.start - 1) : item.start + 1] in pack.list_of("places", "straddled"):
        return False
    if item.type == "country" and text.startswith(pack.list_of("places", "no_country"), item.start):
        return False
    if caution and item.type == "country":
        return not after or after not in names.get("transliteration", "") + "·"
    if caution:
        return text.startswith(pack.list_of("places", "caution_after"), item.end)
    if item.type == "country" or item.end - item.start > 2 or item.start < 1 or surname in names.get("name_inner", ""):
        return True
    is_surname = surname in pack.surnames or surname in pack.list_of("names", "foreign_surnames")
    anchored = bool(opening) and opening in names.get("post_ends", "")
    speaks = item.start == 1 and text.startswith(pack.list_of("names", "speech_verbs"), item.end)
    return not (is_surname and (anchored or speaks))


def _is_free(tape: Tape, item: Found, pack: Pack, namesakes: set[str] | None = None) -> bool:
    """Say whether a territory's name stands alone, and is no person's; those in a person's name are remembered."""
    caution = item.value[1]
    if not pack.has_spaces:
        return _is_free_sign(tape, item, pack, caution=caution)
    free = _is_free_word(tape, item, pack)
    words = pack.list_of("places", "where_before") if namesakes is not None and item.type == "place" else ()
    if namesakes is None or not words or " " in (name := tape.text[item.start : item.end]):
        return free
    if not free:
        namesakes.add(name)
    told = f" {tape.folded[: item.start].rstrip()}".endswith(tuple(f" {word}" for word in words))
    return free and (name not in namesakes or told)


def _is_free_word(tape: Tape, item: Found, pack: Pack) -> bool:
    """Say whether a territory's name is no piece of a person's name or a longer word, where spaces set words apart."""
    place, caution = item.value
    if item.type == "place" and place.level == SITE and tape.text[item.start : item.end].islower():
        return False
    if tape.text[item.start - 1 : item.start] in DASHES and item.start:
        return True
    start, word = last_word(tape.text, item.start)
    behind = caution and start > 0 and word not in pack.name_stops
    if word[:1].isupper() and (word in pack.surnames or behind or goes_on(tape.text, start, pack, _seat(place))):
        return False
    if item.type == "country" and word and is_surname(tape.text, item, word, pack):
        return False
    if item.type == "place" and word[:1].isupper() and is_inner(tape.text, item, (start, word), pack):
        return False
    if caution and word.lower() in pack.honorifics and not _ends_a_post(tape, item.start, pack):
        return False
    if caution and tape.folded.startswith(pack.list_of("places", "no_country"), item.start):
        return False
    return not (caution and tape.folded[item.start : item.end] in pack.honorifics and _opens_name(tape, item, pack))


def _seat(place: CountryValue | PlaceValue) -> str | None:
    """Return the country in which a place lies or which is named; None for its people: so may somebody be called."""
    if isinstance(place, PlaceValue):
        return place.country
    return place.code if place.form == "name" else None


def _ends_a_post(tape: Tape, end: int, pack: Pack) -> bool:
    """Say whether what may be an honorific is the end of a longer post: of a prime minister, not of a general."""
    return tape.folded[:end].rstrip().endswith(pack.list_of("names", "honorific_not"))


def _opens_name(tape: Tape, item: Found, pack: Pack) -> bool:
    """Say whether a name stands behind a word that may be an honorific: a native one, or any at the start."""
    following = tape.text[item.end + 1 : item.end + 12].partition(" ")[0]
    opens = not tape.text[: item.start].strip(' "“-–')
    return tape.text[item.end : item.end + 1] == " " and (
        following in pack.own_names or (opens and following[:1].isupper())
    )


def _pairs(tape: Tape, pack: Pack) -> list[Found]:
    """Find pairs of short country names ("Việt - Trung", "中越"), heavier than the names in them."""
    pattern, codes = _pair_pattern(pack)
    if pattern is None or (pack.has_spaces and not any(dash in tape.text for dash in DASHES)):
        return []
    return [
        Found(match.start(), match.end(), "pair", PairValue((codes[match[1]], codes[match[2]])), "pair", weight=1)
        for match in pattern.finditer(tape.text if pack.has_spaces else tape.folded)
        if codes[match[1]] != codes[match[2]] and not tape.text[: match.start()][-1:].isnumeric()
    ]


def _shorts(tape: Tape, pack: Pack) -> Iterator[Found]:
    """Find short names of countries before or after the words that places.toml lists ("访越", "俄总统")."""
    places, automaton = _place_shorts(pack)
    for hit, start, end in automaton.find_matches_as_indexes(tape.folded, overlapping=True) if automaton else ():
        yield Found(start + len(places[hit][0]), end, "place", places[hit][1], "short-name")
    pattern, codes = _short_pattern(pack.code)
    if pattern is not None and not codes.keys().isdisjoint(tape.folded):
        for match in pattern.finditer(tape.folded):
            group = "before" if match["before"] else "after"
            yield Found(*match.span(group), "country", CountryValue(codes[match[group]], "short"), "short-name")


def local_shorts(text: str, pack: Pack) -> dict[str, str]:
    """Return first sign → country for the countries that a text names, where the pack's script shortens names so.

    A sign with which two of them start, or that the pack's table gives to another, is left out.

    >>> local_shorts("巴西总统抵达中国", pack_of("zh"))
    {'巴': 'BR'}
    """
    if pack.has_spaces:
        return {}
    first: dict[str, set[str]] = {}
    tape = Tape.of(text, signs=pack.folds)
    for item in lexicons_of(pack)[0].find(tape):
        country, _ = item.value
        if country.form in {"name", "variant"}:
            first.setdefault(tape.folded[item.start], set()).add(country.code)
    known = {**pack.short_countries, **dict.fromkeys(pack.list_of("places", "no_shorts"), "")}
    return {sign: codes.pop() for sign, codes in first.items() if len(codes) == 1 and sign not in known}


def _local(tape: Tape, pack: Pack, local: Mapping[str, str]) -> Iterator[Found]:
    """Find the article's own short names: in a pair with the home country, and before the words that mark a side."""
    pairs = pack.words.get("places", {}).get("pairs", {})
    if not (local or pairs):
        return
    home = pack.home_shorts
    sides = pack.list_of("places", "side_words")
    for words, codes in pairs.items():
        start = tape.folded.find(words)
        if start >= 0 and words in {sign + other for sign in home for other in local}:
            continue
        while start >= 0:
            yield Found(start, start + len(words), "pair", PairValue(tuple(codes)), "pair-with-group")
            start = tape.folded.find(words, start + 1)
    if local.keys().isdisjoint(tape.folded):
        return
    named = {item.start for item in lexicons_of(pack)[0].find(tape)}
    for start, sign in enumerate(tape.folded):
        if sign not in local or start in named:
            continue
        other = tape.folded[start - 1 : start] if start else ""
        if other in home:
            yield Found(
                start - 1, start + 1, "pair", PairValue((pack.settings["home"], local[sign])), "local-pair", weight=1
            )
        elif tape.folded[start + 1 : start + 2] in home and start + 1 not in named:
            yield Found(
                start, start + 2, "pair", PairValue((local[sign], pack.settings["home"])), "local-pair", weight=1
            )
        elif side := next((word for word in sides if tape.folded.startswith(word, start + 1)), ""):
            yield Found(
                start, start + 1 + len(side), "country", CountryValue(local[sign], "side"), "local-side", weight=1
            )


@cache
def _place_shorts(pack: Pack) -> tuple[list[tuple[str, PlaceValue]], AhoCorasick | None]:
    """Return (word before, place) for the short names of places that words of places.toml announce; what finds them."""
    shorts = pack.words.get("places", {}).get("place_shorts", {})
    words = pack.list_of("places", "place_short_after") if shorts else ()
    forms = {word + sign: (word, PlaceValue(*place)) for sign, place in shorts.items() for word in words}
    return list(forms.values()), AhoCorasick(list(forms)) if forms else None


@cache
def _short_pattern(code: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Return the pattern of short names in their surroundings, and the countries that they name."""
    own = pack_of(code)
    codes = {**own.short_countries, **own.words.get("places", {}).get("shorts", {})}
    before, after, starts = (own.list_of("places", key) for key in ("short_before", "short_after", "short_starts"))
    if not codes or not (before or after):
        return None, codes

    def either(words: Iterable[str]) -> str:
        return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"

    opening = rf"(?<![\w{ANY_SIGN}])|(?<=[{ANY_SIGN}])" + "".join(f"|(?<={re.escape(word)})" for word in starts)
    follows = "|".join(f"(?<={re.escape(word)})" for word in after) or "(?!)"
    return re.compile(
        rf"(?:{opening})(?P<before>{either(codes)})(?={either(before)})|(?:{follows})(?P<after>{either(codes)})"
    ), codes


_PAIRS: dict[str, tuple[re.Pattern[str] | None, Mapping[str, str]]] = {}


def _pair_pattern(pack: Pack) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """Return the pattern of a pair in this language, and the countries of its short names."""
    if pack.code not in _PAIRS:
        codes = pack.short_countries
        either = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
        if not codes:
            _PAIRS[pack.code] = None, codes
        elif pack.has_spaces:
            _PAIRS[pack.code] = re.compile(rf"(?<!\w)({either}){DASH}({either})(?!\w)"), codes
        else:
            _PAIRS[pack.code] = re.compile(rf"({either})[－—–-]?({either})"), codes
    return _PAIRS[pack.code]
