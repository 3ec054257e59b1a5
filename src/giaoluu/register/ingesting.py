"""Take readings in: each page whole or not at all, and twice the same page is once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import Error as StoreError
from django.db import transaction

from giaoluu.model.capture import Capture
from giaoluu.model.errors import GiaoluuError
from giaoluu.model.reading import Reading
from giaoluu.register import captures
from giaoluu.register.describing import describe
from giaoluu.register.indexing import index, rows_of
from giaoluu.register.models import Article, CaptureRow, ReadingRow
from giaoluu.register.reading_json import pack_reading
from giaoluu.register.rows import write_rows
from giaoluu.register.versions import add_version, make_current, page_of


class Outcome(StrEnum):
    """What became of one page."""

    NEW = "new"
    CHANGED = "changed"
    REREAD = "reread"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that was not taken in, and why."""

    id: str
    message: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of the pages: new, a changed version of a known one, read anew, unchanged, refused."""

    new: int = 0
    changed: int = 0
    reread: int = 0
    unchanged: int = 0
    refused: tuple[Refusal, ...] = ()
    adrift: tuple[str, ...] = ()
    """A sentence for each decision of a person that found no certain place in a page that was read anew."""

    def __add__(self, other: "IngestReport") -> "IngestReport":
        """Return two reports as one."""
        counts = {name.value: getattr(self, name) + getattr(other, name) for name in Outcome}
        return IngestReport(**counts, refused=self.refused + other.refused, adrift=self.adrift + other.adrift)

    @property
    def pages(self) -> int:
        """All pages that came."""
        return self.new + self.changed + self.reread + self.unchanged + len(self.refused)


def ingest(
    readings: Iterable[tuple[Capture, Reading]],
    *,
    progress: Callable[[str], None] | None = None,
) -> IngestReport:
    """Take readings into the open register and report what became of each page.

    Every page is one transaction: after a kill, pages are in whole or not at all, and the same call
    again goes on from there. A page that the register refuses is reported and the rest go on.
    `progress` is called with the id of each page after it.
    """
    counts = dict.fromkeys(Outcome, 0)
    refused: list[Refusal] = []
    adrift: list[str] = []
    for capture, reading in readings:
        try:
            outcome, lost = _take(capture, reading)
            counts[outcome] += 1
            adrift += lost
        except (GiaoluuError, StoreError, OSError, ValueError) as error:
            refused.append(Refusal(reading.id, f"{type(error).__name__}: {error}"))
        if progress is not None:
            progress(reading.id)
    by_name = {outcome.value: count for outcome, count in counts.items()}
    return IngestReport(**by_name, refused=tuple(refused), adrift=tuple(adrift))


def _take(capture: Capture, reading: Reading) -> tuple[Outcome, list[str]]:
    """Take one page in, its bytes as a file, then all its rows in one transaction; say which decisions are adrift."""
    packed, digest = pack_reading(reading)
    known = _known(capture)
    if known is not None and known.readings.filter(current=True, digest=digest).exists():
        return (Outcome.CHANGED if _came_back(known, capture, reading) else Outcome.UNCHANGED), []
    captures.keep(Path(settings.GIAOLUU_HOME), capture.digest, capture.content)
    with transaction.atomic():
        known = _known(capture)  # another program may have taken the page in since
        article = known or add_version(_capture_row(capture), page_of(capture, reading))
        describe(article, reading)
        article.save()
        if article.current and article.version > 1:
            make_current(article)
        if known is not None:
            article.readings.filter(current=True).update(current=False)
        _add_reading(article, reading, packed, digest)
        write_rows(article, reading, new=known is None)
    adrift = list(_adrift(article)) if article.current else []
    if known is not None:
        return Outcome.REREAD, adrift
    return (Outcome.NEW if article.version == 1 else Outcome.CHANGED), adrift


def _adrift(article: Article) -> Iterator[str]:
    """Yield a sentence for each decision that has no certain place in the article."""
    for anchor in article.anchors.filter(state__in=("unsure", "lost")).select_related("judgement"):
        yield f"{article.ident}: {anchor.judgement} of {anchor.judgement.when:%Y-%m-%d}: {anchor.reason}"


def _known(capture: Capture) -> Article | None:
    """Return the article that was made of the same bytes before, or None."""
    return Article.objects.select_related("capture").filter(capture__digest=capture.digest).first()


def _came_back(article: Article, capture: Capture, reading: Reading) -> bool:
    """Make an old version current again where the page was got anew and reads as it once did."""
    if article.current or not capture.fetched or capture.fetched <= article.capture.fetched:
        return False
    with transaction.atomic():
        CaptureRow.objects.filter(pk=article.capture_id).update(fetched=capture.fetched)
        changed = make_current(article)
        index(article, reading, rows_of(article))
        return changed


def _capture_row(capture: Capture) -> CaptureRow:
    """Return the saved row of a capture."""
    row, _ = CaptureRow.objects.get_or_create(
        digest=capture.digest,
        defaults={
            "name": capture.name or "",
            "url": capture.url or "",
            "fetched": capture.fetched or "",
            "media_type": str(capture.media_type),
            "encoding": capture.encoding or "",
            "size": len(capture.content),
        },
    )
    return row


def _add_reading(article: Article, reading: Reading, packed: bytes, digest: str) -> None:
    """Add the reading as the current one."""
    ReadingRow.objects.create(
        article=article,
        digest=digest,
        reader=reading.run.reader[:80],
        packs=[list(pack) for pack in reading.run.packs],
        content=packed,
    )
