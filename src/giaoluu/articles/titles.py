"""The title among the lines over an article."""

import re
from collections.abc import Sequence

from giaoluu.articles.lines import Line

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]{2,}")
PARAGRAPHS = 6
NEAR = 0.015
"""What a line loses for each line between it and the first paragraph."""
OPENS = 0.7
"""What it adds to stand first on the page."""
OPENS_CALM = 2.5
"""The same on a page without furniture, where nothing but a date stands over the title."""


def title_among(lines: Sequence[Line], candidates: Sequence[int], first: int, *, calm: bool = False) -> int | None:
    """Return the number of the line that is the title, or None.

    A title is a line of some words over the first paragraph, nearest to it, whose words come back
    in the paragraphs; a heading mark settles it. On a `calm` page, one without furniture, the
    first line is it.

    >>> from giaoluu.articles.lines import lines_of
    >>> page = lines_of("News\\nThe new hall opens in spring\\nThe hall opens its doors in spring, says the city.")
    >>> title_among(page, [0, 1], 2)
    1
    """
    told = _words(" ".join(line.text[:400] for line in lines[first : first + PARAGRAPHS]))
    opens = OPENS_CALM if calm else OPENS
    best, best_score = None, 1.0
    for number in candidates:
        line = lines[number]
        score = _score(line, told, first - number) + (opens if number == candidates[0] and number <= 1 else 0.0)
        if score > best_score or (score == best_score and best is not None):
            best, best_score = number, score
    return best


def _score(line: Line, told: set[str], distance: int) -> float:
    """Return how much a line speaks for being the title."""
    if line.text.startswith("# "):
        return 10.0 - distance * 0.01
    own = _words(line.text)
    if not own or line.units < 2 or (line.units < 3 and len(own) < 4):
        return 0.0
    shared = len(own & told) / len(own)
    length = min(line.units, 14.0) / 14 - max(0.0, line.units - 24) / 20
    back = 2.0 * shared * min(1.0, len(own) / 4)
    said = 1.5 if line.stopped and line.text[-1] in ".\u3002" else 0.0
    return 0.6 + back + length - distance * NEAR - said


def _words(text: str) -> set[str]:
    """Return the words of a text, Han characters singly."""
    return {word.casefold() for word in set(WORD.findall(text))}
