"""Countries that speak: "Norway hopes that …", "Norway and Laos agreed to …", "the Lao side proposed …"."""

from dataclasses import replace

from giaoluu.activities.scenes import Scene
from giaoluu.langs.tape import Found
from giaoluu.model.mentions import Mention

JOINS = 12
"""Signs of the tape between two countries that are joined by "and"."""


def country_subject(scene: Scene, cue: Found, floor: int) -> Mention | None:
    """Return the country that is the subject of a cue, as a joint one where two are joined; else None.

    It opens its clause: nothing stands before it, or one of the words of the pack that may (`country_after` in
    sayings.toml; a pack without these has no such subjects). Behind it stands the verb, or one of `country_before`.
    """
    leads = scene.pack.list_of("sayings", "country_after")
    found = _speaking(scene, floor, cue.start + 1) if leads else []
    if not found:
        return None
    at, country = found[-1]
    between = scene.tape.folded[at + 1 : cue.start].strip()
    if between and between not in scene.pack.list_of("sayings", "country_before"):
        return None
    start, kind = at, "body"
    if len(found) > 1 and _are_joined(scene, found[-2][0], at):
        start, kind = found[-2][0], "joint"
    return replace(country, kind=kind) if _opens(scene.tape.folded[:start], leads) else None


def _speaking(scene: Scene, start: int, end: int) -> list[tuple[int, Mention]]:
    """Return the countries in a stretch, and the seats of governments that speak for them (`speaking_places`)."""
    seats = scene.pack.list_of("sayings", "speaking_places")
    return [
        (at, one)
        for at, one in scene.of_type("country", "place", start=start, end=end)
        if one.kind == "country" or scene.pack.fold(scene.source[one.start : one.end]) in seats
    ]


def _are_joined(scene: Scene, first: int, last: int) -> bool:
    """Say whether two countries stand side by side with a word for "and" between."""
    between = scene.tape.folded[first + 1 : last]
    words = tuple(f" {word} " for word in scene.pack.list_of("names", "links"))
    return bool(words) and between.startswith(words) and len(between) < JOINS


def _opens(before: str, leads: tuple[str, ...]) -> bool:
    """Say whether nothing stands before a country, or one of the words behind which a subject may stand."""
    text = f" {before}".rstrip()
    ends = tuple(lead if len(lead) == 1 else f" {lead}" for lead in leads)
    return not text.strip(" \"“”'‘*-–") or text.endswith(ends)
