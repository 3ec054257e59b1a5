"""An article from stripped text: zones by line, and what the text says about itself."""

from collections.abc import Iterator

from giaoluu.articles.accounts import account_in
from giaoluu.articles.bylines import authors_in, source_in
from giaoluu.articles.captions import TAGGED, credit_in, words_about
from giaoluu.articles.datelines import Published, dateline_in
from giaoluu.articles.language import language_of
from giaoluu.articles.memory import OutletMemory
from giaoluu.articles.zoner import Page, page_of, zones_of
from giaoluu.langs.furniture import Furniture, fold, furniture
from giaoluu.model.article import Article, Caption, Lead, Zone, ZoneKind
from giaoluu.model.capture import Capture
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import ArticleError
from giaoluu.model.spans import Cited, Span

LEAD_ZONES = frozenset({ZoneKind.RELATED, ZoneKind.MOST_READ, ZoneKind.MULTIMEDIA, ZoneKind.INLINE_RELATED})
LEAD_UNITS = 4
OPENING_PARAGRAPHS = 2


def stripped_article(capture: Capture, *, memory: OutletMemory | None = None) -> Article:
    """Return the article of a capture that holds text, one line a block."""
    words = furniture()
    page = page_of(capture.text, words, memory=memory)
    if not page.lines:
        raise ArticleError(f"{capture.name or capture.id}: the text is empty; give a page that holds words")
    zones = zones_of(page)
    published = _published(page) or _sent(capture.text, zones, words)
    title = page.title
    return Article(
        id=capture.id,
        digest=capture.digest,
        text=capture.text,
        language=language_of(_read_text(capture.text, zones)),
        zones=zones,
        title=None if title is None else _title(capture.text, zones[title]),
        authors=tuple(_authors(capture.text, zones, words)),
        published=None if published is None else _day(capture.text, *published),
        published_at=None if published is None else _moment(capture.text, *published),
        outlet=outlet_of(capture.text, zones, words),
        url=capture.url,
        credit=account_of(capture.text, zones, words),
        source=source_of(capture.text, zones, words),
        captions=captions_of(capture.text, zones, words),
        leads=leads_of(page, capture.text),
        fetched=capture.fetched,
    )


def account_of(text: str, zones: tuple[Zone, ...], words: Furniture) -> Cited[str] | None:
    """Return whose account the article is, from the opening of its first paragraphs."""
    paragraphs = [zone for zone in zones if zone.kind in (ZoneKind.SAPO, ZoneKind.BODY)][:OPENING_PARAGRAPHS]
    for zone in paragraphs:
        found = account_in(text[zone.start : zone.end], words)
        if found is not None:
            start, end, body = found
            return Cited(body, Span.of(text, zone.start + start, zone.start + end), "account-opening")
    return None


def source_of(text: str, zones: tuple[Zone, ...], words: Furniture) -> Cited[str] | None:
    """Return the source that a line of the article names; a label without a value names none."""
    for zone in zones:
        if zone.kind not in (ZoneKind.SOURCE_LINE, ZoneKind.BYLINE, ZoneKind.DATELINE):
            continue
        line = text[zone.start : zone.end]
        offset = max((line.find(mark) + 1 for mark in "(\uff08"), default=0) if zone.kind is ZoneKind.BYLINE else 0
        found = source_in(line[offset:], words)
        if found is not None and found.value.strip(" .)"):
            return Cited(
                found.value.strip(" )"),
                Span.of(text, zone.start + offset + found.start, zone.start + offset + found.end),
                "source-line",
            )
    return None


def outlet_of(text: str, zones: tuple[Zone, ...], words: Furniture) -> str | None:
    """Return the outlet that stands by itself on a line under the title or the article."""
    bylines = (text[zone.start : zone.end] for zone in zones if zone.kind is ZoneKind.BYLINE)
    return next((line for line in bylines if fold(line) in words.outlets), None)


def captions_of(text: str, zones: tuple[Zone, ...], words: Furniture) -> tuple[Caption, ...]:
    """Return the captions with the words about the picture and the credit; a repetition counts once."""
    found: list[Caption] = []
    for zone in zones:
        line = text[zone.start : zone.end]
        if zone.kind is not ZoneKind.CAPTION or zone.repeats is not None or _bare_markup(line):
            continue
        credit = credit_in(line, words)
        about = words_about(line, credit)
        found.append(
            Caption(
                id=f"caption{len(found) + 1}",
                span=Span.of(text, zone.start, zone.end),
                words=None if about is None else Span.of(text, zone.start + about[0], zone.start + about[1]),
                credit=None
                if credit is None
                else Cited(
                    line[credit.name_start : credit.name_end],
                    Span.of(text, zone.start + credit.start, zone.start + credit.end),
                    "caption-credit",
                ),
            )
        )
    return tuple(found)


def leads_of(page: Page, text: str) -> tuple[Lead, ...]:
    """Return the headlines in the furniture, each once."""
    found: dict[str, tuple[int, int, ZoneKind]] = {}
    for line, sign, kind in zip(page.lines, page.signs, page.kinds, strict=True):
        if kind not in LEAD_ZONES or sign.opens is not None or not line.headline or line.units < LEAD_UNITS:
            continue
        end = line.start + len(line.text) // 2 if line.doubled else line.end
        found.setdefault(fold(line.text[: end - line.start]), (line.start, end, kind))
    return tuple(
        Lead(f"lead{number}", Span.of(text, start, end), kind)
        for number, (start, end, kind) in enumerate(found.values(), 1)
    )


def _bare_markup(line: str) -> bool:
    """Say whether a caption zone is an image's markup without words."""
    return line.lstrip("| ").startswith("![]") or (line.startswith("<") and TAGGED.search(line) is None)


def _read_text(text: str, zones: tuple[Zone, ...]) -> str:
    """Return the opening words of the article, by which its language is told."""
    kept = [
        text[zone.start : min(zone.end, zone.start + 1500)]
        for zone in zones
        if zone.kind in (ZoneKind.BODY, ZoneKind.SAPO, ZoneKind.TITLE)
    ]
    return "\n".join(kept[:8]) or text[:3000]


def _title(text: str, zone: Zone) -> Cited[str]:
    """Return the title without its heading mark."""
    line = text[zone.start : zone.end]
    words = line.strip("#* ")
    start = zone.start + line.index(words)
    return Cited(words, Span.of(text, start, start + len(words)), "title-line")


def _published(page: Page) -> tuple[int, Published] | None:
    """Return the line that tells the publication: a label of publishing goes before one of updating.

    A day over the title, without a time, may be that of the visit to the page: another line goes before it.
    """
    title = page.title or 0
    found = [
        (seen.updated and not seen.labelled, number < title and not seen.labelled and seen.at is None, number)
        for number, seen in page.published.items()
    ]
    if not found:
        return None
    number = min(found)[-1]
    return page.lines[number].start, page.published[number]


def _sent(text: str, zones: tuple[Zone, ...], words: Furniture) -> tuple[int, Published] | None:
    """Return the day that the first paragraph opens with, for pages that print no other."""
    first = next((zone for zone in zones if zone.kind in (ZoneKind.SAPO, ZoneKind.BODY)), None)
    found = dateline_in(text[first.start : first.end], words) if first else None
    return (first.start, found) if first and found else None


def _day(text: str, start: int, seen: Published) -> Cited[Edtf]:
    """Return the day of publication."""
    return Cited(Edtf(seen.day), Span.of(text, start + seen.start, start + seen.end), "dateline")


def _moment(text: str, start: int, seen: Published) -> Cited[str] | None:
    """Return the time of publication where it is printed."""
    return None if seen.at is None else Cited(seen.at, Span.of(text, start + seen.start, start + seen.end), "dateline")


def _authors(text: str, zones: tuple[Zone, ...], words: Furniture) -> Iterator[Cited[str]]:
    """Yield the people whom the bylines name."""
    for zone in zones:
        line = text[zone.start : zone.end]
        if zone.kind is not ZoneKind.BYLINE or words.editor.match(line):
            continue
        for name in authors_in(line, words):
            if fold(name.value) in words.outlets:
                continue
            yield Cited(name.value, Span.of(text, zone.start + name.start, zone.start + name.end), "byline")
