"""An article from an HTML page: its text is composed of title, date, names, paragraphs, captions and leads."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from giaoluu.articles.bylines import source_in
from giaoluu.articles.captions import LONGEST, credit_in, words_about
from giaoluu.articles.flattened import flattened, nesting
from giaoluu.articles.heads import page_head
from giaoluu.articles.language import language_of
from giaoluu.articles.links import links_of
from giaoluu.articles.markup import Markup, drop_unseen, markup_of, squeezed
from giaoluu.articles.pictures import Picture, paragraph_key, pictures_of
from giaoluu.articles.stripped import account_of, source_of, stripped_article
from giaoluu.langs.furniture import Furniture, fold, furniture
from giaoluu.model.article import Article, Caption, Lead, Zone, ZoneKind
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import ArticleError
from giaoluu.model.spans import Cited, Span

DEEPEST = 400
"""Nesting up to which the fast extractor stays linear."""


LARGEST = 3_000_000
"""Code points of a page beyond which the careful extractor takes minutes."""


@dataclass(slots=True)
class Sheet:
    """The text while it is composed, line by line."""

    pieces: list[str] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, kind: ZoneKind, reason: str) -> int:
        """Add a line, and return where it starts."""
        start = self.length
        self.pieces.append(words)
        self.zones.append(Zone(start, start + len(words), kind, reason))
        self.length += len(words) + 1
        return start


def html_article(capture: Capture, *, fast: bool = False) -> Article:
    """Return the article of a capture that holds HTML."""
    words = furniture()
    markup = markup_of(capture.text, name=capture.name or capture.id)
    head = page_head(markup, words, url=capture.url)
    drop_unseen(markup.tree)
    body = _body(capture.text, markup, fast=fast or len(capture.text) > LARGEST) if markup.whole else ""
    paragraphs = [clean for line in body.split("\n") if (clean := _clean(line))]
    if not paragraphs:
        return _from_bare_text(capture)
    pictures = pictures_of(
        markup.tree, {paragraph_key(text): number for number, text in reversed(list(enumerate(paragraphs)))}, words
    )
    sheet = Sheet()
    title = _add(sheet, _clean(head.title or ""), ZoneKind.TITLE, "title of the page")
    day = _add(sheet, head.published_at or head.published or "", ZoneKind.DATELINE, head.rule)
    names = [_clean(name) for name in head.authors]
    byline = _add(sheet, ", ".join(names), ZoneKind.BYLINE, "authors of the page")
    captions = _add_body(sheet, paragraphs, pictures, words, title=head.title)
    shown = frozenset(fold(piece) for piece in sheet.pieces)
    leads = [
        (_add(sheet, _clean(link.words), link.zone, "link to another page"), link)
        for link in links_of(markup, words, seen=shown)
    ]
    text = "\n".join(sheet.pieces)
    zones = tuple(sheet.zones)
    return Article(
        id=capture.id,
        digest=capture.digest,
        text=text,
        language=language_of("\n".join(paragraphs)[:4000] or text, hint=markup.language),
        zones=zones,
        title=_cited(text, title, _clean(head.title or ""), "page-title"),
        authors=tuple(_authors(text, byline, names)),
        published=None
        if day is None or head.published is None
        else Cited(Edtf(head.published), Span.of(text, day, day + 10), head.rule),
        published_at=_cited(text, day, head.published_at or "", head.rule),
        outlet=head.outlet,
        url=head.url,
        credit=account_of(text, zones, words),
        source=source_of(text, zones, words),
        captions=tuple(_captions(text, captions)),
        leads=tuple(
            Lead(f"lead{number}", Span.of(text, start, start + len(_clean(link.words))), link.zone)
            for number, (start, link) in enumerate(leads, 1)
            if start is not None
        ),
        fetched=capture.fetched,
    )


def _from_bare_text(capture: Capture) -> Article:
    """Return the article of the page's bare text, where no body was found in its markup."""
    text = flattened(capture.text)
    if not text:
        raise ArticleError(
            f"{capture.name or capture.id}: no text was found; give the page as a browser shows it, or its text"
        )
    return stripped_article(replace(capture, text=text, media_type=MediaType.TEXT))


def _body(page: str, markup: Markup, *, fast: bool) -> str:
    """Return the text of the article, a paragraph a line."""
    if fast and not nesting(page, enough=DEEPEST):
        return str(
            extract_plain_text(
                page, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False, comments=False
            )
        )
    document = trafilatura.bare_extraction(markup.tree, favor_precision=True, include_comments=False, as_dict=False)
    return document.text or "" if isinstance(document, trafilatura.settings.Document) else ""


def _clean(line: str) -> str:
    """Return a line with single spaces, composed and without bullets of its rendering."""
    return unicodedata.normalize("NFC", squeezed(line.removeprefix("- ").strip("|")))


def _add(sheet: Sheet, words: str, kind: ZoneKind, reason: str) -> int | None:
    """Add a line where there are words, and return where it starts."""
    return sheet.add(words, kind, reason) if words else None


def _add_body(
    sheet: Sheet, paragraphs: list[str], pictures: Iterable[Picture], words: Furniture, *, title: str | None
) -> list[tuple[int, Picture]]:
    """Add paragraphs with the captions in their place; return where each caption stands."""
    waiting = sorted(pictures, key=lambda picture: picture.before)
    captions = {fold(picture.words) for picture in waiting}
    placed: list[tuple[int, Picture]] = []
    for number, paragraph in enumerate([*paragraphs, ""]):
        while waiting and (waiting[0].before <= number or not paragraph):
            picture = waiting.pop(0)
            start = sheet.add(_caption_line(picture), ZoneKind.CAPTION, "caption of a picture")
            placed.append((start, picture))
        if not paragraph or fold(paragraph) in captions or (number < 2 and fold(paragraph) == fold(title or "")):
            continue
        if (told := _picture_told(paragraph, number, words)) is not None:
            placed.append((sheet.add(_caption_line(told), ZoneKind.CAPTION, "caption of a picture"), told))
            continue
        is_source = number >= len(paragraphs) - 3 and len(paragraph) < 160 and source_in(paragraph, words) is not None
        sheet.add(
            paragraph,
            ZoneKind.SOURCE_LINE if is_source else ZoneKind.BODY,
            "label of a source" if is_source else "text of the article",
        )
    return placed


def _picture_told(paragraph: str, number: int, words: Furniture) -> Picture | None:
    """Return the caption that a paragraph is because of its credit, or None; the text after it tells nothing of it."""
    credit = credit_in(paragraph, words) if len(paragraph) <= LONGEST else None
    about = words_about(paragraph, credit)
    if credit is None or about is None:
        return None
    return Picture(paragraph[slice(*about)], paragraph[credit.name_start : credit.name_end].strip() or None, number)


def _caption_line(picture: Picture) -> str:
    """Return a caption as one line, the credit in brackets after its words."""
    return _clean(picture.words + (f" ({picture.credit})" if picture.credit else ""))


def _captions(text: str, placed: list[tuple[int, Picture]]) -> Iterable[Caption]:
    """Yield the captions with the spans of words and credit."""
    for number, (start, picture) in enumerate(placed, 1):
        about, credit, line = _clean(picture.words), _clean(picture.credit or ""), _caption_line(picture)
        whole = Span.of(text, start, start + len(line))
        named = line.rfind(f"({credit})") if credit else -1
        cited = (
            Cited(credit, Span.of(text, start + named, start + named + len(credit) + 2), "caption-credit")
            if named >= 0
            else None
        )
        yield Caption(f"caption{number}", whole, Span.of(text, start, start + len(about)), cited)


def _cited(text: str, start: int | None, value: str, rule: str) -> Cited[str] | None:
    """Return a value that stands at the start of a line of the composed text."""
    return None if start is None or not value else Cited(value, Span.of(text, start, start + len(value)), rule)


def _authors(text: str, start: int | None, names: list[str]) -> Iterable[Cited[str]]:
    """Yield the authors with their places in the byline."""
    position = start or 0
    for name in names:
        yield Cited(name, Span.of(text, position, position + len(name)), "page-author")
        position += len(name) + 2
