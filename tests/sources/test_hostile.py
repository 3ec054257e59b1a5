"""Input that is made to hurt, or only unlucky: it costs a sentence and never the rest, the memory or the time."""

import gzip
import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from giaoluu.model.capture import Capture
from giaoluu.model.errors import SourceError
from giaoluu.sources import Provenance, SourceFailure, capture_of, captures, capturing, finding, lines
from giaoluu.sources.lines import capture_of_line

TEXT = "Huế đón đoàn bạn."
GOOD = json.dumps({"id": "good", "text": TEXT}).encode()
DEEP = b'{"a":' * 100_000 + b"1" + b"}" * 100_000


def packed(content: bytes, times: int) -> bytes:
    """Return bytes packed over and over."""
    for _ in range(times):
        content = gzip.compress(content)
    return content


def word_file_that_unpacks_to(size: int) -> bytes:
    """Return a small Word file whose text would be large."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * size)
    return written.getvalue()


def test_a_file_packed_without_end_is_refused() -> None:
    """There are gzip files that unpack to themselves."""
    with pytest.raises(SourceError, match=r"^a.gz is packed more than \d times: unpack it"):
        capture_of(packed(TEXT.encode(), 9), Provenance(name="a.gz"))


def test_a_small_word_file_that_is_large_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capturing, "MOST_BYTES", 1 << 20)
    with pytest.raises(SourceError, match=r"^a.docx unpacks to more than 1 MiB"):
        capture_of(word_file_that_unpacks_to(1 << 21), Provenance(name="a.docx"))


@pytest.mark.parametrize("place", [6, 8, 60])
def test_a_word_file_damaged_inside_is_told(place: int) -> None:
    """A disk or a line overwrote some bytes: of the packed text, or of what says how it is packed."""
    content = bytearray(word_file_that_unpacks_to(99_999))
    table = content.index(b"PK\x01\x02")
    start = table + place if place < 10 else place
    content[start : start + 2] = b"\xff\xff"
    with pytest.raises(SourceError, match=r"^a.docx is no readable .docx"):
        capture_of(bytes(content), Provenance(name="a.docx"))


@pytest.mark.parametrize("name", ["tin.jsonl", "-"])
def test_a_line_nested_without_end_costs_no_other_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    content = b"\n".join([GOOD, DEEP, GOOD])
    (tmp_path / "tin.jsonl").write_bytes(content)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    first, failure, last = captures([name if name == "-" else str(tmp_path / name)])
    assert isinstance(failure, SourceFailure)
    assert "jsonl:2 is no JSON" in str(failure)
    assert [one.id for one in (first, last) if isinstance(one, Capture)] == ["good", "good"]


def test_standard_input_that_begins_with_depth_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DEEP)))
    [found] = captures(["-"])
    assert isinstance(found, Capture)


@pytest.mark.parametrize("times", [0, 1])
@pytest.mark.parametrize("name", ["tin.jsonl", "-"])
def test_a_line_that_is_too_long_is_told_and_never_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, times: int
) -> None:
    for module in (lines, finding, capturing):
        monkeypatch.setattr(module, "MOST_BYTES", 1 << 20)
    content = b"\n".join([GOOD, b'{"text": "' + b"x" * (5 << 20) + b'"}', GOOD])
    whole = content if name == "-" else packed(content, times)
    (tmp_path / "tin.jsonl").write_bytes(whole)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(whole)))
    first, failure, last = captures([name if name == "-" else str(tmp_path / name)])
    assert "jsonl:2 is longer than 1 MiB" in str(failure)
    assert [one.id for one in (first, last) if isinstance(one, Capture)] == ["good", "good"]


def test_packed_lines_may_be_piped_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(packed(b"\n" + GOOD + b"\n" + GOOD, 1))))
    assert [one.id for one in captures(["-"]) if isinstance(one, Capture)] == ["good", "good"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="Windows has no devices among its files")
@pytest.mark.parametrize("name", ["/dev/zero", "-"])
def test_what_never_ends_is_told(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(finding, "MOST_BYTES", 1 << 20)
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
        [failure] = captures([name])
    assert f"{name} has more than 1 MiB: split it" in str(failure)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_in_a_folder_is_passed_by(tmp_path: Path) -> None:
    """Opened, it would wait for a writer who never comes."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    failure, capture = captures([str(tmp_path)])
    assert "a.txt is no file but a pipe or a device" in str(failure)
    assert isinstance(capture, Capture)


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS refuse such names")
def test_a_file_whose_name_is_no_unicode_is_known_by_a_name_that_is(tmp_path: Path) -> None:
    for letter in (b"\xfc", b"\xf6"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/tin-" + letter + b".txt")).write_text(TEXT, encoding="utf-8")
    found = [one for one in captures([str(tmp_path)]) if isinstance(one, Capture)]
    assert [one.id for one in found] == ["tin-%F6", "tin-%FC"]
    assert all((one.name or "").encode().endswith(b".txt") for one in found)


@pytest.mark.parametrize("key", ["id", "url", "fetched"])
def test_half_characters_are_kept_out_of_names(key: str) -> None:
    found = capture_of_line(b'{"text": "Hue", "%s": "x\\ud83d"}' % key.encode(), "tin.jsonl:1")
    assert isinstance(found, Capture)
    assert getattr(found, key).encode() == b"x%D83D"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no folders as deep as this")
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(30):  # together longer than a path may be
        os.mkdir("d" * 200, dir_fd=folder)
        inner = os.open("d" * 200, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    capture, failure = captures([str(tmp_path)])
    assert isinstance(capture, Capture)
    assert "cannot be looked into (" in str(failure)
