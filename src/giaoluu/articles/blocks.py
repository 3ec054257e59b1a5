"""Which lines of a stripped page belong to its article: the best path through five states, in linear time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from giaoluu.articles.lines import Line, counts
from giaoluu.langs.furniture import Furniture
from giaoluu.model.article import ZoneKind


class Block(IntEnum):
    """Where a line stands: before the article, in it, in lists beside it, under a furniture head, after the comments' head."""

    BEFORE = 0
    ARTICLE = 1
    BESIDE = 2
    HEADED = 3
    COMMENTS = 4


NEVER = -1e9
MOVES: dict[Block, dict[Block, float]] = {
    Block.BEFORE: {Block.BEFORE: 0.0, Block.ARTICLE: -1.0},
    Block.ARTICLE: {Block.ARTICLE: 0.0, Block.BESIDE: -5.0},
    Block.BESIDE: {Block.BESIDE: 0.0, Block.ARTICLE: -5.0},
    Block.HEADED: {Block.HEADED: 0.0, Block.ARTICLE: -14.0},
    Block.COMMENTS: {Block.COMMENTS: 0.0, Block.ARTICLE: -40.0},
}
"""What a move between the states of neighbouring lines costs; other moves happen at heads only."""

MENU_LINES = 6
"""Scraps without a paragraph between them that make a menu."""
SCRAP_UNITS = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """What furniture words say of a line: the zone that it opens, or the zone that it is."""

    opens: ZoneKind | None = None
    comments: bool = False
    zone: ZoneKind | None = None


PLAIN = Sign()


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
        return Sign(opens=opened, comments=line.key in words.comments)
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
    repeated = sum(1 for line in lines if (line.repeats is not None or line.doubled) and line.headline and not line.marked)
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
    scores = _scores(lines, signs)
    best = {Block.BEFORE: 0.0, Block.ARTICLE: 0.0, Block.BESIDE: NEVER, Block.HEADED: NEVER, Block.COMMENTS: NEVER}
    trail: list[dict[Block, Block]] = []
    for number, (score, sign) in enumerate(zip(scores, signs, strict=True)):
        best, came = _step(best, score, sign) if number else (_first(best, score), {})
        trail.append(came)
    block = max(best, key=lambda state: best[state])
    path = [block]
    for came in reversed(trail[1:]):
        path.append(came[path[-1]])
    return path[::-1]


def _first(best: dict[Block, float], score: float) -> dict[Block, float]:
    """Return the sums after the first line."""
    return {**best, Block.ARTICLE: score}


def _step(best: dict[Block, float], score: float, sign: Sign) -> tuple[dict[Block, float], dict[Block, Block]]:
    """Return the sums after one more line, and from where each was reached."""
    sums = dict.fromkeys(best, NEVER)
    came = dict.fromkeys(best, Block.BEFORE)
    for here, moves in MOVES.items():
        for there, cost in moves.items():
            there_now = there
            if sign.opens is not None and there is not Block.ARTICLE and here is not Block.BEFORE:
                there_now = Block.COMMENTS if sign.comments or here is Block.COMMENTS else Block.HEADED
                cost = 0.0
            total = best[here] + cost + (score if there_now is Block.ARTICLE else 0.0)
            if total > sums[there_now]:
                sums[there_now], came[there_now] = total, here
    return sums, came


def _scores(lines: Sequence[Line], signs: Sequence[Sign]) -> list[float]:
    """Return how much each line speaks for the article."""
    often = counts(list(lines))
    found = []
    for number, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        before = lines[number - 1] if number else None
        after = lines[number + 1] if number + 1 < len(lines) else None
        score = _score(line, sign, often[line.key])
        if line.prose and _alone(before, after):
            score = min(score, _alone_score(line, before))
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
    return -1.0 if line.units >= 4 else -1.4


def _alone(before: Line | None, after: Line | None) -> bool:
    """Say whether a line of prose stands between two lines that are none."""
    return (before is None or not (before.prose or before.image)) and (after is None or not (after.prose or after.image))


def _alone_score(line: Line, before: Line | None) -> float:
    """Return the score of a single line of prose: under a repeated headline it is that page's teaser."""
    if before is not None and (before.repeats is not None or before.doubled):
        return -1.0
    return max(-0.5, min(3.0, (line.units - 28) / 16))
