"""What can be found of an article: its paragraphs that are read, its activities, people, bodies and statements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Model

from giaoluu.model.reading import Reading
from giaoluu.register.folding import folded_words
from giaoluu.register.marks import Days, marks
from giaoluu.register.models import Activity, Article, Organisation, Person, Quotation, SearchRow
from giaoluu.register.models.pages import NO_DAY
from giaoluu.register.spoken_names import add_names


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of an article that can be found."""

    activities: Iterable[Activity]
    people: Iterable[Person]
    bodies: Iterable[Organisation]
    said: Iterable[Quotation]


class Entry(NamedTuple):
    """The columns of a row of search."""

    article_id: int
    sort: str
    row: int
    day: date
    earliest: date | None
    latest: date | None
    kind: str
    countries: str
    language: str
    words: str
    marks: str
    shown: str


class Findable(NamedTuple):
    """One thing that can be found: what it is, its number, its text as written, its words, its countries.

    `day` is what it is sorted by, `days` when it may have been: those of its article where nothing is said.
    """

    sort: str
    number: int
    shown: str
    words: str
    countries: str = ""
    kind: str = ""
    day: date | None = None
    days: Days | None = None


def rows_in(saved: Mapping[type[Model], Sequence[Any]]) -> PageRows:
    """Return the rows that can be found among those of an article."""
    activities = [row for row in saved.get(Activity, ()) if not row.rejected]
    return PageRows(activities, *(saved.get(table, ()) for table in (Person, Organisation, Quotation)))


def rows_of(article: Article) -> PageRows:
    """Return the rows of an article that can be found."""
    tables = (Activity, Person, Organisation, Quotation)
    return rows_in({table: list(table._default_manager.filter(article=article)) for table in tables})


def index(article: Article, reading: Reading, rows: PageRows, *, new: bool = False) -> None:
    """Index a page in place of what was indexed of it before; an old version is not to be found."""
    if not new:
        SearchRow.objects.filter(article=article).delete()
    if not article.current:
        return
    SearchRow.objects.bulk_create(SearchRow(**row._asdict()) for row in search_rows(article, reading, rows))
    if article.listed:
        add_names(form for person in rows.people for form in person.forms)


def search_rows(article: Article, reading: Reading, rows: PageRows) -> Iterator[Entry]:
    """Yield what can be found of an article, from its rows; of one that lists do not show, its lines alone."""
    for zone in reading.article.zones:
        if not zone.kind.is_furniture and zone.repeats is None:
            shown = reading.article.text[zone.start : zone.end]
            yield _row(article, Findable("article", article.pk, shown, shown))
    if not article.listed:
        return
    told = {word.id: word.accounts or word.evidence for word in reading.activities}
    for one in rows.activities:
        shown = " … ".join(dict.fromkeys(span.exact for span in told.get(one.local, ())))
        day = one.sorted_by if one.sorted_by != NO_DAY else None
        days = (one.earliest, one.latest)
        yield _row(article, Findable("activity", one.pk, shown, one.folded, one.countries, one.kind, day, days))
    for person in rows.people:
        shown = f"{person.name} · {person.post}" if person.post else person.name
        yield _row(article, Findable("person", person.pk, shown, person.folded, person.country))
    for body in rows.bodies:
        yield _row(article, Findable("body", body.pk, body.name, body.folded, body.country))
    for said in rows.said:
        yield _row(article, Findable("statement", said.pk, said.text, f"{said.speaker} {said.text}", said.sides))


def _row(article: Article, found: Findable) -> Entry:
    """Return one row; it may have been on the day of its article."""
    own, language = article.sorted_by, article.language
    known = own if own != NO_DAY else None
    days = found.days or (known, known)
    of_filters = marks(found.sort, found.kind, found.countries, language, days)
    return Entry(
        article.pk,
        found.sort,
        found.number,
        found.day or own,
        *days,
        found.kind,
        found.countries,
        language,
        f" {folded_words(found.words)}",
        of_filters,
        found.shown,
    )
