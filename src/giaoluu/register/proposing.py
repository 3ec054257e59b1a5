"""What somebody who may not decide would change: kept under their name, without effect, until somebody decides.

A proposal is known by content as a decision is, so it finds its claim again after every new reading::

    from giaoluu.register.proposing import Wanted, propose, proposals_on

    propose([Wanted(claim, "2025-03-12")], who="An")
    proposals_on(claim)[0].correction    # "2025-03-12"
"""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import uuid4

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from giaoluu.model.errors import RegisterError
from giaoluu.register.deciders import decider
from giaoluu.register.effective import NAMED_BY_ID, judged
from giaoluu.register.judging import content_of, settle
from giaoluu.register.models import Anchor, Article, Claim, Judgement
from giaoluu.register.replaying import DECISIONS, PLACED, key_of
from giaoluu.register.showing import reading_of


class Wanted(NamedTuple):
    """A claim and the value that somebody would put there; an empty one would take the claim out."""

    claim: Claim
    value: str = ""


def propose(wanted: Iterable[Wanted], *, who: str, why: str = "") -> list[Judgement]:
    """Keep what somebody would change, all of it in one batch; what stands and what they proposed before is left out.

    Raises RegisterError, and keeps nothing, for a value that the field cannot hold or for no name.
    """
    name = decider(who)
    by_article: dict[int, list[Wanted]] = {}
    for one in wanted:
        by_article.setdefault(one.claim.article_id, []).append(one)
    told = {"verdict": "propose", "who": name, "why": why.strip(), "batch": uuid4().hex}
    made: list[Judgement] = []
    with transaction.atomic():
        for number, some in sorted(by_article.items()):
            article = Article.objects.select_for_update().select_related("capture").get(pk=number)
            _refuse_unfit(article, some)
            new = [one for one in some if _is_new(one, name)]
            content = content_of(article, [one.claim for one in new])
            rows = [Judgement(**told, **content[one.claim.pk], correction=one.value.strip()) for one in new]
            made += Judgement.objects.bulk_create(rows)
            settle(article)
    return made


def open_proposals() -> QuerySet[Anchor]:
    """Return the proposals that wait for a decision, each with the claim that it stands on, the first one first."""
    mine = Anchor.objects.filter(
        judgement__verdict="propose",
        judgement__undone_by=None,
        state__in=PLACED,
        article__current=True,
        claim__isnull=False,
    )
    decided = Anchor.objects.filter(
        claim=OuterRef("claim"),
        judgement_id__gt=OuterRef("judgement_id"),
        judgement__verdict__in=DECISIONS,
        judgement__undone_by=None,
        state__in=PLACED,
    )
    return mine.filter(~Exists(decided)).select_related("judgement", "claim__article").order_by("judgement_id")


def proposals_on(claim: Claim) -> list[Judgement]:
    """Return what is proposed for a claim and waits, the first one first."""
    return [anchor.judgement for anchor in open_proposals().filter(claim=claim)]


def _is_new(wanted: Wanted, who: str) -> bool:
    """Say whether something would change that the same person has not proposed yet."""
    claim, value = wanted.claim, wanted.value.strip()
    stands = "" if claim.verdict == "reject" else claim.effective()
    if value == stands and (value or claim.verdict == "reject"):
        return False
    return not any(one.who == who and one.correction == value for one in proposals_on(claim))


def _refuse_unfit(article: Article, wanted: Iterable[Wanted]) -> None:
    """Refuse values that their fields cannot hold, now and not when somebody decides."""
    for one in wanted:
        if one.value.strip() and one.claim.property in NAMED_BY_ID:
            raise RegisterError(f"{one.claim.property}: it can only be taken out; there is nothing to put in its place")
    corrected = {key_of(one.claim): one.value.strip() for one in wanted if one.value.strip()}
    if corrected:
        judged(reading_of(article), corrected)
