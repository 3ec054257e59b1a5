"""One search box: results of every sort with the words that were found."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoluu.register.models import SearchRow
from giaoluu.register.searching import SORTS, search
from giaoluu.web.views.paging import page_of


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what holds the words; `?sort=person` that alone."""
    text, sort = request.GET.get("text", "")[:200], request.GET.get("sort", "")
    sort = sort if sort in SORTS else ""
    rows = search(text, sort) if text.strip() else SearchRow.objects.none()
    page, shared = page_of(request, rows)
    return render(
        request, "web/search.html", {"text": text, "sort": sort, "sorts": SORTS, "page": page, "shared": shared}
    )
