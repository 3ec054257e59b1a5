"""Surroundings of a trigger: the dates, places, details, clause and status that stand beside it on the tape."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from giaoluu.activities.cues import cues_of
from giaoluu.activities.days import is_of_telling, nearest_first
from giaoluu.langs.signs import ANY_SIGN, SIGN
from giaoluu.model.activities import Status
from giaoluu.model.article import ZoneKind
from giaoluu.model.mentions import Mention

if TYPE_CHECKING:
    from giaoluu.activities.scenes import Scene
    from giaoluu.activities.sightings import Sighting

BEHIND = 60
"""Signs of the tape behind a noun in which a verb tells whether it has taken place, or a year when it did."""

BREAK = re.compile(r"[;；。|]")
TOWN = re.compile(r"(?: [^\W\d_a-z][\w'\u2019-]*){1,3}, $")
"""A town in capitals right before the land in which it lies ("in Norbury, Ohio")."""

INSIDE = re.compile(rf"{SIGN['place']}(?:, | [(]| - )$")
"""A place right before the place that holds it ("at the theatre, Oslo")."""
PARTIES = re.compile(rf"[{ANY_SIGN},]")
"""Those listed behind a trigger, on a tape."""
LIST_BREAK = re.compile(r"[,，、]")


@dataclass(frozen=True, slots=True)
class Detail:
    """What other words say of an activity: the field, and the stretches of the tape with its items."""

    field: str
    items: tuple[tuple[int, int], ...]
    rule: str


def nearest(sighting: "Sighting", all_here: "list[Sighting]", kind: str) -> Iterator[Mention]:
    """Yield the spans of a type that belong to a trigger.

    Those after it up to the next, and, for the first, those before.
    """
    if kind == "date":
        yield from _dates(sighting, all_here)
        return
    found = list(_owned(sighting, all_here, kind))
    if kind == "place" and sighting.kind != "visit":
        found = [one for one in found if one[1].ref or not _is_parted(sighting, one[0])]
        found = found or _opening_places(sighting, all_here[0])
        found = [one for one in found if not _is_goal(sighting.scene, one[0])] or found
    yield from (mention for _, mention in found)


def _is_parted(sighting: "Sighting", position: int) -> bool:
    """Say whether a comma stands between a trigger and a house behind it: another verb's, which is no trigger."""
    return bool(LIST_BREAK.search(sighting.scene.tape.text, sighting.end, position))


def _opening_places(sighting: "Sighting", first: "Sighting") -> list[tuple[int, Mention]]:
    """Return the places that open a sentence before anybody acts: all its verbs up to another day happen there."""
    scene = sighting.scene
    if sighting is first or sighting.rule.get("noun") or scene.of_type("date", start=first.end, end=sighting.start):
        return []
    acting = scene.parties(0, first.start)
    if not acting or BREAK.search(scene.tape.text, acting[0][0], sighting.start):
        return []
    if _is_said_behind(scene, acting[0][0], sighting.start):
        return []
    return [one for one in _spans(scene, "place") if one[0] < acting[0][0]]


def _is_goal(scene: "Scene", position: int) -> bool:
    """Say whether a place is only where somebody goes: one of the pack's `goal_words` stands before it."""
    words = tuple(f" {word}" for word in scene.pack.list_of("activities", "goal_words"))
    return bool(words) and f" {scene.tape.folded[:position].rstrip()}".endswith(words)


def country_of_scene(sighting: "Sighting") -> tuple[Mention, ...]:
    """Return the country that opens the sentence of a trigger ("In Norway, …") or follows it and its parties at once.

    One of the pack's `country_words` stands before it. In a title it may also stand at the very end.
    """
    scene = sighting.scene
    words = scene.pack.list_of("activities", "country_words")
    for position, mention in scene.of_type("country") if words else ():
        before = scene.tape.folded[:position].strip()
        behind = " ".join(PARTIES.sub(" ", scene.tape.folded[min(sighting.end, position) : position]).split())
        for word in scene.pack.list_of("names", "links"):
            behind = behind.removeprefix(f"{word} ")
        if (
            before in words or behind in words or _closes_title(scene, position, words)
        ) and not scene.tape.text.startswith("-", position + 1):
            return (mention,)
    return ()


def _closes_title(scene: "Scene", position: int, words: tuple[str, ...]) -> bool:
    """Say whether a country behind one of some words is the last thing in a title."""
    if scene.sentence.zone is not ZoneKind.TITLE or scene.tape.text[position + 1 :].strip(" .?!"):
        return False
    return f" {scene.tape.folded[:position].rstrip()}".endswith(tuple(f" {word}" for word in words))


def _dates(sighting: "Sighting", all_here: "list[Sighting]") -> list[Mention]:
    """Return the dates that belong to a trigger, without those that tell when something was told."""
    scene, start, end = sighting.scene, sighting.start, sighting.end
    owned = [
        (at, one)
        for at, one in _owned(sighting, all_here, "date")
        if not _is_coarse(one.value or "") or at - end <= BEHIND
    ]
    return nearest_first(scene, [(at, one) for at, one in owned if not is_of_telling(scene, at, start, end)], end)


def _is_coarse(date: str) -> bool:
    """Say whether a date is a year or a season of one: far behind words for an activity it is of something else."""
    return len(date) == len("2000") or (len(date) == len("2000-21") and date[-2:] > "12")


def _owned(sighting: "Sighting", all_here: "list[Sighting]", kind: str) -> Iterator[tuple[int, Mention]]:
    """Yield the spans of a type that belong to a trigger, with their positions."""
    scene = sighting.scene
    strong = [one for one in all_here if not one.rule.get("part")] or all_here
    for position, mention in _spans(scene, kind):
        if kind == "occasion" and sighting.start <= position < sighting.end:
            yield position, mention
            continue
        if mention.ref is None and kind == "place" and sighting.start <= position < sighting.end:
            continue  # "a visit to the university": where the visit goes on, not where it is
        before = [one for one in all_here if one.start <= position]
        owner = before[-1] if before else strong[0]
        if kind in {"date", "place"} and before:
            if _is_said_behind(scene, owner.end, position):
                continue
            owner = _framed(owner, all_here, position)
        if kind in {"date", "place"} and before and not _is_close(scene, before[-1].end, position):
            owner = before[-1]
        if owner is sighting or (kind == "date" and not before and sighting in strong):
            yield position, mention


def _is_said_behind(scene: "Scene", start: int, position: int) -> bool:
    """Say whether a verb of saying stands between a trigger and a date or place: what is said tells of another day."""
    return any(start <= cue.start < cue.end <= position and not cue.value.get("weak") for cue in cues_of(scene))


def _framed(owner: "Sighting", all_here: "list[Sighting]", position: int) -> "Sighting":
    """Return whose date or place stands behind words that only frame something ("During the visit, on Monday, …")."""
    scene = owner.scene
    words = tuple(f" {word}" for word in scene.pack.list_of("activities", "told_in"))
    frames = f" {scene.tape.folded[: owner.start].rstrip()}".endswith(words or ("\0",)) or any(
        match.rule.get("field") == "within" and match.start < owner.start < match.end for match in scene.find("detail")
    )
    if not frames or not LIST_BREAK.search(scene.tape.text, owner.end, position):
        return owner
    return next((one for one in all_here if one.start > position), owner)


def _spans(scene: "Scene", kind: str) -> Iterator[tuple[int, Mention]]:
    """Yield the spans of a type; of places only where something is, also at whose house."""
    if kind != "place":
        yield from scene.of_type(kind)
        return
    after, houses = scene.pack.list_of("activities", "held_words"), scene.pack.list_of("activities", "houses")
    for position, mention in scene.of_type("place", *(("body",) if after or houses else ())):
        if mention.kind == "place" and _is_location(scene, position):
            yield position, mention
        elif mention.kind == "body" and houses and _is_house(scene, position, mention, houses):
            yield position, replace(mention, kind="place", ref=None)
        elif mention.kind == "body" and scene.tape.folded.startswith(after, position + 1):
            before = scene.tape.folded[max(0, position - 14) : position]
            if before.endswith(scene.pack.list_of("activities", "place_words")):
                yield position, replace(mention, kind="place", ref=None)


def _is_house(scene: "Scene", position: int, mention: Mention, houses: tuple[str, ...]) -> bool:
    """Say whether a body is where something takes place: it is named after a house (`houses`) and a place word.

    A word that ends in that for the house may stand anywhere in the name ("the Embassy of Norway in Oslo").
    """
    name = f"{scene.source[mention.start : mention.end].lower()} "
    named = name[:-1].endswith(houses) or any(f"{house} " in name for house in houses)
    before = f" {scene.tape.folded[max(0, position - 14) : position].rstrip()}"
    return named and before.endswith(tuple(f" {word}" for word in scene.pack.list_of("activities", "house_words")))


def _is_close(scene: "Scene", start: int, end: int) -> bool:
    return not re.search(r"[;；]", scene.tape.text[start:end])


def _is_location(scene: "Scene", position: int) -> bool:
    """Say whether a place is where something is, not just named: a place word stands before it."""
    words = scene.pack.list_of("activities", "place_words")
    if scene.pack.has_spaces:
        words = tuple(f" {word}" for word in words)
    before = f" {scene.tape.folded[max(0, position - 14) : position]}".rstrip(" (")
    after = scene.tape.folded[position + 1 : position + 4].lstrip()
    holds = INSIDE.search(scene.tape.folded, 0, position)
    if holds and scene.pack.has_spaces:
        return _is_location(scene, holds.start())
    if before.endswith(scene.pack.list_of("activities", "with_words") or ("\0",)):
        return False
    town = TOWN.search(scene.tape.text, max(0, position - 40), position) if scene.pack.has_spaces else None
    if town and f" {scene.tape.folded[: town.start()]}".endswith(words):
        return True
    return before.endswith(words) or after.startswith(scene.pack.list_of("activities", "place_words_after") or ("\0",))


def details_of(sighting: "Sighting", all_here: "list[Sighting]") -> Iterator[Detail]:
    """Yield the details of a sentence for the sighting that they follow, or, before any, for the first."""
    scene = sighting.scene
    for match in scene.find("detail"):
        field = str(match.rule.get("field"))
        before = [one for one in all_here if one.start <= match.start]
        if field == "within" or (before[-1] if before else all_here[0]) is not sighting:
            continue
        words = match.slots.get("words")
        items = tuple(_items(scene.tape.text, *words)) if words and field == "topic" else ((match.start, match.end),)
        yield Detail(field, items, match.rule.name)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a list in a stretch of the tape."""
    for match in re.finditer(r"[^,;，；、]+", text[start:end]):
        if match[0].strip():
            yield start + match.start(), start + match.end()


def clause_of(sighting: "Sighting", all_here: "list[Sighting]") -> tuple[int, int]:
    """Return the clause that tells of a sighting: from the last break before it to the first after it.

    A semicolon breaks, and so does a comma between two triggers.
    """
    text = sighting.scene.tape.text
    before = max((one.end for one in all_here if one.end <= sighting.start), default=0)
    after = min((one.start for one in all_here if one.start >= sighting.end), default=len(text))
    start = max((match.end() for match in BREAK.finditer(text, 0, sighting.start)), default=0)
    if before:
        start = max(start, *(match.end() for match in LIST_BREAK.finditer(text, before, sighting.start)), 0)
    end = min((match.start() for match in BREAK.finditer(text, sighting.end)), default=len(text))
    if after < end:
        end = min(end, *(match.start() for match in LIST_BREAK.finditer(text, sighting.end, after)), end)
    return start, end


def status_of(sighting: "Sighting", all_here: "list[Sighting]") -> tuple[Status | None, tuple[int, int] | None]:
    """Return the status that the words before a trigger (and after the trigger before it) tell."""
    scene = sighting.scene
    floor = max((one.end for one in all_here if one.end <= sighting.start), default=0)
    best: tuple[Status | None, tuple[int, int] | None] = (None, None)
    order = [Status.CANCELLED, Status.RECALLED, Status.RECURRING, Status.PLANNED, Status.HELD]
    text = scene.tape.text
    ceiling = min((one.start for one in all_here if one.start >= sighting.end), default=len(text))
    floor = max(floor, *(match.end() for match in BREAK.finditer(scene.tape.text, floor, sighting.start)), 0)
    for match in scene.find("status"):
        beside = match.start < sighting.end and sighting.start < match.end
        if match.rule.get("status") == Status.CANCELLED and sighting.end <= match.start < ceiling:
            beside = True
        if sighting.rule.get("noun") and sighting.end <= match.start < ceiling and not beside:
            near = match.start - sighting.end <= BEHIND and not LIST_BREAK.search(text, sighting.end, match.start)
            first = match.start == min(one.start for one in scene.find("status") if one.start >= sighting.end)
            beside = near and first and match.rule.get("status") in {Status.HELD, Status.PLANNED}
        if not beside and not floor <= match.start < sighting.start:
            continue
        status = Status(match.rule.get("status"))
        if best[0] is None or (status in order and best[0] in order and order.index(status) < order.index(best[0])):
            best = status, scene.tape.span(match.start, match.end)
    return best
