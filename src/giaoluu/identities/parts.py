"""Names printed in part ("Macron"): who is meant follows from a post that one person holds at a time."""

import re
from collections.abc import Iterator

from giaoluu.identities.forms import HAN, fold_name, joints
from giaoluu.identities.posts import is_one_in_a_country, same_post
from giaoluu.identities.sightings import Sighting
from giaoluu.identities.tables import words
from giaoluu.identities.transliterated import part_sounds_alike
from giaoluu.identities.verdicts import Context

SPOKEN = 0.62
"""What a part of a name in another script says at most, where the post is the same."""

WRITTEN = 0.7
"""What it says in the same letters."""

HOLDER = "u "
"""How what the holder of a post is filed under begins."""

PART = " part"
"""How what a part of a name is filed under ends."""

LETTERS = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")


def is_part(name: str, country: str | None) -> bool:
    """Say whether a name is printed in part: one word in letters; in signs a foreign name without its dot.

    >>> is_part("Marchand", "FR"), is_part("Étienne Marchand", "FR"), is_part("马尔尚", "FR"), is_part("杨万明", "CN")
    (True, False, True, False)
    """
    if HAN.search(name):
        written_in_signs = country is None or country in words()["han"]["countries"]
        return len(fold_name(name)) == 1 or not (written_in_signs or not joints().isdisjoint(name))
    return len(LETTERS.findall(name)) == 1


def fit_of_part(one: str, other: str, contexts: tuple[Context, Context]) -> float:
    """Return how well a name printed in part goes with another of the same post; 0.0 where neither is a part.

    >>> from giaoluu.identities.verdicts import PostHeld
    >>> france = Context("FR", (PostHeld("head_of_state", country="FR"),))
    >>> fit_of_part("Marchand", "Étienne Marchand", (france,) * 2), fit_of_part("Marchand", "马尔尚", (france,) * 2)
    (0.7, 0.62)
    """
    ours, theirs = contexts
    parts = is_part(one, ours.country), is_part(other, theirs.country)
    if not any(parts) or not _hold_one_post(ours, theirs):
        return 0.0
    short, full = (one, other) if parts[0] else (other, one)
    if _stands_in(short, full) or (all(parts) and _stands_in(full, short)):
        return WRITTEN
    return SPOKEN if part_sounds_alike(short, full) else 0.0


def _stands_in(short: str, full: str) -> bool:
    """Say whether one name is a part of the other as it is written."""
    pieces = re.split("[" + re.escape("".join(sorted(joints()))) + r"\s]+", full)
    return fold_name(short) in {fold_name(piece) for piece in (pieces[0], pieces[-1])}


def _hold_one_post(ours: Context, theirs: Context) -> bool:
    return any(
        is_one_in_a_country(mine) and same_post(mine, its) is True for mine in ours.posts for its in theirs.posts
    )


def filed_under(sighting: Sighting) -> Iterator[str]:
    """Yield the posts of a sighting that one person holds at a time, with the year; a part of a name is marked.

    >>> from giaoluu.identities.verdicts import PostHeld
    >>> from giaoluu.model.edtf import Edtf
    >>> france = Context("FR", (PostHeld("head_of_state", country="FR"),), date=Edtf("2026-05-04"))
    >>> list(filed_under(Sighting("a", ("Marchand",), france)))
    ['u head_of_state FR 2026', 'u head_of_state FR 2026 part']
    """
    part = is_part(sighting.names[0], sighting.context.country)
    for post, year in _posts(sighting.context):
        yield f"{HOLDER}{post} {year}"
        if part:
            yield f"{HOLDER}{post} {year}{PART}"


def asked_of(sighting: Sighting) -> Iterator[str]:
    """Yield under what those are filed whom a sighting may mean: a part of a name asks for all, a full one for parts.

    They hold its post in the same year, the one before or the one after.
    """
    mark = "" if is_part(sighting.names[0], sighting.context.country) else PART
    for post, year in _posts(sighting.context):
        yield from (f"{HOLDER}{post} {near}{mark}" for near in (year - 1, year, year + 1))


def _posts(context: Context) -> Iterator[tuple[str, int]]:
    day = context.date.latest if context.date and not context.date.is_year_masked else None
    if day is not None:
        held = (post for post in context.posts if post.country and is_one_in_a_country(post))
        yield from dict.fromkeys((f"{post.kind} {post.country}", day.year) for post in held)
