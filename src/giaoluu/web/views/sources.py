"""Who reports: outlets with their articles, languages and days, and the feeds that are watched."""

from django.core.paginator import Paginator
from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoluu.register.models import Article, Feed
from giaoluu.register.models.pages import NO_DAY
from giaoluu.web.remembering import remembered
from giaoluu.web.views.paging import PAGE


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """Show the outlets, those with most articles first, and the feeds with what failed of them."""
    dated = Q(sorted_by__gt=NO_DAY)
    groups = (
        Article.objects.filter(current=True)
        .values("outlet", "language")
        .annotate(
            count=Count("pk"),
            exchange=Count("pk", filter=Q(is_exchange=True)),
            dated=Count("pk", filter=dated),
            first=Min("sorted_by", filter=dated),
            last=Max("sorted_by", filter=dated),
        )
        .order_by("-count", "outlet")
    )
    page = Paginator(remembered("sources", lambda: list(groups)), PAGE).get_page(request.GET.get("page"))
    return render(request, "web/sources.html", {"page": page, "shared": "", "feeds": Feed.objects.order_by("address")})
