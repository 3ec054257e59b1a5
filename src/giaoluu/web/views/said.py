"""The lists of statements and of commitments, each with the words in their article."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoluu.model.activities import Act, Strength
from giaoluu.register.models import Claim, Commitment, Quotation
from giaoluu.register.queries import commitments, quotations
from giaoluu.web.views.paging import number_in, page_of


@dataclass(frozen=True, slots=True)
class Told:
    """A quotation or commitment, and the claim that shows where it stands."""

    row: Quotation | Commitment
    claim: Claim | None


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    """Show what was said, the newest first; `?act=commit` that alone, `?article=7` of one article."""
    text, act = request.GET.get("text", "")[:200], _one_of(Act, request.GET.get("act", ""))
    rows = quotations(text, act=act, article=number_in(request.GET.get("article", "")))
    page, shared = page_of(request, rows)
    context = {"text": text, "act": act, "acts": [code.value for code in Act], "page": page, "shared": shared}
    return render(request, "web/statements.html", {**context, "rows": _told(page)})


@require_safe
def commitment_list(request: HttpRequest) -> HttpResponse:
    """Show what was undertaken, the newest first; `?strength=w5` that alone, w1 for wishes."""
    strength = _one_of(Strength, request.GET.get("strength", ""))
    page, shared = page_of(request, commitments(strength=strength))
    context = {"strength": strength, "page": page, "shared": shared}
    context["strengths"] = [code.value for code in Strength]
    return render(request, "web/commitments.html", {**context, "rows": _told(page)})


def _told(page: Page[Any]) -> list[Told]:
    """Return the rows of a page with their claims, found by one question."""
    rows: list[Quotation | Commitment] = list(page.object_list)
    wanted = Q(pk__in=())
    for row in rows:
        wanted |= Q(article=row.article_id, subject=row.local)
    claims = Claim.objects.filter(wanted, property__in=("quotation", "commitment", "proposal"))
    by_subject = {(claim.article_id, claim.subject): claim for claim in claims}
    return [Told(row, by_subject.get((row.article_id, row.local))) for row in rows]


def _one_of(codes: type[Act] | type[Strength], asked: str) -> str:
    """Return a code that the list holds, or nothing."""
    return asked if asked in list(codes) else ""
