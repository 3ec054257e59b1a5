"""Whose press writes: the outlet or agency that the head of an article names, or words in which only one writes."""

import re
from functools import cache

from giaoluu.langs.pack import Pack
from giaoluu.model.article import Article

HEAD = 300
"""Signs of an article that hold its title, outlet and dateline."""

FOOT = 120
"""Signs at its end that hold the hour and place of release."""

OTHER = 12
"""Signs in head and foot that a pack writes otherwise, from which on an article is in the other signs."""


@cache
def _press(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Return (outlet or agency as on a tape, country) from `press` of names.toml."""
    press = pack.words.get("names", {}).get("press", {})
    return tuple((pack.fold(outlet), country) for country, outlets in press.items() for outlet in outlets)


def press_country(article: Article, pack: Pack) -> str | None:
    """Return the country of an outlet or agency that the head of an article names as its own, or None.

    Where it names none, words of `written` in names.toml tell it in a text in other signs than the pack's own.
    """
    head = pack.fold(f"{article.text[:HEAD]} {article.outlet or ''}")
    told = next((country for outlet, country in _press(pack) if outlet in head and _writes(outlet, head, pack)), None)
    written = pack.words.get("names", {}).get("written", {})
    if told is not None or not written:
        return told
    text = f"{article.text[:HEAD]} {article.text[-FOOT:]}".lower()
    ends = pack.fold(text)
    if sum(map(str.__ne__, text, ends)) < OTHER:
        return None
    return next((country for country, words in written.items() if any(word in ends for word in words)), None)


def _writes(outlet: str, head: str, pack: Pack) -> bool:
    """Say whether an outlet that the head of an article names writes it: one only quoted does not.

    Words of the pack (`quoted_before`, `quoted_after`) stand beside the name of a quoted one.
    """
    before, after = pack.list_of("names", "quoted_before"), pack.list_of("names", "quoted_after")
    places = (match.span() for match in re.finditer(re.escape(outlet), head))
    return any(
        not ((before and head[:start].endswith(before)) or (after and head.startswith(after, end)))
        for start, end in places
    )
