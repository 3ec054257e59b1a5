"""The API that reads: lists and single things, with the filters of the pages."""

from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from giaoluu.register import queries
from giaoluu.register.captures import fetch
from giaoluu.register.folding import fold
from giaoluu.register.models import (
    Activity,
    Article,
    CaptureRow,
    Claim,
    Commitment,
    Judgement,
    Organisation,
    Person,
    Place,
    Quotation,
)
from giaoluu.register.queries import ActivityFilter, PersonFilter, StatementFilter
from giaoluu.register.reviewing import waiting
from giaoluu.register.searching import Wanted, matching, search
from giaoluu.register.showing import reading_of, show
from giaoluu.web.api import asking, shapes, shaping
from giaoluu.web.api.paging import page_with, paged

router = Router()
Row = TypeVar("Row", bound=Model)
_FILE = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
BYTES = {"responses": {200: {"description": "The bytes", "content": _FILE}}}
COLUMNS = {"date": "sorted_by", "published": "sorted_by"}
"""What an order is called → the column."""


def _ordered(rows: QuerySet[Row], order: str) -> QuerySet[Row]:
    """Return rows in an order that names every row's place."""
    sign, column = ("-" if order.startswith("-") else ""), order.lstrip("-")
    columns = [f"{sign}{COLUMNS.get(column, column)}", *([f"{sign}id"] if column != "id" else [])]
    return rows.order_by(*columns)


@router.get("/activities", response=shapes.Page[shapes.ActivityShape], url_name="activities")
def list_activities(request: HttpRequest, asked: Query[asking.Activities]) -> object:
    """Activities, the newest first."""
    wanted = ActivityFilter(asked.text, asked.kind, asked.country, asked.since, asked.until, asked.status, asked.main)
    return paged(request, _ordered(queries.activities(wanted), asked.order), asked, shaping.activity)


@router.get("/activities/{number}", response=shapes.WholeActivity, url_name="activity")
def one_activity(request: HttpRequest, number: asking.Number) -> object:
    """Return one activity with who took part, what was said and promised, and the claims of its fields."""
    get_object_or_404(Activity, pk=number)
    record = show(number)
    claims = record.claims.get(record.activity.local, {})
    return shapes.WholeActivity(
        **shaping.activity(record.activity).model_dump(),
        participants=[shaping.participant(row) for row in record.participants],
        statements=[shaping.statement(row) for row in record.quotations],
        commitments=[shaping.commitment(row) for row in record.commitments],
        parts=[row.pk for row in record.parts],
        claims=[shaping.claim(claim) for found in claims.values() for claim in found],
    )


@router.get("/people", response=shapes.Page[shapes.PersonShape], url_name="people")
def list_people(request: HttpRequest, asked: Query[asking.People]) -> object:
    """People, by name; those only spoken of (`background`) apart."""
    rows = queries.people(PersonFilter(asked.text, asked.country, asked.background))
    return paged(request, _ordered(rows, asked.order), asked, shaping.person)


@router.get("/people/{number}", response=shapes.PersonShape, url_name="person")
def one_person(request: HttpRequest, number: asking.Number) -> object:
    """Return one person."""
    return shaping.person(get_object_or_404(Person, pk=number))


@router.get("/bodies", response=shapes.Page[shapes.BodyShape], url_name="bodies")
def list_bodies(request: HttpRequest, asked: Query[asking.Named]) -> object:
    """Bodies and delegations, by name."""
    rows = Organisation.objects.filter(current=True)
    if asked.country:
        rows = rows.filter(country=asked.country.upper())
    if asked.text.strip():
        rows = rows.filter(pk__in=matching(asked.text, "body"))
    return paged(request, _ordered(rows, asked.order), asked, shaping.body)


@router.get("/bodies/{number}", response=shapes.BodyShape, url_name="body")
def one_body(request: HttpRequest, number: asking.Number) -> object:
    """Return one body."""
    return shaping.body(get_object_or_404(Organisation, pk=number))


@router.get("/places", response=shapes.Page[shapes.PlaceShape], url_name="places")
def list_places(request: HttpRequest, asked: Query[asking.Places]) -> object:
    """Places, the last taken in first; words are looked for in their names."""
    rows = Place.objects.filter(current=True)
    if asked.country:
        rows = rows.filter(country=asked.country.upper())
    for word in fold(asked.text).split():
        rows = rows.filter(folded__contains=word)
    return paged(request, _ordered(rows, asked.order), asked, shaping.place)


@router.get("/places/{number}", response=shapes.PlaceShape, url_name="place")
def one_place(request: HttpRequest, number: asking.Number) -> object:
    """Return one place."""
    return shaping.place(get_object_or_404(Place, pk=number))


@router.get("/articles", response=shapes.Page[shapes.ArticleShape], url_name="articles")
def list_articles(request: HttpRequest, asked: Query[asking.Articles]) -> object:
    """Current versions of articles, the newest first."""
    rows = queries.articles(asked.text)
    exact = {"language": asked.language, "outlet": asked.outlet}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    return paged(request, _ordered(rows, asked.order), asked, shaping.article)


@router.get("/articles/{number}", response=shapes.WholeArticle, url_name="article")
def one_article(request: HttpRequest, number: asking.Number) -> object:
    """Return one article with its text, its zones and every claim with its span."""
    row = get_object_or_404(Article, pk=number)
    source = reading_of(row).article
    return shapes.WholeArticle(
        **shaping.article(row).model_dump(),
        text=source.text,
        zones=[shapes.ZoneShape(start=zone.start, end=zone.end, kind=str(zone.kind)) for zone in source.zones],
        claims=[shaping.claim(claim) for claim in row.claims.order_by("start", "id")],
    )


@router.get("/statements", response=shapes.Page[shapes.StatementShape], url_name="statements")
def list_statements(request: HttpRequest, asked: Query[asking.Statements]) -> object:
    """What was said, the newest first."""
    wanted = StatementFilter(asked.text, asked.act, asked.country, asked.since, asked.until, asked.article)
    rows = queries.quotations(wanted)
    return paged(request, _ordered(rows, asked.order), asked, shaping.statement)


@router.get("/statements/{number}", response=shapes.StatementShape, url_name="statement")
def one_statement(request: HttpRequest, number: asking.Number) -> object:
    """Return one statement."""
    return shaping.statement(get_object_or_404(Quotation, pk=number))


@router.get("/commitments", response=shapes.Page[shapes.CommitmentShape], url_name="commitments")
def list_commitments(request: HttpRequest, asked: Query[asking.Commitments]) -> object:
    """What was undertaken, the newest first."""
    rows = queries.commitments(strength=asked.strength)
    if asked.article is not None:
        rows = rows.filter(article=asked.article)
    return paged(request, _ordered(rows, asked.order), asked, shaping.commitment)


@router.get("/commitments/{number}", response=shapes.CommitmentShape, url_name="commitment")
def one_commitment(request: HttpRequest, number: asking.Number) -> object:
    """Return one undertaking."""
    return shaping.commitment(get_object_or_404(Commitment, pk=number))


@router.get("/claims", response=shapes.Page[shapes.ClaimShape], url_name="claims")
def list_claims(request: HttpRequest, asked: Query[asking.Claims]) -> object:
    """Claims of an article in the order of its text; without one, those that wait for a person."""
    rows = waiting()
    if asked.article is not None:
        rows = Claim.objects.filter(article=asked.article).order_by("start", "end", "id")
    exact = {"property": asked.property, "verdict": asked.verdict}
    return paged(request, rows.filter(**{name: value for name, value in exact.items() if value}), asked, shaping.claim)


@router.get("/claims/{number}", response=shapes.ClaimShape, url_name="claim")
def one_claim(request: HttpRequest, number: asking.Number) -> object:
    """Return one claim; its ETag, sent as If-Match with a decision, keeps two people from deciding at once."""
    return shaping.claim(get_object_or_404(Claim, pk=number))


@router.get("/judgements/{number}", response=shapes.JudgementShape, url_name="judgement")
def one_judgement(request: HttpRequest, number: asking.Number) -> object:
    """Return one decision."""
    return shaping.judgement(get_object_or_404(Judgement.objects.select_related("undone_by"), pk=number))


@router.get("/captures/{number}", response=shapes.CaptureShape, url_name="capture")
def one_capture(request: HttpRequest, number: asking.Number) -> object:
    """Return what is known of one capture."""
    return shaping.capture(get_object_or_404(CaptureRow.objects.select_related("article"), pk=number))


@router.get("/captures/{number}/content", url_name="capture_content", openapi_extra=BYTES)
def capture_content(request: HttpRequest, number: asking.Number) -> HttpResponse:
    """Return the bytes of a capture, checked against their digest, as a file to keep: never shown as a page of ours."""
    row = get_object_or_404(CaptureRow, pk=number)
    content = fetch(Path(settings.GIAOLUU_HOME), row.digest)
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{row.digest[:16]}.bin"'
    return response


@router.get("/search", response=shapes.Page[shapes.FoundShape], url_name="search")
def search_all(request: HttpRequest, asked: Query[asking.Searched]) -> object:
    """What holds all words, in any script, with or without accents; the newest first, at most the last 1,000."""
    wanted = asked.model_dump(exclude={"page", "size"})
    found = search(Wanted(**wanted))
    start = (asked.page - 1) * asked.size
    items = [shaping.found(row) for row in found.rows(start, start + asked.size)]
    return page_with(request, items, asked, total=found.total)
