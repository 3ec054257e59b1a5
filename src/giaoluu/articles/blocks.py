"""Which lines of a stripped page belong to its article: the best path through five states, in linear time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from giaoluu.articles.lines import Line, counts
from giaoluu.langs.furniture import Furniture
from giaoluu.model.article import ZoneKind


class Block(IntEnum):
    """Where a line stands: before the article, in it, in lists beside it, under a head, or in the comments."""

    BEFORE = 0
    ARTICLE = 1
    BESIDE = 2
    HEADED = 3
    COMMENTS = 4


START = -1.0
LEAVE = -1.5
COME_BACK = -3.2
FROM_HEADED = -12.0
FROM_COMMENTS = -30.0
"""What a move between the states of neighbouring lines costs; the others happen at heads only, and cost nothing."""

HEADLINE, SCRAP = -0.6, -0.7
"""What a line of no sentences counts: of some words, of few."""
FIRST = 1.0
"""What the first paragraph of a page has over the others: it may stand alone over a list of links."""
NEVER = -1e9
MENU_LINES = 6
"""Scraps without a paragraph between them that make a menu."""
SCRAP_UNITS = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """What furniture words say of a line: the zone that it opens, or the zone that it is."""

    opens: ZoneKind | None = None
    comments: bool = False
    inline: bool = False
    zone: ZoneKind | None = None


PLAIN = Sign()
BLOCKS = tuple(Block)


def sign_of(line: Line, words: Furniture) -> Sign:
    """Return what the furniture words say of one line.

    >>> from giaoluu.articles.lines import lines_of
    >>> from giaoluu.langs.furniture import furniture
    >>> sign_of(lines_of("Most read")[0], furniture("en")).opens
    <ZoneKind.MOST_READ: 'most_read'>
    """
    if line.units > 40 or line.image:
        return PLAIN
    opened = words.heads.get(line.key)
    if opened is not None:
        return Sign(opens=opened, comments=line.key in words.comments, inline=line.key in words.inline)
    if line.key in words.widgets or words.widget_start.match(line.text):
        return Sign(zone=ZoneKind.WIDGET)
    if words.breadcrumb.match(line.text):
        return Sign(zone=ZoneKind.BREADCRUMB)
    if words.tags.match(line.text):
        return Sign(zone=ZoneKind.MENU)
    if words.inline_related.match(line.text):
        return Sign(zone=ZoneKind.INLINE_RELATED)
    if words.media_tag.match(line.text):
        return Sign(zone=ZoneKind.MULTIMEDIA)
    return PLAIN


def has_furniture(lines: Sequence[Line], signs: Sequence[Sign]) -> bool:
    """Say whether a page shows furniture anywhere, so that unlikely lines may be furniture too."""
    if any(sign.opens is not None for sign in signs) or sum(1 for sign in signs if sign is not PLAIN) >= 3:
        return True
    repeated = sum(
        1 for line in lines if (line.repeats is not None or line.doubled) and line.headline and not line.marked
    )
    return repeated >= 3 or _longest_menu(lines) >= MENU_LINES


def _longest_menu(lines: Sequence[Line]) -> int:
    """Return the number of scraps in the run of unmarked lines without prose that has the most."""
    longest = scraps = 0
    for line in lines:
        broken = line.prose or line.marked or line.image
        scraps = 0 if broken else scraps + (line.units < SCRAP_UNITS)
        longest = max(longest, scraps)
    return longest


def blocks_of(lines: Sequence[Line], signs: Sequence[Sign]) -> list[Block]:
    """Return the block of each line: the path of the greatest sum of scores."""
    if not has_furniture(lines, signs):
        return [Block.ARTICLE] * len(lines)
    sums = [0.0, 0.0, NEVER, NEVER, NEVER]
    trail: list[tuple[int, int, int, int, int]] = []
    for score, sign in zip(_scores(lines, signs), signs, strict=True):
        sums, came = _step(sums, score, sign) if trail else ([0.0, score, NEVER, NEVER, NEVER], (0, 1, 2, 3, 4))
        trail.append(came)
    block = max(range(5), key=sums.__getitem__)
    path = [block]
    for came in reversed(trail[1:]):
        path.append(came[path[-1]])
    return [BLOCKS[number] for number in reversed(path)]


def _step(sums: list[float], score: float, sign: Sign) -> tuple[list[float], tuple[int, int, int, int, int]]:
    """Return the sums after one more line, and from which state each was reached."""
    before, article, beside, headed, comments = sums
    moves = (before + START, article, beside + COME_BACK, headed + FROM_HEADED, comments + FROM_COMMENTS)
    inside = max(moves)
    came_in = moves.index(inside)
    if sign.opens is None:
        left = article + LEAVE
        came_out = 2 if beside >= left else 1
        return [before, inside + score, max(beside, left), headed, comments], (0, came_in, came_out, 3, 4)
    if sign.inline:
        return [before, inside + score, max(beside, article), headed, comments], (
            0,
            came_in,
            2 if beside >= article else 1,
            3,
            4,
        )
    lists = (article, beside, headed)
    opened = max(lists)
    came_open = 1 + lists.index(opened)
    if sign.comments:
        said = max(opened, comments)
        return [before, inside + score, NEVER, NEVER, said], (0, came_in, 2, 3, came_open if opened >= comments else 4)
    return [before, inside + score, NEVER, opened, comments], (0, came_in, 2, came_open, 4)


def _scores(lines: Sequence[Line], signs: Sequence[Sign]) -> list[float]:
    """Return how much each line speaks for the article."""
    often = counts(list(lines))
    found: list[float] = []
    told = False
    for number, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        before = lines[number - 1] if number else None
        after = lines[number + 1] if number + 1 < len(lines) else None
        score = _score(line, sign, often[line.key])
        if line.prose and told and _alone(before, after):
            score = min(score, _alone_score(line, before))
        elif line.prose and not told:
            score += FIRST
            told = True
        found.append(score)
    return found


def _score(line: Line, sign: Sign, often: int) -> float:
    """Return how much a line speaks for the article by itself."""
    if sign.opens is not None:
        return -30.0
    if sign.zone is not None:
        return -2.5
    if line.image:
        return 0.0
    if line.prose:
        return min(5.0, 0.5 + line.units / 12) if often < 2 else 0.5
    if line.doubled or often > 1:
        return -2.0
    if line.marked:
        return -0.3
    return HEADLINE if line.units >= 4 else SCRAP


def _alone(before: Line | None, after: Line | None) -> bool:
    """Say whether a line of prose stands between two lines that are none."""
    return (before is None or not (before.prose or before.image)) and (
        after is None or not (after.prose or after.image)
    )


def _alone_score(line: Line, before: Line | None) -> float:
    """Return the score of a single line of prose: under a repeated headline it is that page's teaser."""
    if before is not None and (before.repeats is not None or before.doubled):
        return -1.0
    return max(-0.5, min(3.0, (line.units - 28) / 16))
