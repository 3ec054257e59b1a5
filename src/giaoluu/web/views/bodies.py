"""The list of bodies, and one body: its names, who held which post there, and what it took part in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoluu.register.folding import fold
from giaoluu.register.models import Activity, Organisation, Person, Quotation
from giaoluu.register.showing import reading_of
from giaoluu.web.choices import countries_of
from giaoluu.web.evidence import Evidence, evidence_of
from giaoluu.web.views.paging import page_of

DELEGATION = "delegation"
MOST_ROWS = 50
"""Activities and statements that a body's page lists."""

MOST_READ = 12
"""Articles that are asked who has a post in a body, the newest first."""


@require_safe
def body_list(request: HttpRequest) -> HttpResponse:
    """Show the bodies whose names hold the words, each once; `?delegations=yes` delegations."""
    text, delegations = request.GET.get("text", "")[:200], request.GET.get("delegations") == "yes"
    country = request.GET.get("country", "")[:8].upper()
    rows = Organisation.objects.filter(current=True, canonical=None)
    rows = rows.filter(country=country) if country else rows
    rows = rows.filter(kind=DELEGATION) if delegations else rows.exclude(kind=DELEGATION)
    for word in fold(text).split():
        rows = rows.filter(folded__contains=word)
    page, shared = page_of(request, rows.order_by("name", "id"))
    context = {"text": text, "delegations": delegations, "page": page, "shared": shared}
    context |= {"country": country, "countries": countries_of(Organisation)}
    return render(request, "web/bodies.html", context)


@require_safe
def body_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one body, over all articles whose rows are known to be the same."""
    body = get_object_or_404(Organisation.objects.select_related("article"), pk=number)
    head = body.canonical_id or body.pk
    together = Organisation.objects.filter(Q(pk=head) | Q(canonical=head), current=True).select_related("article")
    rows = list(together.order_by("pk")[:MOST_ROWS]) or [body]
    names = list(dict.fromkeys(form for row in rows for form in (row.forms or [row.name])))
    met = Activity.objects.filter(participants__organisation__in=rows, current=True).values("canonical", "pk")
    heads = {one["canonical"] or one["pk"] for one in met}
    activities = Activity.objects.filter(pk__in=heads).select_related("article").order_by("-sorted_by", "-id")
    said = Quotation.objects.filter(organisation__in=rows, current=True).select_related("article", "activity")
    return render(
        request,
        "web/body.html",
        {
            "body": body,
            "rows": rows,
            "names": names,
            "activities": activities[:MOST_ROWS],
            "holders": list(_holders(rows)),
            "named": list(_named(rows)),
            "quotations": said.order_by("-sorted_by", "-id")[:MOST_ROWS],
        },
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with a post in a body, as an article gives it."""

    person: Person
    evidence: Evidence


def _named(rows: Sequence[Organisation]) -> Iterator[tuple[Organisation, Evidence]]:
    """Yield where a body is named: a sentence of each of its newest articles."""
    for row in sorted(rows, key=lambda row: -row.pk)[:MOST_READ]:
        claim = row.article.claims.filter(subject=row.local, property="name").exclude(verdict="reject").first()
        if claim is not None:
            yield row, evidence_of(claim, reading_of(row.article).article)


def _holders(rows: Sequence[Organisation]) -> Iterator[Holder]:
    """Yield who has a post in a body, by its newest articles, each person and post once."""
    seen: set[tuple[int, str]] = set()
    for row in sorted(rows, key=lambda row: -row.pk)[:MOST_READ]:
        reading = reading_of(row.article)
        people = {person.local: person for person in row.article.person_rows.all()}
        titles = {
            claim.subject: claim for claim in row.article.claims.filter(property="title").exclude(verdict="reject")
        }
        for word in reading.people:
            for post in word.posts:
                person, claim = people.get(word.id), titles.get(post.id)
                if post.body != row.local or person is None or claim is None:
                    continue
                sign = (person.canonical_id or person.pk, claim.effective().casefold())
                if sign not in seen:
                    seen.add(sign)
                    yield Holder(person, evidence_of(claim, reading.article))
