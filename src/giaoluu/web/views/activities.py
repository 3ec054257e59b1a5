"""The list of activities, and one activity with every fact on its sentence."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoluu.model.errors import RegisterError
from giaoluu.register.models import Activity, Commitment, Participant, Quotation
from giaoluu.register.proposing import open_proposals
from giaoluu.register.queries import activities
from giaoluu.register.showing import ActivityRecord, show
from giaoluu.web.access import who
from giaoluu.web.evidence import Evidence, evidence_of
from giaoluu.web.facts import facts
from giaoluu.web.filters import ActivityForm
from giaoluu.web.views.paging import page_of
from giaoluu.web.witnesses import also_there, also_told, witnesses_of

Told = TypeVar("Told", Participant, Quotation, Commitment)


@dataclass(frozen=True, slots=True)
class Row(Generic[Told]):
    """A participant, quotation or commitment with its sentence."""

    row: Told
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Branch:
    """An activity with its parts, as a tree."""

    activity: Activity
    parts: tuple["Branch", ...]


@require_safe
def activity_list(request: HttpRequest) -> HttpResponse:
    """Show the activities that the filters let through."""
    form = ActivityForm(request.GET)
    rows = activities(form.wanted()) if form.is_valid() else Activity.objects.none()
    page, shared = page_of(request, rows)
    return render(request, "web/activities.html", {"form": form, "page": page, "shared": shared})


@require_safe
def activity_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one activity."""
    try:
        record = show(number)
    except RegisterError as error:
        raise Http404(str(error)) from error
    witnesses, own = witnesses_of(record.activity), tuple(facts(record))
    offered = list(open_proposals().filter(article=record.activity.article_id))
    commitments = [_row(record, row, "proposal" if row.proposal else "commitment") for row in record.commitments]
    return render(
        request,
        "web/activity.html",
        {
            "record": record,
            "activity": record.activity,
            "article": record.activity.article,
            "pasted": request.GET.get("pasted") == str(record.activity.article_id),
            "offered": offered,
            "proposed": sum(one.judgement.who == who(request) for one in offered),
            "facts": own,
            "also": also_told(own, witnesses, record.activity),
            "witnesses": witnesses,
            "participants": [_row(record, row, "participant") for row in record.participants],
            "also_there": also_there(record.activity, witnesses),
            "sides": _sides(record),
            "commitments": [row for row in commitments if not row.row.proposal],
            "proposals": [row for row in commitments if row.row.proposal],
            "tree": _tree(record.activity),
        },
    )


def _row(record: ActivityRecord, row: Told, property_: str) -> Row[Told]:
    """Return a row with the claim that begins where it does."""
    subject = record.activity.local if isinstance(row, Participant) else row.local
    found = record.claims.get(subject, {}).get(property_, [])
    claim = next((claim for claim in found if claim.start == row.start), None)
    return Row(row, evidence_of(claim, record.reading.article) if claim else None)


def _sides(record: ActivityRecord) -> dict[str, list[Row[Quotation]]]:
    """Return what was said by the side that said it, in the order in which sides first speak."""
    sides: dict[str, list[Row[Quotation]]] = {}
    for quotation in record.quotations:
        side = "joint" if quotation.joint else quotation.sides or (quotation.person.country if quotation.person else "")
        sides.setdefault(side, []).append(_row(record, quotation, "quotation"))
    return sides


def _tree(activity: Activity) -> Branch | None:
    """Return the tree that an activity stands in, or None where it stands alone."""
    children: dict[int | None, list[Activity]] = {}
    rows = {row.pk: row for row in activity.article.activities.order_by("start")}
    for row in rows.values():
        children.setdefault(row.part_of_id, []).append(row)
    top, seen = activity, {activity.pk}
    while top.part_of_id in rows and top.part_of_id not in seen:
        top = rows[top.part_of_id]
        seen.add(top.pk)
    branch = _branch(top, children, frozenset())
    return branch if branch.parts else None


def _branch(activity: Activity, children: dict[int | None, list[Activity]], above: frozenset[int]) -> Branch:
    """Return an activity with its parts; one that would hold itself is cut off."""
    above |= {activity.pk}
    parts = (part for part in children.get(activity.pk, ()) if part.pk not in above)
    return Branch(activity, tuple(_branch(part, children, above) for part in parts))
