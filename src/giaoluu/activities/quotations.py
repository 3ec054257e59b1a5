"""Marks of quotation, and sentences within which a quotation goes on."""

from collections.abc import Sequence

from giaoluu.activities.scenes import Scene

OPENING = ("“", "«", "「", "『", '"')
CLOSING = ("”", "»", "」", "』", '"')
"""Marks that open and close a quotation; the plain one does both."""


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
    depth = int(is_open) + sum(
        text.count(opening) - text.count(closing) for opening, closing in zip(OPENING[:-1], CLOSING[:-1], strict=True)
    )
    return (depth > 0) != (text.count('"') % 2 == 1)
