"""JSON Lines: many pages in one file, one object a line."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import SourceError
from giaoluu.sources.capturing import GZIP, MOST_BYTES, Provenance, capture_of, writable
from giaoluu.sources.failures import SourceFailure

EXPECTED = 'give one JSON object a line, such as {"url": "...", "html": "..."}, or "text" in place of "html"'
STRINGS = ("url", "html", "text", "fetched")


def captures_of_lines(path: Path) -> Iterator[Capture | SourceFailure]:
    """Yield the capture of each line of a .jsonl file, packed or not; a bad line becomes a failure.

    The file is never held in memory as a whole.
    """
    name = writable(path.as_posix())
    try:
        with path.open("rb") as opened:
            packed = opened.peek(2)[:2] == GZIP
            stream = gzip.open(opened) if packed else opened  # noqa: SIM115 - it closes with the file below it
            yield from captures_of_stream(stream, name)
    except FileNotFoundError:
        yield SourceFailure(name, f"{name} does not exist: check the path")
    except EOFError:
        yield SourceFailure(name, f"{name} is a gzip file that breaks off before its end: fetch or copy it again")
    except (OSError, zlib.error) as error:
        yield SourceFailure(name, f"{name} cannot be read to its end ({error}): fetch or copy it again")


class Stream(Protocol):
    """What gives lines, and never more of one than is asked for."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or so much of it."""


def captures_of_stream(stream: Stream, name: str, *, first: bytes = b"") -> Iterator[Capture | SourceFailure]:
    """Yield the capture of each line, of a first one that was read already too; no line at all is a failure."""
    number = 0
    line = first or stream.readline(MOST_BYTES + 1)
    while line:
        number += 1
        if len(line) > MOST_BYTES:
            _pass_by_rest(stream, line)
            place = f"{name}:{number}"
            yield SourceFailure(place, f"{place} is longer than {MOST_BYTES >> 20} MiB: split it; {EXPECTED}")
        elif line.strip():
            yield capture_of_line(line, f"{name}:{number}")
        line = stream.readline(MOST_BYTES + 1)
    if not number:
        yield SourceFailure(name, f"{name} is empty: {EXPECTED}")


def _pass_by_rest(stream: Stream, line: bytes) -> None:
    """Read on to the end of a line that is too long."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(MOST_BYTES)


def is_json_lines(content: bytes) -> bool:
    """Say whether bytes begin with a line that is a page of JSON Lines.

    >>> is_json_lines(b'{"text": "Hej"}'), is_json_lines(b"<html>")
    (True, False)
    """
    line = content.lstrip()[:MOST_BYTES].partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    try:
        page = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(page, dict) and bool({"html", "text"} & set(page))


def capture_of_line(line: bytes, name: str) -> Capture | SourceFailure:
    """Return the capture of one line, or why there is none.

    >>> capture_of_line('{"id": "a1", "text": "Xin chào"}'.encode(), "tin.jsonl:1").text
    'Xin chào'
    """
    try:
        page = json.loads(line)
    except (ValueError, RecursionError) as error:
        return SourceFailure(name, f"{name} is no JSON ({error}): {EXPECTED}")
    try:
        return _capture_of_page(page, name)
    except SourceError as error:
        return SourceFailure(name, str(error))


def _capture_of_page(page: Any, name: str) -> Capture:
    """Return the capture of one parsed line."""
    if not isinstance(page, dict) or not all(isinstance(page.get(key), str | None) for key in STRINGS):
        raise SourceError(f"{name} is no object of strings: {EXPECTED}")
    html = page.get("html")
    text = html if html is not None else page.get("text")
    if text is None:
        raise SourceError(f"{name} has neither html nor text: {EXPECTED}")
    media_type = MediaType.TEXT if html is None else MediaType.HTML
    own_id = None if page.get("id") is None else str(page["id"])
    known = Provenance(name, page.get("url"), page.get("fetched"), None, media_type, own_id)
    return capture_of(text.encode("utf-8", errors="replace"), known)
