"""Pairs that may be one, and what people say of them: the same, two, not this one, and taking it back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoluu.model.errors import RegisterError
from giaoluu.register.answering import SAYING, answer_pair
from giaoluu.register.heads import head_of
from giaoluu.register.joining import TABLES, Row, members, merge, split
from giaoluu.register.models import Judgement, Person, Question
from giaoluu.register.queries import PersonFilter, people
from giaoluu.register.reviewing import what_waits
from giaoluu.web.access import who
from giaoluu.web.views.paging import number_in

MOST_FOUND = 30
"""People that are offered to be one with another."""


@require_safe
def pair_list(request: HttpRequest) -> HttpResponse:
    """Show the pair that is most surely one and waits for a person: `?after=7` the one behind 7, `?sort=person`."""
    sort = request.GET.get("sort", "")
    rows = Question.objects.order_by("-score", "pk")
    if sort in TABLES:
        rows = rows.filter(sort=sort)
    last = Question.objects.filter(pk=number_in(request.GET.get("after", "")) or 0).first()
    if last is not None:
        lower = rows.filter(score__lt=last.score) | rows.filter(score=last.score, pk__gt=last.pk)
        rows = lower.order_by("-score", "pk")
    done = Judgement.objects.filter(pk=number_in(request.GET.get("done", "")) or 0, undone_by=None).first()
    question, sides = next(((one, found) for one in rows[:20] if (found := _sides(one))), (None, None))
    context: dict[str, Any] = {
        "question": question,
        "sides": sides,
        "sort": sort,
        "done": done,
        "count": Question.objects.count(),
        "waits": what_waits(),
    }
    return render(request, "web/pairs.html", context)


@require_POST
def say_of_pair(request: HttpRequest, number: int) -> HttpResponse:
    """Keep what a person says of a pair and go on to the next one."""
    question = Question.objects.filter(pk=number).first()
    sides = _sides(question) if question else None
    verdict = request.POST.get("verdict", "")
    if question is None or sides is None:
        return _problem(request, _("Somebody decided this in the meantime: look again."), 409)
    if verdict not in SAYING:
        return _problem(request, _("Say that the two are one, or that they are two."), 400)
    try:
        made = answer_pair(*sides, verdict, who=who(request), why=request.POST.get("why", "")[:2000]).judgement
    except RegisterError as error:
        return _problem(request, str(error), 400)
    Question.objects.filter(pk=question.pk).delete()
    asked = f"&sort={question.sort}" if request.POST.get("sort") == question.sort else ""
    return redirect(f"{reverse('web:pairs')}?done={made.pk}{asked}")


@require_POST
def split_off(request: HttpRequest, table: str, number: int) -> HttpResponse:
    """Say that a row is not one with those that it stands with."""
    row = _row(table, number)
    home = next((one for one in members(row) if one.pk != row.pk), row)
    try:
        split(row, who=who(request), why=request.POST.get("why", "")[:2000])
    except RegisterError as error:
        return _problem(request, str(error), 400)
    return redirect(f"web:{table}", home.pk)


@require_safe
def same_as(request: HttpRequest, number: int) -> HttpResponse:
    """Look for somebody who is one with a person."""
    person = get_object_or_404(Person.objects.select_related("article"), pk=number)
    text = request.GET.get("text", "")[:200]
    mine = {row.pk for row in members(person)}
    found = people(PersonFilter(text=text)).exclude(pk__in=mine)[:MOST_FOUND] if text.strip() else ()
    return render(request, "web/same_as.html", {"person": person, "text": text, "found": found})


@require_POST
def join(request: HttpRequest, table: str, number: int) -> HttpResponse:
    """Say that two rows are one."""
    row, other = _row(table, number), _row(table, number_in(request.POST.get("other", "")) or 0)
    try:
        merge(row, other, who=who(request), why=request.POST.get("why", "")[:2000])
    except RegisterError as error:
        return _problem(request, str(error), 400)
    return redirect(f"web:{table}", row.pk)


def _row(table: str, number: int) -> Row:
    """Return a row of a person or an activity that lists know."""
    if table not in TABLES:
        raise Http404(table)
    rows: Any = TABLES[table]._default_manager.select_related("article").filter(current=True)
    row: Row = get_object_or_404(rows, pk=number)
    return row


def _sides(question: Question) -> tuple[Row, Row] | None:
    """Return the two rows of a question; None where one is no longer there, or they are one by now."""
    table: Any = TABLES[question.sort]
    rows = (
        table._default_manager.select_related("article").filter(current=True).in_bulk([question.left, question.right])
    )
    if len(rows) < 2:
        return None
    left, right = rows[question.left], rows[question.right]
    return (left, right) if head_of(left) != head_of(right) else None


def _problem(request: HttpRequest, words: str, status: int) -> HttpResponse:
    """Say what went wrong, with a way back to the pairs."""
    return render(request, "web/pairs.html", {"problem": words, "count": Question.objects.count()}, status=status)
