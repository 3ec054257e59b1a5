"""The first page: what the register holds."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoluu.register import clock
from giaoluu.register.models import Activity, Article, Commitment, Person, Quotation
from giaoluu.register.queries import ActivityFilter, activities, commitments
from giaoluu.register.reviewing import what_waits
from giaoluu.web.remembering import remembered

NEWEST = 10
DUE_AHEAD, DUE_BEFORE = timedelta(90), timedelta(180)
"""How far ahead, and how far back, a commitment is due enough to be shown."""


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show counts, the newest activities, and how many there are of each kind."""
    counted = remembered("overview", _count)
    newest = activities(ActivityFilter(main=True))[:NEWEST]
    return render(request, "web/overview.html", {**counted, "newest": newest, "due": _due(), "waits": what_waits()})


def _due() -> QuerySet[Commitment]:
    """Return the commitments that are due soon or were due lately, the first due first."""
    today = clock.today()
    near = commitments().filter(due_latest__range=(today - DUE_BEFORE, today + DUE_AHEAD))
    return near.exclude(standing__in=("done", "dropped")).order_by("due_latest", "pk")[:NEWEST]


def _count() -> dict[str, Any]:
    """Return the counts, and those of each kind with its share of the most frequent one."""
    main = Activity.objects.filter(main=True, current=True, canonical=None)
    kinds = list(main.values_list("kind").annotate(count=Count("pk")).order_by("-count", "kind"))
    most = max((count for _, count in kinds), default=1)
    return {
        "counts": {
            "activities": sum(count for _, count in kinds),
            "people": Person.objects.filter(background=False, current=True, canonical=None).count(),
            "quotations": Quotation.objects.filter(current=True).count(),
            "commitments": Commitment.objects.filter(proposal=False, current=True, canonical=None).count(),
            "articles": Article.objects.filter(current=True).count(),
        },
        "kinds": [(kind, count, round(100 * count / most)) for kind, count in kinds],
    }
