"""Feeds in all their forms, whole, broken and made to hurt; and the pages that they name, fetched politely."""

import json
import re
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # for tests.sources.sites
from tests.sources.sites import Site, a_site

from giaoluu.model.capture import Capture
from giaoluu.model.errors import SourceError
from giaoluu.sources import SourceFailure, Wishes, captures
from giaoluu.sources.feeds import feed_of, is_feed

BASE = "https://tin.example.org"
LONG = "Chiều 5/3, tại Huế, đoàn học sinh Quế Lâm thăm trường bạn và cùng trồng cây lưu niệm. " * 4
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Tin</title><link>https://tin.example.org/</link>{items}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://tin.example.org/b/"><title>Tin</title>{items}</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://tin.example.org/"><title>Tin</title>
<link>https://tin.example.org/</link></channel>{items}</rdf:RDF>"""


def item(link: str, title: str = "Huế đón đoàn", more: str = "") -> str:
    """Return an item of RSS."""
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def rss(*items: str) -> bytes:
    return RSS.replace("{items}", "\n".join(items)).encode()


def json_feed(*items: object) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Tin", "items": items}).encode()


@pytest.mark.parametrize(
    ("content", "address", "title"),
    [
        (rss(item(f"{BASE}/1")), f"{BASE}/1", "Huế đón đoàn"),
        (rss(item("/1?a=2&amp;b=3#c")), f"{BASE}/1?a=2&b=3", "Huế đón đoàn"),
        (rss(item(" tin một.html ")), f"{BASE}/tin%20m%E1%BB%99t.html", "Huế đón đoàn"),
        (rss(item(f"{BASE}/1", "A &amp;amp;amp; B")), f"{BASE}/1", "A & B"),
        (rss(item(f"{BASE}/1", "<![CDATA[<b>Huế</b> &amp; Vinh]]>")), f"{BASE}/1", "Huế & Vinh"),
        (rss("<item><guid>https://tin.example.org/g</guid></item>"), f"{BASE}/g", ""),
        (rss("<item><guid isPermaLink='false'>https://tin.example.org/g</guid></item>"), "", ""),
        (rss(item("javascript:alert(1)")), "", "Huế đón đoàn"),
        (rss(item("file:///etc/passwd")), "", "Huế đón đoàn"),
        (rss(item("http://[::1")), "", "Huế đón đoàn"),
        (rss("<item><title>A</title></item>"), "", "A"),
        (
            ATOM.replace("{items}", '<entry xml:base="c/"><title>A</title><link href="1"/></entry>').encode(),
            f"{BASE}/b/c/1",
            "A",
        ),
        (
            ATOM.replace(
                "{items}",
                '<entry><title type="html">&lt;i>A&lt;/i></title><link rel="edit" href="2"/><link href="1"/></entry>',
            ).encode(),
            f"{BASE}/b/1",
            "A",
        ),
        (
            RDF.replace("{items}", f'<item rdf:about="{BASE}/1">{item(f"{BASE}/1")[6:]}').encode(),
            f"{BASE}/1",
            "Huế đón đoàn",
        ),
        (json_feed({"url": f"{BASE}/1", "title": "A"}), f"{BASE}/1", "A"),
        (json_feed({"id": 7, "title": None}), "", ""),
        (json_feed({"url": 5, "title": ["a"], "content_html": {}, "authors": "x"}), "", "['a']"),
        (
            rss(item(f"{BASE}/1", "会见")).replace(b'"utf-8"', b'"gb2312"').decode().encode("gb18030"),
            f"{BASE}/1",
            "会见",
        ),
        (rss(item(f"{BASE}/1", "Göteborg")).decode().encode("cp1252"), f"{BASE}/1", "Göteborg"),
        (rss(item(f"{BASE}/1", "Huế")).replace(b'"utf-8"', b'"utf-16"').decode().encode("utf-16"), f"{BASE}/1", "Huế"),
    ],
)
def test_an_item_has_its_address_and_title(content: bytes, address: str, title: str) -> None:
    assert is_feed(content)
    [found] = feed_of(content).items
    assert (found.address, found.title) == (address, title)


def test_addresses_count_from_where_the_feed_is() -> None:
    content = rss(item("1.html")).replace(b"<link>https://tin.example.org/</link>", b"")
    assert (
        feed_of(content, address="https://other.example.org/a/rss").items[0].address
        == "https://other.example.org/a/1.html"
    )


@pytest.mark.parametrize(
    ("more", "is_whole"),
    [
        (f"<content:encoded><![CDATA[<p>{LONG}</p>]]></content:encoded>", True),
        (f"<description>{LONG}</description>", False),
        (f"<description>{LONG}</description><content:encoded>{LONG}</content:encoded>", False),
        ("<content:encoded>Xem tiếp</content:encoded>", False),
        ("", False),
    ],
)
def test_a_summary_is_no_text(more: str, is_whole: bool) -> None:
    """However long it is, and where it stands twice as well."""
    [found] = feed_of(rss(item(f"{BASE}/1", more=more))).items
    assert bool(found.page) is is_whole


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Tue, 05 Mar 2024 10:00:00 +0700", "2024-03-05T03:00:00+00:00"),
        ("2024-03-05T10:00:00Z", "2024-03-05T10:00:00+00:00"),
        ("05 Mar 2024", "2024-03-05T00:00:00+00:00"),
        ("2024-03-05", "2024-03-05T00:00:00+00:00"),
        ("hôm qua", ""),
    ],
)
def test_the_text_of_an_item_has_its_day(words: str, day: str) -> None:
    [found] = feed_of(
        rss(item(f"{BASE}/1", more=f"<pubDate>{words}</pubDate><content:encoded>{LONG}</content:encoded>"))
    ).items
    assert (f'content="{day}"' in found.page) if day else ("published_time" not in found.page)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<feed>" + b"<a>" * 100_000, "elements in more than 500 others"),
        (b"<rss>" + b" " * (9 << 20), "a feed of more than 8 MiB"),
        (b"<html><body>Tin</body></html>", "is no feed: give the address"),
        (b"no feed at all", "is no feed: give the address"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": {}}', "has a list of items"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000, "broken JSON"),
    ],
)
def test_what_is_no_feed_says_so(content: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        feed_of(content)


def test_entities_open_no_file_and_fill_no_memory(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret words")
    outside = rss(item(f"{BASE}/1", "&x;")).replace(
        b"<rss", f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss'.encode()
    )
    assert "secret" not in str(feed_of(outside))
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20 if n else "ha" * 20}">' for n in range(9))
    bomb = rss(item(f"{BASE}/1", "&a8;")).replace(b"<rss", f"<!DOCTYPE rss [{laughs}]><rss".encode())
    assert len(str(feed_of(bomb))) < 10_000


def test_a_broken_feed_says_where_and_gives_what_is_whole() -> None:
    feed = feed_of(rss(item(f"{BASE}/1?a=1&b=2", "A & B"), item(f"{BASE}/2"))[:-20])
    assert [one.address for one in feed.items] == [f"{BASE}/1?a=1&b=2", f"{BASE}/2"]
    assert feed.fault.startswith("broken at line 2, column ")


def test_a_feed_that_is_broken_before_its_first_item_is_a_failure(tmp_path: Path, read) -> None:
    (tmp_path / "tin.xml").write_bytes(b'<feed xmlns="http://www.w3.org/2005/Atom"><')
    _, [failure], _ = read(str(tmp_path / "tin.xml"))
    assert re.search(r"tin\.xml is broken at line 1, column \d+ \(.*\) and gives no page: fetch it again$", failure)


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as running:
        yield running


@pytest.fixture
def read() -> Callable[..., tuple[list[Capture], list[str], list[str]]]:
    """Return what reads names and returns captures, failures and what was told besides."""

    def reading(*names: str, **wishes: object) -> tuple[list[Capture], list[str], list[str]]:
        told: list[str] = []
        found = list(captures(names, wishes=Wishes(told.append, **{"pause": 0.0, **wishes})))  # type: ignore[arg-type]
        pages = [one for one in found if isinstance(one, Capture)]
        return pages, [str(one) for one in found if isinstance(one, SourceFailure)], told

    return reading


def put_feed(site: Site, *items: str) -> str:
    """Serve a feed and return its address."""
    site.put("/rss", RSS.replace("{items}", "".join(items)), "application/rss+xml")
    return f"{site.address}/rss"


def test_the_pages_of_a_feed_are_fetched_once_each(site: Site, read) -> None:
    site.put("/1", f"<html><body>{LONG}</body></html>")
    site.put("/2", b"", status=301, Location="/1")
    feed = put_feed(site, item("{site}/1"), item("{site}/1"), item("{site}/2"), "<item><title>A</title></item>")
    pages, failures, told = read(feed)
    assert [(page.name, page.url) for page in pages] == [(f"{site.address}/{n}", f"{site.address}/1") for n in (1, 2)]
    assert (failures, told) == ([], [f"{feed}: 1 items name no page on the web and are not read"])
    assert site.asked == ["/rss", "/robots.txt", "/1", "/2", "/1"]


def test_known_pages_are_left_alone_and_a_limit_holds(site: Site, read) -> None:
    for number in range(5):
        site.put(f"/{number}", f"<html><body>{number} {LONG}</body></html>")
    feed = put_feed(site, *(item(f"{{site}}/{number}") for number in range(5)))
    pages, _, told = read(feed, most=2, is_known=lambda address: address.endswith("/0"))
    assert [page.url[-1] for page in pages if page.url] == ["1", "2"]
    assert told == [f"{feed} has 4 new pages; 2 are fetched, give --items for more"]


@pytest.mark.parametrize("robots", ["User-agent: *\nDisallow: /", "User-agent: giaoluu\nDisallow: /1"])
def test_what_a_site_closes_to_programs_is_not_fetched(site: Site, read, robots: str) -> None:
    site.put("/robots.txt", robots, "text/plain")
    feed = put_feed(site, item("{site}/1"))
    _, [failure], _ = read(feed)
    assert "/1 is closed to programs by" in failure
    assert "which is not read" in failure
    assert "/1" not in site.asked


def test_a_site_that_is_busy_is_left_alone(site: Site, read) -> None:
    site.put("/1", "", status=429)
    met: list[str] = []
    feed = put_feed(site, *(item(f"{{site}}/{number}") for number in (1, 2, 3)))
    pages, [failure], told = read(feed, met=lambda address, _: met.append(address))
    assert (pages, met) == ([], [])
    assert "answers 429" in failure
    assert told == [f"2 more pages of {site.address[7:]} were not tried"]
    assert site.asked[-1] == "/1"


def test_the_text_of_a_feed_stands_in_for_a_page_that_is_gone(site: Site, read) -> None:
    whole = f"<pubDate>Tue, 05 Mar 2024 10:00:00 +0700</pubDate><content:encoded>{LONG}</content:encoded>"
    met: dict[str, str] = {}
    feed = put_feed(site, item("{site}/1", more=whole), item("{site}/2", more=f"<description>{LONG}</description>"))
    [page], [failure], [told] = read(feed, met=met.__setitem__)
    assert LONG[:-1] in page.text
    assert page.url == page.name == f"{site.address}/1"
    assert told.startswith(f"{site.address}/1: the text of the feed is read, for {site.address}/1 answers 404")
    assert "/2 answers 404 Not Found" in failure
    assert failure.endswith("; the feed has no more than a summary, which is not read")
    assert [address[-1] for address in met] == ["1", "2"]


@pytest.mark.parametrize("where", ["file", "address"])
def test_a_feed_leads_to_no_private_address(site: Site, read, tmp_path: Path, where: str) -> None:
    """Nor behind a redirect; what the user named is reached wherever it is."""
    with a_site() as inner:
        inner.put("/secret", f"<html><body>{LONG}</body></html>")
        site.put("/away", b"", status=302, Location=f"{inner.address}/secret")
        links = [f"{inner.address}/secret", "http://169.254.169.254/latest", "http://[::1]/a", "file:///etc/passwd"]
        feed = put_feed(site, *map(item, [*links, "{site}/away"]))
        if where == "file":
            feed = str(tmp_path / "tin.xml")
            Path(feed).write_bytes(site.pages["/rss"][2])
        pages, failures, _ = read(feed)
    assert (pages, inner.asked) == ([], [])
    assert len([one for one in failures if "is not on the public network" in one]) == 4


def test_without_a_network_there_is_one_failure(read) -> None:
    pages, [failure], told = read("http://127.0.0.1:9/rss")
    assert "could not be fetched" in failure
    assert (pages, told) == ([], [])


@pytest.mark.parametrize("lost", ["names", "wires"])
def test_the_network_may_go_while_a_feed_is_read(
    read, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lost: str
) -> None:
    """Texts that the feed carries are read; its pages are told once for each server, and not at all after three.

    None counts as tried.
    """
    text = f"<content:encoded>{LONG}</content:encoded>"
    hosts = [item(f"http://host{number}.invalid/1") for number in range(9)]
    path = tmp_path / "tin.rss"
    path.write_bytes(rss(*hosts, item("http://host9.invalid/1", more=text)))
    where = "getaddrinfo" if lost == "names" else "create_connection"

    def fail(*_: object, **__: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, where, fail)
    if lost == "wires":
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("198.41.0.4", 80))])
    met: list[str] = []
    pages, failures, told = read(str(path), met=lambda address, _: met.append(address))
    assert (len(pages), len(failures), met) == (1, 3, [])
    assert told[0].startswith("http://host9.invalid/1: the text of the feed is read")
