"""Headlines of other pages that an HTML page links to: leads, never facts of this page."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from giaoluu.articles.lines import lines_of
from giaoluu.articles.markup import Markup, squeezed
from giaoluu.langs.furniture import Furniture, fold
from giaoluu.model.article import ZoneKind

MOST = 150
FEWEST_UNITS = 5
LONGEST = 240
CHROME = frozenset({"nav", "footer", "header", "menu"})


@dataclass(frozen=True, slots=True)
class Link:
    """A headline that the page shows, and the zone that its heading opens."""

    words: str
    zone: ZoneKind


def links_of(markup: Markup, words: Furniture, *, seen: frozenset[str] = frozenset()) -> tuple[Link, ...]:
    """Return the headlines that a page links to, each once; `seen` are folded lines of the article itself.

    >>> from giaoluu.articles.markup import markup_of
    >>> from giaoluu.langs.furniture import furniture
    >>> page = "<p>Text</p><h3>Most read</h3><a href=/b>Choir of Luleå sings in the old hall</a>"
    >>> links_of(markup_of(page, name="a.html"), furniture())[0].zone
    <ZoneKind.MOST_READ: 'most_read'>
    """
    found: dict[str, Link] = {}
    for link in _linked(markup.tree, words):
        key = fold(link.words)
        if key and key not in seen:
            found.setdefault(key, link)
        if len(found) >= MOST:
            break
    return tuple(found.values())


def _linked(tree: HtmlElement, words: Furniture) -> Iterator[Link]:
    """Yield headline-like links in order, with the zone of the last head before each."""
    zone = ZoneKind.RELATED
    for element in tree.iter("a", "h2", "h3", "h4", "h5", "strong"):
        if element.tag != "a":
            zone = _opened(element, words, zone)
            continue
        text = squeezed(" ".join(element.itertext()))
        if 12 <= len(text) <= LONGEST and element.get("href") and not _in_chrome(element):
            line = lines_of(text)[0]
            if line.headline and line.units >= FEWEST_UNITS:
                yield Link(text, zone)


def _opened(element: HtmlElement, words: Furniture, zone: ZoneKind) -> ZoneKind:
    """Return the zone that an element opens as a head, or the zone as it was."""
    own = element.text
    if not own or len(own) > 60 or own.isspace():
        return zone
    opened = words.heads.get(fold(own))
    return opened if opened in (ZoneKind.RELATED, ZoneKind.MOST_READ, ZoneKind.MULTIMEDIA) else zone


def _in_chrome(element: HtmlElement) -> bool:
    """Say whether a link stands in a menu."""
    return any(parent.tag in CHROME for parent in element.iterancestors())
