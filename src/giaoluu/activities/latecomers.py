"""Those present of whom only a later sentence tells: "Also there were …", "The delegation was led by …"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from giaoluu.activities.drafts import PAST
from giaoluu.activities.scenes import SPOKEN_ZONES, Scene
from giaoluu.activities.sightings import Sighting, role_stakes
from giaoluu.langs.kinds import kind as kind_of

AFTER = 6
"""Sentences after an activity in which those present may still be listed."""

LAST = 60
"""The same where reports list those present at their very end: in scripts without spaces."""


def with_latecomers(scenes: Sequence[Scene], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Let those whom a sentence without an activity of its own gives a role take part in what was told last.

    Words that belong to one kind alone (`kind`) give it in the first activity of that kind, however far it stands.
    """
    result = list(sightings)
    numbers = [one.scene.number for one in sightings]
    first = {one.kind: at for at, one in reversed(list(enumerate(sightings)))}
    told = {one.scene.number for one in sightings if not one.is_weak}
    for scene in scenes:
        if scene.number in told or scene.sentence.zone not in SPOKEN_ZONES:
            continue
        matches = [match for match in scene.find("role") if match.rule.get("after")]
        for match in matches:
            whole = first.get(match.rule.get("kind") or "")
            if whole is not None:
                result[whole] = replace(result[whole], stakes=(*result[whole].stakes, *role_stakes(scene, match)))
        common = (match for match in matches if not match.rule.get("kind"))
        stakes = tuple(stake for match in common for stake in role_stakes(scene, match) if stake.mention.ref)
        if not stakes:
            continue
        lists = any(match.rule.get("rest") for match in matches)
        reach = scene.number - (AFTER if scene.pack.has_spaces and not lists else LAST)
        shortly = range(bisect_left(numbers, reach), bisect_left(numbers, scene.number))
        near = [at for at in shortly if not result[at].rule.get("part")]
        before = [at for at in near if not result[at].is_said and result[at].status not in PAST] or near
        if before:
            shortly_before = scene.pack.has_spaces and numbers[before[-1]] >= scene.number - AFTER
            at = before[-1] if shortly_before else _meeting(result, before)
            result[at] = replace(result[at], stakes=(*result[at].stakes, *stakes))
        elif scene.pack.has_spaces and (ahead := _told_next(result, numbers, scene.number)) is not None:
            result[ahead] = replace(result[ahead], stakes=(*result[ahead].stakes, *stakes))
    return result


def _told_next(sightings: Sequence[Sighting], numbers: Sequence[int], number: int) -> int | None:
    """Return which activity a text tells next that first lists who was there ("The delegation was led by …")."""
    shortly = range(bisect_left(numbers, number), bisect_left(numbers, number + AFTER + 1))
    mine = (at for at in shortly if not sightings[at].rule.get("part") and not sightings[at].is_said)
    return next((at for at in mine if sightings[at].status not in PAST), None)


def _meeting(sightings: Sequence[Sighting], before: Sequence[int]) -> int:
    """Return of which activity told before a list at the end of a report tells: the last that people hold."""
    held = [at for at in before if any(stake.mention.kind == "person" for stake in sightings[at].stakes)]
    met = [at for at in held if not sightings[at].is_weak and kind_of(sightings[at].kind).group != "ceremony"]
    return (met or held or before)[-1]
