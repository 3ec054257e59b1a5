"""Talks of which only a welcome right before tells who holds them: "After the welcome, both sides held talks"."""

from collections.abc import Sequence
from dataclasses import replace

from giaoluu.activities.sightings import Sighting
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import Role
from giaoluu.model.article import ZoneKind

AFTER = 2
"""Sentences behind a welcome in which talks are still those of who welcomes and who is welcomed."""

WELCOMES = frozenset({"ceremony", "visit"})
"""Kinds under which a host welcomes a guest."""


def with_welcomed(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Let the host and the guest of a welcome hold the talks that the next sentences tell of without naming anybody."""
    result: list[Sighting] = []
    welcome: Sighting | None = None
    for one in sightings:
        if _welcomes(one):
            welcome = one
        elif welcome is not None and _is_of_nobody(one) and 0 < one.scene.number - welcome.scene.number <= AFTER:
            theirs = (stake for stake in welcome.stakes if stake.mention.kind in {"person", "post"})
            one = replace(one, stakes=(*one.stakes, *theirs))
        result.append(one)
    return result


def _welcomes(sighting: Sighting) -> bool:
    """Say whether a named host welcomes a named guest."""
    roles = {stake.role for stake in sighting.stakes if stake.mention.kind == "person" and stake.mention.ref}
    return sighting.kind in WELCOMES and {Role.HOST, Role.GUEST} <= roles and not sighting.is_said


def _is_of_nobody(sighting: Sighting) -> bool:
    """Say whether talks are told in a sentence that names no person."""
    if sighting.is_weak or sighting.is_said or kind_of(sighting.kind).group != "encounter":
        return False
    return sighting.scene.sentence.zone is not ZoneKind.CAPTION and not sighting.scene.of_type("person", "post")
