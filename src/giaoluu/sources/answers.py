"""What a server answered, as crawlers keep it: a page with its charset, or what else it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader
from fastwarc.warc import WarcRecord, WarcRecordType

from giaoluu.model.capture import MediaType
from giaoluu.sources.capturing import FOREIGN, MOST_BYTES, PDF

HEADER_WITHIN = 1 << 16
ROBOTS = "/robots.txt"
MEDIA_TYPES: dict[str, MediaType | None] = {
    "text/html": MediaType.HTML,
    "application/xhtml+xml": MediaType.HTML,
    "text/plain": MediaType.TEXT,
    "application/pdf": None,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": None,
}
"""What is read, and how; where this says nothing, the bytes say it."""

UNTOLD = frozenset({"", "application/octet-stream", "unknown/unknown", "text/*", "*/*"})
LOOKS_READABLE = re.compile(rb"\s*(?:%PDF-|(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b)", re.IGNORECASE)
UNPACKERS: dict[str, tuple[Any, dict[str, bool]]] = {
    "gzip": (GzipReader, {}),
    "x-gzip": (GzipReader, {}),
    "deflate": (GzipReader, {"zlib": True}),
    "br": (BrotliReader, {}),
    "zstd": (ZstdReader, {}),
    "chunked": (ChunkedReader, {}),
}
PICTURE = "is a picture"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said of what it sent."""

    status: int | None
    kind: str
    charset: str | None
    encodings: tuple[str, ...]
    """What the body is packed by, the outermost last."""
    header_length: int

    @property
    def media_type(self) -> MediaType | None:
        """How the text is read, where the server says so."""
        return MEDIA_TYPES.get(self.kind)


def answer_of(beginning: bytes) -> Answer | None:
    """Return what the headers of an answer say; nothing for what is none, or has headers without end.

    >>> answer_of(b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html; charset=big5\\r\\n\\r\\n<p>").charset
    'big5'
    """
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.is_http = True
    record.set_bytes_content(beginning)
    try:
        record.parse_http()
    except OSError:
        return None
    headers = record.http_headers
    if headers.status_code is None:
        return None
    kind = (headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    charset = (record.http_charset or "").strip("\"' ") or None
    packings = [headers.get("Content-Encoding") or "", headers.get("Transfer-Encoding") or ""]
    encodings = tuple(part.strip().lower() for part in ",".join(packings).split(",") if part.strip())
    return Answer(headers.status_code, kind, charset, encodings, len(beginning) - record.content_length)


def left_out(answer: Answer, url: str) -> str:
    """Return as what an answer is counted that is no page; nothing for one that may be.

    >>> left_out(Answer(301, "text/html", None, (), 0), "https://example.org/")
    'redirects'
    """
    if answer.status in range(300, 400):
        return "redirects"
    if answer.status not in (200, 203):
        return "errors"
    if urlsplit(url).path == ROBOTS:
        return "robots.txt"
    if answer.kind.startswith("image/"):
        return "pictures"
    return "" if answer.kind in MEDIA_TYPES or answer.kind in UNTOLD else "other files"


def body_of(packed: bytes, answer: Answer) -> bytes:
    """Return the bytes that the server meant, never more than are read of a file and one.

    Some crawlers keep what they unpacked and the headers that say it is packed: then it is returned as it is.
    """
    for encoding in reversed(answer.encodings):
        packed = _unpacked(packed, encoding)
    return packed


def sort_of_body(body: bytes, answer: Answer) -> str:
    """Return as what a body is counted that is no text after all; nothing for one that is read."""
    if not body.strip():
        return "empty answers"
    told = next((message for beginning, message in FOREIGN.items() if body.startswith(beginning)), "")
    if told.startswith(PICTURE):
        return "pictures"
    is_readable = answer.kind not in UNTOLD or LOOKS_READABLE.match(body[:HEADER_WITHIN]) or PDF in body[:1024]
    return "" if is_readable else "other files"


def _unpacked(packed: bytes, encoding: str) -> bytes:
    """Return what is packed, or the bytes as they are."""
    if encoding not in UNPACKERS:
        return packed
    reader, options = UNPACKERS[encoding]
    try:
        return b"".join(_pieces(reader(BytesIO(packed), **options)))
    except OSError:
        return packed


def _pieces(reader: Any) -> Iterator[bytes]:
    """Yield what a reader gives until there is one byte more than is read of a file."""
    left = MOST_BYTES + 1
    while left > 0 and (piece := reader.read(min(left, HEADER_WITHIN))):
        left -= len(piece)
        yield piece
