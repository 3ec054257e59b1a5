"""Zones of a stripped page: one line a block, menus and link lists left in."""

import re
from dataclasses import dataclass

from giaoluu.articles.blocks import PLAIN, Block, Sign, blocks_of, has_furniture, sign_of
from giaoluu.articles.bylines import authors_in, source_in
from giaoluu.articles.captions import is_caption
from giaoluu.articles.datelines import Published, closes_with_day, published_in
from giaoluu.articles.lines import Line, lines_of
from giaoluu.articles.memory import OutletMemory
from giaoluu.articles.titles import title_among
from giaoluu.langs.furniture import Furniture
from giaoluu.model.article import Zone, ZoneKind

HEAD = 30
"""How many lines before the first paragraph may hold the title, the date and the byline."""
FOOT = 8
"""How many lines after the last paragraph may hold the byline and the source."""

SIGNED = 12
"""How many units a line may have that names the paper and the day."""

OFFICE = 40
"""How many signs the name of who published may have behind a date."""

IN_BRACKETS = re.compile(r"(?<=[\d:])\s*[(\uff08][^()\uff08\uff09]{2,40}[)\uff09]$")
"""Who reports, in brackets behind the date."""


@dataclass(slots=True)
class Page:
    """A stripped page while its zones are found: its lines, what they are, and where the article lies."""

    lines: list[Line]
    signs: list[Sign]
    blocks: list[Block]
    kinds: list[ZoneKind | None]
    reasons: list[str]
    furnished: bool
    published: dict[int, Published]
    first: int
    last: int
    title: int | None = None

    def mark(self, number: int, kind: ZoneKind, reason: str) -> None:
        """Give a line its kind, unless it has one."""
        if self.kinds[number] is None:
            self.kinds[number] = kind
            self.reasons[number] = reason

    def free(self, number: int) -> bool:
        """Say whether a line has no kind yet."""
        return self.kinds[number] is None


def page_of(text: str, words: Furniture, *, memory: OutletMemory | None = None) -> Page:
    """Return the lines of a page with the kind of each and the reason for it."""
    lines = lines_of(text)
    signs = [sign_of(line, words) for line in lines]
    if memory is not None:
        signs = [
            Sign(zone=ZoneKind.MENU) if sign is PLAIN and memory.recurs(line.key) else sign
            for line, sign in zip(lines, signs, strict=True)
        ]
    blocks = blocks_of(lines, signs) if lines else []
    inside = [number for number, block in enumerate(blocks) if block is Block.ARTICLE and signs[number] is PLAIN]
    prose = [number for number in inside if _paragraph(lines[number])]
    first = prose[0] if prose else (inside[0] if inside else 0)
    last = prose[-1] if prose else (inside[-1] if inside else 0)
    page = Page(
        lines, signs, blocks, [None] * len(lines), [""] * len(lines), has_furniture(lines, signs), {}, first, last
    )
    if lines:
        _mark_head(page, words)
        _mark_signs(page)
        _mark_captions(page, words)
        _mark_foot(page, words)
        _mark_inline_links(page)
        _mark_article(page)
        _mark_furniture(page)
    return page


def zones_of(page: Page) -> tuple[Zone, ...]:
    """Return the zones of a page's lines, in order."""
    zones = []
    for line, kind, reason in zip(page.lines, page.kinds, page.reasons, strict=True):
        zones.append(Zone(line.start, line.end, kind or ZoneKind.BODY, reason, line.repeats))
    return tuple(zones)


def _paragraph(line: Line) -> bool:
    """Say whether a line is a paragraph of the article and cannot be its title."""
    title_like = line.marked and line.text.startswith("#")
    asks = (
        line.units <= 28
        and not line.sentences
        and (line.text.endswith(("...", "?", "!")) or line.text[-1] in "\u2026\uff1f\uff01")
    )
    return line.prose and not title_like and not asks


def _mark_head(page: Page, words: Furniture) -> None:
    """Find the title, the date line and the byline before the first paragraph."""
    start = max(0, page.first - HEAD)
    for number in range(start, page.first):
        found = published_in(page.lines[number].text, words)
        if found is not None and not page.lines[number].marked:
            page.published[number] = found
    free = [
        number
        for number in range(start, page.first)
        if page.signs[number] is PLAIN and not (number in page.published and _is_bare(page.published[number]))
    ]
    free = [number for number in free if not is_caption(page.lines[number], None, words)]
    page.title = title_among(page.lines, free, page.first, calm=not page.furnished)
    for number, found in list(page.published.items()):
        if _is_dateline(page, number, found, words):
            page.mark(number, ZoneKind.DATELINE, "a date and its words")
        else:
            del page.published[number]
    if page.title is None:
        return
    page.mark(page.title, ZoneKind.TITLE, "headline over the article")
    for number in range(page.title + 1, page.first):
        line = page.lines[number]
        if not page.free(number) or page.signs[number] is not PLAIN:
            continue
        if line.units <= 12 and (
            line.key in words.outlets or authors_in(line.text, words) or words.editor.match(line.text)
        ):
            page.mark(number, ZoneKind.BYLINE, "names under the title")
        elif line.units <= 20 and source_in(line.text, words):
            page.mark(number, ZoneKind.SOURCE_LINE, "label of a source")


def _is_dateline(page: Page, number: int, found: Published, words: Furniture) -> bool:
    """Say whether a line with a date tells when the page was published."""
    if page.title is not None and number < page.title - 6:
        return False
    rest = found.rest
    by = source_in(rest, words) or authors_in(rest, words) or IN_BRACKETS.search(page.lines[number].text, found.end)
    return not rest or found.labelled or bool(by) or _is_bare(found) or _opens_line(page, number, found)


def _opens_line(page: Page, number: int, found: Published) -> bool:
    """Say whether a date opens a short line under the title: who published it follows ("12.02.2025 Press office")."""
    if page.title is None or number <= page.title or found.start > 1:
        return False
    return len(found.rest) <= OFFICE and not page.lines[number].sentences


def _is_bare(found: Published) -> bool:
    """Say whether a line with a date says little else: a title with a date in it says more."""
    return found.labelled or len(found.rest) <= 12


def _mark_signs(page: Page) -> None:
    """Give lines with furniture words their zone."""
    for number, sign in enumerate(page.signs):
        if sign.zone is not None:
            page.mark(number, sign.zone, "furniture words")
        elif sign.opens is not None:
            page.mark(number, sign.opens, "head of furniture")


def _mark_captions(page: Page, words: Furniture) -> None:
    """Find pictures and their captions in the article and right over its first paragraph."""
    begin = page.title + 1 if page.title is not None else page.first
    for number in range(min(begin, page.first), len(page.lines)):
        if not page.free(number) or not (page.blocks[number] is Block.ARTICLE or number < page.first):
            continue
        before = page.lines[number - 1] if number else None
        if is_caption(page.lines[number], before, words):
            page.mark(number, ZoneKind.CAPTION, "picture or its credit")
    _mark_repeated(page)


def _mark_repeated(page: Page) -> None:
    """Find captions that a page prints in the text and once more in a list behind it."""
    found = {line.start: number for number, line in enumerate(page.lines)}
    last_prose = max((number for number, line in enumerate(page.lines) if line.prose), default=0)
    for number in range(page.first + 1, len(page.lines)):
        line = page.lines[number]
        first = found.get(line.repeats) if line.repeats is not None and line.prose else None
        set_apart = line.after_blank or page.kinds[number - 1] is ZoneKind.CAPTION
        if first is None or first <= page.first or not set_apart or not (page.free(first) and page.free(number)):
            continue
        if page.blocks[number] is Block.ARTICLE and number >= last_prose:
            page.mark(first, ZoneKind.CAPTION, "line printed once more behind the text")
            page.mark(number, ZoneKind.CAPTION, "line printed once more behind the text")


def _mark_foot(page: Page, words: Furniture) -> None:
    """Find the byline, the source and, where none stands over the article, the date after the last paragraph."""
    for number in range(page.last + 1, min(page.last + 1 + FOOT, len(page.lines))):
        line, sign = page.lines[number], page.signs[number]
        if sign.opens is not None:
            return
        if not page.free(number) or line.marked:
            continue
        found = None if page.published else published_in(line.text, words)
        if found is not None and (not found.rest or source_in(line.text[found.end :].lstrip(), words)):
            page.published[number] = found
            page.mark(number, ZoneKind.DATELINE, "a date under the article")
            continue
        if found is not None and line.units <= SIGNED and closes_with_day(line.text, found):
            page.published[number] = found
        if line.units <= 40 and source_in(line.text, words):
            page.mark(number, ZoneKind.SOURCE_LINE, "label of a source")
        elif line.units <= 12 and (authors_in(line.text, words) or words.editor.match(line.text)):
            page.mark(number, ZoneKind.BYLINE, "names under the article")
        elif number in page.published:
            page.mark(number, ZoneKind.DATELINE, "a name and a date under the article")


def _mark_inline_links(page: Page) -> None:
    """Find headlines of other pages between the paragraphs: printed twice, or in a run where paragraphs belong."""
    if not page.furnished:
        return
    run: list[int] = []
    for number in range(page.first + 1, len(page.lines)):
        line = page.lines[number]
        inside = page.blocks[number] is Block.ARTICLE and page.free(number)
        if inside and line.headline and not line.marked and (line.doubled or line.repeats is not None):
            page.mark(number, ZoneKind.INLINE_RELATED, "headline printed twice")
        elif inside and line.headline and not line.marked and not line.stopped:
            run.append(number)
            continue
        _close_run(page, run)
        run = []
    _close_run(page, run)


def _close_run(page: Page, run: list[int]) -> None:
    """Mark a run of headlines, unless it is a list that a paragraph announces."""
    if len(run) < 2:
        return
    before = page.lines[run[0] - 1]
    if before.text.endswith((":", "\uff1a")) or before.text.endswith(";"):
        return
    for number in run:
        page.mark(number, ZoneKind.INLINE_RELATED, "run of headlines between paragraphs")


def _mark_article(page: Page) -> None:
    """Give the lines of the article that are left their kind."""
    for number, block in enumerate(page.blocks):
        if block is not Block.ARTICLE or not page.free(number):
            continue
        line = page.lines[number]
        if page.furnished and page.title is not None and number < page.title:
            continue
        if number < page.first and page.furnished and line.units < 4 and not line.prose:
            page.mark(number, ZoneKind.WIDGET, "scrap over the article")
        elif number == page.first and _is_sapo(page):
            page.mark(number, ZoneKind.SAPO, "single paragraph under the title")
        else:
            page.mark(number, ZoneKind.BODY, "text of the article")


def _is_sapo(page: Page) -> bool:
    """Say whether the first paragraph is set apart from those that follow."""
    if page.title is None or page.lines[page.first].units > 110 or page.last - page.first < 3:
        return False
    after = page.kinds[page.first + 1]
    later = page.lines[page.first + 1 : page.first + 4]
    apart = later[0].after_blank and not any(line.after_blank for line in later[1:])
    return apart or after in (ZoneKind.INLINE_RELATED, ZoneKind.DATELINE, ZoneKind.BYLINE)


def _mark_furniture(page: Page) -> None:
    """Give the lines outside the article the kind of the block that they stand in."""
    kind = ZoneKind.MENU
    for number, line in enumerate(page.lines):
        sign = page.signs[number]
        if sign.opens is not None:
            kind = sign.opens
        elif number == page.first:
            kind = ZoneKind.RELATED
        if not page.free(number):
            continue
        if kind in (ZoneKind.MENU, ZoneKind.WIDGET) or line.units >= 4 or line.image:
            page.mark(number, kind, "outside the article")
        else:
            page.mark(number, ZoneKind.MENU, "scrap outside the article")
