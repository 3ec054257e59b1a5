"""Files of readings into the register, many pages at once: prepared in several processes, written in big batches."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from django.conf import settings
from django.db import Error as StoreError

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.register import captures
from giaoluu.register.bulk.preparing import Prepared, Refused, prepare
from giaoluu.register.bulk.writing import write
from giaoluu.register.ingesting import IngestReport, Refusal, ingest
from giaoluu.register.models import Article, CaptureRow, Judgement, ReadingRow
from giaoluu.register.opening import prepare_process
from giaoluu.register.reading_json import unpack_reading

LINES = 40
"""Lines that a process takes at a time."""

PAGES = 400
"""Pages that are written in one transaction."""

AHEAD = 3
"""Parcels in flight for each process: memory stays flat."""


def ingest_readings(
    lines: Iterable[bytes], *, jobs: int = 1, progress: Callable[[str], None] | None = None
) -> IngestReport:
    """Take readings in that stand in a file, one a line as `giaoluu read --format reading` prints them.

    The text of each is kept as its capture. Batches are whole or not at all: after a kill the same call again goes
    on from there, and what the register holds already changes nothing. `progress` is called with the id of each page
    once it is kept. A line that is refused is reported and the rest go on.
    """
    report = IngestReport()
    batch: list[Prepared] = []
    for page in _prepared(lines, jobs):
        if isinstance(page, Refused):
            report = report + IngestReport(refused=(Refusal(page.id, page.message),))
            continue
        batch.append(page)
        if len(batch) == PAGES:
            report, batch = report + _take(batch, progress), []
    return report + _take(batch, progress)


def _take(batch: list[Prepared], progress: Callable[[str], None] | None) -> IngestReport:
    """Take a batch in: new pages at once, the others and those of a batch that failed one by one."""
    new, unchanged, others = _parted(batch)
    captures.settle()
    report = IngestReport(unchanged=len(unchanged))
    try:
        write(new)
        report = replace(report, new=len(new))
        told = [*unchanged, *new]
    except (StoreError, ValueError):  # one page spoils the batch: which one, the other way tells
        others, told = [*new, *others], unchanged
    for page in told if progress else ():
        progress(page.id)  # type: ignore[misc]
    return report + ingest(map(_opened, others), progress=progress)


def _parted(batch: list[Prepared]) -> tuple[list[Prepared], list[Prepared], list[Prepared]]:
    """Return the pages that are new, those that are in already, and those that take a closer look."""
    digests, pages = [page.capture for page in batch], [page.page for page in batch]
    known = set(CaptureRow.objects.filter(digest__in=digests).values_list("digest", flat=True))
    known |= set(Article.objects.filter(page__in=pages).values_list("page", flat=True))
    known |= set(Judgement.objects.filter(page__in=pages).values_list("page", flat=True))
    current = ReadingRow.objects.filter(current=True, article__current=True, article__capture__digest__in=digests)
    same = set(current.values_list("article__capture__digest", "digest"))
    new, unchanged, others = [], [], []
    for page in batch:
        if (page.capture, page.reading) in same:
            unchanged.append(page)
        elif page.capture in known or page.page in known:
            others.append(page)
        else:
            known |= {page.capture, page.page}
            new.append(page)
    return new, unchanged, others


def _opened(page: Prepared) -> tuple[Capture, Reading]:
    """Return a prepared page as `ingest` takes it."""
    reading = unpack_reading(page.rows["ReadingRow"][0][-1])
    text = reading.article.text
    made = Capture(reading.id, text.encode(), page.capture, text, MediaType.TEXT, "utf-8", reading.id)
    return replace(made, url=reading.article.url), reading


def _prepared(lines: Iterable[bytes], jobs: int) -> Iterator[Prepared | Refused]:
    """Yield each line's rows, in order, prepared by several processes where `jobs` says so."""
    source = iter(lines)
    parcels = iter(lambda: list(islice(source, LINES)), [])
    if jobs == 1:
        for parcel in parcels:
            yield from prepare(parcel)
        return
    home = Path(settings.GIAOLUU_HOME)
    with ProcessPoolExecutor(jobs, get_context("spawn"), prepare_process, (home,)) as pool:
        waiting: deque[Future[list[Prepared | Refused]]] = deque()
        for parcel in parcels:
            waiting.append(pool.submit(prepare, parcel))
            if len(waiting) >= jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
