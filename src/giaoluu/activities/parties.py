"""Parties on the tape: who stands left and right of a word, with those listed beside."""

import re
from collections.abc import Sequence
from functools import cache

from giaoluu.activities.scenes import Scene
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.langs.pack import Pack, Rule
from giaoluu.langs.rules import Match
from giaoluu.model.mentions import Mention, Person

NEAR = 30
"""Signs of the tape between the words that open a sentence and who acts in it."""

REACH = 90
"""Signs of the tape between a trigger and a party that still belongs to it."""

ENVOYS = frozenset({"ambassador", "consul"})
"""Kinds of posts that a state has in other countries."""


def holds_envoy_post(person: Person) -> bool:
    """Say whether somebody is an ambassador or consul."""
    return any(post.kind in ENVOYS for post in person.posts)


def parties_left(scene: Scene, position: int, *, apart: frozenset[int] = frozenset()) -> list[Mention]:
    """Return the nearest party before a position with those listed before it, in text order.

    Those `apart` do not count.
    """
    before = [(at, mention) for at, mention in scene.parties(0, position) if at not in apart]
    if not before or position - before[-1][0] > REACH:
        return []
    at, mention = before.pop()
    if re.search(r"[.;；。]", scene.tape.text[at:position]):
        return []
    listed = [mention]
    while before and _links(scene.pack).fullmatch(scene.tape.folded, before[-1][0] + 1, at):
        at, mention = before.pop()
        listed.insert(0, mention)
    return listed


def is_behind(scene: Scene, position: int, words: tuple[str, ...]) -> bool:
    """Say whether one of some words stands right before a position."""
    return f" {scene.tape.folded[:position].rstrip()}".endswith(tuple(f" {word}" for word in words))


def are_joined(scene: Scene, position: int, listed: list[Mention]) -> bool:
    """Say whether the last two of a list before a position are two people joined by "and": they act together."""
    words = scene.pack.list_of("names", "links")
    people = [
        (at, one)
        for at, one in scene.parties(0, position)
        if one in listed and one.kind in {"person", "post", "pronoun"}
    ]
    if len(people) < 2 or not words or people[-1][1] is not listed[-1] or people[-2][1].ref == people[-1][1].ref:
        return False
    between = scene.tape.folded[people[-2][0] + 1 : people[-1][0]]
    return any("," not in between.rpartition(f" {word} ")[2] for word in words if f" {word} " in between)


def parties_right(scene: Scene, position: int) -> list[Mention]:
    """Return the nearest party after a position with those listed after it."""
    after = scene.parties(position)
    if not after or after[0][0] - position > REACH // 2:
        return []
    between = scene.tape.text[position : after[0][0]]
    if re.search(r"[.;:,，；：。]", between):
        return []
    return [after[0][1], *list_right(scene, after[0][0])]


def list_right(scene: Scene, position: int) -> list[Mention]:
    """Return the parties listed after the sign at a position."""
    listed: list[Mention] = []
    for at, mention in scene.parties(position + 1):
        if not _links(scene.pack).fullmatch(scene.tape.folded, position + 1, at):
            break
        listed.append(mention)
        position = at
    return listed


def between(scene: Scene, position: int) -> list[Mention]:
    """Return the parties of "between A and B" after a noun that names an activity."""
    words = scene.pack.list_of("activities", "between")
    for word in words:
        at = scene.tape.folded.find(word, position, position + REACH)
        if at >= 0:
            return parties_right(scene, at + len(word))
    return []


def goals_of(scene: Scene, match: Match[Rule]) -> tuple[Mention, ...]:
    """Return the place or country in the slot of a trigger called `goal`, and those listed."""
    stretch = match.slots.get("goal")
    if stretch is None:
        return ()
    goals = scene.of_type("place", "country", start=stretch[0], end=stretch[1])
    for at, mention in scene.of_type("place", "country", start=stretch[1]) if goals else ():
        if not _links(scene.pack).fullmatch(scene.tape.folded, goals[-1][0] + 1, at):
            break
        goals.append((at, mention))
    return tuple(mention for _, mention in goals)


def has_land_for_goal(scene: Scene, match: Match[Rule]) -> bool:
    """Say whether the goal of a trigger is a land, not the word for what is of one ("visits X for Swedish exports").

    Scripts with capitals write such words small in some languages; where they do not, nothing tells.
    """
    stretch = match.slots.get("goal")
    goals = scene.of_type("country", start=stretch[0], end=stretch[1]) if stretch else []
    return not any(scene.source[mention.start : mention.start + 1].islower() for _, mention in goals)


def inside(scene: Scene, match: Match[Rule], slot: str) -> list[Mention]:
    """Return the parties in a slot of a trigger that is called after a side of it ("tog {any:left} emot")."""
    stretch = match.slots.get(slot)
    return [mention for _, mention in scene.parties(*stretch)] if stretch else []


def owners(scene: Scene, match: Match[Rule]) -> list[Mention]:
    """Return whose an activity is that a noun tells ("the first visit of Mr Ek"), by the pack's `owned_by`."""
    words = scene.pack.list_of("activities", "owned_by")
    visits = kind_of(str(match.rule.get("kind"))).group == "visit"
    found = parties_right(scene, match.end) if words and visits else []
    if not found:
        return []
    at = next(position for position, mention in scene.parties(match.end) if mention is found[0])
    between = scene.tape.folded[match.end : at].strip()
    others = tuple(word for word in scene.pack.list_of("activities", "of_words") if " " in word)
    return found if between.endswith(words) and not between.endswith(others) and "," not in between else []


def is_possessor(scene: Scene, position: int) -> bool:
    """Say whether somebody is only named as whose the next one is ("President Brandt's adviser Anna Berg")."""
    text = scene.tape.folded
    ending = next((one for one in scene.pack.list_of("names", "possessives") if text.startswith(one, position + 1)), "")
    space = " " if scene.pack.has_spaces else ""
    end = position + 1 + len(ending)
    item = scene.tape.payload.get(end + len(space))
    owned = item is not None and item.type in {"person", "post", "body"}
    return bool(ending) and owned and text.startswith(space, end)


def is_pointed(scene: Scene, match: Match[Rule]) -> bool:
    """Say whether a sentence begins with the words for a meeting ("At the talks, A and B …")."""
    words = scene.pack.list_of("activities", "points")
    opening = scene.tape.folded[: match.end].strip()
    starts = opening.startswith(tuple(f"{word} " for word in words))
    return starts and kind_of(str(match.rule.get("kind"))).group == "encounter"


def acting(scene: Scene, match: Match[Rule]) -> list[Mention]:
    """Return the people named next behind the words for an activity."""
    first = next(iter(scene.parties(match.end)), None)
    if first is None or first[0] - match.end > NEAR:
        return []
    return [one for one in (first[1], *list_right(scene, first[0])) if one.kind == "person"]


def is_near(scene: Scene, match: Match[Rule], others: Sequence[Match[Rule]], party: Mention) -> bool:
    """Say whether a party may belong to a trigger: no semicolon parts them on the side of another trigger."""
    at = next((position for position, mention in scene.parties() if mention is party), match.start)
    start, end = (at, match.start) if at < match.start else (match.end, at)
    if ";" not in scene.tape.text[start:end]:
        return True
    return not any(
        one.end <= match.start if at < match.start else one.start >= match.end for one in others if one is not match
    )


@cache
def _links_of(code: str, words: tuple[str, ...], *, spaces: bool) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    space, marks = (" ?", ",，、;") if spaces else ("", ",，、")
    return re.compile(
        rf"{space}(?:\([^()]*\))?(?:[{marks}]|[,，]? ?(?:{either}))?{space}(?:\([^()]*\))?{space}"
        if either
        else rf"{space}[{marks}]{space}"
    )


def _links(pack: Pack) -> re.Pattern[str]:
    """Return the pattern of what may stand between two parties of a list; never nothing at all."""
    return _links_of(pack.code, pack.list_of("names", "and"), spaces=pack.has_spaces)
