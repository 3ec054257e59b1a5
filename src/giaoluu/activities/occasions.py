"""Occasions that tell of an activity by their own name: "the third friendship forum"."""

import re
from collections.abc import Iterator

from giaoluu.activities.scenes import Scene, edition_of
from giaoluu.langs.pack import Rule
from giaoluu.langs.rules import Match
from giaoluu.model.mentions import Mention

HELD = 24
"""Signs of the tape behind an occasion in which words tell that it is held."""

BESIDE = 3
"""The same where words are set apart, for the words of a status."""


def named_occasions(scene: Scene) -> Iterator[Match[Rule]]:
    """Yield a trigger for each occasion whose own name tells a kind of activity: a forum with its number is a forum."""
    for position, item in scene.tape.signs():
        if item.type != "occasion":
            continue
        mention: Mention = item.value
        start, end = scene.tape.span(position, position + 1)
        name = scene.pack.tape(scene.source, start=start, end=end)
        told = min(scene.pack.find("trigger", name), key=lambda match: (match.start, -match.end), default=None)
        if told is not None and (edition_of(mention) or told.start == 0 or _is_held(scene, position)):
            yield Match(told.rule, position, position + 1, {})


def _is_held(scene: Scene, position: int) -> bool:
    """Say whether words right behind an occasion tell that it is held."""
    if scene.pack.has_spaces:
        return any(position < one.start <= position + BESIDE for one in scene.find("status"))
    clause = re.split("[,，;；。（(]", scene.tape.folded[position + 1 : position + HELD])[0]
    words = scene.pack.list_of("activities", "place_words_after")
    return any(word in clause for word in words)


def fits_occasion(scene: Scene, match: Match[Rule]) -> bool:
    """Say whether the occasions in a match are all of the kind that its rule asks for, if it asks for one."""
    kind = match.rule.get("occasion")
    return kind is None or all(
        (mention.value or "").startswith(kind)
        for _, mention in scene.of_type("occasion", start=match.start, end=match.end)
    )
