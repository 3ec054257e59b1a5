"""Direct speech in a paragraph of its own.

A dash or a quotation mark opens it, and one of its sentences may name the speaker.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from giaoluu.activities.quotations import CLOSING, OPENING
from giaoluu.activities.scenes import SPOKEN_ZONES, Scene
from giaoluu.model.mentions import Mention

SPEAKERS = frozenset({"person", "post", "pronoun"})

NAMED = 30
"""Signs of the tape in which a sentence behind a quotation names its speaker."""

LONGEST_QUOTATION = 6
"""Sentences of a quotation before the one that names the speaker."""

PAUSES = re.compile("[,，：:；]")


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


def closed_quotations(scenes: Sequence[Scene]) -> Iterator[tuple[int, Mention]]:
    """Yield number of scene and who speaks in it, for sentences of a quotation whose last one names the speaker.

    So it is in scripts with spaces: "The bridge is done. It will serve both towns," Brandt said.
    """
    pending: list[Scene] = []
    for scene in scenes:
        text = scene.tape.text
        marks = text.count('"') + text.count("\u201c") + text.count("\u201d")
        if not pending and scene.pack.has_spaces and text.startswith(('"', "\u201c")) and marks % 2 == 1:
            pending = [scene]
        elif pending and not marks and len(pending) < LONGEST_QUOTATION:
            pending.append(scene)
        elif pending:
            speaker = _named(scene) if marks % 2 == 1 else None
            yield from ((one.number, speaker) for one in pending if speaker is not None)
            pending = []


def _opens(scene: Scene, key: str) -> bool:
    marks = scene.pack.list_of("sayings", key)
    return bool(marks) and scene.tape.text.startswith(marks)


def _named(scene: Scene) -> Mention | None:
    """Return whom the verb of saying behind the quoted words names ("…, säger X", "…,” said X", "…,” X said")."""
    for match in scene.find("cue"):
        if match.rule.get("act") not in {"affirm", "inform"}:
            if (closing := _closing(scene, match.start, match.end)) is not None:
                return closing
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


def _closing(scene: Scene, start: int, end: int) -> Mention | None:
    """Return who behind a verb set off by a comma closes a sentence ("…, promised she."), or None."""
    text = scene.tape.text
    behind = [(at, one) for at, one in scene.parties(end, end + 2) if one.kind in SPEAKERS]
    closes = behind and text[:start].rstrip().endswith(",") and not text[behind[0][0] + 1 :].strip(" .!")
    return behind[0][1] if closes else None


def _is_quoted(scene: Scene, position: int) -> bool:
    """Say whether a quotation ends right before a position."""
    return scene.tape.text[:position].rstrip(" ,-\u2013").endswith((*CLOSING, "’", "'", "“"))


def said_behind(scenes: Sequence[Scene]) -> Mapping[int, Mention | None]:
    """Return number of scene → who speaks in it, for quoted sentences whose speaker only the next sentence names.

    So it is in scripts without spaces: “….”X says. None: an unknown one, or the sentence that only names the speaker.
    """
    result: dict[int, Mention | None] = {}
    for number, scene in enumerate(scenes[1:], start=1):
        if scene.pack.has_spaces or not scenes[number - 1].tape.text.endswith(CLOSING):
            continue
        cue = min((one for one in scene.find("cue") if one.rule.get("opens")), key=lambda one: one.start, default=None)
        if cue is None or cue.start > NAMED or PAUSES.search(scene.tape.text, 0, cue.start):
            continue
        quoted = _quoted_before(scenes, number)
        closes = not scene.tape.text[cue.end :].strip("。.！!")
        if not quoted or not (closes or quoted[0].number == _first_of_paragraph(scenes, number)):
            continue
        speaker = next((one for _, one in reversed(scene.parties(0, cue.start)) if one.kind in SPEAKERS), None)
        if speaker is not None or closes:
            result |= {one.number: speaker for one in quoted}
        if closes:
            result[scene.number] = None
    return result


def _quoted_before(scenes: Sequence[Scene], number: int) -> Sequence[Scene]:
    """Return the sentences of a quotation that ends right before a sentence of its paragraph, the first one first."""
    paragraph = scenes[number].sentence.paragraph
    for first in range(number - 1, -1, -1):
        if scenes[first].sentence.paragraph != paragraph:
            return ()
        if scenes[first].tape.text.startswith(OPENING):
            return scenes[first:number]
        if any(mark in scenes[first].tape.text for mark in OPENING):
            return ()
    return ()


def _first_of_paragraph(scenes: Sequence[Scene], number: int) -> int:
    """Return the number of the first sentence of a sentence's paragraph."""
    paragraph = scenes[number].sentence.paragraph
    return next(one.number for one in scenes if one.sentence.paragraph == paragraph)
