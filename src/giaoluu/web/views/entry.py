"""Entries by hand: a form for each sort, edited in versions; two editors are told; files; what is kept apart."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoluu.entries import Entry, Sort, capture_of_entry
from giaoluu.model.capture import MediaType
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError, RegisterError
from giaoluu.pipeline import read
from giaoluu.register import linking
from giaoluu.register.accounts_roles import Right
from giaoluu.register.duplicates import likely_same
from giaoluu.register.entries import (
    ClashError,
    EntryError,
    Problem,
    article_of,
    aside_of,
    attach,
    attachments_of,
    checked,
    entry_from,
    history,
    new_id,
    open_attachment,
    remove_attachment,
    save,
    set_aside,
    withdraw,
)
from giaoluu.register.entries.saving import changes, today
from giaoluu.register.joining import keep_apart, merge
from giaoluu.register.models import Activity, Article, Attachment
from giaoluu.web.access import actor_of, who
from giaoluu.web.entering import (
    box_rows,
    entry_language,
    groups,
    place_words,
    shown_value,
    typed,
    typed_aside,
    understood_words,
)
from giaoluu.web.views.paging import number_in, page_of

PRESETS = {
    "delegation-in": {"kind": "visit/delegation_in", "direction": "in"},
    "delegation-out": {"kind": "visit/delegation_out", "direction": "out"},
    "agreement": {"kind": "signing/signing"},
    "plan": {"status": "planned"},
}
"""What a new activity begins with, by the name in its address."""


@require_safe
def entry_list(request: HttpRequest) -> HttpResponse:
    """Show what was entered, the newest first, and what can be entered."""
    rows = Article.objects.filter(current=True, capture__media_type=str(MediaType.ENTRY)).order_by("-added", "-id")
    page, shared = page_of(request, rows)
    numbers = [row.pk for row in page.object_list]
    told = {row.article_id: row for row in Activity.objects.filter(article__in=numbers, current=True)}
    items = [(row, entry_from(row), told.get(row.pk)) for row in page.object_list]
    return render(request, "web/entries.html", {"page": page, "shared": shared, "items": items})


@require_http_methods(["GET", "HEAD", "POST"])
def new_entry(request: HttpRequest, sort: str) -> HttpResponse:
    """Show the empty form of a sort, or save what was typed into it."""
    if sort not in {*Sort, *PRESETS}:
        raise Http404(sort)
    kind = Sort(sort) if sort in set(Sort) else Sort.ACTIVITY
    if request.method == "POST":
        asked = request.POST.get("id", "")
        id_ = asked if asked.startswith("entry-") and asked[6:].isalnum() and len(asked) == 38 else new_id()
        return _save(request, typed(request.POST, id_=id_, sort=kind, language=_language(request)), None)
    entry = Entry(new_id(), kind, entry_language(), dict(PRESETS.get(sort, {})))
    return _form(request, entry, aside={}, version=None)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_entry(request: HttpRequest, entry_id: str) -> HttpResponse:
    """Show an entry in its form with its history and files, or save what was changed."""
    article = _article(entry_id)
    held = entry_from(article)
    if request.method == "POST":
        mine = typed(request.POST, id_=entry_id, sort=held.sort, language=_language(request, held.language))
        mine = replace(mine, other=held.other, origin=held.origin)
        return _save(request, mine, number_in(request.POST.get("version", "")) or 0)
    if "version" in request.GET:
        asked = number_in(request.GET["version"])
        held = next((entry for row, entry in history(entry_id) if row.version == asked), held)
    return _form(request, held, aside=_aside(request, entry_id), version=article.version)


@require_POST
def withdraw_entry(request: HttpRequest, entry_id: str) -> HttpResponse:
    """Take an entry out of all lists; it can be saved again."""
    _article(entry_id)
    withdraw(entry_id, who=who(request))
    return redirect(f"{reverse('web:edit_entry', args=[entry_id])}?done=withdrawn")


@require_POST
def add_file(request: HttpRequest, entry_id: str) -> HttpResponse:
    """Attach a file to an entry."""
    article = _article(entry_id)
    file = request.FILES.get("file")
    try:
        if file is None or not hasattr(file, "read"):
            raise RegisterError("no file was chosen")
        attach(entry_id, file.name or "", file.read((20 << 20) + 1), who=who(request))
    except RegisterError:
        problem = _("This file is empty or larger than 20 MB.")
        held = entry_from(article)
        aside = _aside(request, entry_id)
        return _form(request, held, aside=aside, version=article.version, file_problem=problem, status=400)
    return redirect(f"{reverse('web:edit_entry', args=[entry_id])}#files")


@require_POST
def drop_file(request: HttpRequest, entry_id: str, number: int) -> HttpResponse:
    """Take a file out of an entry."""
    remove_attachment(get_object_or_404(Attachment, pk=number, page=entry_id), who=who(request))
    return redirect(f"{reverse('web:edit_entry', args=[entry_id])}#files")


@require_safe
def entry_file(request: HttpRequest, entry_id: str, number: int) -> HttpResponse:
    """Send a file to be saved: never shown in the browser, whatever it says that it is."""
    attachment = get_object_or_404(Attachment, pk=number, page=entry_id, removed=None)
    response = HttpResponse(open_attachment(attachment), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(attachment.name, safe='')}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def understood(request: HttpRequest) -> HttpResponse:
    """Say how a written date is understood."""
    status = request.GET.get("status", "")[:20]
    entry = Entry("entry-", Sort.ACTIVITY, entry_language(request.GET.get("language", "")), {"status": status})
    near = request.GET.get("near", "")[:40]
    try:
        words = understood_words(request.GET.get("text", "")[:200], entry, Edtf(near) if near else today())
    except EdtfError:
        raise Http404(near) from None
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


def _save(request: HttpRequest, entry: Entry, based_on: int | None) -> HttpResponse:
    """Save what was typed, or show the form again with all of it and what is wrong."""
    aside = typed_aside(request.POST)
    more = request.POST.get("more", "")
    if more:
        return _form(request, entry, aside=aside, version=based_on, more=more)
    try:
        ready = checked(entry, today())
        likely = [] if request.POST.get("answer") else likely_same(read(capture_of_entry(ready)), but=entry.id)
        if likely:
            return _form(request, entry, aside=aside, version=based_on, likely=likely, status=409)
        saved = save(entry, who=who(request), based_on=based_on)
    except EntryError as error:
        return _form(request, entry, aside=aside, version=based_on, problems=error.problems, status=400)
    except ClashError as error:
        return _clash(request, entry, error, aside=aside, based_on=based_on)
    if actor_of(request).may(Right.ENTER) and entry.sort is Sort.ACTIVITY:
        set_aside(entry.id, aside, who=who(request))
    linking.link()
    _answer(request, saved.article)
    activity = Activity.objects.filter(article=saved.article, current=True).first()
    address = reverse("web:edit_entry", args=[entry.id])
    asked = urlencode({"done": "saved", "activity": activity.pk if activity else ""})
    return redirect(f"{address}?{asked}")


def _answer(request: HttpRequest, article: Article) -> None:
    """Keep what was said of the likeliest duplicate: one, or two."""
    verdict, _dash, number = request.POST.get("answer", "").partition("-")
    mine = Activity.objects.filter(article=article, current=True).first()
    other = Activity.objects.filter(pk=number_in(number) or 0, current=True).select_related("article").first()
    if mine is not None and other is not None and verdict in {"same", "different"}:
        say = merge if verdict == "same" else keep_apart
        say(mine, other, who=who(request))


def _clash(
    request: HttpRequest, mine: Entry, error: ClashError, *, aside: dict[str, str], based_on: int | None
) -> HttpResponse:
    """Show the form with what somebody else saved taken over where only they changed it, and told where both did."""
    versions = {row.version: entry for row, entry in history(mine.id)}
    base = versions.get(based_on or 0, error.theirs)
    by_them, by_me = changes(base, error.theirs), changes(base, mine)
    only_theirs = {place: pair[1] for place, pair in by_them.items() if place not in by_me}
    cells = {**mine.cells, **{place: value for place, value in only_theirs.items() if "." not in place}}
    lists = {place.partition(".")[0] for place in only_theirs if "." in place}
    kept = {place.partition(".")[0] for place in by_me if "." in place}
    rows = {**mine.rows, **{name: error.theirs.rows.get(name, ()) for name in lists - kept}}
    both = {place: pair[1] for place, pair in by_them.items() if place in by_me and by_me[place][1] != pair[1]}
    told = [
        (place_words(mine.sort, place), shown_value(mine.sort, place, before), shown_value(mine.sort, place, after))
        for place, (before, after) in by_them.items()
    ]
    merged = replace(mine, cells={name: value for name, value in cells.items() if value}, rows=rows)
    more = {"clash": error.theirs, "changes": told, "theirs": both, "status": 409}
    return _form(request, merged, aside=aside, version=error.version, **more)


def _versions(entry_id: str) -> list[tuple[Article, Entry, list[str]]]:
    """Return the versions of an entry with the places in which each differs from the one before."""
    told = history(entry_id)
    before = [entry for _row, entry in told[1:]]
    return [
        (row, entry, [place_words(entry.sort, place) for place in changes(old, entry)] if old else [])
        for (row, entry), old in zip(told, [*before, None], strict=True)
    ]


def _form(
    request: HttpRequest, entry: Entry, *, aside: dict[str, str], version: int | None, **more: Any
) -> HttpResponse:
    """Return the form of an entry with all that was typed."""
    problems: tuple[Problem, ...] = more.get("problems", ())
    context = {
        "entry": entry,
        "called": entry.cells.get("title") or entry.cells.get("name") or _("Entry"),
        "version": version,
        "groups": groups(entry, aside, problems, more.get("theirs")),
        "lists": box_rows(entry, problems, more.get("more", "")),
        "errors": [(place_words(entry.sort, one.place), _anchor(one.place), one) for one in problems],
        "versions": _versions(entry.id) if version is not None else [],
        "files": attachments_of(entry.id) if version is not None else [],
        "activity": Activity.objects.filter(article__page=entry.id, current=True).first() if version else None,
        "done": request.GET.get("done", "") if request.method != "POST" else "",
        "presets": list(PRESETS),
        "today": Edtf(str(today())),
        **more,
    }
    return render(request, "web/entry.html", context, status=more.get("status", 200))


def _anchor(place: str) -> str:
    """Return the id of the field at a place."""
    return place.replace(".", "-") if "." in place else f"cell-{place}"


def _aside(request: HttpRequest, page: str) -> dict[str, str]:
    """Return what is kept apart, for those who may enter."""
    return aside_of(page) if actor_of(request).may(Right.ENTER) else {}


def _article(entry_id: str) -> Article:
    try:
        return article_of(entry_id)
    except RegisterError as error:
        raise Http404(str(error)) from error


def _language(request: HttpRequest, known: str = "") -> str:
    return entry_language(request.POST.get("language", "") or known)
