"""Series with their editions and gaps, and the other occasions that activities stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoluu.model.mentions import OccasionKind
from giaoluu.register.models import Activity, Occasion
from giaoluu.web.views.paging import PAGE

MOST_GAPS = 30
"""Editions without a report that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition with the activities that tell of it; none where no report does."""

    number: int | None
    activities: tuple[Activity, ...]


@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    """Show the series, those with most activities first; `?kind=programme` programmes, and so on."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in list(OccasionKind) else OccasionKind.SERIES.value
    counted = Occasion.objects.filter(current=True).values_list("kind").annotate(count=Count("key", distinct=True))
    groups = (
        Occasion.objects.filter(current=True, kind=kind)
        .values("key")
        .annotate(
            number=Min("pk"),
            title=Min("title"),
            count=Count("activity", distinct=True),
            first=Min("edition"),
            last=Max("edition"),
            editions=Count("edition", distinct=True),
            newest=Max("activity__sorted_by"),
        )
        .order_by("-count", "title")
    )
    page = Paginator(list(groups), PAGE).get_page(request.GET.get("page"))
    newest = _newest(kind, {one["key"]: one["newest"] for one in page if one["newest"]})
    context = {"kind": kind, "kinds": dict(counted.order_by()), "page": page, "shared": f"kind={kind}&"}
    context["rows"] = [{**one, "date": newest.get(one["key"], "")} for one in page]
    return render(request, "web/series_list.html", context)


@require_safe
def series_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one series: its editions, the latest first, and those that no report tells of."""
    occasion = get_object_or_404(Occasion, pk=number)
    rows = Occasion.objects.filter(kind=occasion.kind, key=occasion.key, current=True, activity__isnull=False)
    found: dict[int | None, dict[int, Activity]] = {}
    for row in rows.select_related("activity__article", "activity__canonical__article"):
        activity = row.activity and (row.activity.canonical or row.activity)
        if activity is not None:
            found.setdefault(row.edition, {})[activity.pk] = activity
    names = list(dict.fromkeys(rows.order_by("pk").values_list("title", flat=True)[:200]))
    context = {"occasion": occasion, "names": names, "editions": list(_editions(found))}
    return render(request, "web/series.html", context)


def _newest(kind: str, days: dict[str, date]) -> dict[str, str]:
    """Return key of a series → the date of its newest activity, as precise as that is."""
    wanted = Q(pk__in=())
    for key, day in days.items():
        wanted |= Q(key=key, activity__sorted_by=day)
    rows = Occasion.objects.filter(wanted, kind=kind, current=True).exclude(activity__date="")
    return dict(rows.values_list("key", "activity__date"))


def _editions(found: dict[int | None, dict[int, Activity]]) -> Iterator[Edition]:
    """Yield the editions from the last to the first, gaps between them too, then what has no number."""
    numbers = sorted((number for number in found if number is not None), reverse=True)
    gaps = set(range(min(numbers), max(numbers))) - set(numbers) if numbers else set()
    shown = {*numbers, *(gaps if len(gaps) <= MOST_GAPS else ())}
    for number in sorted(shown, reverse=True):
        yield Edition(number, _in_order(found.get(number, {})))
    if None in found:
        yield Edition(None, _in_order(found[None]))


def _in_order(activities: dict[int, Activity]) -> tuple[Activity, ...]:
    return tuple(sorted(activities.values(), key=lambda row: (row.sorted_by, row.pk), reverse=True))
