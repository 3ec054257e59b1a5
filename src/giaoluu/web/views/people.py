"""The list of people, and one person: names, posts, meetings, words, promises."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoluu.model.reading import Reading
from giaoluu.register.models import Activity, Claim, Commitment, Person, Quotation
from giaoluu.register.queries import PersonFilter, people, same_person
from giaoluu.register.showing import claims_of, reading_of
from giaoluu.web.evidence import Evidence, evidence_of
from giaoluu.web.views.paging import page_of

Book = dict[str, dict[str, list[Claim]]]
"""An article's claims by subject and property."""


@dataclass(frozen=True, slots=True)
class Told:
    """A quotation or commitment, and the claim that shows where it stands."""

    row: Quotation | Commitment
    claim: Claim | None


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
    books = {row.article_id: claims_of(row.article) for row in rows}
    names, posts = [], []
    for row in rows:
        reading, claims = reading_of(row.article), books[row.article_id]
        names += _evidence(reading, claims.get(row.local, {}).get("name", []))
        word = next((word for word in reading.people if word.id == row.local), None)
        for post in word.posts if word else ():
            posts += _evidence(reading, claims.get(post.id, {}).get("title", []))
    said = (
        Quotation.objects.filter(person__in=rows).select_related("article", "activity").order_by("-article_id", "start")
    )
    undertaken = Commitment.objects.filter(person__in=rows).select_related("article").order_by("-article_id", "start")
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
            "quotations": [Told(row, _claim(books, row, "quotation")) for row in said],
            "commitments": [Told(row, _claim(books, row, "commitment")) for row in undertaken if not row.proposal],
            "proposals": [Told(row, _claim(books, row, "proposal")) for row in undertaken if row.proposal],
        },
    )


def _claim(books: dict[int, Book], row: Quotation | Commitment, property_: str) -> Claim | None:
    """Return the claim that a quotation or commitment is as a whole."""
    return next(iter(books.get(row.article_id, {}).get(row.local, {}).get(property_, ())), None)


def _evidence(reading: Reading, claims: list[Claim]) -> list[Evidence]:
    """Return claims in their sentences."""
    return [evidence_of(claim, reading.article) for claim in claims]
