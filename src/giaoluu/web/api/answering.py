"""The API that answers what linking asks: pairs that may be one, and follow-ups of commitments."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Status

from giaoluu.register.answering import Answer, answer_follow_up, answer_pair
from giaoluu.register.joining import TABLES
from giaoluu.register.models import FollowUp
from giaoluu.web.access import who
from giaoluu.web.api import asking, shapes, shaping
from giaoluu.web.api import shapes_together as forms
from giaoluu.web.api.together import follow_up_shape, router
from giaoluu.web.api.writing import IfMatch, refuse_changed

SAID = {200: shapes.JudgementShape, 201: shapes.JudgementShape}


@router.post("/pairs", response=SAID, url_name="pairs")
def say_of_pair(request: HttpRequest, said: forms.PairAnswer) -> Status[shapes.JudgementShape]:
    """Say that two people or two activities are one, or that they are two; 200 where that was said last already."""
    rows: Any = TABLES[said.sort]._default_manager.select_related("article").filter(current=True)
    one, other = (get_object_or_404(rows, pk=number) for number in (said.left, said.right))
    answer = answer_pair(one, other, said.verdict, who=who(request), why=said.why)
    return _told(request, answer, {"sort": said.sort, "left": said.left, "right": said.right})


@router.post("/follow-ups/{number}", response=SAID, url_name="follow_up")
def say_of_follow_up(
    request: HttpRequest, number: asking.Number, said: forms.FollowUpAnswer, if_match: IfMatch = ""
) -> Status[shapes.JudgementShape]:
    """Say that a follow-up has to do with its commitment, or has not; 200 where that was said last already."""
    row = get_object_or_404(FollowUp, pk=number)
    refuse_changed(if_match, follow_up_shape(row))
    answer = answer_follow_up(row, said.verdict, who=who(request), why=said.why)
    return _told(request, answer, {"follow_up": number})


def _told(request: HttpRequest, answer: Answer, about: dict[str, Any]) -> Status[shapes.JudgementShape]:
    """Return what was said, and keep for the log what it was about."""
    told = {**about, "verdict": answer.judgement.verdict, "judgement": answer.judgement.pk}
    request.audit = told  # type: ignore[attr-defined]
    return Status(201 if answer.is_new else 200, shaping.judgement(answer.judgement))


__all__ = ["router"]
