"""Write langs/<code>/countries.tsv: `python scripts/make_countries.py [--check]`.

Names come from CLDR through Babel; what CLDR lacks (variants, adjectives, sides) stands in
scripts/countries/*.toml. Columns: name, ISO 3166 alpha-2 (or the short name of a bloc), form,
caution (1: the form is also a common word or part of other names, so ask for more).
"""

import sys
from collections.abc import Iterator
from typing import Any

import tables
from babel import Locale

FORMS = ("name", "variant", "genitive", "adjective", "demonym", "side", "bloc", "short")
SOURCES = tables.SCRIPTS / "countries"


def names(source: dict[str, Any], common: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (name, country, form) of CLDR or what replaces it, then the variants."""
    replaced = source.get("replace", {})
    for identifier in source["locales"]:
        territories = Locale.parse(identifier).territories
        for code in sorted(code for code in territories if len(code) == 2 and code not in common["skip"]):
            form = "bloc" if code in common["blocs"] else "name"
            for name in replaced.get(code, [territories[code].replace(" (Burma)", "")]):
                yield name, code, form
    for code, forms in source.get("variant", {}).items():
        yield from ((name, code, "bloc" if code in common["blocs"] else "variant") for name in forms)


def inflected(source: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield adjectives and demonyms with the endings that the language adds."""
    endings = source.get("adjective_endings", [""])
    by_ending = source.get("adjective_endings_by", {})
    plural = source.get("demonym_endings", {})
    for code, forms in source.get("adjective", {}).items():
        for form in forms:
            own = max((end for end in by_ending if form.endswith(end)), key=len, default=None)
            yield from ((form + ending, code, "adjective") for ending in by_ending.get(own, endings))
            yield from ((form + add, code, "demonym") for ending, add in plural.items() if form.endswith(ending))
    for section in ("demonym", "demonym_er", "demonym_ar"):
        added = source.get(section.replace("demonym_", "demonym_endings_"), [""]) if section != "demonym" else [""]
        for code, forms in source.get(section, {}).items():
            yield from ((form + ending, code, "demonym") for form in forms for ending in added)


def genitives(named: list[tuple[str, str, str]], source: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield names with the ending of the genitive, where the language writes it onto the name."""
    rule = source.get("genitive")
    if rule is None:
        return
    for name, code, form in named:
        if name[-1].lower() not in rule["except"] and not name.isupper() and ":" not in name:
            yield name + rule["add"], code, "genitive" if form != "bloc" else "bloc"


def rows(source: dict[str, Any], common: dict[str, Any]) -> list[tables.Row]:
    """Return the rows of one language, names first."""
    found = list(names(source, common))
    for form in ("side", "bloc", "short"):
        found.extend((name, code, form) for code, forms in source.get(form, {}).items() for name in forms)
    found.extend(genitives([entry for entry in found if entry[2] in {"name", "variant", "bloc"}], source))
    found.extend(inflected(source))
    added = source.get("genitive", {}).get("add", "")
    cautious = {name + ending for name in source["caution"]["names"] for ending in ("", added)}
    spelt = [
        (spelling, code, form, str(int(form == "short" or name in cautious)))
        for name, code, form in found
        for spelling in (tables.spellings(name) if source.get("tones") else (name,))
    ]
    kept = tables.unique(((name, code, form) for name, code, form, _ in spelt), keys=2, name="countries")
    caution = {entry[:3]: entry[3] for entry in reversed(spelt)}
    ordered = sorted(kept, key=lambda row: FORMS.index(row[2]))
    return [(*row, caution[row]) for row in ordered]  # type: ignore[index]


def main() -> int:
    """Write or check the tables of all languages."""
    common = tables.read_source(SOURCES / "common.toml")
    files = {}
    for language in tables.LANGUAGES:
        source = tables.read_source(SOURCES / f"{language}.toml")
        text = tables.table(("name", "country", "form", "caution"), rows(source, common), script="make_countries.py")
        files[tables.LANGS / language / "countries.tsv"] = text
    return tables.keep(files)


if __name__ == "__main__":
    sys.exit(main())
