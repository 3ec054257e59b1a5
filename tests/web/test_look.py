"""The sheet of the site: contrast that everybody can read (WCAG 2.2 AA), nothing from elsewhere."""

import re
from pathlib import Path

import pytest

SHEET = (Path(__file__).parents[2] / "src/giaoluu/web/static/web/site.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", block))
    for block in re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[:2]
)
PAIRS = [
    *[(words, ground) for words in ("ink", "soft", "accent") for ground in ("paper", "card")],
    *[("ink", mark) for mark in ("chosen", "person", "organisation", "place", "date", "activity", "other")],
    ("accent", "accent-soft"),
    ("ink", "accent-soft"),
    ("warn", "warn-soft"),
    ("warn", "card"),
    ("paper", "accent"),
]
SHAPES = [("said", "card"), ("promise", "card")]


def light_of(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = (int(digits[turn : turn + 2], 16) / 255 for turn in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light_of(one), light_of(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out(colours):
    assert [pair for pair in PAIRS if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []
    assert [pair for pair in SHAPES if contrast(colours[pair[0]], colours[pair[1]]) < 3] == []


def test_nothing_comes_from_elsewhere():
    assert not re.search(r"@import|url\(|https?:", SHEET)
