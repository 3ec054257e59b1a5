"""Texts of both sides: joint statements and communiqués, in which nobody reports and both sides speak throughout."""

from collections.abc import Sequence

from giaoluu.activities.scenes import SPOKEN_ZONES, Scene
from giaoluu.model.article import ZoneKind
from giaoluu.model.mentions import Mention

ANNOUNCED = 4
"""Sentences of a report in which it announces a joint text that it prints."""

OPENING = 60
"""Signs of the tape in which the subject of a promise stands."""

SIDES = ("country", "joint", "delegation")
STOPS = (".", "。", ";", "；", "!", "！")
MARKS = " -–—•*·.()（）、"


def joint_text(scenes: Sequence[Scene]) -> frozenset[int]:
    """Return the numbers of the scenes of a text of both sides; nothing for a text in which somebody reports.

    The pack's `joint_titles` are what such a text calls itself: its title begins or ends with one, and does not tell
    that it was issued. Or a report announces with words of `full_text` that it prints one.
    """
    words = scenes[0].pack.list_of("sayings", "joint_titles") if scenes else ()
    first = next((one.number for one in scenes[:ANNOUNCED] if words and _announces(one, words)), None)
    if first is None:
        return frozenset()
    return frozenset(one.number for one in scenes[first + 1 :] if one.sentence.zone in SPOKEN_ZONES)


def _announces(scene: Scene, words: tuple[str, ...]) -> bool:
    text = scene.tape.folded.strip(MARKS)
    if not any(word in text for word in words):
        return False
    if any(word in text for word in scene.pack.list_of("sayings", "full_text")):
        return True
    is_title = scene.number == 0 or scene.sentence.zone is ZoneKind.TITLE
    if not is_title or not (text.startswith(words) or text.endswith(words)):
        return False
    folded = scene.tape.folded
    return not any(
        not folded.startswith(words, match.start) and any(word in folded[match.start : match.end] for word in words)
        for match in scene.find("trigger")
    )


def is_undertaken(scene: Scene) -> bool:
    """Say whether an item of a list begins with what is to be done ("- Increase trade …")."""
    text = scene.tape.folded
    start = len(text) - len(text.lstrip(MARKS + "0123456789"))
    verbs = (match.start for match in scene.find("strength") if match.rule.get("strength") == "action")
    return start > 0 and start in verbs


def promise_at(scene: Scene) -> int | None:
    """Return where the first of the pack's `promises` stands behind a country or both sides near the start, or None."""
    gap = " " if scene.pack.has_spaces else ""
    for word in scene.pack.list_of("sayings", "promises"):
        at = scene.tape.folded.find(f"{gap}{word}{gap}")
        if 0 <= at <= OPENING and scene.of_type(*SIDES, end=at):
            return at
    return None


def promising(scene: Scene) -> Mention | None:
    """Return the one side that promises something in a sentence, or None for both sides."""
    at = promise_at(scene)
    named = [mention for _, mention in scene.of_type(*SIDES, end=at)]
    return named[0] if len({mention.ref for mention in named}) == 1 and named[0].kind != "joint" else None


def is_sentence(scene: Scene) -> bool:
    """Say whether words are a sentence, no heading."""
    return scene.tape.text.rstrip('”"’」』* ').endswith(STOPS)
