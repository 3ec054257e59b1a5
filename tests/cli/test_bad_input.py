"""Bad input as it comes: each is told clearly, the rest is read, and nothing is half-written."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from giaoluu.articles import reader
from giaoluu.langs.pack import codes

GIAOLUU = [sys.executable, "-m", "giaoluu"]
SENTENCE = "Chiều 5/3/2026, tại Huế, bà Lê Thị Mơ, Chủ tịch Hội Hữu nghị, tiếp Đại sứ Lào Khampha Sisavath. "
GOOD = f"Hội Hữu nghị tiếp Đại sứ Lào\n2026-03-06\n\n{SENTENCE}\n".encode()
FINNISH = (
    "Suurlähettiläs tapasi kaupunginjohtajan Tampereella\n\nSuurlähettiläs Aino Virtanen tapasi tiistaina "
    "Tampereen kaupunginjohtajan. He keskustelivat ystävyyskaupunkien yhteistyöstä ja nuorten vaihdosta."
)


def picture_of_a_page() -> bytes:
    """Return a PDF of one page without text."""
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(width=72, height=72)
    writer.write(out)
    return out.getvalue()


LINES = b'{"id": "a", "text": "Xin ch\\u00e0o"}\n{"id": "b", broken\n{"id": "c", "text": "T\\u1ea1i Hu\\u1ebf"}\n'


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.html", b"", "empty.html is empty: fetch or save it again"),
        ("blank.txt", b" \n\t\n", "blank.txt is empty: fetch or save it again"),
        ("binary.html", bytes(range(256)) * 40, "binary.html is binary and holds no text: give HTML"),
        ("cut.html.gz", gzip.compress(GOOD * 99)[:80], "cut.html.gz is a gzip file that breaks off before its end"),
        ("damaged.html.gz", b"\x1f\x8b" + b"\x00" * 60, "damaged.html.gz is a damaged gzip file"),
        ("comment.html", b"<html><!-- " * 100, "comment.html: no text was found; give the page as a browser shows it"),
        ("scan.pdf", picture_of_a_page(), "scan.pdf is a PDF of 1 page(s) without text, a scan: run OCR on it first"),
        ("broken.pdf", b"%PDF-1.4 broken", "broken.pdf is no readable PDF"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "photo.txt is a picture: run OCR on it and give the text"),
        ("letter.txt", b"{\\rtf1 Xin}", "letter.txt is a rich text file (.rtf): save it as .docx and give that"),
        ("list.jsonl", b"[1, 2]\n", "list.jsonl:1 is no object of strings: give one JSON object a line"),
    ],
)
def test_what_gives_no_page_is_told_and_the_others_are_read(
    run, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz-good.txt").write_bytes(GOOD)
    done = run("read", tmp_path, "--format", "record")
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["zz-good"]
    (line,) = done.stderr.splitlines()
    assert line.startswith("giaoluu: ")
    assert told in line
    assert line.count(name) == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone.html", "gone.html does not exist: check the path"),
        ("no*.html", "no*.html matches no file: check the path and the pattern"),
        ("folder", "folder holds nothing that is read: endings are .html"),
        ("a" * 5000, "cannot be read"),
    ],
)
def test_what_is_not_there_is_told(run, tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "notes.xyz").write_bytes(b"?")
    done = run("read", tmp_path / name)
    assert (done.exit_code, done.stdout) == (1, "")
    assert told in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
def test_a_file_that_the_system_refuses_to_open_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "zz-good.txt").write_bytes(GOOD)
    done = run("read", tmp_path, "--format", "record")
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 1)
    assert "loop.txt cannot be read (" in done.stderr


def test_a_broken_line_costs_no_other_line(run, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_bytes(LINES)
    done = run("read", tmp_path / "pages.jsonl", "--format", "record")
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "c"]
    assert "pages.jsonl:2 is no JSON" in done.stderr


def test_broken_characters_are_counted_and_the_rest_of_the_page_is_read(run, tmp_path: Path) -> None:
    (tmp_path / "worn.txt").write_bytes(GOOD + b"\xff\xfe\xfa T\xe1\xba\xa1i Hu\xe1\xba\xbf.")
    done = run("read", tmp_path / "worn.txt", "--format", "record")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["id"] == "worn"
    assert "worn.txt: characters are broken, utf-8 (3 unreadable); save the page again as UTF-8" in done.stderr
    kept = run("ingest", tmp_path / "worn.txt", "--register", tmp_path / "register", "--json")
    assert (kept.exit_code, json.loads(kept.stdout)["new"]) == (1, 1)


@pytest.mark.parametrize("form", ["text", "record", "reading"])
def test_a_language_without_a_pack_is_told_and_is_no_failure(run, tmp_path: Path, form: str) -> None:
    (tmp_path / "tampere.txt").write_text(FINNISH, encoding="utf-8")
    done = run("read", tmp_path / "tampere.txt", "--format", form)
    assert done.exit_code == 0
    assert "tampere" in done.stdout
    assert "tampere.txt: no language pack for fi" in done.stderr
    assert f"packs at hand: {', '.join(codes())}" in done.stderr


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<table><tr><td>", "<p ", "<ul><li>"])
@pytest.mark.slow
def test_a_page_nested_without_end_is_read(run, tmp_path: Path, opening: str) -> None:
    (tmp_path / "deep.html").write_text(f"<html><body>{opening * 100_000}> {SENTENCE}", encoding="utf-8")
    done = run("read", tmp_path / "deep.html", "--format", "article")
    assert done.exit_code == 0, done.output
    assert "Lê Thị Mơ" in json.loads(done.stdout)["body"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["line.txt", "line.html"])
def test_one_line_of_many_sentences_is_read_as_its_sentences(run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SENTENCE * 200, encoding="utf-8")
    done = run("read", tmp_path / name, "--format", "record")
    assert done.exit_code == 0
    assert [one["kind"] for one in json.loads(done.stdout)["activities"]] == ["meeting"]


@pytest.mark.parametrize("name", ["shelf.txt", "shelf.html"])
def test_a_text_that_is_no_single_article_is_refused(
    run, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "LONGEST", 1000)
    (tmp_path / name).write_text(f"<html><body><p>{SENTENCE * 99}</p>", encoding="utf-8")
    done = run("read", tmp_path / name)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"{name}: the text has " in done.stderr
    assert "more than 1,000: divide it into its articles" in done.stderr


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a good page."""
    path = tmp_path / "page.txt"
    path.write_bytes(GOOD)
    return path


def shell(command: str, page: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which GIAOLUU and PAGE stand for the program and a good page."""
    line = command.replace("GIAOLUU", f"'{sys.executable}' -m giaoluu").replace("PAGE", f"'{page}'")
    return subprocess.run(["sh", "-c", line], cwd=page.parent, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("GIAOLUU read - <&-", "giaoluu: - is closed: pipe a page in, or name a file\n"),
        ("GIAOLUU read - </dev/null", "giaoluu: - is empty: fetch or save it again\n"),
        ("GIAOLUU read PAGE >&-", "giaoluu: the standard output is closed: nothing could be printed\n"),
    ],
)
def test_streams_that_are_closed_are_told(page: Path, command: str, told: str) -> None:
    done = shell(command, page)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Windows and macOS have no device that is always full")
def test_a_full_disk_is_told(page: Path) -> None:
    done = shell("GIAOLUU read PAGE > /dev/full", page)
    assert done.returncode == 1
    assert done.stderr.startswith("giaoluu: [Errno 28]")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")
def test_a_reader_that_leaves_early_gets_whole_lines(page: Path) -> None:
    done = shell("GIAOLUU read PAGE PAGE PAGE --format reading | head -n 1", page)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["id"] == "page"


@pytest.mark.parametrize(
    "call",
    [
        lambda folder: ["ingest", folder / "empty.txt", "--register", folder / "empty.txt"],
        lambda folder: ["activities", "--register", folder / "empty.txt"],
        lambda folder: ["dates", folder / "empty.xyz"],
        lambda folder: ["pack", "show", folder / "no-pack"],
    ],
)
def test_a_place_that_cannot_serve_is_told_without_a_traceback(
    page: Path, call: Callable[[Path], list[object]]
) -> None:
    (page.parent / "empty.txt").write_bytes(b"")
    done = subprocess.run([*GIAOLUU, *map(str, call(page.parent))], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in {1, 2}
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert (page.parent / "empty.txt").read_bytes() == b""
