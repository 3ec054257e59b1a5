"""The credit of a caption by its form alone, in any language: a copyright sign, brackets at the end, a last piece."""

import re
from collections.abc import Sequence

LONGEST = 70
RIGHTS = re.compile(r"\s*(?:\u00a9|\(c\))\s*(?P<credit>.{2,120})$", re.IGNORECASE)
BRACKETS = re.compile(r"(?<=[.!?\u3002\u201d\"\u00bb)\w])\s+[(\[](?P<credit>[^()\[\]]{2,90})[)\]]\s*\.?$")
LABEL = re.compile(
    r"(?:(?<=[.!?\u3002\u201d\"\u00bb)])\s*|\s[|/\u2013\u2014-]\s*)(?P<credit>\w+\s?[:\uff1a=]\s?[^:.]{2,70})$"
)
SLASH = re.compile(r"(?<=\w)\s/\s(?P<credit>[^.!?]{2,80}\.?)$")
AFTER_STOP = re.compile(r"(?<=\w[.!?\u3002])\s+(?P<credit>[^.!?\u3002]{2,60})$")
EQUALS = re.compile(r"[=\uff1d](?P<credit>[^\s=\uff1d]{2,20})$")
ONLY_LABEL = re.compile(r"^\w+\s?[:\uff1a]\s?[^:]{2,60}$|^[(\[\u00a9].{2,60}$")
STOPS = '.!?\u3002\u201d"\u00bb)'


def credited(pieces: Sequence[str]) -> tuple[str, str | None]:
    """Return the words of a caption and its credit, from the pieces of text that its markup gives.

    >>> credited(["The hall before the talks.", "City Library"])
    ('The hall before the talks.', 'City Library')
    >>> credited(["The hall before the talks. \\u00a9 A. Ek / City"])
    ('The hall before the talks.', 'A. Ek / City')
    """
    whole = " ".join(pieces).strip()
    if ONLY_LABEL.match(whole) and len(whole.split()) <= 8:
        return "", whole
    for form in (RIGHTS, LABEL, EQUALS, SLASH):
        found = form.search(whole)
        if found is not None:
            return whole[: found.start()], found["credit"]
    found = BRACKETS.search(whole)
    if found is not None and _names(found["credit"], after_stop=whole[: found.start()].endswith(tuple(STOPS))):
        return whole[: found.start()], found["credit"]
    if len(pieces) > 1 and _is_last_piece(pieces):
        return " ".join(pieces[:-1]), pieces[-1]
    found = AFTER_STOP.search(whole)
    if (
        found is not None
        and len(found["credit"].split()) <= 6
        and not any(part[0].islower() for part in found["credit"].split())
    ):
        return whole[: found.start()], found["credit"]
    return whole, None


def _names(inside: str, *, after_stop: bool) -> bool:
    """Say whether words in brackets name somebody: several with a capital, or a slash between them."""
    if any(sign in inside for sign in "/=:|"):
        return True
    parts = inside.split()
    return after_stop and len(parts) >= 2 and all(part[0].isupper() or not part[0].isalpha() for part in parts)


def _is_last_piece(pieces: Sequence[str]) -> bool:
    """Say whether the last piece of a caption is a short name after words of their own."""
    last, before = pieces[-1], " ".join(pieces[:-1])
    short = (
        len(last) <= LONGEST
        and len(last.split()) <= 8
        and not last.endswith((".", "!", "?", ","))
        and last[0].isalnum()
    )
    return short and (before.rstrip().endswith(tuple(STOPS)) or len(before) >= 25) and not last[0].islower()
