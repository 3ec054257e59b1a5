"""Captions of an HTML page's pictures, with their credits and the paragraph that follows each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from giaoluu.articles.captions import credit_in
from giaoluu.articles.markup import squeezed
from giaoluu.articles.piecewise import credited
from giaoluu.langs.furniture import Furniture, fold

CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:img-|image-|photo-|media-)?(?:caption|figcaption|legend)(?:$|[\s_-])"
    r"|(?:^|[\s_-])(?:photo|image|media|img|pic)[_-]*(?:text|description|note|title)(?:$|[\s_-])|[a-z](?:Caption|Legend)(?![a-z])|PhotoCMS_Caption",
)
CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|byline|(?:^|[\s_-])(?:source|author|attribution|agency|rights)", re.IGNORECASE
)
FOREIGN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:author|byline|related|teaser|promo|recommend\w*|newsletter|most-?read|read-?more|widget|advert\w*|sponsored|share|social)(?:$|[\s_-])",
    re.IGNORECASE,
)
PICTURE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:article|body|featured|inline|lead|main|teaser|widget)?(?:image|img|photo|picture|figure)",
    re.IGNORECASE,
)
"""What says that a block is a picture's own, where the same class also speaks of a teaser or a widget."""
PLAIN_CLASS = re.compile(r"(?:^|\s)(?:(?:text|font)|(?:\w+-)*ads?)-caption(?=$|\s)")
"""Names of a size of letters, or of what is written over an advertisement."""
OUTSIDE = frozenset({"nav", "aside", "footer", "form", "noscript"})
HEADINGS = ("h1", "h2", "h3", "h4")
PARAGRAPHS = frozenset({"p", "h2", "h3"})
LOOKED_AT = (*PARAGRAPHS, "h1", "img", "figcaption", "div", "span", "em", "td", "small")
LABEL_LEFT = re.compile(r"(?<=\S)\s+\w+:\s*$")
"""The label of a credit whose name stood in an element of its own."""
LONGEST = 800
LONGEST_BESIDE = 300
KEY = 48
CLIMB = 12
FEWEST_WORDS = 3
HINTS = ("aption", "egend", "hoto", "mage", "img", "edia")
"""One of these stands in each class that names a caption."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A caption: its words, its credit, and the number of the body's paragraph that it stands before."""

    words: str
    credit: str | None
    before: int


def pictures_of(tree: HtmlElement, paragraphs: Mapping[str, int], words: Furniture) -> list[Picture]:
    """Return the captions of a page's own pictures in order; `paragraphs` numbers each paragraph by its key.

    >>> from giaoluu.articles.markup import markup_of
    >>> from giaoluu.langs.furniture import furniture
    >>> page = "<figure><img src=a.jpg><figcaption>The hall. (Photo: City Library)</figcaption></figure><p>Text"
    >>> pictures_of(markup_of(page, name="a.html").tree, {}, furniture())
    [Picture(words='The hall.', credit='City Library', before=0)]
    """
    found: dict[str, Picture] = {}
    taken: set[HtmlElement] = set()
    position, headed, last = 0, False, max(paragraphs.values(), default=-1)
    for element in tree.iter(*LOOKED_AT):
        if element.tag == "img":
            inside = (headed or position > 0) and position <= last
            block = _beside(element, paragraphs) if inside else None
        elif _is_caption(element):
            block = element if _is_own(element, taken) else None
        else:
            headed = headed or element.tag == "h1"
            if element.tag in PARAGRAPHS:
                position = paragraphs.get(paragraph_key(_opening(element)), position - 1) + 1
            continue
        if block is None or block in taken or any(parent in taken for parent in block.iterancestors()):
            continue
        taken.add(block)
        for picture in _read(block, position, words):
            found.setdefault(picture.words.casefold(), picture)
    return list(found.values())


def paragraph_key(text: str) -> str:
    """Return the opening of a paragraph, by which it is found again."""
    return text[:KEY].casefold()


def _opening(element: HtmlElement, *, most: int = 2 * KEY) -> str:
    """Return the first words of an element without walking all of it."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > most:
            break
    return squeezed("".join(pieces))


def _is_caption(element: HtmlElement) -> bool:
    """Say whether an element is a caption, by its tag or its class."""
    if element.tag == "figcaption":
        return True
    name = element.get("class") or element.get("itemprop")
    if name is None or len(name) >= 300 or not any(hint in name for hint in HINTS):
        return False
    if next(element.iter("figure", "figcaption"), None) is not None:
        return False
    return CAPTION_CLASS.search(PLAIN_CLASS.sub("", name)) is not None


def _is_own(element: HtmlElement, taken: set[HtmlElement]) -> bool:
    """Say whether a caption belongs to a picture of the article: not in a menu, a link, or another caption."""
    pictured = element.tag == "figcaption"
    for number, parent in enumerate(element.iterancestors()):
        if parent in taken or parent.tag in OUTSIDE or (parent.tag == "a" and number < 4) or _is_foreign(parent):
            return False
        if number < 4 and not pictured and next(parent.iter("img", "picture", "video"), None) is not None:
            pictured = True
        if number >= CLIMB:
            break
    return pictured and next(element.iter(*HEADINGS), None) is None


def _is_foreign(element: HtmlElement) -> bool:
    """Say whether an element holds other pages' pictures, by its class."""
    name = element.get("class")
    if name is None or len(name) >= 300 or FOREIGN_CLASS.search(name) is None:
        return False
    return PICTURE_CLASS.search(name) is None


def _beside(image: HtmlElement, paragraphs: Mapping[str, int]) -> HtmlElement | None:
    """Return the block of words that stands alone with an image, where no class tells it."""
    for number, parent in enumerate(image.iterancestors()):
        if (
            parent.tag in OUTSIDE
            or parent.tag in ("a", "body", "article", "main", "section", "td")
            or number > 5
            or _is_foreign(parent)
        ):
            return None
        text = _opening(parent, most=LONGEST_BESIDE)
        if len(text) <= 3:
            continue
        plain = (
            len(text) <= LONGEST_BESIDE and next(parent.iter("a", "button", "time", "input", *HEADINGS), None) is None
        )
        known = any(paragraph_key(_opening(child)) in paragraphs for child in parent.iter("p"))
        return parent if plain and not known and len(text.split()) >= FEWEST_WORDS else None
    return None


def _read(element: HtmlElement, position: int, words: Furniture) -> Iterator[Picture]:
    """Yield the caption of one element: its words without the credit, and the credit."""
    credits = [
        child
        for child in element.iterdescendants()
        if isinstance(child.tag, str) and CREDIT_CLASS.search(child.get("class") or child.get("itemprop") or "")
    ]
    outer = [child for child in credits if not any(parent in credits for parent in child.iterancestors())][:2]
    inside = {text for child in outer for text in child.itertext()}
    pieces = [clean for piece in element.itertext() if piece not in inside and (clean := squeezed(piece))]
    credit = squeezed(" ".join(outer[0].itertext())) if outer else None
    text = " ".join(pieces)
    named = credit_in(text, words)
    if named is not None:
        text, credit = text[: named.start], text[named.name_start : named.name_end]
    elif credit is None:
        text, credit = credited(pieces)
    else:
        text = LABEL_LEFT.sub("", text)
    text = text.strip(" -\u2013\u2014|/,")
    if 2 < len(text) <= LONGEST and not _is_label(text, words):
        yield Picture(text, credit.strip(" ()[]\u00a9") or None if credit else None, position)


def _is_label(text: str, words: Furniture) -> bool:
    """Say whether words at a picture are no caption but the name of who wrote the page, or a button."""
    return bool(words.byline.match(text) or words.widget_start.match(text)) or fold(text) in words.widgets
