"""An archive of a crawler, read and taken into a register: each page once, whatever is read again."""

import io
import json
from pathlib import Path

import pytest
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

URL = "https://tin.example.org/dai-su"
PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath.</p>
<p>Thủ tướng Lê Văn Bình đánh giá cao những đóng góp của Đại sứ cho quan hệ hai nước.</p></article></body></html>"""


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """Return an archive: a page at two times with other words, another page, and a picture."""
    written = io.BytesIO()
    answers = [
        (URL, "2024-03-05T10:00:00Z", "text/html", PAGE.format(title="Thủ tướng tiếp Đại sứ Lào")),
        (URL, "2024-03-06T10:00:00Z", "text/html", PAGE.format(title="Thủ tướng Lê Văn Bình tiếp Đại sứ Lào")),
        (f"{URL}-2", "2024-03-06T10:00:00Z", "text/html", PAGE.format(title="Tin vắn").replace("5/3", "4/3")),
        ("https://tin.example.org/a.png", "2024-03-06T10:00:00Z", "image/png", "picture"),
    ]
    for url, time, kind, body in answers:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"], record.headers["WARC-Date"] = url, time
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{body}".encode())
        writer = GzipWriter(written)
        record.write(writer)
        writer.finish()
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(written.getvalue())
    return path


def test_an_archive_is_read_like_a_folder(run, crawl: Path) -> None:
    done = run("read", crawl, "--format", "record")
    assert done.exit_code == 0, done.output
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({record["id"] for record in records}) == len(records) == 3
    assert records[0]["activities"][0]["mode"] == "received"
    assert done.stderr.endswith("crawl.warc.gz: 3 pages; left out: 1 pictures\n")


def test_taken_in_twice_it_adds_nothing_and_a_page_that_changed_is_one_article(
    run, crawl: Path, tmp_path: Path
) -> None:
    for counts in ({"new": 2, "changed": 1, "unchanged": 0}, {"new": 0, "changed": 0, "unchanged": 3}):
        done = run("ingest", crawl, "--register", tmp_path / "home", "--json")
        assert done.exit_code == 0, done.output
        told = json.loads(done.stdout.splitlines()[-1])
        assert {name: told[name] for name in counts} == counts
    from giaoluu.register.models import Article

    current = Article.objects.filter(page=URL, current=True)
    assert [(one.version, one.capture.fetched) for one in current] == [(2, "2024-03-06T10:00:00Z")]


def test_pages_that_are_about_nothing_of_ours_are_left_unread(run, crawl: Path) -> None:
    done = run("read", crawl, "--gate", "--format", "reading")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 3
