"""Pages in a WARC, what crawlers write: each is a capture with the address and the time at which it was got."""

import hashlib
from base64 import b32encode
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from fastwarc.warc import WarcRecordType

from giaoluu.model.capture import Capture
from giaoluu.model.errors import SourceError
from giaoluu.sources.answers import HEADER_WITHIN, Answer, answer_of, body_of, left_out, sort_of_body
from giaoluu.sources.capturing import ID_LENGTH, MOST_BYTES, Provenance, capture_of, without_password
from giaoluu.sources.failures import SourceFailure
from giaoluu.sources.warc import Damage, Record, records
from giaoluu.sources.wishes import Notice

AGAIN = "fetch or copy the file again"
SORTS = {int(WarcRecordType.request): "requests", int(WarcRecordType.revisit): "revisits"}
RESPONSE = int(WarcRecordType.response)
HAVE_PAGES = frozenset({RESPONSE, int(WarcRecordType.resource), int(WarcRecordType.conversion)})
OTHER = "other records"
DIGESTS = frozenset({"md5", "sha1", "sha256", "sha512"})


def captures_of_archive(
    stream: BinaryIO, name: str, *, notice: Notice | None = None
) -> Iterator[Capture | SourceFailure]:
    """Yield the capture of each page in a WARC, and a failure for each place that is damaged.

    A page is named by the file and the offset of its record. What is no page is left out; `notice` is told the counts.
    """
    counts, pages, failures = Counter[str](), 0, 0
    for record in records(stream):
        if isinstance(record, Damage):
            found: Capture | SourceFailure | str = _failure(name, record.offset, f"{record.reason}: {AGAIN}")
        else:
            found = _found(record, name)
        if isinstance(found, str):
            counts[found] += 1
            continue
        pages, failures = pages + isinstance(found, Capture), failures + isinstance(found, SourceFailure)
        yield found
    del counts[""]
    told = ", ".join(f"{count} {sort}" for sort, count in counts.most_common())
    if not pages and not failures:
        yield SourceFailure(name, f"{name} holds no page{f', only {told}' if told else ''}: check what was crawled")
    elif told and notice is not None:
        notice(f"{name}: {pages} pages; left out: {told}")


def _failure(name: str, offset: int, reason: str) -> SourceFailure:
    """Return the failure of one place of the file."""
    place = f"{name}:{offset}"
    return SourceFailure(place, f"{place} {reason}")


def _found(record: Record, name: str) -> Capture | SourceFailure | str:
    """Return what a record holds, or as what it is counted; nothing is said of one that breaks off."""
    url = without_password((record.headers.get("WARC-Target-URI") or "").strip("<> "))
    if record.type not in HAVE_PAGES or not url.startswith(("http://", "https://")):
        return SORTS.get(record.type, OTHER)
    try:
        return _page(record, name, url)
    except SourceError as error:
        return _failure(name, record.offset, f"{error} ({url})")


def _page(record: Record, name: str, url: str) -> Capture | str:
    """Return the capture of a page, or as what a record is counted that is none. Raises SourceError."""
    beginning = record.read(min(HEADER_WITHIN, record.length))
    answer = _answer(record, beginning)
    if answer is None:
        if len(beginning) < min(HEADER_WITHIN, record.length):
            return ""
        raise SourceError("holds no answer of a server, or one whose headers do not end: crawl the page again")
    if sort := left_out(answer, url):
        return sort
    if record.length > MOST_BYTES:
        raise SourceError(f"has more than {MOST_BYTES >> 20} MiB: save the page by itself")
    block = beginning + record.read(record.length - len(beginning))
    if len(block) < record.length:
        return ""
    if not _is_as_it_was(block, record.headers.get("WARC-Block-Digest") or ""):
        raise SourceError(f"is not what its digest says, it was changed or damaged: {AGAIN}")
    body = body_of(block[answer.header_length :], answer)
    if len(body) > MOST_BYTES:
        raise SourceError(f"unpacks to more than {MOST_BYTES >> 20} MiB: save the page by itself")
    if sort := sort_of_body(body, answer):
        return sort
    place, own_id = f"{name}:{record.offset}", hashlib.sha256(body).hexdigest()[:ID_LENGTH]
    known = Provenance(place, url, _time(record), answer.charset, answer.media_type, own_id)
    try:
        return capture_of(body, known)
    except SourceError as error:
        raise SourceError(str(error).removeprefix(f"{place} ")) from error


def _answer(record: Record, beginning: bytes) -> Answer | None:
    """Return what is said of the bytes: by the server, or by the crawler where it kept a page without an answer."""
    told = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if record.type == RESPONSE or told == "application/http":
        return answer_of(beginning)
    return Answer(200, told, None, (), 0)


def _is_as_it_was(block: bytes, digest: str) -> bool:
    """Say whether bytes have the digest that was written down with them; one that nobody can check is none.

    >>> _is_as_it_was(b"a", "sha1:Q336IN72UWT7ZYK5DXOLT2XK5I3XMZ5Y"), _is_as_it_was(b"a", "sha1:AAAA")
    (True, False)
    """
    algorithm, _, value = digest.partition(":")
    if algorithm.lower() not in DIGESTS or not value:
        return True
    found = hashlib.new(algorithm.lower(), block, usedforsecurity=False)
    return value.lower() in (found.hexdigest(), b32encode(found.digest()).decode().lower())


def _time(record: Record) -> str | None:
    """Return when a page was got, to the second; nothing where the crawler wrote no time."""
    try:
        got = datetime.fromisoformat(record.headers.get("WARC-Date") or "")
    except ValueError:
        return None
    return got.replace(tzinfo=got.tzinfo or UTC).astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
