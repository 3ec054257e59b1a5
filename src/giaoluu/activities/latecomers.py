"""Those present of whom only a later sentence tells: "Also there were …", "The delegation was led by …"."""

from collections.abc import Sequence
from dataclasses import replace

from giaoluu.activities.scenes import Scene
from giaoluu.activities.sightings import Sighting, role_stakes
from giaoluu.model.article import ZoneKind

AFTER = 6
"""Sentences after an activity in which those present may still be listed."""

LAST = 60
"""The same where reports list those present at their very end: in scripts without spaces."""


def with_latecomers(scenes: Sequence[Scene], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Let those whom a sentence without an activity of its own gives a role take part in what was told last."""
    result = list(sightings)
    told = {one.scene.number for one in sightings if not one.is_weak}
    for scene in scenes:
        if scene.number in told or scene.sentence.zone not in {ZoneKind.BODY, ZoneKind.SAPO}:
            continue
        stakes = tuple(
            stake
            for match in scene.find("role")
            if match.rule.get("after")
            for stake in role_stakes(scene, match)
            if stake.mention.ref
        )
        near = [at for at, one in enumerate(result) if _is_open(one, scene)]
        before = [at for at in near if not result[at].is_said] or near
        if stakes and before:
            last = result[before[-1]]
            result[before[-1]] = replace(last, stakes=(*last.stakes, *stakes))
    return result


def _is_open(sighting: Sighting, scene: Scene) -> bool:
    """Say whether a later sentence may list who was there.

    The activity is told shortly before it.
    """
    distance = scene.number - sighting.scene.number
    near = distance <= (AFTER if scene.pack.has_spaces else LAST)
    return distance > 0 and near and not sighting.rule.get("part")
