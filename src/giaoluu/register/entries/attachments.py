"""Files attached to entries: kept by their digest, known by a name that no system trips over."""

import re
import unicodedata
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from giaoluu.model.errors import RegisterError
from giaoluu.register import captures
from giaoluu.register.models import Attachment

MOST_BYTES = 20 << 20
"""The size up to which a file is kept."""

LONGEST_NAME = 120
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def safe_name(name: str) -> str:
    """Return a file's own name without its folders and without signs that a system or an eye trips over.

    >>> [safe_name(name) for name in ("../../etc/passwd", "C:\\\\tin\\\\Đề án.docx", "a\\u202egpj.exe", "..")]
    ['passwd', 'Đề án.docx', 'agpj.exe', 'file']
    """
    last = PureWindowsPath(PurePosixPath(unicodedata.normalize("NFC", name)).name).name
    clean = " ".join(_UNSAFE.sub("", last).split()).strip(". ")
    if not clean:
        return "file"
    if _RESERVED.fullmatch(clean):
        clean = f"_{clean}"
    stem, dot, ending = clean.rpartition(".")
    if len(clean) > LONGEST_NAME and dot and len(ending) <= 10:
        return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"
    return clean[:LONGEST_NAME]


def attach(page: str, name: str, content: bytes, *, who: str) -> Attachment:
    """Keep a file with an entry; the same file twice is there once. RegisterError for one too large or empty."""
    if not content:
        raise RegisterError(f"{safe_name(name)} is empty: choose the file again")
    if len(content) > MOST_BYTES:
        raise RegisterError(f"{safe_name(name)} is larger than {MOST_BYTES >> 20} MB: keep it elsewhere and note where")
    digest = sha256(content).hexdigest()
    captures.keep(Path(settings.GIAOLUU_HOME), digest, content)
    known = attachments_of(page).filter(digest=digest).first()
    if known is not None:
        return known
    made = {"name": safe_name(name), "size": len(content), "who": who.strip()}
    return Attachment.objects.create(page=page, digest=digest, **made)


def attachments_of(page: str) -> QuerySet[Attachment]:
    """Return the files of an entry, the first ones first."""
    return Attachment.objects.filter(page=page, removed=None).order_by("id")


def open_attachment(attachment: Attachment) -> bytes:
    """Return the bytes of a file, checked against its digest."""
    return captures.fetch(Path(settings.GIAOLUU_HOME), attachment.digest)


def remove_attachment(attachment: Attachment, *, who: str) -> None:
    """Take a file out of its entry; its bytes stay, for history."""
    Attachment.objects.filter(pk=attachment.pk, removed=None).update(removed_by=who.strip(), removed=timezone.now())
