"""The language of an article's own text."""

import re

import pycld2

from giaoluu.model.letters import SIGNS

ENOUGH = 3000
"""Code points that are looked at: more text changes no answer."""
OPENING = 200
"""Code points that mostly show that there are letters enough."""
MANY = 40
"""Letters by which the likeliest language is believed."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
LETTERS = re.compile(r"[^\W\d_]+")
HAN = re.compile(f"[{SIGNS}]+")
KANA = re.compile(r"[\u3040-\u30ff]+")
NAMES = {"zh-Hant": "zh", "no": "nb", "iw": "he"}
NEAR = {"nb": "sv", "nn": "sv", "da": "sv"}
"""Languages that a line or two are taken for → the one whose letters tell it from them."""
TELLING = re.compile(r"[\u00e4\u00f6]", re.IGNORECASE)
AGAINST = re.compile(r"[\u00e6\u00f8]", re.IGNORECASE)


def language_of(text: str, *, hint: str | None = None) -> str | None:
    """Return the ISO 639 code of the language of a text, or None where the text does not show one.

    `hint` is what a page says of itself; it decides only where the text does not.

    >>> language_of("Ministern tog emot gästerna och tackade för det goda samarbetet."), language_of("12:40")
    ('sv', None)
    """
    sample = CONTROL.sub(" ", text[:ENOUGH])
    han = _count(HAN, sample)
    letters = _count(LETTERS, sample[:OPENING])
    if han or letters < MANY:
        letters = _count(LETTERS, sample)
    if han > letters / 3:
        return "ja" if _count(KANA, sample) > letters / 20 else "zh"
    known = None
    if letters >= 12:
        try:
            reliable, _, details = pycld2.detect(sample, bestEffort=True)
        except pycld2.error:
            details, reliable = (), False
        if details and details[0][1] != "un" and (reliable or letters >= MANY):
            known = NAMES.get(details[0][1], details[0][1])
            if known in NEAR and TELLING.search(sample) and not AGAINST.search(sample):
                known = NEAR[known]
    return known or (hint.split("-")[0].split("_")[0].lower() or None if hint else None)


def _count(signs: re.Pattern[str], text: str) -> int:
    """Return how many signs of a text are in runs of some."""
    return sum(map(len, signs.findall(text)))
