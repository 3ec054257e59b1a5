"""Captions of an HTML page's pictures, with their credits and the paragraph that follows each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from giaoluu.articles.captions import credit_in
from giaoluu.articles.markup import squeezed
from giaoluu.langs.furniture import Furniture

CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:caption|figcaption|legend|photo-?text|image-?text|media-?description|pic-?note|PhotoCMS_Caption)(?:$|[\s_-])|[a-z](?:Caption|Legend)\b", re.IGNORECASE)
CREDIT_CLASS = re.compile(r"credit|copyright|photographer|byline|(?:^|[\s_-])(?:source|author|attribution|agency|rights)", re.IGNORECASE)
OUTSIDE = frozenset({"nav", "aside", "footer", "form", "button", "noscript"})
HEADINGS = ("h1", "h2", "h3", "h4")
LONGEST = 800
PARAGRAPHS = ("p", "h2", "h3", "h4", "li", "blockquote")
KEY = 48
CLIMB = 12


@dataclass(frozen=True, slots=True)
class Picture:
    """A caption: its words, its credit, and the number of the body's paragraph that it stands before."""

    words: str
    credit: str | None
    before: int


def pictures_of(tree: HtmlElement, paragraphs: Mapping[str, int], words: Furniture) -> list[Picture]:
    """Return the captions of a page's own pictures in order; `paragraphs` gives the number of each paragraph by its key.

    >>> from giaoluu.articles.markup import markup_of
    >>> from giaoluu.langs.furniture import furniture
    >>> page = "<figure><img src=a.jpg><figcaption>The hall. (Photo: City Library)</figcaption></figure><p>Text"
    >>> pictures_of(markup_of(page, name="a.html").tree, {}, furniture())
    [Picture(words='The hall.', credit='City Library', before=0)]
    """
    found: dict[str, Picture] = {}
    taken: set[HtmlElement] = set()
    position = 0
    for element in tree.iter(*PARAGRAPHS, "figcaption", "div", "span", "em", "td", "small"):
        if element.tag in PARAGRAPHS and not _is_caption(element):
            position = paragraphs.get(paragraph_key(_opening(element)), position - 1) + 1
        elif _is_caption(element) and _is_own(element, taken):
            taken.add(element)
            for picture in _read(element, position, words):
                found.setdefault(picture.words.casefold(), picture)
    return list(found.values())


def paragraph_key(text: str) -> str:
    """Return the opening of a paragraph, by which it is found again."""
    return text[:KEY].casefold()


def _opening(element: HtmlElement) -> str:
    """Return the first words of an element without walking all of it."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > 2 * KEY:
            break
    return squeezed("".join(pieces))


def _is_caption(element: HtmlElement) -> bool:
    """Say whether an element is a caption, by its tag or its class."""
    if element.tag == "figcaption":
        return True
    name = element.get("class") or element.get("itemprop")
    return name is not None and len(name) < 300 and CAPTION_CLASS.search(name) is not None


def _is_own(element: HtmlElement, taken: set[HtmlElement]) -> bool:
    """Say whether a caption belongs to a picture of the article: not in a menu, a link, or another caption."""
    pictured = element.tag == "figcaption"
    for number, parent in enumerate(element.iterancestors()):
        if parent in taken or parent.tag in OUTSIDE or (parent.tag == "a" and number < 4):
            return False
        if number < 3 and not pictured and next(parent.iter("img", "picture", "video"), None) is not None:
            pictured = True
        if number >= CLIMB:
            break
    return pictured and next(element.iter(*HEADINGS), None) is None


def _read(element: HtmlElement, position: int, words: Furniture) -> Iterator[Picture]:
    """Yield the caption of one element: its words without the credit, and the credit."""
    credits = [child for child in element.iterdescendants() if isinstance(child.tag, str) and CREDIT_CLASS.search(child.get("class") or child.get("itemprop") or "")]
    outer = [child for child in credits if not any(child in other.iterdescendants() for other in credits if other is not child)][:2]
    inside = {text for child in outer for text in child.itertext()}
    text = squeezed(" ".join(piece for piece in element.itertext() if piece not in inside))
    credit = squeezed(" ".join(outer[0].itertext())) if outer else None
    named = credit_in(text, words)
    if named is not None:
        credit = text[named.name_start : named.name_end]
        text = text[: named.start].rstrip(" -\u2013\u2014|/,")
    if 2 < len(text) <= LONGEST:
        yield Picture(text, credit or None, position)
