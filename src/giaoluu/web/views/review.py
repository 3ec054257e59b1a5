"""Review: one claim at a time with its sentence in its article, decided by buttons or keys, and taken back anywhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoluu.model.errors import RegisterError
from giaoluu.register.judging import adrift, decisions, judge, latest_on
from giaoluu.register.models import Claim, Judgement
from giaoluu.register.proposing import proposals_on
from giaoluu.register.reviewing import behind, first_waiting, next_waiting, waiting, what_waits
from giaoluu.register.showing import reading_of
from giaoluu.register.taking_back import take_back as undo
from giaoluu.web.access import who
from giaoluu.web.choices import choices_for
from giaoluu.web.evidence import evidence_of
from giaoluu.web.marking import mark, stretches
from giaoluu.web.views.paging import number_in, page_of
from giaoluu.web.words import DATES
from giaoluu.web.written import held, in_field


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """Show the claim that waits next: `?after=7` the one behind 7, `?claim=7` that one, `?article=3` of that one."""
    article = number_in(request.GET.get("article", ""))
    last, asked = None, number_in(request.GET.get("claim", ""))
    if asked:
        claim: Claim | None = get_object_or_404(Claim.objects.select_related("article"), pk=asked)
    else:
        last = Claim.objects.filter(pk=number_in(request.GET.get("after", "")) or 0).first()
        claim = _next(last, article)
    done = Judgement.objects.filter(pk=number_in(request.GET.get("done", "")) or 0, undone_by=None).first()
    back = f"{reverse('web:review')}?claim={last.pk}" if not asked and last else reverse("web:review")
    return _screen(request, claim, done=done, back_to_done=back)


@require_POST
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Keep a decision on a claim and go on to the next one."""
    claim = get_object_or_404(Claim.objects.select_related("article"), pk=number)
    if request.POST.get("seen", "") != seen(claim):
        message = _("Somebody decided this in the meantime: look again.")
        return _screen(request, claim, problem=message, status=409)
    value = held(claim.property, request.POST.get("value", "")[:2000], near=claim.article.published)
    try:
        made = judge(
            claim,
            request.POST.get("verdict", ""),
            who=who(request),
            value=value,
            why=request.POST.get("why", "")[:2000],
        )
    except RegisterError:
        return _screen(request, claim, problem=_("This value cannot stand in this field."), status=400, value=value)
    article = number_in(request.POST.get("article", ""))
    asked = {"after": claim.pk, "done": made.pk, **({"article": article} if article else {})}
    return redirect(f"{reverse('web:review')}?{urlencode(asked)}")


@require_safe
def decision_list(request: HttpRequest) -> HttpResponse:
    """Show every decision with who, when and why, first those that found no certain place."""
    page, shared = page_of(request, decisions())
    rows = Judgement.objects.select_related("undone_by", "undoes").in_bulk([row.pk for row in page.object_list])
    page.object_list = [rows[row.pk] for row in page.object_list]
    standing = [row for row in page.object_list if row.verdict != "undo" and not hasattr(row, "undone_by")]
    steps = {row.batch: row.pk for row in reversed(standing) if row.batch}
    shown = {"page": page, "shared": shared, "adrift": adrift(), "steps": set(steps.values())}
    return render(request, "web/decisions.html", shown)


@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take a decision back and return to where that was asked."""
    try:
        undo(get_object_or_404(Judgement, pk=number), who=who(request))
    except RegisterError as error:
        return HttpResponseBadRequest(str(error), content_type="text/plain; charset=utf-8")
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if safe else reverse("web:decisions"))


def seen(claim: Claim) -> str:
    """Return what a form remembers of a claim, to tell whether somebody decided it meanwhile."""
    return f"{claim.verdict} {claim.corrected}"


def _next(last: Claim | None, article: int | None) -> Claim | None:
    """Return the claim that waits behind another one: in an article by its text, else proposals first."""
    if article is not None:
        return (behind(last, article) if last else waiting(article)).first()
    return next_waiting(last) if last else first_waiting()


def _screen(request: HttpRequest, claim: Claim | None, **more: Any) -> HttpResponse:
    """Return the screen of one claim."""
    status = more.pop("status", 200)
    article = number_in(request.POST.get("article", "") or request.GET.get("article", ""))
    context: dict[str, Any] = {"claim": claim, "article_asked": article, "waits": what_waits(), **more}
    if claim is not None:
        reading = reading_of(claim.article)
        context |= {
            "article": claim.article,
            "evidence": evidence_of(claim, reading.article),
            "zones": [
                zone
                for stretch in stretches(mark(reading, [claim], claim.pk))
                if not stretch.furniture
                for zone in stretch.zones
            ],
            "seen": seen(claim),
            "value": in_field(claim.property, more.get("value") or claim.effective()),
            "is_date": claim.property in DATES,
            "proposals": proposals_on(claim),
            "latest": latest_on(claim) if claim.verdict else None,
            "activity": claim.article.activities.filter(local=claim.subject).first(),
            **choices_for(claim),
        }
    return render(request, "web/review.html", context, status=status)
