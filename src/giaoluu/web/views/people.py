"""The list of people, and one person: names, posts, meetings, words, promises."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoluu.model.letters import unmarked
from giaoluu.model.reading import Reading
from giaoluu.register.models import Activity, Claim, Commitment, Person, Question, Quotation
from giaoluu.register.queries import PersonFilter, people, same_person
from giaoluu.register.showing import claims_of, reading_of
from giaoluu.web.choices import countries_of
from giaoluu.web.evidence import Evidence, evidence_of
from giaoluu.web.views.paging import page_of

MOST_ROWS = 50
"""Articles, activities and statements that a person's page lists, the newest first."""

Book = dict[str, dict[str, list[Claim]]]
"""An article's claims by subject and property."""


@dataclass(frozen=True, slots=True)
class Told:
    """A quotation or commitment, and the claim that shows where it stands."""

    row: Quotation | Commitment
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way in which a name is printed, how often, and a sentence that has it."""

    name: str
    script: str
    count: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PostOverTime:
    """A post as printed, between the first and the last day on which an article gives it, and a sentence."""

    title: str
    first: str
    last: str
    count: int
    evidence: Evidence


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """Show the people whose names or posts hold the words."""
    text, background = request.GET.get("text", "")[:200], request.GET.get("background") == "yes"
    country = request.GET.get("country", "")[:8].upper()
    page, shared = page_of(request, people(PersonFilter(text=text, country=country, background=background)))
    context = {"text": text, "background": background, "page": page, "shared": shared}
    context |= {"country": country, "countries": countries_of(Person)}
    return render(request, "web/people.html", context)


@require_safe
def person_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one person, over all articles whose rows are known to be the same."""
    person = get_object_or_404(Person.objects.select_related("article"), pk=number)
    everyone = same_person(person)
    rows = list(everyone.order_by("-article__sorted_by", "-pk")[:MOST_ROWS]) or [person]
    books = {row.article_id: claims_of(row.article) for row in rows}
    numbers = list(everyone.values_list("pk", flat=True)) or [person.pk]
    said = Quotation.objects.filter(person__in=numbers).select_related("article", "activity")
    undertaken = Commitment.objects.filter(person__in=numbers, canonical=None).select_related("article")
    told = undertaken.order_by("-sorted_by", "-article_id", "start")
    met = Activity.objects.filter(participants__person__in=numbers, current=True).values_list("canonical", "pk")
    heads = {canonical or own for canonical, own in met}
    activities = Activity.objects.filter(pk__in=heads).select_related("article").order_by("-sorted_by", "-id")
    asked = Question.objects.filter(sort=Question.Sort.PERSON)
    head = person.canonical_id or person.pk
    names, posts = names_and_posts(rows, books)
    return render(
        request,
        "web/person.html",
        {
            "person": person,
            "called": called(person.name, names),
            "rows": rows,
            "count": everyone.count() or 1,
            "names": names,
            "posts": posts,
            "questions": (asked.filter(left=head) | asked.filter(right=head)).count(),
            "activities": activities[:MOST_ROWS],
            "quotations": [
                Told(row, _claim(books, row, "quotation"))
                for row in said.order_by("-sorted_by", "-article_id", "start")[:MOST_ROWS]
            ],
            "commitments": [
                Told(row, _claim(books, row, "commitment")) for row in told.filter(proposal=False)[:MOST_ROWS]
            ],
            "proposals": [Told(row, _claim(books, row, "proposal")) for row in told.filter(proposal=True)[:MOST_ROWS]],
        },
    )


def names_and_posts(rows: Sequence[Person], books: dict[int, Book]) -> tuple[list[NameForm], list[PostOverTime]]:
    """Return the forms of a person's name, those most in use first, and the posts, the latest first."""
    forms: dict[str, NameForm] = {}
    posts: dict[str, PostOverTime] = {}
    for row in rows:
        reading, claims = reading_of(row.article), books[row.article_id]
        day = row.article.published or _day_of(reading, row.local)
        for claim in claims.get(row.local, {}).get("name", []):
            name = claim.effective()
            known = forms.get(name) or NameForm(name, script_of(name), 0, evidence_of(claim, reading.article))
            forms[name] = replace(known, count=known.count + 1)
        word = next((word for word in reading.people if word.id == row.local), None)
        for claim in (c for post in (word.posts if word else ()) for c in claims.get(post.id, {}).get("title", [])):
            title = claim.effective()
            post = posts.get(title.casefold())
            post = post or PostOverTime(title, day, day, 0, evidence_of(claim, reading.article))
            days = sorted(one for one in (post.first, post.last, day) if one)
            posts[title.casefold()] = replace(
                post, first=days[0] if days else "", last=days[-1] if days else "", count=post.count + 1
            )
    names = sorted(forms.values(), key=lambda form: (form.script, -form.count, form.name))
    return names, sorted(posts.values(), key=lambda post: (post.last, post.count), reverse=True)


def called(name: str, forms: Sequence[NameForm]) -> str:
    """Return a name as most pages print it, with its marks where they do."""
    letters = unmarked(name)
    alike = [form for form in forms if unmarked(form.name) == letters]
    return max(alike, key=lambda form: (form.count, form.name != letters)).name if alike else name


def _day_of(reading: Reading, person: str) -> str:
    """Return the day of the first thing that somebody took part in, as precise as it is told: when a post was held."""
    dates = [
        (earliest, one.date.value.text)
        for one in reading.activities
        if one.date and any(party.party == person for party in one.participants)
        if (earliest := one.date.value.earliest)
    ]
    return min(dates)[1].partition("/")[0] if dates else ""


def script_of(name: str) -> str:
    """Return the script of a name: that of its first letter, as Unicode names it.

    >>> [script_of(name) for name in ("Lương Thụy Hoa", "梁瑞华")]
    ['latin', 'cjk']
    """
    letter = next((sign for sign in name if sign.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0].casefold() if letter else ""


def _claim(books: dict[int, Book], row: Quotation | Commitment, property_: str) -> Claim | None:
    """Return the claim that a quotation or commitment is as a whole."""
    return next(iter(books.get(row.article_id, {}).get(row.local, {}).get(property_, ())), None)
