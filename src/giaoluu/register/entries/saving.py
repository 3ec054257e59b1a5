"""Entries saved as pages: each save is a version of the same page, so that nothing is lost and history is seen.

from giaoluu.entries import Entry, Sort
from giaoluu.register.entries import new_id, save

saved = save(Entry(new_id(), Sort.ACTIVITY, "vi", {"kind": "meeting", "date": "5/3/2025"}), who="An")
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from giaoluu.entries import Entry, capture_of_entry, entry_of
from giaoluu.entries.entry import PREFIX
from giaoluu.entries.words import Cells
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import RegisterError
from giaoluu.pipeline import read
from giaoluu.register import captures, clock
from giaoluu.register.bulk.writing import write as write_pages
from giaoluu.register.entries.checking import checked
from giaoluu.register.entries.preparing import prepared
from giaoluu.register.ingesting import ingest
from giaoluu.register.models import Article

MANY = 200
"""From so many entries on they are written at once, and so many at a time."""


@dataclass(frozen=True, slots=True)
class Saved:
    """An entry as it stands, its article, and whether this save made it so."""

    entry: Entry
    article: Article
    changed: bool


class ClashError(RegisterError):
    """Somebody saved the entry in the meantime: nothing was written. `theirs` is what stands now."""

    def __init__(self, theirs: Entry, version: int) -> None:
        super().__init__(f"{theirs.who or 'somebody'} saved this entry in the meantime: look at both")
        self.theirs = theirs
        self.version = version


def new_id() -> str:
    """Return the id of an entry to be.

    >>> new_id().startswith("entry-")
    True
    """
    return f"{PREFIX}{uuid4().hex}"


def today() -> Edtf:
    """Return the day from which written dates without a year are counted."""
    return Edtf(clock.today().isoformat())


def save(entry: Entry, *, who: str, based_on: int | None = None) -> Saved:
    """Save an entry as the current version of its page, and return it as it stands.

    What tells the same as the current version changes nothing. `based_on` is the version that its author had
    before them: ClashError where it is no longer the current one. EntryError where a cell cannot be read.
    """
    if not who.strip():
        raise RegisterError("an entry needs the name of who enters it")
    ready = checked(entry, today())
    with transaction.atomic():
        article = _current(entry.id, lock=True)
        if article is not None:
            before = entry_from(article)
            if before.same_as(ready):
                return Saved(before, article, changed=False)
            if based_on is not None and based_on != article.version:
                raise ClashError(before, article.version)
        written = write([replace(ready, who=who.strip())])
    return Saved(written[0], article_of(entry.id), changed=True)


def write(entries: Iterable[Entry]) -> list[Entry]:
    """Take checked entries in as pages, all of them or none; return them with the time of saving."""
    when = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    stamped = [replace(entry, when=when) for entry in entries]
    pages = [capture_of_entry(entry) for entry in stamped]
    with transaction.atomic():
        rest = _write_new(pages) if len(pages) >= MANY else pages
        report = ingest((capture, read(capture)) for capture in rest)
        if report.refused:
            first = report.refused[0]
            raise RegisterError(f"{first.id}: {first.message}")
    return stamped


def _write_new(pages: list[Capture]) -> list[Capture]:
    """Write the pages of entries that are new hundreds at a time, and return the others."""
    known: set[str] = set()
    for start in range(0, len(pages), 500):
        ids = [capture.id for capture in pages[start : start + 500]]
        known |= set(Article.objects.filter(page__in=ids).values_list("page", flat=True))
    new = prepared([capture for capture in pages if capture.id not in known])
    while some := list(islice(new, MANY)):
        captures.settle()
        write_pages(some)
    return [capture for capture in pages if capture.id in known]


def withdraw(entry_id: str, *, who: str) -> Saved:
    """Take an entry out of all lists; its versions stay, and saving one of them brings it back."""
    with transaction.atomic():
        entry = entry_from(article_of(entry_id))
        if not entry.withdrawn:
            write([replace(entry, withdrawn=True, who=who)])
    article = article_of(entry_id)
    return Saved(entry_from(article), article, changed=True)


def history(entry_id: str) -> list[tuple[Article, Entry]]:
    """Return the versions of an entry, the newest first."""
    rows = Article.objects.filter(page=entry_id).select_related("capture").order_by("-version")
    return [(row, entry_from(row)) for row in rows]


def article_of(entry_id: str) -> Article:
    """Return the current version of an entry; RegisterError where there is none of that id."""
    article = _current(entry_id)
    if article is None:
        raise RegisterError(f"there is no entry {entry_id} in this register")
    return article


def entry_from(article: Article) -> Entry:
    """Return the entry that stands in a version of its page."""
    return entry_of(captures.fetch(Path(settings.GIAOLUU_HOME), article.capture.digest))


def entries_from(pages: Sequence[str]) -> dict[str, Entry]:
    """Return several entries as they stand, by page."""
    found: dict[str, Entry] = {}
    for start in range(0, len(pages), 500):
        rows = Article.objects.filter(page__in=pages[start : start + 500], current=True).select_related("capture")
        found |= {row.page: entry_from(row) for row in rows}
    return found


def is_entry(article: Article) -> bool:
    """Say whether an article is an entry."""
    return article.capture.media_type == MediaType.ENTRY


def changes(before: Entry, after: Entry) -> dict[str, tuple[str, str]]:
    """Return place → (before, after) of the cells in which two versions differ.

    >>> from giaoluu.entries import Sort
    >>> one = Entry("entry-1", Sort.TERM, "en", {"name": "VI"})
    >>> changes(one, replace(one, cells={"name": "VII"}))
    {'name': ('VI', 'VII')}
    """
    left, right = _by_place(before), _by_place(after)
    return {
        place: (left.get(place, ""), right.get(place, ""))
        for place in dict.fromkeys([*left, *right])
        if left.get(place, "") != right.get(place, "")
    }


def _by_place(entry: Entry) -> dict[str, str]:
    """Return every cell by its place."""
    found: dict[str, str] = {**entry.cells, **dict(entry.other)}
    for name, rows in entry.rows.items():
        found |= {f"{name}.{n}.{key}": value for n, row in enumerate(rows) for key, value in _told(row)}
    return found


def _told(row: Cells) -> list[tuple[str, str]]:
    return [(key, value) for key, value in row.items() if value]


def _current(entry_id: str, *, lock: bool = False) -> Article | None:
    """Return the current version of an entry, or None."""
    rows = Article.objects.filter(page=entry_id, current=True, capture__media_type=str(MediaType.ENTRY))
    rows = rows.select_for_update(of=("self",)) if lock else rows
    return rows.select_related("capture").first()
