"""What people decide about claims: accept, reject, correct, and take it back; nothing is erased.

A decision is kept by content (page, quote, field, value), so that it outlives every new reading::

    from giaoluu import register

    made = register.judge(claim, "correct", who="An", value="2025-03-12", why="the caption says so")
    register.undo(made, who="An")
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Q, QuerySet

from giaoluu.model.errors import RegisterError
from giaoluu.register.carrying import Kept
from giaoluu.register.deciders import decider
from giaoluu.register.describing import is_listed
from giaoluu.register.effective import judged
from giaoluu.register.models import Anchor, Article, Claim, Judgement
from giaoluu.register.replaying import DECISIONS, PLACED, quotes_of, replay, value_of
from giaoluu.register.rows import derive
from giaoluu.register.showing import reading_of


@dataclass(frozen=True, slots=True)
class Adrift:
    """A decision that could not be put on a claim for certain, and the claim that it may have meant."""

    judgement: Judgement
    article: Article
    state: str
    reason: str
    claim: Claim | None


def judge(claim: Claim, verdict: str, *, who: str, value: str = "", why: str = "") -> Judgement:
    """Keep a person's decision on a claim and put it into effect; `value` is that of a correction.

    Raises RegisterError, and keeps nothing, for a value that the field cannot hold or for no name.
    """
    if verdict == "correct" and value.strip() == claim.value:
        verdict = "accept"
    correction = value.strip() if verdict == "correct" else ""
    return _judge([claim], verdict, {"who": decider(who), "why": why.strip(), "correction": correction})[0]


def judge_all(claims: Iterable[Claim], verdict: str, *, who: str, why: str = "") -> list[Judgement]:
    """Accept or reject many claims at once: all of them, or none where one cannot be.

    The decisions share a `batch`, by which undo_all takes them back together.
    """
    if verdict == "correct":
        raise RegisterError("each claim is corrected on its own; use judge")
    return _judge(claims, verdict, {"who": decider(who), "why": why.strip(), "batch": uuid4().hex})


def _judge(claims: Iterable[Claim], verdict: str, told: dict[str, str]) -> list[Judgement]:
    """Keep one decision on claims, page by page."""
    if verdict not in DECISIONS:
        raise RegisterError(f"{verdict!r} is no decision on a claim; use one of {', '.join(DECISIONS)}")
    by_article: dict[int, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article_id, []).append(claim)
    made: list[Judgement] = []
    with transaction.atomic():
        for number, judged_claims in sorted(by_article.items()):
            article = Article.objects.select_for_update().select_related("capture").get(pk=number)
            content = content_of(article, judged_claims)
            rows = [Judgement(verdict=verdict, **told, **content[claim.pk]) for claim in judged_claims]
            made += Judgement.objects.bulk_create(rows)
            settle(article)
    return made


def content_of(article: Article, claims: Iterable[Claim]) -> dict[int, dict[str, Any]]:
    """Return what decisions on claims of an article are known by; RegisterError for one that is there no more."""
    about = {quote.number: quote.about for quote in quotes_of(article.claims.all())}
    found = {}
    for claim in claims:
        if claim.pk not in about:
            raise RegisterError(f"claim {claim.pk} is there no more: its page was read anew; look again")
        quote = {name: getattr(claim, name) for name in ("start", "end", "exact", "prefix", "suffix", "subject")}
        known = {"property": claim.property, "value": value_of(claim), "about": about[claim.pk]}
        found[claim.pk] = {"page": article.page, "digest": article.capture.digest, **quote, **known}
    return found


def undo(judgement: Judgement, *, who: str, why: str = "") -> Judgement:
    """Take a decision back; what was decided before it holds again."""
    return undo_all([judgement], who=who, why=why)[0]


def undo_all(judgements: Iterable[Judgement], *, who: str, why: str = "") -> list[Judgement]:
    """Take decisions on claims back: all of them, or none where one cannot be."""
    wanted = list(judgements)
    told = {"who": decider(who), "why": why.strip()}
    with transaction.atomic():
        for judgement in wanted:
            if judgement.verdict not in {*DECISIONS, "propose"}:
                raise RegisterError(f"judgement {judgement.pk} takes another back; decide anew instead")
        gone = Judgement.objects.filter(undoes__in=wanted).values_list("undoes", flat=True).first()
        if gone is not None:
            raise RegisterError(f"judgement {gone} was taken back already")
        made = Judgement.objects.bulk_create(
            [Judgement(verdict="undo", page=judgement.page, undoes=judgement, **told) for judgement in wanted]
        )
        for article in Article.objects.select_related("capture").filter(page__in={one.page for one in wanted}):
            settle(article)
    return made


def batch_of(batch: str) -> QuerySet[Judgement]:
    """Return the decisions that were made in one step and still stand, the first first."""
    return Judgement.objects.filter(batch=batch, undone_by=None).exclude(batch="").order_by("pk")


def settle(article: Article) -> None:
    """Put all decisions on a page into effect: on its claims and on the rows that lists look into."""
    before = _in_effect(article)
    article.claims.exclude(verdict="").update(verdict="", corrected="")
    decisions = replay(article)
    if decisions or before or is_listed(article) != article.listed:
        derive(article, judged(reading_of(article), decisions), Kept(article, same_reading=True))


def keep_page(article: Article, *, who: str) -> None:
    """Say that a page belongs into lists, whatever its reader makes of it; the first who says so is remembered."""
    if not article.kept_by:
        article.kept_by = decider(who)
        Article.objects.filter(pk=article.pk).update(kept_by=article.kept_by)
        settle(article)


def adrift() -> list[Adrift]:
    """Return the decisions on current pages that could not be placed for certain, the newest first."""
    anchors = Anchor.objects.filter(state__in=("unsure", "lost"), article__current=True, judgement__undone_by=None)
    found = anchors.select_related("judgement", "article", "claim").order_by("-judgement_id")
    return [Adrift(row.judgement, row.article, row.state, row.reason, row.claim) for row in found]


def decisions() -> QuerySet[Judgement]:
    """Return every decision, the newest first."""
    return Judgement.objects.select_related("undone_by", "undoes").order_by("-pk")


def latest_on(claim: Claim) -> Judgement | None:
    """Return the decision that is in effect on a claim, or None."""
    standing = Q(verdict__in=DECISIONS, undone_by=None, anchors__claim=claim, anchors__state__in=PLACED)
    return Judgement.objects.filter(standing).order_by("-pk").first()


def _in_effect(article: Article) -> bool:
    """Say whether any decision changes what lists show of an article."""
    return article.claims.filter(verdict__in=("reject", "correct")).exists()
