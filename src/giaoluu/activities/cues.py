"""Verbs of saying in a sentence, without those that only tell what something is for or whose words are meant."""

from giaoluu.activities.scenes import Scene
from giaoluu.langs.tape import Found, settle


def cues_of(scene: Scene) -> list[Found]:
    """Return the cues of a sentence, left to right, none behind a word that makes it no saying (`unsaid_after`)."""
    cues = settle(Found(match.start, match.end, "cue", match.rule, match.rule.name) for match in scene.find("cue"))
    words = scene.pack.list_of("sayings", "unsaid_after") if cues else ()
    if not words:
        return cues
    before = tuple(f" {word}" if scene.pack.has_spaces else word for word in words)
    return [cue for cue in cues if not f" {scene.tape.folded[: cue.start].rstrip()}".endswith(before)]
