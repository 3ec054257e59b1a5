"""The text of office documents: what a .docx or a .pdf says, in reading order."""

import logging
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table, _Row
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from giaoluu.model.errors import SourceError

DAMAGE = (
    ValueError,
    LookupError,
    ArithmeticError,
    AssertionError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    RuntimeError,
    SyntaxError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the readers of these formats raise on damaged files, besides errors of their own."""


def size_inside(content: bytes) -> int:
    """Return how much a Word document unpacks to; nothing for one that is damaged, which its reader tells."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return sum(part.file_size for part in parts.infolist())
    except DAMAGE:
        return 0


def text_of_docx(content: bytes) -> str:
    """Return the paragraphs and tables of a Word document, one paragraph or table row a line.

    Cells of a row are divided by tabs. Raises `SourceError` where the file is damaged or empty.
    """
    try:
        text = "\n".join(_lines(Document(BytesIO(content))))
    except (OpcError, *DAMAGE) as error:
        raise SourceError(f"is no readable .docx ({error}): open it in a word processor and save it again") from error
    if not text.strip():
        raise SourceError("is a .docx without text: if it holds a picture of a page, run OCR on it and give the text")
    return text


def _lines(document: WordDocument) -> Iterator[str]:
    """Yield paragraphs and table rows in the order of the document."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (_row(row) for row in block.rows)
        else:
            yield block.text


def _row(row: _Row) -> str:
    """Return the cells of a row, one that is merged over several columns once."""
    once = {id(cell._tc): cell for cell in row.cells}
    return "\t".join(cell.text.replace("\n", " ") for cell in once.values())


SECONDS = 60.0
"""What the text of one PDF may take: drawings of a million lines say nothing, and a made-up one might never end."""


def text_of_pdf(content: bytes, *, seconds: float = SECONDS) -> str:
    """Return the text of a PDF, pages divided by an empty line.

    Raises `SourceError` where the file is damaged, locked, holds only pictures of pages, or takes longer than it may.
    """
    ends = time.monotonic() + seconds

    def in_time(*_: object) -> None:
        if time.monotonic() >= ends:
            raise SourceError(
                f"is a PDF that takes more than {seconds:.0f} seconds: print its pages of text to a new PDF"
            )

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # each damaged object would be a line on the terminal
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("is a PDF locked by a password: save an unlocked copy and give that")
        pages = [page.extract_text(visitor_operand_before=in_time) for page in reader.pages]
    except (PyPdfError, *DAMAGE) as error:
        raise SourceError(f"is no readable PDF ({error}): open it in a viewer and print it to a new PDF") from error
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise SourceError(
            f"is a PDF of {len(pages)} page(s) without text, a scan: run OCR on it first (ocrmypdf adds the text layer)"
        )
    return text
