"""Files of readings into the register, many pages at once: prepared in several processes, written in big batches."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from django.conf import settings
from django.db import Error as StoreError
from django.db import transaction

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.register import captures
from giaoluu.register.bulk.first_load import indexes_afterwards, is_empty, rarely_collected, roomy
from giaoluu.register.bulk.preparing import Prepared, Refused, pack_pages, prepare, unpack_pages
from giaoluu.register.bulk.writing import lock, write
from giaoluu.register.ingesting import IngestReport, Refusal, ingest
from giaoluu.register.models import Article, CaptureRow, Judgement, ReadingRow
from giaoluu.register.opening import prepare_worker
from giaoluu.register.reading_json import unpack_reading

LINES = 40
"""Lines that a process takes at a time."""

PAGES = 400
"""Pages that are written at once."""

FIRST = 50_000
"""Most pages that an empty register takes in one transaction, and so the most that a kill can cost."""

MOST_LATER = 5 * PAGES
"""Most pages of the first load that wait for its end, because they are versions of others in it."""

CONTENT = 5
"""The place in the row of a reading where its JSON stands."""

AHEAD = 12
"""Parcels in flight for each process, so that they need not wait while a batch is written; memory stays flat."""

Told = Callable[[str], None] | None


def ingest_readings(lines: Iterable[bytes], *, jobs: int = 1, progress: Told = None) -> IngestReport:
    """Take readings in that stand in a file, one a line as `giaoluu read --format reading` prints them.

    The text of each is kept as its capture. Batches are whole or not at all: after a kill the same call again goes on
    from there, and what the register holds already changes nothing. An empty register takes its first 50,000 pages
    as one batch, and makes its indexes when their rows are there. `progress` is called with the id of each page once
    it is kept. A line that is refused is reported and the rest go on.
    """
    with _prepared(lines, jobs) as pages:
        report = _first_load(pages, progress) if is_empty() else IngestReport()
        while batch := list(islice(pages, PAGES)):
            whole, refused = _told_apart(batch)
            report += refused + _take(whole, progress)
    return report


def _first_load(pages: Iterator[Prepared | Refused], progress: Told) -> IngestReport:
    """Fill an empty register, all or nothing; pages that are no first version follow one by one."""
    report, kept, later = IngestReport(), list[str](), list[Prepared]()
    known, names = set[str](), set[str]()
    with rarely_collected(), roomy(), transaction.atomic():
        lock()
        if not is_empty():  # another program was faster
            return report
        with indexes_afterwards():
            while len(kept) < FIRST and len(later) < MOST_LATER and (batch := list(islice(pages, PAGES))):
                whole, refused = _told_apart(batch)
                new, others = _new_and_others(whole, known)
                written, spoilt = _written(new, names)
                kept += written
                later += [*others, *spoilt]
                report += refused
        captures.settle()
    for name in kept if progress else ():
        progress(name)  # type: ignore[misc]
    return report + IngestReport(new=len(kept)) + ingest(map(_opened, later), progress=progress)


def _told_apart(batch: list[Prepared | Refused]) -> tuple[list[Prepared], IngestReport]:
    """Return the pages of a batch that are whole, and what is to be said of the others."""
    refused = tuple(Refusal(page.id, page.message) for page in batch if isinstance(page, Refused))
    return [page for page in batch if isinstance(page, Prepared)], IngestReport(refused=refused)


def _written(new: list[Prepared], names: set[str] | None = None) -> tuple[list[str], list[Prepared]]:
    """Write new pages and return their ids; or the pages where one of them spoils the batch: `ingest` tells which."""
    try:
        write(new, names)
    except (StoreError, ValueError):
        return [], new
    return [page.id for page in new], []


def _take(batch: list[Prepared], progress: Told) -> IngestReport:
    """Take a batch in: new pages at once, the others and those of a batch that failed one by one."""
    same, known = _same(batch), _known(batch)
    unchanged = [page.id for page in batch if (page.capture, page.reading) in same]
    new, others = _new_and_others([page for page in batch if (page.capture, page.reading) not in same], known)
    captures.settle()
    written, spoilt = _written(new)
    for name in (*unchanged, *written) if progress else ():
        progress(name)  # type: ignore[misc]
    report = IngestReport(new=len(written), unchanged=len(unchanged))
    return report + ingest(map(_opened, (*spoilt, *others)), progress=progress)


def _known(batch: list[Prepared]) -> set[str]:
    """Return captures and pages of a batch that the register knows."""
    digests, pages = [page.capture for page in batch], [page.page for page in batch]
    known = set(CaptureRow.objects.filter(digest__in=digests).values_list("digest", flat=True))
    known |= set(Article.objects.filter(page__in=pages).values_list("page", flat=True))
    return known | set(Judgement.objects.filter(page__in=pages).values_list("page", flat=True))


def _same(batch: list[Prepared]) -> set[tuple[str, str]]:
    """Return captures and readings of a batch that are in the register as they are."""
    digests = [page.capture for page in batch]
    current = ReadingRow.objects.filter(current=True, article__current=True, article__capture__digest__in=digests)
    return set(current.values_list("article__capture__digest", "digest"))


def _new_and_others(batch: list[Prepared], known: set[str]) -> tuple[list[Prepared], list[Prepared]]:
    """Return the pages that are new, and those that take a closer look."""
    new, others = [], []
    for page in batch:
        if page.capture in known or page.page in known:
            others.append(page)
        else:
            known |= {page.capture, page.page}
            new.append(page)
    return new, others


def _opened(page: Prepared) -> tuple[Capture, Reading]:
    """Return a prepared page as `ingest` takes it."""
    reading = unpack_reading(page.rows["ReadingRow"][0][CONTENT])
    text = reading.article.text
    made = Capture(reading.id, text.encode(), page.capture, text, MediaType.TEXT, "utf-8", reading.id)
    return replace(made, url=reading.article.url), reading


@contextmanager
def _prepared(lines: Iterable[bytes], jobs: int) -> Iterator[Iterator[Prepared | Refused]]:
    """Give each line's rows, in order, prepared by several processes where `jobs` says so."""
    source = iter(lines)
    parcels = iter(lambda: list(islice(source, LINES)), [])
    if jobs == 1:
        yield chain.from_iterable(map(prepare, parcels))
        return
    home = Path(settings.GIAOLUU_HOME)
    with ProcessPoolExecutor(jobs, get_context("spawn"), prepare_worker, (home,)) as pool:
        yield _from_others(pool, parcels, jobs * AHEAD)


def _from_others(pool: ProcessPoolExecutor, parcels: Iterator[list[bytes]], most: int) -> Iterator[Prepared | Refused]:
    """Yield the pages that other processes prepare, so many parcels ahead at most."""
    waiting: deque[Future[bytes]] = deque()
    for parcel in parcels:
        waiting.append(pool.submit(_packed, parcel))
        if len(waiting) >= most:
            yield from unpack_pages(waiting.popleft().result())
    while waiting:
        yield from unpack_pages(waiting.popleft().result())


def _packed(parcel: list[bytes]) -> bytes:
    """Return the rows of some lines, for another process."""
    return pack_pages(prepare(parcel))
