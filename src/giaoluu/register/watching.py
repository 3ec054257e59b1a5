"""Feeds that are watched: which there are, which of their pages are known, and that nobody else watches."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from giaoluu.model.errors import RegisterError
from giaoluu.register.models import Article, Feed, FeedPage
from giaoluu.register.models.feeds import MOST_TRIES

LOCK = "watch.lock"
LONGEST = 1000


def watched(addresses: Iterable[str] = ()) -> list[Feed]:
    """Return the feeds of these addresses, kept from now on; without any all that are kept, in the order of addresses.

    Raises RegisterError for an address that nobody can keep.
    """
    wanted = list(dict.fromkeys(addresses))
    for address in wanted:
        if len(address) > LONGEST:
            raise RegisterError(f"{address[:80]}… is longer than {LONGEST} characters: check the address")
    kept = [Feed.objects.get_or_create(address=address)[0] for address in wanted]
    return kept or list(Feed.objects.order_by("address"))


def is_known(address: str) -> bool:
    """Say whether a page needs not be asked for: the register has it, or it could not be had often enough."""
    done = Q(failure="") | Q(tries__gte=MOST_TRIES)
    return (
        FeedPage.objects.filter(done, digest=_digest(address)).exists()
        or Article.objects.filter(page=address[:400]).exists()
    )


def note(met: Iterable[tuple[str, str]]) -> None:
    """Keep what became of pages that were asked for: each address with why it failed, or nothing."""
    for address, failure in met:
        kept, _ = FeedPage.objects.get_or_create(digest=_digest(address), defaults={"address": address})
        kept.tries, kept.failure = min(kept.tries + 1, MOST_TRIES), failure
        kept.save()


def note_read(feed: Feed, *, title: str, pages: int, version: tuple[str, str]) -> None:
    """Keep that a feed was read, how many pages it gave, and what its server knows this version by."""
    etag, modified = version
    told = {"title": title} if title else {}
    Feed.objects.filter(pk=feed.pk).update(
        read=timezone.now(), pages=F("pages") + pages, etag=etag, modified=modified, failure="", failed=None, **told
    )


def note_failed(feed: Feed, failure: str) -> None:
    """Keep that a feed could not be read, and why."""
    Feed.objects.filter(pk=feed.pk).update(failed=timezone.now(), failure=failure)


@contextmanager
def alone() -> Iterator[None]:
    """Hold the register's feeds; RegisterError where another program does. A program that ends lets go of them."""
    with (Path(settings.GIAOLUU_HOME) / LOCK).open("a+b") as file:
        if not _is_locked(file):
            home = settings.GIAOLUU_HOME
            raise RegisterError(f"{home}: another giaoluu watches its feeds; stop that one first, or leave it to it")
        yield


def _is_locked(file: IO[bytes]) -> bool:
    """Lock a file as long as it is open; say whether that could be done."""
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _digest(address: str) -> str:
    """Return what an address is found by: addresses may be longer than any index takes."""
    return sha256(address.encode(errors="replace")).hexdigest()
