"""The rows of a page from one line of a file of readings, ready to be numbered and written; runs in any process."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar, cast

import zstandard
from django.conf import settings
from django.db.models import Model

from giaoluu.model.capture import Capture
from giaoluu.model.codec import FORMAT, to_json
from giaoluu.model.errors import GiaoluuError, SourceError
from giaoluu.model.reading import Reading
from giaoluu.model.spans import CONTEXT
from giaoluu.register import captures
from giaoluu.register.bulk.lazy import lazy_reading
from giaoluu.register.carrying import Kept
from giaoluu.register.describing import describe
from giaoluu.register.effective import Judged
from giaoluu.register.indexing import Entry, PageRows, search_rows
from giaoluu.register.models import Activity, Article, Organisation, Person, Quotation
from giaoluu.register.rows import add_rows
from giaoluu.register.weights import Weights

Row = TypeVar("Row", bound=Model)
LONGEST_PAGE = 400

CLAIM = (
    "article_id", "subject", "property", "value", "start", "end", "exact", "prefix", "suffix",
    "rule", "inferred", "zone", "weight", "verdict", "corrected", "current",
)  # fmt: skip
"""The columns of a claim's row, in the order in which they are prepared."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page ready to be written: what it is known by, and its rows, numbered from 1 in each table.

    `capture` is the digest of the bytes that were kept for it, `reading` that of its reading.
    """

    id: str
    page: str
    capture: str
    reading: str
    rows: dict[str, list[tuple[Any, ...]]]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is no whole reading, and why."""

    id: str
    message: str


class Fresh(Kept):
    """Keeps the rows of a page that the register does not hold yet, numbered from 1, instead of saving them."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.saved: dict[type[Model], list[Any]] = {}

    def save(self, table: type[Row], rows: Iterable[Row]) -> list[Row]:
        """Number rows and keep them."""
        kept = self.saved.setdefault(table, [])
        new = list(rows)
        for number, row in enumerate(new, start=len(kept) + 1):
            row.pk = number
        kept += new
        return new

    def put(self, table: type[Row], rows: Iterable[Row], **_: Any) -> None:
        """Keep rows."""
        self.save(table, rows)

    def change(self, table: type[Any], rows: list[Any], column: str) -> None:
        """Do nothing: the rows are not written yet."""


def prepare(lines: Iterable[bytes]) -> list[Prepared | Refused]:
    """Return the rows of each line of a file of readings."""
    return [_prepared(line) for line in lines if line.strip()]


def _prepared(line: bytes) -> Prepared | Refused:
    """Return the rows of one line, or why there are none."""
    name = "?"
    try:
        plain = json.loads(line)
        name = str(plain.get("id", "?"))
        if plain.get("format") != FORMAT:
            raise SourceError(f"not a reading of format {FORMAT!r}: read the page again with this version")
        return _page(plain, line.rstrip(b"\r\n"))
    except (GiaoluuError, KeyError, TypeError, ValueError, AttributeError, OSError) as error:
        return Refused(name, f"{type(error).__name__}: {error}; read the page again")


def prepare_page(capture: Capture, reading: Reading) -> Prepared:
    """Return the rows of a page that is read already, with its own bytes as the capture."""
    line = to_json(reading).encode()
    return _page(json.loads(line), line, capture)


def _page(plain: Mapping[str, Any], line: bytes, capture: Capture | None = None) -> Prepared:
    """Return the rows of a reading; its text is kept as the capture where nothing else was captured."""
    content = capture.content if capture else plain["text"].encode()
    digest = capture.digest if capture else sha256(content).hexdigest()
    captures.keep(Path(settings.GIAOLUU_HOME), digest, content, sync=False)
    reading = lazy_reading(plain)
    article = Article(pk=1, capture_id=1, page=(reading.article.url or reading.article.id)[:LONGEST_PAGE])
    describe(article, reading)
    fresh = Fresh(article)
    add_rows(article, Judged(reading, frozenset()), fresh)
    saved = fresh.saved
    found = PageRows(*(saved.get(table, []) for table in (Activity, Person, Organisation, Quotation)))
    packed, run = zstandard.compress(line, 3), reading.run
    rows = {
        "CaptureRow": [
            (
                digest,
                (capture.name if capture else reading.article.id) or "",
                (capture.url if capture else reading.article.url) or "",
                (capture.fetched if capture else "") or "",
                str(capture.media_type) if capture else "text/plain",
                "utf-8",
                len(content),
            )
        ],
        "Article": [_values(article)],
        "ReadingRow": [(1, sha256(line).hexdigest(), run.reader[:80], json.dumps([[*p] for p in run.packs]), packed)],
        "Claim": list(_claims(plain, reading)),
        "SearchRow": [_values(entry) for entry in search_rows(article, reading, found)],
        **{table.__name__: [_values(row) for row in some] for table, some in saved.items()},
    }
    names = frozenset(form for person in saved.get(Person, []) for form in person.forms)
    return Prepared(article.ident, article.page, digest, rows["ReadingRow"][0][1], rows, names)


def _claims(plain: Mapping[str, Any], reading: Reading) -> Iterator[tuple[Any, ...]]:
    """Yield the row of each claim, checked against the text."""
    text, weigh, zones = plain["text"], Weights(reading), plain["zones"]
    for claim in plain["claims"]:
        start, end, exact = claim["start"], claim["end"], claim["exact"]
        if text[start:end] != exact or not exact:
            raise SourceError(f"claim at {start}:{end} says {exact!r}, the text {text[start:end]!r}")
        zone = next((zone["zone"] for zone in zones if zone["start"] <= start < zone["end"]), "")
        weight = weigh(cast(Any, SimpleNamespace(**claim)))
        around = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        told = claim["subject"], claim["property"], claim["value"], start, end, exact, *around
        yield (1, *told, claim["rule"], claim["inferred"], zone, weight, "", "", True)


_getters: dict[type[Model], Any] = {}


def _values(row: Model | Entry) -> tuple[Any, ...]:
    """Return the values of a row as both stores take them, without its number."""
    if isinstance(row, Entry):
        return tuple([_plain(value) if type(value) in SPECIAL else value for value in row])
    get = _getters.get(type(row))
    if get is None:
        get = _getters[type(row)] = attrgetter(*columns(type(row)))
    return tuple([_plain(value) if type(value) in SPECIAL else value for value in get(row)])


SPECIAL = {date, list, dict}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def columns(table: type[Model]) -> list[str]:
    """Return the columns of a table, without its number and what the store fills in."""
    every = (item for item in table._meta.concrete_fields if not item.primary_key)
    return [item.attname for item in every if not getattr(item, "auto_now_add", False)]
