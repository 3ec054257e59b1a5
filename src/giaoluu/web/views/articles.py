"""The list of articles, and one article with its zones and every fact marked where it stands."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoluu.model.errors import RegisterError
from giaoluu.register.models import Article
from giaoluu.register.queries import articles
from giaoluu.register.showing import reading_of
from giaoluu.web.marking import Sorter, mark, stretches
from giaoluu.web.views.paging import page_of


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Show the articles whose title, outlet or people hold the words."""
    text = request.GET.get("text", "")[:200]
    page, shared = page_of(request, articles(text))
    return render(request, "web/articles.html", {"text": text, "page": page, "shared": shared})


@require_safe
def article_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one article; `?claim=7` marks the words of that claim."""
    article = get_object_or_404(Article.objects.select_related("capture"), pk=number)
    try:
        reading = reading_of(article)
    except RegisterError as error:
        raise Http404(str(error)) from error
    claims = list(article.claims.order_by("start", "end", "id"))
    asked = request.GET.get("claim", "")
    chosen = next((claim for claim in claims if str(claim.pk) == asked), None)
    sorter = Sorter(reading)
    return render(
        request,
        "web/article.html",
        {
            "article": article,
            "reading": reading,
            "stretches": tuple(stretches(mark(reading, claims, chosen.pk if chosen else None))),
            "chosen": chosen,
            "claims": [(claim, sorter.sort(claim)) for claim in claims],
            "activities": article.activities.order_by("-main", "start"),
            "people": article.person_rows.order_by("id"),
            "versions": Article.objects.filter(page=article.page).exclude(pk=article.pk).order_by("-version"),
            "newest": None if article.current else Article.objects.filter(page=article.page, current=True).first(),
        },
    )
