"""Marks of quotation, and sentences within which a quotation goes on."""

from collections.abc import Sequence

from giaoluu.activities.scenes import Scene

OPENING = ("“", "«", "「", "『", '"')
CLOSING = ("”", "»", "」", "』", '"')
"""Marks that open and close a quotation; the plain one does both."""

SOON = 3
"""Sentences in which a quotation that lasts over several paragraphs ends."""


def quoted_on(scenes: Sequence[Scene]) -> frozenset[int]:
    """Return the numbers of the sentences within which a quotation goes on that an earlier one opened.

    It goes on in the next paragraphs where one of them soon closes it. That is in scripts with spaces: in others a
    speech lasts to the end of its paragraph.
    """
    numbers, paragraph, is_open = set[int](), -1, False
    for place, scene in enumerate(scenes if scenes and scenes[0].pack.has_spaces else ()):
        is_open = is_open and (scene.sentence.paragraph == paragraph or _is_closed(scenes[place : place + SOON]))
        paragraph = scene.sentence.paragraph
        if is_open:
            numbers.add(scene.number)
        is_open = _leaves_open(scene.source[scene.sentence.start : scene.sentence.end], is_open=is_open)
    return frozenset(numbers)


def _is_closed(scenes: Sequence[Scene]) -> bool:
    """Say whether the first mark of quotation in some sentences is one that only closes."""
    text = "".join(scene.source[scene.sentence.start : scene.sentence.end] for scene in scenes)
    first = min((at for mark in (*OPENING, *CLOSING) if (at := text.find(mark)) >= 0), default=-1)
    return first >= 0 and text[first] in CLOSING and text[first] not in OPENING


def _leaves_open(text: str, *, is_open: bool) -> bool:
    """Say whether a quotation is open behind a sentence, where one was or was not before it.

    >>> _leaves_open('He said: "We came.', is_open=False), _leaves_open('We saw."', is_open=True)
    (True, False)
    """
    depth = int(is_open) + sum(
        text.count(opening) - text.count(closing) for opening, closing in zip(OPENING[:-1], CLOSING[:-1], strict=True)
    )
    return (depth > 0) != (text.count('"') % 2 == 1)
