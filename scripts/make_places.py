"""Write langs/<code>/places.tsv: `python scripts/make_places.py [--check]`.

Rows are written by hand in scripts/places/*.toml; cities that serve as examples of time zones come
from CLDR through Babel. A place has the same key in all languages. Columns: name, key, level,
country, within (key of what holds it), valid (EDTF, where a unit has ended), caution (1: other
places or words are written so too, so ask for more).
"""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

import tables
from babel import Locale

SOURCES = tables.SCRIPTS / "places"
LOCALES = {"vi": ("vi",), "en": ("en",), "sv": ("sv",), "fr": ("fr",), "zh": ("zh_Hans", "zh_Hant")}
LEVELS = {"province", "city", "district", "site"}
UNSPACED = {"zh"}
"""Languages without spaces: a name that needs context is a piece of other words there; it stands only with its unit."""


@dataclass(frozen=True)
class Place:
    """A place of the sources: names by language, a leading "?" on those that need context."""

    key: str
    level: str
    country: str
    within: str
    valid: str
    names: dict[str, list[str]]


def written(source: dict[str, Any]) -> Iterator[Place]:
    """Yield the places of one source table."""
    for row in source["rows"]:
        if len(row) != len(source["columns"]):
            raise ValueError(f"places: {row} has {len(row)} columns, expected {source['columns']}")
        cells = dict(zip(source["columns"], row, strict=True))
        if cells["level"] not in LEVELS:
            raise ValueError(f"places: {row[0]} has level {cells['level']!r}; use one of {sorted(LEVELS)}")
        names = {language: names_of(cells, language, source) for language in tables.LANGUAGES}
        country = cells.get("country", source.get("country", ""))
        yield Place(cells["key"], cells["level"], country, cells["within"], cells.get("valid", ""), names)


def names_of(cells: dict[str, str], language: str, source: dict[str, Any]) -> list[str]:
    """Return the names in a language; an empty cell follows the language that the source is written in."""
    if cells.keys().isdisjoint({language, "en"}):
        return []  # a source of one language's own towns
    given = cells.get(language) or own_names(language).get(cells["key"], "")
    if not given and cells["level"] != "site" and language != "zh":
        given = cells["sv"] if source.get("country") == "SE" else cells["vi"] if source.get("unmarked") else cells["en"]
        given = unmarked(given) if source.get("unmarked") and language != "vi" else given
    if source.get("unmarked") and language == "en" and cells["level"] != "site":
        given = f"{given};{cells['vi']}"  # English papers of the country print the marks
    return list(dict.fromkeys(name for name in given.split(";") if name.strip("-")))


@cache
def own_names(language: str) -> dict[str, str]:
    """Return the names by key of a language that has a file of its own rather than a column in each source."""
    path = SOURCES / f"{language}.toml"
    return tables.read_source(path)["names"] if path.is_file() else {}


def unmarked(name: str) -> str:
    """Return a name without the marks of Vietnamese, as other languages print it."""
    turned = tables.spelling()["letters"]
    plain = name.translate(str.maketrans(turned))
    return "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign))


def exemplars(source: dict[str, Any]) -> Iterator[Place]:
    """Yield the cities that CLDR names for the time zones of the source."""
    for country, zones in source["zones"].items():
        for zone in zones:
            key = f"{country}-{zone.rpartition('/')[2].replace('_', '-').lower()}"
            key = source["keys"].get(key, key)
            names = {language: list(exemplar_names(zone, language)) for language in tables.LANGUAGES}
            for language, more in source["more"].get(key, {}).items():
                names[language].extend(more.split(";"))
            yield Place(
                key, "city", country, "", "", {name: list(dict.fromkeys(forms)) for name, forms in names.items()}
            )


def venues(source: dict[str, Any]) -> Iterator[Place]:
    """Yield the venues of the source: each language's names by town; a name that two languages share is one place."""
    found: dict[str, Place] = {}
    for language, towns in source["venues"].items():
        for town, listed in towns.items():
            for names in (cell.split(";") for cell in listed):
                country = town.partition("-")[0]
                key = f"{country}-{slug(names[0])}"
                place = found.setdefault(
                    key, Place(key, "site", country, town, "", {one: [] for one in tables.LANGUAGES})
                )
                place.names[language].extend(names)
    yield from found.values()


def slug(name: str) -> str:
    """Return a name as a piece of a key; one in signs, which have no letters, by their code points."""
    letters = re.sub(r"[^a-z0-9]+", "-", unmarked(name).lower()).strip("-")
    return letters or "-".join(f"{ord(sign):x}" for sign in name)


def exemplar_names(zone: str, language: str) -> Iterator[str]:
    """Yield what CLDR calls the city of a zone; where a Latin script has no name, the zone's own is it."""
    for identifier in LOCALES[language]:
        yield Locale.parse(identifier).time_zones.get(zone, {}).get("city", zone.rpartition("/")[2].replace("_", " "))


def traditional(name: str) -> str:
    """Return a Chinese name in traditional characters."""
    pairs = tables.spelling()["traditional"]
    return name.translate(str.maketrans(pairs))


def forms(name: str, language: str) -> Iterator[str]:
    """Yield a name in the spellings of its language."""
    if language == "vi":
        yield from tables.spellings(name)
    elif language == "zh":
        yield from dict.fromkeys((name, traditional(name)))
    else:
        yield name


def shown(name: str, level: str, language: str, cautious: set[str]) -> tuple[str, bool]:
    """Return a name without its mark, and whether it needs context; without spaces the word of its unit is that."""
    plain = name.removeprefix("?")
    caution = name != plain or plain in cautious
    unit = tables.spelling()["units"].get(level, "")
    return (plain + unit, False) if caution and unit and language in UNSPACED else (plain, caution)


def stops(names: list[str]) -> Iterator[tables.Row]:
    """Yield rows without a key: longer names that are no place, so that the place inside them is not read."""
    yield from ((name, "", "", "", "", "", "0") for name in names)


def rows(places: list[Place], language: str, cautious: set[str]) -> list[tables.Row]:
    """Return the rows of one language; a name that two places bear asks for context in both."""
    found: dict[tuple[str, ...], bool] = {}
    for place in places:
        for name in place.names[language]:
            plain, caution = shown(name, place.level, language, cautious)
            for form in forms(plain, language):
                row = (form, place.key, place.level, place.country, place.within, place.valid)
                found[row] = found.get(row, False) or caution
    bearers = Counter(name for name, _ in {(row[0].lower(), row[1]) for row in found})
    return [(*row, str(int(caution or bearers[row[0].lower()] > 1))) for row, caution in found.items()]


def complain(places: list[Place]) -> None:
    """Raise ValueError where a place lies within one that the tables do not have, or a key means two places."""
    keys = {place.key for place in places}
    missing = sorted({place.within for place in places if place.within} - keys)
    if missing:
        raise ValueError(f"places: within {missing}, which no row defines")
    repeated = [key for key, count in Counter((place.key, place.level) for place in places).items() if count > 1]
    if repeated:
        raise ValueError(f"places: {repeated} defined twice")
    misshapen = sorted(key for key in keys if not re.fullmatch(r"[A-Z]{2}-[A-Za-z0-9-]+", key))
    if misshapen:
        raise ValueError(f"places: keys {misshapen} are not a country, a hyphen and a name")


def main() -> int:
    """Write or check the tables of all languages."""
    sources = {path.stem: tables.read_source(path) for path in sorted(SOURCES.glob("*.toml"))}
    world = sources["world"]
    hand = chain.from_iterable(
        written(sources[name]) for name in ("vietnam", "china", "sweden", "nordic", "france", "world", "towns", "sites")
    )
    places = [*hand, *venues(sources["venues"]), *exemplars(world)]
    complain(places)
    cautious = set(world["caution"]["names"])
    columns = ("name", "key", "level", "country", "within", "valid", "caution")
    return tables.keep(
        {
            tables.LANGS / language / "places.tsv": tables.table(
                columns,
                [*rows(places, language, cautious), *stops(sources["stops"][language])],
                script="make_places.py",
            )
            for language in tables.LANGUAGES
        }
    )


if __name__ == "__main__":
    sys.exit(main())
