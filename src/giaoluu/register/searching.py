"""One box over activities, people, bodies, statements and articles.

SQLite asks its own index of words, other stores compare folded text: the same words find the same rows.
"""

from collections.abc import Iterator

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from giaoluu.model.reading import Reading
from giaoluu.register.folding import phrases, tokens
from giaoluu.register.models import Activity, Article, Organisation, Person, Quotation
from giaoluu.register.models.search import SearchRow

SORTS = ("activity", "person", "body", "statement", "article")
"""What can be found."""

LONGEST = 400
"""Code points that a result shows."""

MOST = 2000
"""Candidates that are put in order: the last ones taken in."""


def search(text: str, sort: str = "") -> QuerySet[SearchRow]:
    """Return what holds all words of a query on current pages, the newest first; nothing for a query without words."""
    found = matching(text, sort).filter(article__current=True)
    if connection.vendor == "sqlite":
        found = found.filter(pk__in=matching(text, sort).order_by("-pk").values("pk")[:MOST])
    return found.select_related("article").order_by("-day", "-pk")


def matching(text: str, sort: str = "") -> QuerySet[SearchRow]:
    """Return all rows that hold the words of a query, with or without accents; the last signs of a word may lack."""
    asked = phrases(text)
    if not asked:
        return SearchRow.objects.none()
    found = SearchRow.objects.filter(sort=sort) if sort else SearchRow.objects.all()
    if connection.vendor == "sqlite":
        query = " AND ".join(f'"{" ".join(words)}"*' for words in asked)
        rows = RawSQL("SELECT rowid FROM register_search WHERE register_search MATCH %s", [query])
        return found.filter(pk__in=rows)
    wanted = Q()
    for words in asked:
        wanted &= Q(words__contains=" " + " ".join(words))
    return found.filter(wanted)


def index(article: Article, reading: Reading) -> None:
    """Index an article and what its rows hold, in place of what was indexed of it before."""
    SearchRow.objects.filter(article=article).delete()
    SearchRow.objects.bulk_create(_rows(article, reading))


def _rows(article: Article, reading: Reading) -> Iterator[SearchRow]:
    """Yield what can be found of an article: its paragraphs that are read, activities, people, bodies, statements."""
    day = article.sorted_by
    for zone in reading.article.zones:
        if not zone.kind.is_furniture and zone.repeats is None:
            shown = reading.article.text[zone.start : zone.end]
            yield _row(article, "article", article.pk, shown, words=shown)
    told = {word.id: word.accounts or word.evidence for word in reading.activities}
    for activity in Activity.objects.filter(article=article, rejected=False):
        spans = told.get(activity.local, ())
        row = _row(article, "activity", activity.pk, " … ".join(span.exact for span in spans), words=activity.folded)
        row.day = activity.sorted_by or day
        yield row
    for person in Person.objects.filter(article=article):
        shown = f"{person.name} · {person.post}" if person.post else person.name
        yield _row(article, "person", person.pk, shown, words=person.folded)
    for body in Organisation.objects.filter(article=article):
        yield _row(article, "body", body.pk, body.name, words=body.folded)
    for said in Quotation.objects.filter(article=article):
        yield _row(article, "statement", said.pk, said.text, words=f"{said.speaker} {said.text}")


def _row(article: Article, sort: str, number: int, shown: str, *, words: str) -> SearchRow:
    """Return one row; every word of it has a space in front."""
    folded = " " + " ".join(tokens(words))
    return SearchRow(article=article, sort=sort, row=number, day=article.sorted_by, words=folded, shown=shown[:LONGEST])
