"""The list of people, and one person: names, posts, meetings, words, promises."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoluu.model.reading import Reading
from giaoluu.register.models import Activity, Claim, Commitment, Person, Quotation
from giaoluu.register.queries import PersonFilter, people, same_person
from giaoluu.register.showing import claims_of, reading_of
from giaoluu.web.evidence import Evidence, evidence_of
from giaoluu.web.views.paging import page_of


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """Show the people whose names or posts hold the words."""
    text, background = request.GET.get("text", "")[:200], request.GET.get("background") == "yes"
    page, shared = page_of(request, people(PersonFilter(text=text, background=background)))
    context = {"text": text, "background": background, "page": page, "shared": shared}
    return render(request, "web/people.html", context)


@require_safe
def person_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one person, over all articles whose rows are known to be the same."""
    person = get_object_or_404(Person.objects.select_related("article"), pk=number)
    rows = list(same_person(person)) or [person]
    names, posts = [], []
    for row in rows:
        reading, claims = reading_of(row.article), claims_of(row.article)
        names += _evidence(reading, claims.get(row.local, {}).get("name", []))
        word = next((word for word in reading.people if word.id == row.local), None)
        for post in word.posts if word else ():
            posts += _evidence(reading, claims.get(post.id, {}).get("title", []))
    commitments = Commitment.objects.filter(person__in=rows).select_related("article").order_by("-id")
    met = Activity.objects.filter(participants__person__in=rows).distinct().select_related("article")
    return render(
        request,
        "web/person.html",
        {
            "person": person,
            "rows": rows,
            "names": names,
            "posts": posts,
            "activities": met.order_by("-sorted_by", "-id"),
            "quotations": Quotation.objects.filter(person__in=rows)
            .select_related("article", "activity")
            .order_by("-id"),
            "commitments": [row for row in commitments if not row.proposal],
            "proposals": [row for row in commitments if row.proposal],
        },
    )


def _evidence(reading: Reading, claims: list[Claim]) -> list[Evidence]:
    """Return claims in their sentences."""
    return [evidence_of(claim, reading.article) for claim in claims]
