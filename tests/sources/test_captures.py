"""What the user names becomes captures; what cannot says why, and the rest goes on."""

import gzip
import hashlib
import io
import json
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import SourceError
from giaoluu.sources import Provenance, SourceFailure, capture_of, captures, find_files, id_of
from giaoluu.sources.documents import text_of_pdf

HTML = "<!doctype html><html><head><title>Gặp gỡ</title></head><body><p>Huế đón đoàn bạn.</p></body></html>"
TEXT = "Huế đón đoàn bạn.\nHai bên trao quà."


def pdf_saying(words: str) -> bytes:
    """Return a PDF of one page that says words of ASCII, written by hand; none for a page without text."""
    stream = f"BT /F1 24 Tf 72 720 Td ({words}) Tj ET".encode() if words else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, offsets = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(content)
    return content + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        start,
    )


def locked_pdf() -> bytes:
    """Return a PDF that a password locks."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def word(*, empty: bool = False) -> bytes:
    """Return a Word document of a paragraph, a table with a merged cell, and a paragraph."""
    document = docx.Document()
    if not empty:
        document.add_paragraph("Biên bản gặp gỡ")
        table = document.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Đoàn"
        table.cell(1, 0).text, table.cell(1, 1).text = "Huế", "12 người"
        document.add_paragraph("Hai bên trao quà.")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def only(found: object) -> Capture:
    """Return the one capture that was found."""
    [capture] = list(found)  # type: ignore[call-overload]
    assert isinstance(capture, Capture), capture
    return capture


@pytest.mark.parametrize(
    ("name", "content", "text", "media_type", "own_id"),
    [
        ("tin-1.html", HTML.encode(), HTML, MediaType.HTML, "tin-1"),
        ("tin-1.HTM", HTML.encode(), HTML, MediaType.HTML, "tin-1"),
        ("tin-1.html.gz", gzip.compress(HTML.encode()), HTML, MediaType.HTML, "tin-1"),
        ("tin.2025.txt", TEXT.encode("utf-16"), TEXT, MediaType.TEXT, "tin.2025"),
        ("tin.txt", HTML.encode(), HTML, MediaType.TEXT, "tin"),
        ("tin.md.gz", gzip.compress(gzip.compress(TEXT.encode())), TEXT, MediaType.TEXT, "tin"),
        ("tin", HTML.encode(), HTML, MediaType.HTML, "tin"),
        ("tin", TEXT.encode(), TEXT, MediaType.TEXT, "tin"),
        ("tin.docx", word(), "Biên bản gặp gỡ\nĐoàn\nHuế\t12 người\nHai bên trao quà.", MediaType.TEXT, "tin"),
        ("tin.pdf", pdf_saying("Hue, 9 April"), "Hue, 9 April", MediaType.TEXT, "tin"),
        ("tin.txt", pdf_saying("Hue"), "Hue", MediaType.TEXT, "tin"),
    ],
)
def test_file(tmp_path: Path, name: str, content: bytes, text: str, media_type: MediaType, own_id: str) -> None:
    """A file of each kind gives its text, and an id without endings."""
    path = tmp_path / name
    path.write_bytes(content)
    capture = only(captures([str(path)]))
    assert (capture.text, capture.media_type, capture.id) == (text, media_type, own_id)
    assert capture.digest == hashlib.sha256(capture.content).hexdigest()
    assert capture.name == path.as_posix()


def test_packed_and_plain_are_the_same_page() -> None:
    """A gzipped page has the digest of the page."""
    assert capture_of(gzip.compress(HTML.encode())).digest == capture_of(HTML.encode()).digest


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.html", b"", "is empty: fetch or save it again"),
        ("a.txt", b" \n\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.html.gz", gzip.compress(b""), "is empty"),
        ("a.html.gz", gzip.compress(HTML.encode())[:-12], "breaks off before its end"),
        ("a.html.gz", b"\x1f\x8b\x08\x00" + b"damage" * 9, "is a damaged gzip file"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(90), "is a picture: run OCR"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(90), "save it as .docx"),
        ("a.txt", b"{\\rtf1 Hej}", "save it as .docx"),
        ("a.txt", b"\x00\x01\x02\x03" * 90, "is binary and holds no text"),
        ("a.zip", b"PK\x03\x04" + bytes(90), "unpack it"),
        ("a.docx", word()[:-200], "is no readable .docx"),
        ("a.docx", word(empty=True), "is a .docx without text"),
        ("a.pdf", pdf_saying(""), "is a PDF of 1 page.* without text, a scan: run OCR"),
        ("a.pdf", b"%PDF-1.4\nbroken", "is no readable PDF"),
        ("a.pdf", locked_pdf(), "locked by a password"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_refused(name: str, content: bytes, message: str) -> None:
    """What holds no text says which file, what is wrong, and what to do."""
    with pytest.raises(SourceError, match=f"^{name} .*{message}"):
        capture_of(content, Provenance(name=name))


def test_damage_is_told() -> None:
    """Where characters were lost, the capture says how many."""
    assert capture_of(TEXT.encode() + b"\xff").encoding == "utf-8 (1 unreadable)"


def test_folder_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    """A folder gives its good files in order and a failure for the bad one; what we do not read is left alone."""
    (tmp_path / "b" / "inner").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "a.html", "b/x.txt", "b/inner/y.txt.gz", ".git/z.txt", ".hidden.txt", "style.css"):
        content = gzip.compress(TEXT.encode()) if name.endswith("gz") else TEXT.encode()
        (tmp_path / name).write_bytes(content)
    (tmp_path / "b" / "bad.html.gz").write_bytes(gzip.compress(HTML.encode())[:-9])
    found = list(captures([str(tmp_path)]))
    assert [one.id for one in found if isinstance(one, Capture)] == ["a", "c", "x", "y"]
    [failure] = [one for one in found if isinstance(one, SourceFailure)]
    assert failure.name.endswith("b/bad.html.gz")
    assert "breaks off" in str(failure)


def test_pattern(tmp_path: Path) -> None:
    """A pattern gives what it matches in order; a file whose name looks like a pattern is a file."""
    for name in ("b1.txt", "a1.txt", "a2.txt", "[x].txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [one.id for one in captures([f"{tmp_path}/a*.txt"]) if isinstance(one, Capture)] == ["a1", "a2"]
    assert only(captures([f"{tmp_path}/[x].txt"])).id == "[x]"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("{folder}/none.html", "does not exist: check the path"),
        ("{folder}/none.jsonl", "does not exist: check the path"),
        ("{folder}/none*.html", "matches no file"),
        ("{folder}", "holds nothing that is read: endings are .html"),
        ("ftp://example.org/a.html", "is not on the web: only http and https"),
        ("file:///etc/hosts", "is not on the web"),
        ("word " * 2000, "cannot be read"),
    ],
)
def test_nothing_there(tmp_path: Path, name: str, message: str) -> None:
    """What is not there gives one failure, and the next name is read."""
    (tmp_path / "good").mkdir()
    good = tmp_path / "good" / "a.txt"
    folder = tmp_path / "empty"
    folder.mkdir()
    good.write_text(TEXT, encoding="utf-8")
    failure, capture = captures([name.format(folder=folder), str(good)])
    assert isinstance(failure, SourceFailure)
    assert message in str(failure)
    assert isinstance(capture, Capture)


LINES = [
    {"url": "https://example.org/1", "html": HTML, "fetched": "2025-04-09T08:00:00Z"},
    {"id": "hai", "text": TEXT, "html": None},
    {"id": 3, "text": TEXT},
]


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines(tmp_path: Path, packed: bool) -> None:
    """Each line is a capture; a bad line is a failure with its number, and the next line is read."""
    bad = ['{"html": ', '{"url": "https://example.org"}', "[1]", '{"text": 7}', '{"text": ""}', "\ud83d"]
    lines = [*map(json.dumps, LINES), "", *bad, json.dumps({"text": "Cuối"})]
    content = "\n".join(lines).encode("utf-8", errors="replace")
    path = tmp_path / ("tin.jsonl.gz" if packed else "tin.jsonl")
    path.write_bytes(gzip.compress(content) if packed else content)
    found = list(captures([str(path)]))
    first, second, third, last = (one for one in found if isinstance(one, Capture))
    assert (first.text, first.media_type, first.fetched, first.url) == (
        HTML,
        MediaType.HTML,
        "2025-04-09T08:00:00Z",
        "https://example.org/1",
    )
    assert (first.id, second.id, third.id, last.text) == (first.digest[:16], "hai", "3", "Cuối")
    assert (second.media_type, second.text) == (MediaType.TEXT, TEXT)
    failures = [str(one) for one in found if isinstance(one, SourceFailure)]
    wrongs = ["is no JSON", "has neither html nor text", "is no object", "is no object", "is empty", "is no JSON"]
    assert len(failures) == len(wrongs)
    for number, (failure, wrong) in enumerate(zip(failures, wrongs, strict=True), start=5):
        assert f"{path.name}:{number} {wrong}" in failure


def test_json_lines_that_break_off(tmp_path: Path) -> None:
    """A packed file that breaks off gives the lines before the break, then a failure."""
    path = tmp_path / "tin.jsonl.gz"
    many = "\n".join(json.dumps({"id": str(number), "text": f"{TEXT} {number * 7919}"}) for number in range(5000))
    path.write_bytes(gzip.compress(many.encode())[:-500])
    *good, failure = captures([str(path)])
    assert len(good) > 1000
    assert isinstance(failure, SourceFailure)
    assert "breaks off" in str(failure)


@pytest.mark.parametrize(("piped", "count"), [(HTML, 1), ("\n".join(map(json.dumps, LINES)), 3), ("{tin} khác", 1)])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, piped: str, count: int) -> None:
    """A dash reads what is piped in: a page, or JSON Lines."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(piped.encode()), encoding="ascii"))
    found = list(captures(["-"]))
    assert all(isinstance(one, Capture) for one in found)
    assert len(found) == count


@pytest.mark.parametrize(
    ("name", "own_id"),
    [
        ("tin.html", "tin"),
        ("báo/2025.04/tin.txt.gz", "tin"),
        (r"C:\báo\tin.PDF", "tin"),
        ("tin.2025", "tin.2025"),
        ("tin.html.txt", "tin"),
        ("-", ""),
        ("tin.jsonl:7", ""),
        ("https://example.org/tin.html", ""),
    ],
)
def test_id(name: str, own_id: str) -> None:
    """An id is the file's name without endings, on every system."""
    assert id_of(name) == own_id


def test_find_files_in_order(tmp_path: Path) -> None:
    """Files come in the order of names, those of a folder before those of folders in it."""
    for name in ("z.txt", "b.pdf", "a/c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in find_files(tmp_path)] == ["b.pdf", "z.txt", "c.html"]


@pytest.mark.parametrize("line", [b"word " * 4_000_000, b"x" * 20_000_000, "där ".encode("cp1252") * 4_000_000])
def test_one_long_line(line: bytes) -> None:
    """Twenty megabytes without a line end are read within the time limit of a test."""
    assert len(capture_of(line).text) == len(line)


def test_one_name_is_one_name(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Hà Nội", encoding="utf-8")
    assert [one.id for one in captures(str(page)) if isinstance(one, Capture)] == ["page"]


def test_a_pdf_that_takes_too_long_is_refused() -> None:
    with pytest.raises(SourceError, match="takes more than 0 seconds"):
        text_of_pdf(pdf_saying("Hue, 9 April"), seconds=0)
