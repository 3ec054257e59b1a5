"""Bytes to captures: what kind of file it is, its text, and its id."""

import gzip
import hashlib
import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath, PureWindowsPath

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import SourceError
from giaoluu.sources.decoding import decode

HTML_ENDINGS = (".html", ".htm", ".xhtml")
TEXT_ENDINGS = (".txt", ".md", ".text")
DOCUMENT_ENDINGS = (".docx", ".pdf")
LINES_ENDING = ".jsonl"
ARCHIVE_ENDINGS = (".warc", ".warc.wet")
ENDINGS = (*HTML_ENDINGS, *TEXT_ENDINGS, *DOCUMENT_ENDINGS, LINES_ENDING, *ARCHIVE_ENDINGS)
"""What is read, each with `.gz` after it too."""

GZIP = b"\x1f\x8b"
WARC = b"WARC/"
BEGINNING_WITHIN = 512
"""So many bytes tell whether a file is an archive, packed or not."""

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
WORD = b"word/document.xml"
FOREIGN = {
    b"\xd0\xcf\x11\xe0": "is an old office file (.doc, .xls): save it as .docx and give that",
    b"{\\rtf": "is a rich text file (.rtf): save it as .docx and give that",
    b"\x89PNG": "is a picture: run OCR on it and give the text",
    b"\xff\xd8\xff": "is a picture: run OCR on it and give the text",
    b"GIF8": "is a picture: run OCR on it and give the text",
    ZIP: "is an archive: unpack it and give the folder",
}
"""How files begin that hold no text, and what to do with them."""

LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S
)
EMPTY = "is empty: fetch or save it again"
MOST_BYTES = 1 << 28
MOST_PACKINGS = 4
ID_LENGTH = 16
HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
SINGLE_BYTE = 0xDC00
SINGLE_BYTES = range(0xDC80, 0xDD00)
"""How Python writes bytes of the names of files that are no UTF-8."""

LINE_OF_A_FILE = re.compile(r"\.jsonl(?:\.gz)?:\d+$", re.IGNORECASE)
PASSWORD = re.compile(r"(?<=://)[^/?#\s]*@")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where bytes come from: the name a user knows them by, address, time, and what the sender says of them."""

    name: str | None = None
    url: str | None = None
    fetched: str | None = None
    charset: str | None = None
    media_type: MediaType | None = None
    id: str | None = None


def capture_of(content: bytes, provenance: Provenance | None = None) -> Capture:
    """Return the capture of bytes: HTML, text, .docx or .pdf, gzipped or not.

    The bytes and digest of a gzipped page are those of what was packed. Raises `SourceError`
    that begins with the name, and says what is wrong and what to do.

    Where characters were lost, `encoding` says how many.

    >>> capture_of("<html><body>Huế".encode(), Provenance(name="trang/tin-1.html.gz")).id
    'tin-1'
    """
    known = provenance or Provenance()
    try:
        plain = unpacked(content)
        if not plain.strip():
            raise SourceError(EMPTY)
        text, encoding, media_type = _text_of(plain, known)
    except SourceError as error:
        raise SourceError(f"{known.name or known.url or 'input'} {error}") from error
    digest = hashlib.sha256(plain).hexdigest()
    own_id = known.id or (id_of(known.name) if known.name else "") or digest[:ID_LENGTH]
    told = (writable(one) if one else one for one in (known.name, known.url, known.fetched))
    return Capture(writable(own_id), plain, digest, text, media_type, encoding, *told)


def id_of(name: str) -> str:
    """Return a file's name without its folders and endings; nothing of an address, a dash, or a line of a file.

    >>> id_of("báo/2025/tin-1.html.gz"), id_of("C:\\\\tin\\\\a.b.TXT"), id_of("https://example.org/a.html")
    ('tin-1', 'a.b', '')
    """
    if name == "-" or "://" in name or LINE_OF_A_FILE.search(name):
        return ""
    last = PureWindowsPath(PurePosixPath(name).name).name
    while last.lower().endswith((*ENDINGS, ".gz")):
        last = last[: last.rindex(".")]
    return last


def writable(name: str) -> str:
    """Return a name that can be printed and kept: bytes that are no UTF-8 and half characters by their numbers.

    >>> writable("tin-\\udcfc.txt")
    'tin-%FC.txt'
    """
    return HALF_CHARACTER.sub(_number_of_half, name)


def without_password(url: str) -> str:
    """Return an address, or words with one, without the name and password of who fetched it: nobody's to keep.

    >>> without_password("https://an:secret@example.org/a@b")
    'https://example.org/a@b'
    """
    return PASSWORD.sub("", url, count=1)


def _number_of_half(half: re.Match[str]) -> str:
    """Return the byte that stands for itself in the name of a file, or the number of half a character."""
    number = ord(half.group())
    return f"%{number - SINGLE_BYTE if number in SINGLE_BYTES else number:X}"


def unpacked(content: bytes) -> bytes:
    """Return bytes as they are, or what is packed in them where they are gzip."""
    for _ in range(MOST_PACKINGS):
        if not content.startswith(GZIP):
            return content
        try:
            with gzip.open(BytesIO(content)) as packed:
                content = packed.read(MOST_BYTES + 1)
        except EOFError as error:
            raise SourceError("is a gzip file that breaks off before its end: fetch or copy it again") from error
        except (OSError, zlib.error) as error:
            raise SourceError(f"is a damaged gzip file ({error}): fetch or copy it again") from error
        if len(content) > MOST_BYTES:
            raise SourceError(f"unpacks to more than {MOST_BYTES >> 20} MiB: split it, or give it as JSON Lines")
    if content.startswith(GZIP):
        raise SourceError(f"is packed more than {MOST_PACKINGS} times: unpack it and give what is inside")
    return content


def is_warc(content: bytes) -> bool:
    """Say whether bytes begin as a WARC does, packed or not.

    >>> import gzip
    >>> is_warc(b"WARC/1.1"), is_warc(gzip.compress(b"WARC/1.0")), is_warc(b"<html>")
    (True, True, False)
    """
    if not content.startswith(GZIP):
        return content.startswith(WARC)
    try:
        return zlib.decompressobj(wbits=31).decompress(content[:BEGINNING_WITHIN], len(WARC)) == WARC
    except zlib.error:
        return False


def _text_of(content: bytes, known: Provenance) -> tuple[str, str | None, MediaType]:
    """Return text, encoding and media type of unpacked bytes."""
    if PDF in content[:1024] or (content.startswith(ZIP) and WORD in content):
        from giaoluu.sources import documents  # loaded late: readers of .docx and .pdf take long to load

        if content.startswith(ZIP) and documents.size_inside(content) > MOST_BYTES:
            raise SourceError(f"unpacks to more than {MOST_BYTES >> 20} MiB: save its text alone and give that")
        text_of = documents.text_of_docx if content.startswith(ZIP) else documents.text_of_pdf
        return decode(text_of(content).encode(errors="replace")).text, None, MediaType.TEXT
    for beginning, message in FOREIGN.items():
        if content.startswith(beginning):
            raise SourceError(message)
    decoded = decode(content, charset=known.charset)
    if not decoded.text.strip():
        raise SourceError(EMPTY)
    encoding = f"{decoded.encoding} ({decoded.lost} unreadable)" if decoded.lost else decoded.encoding
    return decoded.text, encoding, known.media_type or _media_type(known.name, decoded.text)


def _media_type(name: str | None, text: str) -> MediaType:
    """Return what a file's ending says, or what its text looks like."""
    plain_name = (name or "").lower().removesuffix(".gz")
    if plain_name.endswith(HTML_ENDINGS) and "://" not in plain_name:
        return MediaType.HTML
    if plain_name.endswith(TEXT_ENDINGS) and "://" not in plain_name:
        return MediaType.TEXT
    return MediaType.HTML if LOOKS_LIKE_HTML.match(text[:4096]) else MediaType.TEXT
