"""Whose account a report is, as its own opening says ("according to the embassy")."""

from giaoluu.langs.furniture import Furniture

OPENING = 400
"""Code points at the start of a paragraph in which the cue is looked for."""


def account_in(paragraph: str, words: Furniture) -> tuple[int, int, str] | None:
    """Return where a paragraph's opening names the body whose account it is, and that body; None without one.

    The cue opens a sentence or stands after a comma, and what follows names an embassy, a ministry,
    an agency or the like: a plan or a custom is nobody's account.

    >>> from giaoluu.langs.furniture import furniture
    >>> account_in("According to the Embassy of Sweden, the hall is full.", furniture("en"))
    (0, 34, 'Embassy of Sweden')
    """
    for found in words.account.finditer(paragraph[:OPENING]):
        if not _opens(paragraph, found.start()):
            continue
        group = next(name for name, value in found.groupdict().items() if value is not None)
        body = found[group].strip()
        folded = body.casefold()
        if folded.startswith(words.account_starts) or any(word in folded for word in words.account_contains):
            return found.start(), found.end(), body
    return None


def _opens(paragraph: str, start: int) -> bool:
    """Say whether a cue stands at the start of a sentence or after a comma."""
    before = paragraph[:start].rstrip()
    return not before or before[-1] in ',.;:!?)"\u201d\u2013-\u3002\uff0c\uff09\uff1a'
