"""Does the register still stand: each claim on its words, each capture on its digest."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from giaoluu.model.errors import GiaoluuError, RegisterError
from giaoluu.register import captures
from giaoluu.register.models import Article, CaptureRow
from giaoluu.register.showing import reading_of


def integrity() -> Iterator[str]:
    """Yield a sentence for each thing that is broken; none means that all stands.

    Every claim's exact words must stand in its article's text at their offsets, every capture must
    be there and match its digest, and every page must have one current version.
    """
    home = Path(settings.GIAOLUU_HOME)
    for capture in CaptureRow.objects.order_by("pk").iterator():
        try:
            captures.fetch(home, capture.digest)
        except RegisterError as error:
            yield str(error)
    for article in Article.objects.order_by("pk").iterator():
        yield from _broken_claims(article)
    for page in _pages_without_one_current():
        yield f"page {page}: it has not exactly one current version; ingest it again"


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
