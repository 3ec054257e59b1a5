"""Several verbs of saying in one sentence: which of them begins a saying of its own, which belongs to the last."""

import re
from dataclasses import replace

from giaoluu.activities.saying import Saying, weightier
from giaoluu.activities.scenes import Scene
from giaoluu.activities.subjects import PLAIN, first_of
from giaoluu.langs.tape import Found
from giaoluu.model.activities import JOINT, Act
from giaoluu.model.mentions import Mention

ASIDE = 14
"""Signs of the tape between a subject and its verb where nothing but a few words stands between."""


def taken_in(saying: Saying, cue: Found, stop: int, subject: Mention | None) -> Saying:
    """Return a saying with another cue that belongs to it: the weightier of the two tells what is done."""
    told = saying.rule if _is_part(saying, cue, subject) else weightier(saying.rule, cue.value)
    return replace(
        saying,
        rule=told,
        content=(saying.content[0], stop),
        party=subject or saying.party,
        act=Act(told.get("act")),
        strength=told.get("strength"),
    )


def _is_part(saying: Saying, cue: Found, subject: Mention | None) -> bool:
    """Say whether a cue is only a part of what is said, and tells nothing of the act.

    What both sides agree on is agreed, whatever they wish or promise in it. A wish told by a weak cue behind a comma
    is part of what is held ("they value the friendship as a treasure, which needs to be deepened").
    """
    weak = bool(cue.value.get("weak"))
    if saying.speaker == JOINT:
        return weak or saying.act is Act.AGREE
    between = saying.scene.tape.text[saying.cue[1] + 1 : cue.start]
    return weak and subject is None and cue.value.get("act") == "propose" and "," in between


def sets_apart(scene: Scene, last: Saying, cue: Found, subject: Mention | None) -> bool:
    """Say whether a second cue begins a saying of its own: a new subject or a clause of its own stands before it.

    A comma alone sets apart what is another act; two plain verbs of saying joined by a mere "and" are one.
    """
    start, end = last.cue[1], cue.start
    between = scene.tape.text[start:end]
    if re.search(r"[;；]", between):
        return not (subject is None and scene.pack.has_spaces and cue.value.get("act") == last.act.value)
    if cue.value.get("weak") and (subject is None or subject.kind == "joint" or cue.value.get("act") == last.act.value):
        return False
    words = tuple(scene.pack.list_of("sayings", "and_then"))
    first = end if subject is None or (one := first_of(scene, cue, subject)) < start else one
    before = first if end - first <= ASIDE else end
    tail = scene.tape.folded[max(start, before - 14) : before].rstrip()
    if subject is not None and subject.kind in {"person", "post", "pronoun"} and re.search(r"[,，]", between):
        return True
    if {last.act.value, cue.value.get("act")} <= PLAIN and not re.search(r"[,，]", between[-24:]):
        return False
    if (comma := tail.endswith(",")) and last.act.value == cue.value.get("act"):
        return False
    apart = 5 if comma else 8  # another act behind a comma needs less between
    return bool(words) and tail.endswith(words) and (len(between) > apart or bool(scene.parties(start, end)))
