"""An HTML page parsed once: what its head, its linked data and its headings say."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import trafilatura
from lxml.etree import ElementDefaultClassLookup, strip_elements
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HtmlProcessingInstruction

from giaoluu.articles.tables import unfold_tables
from giaoluu.model.errors import ArticleError

Linked = dict[str, Any]
HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
"""How a half of a character beyond U+FFFF is written in JSON; two of them are one."""
NESTED = 100_000
"""How many objects of linked data are looked at."""
TIMES = 40
UNSEEN = ("script", "style", "svg", "template", "canvas", "link", "meta")
"""Elements that show no words: a sixth of those of a newspaper's page."""
DEEPEST = 240
"""Depth of a tree at which the parser has begun to drop what lies deeper (its limit is 256)."""

trafilatura.utils.HTML_PARSER.set_element_class_lookup(
    ElementDefaultClassLookup(HtmlElement, HtmlComment, HtmlProcessingInstruction, HtmlEntity)
)
# Else the parser asks Python for the class of every element, only to tell forms from the rest: a tenth of the time.


@dataclass(slots=True)
class Markup:
    """The tree of a page, and what stands in its head: `metas` by lower-case name, the first of each."""

    tree: HtmlElement
    metas: dict[str, list[str]] = field(default_factory=dict)
    linked: list[Linked] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    page_title: str = ""
    canonical: str | None = None
    language: str | None = None
    times: list[str] = field(default_factory=list)
    whole: bool = True
    """False where the parser gave up: no tree at all, or nested deeper than it follows."""

    def meta(self, *names: str) -> str | None:
        """Return the first value of the first of these names that the head gives."""
        return next((values[0] for name in names if (values := self.metas.get(name))), None)


def squeezed(text: str | None) -> str:
    """Return a text on one line with single spaces."""
    return " ".join(text.split()) if text else ""


def markup_of(page: str, *, name: str) -> Markup:
    """Return a page parsed once; broken and deep markup is read as far as it goes.

    >>> markup_of("<html lang=sv><title>A</title><h1>Nya gäster</h1><p>Text", name="a.html").headings
    ['Nya gäster']
    """
    if not page.strip():
        raise ArticleError(f"{name}: the page is empty; fetch it again, or give its text")
    tree = trafilatura.load_html(page)
    if tree is None:
        return Markup(HtmlElement(), whole=False)
    markup = Markup(tree, language=tree.get("lang") or None, whole=_depth(tree) < DEEPEST)
    for element in tree.iter("meta", "script", "title", "h1", "link", "time"):
        _take(markup, element)
    unfold_tables(tree)
    return markup


def drop_unseen(tree: HtmlElement) -> None:
    """Drop the elements that show no words: extractors pass every element a hundred times.

    >>> from lxml.html import fromstring, tostring
    >>> page = fromstring("<div><p>One.</p><script>two()</script> Three.</div>")
    >>> drop_unseen(page)
    >>> tostring(page)
    b'<div><p>One.</p> Three.</div>'
    """
    strip_elements(tree, *UNSEEN, with_tail=False)


def _depth(tree: HtmlElement) -> int:
    """Return the depth of the last element of a tree: where markup is never closed, that is the deepest."""
    depth = 0
    while len(tree):
        tree, depth = tree[-1], depth + 1
    return depth


def _take(markup: Markup, element: HtmlElement) -> None:
    """Keep what one element says of the page."""
    if element.tag == "meta":
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = squeezed(element.get("content"))
        if key and content:
            markup.metas.setdefault(key, []).append(content)
    elif element.tag == "script":
        if "ld+json" in (element.get("type") or ""):
            markup.linked.extend(_objects(element.text or ""))
    elif element.tag == "title":
        markup.page_title = markup.page_title or squeezed(element.text)
    elif element.tag == "h1":
        heading = squeezed(" ".join(element.itertext()))
        if heading:
            markup.headings.append(heading)
    elif element.tag == "link":
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            markup.canonical = markup.canonical or element.get("href").strip()
    elif len(markup.times) < TIMES and element.get("datetime"):
        markup.times.append(element.get("datetime"))


def _whole(value: Any, text: str) -> Any:
    """Return a value without half characters: a title that a page cuts in the middle of a picture sign has one."""
    if HALF_CHARACTER.search(text) is None:
        return value
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", errors="replace"))


def _objects(text: str) -> Iterator[Linked]:
    """Yield the objects of a script of linked data, outer before inner; broken ones yield nothing."""
    try:
        rest = [_whole(json.loads(text.strip().removesuffix(";"), strict=False), text)]
    except (ValueError, RecursionError):
        return
    for _ in range(NESTED):
        if not rest:
            return
        value = rest.pop()
        if isinstance(value, list):
            rest.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            rest.extend(inner for inner in reversed(value.values()) if isinstance(inner, (list, dict)))
