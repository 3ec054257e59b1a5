"""The names of countries and places, compiled to be found on a tape, and the town in which each venue stands."""

from collections.abc import Iterator, Mapping
from functools import cache

from giaoluu.langs.pack import Pack
from giaoluu.langs.rules import Lexicon
from giaoluu.mentions.values import CountryValue, PlaceValue

SITE = "site"
"""The level of a place that stands in a town."""

IN_CAPITALS = 3
"""Letters of a name that may stand in capitals too: those as short are words shortened to their initials."""

_CACHE: dict[str, tuple[Lexicon, ...]] = {}


def lexicons_of(pack: Pack) -> tuple[Lexicon, ...]:
    """Return the pack's lexicons of countries and places, compiled once."""
    if pack.code not in _CACHE:
        countries: dict[str, tuple[CountryValue, bool]] = {}
        places: dict[str, tuple[PlaceValue, bool]] = {}
        venues: dict[str, tuple[PlaceValue, bool]] = {}
        for name, code, form, *rest in pack.tables.get("countries", ()):
            if form in {"short", "bloc"}:
                continue
            value, caution = CountryValue(code, form), bool(rest and rest[0] == "1")
            for spelling, careful in _spellings(name, pack):
                countries.setdefault(spelling if pack.has_spaces else pack.fold(spelling), (value, caution or careful))
        for name, key, level, country, *rest in pack.tables.get("places", ()):
            within = (rest[0] or None) if rest else None
            town = towns_of(pack).get(within or "") if level == SITE else None
            place = PlaceValue(key, level or None, country or None, within, town)
            caution = pack.has_spaces and " " not in name and name in pack.surnames
            if level == SITE and pack.has_spaces and " " in name:
                venues.setdefault(name, (place, False))
                continue
            for spelling, careful in _spellings(name if pack.has_spaces else pack.fold(name), pack):
                if spelling not in countries:
                    places.setdefault(spelling, (place, caution or careful))
            for spelling in _genitives(name, pack) if level != SITE else ():
                places.setdefault(spelling, (place, True))
        make = {"whole_words": pack.has_spaces, "match_case": pack.has_spaces}
        _CACHE[pack.code] = (
            Lexicon(countries, type="country", **make),
            Lexicon(places, type="place", **make),
            Lexicon(venues, type="place", whole_words=True),
        )
    return _CACHE[pack.code]


@cache
def towns_of(pack: Pack) -> Mapping[str, str]:
    """Return key of a place → name of the town or province that it is or, for a site, in which it stands."""
    first: dict[str, tuple[str, str, str]] = {}
    for name, key, level, _, *rest in pack.tables.get("places", ()):
        first.setdefault(key, (name, level, rest[0] if rest else ""))
    towns = {key: name for key, (name, level, _) in first.items() if level != SITE}
    return towns | {
        key: towns[within] for key, (_, level, within) in first.items() if level == SITE and within in towns
    }


def _genitives(name: str, pack: Pack) -> Iterator[str]:
    """Yield a name with the endings of a genitive that the pack's language writes without a mark ("Hanois")."""
    for ending in pack.list_of("names", "genitives"):
        if not name.endswith(("s", "x", "z")):
            yield name + ending


def _spellings(name: str, pack: Pack) -> Iterator[tuple[str, bool]]:
    """Yield a name, its form at the start of a sentence, and in capitals, as headlines and datelines write it.

    With each goes whether it may as well be a piece of a person's name: so are words in capitals.
    """
    yield name, False
    if pack.has_spaces and name[:1].islower():
        yield name[0].upper() + name[1:], False
    if pack.has_spaces and len(name) > IN_CAPITALS and not name.isupper():
        yield name.upper(), True
