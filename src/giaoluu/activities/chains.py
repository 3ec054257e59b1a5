"""Chains of verbs: "A met B, received C and will visit D" is all done by A."""

import re
from functools import cache

from giaoluu.activities.scenes import Scene
from giaoluu.langs.pack import Rule
from giaoluu.langs.rules import Match
from giaoluu.model.mentions import Mention

OBJECT = 60
"""Signs of the tape between a verb and the next of the same subject: what was signed, where, of what they spoke."""


def carried(scene: Scene, match: Match[Rule], before: tuple[int, int], parties: list[Mention]) -> list[Mention]:
    """Return who does what a trigger tells, where it goes on with the deeds of the trigger before it.

    `before` is where the earlier trigger stands, `parties` are those of it. Nothing but what joins verbs
    (the pack's `verb_joins`) stands between its words, with the last of those on its right, and the later trigger.
    """
    joins = scene.pack.list_of("activities", "verb_joins")
    if not joins or not parties:
        return []
    behind = [at for at, one in scene.parties(before[0], match.start) if one in parties]
    told = max([before[1], *(at + 1 for at in behind)])
    if scene.parties(told, match.start) or not _joins_of(joins).fullmatch(scene.tape.folded, told, match.start):
        return []
    return [one for _, one in scene.parties(0, before[0]) if one in parties]


@cache
def _joins_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what joins two verbs of one subject."""
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    word = rf"(?:(?:{either}) ?)"
    return re.compile(rf"(?:[^.,;:\uff0c\uff1b\u3002]{{0,{OBJECT}}}| ?\([^()]*\) ?)(?:[,;] ?{word}*|{word}+)")
