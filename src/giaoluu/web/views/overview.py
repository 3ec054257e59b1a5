"""The first page: what the register holds."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoluu.register.models import Activity, Article, Commitment, Person, Quotation
from giaoluu.register.queries import ActivityFilter, activities

NEWEST = 10


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show counts, the newest activities, and how many there are of each kind."""
    kinds = (
        Activity.objects.filter(main=True, current=True).values("kind").annotate(count=Count("pk")).order_by("-count")
    )
    most = max((row["count"] for row in kinds), default=1)
    return render(
        request,
        "web/overview.html",
        {
            "counts": {
                "activities": Activity.objects.filter(main=True, current=True).count(),
                "people": Person.objects.filter(background=False, current=True).count(),
                "quotations": Quotation.objects.filter(current=True).count(),
                "commitments": Commitment.objects.filter(proposal=False, current=True).count(),
                "articles": Article.objects.filter(current=True).count(),
            },
            "newest": activities(ActivityFilter(main=True))[:NEWEST],
            "kinds": [(row["kind"], row["count"], round(100 * row["count"] / most)) for row in kinds],
        },
    )
