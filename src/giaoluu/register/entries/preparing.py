"""The rows of many entries, made in several processes."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from django.conf import settings

from giaoluu.model.capture import Capture
from giaoluu.pipeline import read
from giaoluu.register.bulk.preparing import Prepared, pack_pages, prepare_page, unpack_pages
from giaoluu.register.opening import prepare_process

ALONE = 600
"""Up to so many entries a second process costs more than it brings."""

PARCEL = 50
MOST_PROCESSES = 4


def prepared(pages: Sequence[Capture]) -> Iterator[Prepared]:
    """Yield the rows of entries in their order; more than a few hundred are made in several processes."""
    jobs = min(MOST_PROCESSES, os.cpu_count() or 1)
    if len(pages) <= ALONE or jobs == 1:
        yield from _prepared(pages)
        return
    home = Path(settings.GIAOLUU_HOME)
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=prepare_process, initargs=(home,)) as pool:
        parcels = [pages[start : start + PARCEL] for start in range(0, len(pages), PARCEL)]
        for packed in pool.map(_packed, parcels):
            yield from (page for page in unpack_pages(packed) if isinstance(page, Prepared))


def _packed(pages: Sequence[Capture]) -> bytes:
    """Return the rows of some entries, for another process."""
    return pack_pages(_prepared(pages))


def _prepared(pages: Sequence[Capture]) -> list[Prepared]:
    """Return the rows of some entries."""
    return [prepare_page(capture, read(capture)) for capture in pages]
