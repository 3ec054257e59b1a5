"""Title, authors, time, outlet and address of an HTML page, from linked data, head and headings."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date

from giaoluu.articles.bylines import authors_in
from giaoluu.articles.datelines import day_and_time
from giaoluu.articles.markup import Linked, Markup, squeezed
from giaoluu.langs.furniture import Furniture

ARTICLE_TYPE = re.compile(r"article|posting|report|liveblog|review", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
SUFFIX = re.compile(r"\s*[-\u2013\u2014|:_\u3163\uff1a\uff0d\u2022\u00b7]")
ADDRESS = re.compile(r"https?://|www\.|@", re.IGNORECASE)
PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "og:published_time",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.date", "dc.date", "publishdate", "publish-date",
    "pubdate", "publication_date", "date",
)  # fmt: skip
AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dcterms.creator",
    "og:article:author",
    "authors",
    "article:author_name",
)
LONGEST_NAME = 60
PRINTED = re.compile(r"(?:^|[\s_-])(?:author|byline|vcard)|[a-z]Author(?![a-z]*List$)", re.IGNORECASE)
"""Classes of an element that prints who wrote the page."""
PRINTED_IN = ("p", "span", "div", "a", "address", "li")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of itself; unknown stays None."""

    title: str | None
    authors: tuple[str, ...]
    published: str | None
    published_at: str | None
    outlet: str | None
    url: str | None
    rule: str


def page_head(markup: Markup, words: Furniture, *, url: str | None = None) -> PageHead:
    """Return what the head, the linked data and the headings of a page say of it.

    >>> from giaoluu.articles.markup import markup_of
    >>> from giaoluu.langs.furniture import furniture
    >>> page = "<meta property='article:published_time' content='2024-05-03T16:41:00+02:00'><h1>New hall opens</h1>"
    >>> head = page_head(markup_of(page, name="a.html"), furniture())
    >>> head.title, head.published, head.published_at
    ('New hall opens', '2024-05-03', '2024-05-03T16:41:00+02:00')
    """
    linked = _article(markup.linked)
    published, rule = _published(markup, linked)
    return PageHead(
        title=_title(markup, linked),
        authors=tuple(_authors(markup, linked, words)),
        published=published[0] if published else None,
        published_at=published[1] if published else None,
        outlet=_outlet(markup, linked),
        url=_address(markup, url),
        rule=rule,
    )


def _address(markup: Markup, url: str | None) -> str | None:
    """Return the address that a page gives itself; the one that it was got from where that names no page.

    Sites that give all of their pages the address of their first page are many; all would be versions of one.
    """
    for given in (markup.canonical, markup.meta("og:url")):
        try:
            whole = urljoin(url or "", given or "")
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.hostname and (parts.path.strip("/") or parts.query):
            return whole
    return url


def _article(linked: list[Linked]) -> Linked:
    """Return the object of linked data that is the article: one with a headline, by type if it can be."""
    headed = [thing for thing in linked if isinstance(thing.get("headline"), str) and thing["headline"].strip()]
    typed = [thing for thing in headed if ARTICLE_TYPE.search(str(thing.get("@type", "")))]
    return next(iter(typed or headed), {})


def _title(markup: Markup, linked: Linked) -> str | None:
    """Return the title that most of linked data, head and heading agree on, without the outlet's name."""
    data = squeezed(html.unescape(str(linked.get("headline", ""))))
    head = squeezed(html.unescape(markup.meta("og:title", "twitter:title") or ""))
    near = [
        heading
        for heading in markup.headings
        if len(heading) > 8 and any(_close(heading, other) for other in (data, head, markup.page_title))
    ]
    heading = near[0] if near else ""
    data, head = _without_suffix(data, head, heading), _without_suffix(head, data, heading)
    found = [title for title in (data, head, heading) if title]
    votes = Counter(map(_key, found))
    if found:
        return max(found, key=lambda title: votes[_key(title)])
    return next(iter(markup.headings), None) or markup.page_title or None


def _key(text: str) -> str:
    """Return a title as it is compared: words only, without case."""
    return " ".join(WORD.findall(text.lower()))


def _close(one: str, other: str) -> bool:
    """Say whether one title holds the other."""
    return bool(other) and (_key(one) in _key(other) or _key(other) in _key(one))


def _without_suffix(title: str, *others: str) -> str:
    """Return a title without what follows a whole other title after a sign."""
    for other in others:
        if len(other) > 8 and len(other) < len(title) and title.startswith(other) and SUFFIX.match(title, len(other)):
            return other
    return title


def _authors(markup: Markup, linked: Linked, words: Furniture) -> Iterator[str]:
    """Yield the authors, each once: of linked data, else of the head."""
    names = [name for author in _listed(linked.get("author")) for name in _names_of(author) if name.strip()]
    if not names:
        names = [value for key in AUTHORS for value in markup.metas.get(key, ())]
    outlet = (_outlet(markup, linked) or "").casefold()
    if all(name.casefold() == outlet for name in names):
        names = _printed_authors(markup, words) or names
    seen = set()
    for name in names:
        for part in _parted(squeezed(html.unescape(name)), words):
            if part.casefold() not in seen:
                seen.add(part.casefold())
                yield part


def _printed_authors(markup: Markup, words: Furniture) -> list[str]:
    """Return the authors whom the page prints in an element of their own: the first such line of names."""
    for element in markup.tree.iter(*PRINTED_IN):
        marks = element.get("class") or ""
        if element.get("rel") == "author" or element.get("itemprop") == "author" or PRINTED.search(marks):
            found = authors_in(squeezed(" ".join(element.itertext())), words)
            if found:
                return [author.value for author in found]
    return []


def _listed(value: Any) -> list[Any]:
    """Return a value of linked data as a list."""
    return value if isinstance(value, list) else [value]


def _names_of(author: Any) -> list[str]:
    """Return the names of an author in linked data."""
    if isinstance(author, Mapping):
        return [name for name in _listed(author.get("name")) if isinstance(name, str)]
    return [author] if isinstance(author, str) else []


def _parted(name: str, words: Furniture) -> Iterator[str]:
    """Yield the people of one printed name, without a label such as "by"."""
    label = words.byline.match(name)
    bare = name[label.start("value") :] if label else name
    if ADDRESS.search(bare):
        return
    parts = [part.strip() for part in words.name_join.split(bare)]
    whole = sum(" " in part or not part.isascii() for part in parts)
    people = parts if len(parts) > 1 and (whole > 1 or whole == len(parts)) else [bare.strip(" ,")]
    yield from (person for person in people if 1 < len(person) <= LONGEST_NAME and not person.isdecimal())


def _published(markup: Markup, linked: Linked) -> tuple[tuple[str, str | None] | None, str]:
    """Return day and time of publication, and by which rule they were read."""
    given = linked.get("datePublished")
    if isinstance(given, str) and (found := day_and_time(given)):
        return found, "linked-data"
    for name in PUBLISHED:
        for value in markup.metas.get(name, ()):
            if found := day_and_time(value):
                return found, "page-head"
    others = [thing.get("datePublished") for thing in markup.linked]
    for other in [*others, *markup.times[:1]]:
        if isinstance(other, str) and (found := day_and_time(other)):
            return found, "linked-data" if other in others else "time-element"
    day = find_date(markup.tree, original_date=True, extensive_search=False)
    return ((day, None), "htmldate") if day else (None, "")


def _outlet(markup: Markup, linked: Linked) -> str | None:
    """Return the name of the outlet."""
    if named := markup.meta("og:site_name"):
        return named
    publisher = next(iter(_listed(linked.get("publisher"))), None)
    names = _names_of(publisher) if publisher else []
    return squeezed(names[0]) if names else markup.meta("application-name")
