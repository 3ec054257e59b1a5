"""The rows of a page from one line of a file of readings, ready to be numbered and written; runs in any process."""

import json
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.codec import to_json
from giaoluu.model.errors import GiaoluuError, SourceError
from giaoluu.model.reading import Reading
from giaoluu.model.spans import CONTEXT
from giaoluu.register import captures
from giaoluu.register.bulk.plain_rows import Fresh, day_as_text, fresh_article, writer
from giaoluu.register.bulk.words import decode, name_of
from giaoluu.register.describing import describe
from giaoluu.register.effective import Judged
from giaoluu.register.indexing import Entry, rows_in, search_rows
from giaoluu.register.models import Article, Person
from giaoluu.register.reading_json import pack
from giaoluu.register.rows import add_rows
from giaoluu.register.spoken_names import kept_keys
from giaoluu.register.weights import Weights

LONGEST_PAGE = 400

keys_of = lru_cache(maxsize=1 << 15)(kept_keys)
"""The keys of a name; those of people in the news come again and again."""

CLAIM = (
    "article_id", "subject", "property", "value", "start", "end", "exact", "prefix", "suffix",
    "rule", "inferred", "zone", "weight",
)  # fmt: skip
"""The columns of a claim's row, in the order in which they are prepared."""


class Prepared(msgspec.Struct, frozen=True, tag=True):
    """A page ready to be written: what it is known by, and its rows, numbered from 1 in each table.

    `capture` is the digest of the bytes that were kept for it, `reading` that of its reading; `names` are those of
    people, each with the keys that it is kept under.
    """

    id: str
    page: str
    capture: str
    reading: str
    rows: dict[str, list[list[Any]]]
    names: dict[str, list[str]]


class Refused(msgspec.Struct, frozen=True, tag=True):
    """A line that is no whole reading, and why."""

    id: str
    message: str


def pack_pages(pages: Sequence[Prepared | Refused]) -> bytes:
    """Return prepared pages as one process hands them to another: three times as fast as by pickle."""
    return msgspec.msgpack.encode(pages)


def unpack_pages(packed: bytes) -> list[Prepared | Refused]:
    """Return the pages that another process packed."""
    return msgspec.msgpack.decode(packed, type=list[Prepared | Refused])


def prepare(lines: Iterable[bytes]) -> list[Prepared | Refused]:
    """Return the rows of each line of a file of readings."""
    return [_prepared(line) for line in lines if line.strip()]


def _prepared(line: bytes) -> Prepared | Refused:
    """Return the rows of one line, or why there are none."""
    line = line.rstrip(b"\r\n")
    try:
        return _page(decode(line), line)
    except (GiaoluuError, KeyError, TypeError, ValueError, AttributeError, OSError, RecursionError) as error:
        return Refused(name_of(line), f"{type(error).__name__}: {error}; read the page again")


def prepare_page(capture: Capture, reading: Reading) -> Prepared:
    """Return the rows of a page that is read already, with its own bytes as the capture."""
    line = to_json(reading).encode()
    return _page(decode(line), line, capture)


def _page(reading: Any, line: bytes, capture: Capture | None = None) -> Prepared:
    """Return the rows of a reading; its text is kept as the capture where nothing else was captured."""
    content = capture.content if capture else reading.text.encode()
    digest = capture.digest if capture else sha256(content).hexdigest()
    captures.keep(Path(settings.GIAOLUU_HOME), digest, content, sync=False)
    article = fresh_article((reading.article.url or reading.article.id)[:LONGEST_PAGE])
    fresh = Fresh()
    describe(article, reading)
    add_rows(article, Judged(reading, frozenset()), fresh)
    saved = fresh.saved
    packed, packed_digest = pack(line)
    packs = json.dumps([[*pack] for pack in reading.run.packs])
    rows = {table.__name__: [*map(writer(table), some)] for table, some in saved.items() if some}
    rows |= {
        "CaptureRow": [_capture(reading, digest, len(content), capture)],
        "Article": [writer(Article)(article)],
        "ReadingRow": [[1, 1, packed_digest, reading.run.reader[:80], packs, packed]],
        "Claim": _claims(reading),
        "SearchRow": [*map(_search_row, count(1), search_rows(article, reading, rows_in(saved)))],
    }
    people = saved.get(Person, []) if article.listed else []
    names = {form: keys_of(form) for person in people for form in person.forms if len(form) > 1}
    return Prepared(article.ident, article.page, digest, packed_digest, rows, names)


def _capture(reading: Any, digest: str, size: int, capture: Capture | None) -> list[Any]:
    """Return the row of what a page was read from."""
    if capture is None:
        return [1, digest, reading.id, reading.article.url or "", "", str(MediaType.TEXT), "utf-8", size]
    told = (capture.name or "", capture.url or "", capture.fetched or "", str(capture.media_type))
    return [1, digest, *told, "utf-8", size]


def _claims(reading: Any) -> list[list[Any]]:
    """Return the row of each claim, checked against the text."""
    text, weigh = reading.text, Weights(reading)
    zone_at = _zone_at(reading.zones)
    rows = []
    for number, claim in enumerate(reading.claims, start=1):
        start, end, exact = claim.start, claim.end, claim.exact
        if text[start:end] != exact or not exact:
            raise SourceError(f"claim at {start}:{end} says {exact!r}, the text {text[start:end]!r}")
        rows.append([
            number, 1, claim.subject, claim.property, claim.value, start, end, exact,
            text[start - CONTEXT if start > CONTEXT else 0 : start], text[end : end + CONTEXT],
            claim.rule, +claim.inferred, zone_at(start), weigh(claim),
        ])  # fmt: skip
    return rows


def _zone_at(zones: Sequence[Any]) -> Callable[[int], str]:
    """Return what tells the kind of the first zone that holds a place."""
    told = [(zone.start, zone.end, str(zone.kind)) for zone in zones]
    begins = [begin for begin, *_ in told]
    apart = all(one.end <= other.start for one, other in pairwise(zones))

    def kind_at(start: int) -> str:
        if apart:
            _, stop, kind = told[bisect(begins, start) - 1] if start >= begins[0] else (0, 0, "")
            return kind if start < stop else ""
        return next((kind for begin, stop, kind in told if begin <= start < stop), "")

    return kind_at if told else lambda _: ""


def _search_row(number: int, entry: Entry) -> list[Any]:
    """Return a row of search as both stores take it."""
    days = [day_as_text(day) if day else None for day in entry[3:6]]
    return [number, *entry[:3], *days, *entry[6:]]
