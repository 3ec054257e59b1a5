"""The API that writes: decisions, their taking back, and pages to take in."""

import json
from typing import Annotated, Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Header, Query, Router, Status
from ninja.errors import HttpError
from pydantic import BaseModel

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.codec import to_json
from giaoluu.model.errors import RegisterError
from giaoluu.pipeline import read
from giaoluu.register.ingesting import IngestReport, ingest
from giaoluu.register.judging import decisions, judge
from giaoluu.register.linking import link
from giaoluu.register.models import Article, CaptureRow, Claim, Judgement
from giaoluu.register.taking_back import take_back as undo
from giaoluu.sources.capturing import Provenance, capture_of
from giaoluu.sources.web import fetch
from giaoluu.web.access import who, write_down
from giaoluu.web.api import asking, shapes, shaping
from giaoluu.web.api.fingerprints import fingerprint
from giaoluu.web.api.paging import Asked, paged

router = Router()
IfMatch = Annotated[str, Header(alias="If-Match")]


class ChangedError(Exception):
    """Somebody changed the thing since it was read."""


@router.get("/judgements", response=shapes.Page[shapes.JudgementShape], url_name="judgements")
def list_judgements(request: HttpRequest, asked: Query[asking.Judgements]) -> object:
    """Every decision, the newest first."""
    rows = decisions()
    if asked.who:
        rows = rows.filter(who=asked.who)
    if asked.article is not None:
        rows = rows.filter(page=get_object_or_404(Article, pk=asked.article).page)
    return paged(request, rows, asked, shaping.judgement, "undone_by")


@router.post("/judgements", response={201: shapes.JudgementShape}, url_name="judgements")
def decide(request: HttpRequest, decision: shapes.Decision, if_match: IfMatch = "") -> Status[shapes.JudgementShape]:
    """Keep a decision on a claim; with If-Match, only where the claim is as it was read."""
    with transaction.atomic():
        Article.objects.select_for_update().filter(claims=decision.claim).first()
        claim = get_object_or_404(Claim.objects.select_related("article"), pk=decision.claim)
        refuse_changed(if_match, shaping.claim(claim))
        made = judge(claim, decision.verdict, who=who(request), value=decision.value, why=decision.why)
    request.audit = {"claim": claim.pk, "verdict": made.verdict, "judgement": made.pk}  # type: ignore[attr-defined]
    return Status(201, shaping.judgement(made))


@router.post("/judgements/{number}/undo", response={201: shapes.JudgementShape}, url_name="undo")
def take_back(
    request: HttpRequest,
    number: asking.Number,
    reason: shapes.Reason,
    if_match: IfMatch = "",
) -> Status[shapes.JudgementShape]:
    """Take a decision back; what was decided before it holds again."""
    with transaction.atomic():
        found = get_object_or_404(Judgement.objects.select_for_update(of=("self",)), pk=number)
        refuse_changed(if_match, shaping.judgement(found))
        try:
            made = undo(found, who=who(request), why=reason.why)
        except RegisterError as error:
            raise HttpError(409, str(error)) from error
    return Status(201, shaping.judgement(made))


@router.get("/captures", response=shapes.Page[shapes.CaptureShape], url_name="captures")
def list_captures(request: HttpRequest, asked: Query[Asked]) -> object:
    """What was got, the last first."""
    return paged(request, CaptureRow.objects.order_by("-pk"), asked, shaping.capture, "article")


@router.post("/captures", response={200: shapes.Taken, 201: shapes.Taken}, url_name="captures")
def take_in(request: HttpRequest, material: shapes.Material) -> Status[shapes.Taken]:
    """Read a page, take it in and compare it with the others; 200 where the register held it as it is.

    An address alone is fetched. Who sends many pages says `"link": false`; `giaoluu link` then compares them at once.
    """
    capture = _capture(material)
    reading = read(capture)
    with transaction.atomic():
        report = ingest([(capture, reading)])
        if report.refused:
            raise RegisterError(report.refused[0].message)
        outcome = _outcome(report)
        article = Article.objects.get(capture__digest=capture.digest)
        write_down(request, article=article.pk, outcome=outcome)
    if material.link:
        link()
    plain: dict[str, Any] = json.loads(to_json(reading))
    taken = shapes.Taken(
        outcome=outcome,
        article=article.pk,
        activities=list(article.activities.order_by("start").values_list("pk", flat=True)),
        people=list(article.person_rows.order_by("id").values_list("pk", flat=True)),
        is_exchange=reading.is_exchange,
        reason=reading.exchange_reason,
        reading=plain,
    )
    return Status(200 if outcome == "unchanged" else 201, taken)


def _outcome(report: IngestReport) -> str:
    """Return what became of the one page that was taken in."""
    counts = {"new": report.new, "changed": report.changed, "reread": report.reread, "unchanged": report.unchanged}
    return next(name for name, count in counts.items() if count)


def _capture(material: shapes.Material) -> Capture:
    """Return the capture of what was sent; an address is fetched, in a team only from the public network."""
    given = material.text or material.html
    if (bool(material.text) and bool(material.html)) or not (given or material.url):
        raise RegisterError("send one of text, html and url")
    if not given:
        return fetch(material.url, public_only=bool(getattr(settings, "GIAOLUU_TEAM", False)))
    media_type = MediaType.TEXT if material.text else MediaType.HTML
    name = material.name or material.url or "sent page"
    provenance = Provenance(name=name, url=material.url or None, media_type=media_type)
    return capture_of(given.encode("utf-8", "surrogatepass"), provenance)


def refuse_changed(if_match: str, shape: BaseModel) -> None:
    """Refuse a change of what is no longer as it was read."""
    asked = {one.strip() for one in if_match.split(",")} - {""}
    if asked and "*" not in asked and fingerprint(shape.model_dump()) not in asked:
        raise ChangedError("Somebody changed this since you read it: read it again, then decide.")
