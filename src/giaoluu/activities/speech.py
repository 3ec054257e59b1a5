"""Direct speech in a paragraph of its own.

A dash or a quotation mark opens it, and one of its sentences may name the speaker.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from giaoluu.activities.scenes import Scene
from giaoluu.model.article import ZoneKind
from giaoluu.model.mentions import Mention

SPOKEN_ZONES = frozenset({ZoneKind.BODY, ZoneKind.SAPO})
SPEAKERS = frozenset({"person", "post", "pronoun"})


def speakers_of(scenes: Sequence[Scene]) -> Mapping[int, Mention]:
    """Return number of scene → who speaks in it, for the paragraphs that a mark of direct speech opens.

    The pack's `speech_opens` lists the marks, `speech_opens_named` those that also open items of a list,
    so that a speaker must be named. Where none is, the last speaker goes on, else whom the text spoke of last.
    """
    result: dict[int, Mention] = {}
    speaker: Mention | None = None
    last: Mention | None = None
    for _, group in groupby(scenes, key=lambda scene: scene.sentence.paragraph):
        paragraph = list(group)
        marked = _opens(paragraph[0], "speech_opens") or _opens(paragraph[0], "speech_opens_named")
        if not marked or paragraph[0].sentence.zone not in SPOKEN_ZONES:
            last = next((one for scene in paragraph for _, one in scene.parties() if one.kind == "person"), last)
            speaker = None
            continue
        named = next((one for scene in reversed(paragraph) if (one := _named(scene))), None)
        speaker = named or (speaker or last if _opens(paragraph[0], "speech_opens") else None)
        if speaker is not None:
            result |= {scene.number: speaker for scene in paragraph}
    return result


def _opens(scene: Scene, key: str) -> bool:
    marks = scene.pack.list_of("sayings", key)
    return bool(marks) and scene.tape.text.startswith(marks)


def _named(scene: Scene) -> Mention | None:
    """Return whom the verb of saying behind the quoted words names ("…, säger X", "…,” said X", "…,” X said")."""
    for match in scene.find("cue"):
        if match.rule.get("act") not in {"affirm", "inform"}:
            continue
        inside = [one for _, one in scene.parties(match.start, match.end) if one.kind in SPEAKERS]
        before = [(at, one) for at, one in scene.parties(match.start - 2, match.start) if one.kind in SPEAKERS]
        if inside:
            return inside[-1]
        if _is_quoted(scene, before[-1][0] if before else match.start):
            behind = [one for _, one in scene.parties(match.end, match.end + 2) if one.kind in SPEAKERS]
            if before or behind:
                return before[-1][1] if before else behind[0]
    return None


def _is_quoted(scene: Scene, position: int) -> bool:
    """Say whether a quotation ends right before a position."""
    return scene.tape.text[:position].rstrip(" ,").endswith(("”", '"', "’", "»", "“"))
