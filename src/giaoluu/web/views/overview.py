"""The first page: what the register holds."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoluu.register.models import Activity, Article, Commitment, Person, Quotation
from giaoluu.register.queries import ActivityFilter, activities
from giaoluu.web.remembering import remembered

NEWEST = 10


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show counts, the newest activities, and how many there are of each kind."""
    counted = remembered("overview", _count)
    return render(request, "web/overview.html", {**counted, "newest": activities(ActivityFilter(main=True))[:NEWEST]})


def _count() -> dict[str, Any]:
    """Return the counts, and those of each kind with its share of the most frequent one."""
    main = Activity.objects.filter(main=True, current=True)
    kinds = list(main.values_list("kind").annotate(count=Count("pk")).order_by("-count", "kind"))
    most = max((count for _, count in kinds), default=1)
    return {
        "counts": {
            "activities": sum(count for _, count in kinds),
            "people": Person.objects.filter(background=False, current=True).count(),
            "quotations": Quotation.objects.filter(current=True).count(),
            "commitments": Commitment.objects.filter(proposal=False, current=True).count(),
            "articles": Article.objects.filter(current=True).count(),
        },
        "kinds": [(kind, count, round(100 * count / most)) for kind, count in kinds],
    }
