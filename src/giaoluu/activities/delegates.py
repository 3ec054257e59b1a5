"""Delegations: who leads one, and how many are on it, as the sentences that name it tell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from giaoluu.activities.scenes import Scene
from giaoluu.activities.sightings import role_stakes
from giaoluu.model.activities import Role
from giaoluu.model.mentions import Delegation, Mention


def with_heads(delegations: tuple[Delegation, ...], scenes: Sequence[Scene]) -> tuple[Delegation, ...]:
    """Return delegations with their heads and sizes: the first told of each.

    A person in the role of a leader leads the delegation named nearest in the sentence, before one named later. Of a
    size tells a detail of the pack (`size`) with a delegation and a quantity in its words.
    """
    if not delegations:
        return delegations
    heads, sizes = dict[str, str](), dict[str, str]()
    for scene in scenes:
        if not scene.of_type("delegation"):
            continue
        for delegation, person in _led(scene):
            heads.setdefault(delegation, person)
        for delegation, quantity in _counted(scene):
            sizes.setdefault(delegation, quantity)
    return tuple(
        replace(one, head=heads.get(one.id, one.head), size=sizes.get(one.id, one.size)) for one in delegations
    )


def _led(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield (delegation, person) for each leader of a sentence."""
    groups = scene.of_type("delegation")
    for match in scene.find("role"):
        if Role.LEADER.value not in {match.rule.get("left"), match.rule.get("right")}:
            continue
        before = [mention for at, mention in groups if at < match.end]
        behind = [mention for at, mention in groups if at >= match.end]
        led = (before[-1:] or behind[:1]) if match.rule.get("right") else (behind[:1] or before[-1:])
        for stake in role_stakes(scene, match):
            if stake.mention.kind == "person" and stake.mention.ref and led and led[0].ref:
                yield led[0].ref, stake.mention.ref


def _counted(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield (delegation, quantity) where the words of a `size` hold both."""
    for match in scene.find("detail"):
        if match.rule.get("field") != "size":
            continue
        group = _first(scene, "delegation", match.start, match.end)
        number = _first(scene, "quantity", match.start, match.end)
        if group and number and group.ref and number.ref:
            yield group.ref, number.ref


def _first(scene: Scene, kind: str, start: int, end: int) -> Mention | None:
    return next((mention for _, mention in scene.of_type(kind, start=start, end=end)), None)
