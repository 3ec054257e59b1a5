"""Which page a capture belongs to, and which version of it it is."""

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.register.describing import is_listed
from giaoluu.register.heads import release
from giaoluu.register.models import (
    Activity,
    Article,
    CaptureRow,
    Claim,
    Commitment,
    Occasion,
    Organisation,
    Person,
    Place,
    Quotation,
    SearchRow,
)
from giaoluu.register.reading_json import unpack_reading

LIKENESS = 0.25
"""Least share of common words at which two files of one name are versions of one page."""


def page_of(capture: Capture, reading: Reading) -> str:
    """Return what the versions of a page share: the id of an entry, an address, or else the name that it goes by.

    Two files of the same name in two folders are two pages, unless their texts are alike.
    """
    if capture.media_type is MediaType.ENTRY:
        return capture.id
    url = reading.article.url or capture.url
    if url:
        return url[:400]
    name, turn = reading.id[:380], 1
    page = name
    while (newest := newest_of(page)) is not None and not _is_alike(newest, reading):
        turn += 1
        page = f"{name} ({turn})"
    return page


def newest_of(page: str) -> Article | None:
    """Return the current version of a page, or None."""
    return Article.objects.filter(page=page, current=True).first()


def add_version(capture: CaptureRow, page: str) -> Article:
    """Return the unsaved article of a new capture: the current version, unless it was got before that one."""
    versions = list(Article.objects.filter(page=page).select_related("capture").order_by("-version"))
    article = Article(capture=capture, page=page, version=versions[0].version + 1 if versions else 1)
    article.kept_by = versions[0].kept_by if versions else ""
    for newest in versions:
        if newest.current and capture.fetched and newest.capture.fetched:
            article.current = capture.fetched >= newest.capture.fetched
    return article


def make_current(article: Article) -> bool:
    """Make a version the current one of its page, and its rows those of lists; say whether anything changed."""
    article.current = True
    article.listed = is_listed(article)
    others = Article.objects.filter(page=article.page, current=True).exclude(pk=article.pk)
    before = list(others.values_list("pk", flat=True))
    changed = others.update(current=False, listed=False)
    changed += Article.objects.filter(pk=article.pk, current=False).update(current=True, listed=article.listed)
    for table in (Activity, Claim, Commitment, Occasion, Organisation, Person, Place, Quotation):
        table.objects.filter(article__in=before).update(current=False)
        table.objects.filter(article=article).update(current=article.listed or table is Claim)
    SearchRow.objects.filter(article__in=before).delete()
    Activity.objects.filter(article=article, rejected=True).update(current=False)
    for number in before:
        release(Article.objects.get(pk=number))
    return bool(changed)


def _is_alike(article: Article, reading: Reading) -> bool:
    """Say whether the newest version of a page and a new text share enough words to be one page."""
    row = article.readings.filter(current=True).first()
    if row is None:
        return True
    old, new = ({*text.split()} for text in (unpack_reading(row.content).article.text, reading.article.text))
    return len(old & new) >= LIKENESS * min(len(old), len(new))
