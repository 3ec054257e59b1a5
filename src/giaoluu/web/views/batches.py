"""Review of one article in one step: what stands on its words, or what was selected; one undo for all of it."""

from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from giaoluu.model.errors import RegisterError
from giaoluu.register.judging import batch_of, judge_all, undo_all
from giaoluu.register.models import Article, Claim, Judgement
from giaoluu.register.proposing import open_proposals
from giaoluu.register.reviewing import on_their_words, waiting
from giaoluu.register.showing import reading_of
from giaoluu.web.access import who
from giaoluu.web.choices import choices_for
from giaoluu.web.evidence import Evidence, evidence_of
from giaoluu.web.views.paging import number_in

MOST = 200
"""Claims that are shown at once; the rest comes when these are decided."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim with its sentence, its value in words, and whether it stands on its words alone."""

    claim: Claim
    evidence: Evidence
    value: str
    safe: bool
    proposals: tuple[Judgement, ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
def review_article(request: HttpRequest, number: int) -> HttpResponse:
    """Show what waits in an article; accept or reject what was selected, or accept what stands on its words."""
    article = get_object_or_404(Article.objects.select_related("capture"), pk=number)
    if request.method != "POST":
        return _screen(request, article)
    is_safe = request.POST.get("verdict") == "words"
    verdict = "accept" if is_safe else request.POST.get("verdict", "")
    asked = request.POST.get("safe", "").split() if is_safe else request.POST.getlist("claim")
    wanted = {known for one in asked if (known := number_in(one)) is not None}
    if verdict not in {"accept", "reject"} or not wanted:
        return _screen(request, article, problem=_("Select what you decide on."), status=400)
    with transaction.atomic():
        Article.objects.select_for_update().get(pk=number)
        rows = on_their_words(article, reading_of(article)) if is_safe else waiting(number).filter(pk__in=wanted)
        claims = [row for row in rows if row.pk in wanted]
        if len(claims) < len(wanted):
            return _screen(
                request, article, problem=_("Somebody decided this in the meantime: look again."), status=409
            )
        made = judge_all(claims, verdict, who=who(request), why=request.POST.get("why", "")[:2000])
    return redirect(f"{reverse('web:review_article', args=[number])}?batch={made[0].batch}")


@require_POST
def undo_batch(request: HttpRequest, batch: str) -> HttpResponse:
    """Take back all decisions of one step that still stand."""
    standing = list(batch_of(batch))
    if standing:
        try:
            undo_all(standing, who=who(request))
        except RegisterError as error:
            return render(request, "web/refusal.html", {"team": True, "problem": str(error)}, status=409)
    article = number_in(request.POST.get("article", ""))
    return redirect(reverse("web:review_article", args=[article]) if article else reverse("web:decisions"))


def _screen(request: HttpRequest, article: Article, *, problem: str = "", status: int = 200) -> HttpResponse:
    """Return the claims of an article that wait."""
    reading = reading_of(article)
    safe = {claim.pk for claim in on_their_words(article, reading)}
    offered: dict[int | None, list[Judgement]] = {}
    for anchor in open_proposals().filter(article=article):
        offered.setdefault(anchor.claim_id, []).append(anchor.judgement)
    rows = [
        Asked(
            claim,
            evidence_of(claim, reading.article),
            _value(claim),
            claim.pk in safe,
            tuple(offered.get(claim.pk, ())),
        )
        for claim in waiting(article.pk)[:MOST]
    ]
    done = list(batch_of(request.GET.get("batch", "")[:32]))
    context = {
        "article": article,
        "rows": rows,
        "safe": [row.claim.pk for row in rows if row.safe],
        "more": max(0, waiting(article.pk).count() - MOST),
        "selected": {number_in(one) for one in request.POST.getlist("claim")},
        "done": done,
        "problem": problem,
    }
    return render(request, "web/review_article.html", context, status=status)


def _value(claim: Claim) -> str:
    """Return a claim's value as people say it; that of what is known by an id is its words."""
    offered = choices_for(claim)
    return str(offered["said"] or claim.effective()) if offered["correctable"] else ""
