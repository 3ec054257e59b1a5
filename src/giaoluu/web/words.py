"""Codes and dates in the language of the page: kinds of kinds.toml, months and countries of CLDR, the rest of .po."""

import re
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_noop as _

from giaoluu.langs.kinds import Kind, kinds

LEAP_YEAR = 2024
"""A year that has every day that a date without year may name."""

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?")
_MASKED = re.compile(r"(\d{4})-(\d\d|XX)(-XX)?")
_DECADE = re.compile(r"(\d{2})(\d|X)X")

DATES = frozenset({"date", "bounds", "due", "published"})
"""Properties whose values are dates."""

CODED = {
    "status": "status",
    "direction": "direction",
    "quotation": "act",
    "commitment": "strength",
    "proposal": "strength",
}
"""Property with codes of a closed list → the context of their words."""


def label(context: str, code: str) -> str:
    """Return a code of a closed list (status, role, act, …) in words; the code itself where none are known."""
    return pgettext(context, code).replace("_", " ") if code else ""


def theme_words(code: str) -> str:
    """Return what words are about: a theme, or a framework that they invoke, with the number of its item.

    >>> theme_words("framework belt_and_road"), theme_words("education")
    ('Belt and Road', 'education')
    """
    if not code.startswith("framework "):
        return label("theme", code)
    _word, key, *item = code.split()
    return " ".join((label("framework", key), *(f"({number})" for number in item)))


def kind_label(name: str) -> str:
    """Return a kind in words."""
    found = kinds().get(name)
    return _said(found) if found else name.replace("_", " ")


def mode_label(kind: str, mode: str) -> str:
    """Return a mode in words, or those of its kind where there is no mode."""
    found = kinds().get(kind)
    if found and mode in found.modes:
        words = found.modes[mode].label
        return words.get(get_language() or "en") or words["en"]
    return mode.replace("_", " ") if mode else kind_label(kind)


def country_name(code: str) -> str:
    """Return a country in words.

    >>> country_name("SE")
    'Sweden'
    """
    return str(_locale(get_language() or "en").territories.get(code, code)) if code else ""


def language_name(code: str) -> str:
    """Return a language in words.

    >>> language_name("vi")
    'Vietnamese'
    """
    return str(_locale(get_language() or "en").languages.get(code.replace("-", "_"), code)) if code else ""


def value_words(name: str, value: str) -> str:
    """Return the value of a claim in words, by the name of its property; what has no words stays as it is.

    >>> [value_words(*one) for one in (("date", "2025-03"), ("country", "SE"), ("kind", "meeting"), ("place", "Huế"))]
    ['March 2025', 'Sweden', 'Meeting', 'Huế']
    """
    if name in DATES:
        return edtf_words(value)
    if name in CODED:
        return label(CODED[name], value)
    if name == "mode":
        return mode_label(next((kind.name for kind in kinds().values() if value in kind.modes), ""), value)
    return {"kind": kind_label, "country": country_name}.get(name, str)(value)


def edtf_words(text: str) -> str:
    """Return a date in words, as precise as it is and no more.

    >>> [edtf_words(text) for text in ("2025-03-11", "2025-03", "2017/2023", "2024~", "2025-03-03/2025-03-05")]
    ['11 March 2025', 'March 2025', '2017 – 2023', 'about 2024', '3 – 5 March 2025']
    >>> [edtf_words(text) for text in ("XXXX-09-23", "2026-22", "198X", "19XX", "2026-05-XX")]
    ['23 September, year not stated', 'summer 2026', 'the 1980s', 'the years 1900 to 1999', 'May 2026, day not stated']
    """
    if "/" in text:
        first, last = text.split("/", 1)
        if first in {"..", ""}:
            return gettext("until %(date)s") % {"date": edtf_words(last)}
        if last in {"..", ""}:
            return gettext("from %(date)s") % {"date": edtf_words(first)}
        near = len(first) == len(last) == 10 and first[:7] == last[:7]
        return f"{first[8:].lstrip('0') if near else edtf_words(first)} – {edtf_words(last)}"
    if text.endswith(("~", "%")):
        return gettext("about %(date)s") % {"date": edtf_words(text[:-1])}
    if text.endswith("?"):
        return gettext("perhaps %(date)s") % {"date": edtf_words(text[:-1])}
    return _one_day(text, get_language() or "en")


@lru_cache(maxsize=1 << 14)
def _one_day(text: str, language: str) -> str:
    """Return a day or month in words of the language that is spoken now; what is neither stays as it is."""
    parts = _DAY.fullmatch(text)
    if parts is None or not 1 <= int(parts[2]) <= 12:
        return _season(text) or _masked(text, language) or text
    locale = _locale(language)
    if parts[1] == "XXXX":
        day = date(LEAP_YEAR, int(parts[2]), int(parts[3] or 1))
        words = format_skeleton("MMMMd" if parts[3] else "MMMM", day, locale=locale)
        return gettext("%(date)s, year not stated") % {"date": words}
    day = date(int(parts[1]), int(parts[2]), int(parts[3] or 1))
    if parts[3]:
        return format_date(day, pgettext("date pattern", "d MMMM y"), locale=locale)
    return format_skeleton("yMMMM", day, locale=locale)


def _season(text: str) -> str:
    """Return a season in words, or nothing."""
    year, _dash, number = text.partition("-")
    seasons = {
        "21": _("spring %(year)s"),
        "22": _("summer %(year)s"),
        "23": _("autumn %(year)s"),
        "24": _("winter %(year)s"),
    }
    return gettext(seasons[number]) % {"year": year} if number in seasons and year.isdecimal() else ""


def _masked(text: str, language: str) -> str:
    """Return a date with unknown figures in words, or nothing."""
    if found := _DECADE.fullmatch(text):
        if found[2] == "X":
            return gettext("the years %(first)s to %(last)s") % {"first": f"{found[1]}00", "last": f"{found[1]}99"}
        return gettext("the %(year)ss") % {"year": f"{found[1]}{found[2]}0"}
    if (found := _MASKED.fullmatch(text)) is None:
        return ""
    if found[2] == "XX":
        return gettext("%(date)s, month not stated") % {"date": found[1]}
    return gettext("%(date)s, day not stated") % {"date": _one_day(f"{found[1]}-{found[2]}", language)}


def _said(kind: Kind) -> str:
    return kind.label.get(get_language() or "en") or kind.label["en"]


@cache
def _locale(language: str) -> Locale:
    """Return CLDR's words of a language; English is British, whose dates go day, month, year."""
    try:
        return Locale.parse("en_GB" if language.startswith("en") else language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
