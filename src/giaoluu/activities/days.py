"""Which of the dates told beside an activity is its own."""

import re
from collections.abc import Sequence

from giaoluu.activities.cues import cues_of
from giaoluu.activities.scenes import Scene
from giaoluu.langs.furniture import furniture
from giaoluu.model.mentions import DateMention, Mention

LASTING = frozenset({"visit", "festival", "exhibition", "joint_activity", "training"})
"""Kinds that may last for days: from when till when tells more than the day on which one of them is told."""

ADJACENT = 28
"""Signs of the tape between a trigger and a date that follows it so closely that it is its own."""

PAUSE = re.compile(r"[,;:.()\uff0c\uff1b\u3002]")
OUTLET = re.compile(r"[(][^()]{1,24}[)]")
"""The outlet in brackets of a dateline ("OSLO (NTB), May 19 - …")."""
DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
SPAN = re.compile(rf"({DAY.pattern})/({DAY.pattern})")


def tells_day(edtf: str) -> bool:
    """Say whether a date tells the day, or from which day till which.

    >>> tells_day("XXXX-03-05"), tells_day("2025-01")
    (True, False)
    """
    return bool(DAY.fullmatch(edtf) or SPAN.fullmatch(edtf))


def lasts_over(edtf: str, first: str) -> bool:
    """Say whether a date is a range of days, and no other day was told first: one of another week is not of it.

    >>> lasts_over("2024-03-04/2024-03-06", "XXXX-03-05"), lasts_over("2024-04-14/2024-04-16", "2024-04-05")
    (True, False)
    """
    span = SPAN.fullmatch(edtf)
    if span is None or not DAY.fullmatch(first):
        return "/" in edtf
    return span[1][4:] <= first[4:] <= span[2][4:]


def own_day(days: Sequence[DateMention], kind: str) -> DateMention | None:
    """Return the first date; of what may last for days, the range told later in which it lies.

    Of what is over in a day, told first within a range ("from 3 to 5 May he met …"), the day in it that is told later.
    """
    if not days:
        return None
    first = str(days[0].edtf)
    if kind not in LASTING and (whole := SPAN.fullmatch(first)):
        inside = (one for one in days[1:] if DAY.fullmatch(str(one.edtf)) and whole[1] <= str(one.edtf) <= whole[2])
        return next(inside, days[0])
    if kind not in LASTING or not DAY.fullmatch(first):
        return days[0]
    for later in days[1:]:
        span = SPAN.fullmatch(str(later.edtf))
        if span and span[1][:4] == first[:4] and span[1] <= first <= span[2]:
            return later
    return days[0]


def is_of_telling(scene: Scene, position: int, start: int, end: int) -> bool:
    """Say whether a date tells when something was told, not when an activity that lies at `start` to `end` was.

    A word for news stands right before the date or behind it, or the date before a verb of saying and the activity
    behind it.
    """
    if scene.tape.folded.startswith(scene.pack.list_of("activities", "told_after") or ("\0",), position + 1):
        return True
    if _opens_report(scene, position) or _is_ahead(scene, position, end):
        return True
    words = scene.pack.list_of("activities", "telling")
    if not words:
        return False
    before = f" {scene.tape.folded[max(0, position - 30) : position].rstrip()}"
    if before.endswith(tuple(f" {word}" for word in words)):
        return True
    places = tuple(scene.pack.list_of("activities", "told_in"))
    if position > start or f" {scene.tape.folded[:end]}".rstrip().endswith(places):
        return False
    lead = f" {scene.tape.folded[max(0, start - 12) : start]}".rstrip()
    inside = f" {scene.tape.folded[start:end]}"
    said = any(position < cue.start and cue.end <= start for cue in cues_of(scene))
    held = any(lead.endswith(f" {word}") or inside.startswith(f" {word} ") for word in places)
    return said and not held


def _is_ahead(scene: Scene, position: int, end: int) -> bool:
    """Say whether a date is that of something to come, behind words of the pack ("met ahead of the fair on 5 May")."""
    words = scene.pack.list_of("activities", "ahead_words") if position > end else ()
    between = f" {scene.tape.folded[end:position]} " if words else ""
    last = max((between.rfind(f" {word} ") for word in words), default=-1)
    return last >= 0 and "," not in between[last:]


def _opens_report(scene: Scene, position: int) -> bool:
    """Say whether a date is that of a dateline, before a dash and behind a place at most, and another day is told."""
    text = scene.tape.text
    before = OUTLET.sub("", text[:position])
    if furniture().sent.match(text, position + 1) is None or any(sign.isalnum() for sign in before):
        return False
    return any(item.type == "date" and item.value.value for at, item in scene.tape.signs() if at > position)


def nearest_first(scene: Scene, found: Sequence[tuple[int, Mention]], end: int) -> list[Mention]:
    """Return dates in the order of the text, but first the one that follows a trigger at once."""
    close = [
        (at, one)
        for at, one in found
        if end <= at <= end + ADJACENT and not PAUSE.search(scene.tape.text[end:at]) and scene.tape.text[end:at].strip()
    ]
    best = close[:1] or [(at, one) for at, one in found if end <= at <= end + 1]
    return [*(one for _, one in best[:1]), *(one for at, one in found if (at, one) not in best[:1])]
