"""Sentences without a verb of saying that go on with what somebody says."""

from giaoluu.activities.floor import Floor
from giaoluu.activities.scenes import Scene
from giaoluu.model.activities import Act


def is_carried(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence can go on with a speech: it sounds like it.

    Where the pack's `carries` says "paragraph", any does that stands in the paragraph of the speech.
    """
    whole = scene.pack.words.get("sayings", {}).get("carries") == "paragraph"
    return (whole and scene.sentence.paragraph == floor.paragraph) or sounds_said(scene) or wishes_on(scene, floor)


def sounds_said(scene: Scene) -> bool:
    """Say whether a sentence can go on with a speech.

    It has one of the words of stance that the pack lists, if it lists any.
    """
    words = scene.pack.list_of("sayings", "stance")
    return not words or any(f" {word} " in f" {scene.tape.folded} " for word in words)


def wishes_on(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence goes on with a wish: it begins with what is to be done, or words that join it to that."""
    if floor.act is not Act.PROPOSE:
        return False
    joins = scene.pack.list_of("sayings", "joins")
    deeds = [match.start for match in scene.find("strength") if match.rule.get("strength") == "action"]
    before = scene.tape.folded[: min(deeds)].strip(" ,") if joins and deeds else None
    return before is not None and (not before or before in joins)
