"""Verbs of saying in a sentence, without those that only tell what something is for or whose words are meant."""

import re
from functools import cache

from giaoluu.activities.scenes import Scene
from giaoluu.langs.pack import Pack
from giaoluu.langs.tape import Found, settle
from giaoluu.model.mentions import Mention

QUOTED = re.compile(r"[:：] ?(?:[“\"«][^”\"»]{60,}|[「『][^」』]{30,})")
"""Words quoted behind a colon, too long for a name."""


def cues_of(scene: Scene) -> list[Found]:
    """Return the cues of a sentence, left to right, none behind a word that makes it no saying (`unsaid_after`).

    Those of direct speech alone (`direct`) are left out.
    """
    matches = [match for match in scene.find("cue") if not match.rule.get("direct")]
    if not matches:
        return []
    cues = settle(Found(match.start, match.end, "cue", match.rule, match.rule.name) for match in matches)
    before = _unsaid_after(scene.pack)
    return [cue for cue in cues if not f" {scene.tape.folded[: cue.start].rstrip()}".endswith(before)]


@cache
def _unsaid_after(pack: Pack) -> tuple[str, ...]:
    """Return the words of `unsaid_after`, whole ones where the script has words."""
    return tuple(f" {word}" if pack.has_spaces else word for word in pack.list_of("sayings", "unsaid_after"))


def is_stance(scene: Scene, cue: Found, subject: Mention | None, side: str | None) -> bool:
    """Say whether a country's stance ("Norway values …") goes on with what somebody of it (`side`) says."""
    verbs = scene.pack.list_of("sayings", "stance_verbs")
    if not verbs or subject is None or side is None or subject.value != side or not (subject.ref or "").startswith("l"):
        return False
    words = f" {scene.tape.folded[cue.start : cue.end]} "
    return any(f" {verb} " in words for verb in verbs)


def is_wished_of_both(cue: Found, subject: Mention | None) -> bool:
    """Say whether words only tell what both sides should do, without a verb of saying ("both sides need to …")."""
    together = subject is not None and subject.kind == "joint"
    return together and bool(cue.value.get("weak")) and cue.value.get("act") == "propose"


def is_quoted(scene: Scene, position: int) -> bool:
    """Say whether words stand in others that are quoted ("… with the words: “On his visit of 1962 …”")."""
    return any(one.start() < position < one.end() for one in QUOTED.finditer(scene.tape.text))
