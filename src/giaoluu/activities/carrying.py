"""Sentences without a verb of saying that go on with what somebody says."""

from collections.abc import Sequence

from giaoluu.activities.cues import cues_of
from giaoluu.activities.floor import Floor
from giaoluu.activities.scenes import Scene
from giaoluu.model.activities import Act

OPENS = 4
"""Signs of the tape in which a pronoun is the subject of its sentence."""

MARKS = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"))
"""Marks that open and close a quotation."""


def quoted_on(scenes: Sequence[Scene]) -> frozenset[int]:
    """Return the numbers of the sentences within which a quotation goes on that an earlier one of the paragraph opened.

    That is in scripts with spaces: in others a speech lasts to the end of its paragraph.
    """
    numbers, paragraph, is_open = set[int](), -1, False
    for scene in scenes if scenes and scenes[0].pack.has_spaces else ():
        is_open = is_open and scene.sentence.paragraph == paragraph
        paragraph = scene.sentence.paragraph
        if is_open:
            numbers.add(scene.number)
        is_open = _leaves_open(scene.source[scene.sentence.start : scene.sentence.end], is_open=is_open)
    return frozenset(numbers)


def _leaves_open(text: str, *, is_open: bool) -> bool:
    """Say whether a quotation is open behind a sentence, where one was or was not before it.

    >>> _leaves_open('He said: "We came.', is_open=False), _leaves_open('We saw."', is_open=True)
    (True, False)
    """
    depth = int(is_open) + sum(text.count(opening) - text.count(closing) for opening, closing in MARKS)
    return (depth > 0) != (text.count('"') % 2 == 1)


def is_carried(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence can go on with a speech: it sounds like it.

    Where the pack's `carries` says "paragraph", any does that stands in the paragraph of the speech, unless that was
    a quotation, or somebody says something in it or the speaker is named in it: the report tells that itself.
    """
    return _fills_paragraph(scene, floor) or sounds_said(scene) or wishes_on(scene, floor)


def _fills_paragraph(scene: Scene, floor: Floor) -> bool:
    whole = scene.pack.words.get("sayings", {}).get("carries") == "paragraph"
    if not whole or floor.quotes or scene.sentence.paragraph != floor.paragraph or cues_of(scene):
        return False
    own = [(at, mention.kind) for at, mention in scene.parties() if mention.ref == floor.speaker]
    return all(kind == "pronoun" and at > OPENS for at, kind in own)


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
