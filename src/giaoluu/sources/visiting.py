"""The pages that a feed names, fetched one after another: as its site allows, never hastily, never twice."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import httpx
from protego import Protego

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import SourceError
from giaoluu.sources.capturing import Provenance, capture_of
from giaoluu.sources.failures import SourceFailure
from giaoluu.sources.feeds import Feed, FeedItem, feed_of, feeds_of_page, is_feed
from giaoluu.sources.public import AwayError, PublicOnly
from giaoluu.sources.web import AnswerError, Asking, Download, download
from giaoluu.sources.wishes import Wishes

AGENT = "giaoluu"
ROBOTS = "/robots.txt"
ROBOTS_BYTES = 1 << 19
LONGEST_PAUSE = 60.0
MOST_NAMED = 3
MOST_AWAY = 3
"""After so many servers in a row that cannot be reached it is the network that is away."""


@dataclass(frozen=True, slots=True)
class FeedPlace:
    """Where a feed comes from: what the user calls it, the address that counts for its links, and its charset."""

    name: str
    address: str = ""
    charset: str | None = None
    named: str = ""
    """The address that the user gave, which may be one of a private network."""


class ShyError(SourceError):
    """A page that may not be fetched now, and perhaps later."""


def captures_of_address(url: str, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the capture of a page on the web, or where it is a feed, of the pages that it names."""
    try:
        asked = download(url, Asking())
        if not is_feed(asked.content):
            yield capture_of(asked.content, asked.known)
            return
    except SourceError as error:
        yield SourceFailure(url, str(error))
        return
    yield from captures_of_feed(asked.content, place_of(url, asked), wishes)


def download_of_feed(url: str, version: tuple[str, str]) -> Download:
    """Return a feed, unless it is the version that its server knows by these words. Raises SourceError.

    Whoever redirects it elsewhere leads to the public network alone.
    """
    names = ("If-None-Match", "If-Modified-Since")
    headers = {name: value for name, value in zip(names, version, strict=True) if value}
    return download(url, Asking(headers=headers, transport=PublicOnly(named=url)))


def place_of(url: str, asked: Download) -> FeedPlace:
    """Return where a feed comes from that was asked for at an address."""
    return FeedPlace(asked.known.url or url, asked.known.url or url, asked.known.charset, url)


def captures_of_feed(content: bytes, place: FeedPlace, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of the pages that a feed names and that are not known yet, and a failure for each lost one."""
    try:
        feed = opened(content, place)
    except SourceError as error:
        yield SourceFailure(place.name, str(error))
        return
    yield from captures_of_items(feed, place, wishes)


def opened(content: bytes, place: FeedPlace) -> Feed:
    """Return what a feed says. Raises SourceError for what is none, or is broken so that it gives no page."""
    try:
        feed = feed_of(content, address=place.address, charset=place.charset)
    except SourceError as error:
        named = feeds_of_page(content, place.address)
        hint = f"; this page names {' and '.join(named[:MOST_NAMED])}" if named else ""
        raise SourceError(f"{place.name} {error}{hint}") from error
    if feed.fault and not feed.items:
        raise SourceError(f"{place.name} is {feed.fault} and gives no page: fetch it again")
    return feed


def captures_of_items(feed: Feed, place: FeedPlace, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of the pages that a feed names and that are not known yet, and a failure for each lost one.

    Where a page cannot be had its text in the feed is taken, if it is there in full. A summary never is.
    """
    if feed.fault:
        wishes.notice(f"{place.name} is {feed.fault}: {len(feed.items)} items of it are read")
    if nameless := sum(not item.address for item in feed.items):
        wishes.notice(f"{place.name}: {nameless} items name no page on the web and are not read")
    by_address = {item.address: item for item in reversed(feed.items) if item.address}
    new = [item for item in reversed(by_address.values()) if not wishes.is_known(item.address)]
    if len(new) > wishes.most:
        wishes.notice(f"{place.name} has {len(new)} new pages; {wishes.most} are fetched, give --items for more")
    yield from _Visitor(place, wishes).captures(new[: wishes.most])


class _Visitor:
    """Whoever fetches the pages of one feed: what their servers allow, and when each was asked last."""

    def __init__(self, place: FeedPlace, wishes: Wishes) -> None:
        self.wishes = wishes
        self.transport = PublicOnly(named=place.named)
        self.robots = dict[str, Protego | None]()
        self.asked = dict[str, float]()
        self.away = Counter[str]()
        self.away_in_a_row = 0

    def captures(self, items: list[FeedItem]) -> Iterator[Capture | SourceFailure]:
        """Yield the captures of items, one after another."""
        for item in items:
            host = httpx.URL(item.address).netloc.decode()
            if self.away_in_a_row >= MOST_AWAY or host in self.away:
                self.away[host] += 1
                if item.page:
                    yield self._text_of_feed(item, "was not asked for again")
                continue
            yield self._captured(item, host)
        if left := sum(count - 1 for count in self.away.values()):
            self.wishes.notice(f"{left} more pages of {', '.join(sorted(self.away))} were not tried")

    def _captured(self, item: FeedItem, host: str) -> Capture | SourceFailure:
        """Return the capture of an item, or why there is none."""
        try:
            asked = self._fetch(item.address, host)
            capture = capture_of(asked.content, replace(asked.known, name=item.address))
        except (AwayError, ShyError) as error:
            self.away[host] += 1
            self.away_in_a_row += isinstance(error, AwayError)
            return self._instead(item, str(error))
        except SourceError as error:
            self.away_in_a_row = 0
            self.wishes.met(item.address, str(error))
            return self._instead(item, str(error))
        self.away_in_a_row = 0
        self.wishes.met(item.address, "")
        return capture

    def _instead(self, item: FeedItem, reason: str) -> Capture | SourceFailure:
        """Return what the feed has in place of a page that cannot be had."""
        if item.page:
            return self._text_of_feed(item, reason)
        reason = reason if reason.startswith(item.address) else f"{item.address}: {reason}"
        return SourceFailure(item.address, f"{reason}; the feed has no more than a summary, which is not read")

    def _text_of_feed(self, item: FeedItem, reason: str) -> Capture:
        """Return the capture of the text that a feed carries, and say so."""
        self.wishes.notice(f"{item.address}: the text of the feed is read, for {reason}")
        fetched = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        known = Provenance(item.address, item.address, fetched, "utf-8", MediaType.HTML)
        return capture_of(item.page.encode(errors="replace"), known)

    def _fetch(self, address: str, host: str) -> Download:
        """Return what stands at an address, when its server allows it and was left alone long enough."""
        root = str(httpx.URL(address).copy_with(raw_path=ROBOTS.encode(), fragment=None))
        if host not in self.robots:
            self.robots[host] = self._rules(root)
        rules = self.robots[host]
        if rules is not None and not rules.can_fetch(address, AGENT):
            raise SourceError(
                f"{address} is closed to programs by {root}: save the page in a browser and give the file"
            )
        delay = rules.crawl_delay(AGENT) if rules is not None else None
        self._wait(host, max(self.wishes.pause, min(delay or 0.0, LONGEST_PAUSE)))
        try:
            return download(address, Asking(transport=self.transport))
        except AnswerError as error:
            if error.is_busy:
                raise ShyError(str(error)) from error
            raise

    def _rules(self, root: str) -> Protego | None:
        """Return what a server allows to programs; None where it says nothing."""
        try:
            found = download(root, Asking(most_bytes=ROBOTS_BYTES, transport=self.transport))
        except AnswerError as error:
            if error.is_busy or error.status >= httpx.codes.INTERNAL_SERVER_ERROR:
                raise ShyError(f"{error}; pages are not fetched before it says what is allowed") from error
            return None
        return Protego.parse(found.content.decode(errors="replace"))

    def _wait(self, host: str, pause: float) -> None:
        """Wait until a server was left alone for so many seconds."""
        now = time.monotonic()
        time.sleep(max(0.0, self.asked.get(host, now - pause) + pause - now))
        self.asked[host] = time.monotonic()
