"""The API that reads what holds articles together: series, pairs that may be one, follow-ups, sources."""

from django.db.models import Count, Max, Min, Q
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from giaoluu.register.models import Article, FollowUp, Occasion, Question
from giaoluu.register.models.pages import NO_DAY
from giaoluu.web.api import asking, shapes
from giaoluu.web.api import shapes_together as forms
from giaoluu.web.api.paging import Asked, page_with, paged

router = Router()


@router.get("/series", response=shapes.Page[forms.SeriesShape], url_name="series")
def list_series(request: HttpRequest, asked: Query[asking.Series]) -> object:
    """Series, or occasions of another kind, those with most activities first."""
    rows = (
        Occasion.objects.filter(current=True, kind=asked.kind)
        .values("kind", "key")
        .annotate(
            number=Min("pk"),
            name=Min("title"),
            activities=Count("activity", distinct=True),
            first=Min("edition"),
            last=Max("edition"),
            told=Count("edition", distinct=True),
        )
        .order_by("-activities", "key")
    )
    start = (asked.page - 1) * asked.size
    items = [
        forms.SeriesShape(
            id=row["number"], kind=row["kind"], key=row["key"], name=row["name"], activities=row["activities"],
            first=row["first"], last=row["last"], told=row["told"],
        )
        for row in rows[start : start + asked.size]
    ]  # fmt: skip
    return page_with(request, items, asked, total=rows.count())


@router.get("/series/{number}", response=forms.WholeSeries, url_name="one_series")
def one_series(request: HttpRequest, number: asking.Number) -> object:
    """Return one series with its editions, the last first; those that no report tells of are left out."""
    first = get_object_or_404(Occasion, pk=number)
    rows = Occasion.objects.filter(current=True, kind=first.kind, key=first.key)
    editions: dict[int | None, set[int]] = {}
    for edition, activity in rows.values_list("edition", "activity"):
        editions.setdefault(edition, set()).update({activity} - {None})
    if not editions:
        raise Http404("the series is told of no more")
    counted = [edition for edition in editions if edition is not None]
    names = sorted(set(rows.values_list("title", flat=True)))
    order = sorted(editions, key=lambda edition: (edition is not None, edition or 0), reverse=True)
    return forms.WholeSeries(
        id=number,
        kind=first.kind,
        key=first.key,
        name=names[0],
        names=names,
        activities=len(set().union(*editions.values())),
        first=min(counted, default=None),
        last=max(counted, default=None),
        told=len(counted),
        editions=[forms.EditionShape(number=one, activities=sorted(editions[one])) for one in order],
    )


@router.get("/pairs", response=shapes.Page[forms.PairShape], url_name="pairs")
def list_pairs(request: HttpRequest, asked: Query[asking.Pairs]) -> object:
    """Return two people or two activities each that may be one and wait for a person, the most likely first."""
    rows = Question.objects.order_by("-score", "pk")
    return paged(request, rows.filter(sort=asked.sort) if asked.sort else rows, asked, _pair)


@router.get("/pairs/{number}", response=forms.PairShape, url_name="pair")
def one_pair(request: HttpRequest, number: asking.Number) -> object:
    """Return one pair; once answered it is gone (404)."""
    return _pair(get_object_or_404(Question, pk=number))


@router.get("/follow-ups", response=shapes.Page[forms.FollowUpShape], url_name="follow_ups")
def list_follow_ups(request: HttpRequest, asked: Query[asking.FollowUps]) -> object:
    """Later activities that may have to do with a commitment; `verdict=none` those that wait for a person."""
    rows = FollowUp.objects.order_by("-score", "pk")
    if asked.commitment is not None:
        rows = rows.filter(commitment=asked.commitment)
    if asked.verdict:
        rows = rows.filter(verdict="" if asked.verdict == "none" else asked.verdict)
    return paged(request, rows, asked, follow_up_shape)


@router.get("/follow-ups/{number}", response=forms.FollowUpShape, url_name="follow_up")
def one_follow_up(request: HttpRequest, number: asking.Number) -> object:
    """Return one follow-up."""
    return follow_up_shape(get_object_or_404(FollowUp, pk=number))


@router.get("/sources", response=shapes.Page[forms.SourceShape], url_name="sources")
def list_sources(request: HttpRequest, asked: Query[Asked]) -> object:
    """Outlets with the languages that they report in, those with most articles first."""
    dated = Q(sorted_by__gt=NO_DAY)
    rows = list(
        Article.objects.filter(current=True)
        .values("outlet", "language")
        .annotate(
            articles=Count("pk"),
            exchanges=Count("pk", filter=Q(is_exchange=True)),
            first=Min("sorted_by", filter=dated),
            last=Max("sorted_by", filter=dated),
        )
        .order_by("-articles", "outlet", "language")
    )
    start = (asked.page - 1) * asked.size
    items = [forms.SourceShape(**row) for row in rows[start : start + asked.size]]
    return page_with(request, items, asked, total=len(rows))


def _pair(row: Question) -> forms.PairShape:
    """Return a pair."""
    return forms.PairShape(
        id=row.pk, sort=row.sort, left=row.left, right=row.right, score=row.score, reason=row.reason
    )  # fmt: skip


def follow_up_shape(row: FollowUp) -> forms.FollowUpShape:
    """Return a follow-up."""
    return forms.FollowUpShape(
        id=row.pk, commitment=row.commitment_id, activity=row.activity_id, relation=row.relation, score=row.score,
        reason=row.reason, verdict=row.verdict,
    )  # fmt: skip
