"""Archives of crawlers: every page with its address and time, what is no page counted, and damage that costs little."""

import base64
import gzip
import hashlib
import io
import re
import sys
import tracemalloc
import zlib
from collections.abc import Iterable
from pathlib import Path

import brotli
import pytest
import zstandard
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from giaoluu.model.capture import Capture, MediaType
from giaoluu.sources import SourceFailure, answers, archives, captures
from giaoluu.sources.archives import captures_of_archive

CHINESE = "四月九日，市友协会长周山在南宁会见来访的学生代表团。"
PAGE = f"<html><body>{CHINESE}</body></html>"
URL = "https://example.org/tin"
TIME = "2024-03-05T10:00:00Z"


def block(body: bytes = PAGE.encode(), *, status: str = "200 OK", kind: str = "text/html", more: str = "") -> bytes:
    """Return what a server answers."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(content: bytes, sort: str = "response", **headers: str) -> WarcRecord:
    """Return a record; headers by their names with lines for dashes."""
    made = WarcRecord()
    made.init_headers(getattr(WarcRecordType, sort))
    made.headers["WARC-Target-URI"] = URL
    made.headers["WARC-Date"] = TIME
    made.headers["Content-Type"] = "application/http; msgtype=response"
    for name, value in headers.items():
        made.headers[name.replace("_", "-")] = value
    made.set_bytes_content(content)
    return made


def warc(records: Iterable[WarcRecord], *, packed: bool = True) -> bytes:
    """Return an archive, each record packed by itself or none."""
    written = io.BytesIO()
    for one in records:
        if packed:
            writer = GzipWriter(written)
            one.write(writer)
            writer.finish()
        else:
            one.write(written)
    return written.getvalue()


def read(content: bytes, name: str = "crawl.warc.gz") -> tuple[list[Capture], list[str], list[str]]:
    """Return the pages of an archive, its failures, and what was told besides."""
    told: list[str] = []
    found = list(captures_of_archive(io.BytesIO(content), name, notice=told.append))
    failures = [str(one) for one in found if isinstance(one, SourceFailure)]
    return [one for one in found if isinstance(one, Capture)], failures, told


def pages(count: int) -> list[WarcRecord]:
    """Return records of pages that do not pack well."""
    filler = "".join(hashlib.sha256(b"%d" % number).hexdigest() for number in range(50))
    return [
        record(block(f"{PAGE}{number}{filler}".encode()), WARC_Target_URI=f"{URL}{number}") for number in range(count)
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_has_its_address_its_time_and_a_stable_id(packed: bool) -> None:
    [page], failures, told = read(warc([record(block())], packed=packed))
    assert (page.text, page.url, page.fetched, page.media_type) == (PAGE, URL, TIME, MediaType.HTML)
    assert page.digest == hashlib.sha256(PAGE.encode()).hexdigest()
    assert (page.id, page.name) == (page.digest[:16], "crawl.warc.gz:0")
    assert (failures, told) == ([], [])


@pytest.mark.parametrize(
    ("name", "value", "attribute", "expected"),
    [
        ("WARC_Target_URI", f"<{URL}>", "url", URL),
        ("WARC_Target_URI", "http://an:secret@example.org/a@b", "url", "http://example.org/a@b"),
        ("WARC_Date", "2024-03-05T10:00:00.123456Z", "fetched", TIME),
        ("WARC_Date", "2024-03-05T17:00:00+07:00", "fetched", TIME),
        ("WARC_Date", "20240305100000", "fetched", None),
        ("WARC_Date", "tomorrow", "fetched", None),
    ],
)
def test_addresses_and_times_as_crawlers_write_them(
    name: str, value: str, attribute: str, expected: str | None
) -> None:
    [page], _, _ = read(warc([record(block(), **{name: value})]))
    assert getattr(page, attribute) == expected


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (block(PAGE.encode("gb18030"), kind="text/html; charset=gb2312"), PAGE),
        (block("台灣與越南學生".encode("big5") * 9, kind='text/html; charset="big5"'), "台灣與越南學生" * 9),
        (block(gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n"), PAGE),
        (block(zlib.compress(PAGE.encode()), more="Content-Encoding: deflate\r\n"), PAGE),
        (block(brotli.compress(PAGE.encode()), more="Content-Encoding: br\r\n"), PAGE),
        (block(zstandard.compress(PAGE.encode()), more="Content-Encoding: zstd\r\n"), PAGE),
        (block(PAGE.encode(), more="Content-Encoding: gzip\r\n"), PAGE),
        (block(PAGE.encode(), more="Transfer-Encoding: chunked\r\n"), PAGE),
        (
            block(
                b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()), more="Transfer-Encoding: chunked\r\n"
            ),
            PAGE,
        ),
        (block(kind="application/octet-stream"), PAGE),
        (block(kind="text/plain"), PAGE),
    ],
)
def test_bodies_as_servers_and_crawlers_pack_them(content: bytes, text: str) -> None:
    """What was unpacked already, though its header says otherwise, is taken as it is."""
    found, _, _ = read(warc([record(content)]))
    assert [page.text for page in found] == [text]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (record(b"GET / HTTP/1.1\r\n\r\n", "request"), "1 requests"),
        (record(block(b""), "revisit"), "1 revisits"),
        (record(b"software: a", "warcinfo", WARC_Target_URI=""), "1 other records"),
        (
            record(b"{}", "resource", WARC_Target_URI="urn:pageinfo:a", Content_Type="application/json"),
            "1 other records",
        ),
        (record(b"1 2", "resource", WARC_Target_URI="dns:example.org", Content_Type="text/dns"), "1 other records"),
        (record(block(status="302 Found")), "1 redirects"),
        (record(block(status="404 Not Found")), "1 errors"),
        (record(block(status="503 Busy")), "1 errors"),
        (record(block(kind="text/plain"), WARC_Target_URI="https://example.org/robots.txt"), "1 robots.txt"),
        (record(block(b"\x89PNG", kind="image/png")), "1 pictures"),
        (record(block(b"\x89PNG\r\n\x1a\n" + bytes(9))), "1 pictures"),
        (record(block(b"body{}", kind="text/css")), "1 other files"),
        (record(block(b"\x00\x01\x02", kind="application/octet-stream")), "1 other files"),
        (record(block(b" \r\n")), "1 empty answers"),
    ],
)
def test_what_is_no_page_is_left_out_and_counted(made: WarcRecord, told: str) -> None:
    found, failures, notices = read(warc([made, record(block())]))
    assert (len(found), failures, notices) == (1, [], [f"crawl.warc.gz: 1 pages; left out: {told}"])


def test_pages_that_were_kept_without_an_answer_are_read() -> None:
    """Text drawn from pages has files of its own; browsers write pages as they stand."""
    text = record(CHINESE.encode(), "conversion", Content_Type="text/plain")
    saved = record(PAGE.encode(), "resource", Content_Type="text/html")
    found, _, _ = read(warc([text, saved], packed=False))
    assert [(page.text, page.media_type) for page in found] == [(CHINESE, MediaType.TEXT), (PAGE, MediaType.HTML)]


@pytest.mark.parametrize(
    ("digest", "is_read"),
    [
        ("sha1:" + base64.b32encode(hashlib.sha1(block()).digest()).decode(), True),
        ("sha256:" + hashlib.sha256(block()).hexdigest(), True),
        ("sha1:" + base64.b32encode(hashlib.sha1(b"").digest()).decode(), False),
        ("blake9:abc", True),
        ("no digest", True),
    ],
)
def test_a_page_that_is_not_what_its_digest_says_is_refused(digest: str, is_read: bool) -> None:
    found, failures, _ = read(warc([record(block(), WARC_Block_Digest=digest)]))
    assert bool(found) is is_read
    assert is_read or failures[0].startswith("crawl.warc.gz:0 is not what its digest says")


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_breaks_off_gives_what_is_whole(packed: bool) -> None:
    content = warc(pages(4), packed=packed)
    place = len(warc(pages(2), packed=packed)) if not packed else content.index(b"\x1f\x8b\x08", len(content) // 2 - 99)
    for end in (place + 60, place + 900):
        found, failures, _ = read(content[:end])
        assert [page.url for page in found] == [f"{URL}0", f"{URL}1"]
        assert failures == [f"crawl.warc.gz:{place} breaks off before its end: fetch or copy the file again"]


def test_a_damaged_record_costs_no_other_one() -> None:
    """Its place is told: a packed one by its bytes, another one by a header that is none."""
    content = bytearray(warc(pages(4)))
    starts = [int(str(page.name).rpartition(":")[2]) for page in read(bytes(content))[0]]
    content[starts[1] + 900 : starts[1] + 950] = b"\xff" * 50
    found, [failure], _ = read(bytes(content))
    assert [page.url for page in found] == [f"{URL}0", f"{URL}2", f"{URL}3"]
    assert failure.startswith(f"crawl.warc.gz:{starts[1]} is damaged (")

    plain = warc(pages(4), packed=False)
    second = plain.index(b"WARC/", 10)
    found, [failure], _ = read(plain[:second] + b"XX" + plain[second + 2 :])
    assert [page.url for page in found] == [f"{URL}0", f"{URL}2", f"{URL}3"]
    assert failure.startswith(f"crawl.warc.gz:{second} is damaged (")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no answer at all", "crawl.warc.gz:0 holds no answer of a server"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * (1 << 20) + b"\r\n\r\n" + PAGE.encode(), "headers do not end"),
        (block(bytes(range(1, 9)) * 50), f"is binary and holds no text: .* \\({URL}\\)"),
        (block(b"%PDF-1.7 broken", kind="application/pdf"), "crawl.warc.gz:0 is no readable PDF"),
    ],
)
def test_a_page_that_cannot_be_read_says_where_and_why(content: bytes, message: str) -> None:
    _, [failure], _ = read(warc([record(content)]))
    assert re.search(message, failure), failure


def test_nothing_to_read_is_a_failure() -> None:
    """An archive of pictures alone is most likely the wrong file."""
    assert read(b"")[1] == ["crawl.warc.gz holds no page: check what was crawled"]
    _, [failure], _ = read(warc([record(block(b"\x89PNG", kind="image/png")) for _ in "ab"]))
    assert failure == "crawl.warc.gz holds no page, only 2 pictures: check what was crawled"


def test_small_records_that_are_large_inside_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what is packed once nor what is packed twice is ever held whole."""
    for module in (archives, answers):
        monkeypatch.setattr(module, "MOST_BYTES", 1 << 20)
    bomb = record(block(gzip.compress(b" " * (1 << 26)), more="Content-Encoding: gzip\r\n"))
    large = record(block(b"word " * (1 << 19)))
    content = warc([bomb, large, record(block())])
    tracemalloc.start()
    found, failures, _ = read(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [page.text for page in found] == [PAGE]
    assert "unpacks to more than 1 MiB: save the page by itself" in failures[0]
    assert "has more than 1 MiB: save the page by itself" in failures[1]
    assert peak < 1 << 23


def test_archives_are_found_by_name_by_content_and_in_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = warc([record(block())])
    for name in ("a.warc.gz", "b/c.warc.wet.gz", "d.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    found = list(captures([str(tmp_path), str(tmp_path / "d.gz"), "-"]))
    assert [one.url for one in found if isinstance(one, Capture)] == [URL] * 4
    assert len({one.id for one in found if isinstance(one, Capture)}) == 1
    assert sys.stdin.buffer.read() == b""
