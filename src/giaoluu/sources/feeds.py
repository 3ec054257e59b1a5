"""Feeds: which pages a site has, in RSS 2.0, RSS 1.0, Atom and JSON Feed."""

import html
import json
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import quote, urldefrag, urljoin

from giaoluu.model.errors import SourceError

LOOKED_AT = 4096
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
FIRST_ELEMENT = re.compile(rb"<([A-Za-z][\w.-]*:)?([A-Za-z]+)")
ROOTS = frozenset({b"rss", b"feed", b"RDF"})
DECLARATION = b"<?xml"
JSON_FEED = re.compile(rb"\s*\{.*\"https?://(?:www\.)?jsonfeed\.org/version/", re.DOTALL)
CDATA = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|$)", re.DOTALL)
ELEMENT = re.compile(rb"<(/?)[A-Za-z][^<>]*>")
LINK = re.compile(rb"<link\b[^<>]{1,1000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(['\"])(.*?)\2", re.DOTALL)
FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
MOST_OF_A_HEAD = 1 << 18
MOST_BYTES = 1 << 23
DEEPEST = 500
TAG = re.compile(r"<[^>]*>")
LEAST_TEXT = 200
"""Letters of a text that may be an article; a summary has fewer."""

SAFE = "%/:=&?~#+!$,;'@()*[]"
PAGE = '<html><head><meta charset="utf-8"><title>{title}</title>{day}</head><body><article><h1>{title}</h1>{text}'
DAY = '<meta property="article:published_time" content="{}">'
AS_TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One page that a feed names: its address, and its text as a page where the feed carries the whole of it."""

    address: str
    title: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says; `fault` is where it is broken, and how."""

    title: str
    items: tuple[FeedItem, ...]
    fault: str = ""


def is_feed(content: bytes) -> bool:
    """Say whether bytes are a feed, by how they begin.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html><body><rss>")
    (True, False)
    """
    beginning = COMMENT.sub(b"", content[:LOOKED_AT].replace(b"\x00", b""))
    first = FIRST_ELEMENT.search(beginning)
    return bool((first and first[2] in ROOTS) or JSON_FEED.match(beginning))


def feed_of(content: bytes, *, address: str = "", charset: str | None = None) -> Feed:
    """Return what a feed says. Relative addresses count from `address` and from what the feed names its base.

    Raises SourceError for one that is too large, nested without end, or no feed at all.
    """
    if len(content) > MOST_BYTES:
        raise SourceError(f"is a feed of more than {MOST_BYTES >> 20} MiB: give its pages as files")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(content, address)
    if _is_too_deep(content):
        raise SourceError(f"is a feed with elements in more than {DEEPEST} others: it is broken, or made to hurt")
    import feedparser  # loaded late: few read feeds

    headers = {
        "content-location": address,
        **({"content-type": f"application/xml; charset={charset}"} if charset else {}),
    }
    found = feedparser.parse(BytesIO(content), response_headers=headers, sanitize_html=False)
    base = str(found.feed.get("link") or "")
    items = tuple(_item(entry, urljoin(address, base)) for entry in found.entries)
    added = 0 if content.lstrip(b"\xef\xbb\xbf").startswith(DECLARATION) else 1
    fault = _fault(found.get("bozo_exception"), added)
    if not found.get("version") and not items:
        raise SourceError("is no feed: give the address of an RSS or Atom feed")
    return Feed(_plain(found.feed.get("title")), items, fault)


def feeds_of_page(content: bytes, address: str) -> list[str]:
    """Return the addresses of the feeds that a page names for programs.

    >>> feeds_of_page(b'<link rel="alternate" type="application/rss+xml" href="/rss">', "https://example.org/tin")
    ['https://example.org/rss']
    """
    links = (match[0].decode(errors="replace") for match in LINK.finditer(content[:MOST_OF_A_HEAD]))
    told = ({name.lower(): html.unescape(value) for name, _, value in ATTRIBUTE.findall(link)} for link in links)
    found = (_address(one.get("href"), address) for one in told if one.get("type", "").lower() in FEED_TYPES)
    return list(dict.fromkeys(filter(None, found)))


def _is_too_deep(content: bytes) -> bool:
    """Say whether elements stand in one another so deeply that reading would never end."""
    depth = 0
    for match in ELEMENT.finditer(CDATA.sub(b"", content.replace(b"\x00", b""))):
        depth += 0 if match[0].endswith(b"/>") else -1 if match[1] else 1
        if depth > DEEPEST:
            return True
    return False


def _fault(error: Any, added: int) -> str:
    """Return where XML is broken, and how; an encoding that differs from what is declared is none.

    `added` counts the lines that the reader set in front.
    """
    if not hasattr(error, "getLineNumber"):
        return ""
    line = max(1, error.getLineNumber() - added)
    return f"broken at line {line}, column {error.getColumnNumber()} ({error.getMessage()})"


def _item(entry: Mapping[str, Any], base: str) -> FeedItem:
    """Return one item of an XML feed."""
    title = _plain(entry.get("title"))
    contents = [one for one in entry.get("content", ()) if one.get("value")]
    summary = str(entry.get("summary_detail", {}).get("value") or "")
    text = max((_markup(str(one["value"]), str(one.get("type"))) for one in contents), key=len, default="")
    told = dict(entry)  # its own look-ups fill in for one another
    moment = told.get("published_parsed") or told.get("updated_parsed")
    return FeedItem(_address(entry.get("link"), base), title, _page(title, text, summary, _time(moment)))


def _json_feed(content: bytes, address: str) -> Feed:
    """Return what a JSON Feed says."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"is a feed of broken JSON ({error}): fetch it again") from error
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list):
        raise SourceError("is no feed: a JSON Feed has a list of items")
    base = urljoin(address, _text(told, "home_page_url"))
    return Feed(_plain(told.get("title")), tuple(_json_items(items, base)))


def _json_items(items: list[Any], base: str) -> Iterator[FeedItem]:
    """Yield the items of a JSON Feed that are any."""
    for item in items:
        if isinstance(item, dict):
            title = _plain(item.get("title"))
            text = _text(item, "content_html") or _markup(_text(item, "content_text"), AS_TEXT)
            page = _page(title, text, _text(item, "summary"), _text(item, "date_published")[:40])
            yield FeedItem(_address(_text(item, "url"), base), title, page)


def _text(told: Mapping[str, Any], name: str) -> str:
    """Return a value that is words, or none."""
    value = told.get(name)
    return value if isinstance(value, str) else ""


def _plain(title: Any) -> str:
    """Return a title as words, however often it was escaped.

    >>> _plain("A &amp;amp; <b>B</b>")
    'A & B'
    """
    words = html.unescape(html.unescape(str(title or "")))
    return " ".join(TAG.sub("", words).split())


def _address(link: Any, base: str) -> str:
    """Return the address of a page on the web, or nothing.

    >>> _address(" tin a.html#top", "https://example.org/b/"), _address("file:///etc/passwd", "")
    ('https://example.org/b/tin%20a.html', '')
    """
    given = str(link or "").strip()
    try:
        whole = urldefrag(urljoin(base, given)).url if given else ""
    except ValueError:
        return ""
    return quote(whole, safe=SAFE) if whole.lower().startswith(("http://", "https://")) else ""


def _markup(text: str, kind: str) -> str:
    """Return text as markup."""
    if kind != AS_TEXT:
        return text
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


def _page(title: str, text: str, summary: str, time: str) -> str:
    """Return the whole text of an item as a page; nothing where there is no more than a summary."""
    length = len(_plain(text))
    if length < LEAST_TEXT or length <= len(_plain(summary)):
        return ""
    day = DAY.format(html.escape(time)) if time else ""
    return PAGE.format(title=html.escape(title), day=day, text=text)


def _time(moment: Any) -> str:
    """Return the time of an item; nothing for one that cannot be."""
    try:
        return datetime.fromtimestamp(timegm(moment), UTC).isoformat() if moment else ""
    except (ValueError, OverflowError, OSError):
        return ""
