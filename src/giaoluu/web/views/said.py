"""The lists of statements and of commitments, each with the words in their article."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from giaoluu.model.activities import Strength
from giaoluu.model.errors import RegisterError
from giaoluu.model.links import UndertakingStatus
from giaoluu.register.answering import answer_follow_up
from giaoluu.register.models import Claim, Commitment, FollowUp, Quotation
from giaoluu.register.queries import commitments, quotations
from giaoluu.register.reviewing import open_follow_ups
from giaoluu.web.access import who
from giaoluu.web.filters import StatementForm
from giaoluu.web.remembering import counted, shares
from giaoluu.web.views.paging import number_in, page_of


@dataclass(frozen=True, slots=True)
class Told:
    """A quotation or commitment, and the claim that shows where it stands."""

    row: Quotation | Commitment
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Followed:
    """A commitment with what may have come of it, how often it is said again, and in how many other accounts."""

    row: Quotation | Commitment
    claim: Claim | None
    follow_ups: list[FollowUp]
    again: int
    accounts: int


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    """Show what was said, the newest first; `?act=commit` that alone, `?article=7` of one article."""
    form, article = StatementForm(request.GET), number_in(request.GET.get("article", ""))
    rows = quotations(form.wanted(article)) if form.is_valid() else Quotation.objects.none()
    page, shared = page_of(request, rows)
    return render(request, "web/statements.html", {"form": form, "page": page, "shared": shared, "rows": _told(page)})


@require_safe
def commitment_list(request: HttpRequest) -> HttpResponse:
    """Show what was undertaken, the newest first, by where it stands.

    `?standing=done` that alone, `?strength=w5` signed ones, w1 wishes; `?vague=yes` also what nobody could check;
    `?waiting=yes` those with a follow-up that waits for a person.
    """
    strength, standing = _one_of(Strength, request.GET.get("strength", "")), request.GET.get("standing", "")
    standing = standing if standing in list(UndertakingStatus) else ""
    vague = request.GET.get("vague") == "yes" or strength == Strength.WISH
    side = request.GET.get("side", "")[:2]
    is_waiting = request.GET.get("waiting") == "yes"
    rows = commitments(strength=strength, standing=standing, side=side, vague=vague or is_waiting)
    if is_waiting:
        rows = rows.filter(pk__in=open_follow_ups().values("commitment"))
    page, shared = page_of(request, rows)
    hidden = 0 if vague or is_waiting else counted(commitments(standing=standing, side=side, vague=True))
    counts = shares(commitments(vague=vague), "standing")
    return render(
        request,
        "web/commitments.html",
        {
            "strength": strength,
            "strengths": [code.value for code in Strength],
            "standing": standing,
            "standings": [(code.value, counts[code.value]) for code in UndertakingStatus if code.value in counts],
            "vague": vague,
            "hidden": max(0, hidden - page.paginator.count) if not strength else 0,
            "side": side,
            "waiting": is_waiting,
            "page": page,
            "shared": shared,
            "rows": _followed(_told(page)),
        },
    )


@require_POST
def say_of_follow_up(request: HttpRequest, number: int) -> HttpResponse:
    """Keep what a person makes of a proposed follow-up."""
    rows = FollowUp.objects.select_related("commitment__article", "activity__article")
    follow_up = get_object_or_404(rows, pk=number)
    try:
        answer_follow_up(follow_up, request.POST.get("verdict", ""), who=who(request), why=request.POST.get("why", ""))
    except RegisterError as error:
        return HttpResponseBadRequest(str(error), content_type="text/plain; charset=utf-8")
    shown = "waiting=yes" if request.POST.get("waiting") else "vague=yes"
    return redirect(f"{reverse('web:commitments')}?{shown}#c{follow_up.commitment_id}")


def _followed(told: list[Told]) -> list[Followed]:
    """Return commitments with what may have come of them, how often they are said again, and by whom they are told."""
    numbers = [one.row.pk for one in told]
    follow_ups: dict[int, list[FollowUp]] = {}
    for one in FollowUp.objects.filter(commitment__in=numbers).select_related("activity").order_by("-score"):
        follow_ups.setdefault(one.commitment_id, []).append(one)
    again = dict(
        Commitment.objects.filter(repeats__in=numbers, canonical=None).values_list("repeats").annotate(n=Count("pk"))
    )
    others = dict(Commitment.objects.filter(canonical__in=numbers).values_list("canonical").annotate(n=Count("pk")))
    return [
        Followed(
            one.row, one.claim, follow_ups.get(one.row.pk, []), again.get(one.row.pk, 0), others.get(one.row.pk, 0)
        )
        for one in told
    ]


def _told(page: Page[Any]) -> list[Told]:
    """Return the rows of a page with their claims, found by one question."""
    rows: list[Quotation | Commitment] = list(page.object_list)
    numbers = {row.article_id for row in rows}
    claims = Claim.objects.filter(article__in=numbers, property__in=("quotation", "commitment", "proposal"))
    claims = claims.only("article", "subject")
    by_subject = {(claim.article_id, claim.subject): claim for claim in claims}
    return [Told(row, by_subject.get((row.article_id, row.local))) for row in rows]


def _one_of(codes: type[Strength], asked: str) -> str:
    """Return a code that the list holds, or nothing."""
    return asked if asked in list(codes) else ""
