"""Long lists in pages with addresses that keep the filters."""

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

PAGE = 50


def page_of(request: HttpRequest, rows: QuerySet[Model]) -> tuple["Page[Model]", str]:
    """Return the page that is asked for, and the query that its neighbours share."""
    query = request.GET.copy()
    asked = query.pop("page", ["1"])[-1]
    for name in [name for name, value in query.items() if not value]:
        query.pop(name)
    shared = query.urlencode()
    return Paginator(rows, PAGE).get_page(asked), f"{shared}&" if shared else ""
