"""A capture: the bytes that were got, where and when, and the text that they hold."""

from dataclasses import dataclass
from enum import StrEnum


class MediaType(StrEnum):
    """What kind of text a capture holds, after decoding."""

    HTML = "text/html"
    TEXT = "text/plain"
    ENTRY = "application/vnd.giaoluu.entry+json"


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as it was got. `text` is decoded, NFC, with `\\n` line ends and no byte-order mark.

    `id` is the file's name without its endings (`.html`, `.txt`, `.gz`, …), or the digest's start.
    `digest` is the SHA-256 of `content` in hexadecimal. `media_type` says how to read `text`:
    a PDF or docx clipping is plain text by the time it is a capture.
    """

    id: str
    content: bytes
    digest: str
    text: str
    media_type: MediaType
    encoding: str | None = None
    name: str | None = None
    url: str | None = None
    fetched: str | None = None
    """RFC 3339 time of the fetch, where it is known."""
