"""Slots of date rules: numbers that a calendar can hold, and the words of a language for them.

`[values.NAME]` tables of dates.toml give each word its value; every table is a slot of that name, and
its words are the anchors of the rules that use it. A table named like a number adds words to that
number. `[numerals]` gives the digits of a script. Each list of `[before]` or `[after]` is a slot of no
width: one of its cues must stand there, and is no part of the date. Each slot has a second one for the
end of an interval: `{end_day}`.
"""

import re
from collections.abc import Mapping
from typing import Any

from giaoluu.langs.template import DIGIT, Part

YEAR = r"(?:1[0-9]|20|21)\d\d"
NUMBERS = {
    "day": r"3[01]|[12]\d|0?[1-9]",
    "late_day": r"3[01]|2\d|1[3-9]",
    "month": r"1[0-2]|0?[1-9]",
    "year": YEAR,
    "short_year": r"\d\d",
    "count": r"\d{1,3}",
    "hour": r"2[0-4]|1\d|0?\d",
    "minute": r"[0-5]\d",
}
"""Slot → the numbers that fit; a number that is part of a longer one never does."""

DIGITS = re.compile(r"[0-9]+")


def date_slots(words: Mapping[str, Any]) -> dict[str, Part]:
    """Return the slots of a pack's date rules, from the top of its dates.toml.

    >>> slots = date_slots({"values": {"weekday": {"monday": 1, "mon": 1}}, "numerals": {"〇": 0, "二": 2}})
    >>> sorted(slots["weekday"].anchors), slots["weekday"].pattern
    (['mon', 'monday'], 'monday|mon')
    >>> slots["numeral_year"].pattern
    '[〇二]{4}'
    """
    slots = {
        name: Part(rf"(?:(?<![0-9])(?:{pattern})(?![0-9]))", literals=frozenset({DIGIT}))
        for name, pattern in NUMBERS.items()
    }
    for name, table in words.get("values", {}).items():
        entries = [str(word).lower() for word in table]
        ordered = sorted(entries, key=lambda word: (-len(word), word))
        words_pattern = "|".join(map(re.escape, ordered))
        known = slots.get(name)
        slots[name] = Part(f"{known.pattern}|{words_pattern}") if known else Part(words_pattern, frozenset(entries))
    for name, cues in words.get("before", {}).items():
        known_cues = frozenset(cue.lower() for cue in cues)
        slots[name] = Part(f"(?:{'|'.join(map(_behind, sorted(known_cues)))})", known_cues, known_cues)
    for name, cues in words.get("after", {}).items():
        known_cues = frozenset(cue.lower() for cue in cues)
        slots[name] = Part(f"(?=(?:{'|'.join(map(re.escape, sorted(known_cues)))}))", known_cues, known_cues)
    if numerals := words.get("numerals"):
        slots["numeral_year"] = Part(f"[{''.join(map(re.escape, numerals))}]{{4}}")
    return slots | {f"end_{name}": part for name, part in slots.items()}


def _behind(cue: str) -> str:
    """Return the pattern of a cue that stands just before, a whole word where it starts with a letter."""
    boundary = r"\b" if cue[:1].isalnum() else ""
    return f"(?<={boundary}{re.escape(cue)})"


def date_value(name: str, text: str, words: Mapping[str, Any]) -> int | str | None:
    """Return what the words of a slot stand for, or None where the pack does not say.

    `end_month` looks into the tables `end_month` and `month`, then into all that end in `_month`.

    >>> date_value("end_month", "MAY", {"values": {"short_month": {"may": 5}}}), date_value("year", "2024", {})
    (5, 2024)
    >>> date_value("year", "二〇二四", {"numerals": {"〇": 0, "二": 2, "四": 4}})
    2024
    """
    if DIGITS.fullmatch(text):
        return int(text)
    folded = text.lower()
    base = name.rpartition("_")[2]
    tables = words.get("values", {})
    for table in (name, base, *(other for other in tables if other.endswith(f"_{base}"))):
        if folded in tables.get(table, ()):
            value: int | str = tables[table][folded]
            return value
    numerals = words.get("numerals", {})
    if folded and all(sign in numerals for sign in folded):
        return int("".join(str(numerals[sign]) for sign in folded))
    return None
