"""Long lists in pages with addresses that keep the filters."""

from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from giaoluu.web.remembering import listed

PAGE = 50
UNSEEN = {"article": ("folded", "credit", "exchange_reason"), "activity": ("folded",)}
"""Texts of what a row belongs to that no list shows."""
LONGEST_NUMBER = 18
Row = TypeVar("Row", bound=Model)


def page_of(request: HttpRequest, rows: QuerySet[Row]) -> tuple[Page[Row], str]:
    """Return the page that is asked for, and the query that its neighbours share.

    Numbers are paged first, from an index alone, and only then are their rows fetched: a page deep
    in a long list costs little more than the first.
    """
    query = request.GET.copy()
    asked = query.pop("page", ["1"])[-1]
    for name in [name for name, value in query.items() if not value]:
        query.pop(name)
    shared = query.urlencode()
    numbers: Paginator[Any] = Paginator(listed(rows.select_related(None).values_list("pk", flat=True)), PAGE)
    page = numbers.get_page(asked)
    every = rows.model._default_manager.all()
    if named := [name for name in ("article", "activity") if hasattr(rows.model, name)]:
        every = every.select_related(*named).defer(*(f"{name}__{text}" for name in named for text in UNSEEN[name]))
    by_number = every.in_bulk(list(page.object_list))
    page.object_list = [by_number[number] for number in page.object_list if number in by_number]
    return page, f"{shared}&" if shared else ""


def number_in(text: str) -> int | None:
    """Return a row's number, or None for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None
