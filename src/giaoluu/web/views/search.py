"""One search box: results of every sort in the sentence that was found, filters with counts, searches that are kept."""

from dataclasses import dataclass, fields

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoluu.mentions.dates_written import written_date
from giaoluu.register.entries.saving import today
from giaoluu.register.models import Activity, Quotation, SavedSearch, SearchRow
from giaoluu.register.searching import FACETS, Found, Wanted, search
from giaoluu.web.access import who
from giaoluu.web.excerpts import Piece, excerpt, found_as

LONGEST = 200
PAGE = 20
MOST_VALUES = 12
"""Values of a filter that are shown."""

NAMES = tuple(item.name for item in fields(Wanted))


@dataclass(frozen=True, slots=True)
class Result:
    """One result: its row, what it is called, the sentence that was found, and the form of a name it was found by."""

    row: SearchRow
    activity: Activity | None
    pieces: list[Piece]
    found_as: str
    said: Quotation | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value that results can be narrowed to: how many, and the address that does so or takes it back."""

    code: str
    count: int
    address: str
    chosen: bool


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what holds the words and lies within the filters; every question has its address."""
    asked = {name: request.GET.get(name, "").strip()[:LONGEST] for name in NAMES}
    dates, problem = _dates(asked)
    wanted = Wanted(**{**asked, **dates})
    found = search(wanted)
    page = Paginator(found.numbers, PAGE).get_page(request.GET.get("page", "1"))
    start = (page.number - 1) * PAGE
    shared, facets = _address(asked), _facets(found, asked)
    return render(
        request,
        "web/search.html",
        {
            "asked": asked,
            "problem": problem,
            "is_asked": wanted != Wanted(),
            "found": found,
            "page": page,
            "results": _results(found.rows(start, start + PAGE), found),
            "shared": f"{shared}&" if shared else "",
            "address": shared,
            "facets": facets,
            "chosen": [(name, value.code) for name, values in facets for value in values if value.chosen],
            "kept": SavedSearch.objects.filter(owner=_owner(request)),
        },
    )


@require_POST
def keep_search(request: HttpRequest) -> HttpResponse:
    """Keep a search under a name; the same name again replaces it."""
    query = QueryDict(request.POST.get("query", "")[:1000])
    address = _address({name: query.get(name, "") for name in NAMES})
    name = request.POST.get("name", "").strip()[:LONGEST] or query.get("text", "")[:LONGEST] or _("Search")
    if address:
        SavedSearch.objects.update_or_create(owner=_owner(request), name=name, defaults={"query": address})
    return redirect(f"{reverse('web:search')}?{address}")


@require_POST
def forget_search(request: HttpRequest, number: int) -> HttpResponse:
    """Forget a search of one's own."""
    get_object_or_404(SavedSearch, pk=number, owner=_owner(request)).delete()
    return redirect(reverse("web:search"))


def _owner(request: HttpRequest) -> str:
    """Return whose searches are kept: everybody's own with accounts, one list without."""
    return who(request) if settings.GIAOLUU_TEAM else ""


def _dates(asked: dict[str, str]) -> tuple[dict[str, str], str]:
    """Return the dates that are asked for as EDTF, and what to say where one is none."""
    dates, problem = {"since": "", "until": ""}, ""
    for name in dates:
        if asked[name]:
            edtf = written_date(asked[name], [get_language() or "en"], today()).edtf
            dates[name] = str(edtf or "")
            problem = problem or ("" if edtf else asked[name])
    return dates, problem


def _results(rows: list[SearchRow], found: Found) -> list[Result]:
    """Return rows with what they are called and the words that were found."""
    activities = Activity.objects.select_related("article").in_bulk([row.row for row in rows if row.sort == "activity"])
    said = Quotation.objects.select_related("person").in_bulk([row.row for row in rows if row.sort == "statement"])
    return [
        Result(
            row,
            activities.get(row.row) if row.sort == "activity" else None,
            excerpt(row.shown, found.query),
            found_as(row.words, found.query),
            said.get(row.row) if row.sort == "statement" else None,
        )
        for row in rows
    ]


def _facets(found: Found, asked: dict[str, str]) -> list[tuple[str, list[Value]]]:
    """Return the filters with their values; one that is chosen can be taken back."""
    facets = []
    for name in FACETS:
        counts = found.facets.get(name, [])[:MOST_VALUES]
        if asked[name] and asked[name].lower() not in {code.lower() for code, _ in counts}:
            counts = [(asked[name], 0), *counts]
        chosen = asked[name].lower()
        values = [
            Value(
                code, count, _address({**asked, name: "" if code.lower() == chosen else code}), code.lower() == chosen
            )
            for code, count in counts
        ]
        if len(values) > 1 or chosen:
            facets.append((name, values))
    return facets


def _address(asked: dict[str, str]) -> str:
    """Return what is asked as an address has it; the same question has the same address."""
    query = QueryDict(mutable=True)
    for name in NAMES:
        if asked.get(name):
            query[name] = asked[name]
    return query.urlencode()
