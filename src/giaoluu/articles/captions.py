"""Captions of pictures: the words about the picture, and who is credited."""

import re
from dataclasses import dataclass

from giaoluu.articles.lines import Line
from giaoluu.langs.furniture import Furniture

TAGGED = re.compile(r"<figcaption[^<>]*>\s*(?P<words>[^<>]*[^<>\s])\s*(?:</|$)", re.IGNORECASE)
BRACKETED = re.compile(r"\([A-Za-z]{1,2}\)")
"""A letter or two in brackets: who stands left or right, or of which party somebody is."""
SHORT = 30
"""Units of the longest line that a single letter in brackets makes a caption."""
LONGEST = 90
"""Units of the longest line that is still a caption because of its credit, or of who it says stands where."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Where the credit of a caption stands in its line: the whole form, and the name in it."""

    start: int
    end: int
    name_start: int
    name_end: int


def credit_in(line: str, words: Furniture) -> Credit | None:
    """Return the credit at the end of a line, or None.

    >>> from giaoluu.langs.furniture import furniture
    >>> line = "The hall before the talks. (Photo: City Library)"
    >>> credit = credit_in(line, furniture("en"))
    >>> line[credit.start : credit.end], line[credit.name_start : credit.name_end]
    ('(Photo: City Library)', 'City Library')
    """
    tail = max(0, len(line) - 200)
    folded = line[tail:].casefold()
    if words.credit_hints.search(folded) is None:
        return None
    for form in words.credits_at_end:
        found = form.search(line, tail)
        if found is None or not found["name"].strip():
            continue
        start, end = found.span()
        whole = line[start:end]
        start += len(whole) - len(whole.lstrip(" .,;!?-\u2013\u2014|\u3002\uff0c"))
        end -= len(whole) - len(whole.rstrip(" |"))
        opened = max(line.rfind(bracket, tail, start) for bracket in "([\uff08\u3010")
        if opened >= 0 and not any(bracket in line[opened:start] for bracket in ")]\uff09\u3011"):
            return Credit(opened, end, opened + 1, found.end("name"))
        return Credit(start, end, found.start("name"), found.end("name"))
    return None


def words_about(line: str, credit: Credit | None) -> tuple[int, int] | None:
    """Return where the words about the picture stand in a caption's line, without markup, pipes and credit.

    >>> words_about("| Two flags |", None)
    (2, 11)
    """
    tagged = TAGGED.search(line)
    if tagged is not None:
        return tagged.span("words")
    end = credit.start if credit else len(line)
    piece = line[:end]
    start = len(piece) - len(piece.lstrip("| \t*_#>"))
    end = len(piece.rstrip("| \t*_-\u2013\u2014/"))
    return (start, end) if start < end else None


def _tells_side(line: Line, words: Furniture) -> bool:
    """Say whether a line tells in brackets where somebody stands; a lone letter in a long line is that of a party."""
    found = words.side.search(line.text)
    if found is None or BRACKETED.fullmatch(found[0]) is None:
        return found is not None
    letters = set(BRACKETED.findall(line.text))
    return all(words.side.fullmatch(one) for one in letters) and (len(letters) > 1 or line.units <= SHORT)


def is_caption(line: Line, before: Line | None, words: Furniture) -> bool:
    """Say whether a line of the article is a picture's markup or its caption."""
    if line.image:
        return True
    if line.units > LONGEST:
        return False
    if line.text.startswith("|") or line.text.endswith(" |"):
        return True
    if credit_in(line.text, words) is not None or _tells_side(line, words):
        return True
    return (
        before is not None and before.image and not before.text.startswith("</") and not line.prose and not line.marked
    )
