"""What the name of an organisation is made of: notions, countries, places, and words that no table has."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import ahocorasick_rs

from giaoluu.identities.forms import HAN, fold_name
from giaoluu.langs.pack import codes

FIRST = ("vi", "zh", "en", "sv")
"""Languages whose words are looked at first; those of all other packs come after them."""

LETTER = re.compile(r"[^\W_]")
WORDS = re.compile(r"[^\W\d_]+")
BILATERAL = frozenset({"friendship", "embassy", "consulate", "consulate general"})
"""Notions of organisations that are between two countries: there each country counts, and their order."""

SHORT = 6
"""Letters of a country's name that may be one of a pair ("Viet-Nga")."""


class Parts(NamedTuple):
    """What a name is made of. `told` are the notions that tell something; `alias` names the line of the table."""

    folded: str
    notions: frozenset[str]
    countries: tuple[str, ...]
    places: frozenset[str]
    rest: tuple[str, ...]
    is_branch: bool
    alias: str

    @property
    def is_bilateral(self) -> bool:
        """Say whether the organisation stands between two countries."""
        return not BILATERAL.isdisjoint(self.notions)

    @property
    def told(self) -> frozenset[str]:
        """The notions that have weight."""
        return frozenset(key for key in self.notions if weights()[key] >= 0.5)


class Found(NamedTuple):
    """A stretch of a name and what it means."""

    start: int
    end: int
    kind: str
    key: str

    def parted(self) -> "tuple[Found, ...]":
        """Return a short name of a country's body as its notion and its country, anything else as it is."""
        if self.kind != "both":
            return (self,)
        notion, country = self.key.split("|")
        return self._replace(kind="notion", key=notion), self._replace(kind="country", key=country)


@lru_cache(maxsize=1 << 14)
def parts_of(name: str) -> Parts:
    """Return what the name of an organisation is made of.

    >>> parts = parts_of("Đại sứ quán Việt Nam tại Trung Quốc")
    >>> parts.countries, sorted(parts.told)
    (('VN', 'CN'), ['embassy'])
    """
    folded = fold_name(name.replace("\u2019", "'"))
    alias, country = _aliases().get(folded, ("", ""))
    found = sorted(part for item in _scan(folded) for part in item.parted())
    covered = {place for item in found for place in range(item.start, item.end)}
    left = "".join(" " if place in covered else sign for place, sign in enumerate(folded))
    rest = tuple(left.replace(" ", "")) if HAN.search(folded) else tuple(WORDS.findall(left))
    countries = dict.fromkeys(code for item in found if item.kind == "country" for code in item.key.split())
    notions = frozenset(item.key for item in found if item.kind == "notion")
    return Parts(
        folded,
        notions,
        tuple(countries) or ((country,) if country else ()),
        frozenset(item.key for item in found if item.kind == "place"),
        tuple(word for word in rest if LETTER.match(word)),
        "branch" in notions,
        alias,
    )


def _scan(folded: str) -> Iterator[Found]:
    """Yield the stretches of a name that tables know, the longest first where they overlap."""
    machine, meanings = _machine()
    is_han = bool(HAN.search(folded))
    hits = machine.find_matches_as_indexes(folded, overlapping=True)
    spans = sorted(((start, end, number) for number, start, end in hits), key=lambda hit: (hit[0] - hit[1], hit[0]))
    taken: set[int] = set()
    for start, end, number in spans:
        if taken.isdisjoint(range(start, end)) and (is_han or _whole(folded, start, end)):
            taken.update(range(start, end))
            yield Found(start, end, *meanings[number])


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether a stretch is not a piece of a longer word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before and LETTER.match(before)) and not (after and LETTER.match(after))


@cache
def _machine() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, str]]]:
    """Return what finds the words of all tables, and what each of them means."""
    meanings: dict[str, tuple[str, str]] = {}
    for language in (*FIRST, *(code for code in codes() if code not in FIRST)):
        meanings.update(_pairs(language))
        for name, key, _, _, _, _, caution in _rows(language, "places"):
            if key and caution == "0":
                meanings.setdefault(fold_name(name), ("place", key))
        for name, code, form, _ in _rows(language, "countries"):
            if form not in {"side", "bloc", "short"} and len(name) > 1:
                meanings[fold_name(name)] = ("country", code)
    for notion in _table()["notion"]:
        meanings.update((fold_name(word), ("notion", notion["key"])) for word in notion["words"])
    for short in _table()["short"]:
        meanings.update((fold_name(word), ("both", f"{short['notion']}|{short['country']}")) for word in short["words"])
    return ahocorasick_rs.AhoCorasick(list(meanings)), list(meanings.values())


def _pairs(language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield two short names of countries side by side, as they are written of relations."""
    rows = list(_rows(language, "countries"))
    short = {name: code for name, code, form, _ in rows if form == "short"}
    brief = {name: code for name, code, form, _ in rows if form == "name" and len(name) <= SHORT and " " not in name}
    brief = short if language == "zh" else short | brief
    joints = ("",) if language == "zh" else ("-", " - ", "\u2013", " \u2013 ")
    for one, first in brief.items():
        for other, second in brief.items():
            if first != second and (one in short or other in short):
                yield from ((fold_name(one + joint + other), ("country", f"{first} {second}")) for joint in joints)


def _rows(language: str, name: str) -> Iterator[list[str]]:
    """Return the rows of a table of a pack; a pack without it has none."""
    table = files("giaoluu.langs") / language / f"{name}.tsv"
    text = table.read_text(encoding="utf-8") if table.is_file() else ""
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


@cache
def _table() -> Mapping[str, Any]:
    path = files("giaoluu.identities") / "readings" / "organisations.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def weights() -> Mapping[str, float]:
    """Return how much each notion tells."""
    return {notion["key"]: float(notion.get("weight", 1.0)) for notion in _table()["notion"]}


@cache
def fields() -> Mapping[str, str]:
    """Return the field of a post that a notion names, where it is not the notion itself."""
    return {notion["key"]: str(notion["field"]) for notion in _table()["notion"] if "field" in notion}


@cache
def local_notions() -> frozenset[str]:
    """Return the notions of bodies that are always of a place."""
    return frozenset(notion["key"] for notion in _table()["notion"] if notion.get("local"))


@cache
def _aliases() -> Mapping[str, tuple[str, str]]:
    """Return folded name → (line of the table, country)."""
    lines = enumerate(_table()["organisation"])
    return {fold_name(form): (str(place), entry["country"]) for place, entry in lines for form in entry["forms"]}
