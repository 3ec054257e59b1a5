"""Does the register still stand: each claim on its words, each capture on its digest, each row on those it names."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import Error as StoreError
from django.db import connection
from django.db.models import Count, F, Q

from giaoluu.model.errors import GiaoluuError, RegisterError
from giaoluu.register import captures
from giaoluu.register.models import (
    Activity,
    Article,
    Attachment,
    CaptureRow,
    Claim,
    Commitment,
    Organisation,
    Person,
    Place,
    Quotation,
    SearchRow,
    SheetImport,
)
from giaoluu.register.showing import reading_of


def integrity() -> Iterator[str]:
    """Yield a sentence for each thing that is broken; none means that all stands.

    Every claim's exact words must stand in its article's text at their offsets, every capture, attached file and
    imported sheet must be there and match its digest, every page must have one current version and every article one
    current reading, rows of lists and of search must be those of current articles, and no row may name one that is
    not there.
    """
    yield from _broken_files()
    for article in Article.objects.order_by("pk").iterator():
        yield from _broken_claims(article)
    for page in _pages_without_one_current():
        yield f"page {page}: it has not exactly one current version; ingest it again"
    yield from _broken_readings()
    yield from _broken_lists()
    yield from _broken_store()


def _broken_files() -> Iterator[str]:
    """Yield a sentence for each file that is not as it was kept, with what it belongs to."""
    home = Path(settings.GIAOLUU_HOME)
    for table, what in ((CaptureRow, "page"), (Attachment, "attached file"), (SheetImport, "imported sheet")):
        for row in table.objects.order_by("pk").iterator():
            try:
                captures.fetch(home, row.digest)
            except RegisterError as error:
                yield f"{what} {row}: {error}"


def _broken_claims(article: Article) -> Iterator[str]:
    """Yield a sentence for each claim whose words are not where it says."""
    try:
        text = reading_of(article).article.text
    except GiaoluuError as error:
        yield f"article {article.pk} ({article.ident}): {error}"
        return
    for claim in article.claims.order_by("pk").iterator():
        if text[claim.start : claim.end] != claim.exact:
            place = f"article {article.pk} ({article.ident}) {claim.start}:{claim.end}"
            yield f"{place}: claim {claim.pk} says {claim.exact!r}, the text {text[claim.start : claim.end]!r}"


def _pages_without_one_current() -> list[str]:
    """Return the pages with no current version, or more than one."""
    counts: dict[str, int] = {}
    for page, current in Article.objects.values_list("page", "current"):
        counts[page] = counts.get(page, 0) + current
    return [page for page, count in counts.items() if count != 1]


def _broken_readings() -> Iterator[str]:
    """Yield a sentence for each article that has not one current reading."""
    counted = Article.objects.annotate(count=Count("readings", filter=Q(readings__current=True)))
    for article in counted.exclude(count=1).order_by("pk"):
        yield f"article {article.pk} ({article.ident}): {article.count} current readings; ingest its page again"


def _broken_lists() -> Iterator[str]:
    """Yield a sentence for each article whose rows do not follow it."""
    for table in (Claim, Commitment, Organisation, Person, Place, Quotation):
        follows = "article__current" if table is Claim else "article__listed"
        wrong = table.objects.exclude(current=F(follows)).values_list("article", flat=True).distinct()
        for number in wrong:
            yield f"article {number}: rows of {table.__name__} are not as current as it is; ingest its page again"
    for number in SearchRow.objects.filter(article__current=False).values_list("article", flat=True).distinct():
        yield f"article {number}: an old version can be found; ingest its page again"
    unfound = Activity.objects.filter(current=True).exclude(article__in=SearchRow.objects.values("article"))
    for number in unfound.values_list("article", flat=True).distinct():
        yield f"article {number}: it cannot be found by its words; ingest its page again"


def _broken_store() -> Iterator[str]:
    """Yield a sentence where a row names one that is not there, or the store's own files are damaged."""
    try:
        connection.check_constraints()
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                told = cursor.execute("PRAGMA quick_check").fetchone()[0]
                if told != "ok":
                    yield f"the store is damaged: {told}; restore a backup"
                cursor.execute("INSERT INTO register_search(register_search, rank) VALUES ('integrity-check', 1)")
    except StoreError as error:
        yield f"the store is damaged: {error}; restore a backup"
