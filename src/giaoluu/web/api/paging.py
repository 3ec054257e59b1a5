"""Lists of the API in pages with a total, and addresses of the pages beside."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from ninja import Field, Schema

from giaoluu.web.api.shapes import Page
from giaoluu.web.remembering import listed

MOST = 200
Row = TypeVar("Row", bound=Model)
Item = TypeVar("Item")


class Asked(Schema):
    """Which page of a list, and how long it is."""

    page: int = Field(1, ge=1, le=1_000_000)
    size: int = Field(50, ge=1, le=MOST)


def paged(
    request: HttpRequest, rows: QuerySet[Row], asked: Asked, shape: Callable[[Row], Item], *joined: str
) -> Page[Item]:
    """Return a page of rows in their shape: numbers first, from an index alone, then the rows by one question.

    A great total is counted once until something is taken in; `joined` names what a shape needs of other tables.
    """
    numbers = listed(rows.select_related(None).values_list("pk", flat=True))
    total = len(numbers)
    start = (asked.page - 1) * asked.size
    wanted = numbers[start : start + asked.size]
    every = rows.model._default_manager.select_related(*joined) if joined else rows.model._default_manager.all()
    by_number = every.in_bulk(wanted) if wanted else {}
    return page_with(request, [shape(by_number[one]) for one in wanted if one in by_number], asked, total=total)


def page_with(request: HttpRequest, items: Sequence[Item], asked: Asked, *, total: int) -> Page[Item]:
    """Return a page with the addresses of its neighbours."""
    pages = max(1, -(-total // asked.size))

    def beside(number: int) -> str | None:
        if not 1 <= number <= pages:
            return None
        query = request.GET.copy()
        query["page"] = str(number)
        return f"{request.path}?{query.urlencode()}"

    following, before = beside(asked.page + 1), beside(asked.page - 1)
    return Page[Item](items=list(items), total=total, page=asked.page, pages=pages, next=following, previous=before)
