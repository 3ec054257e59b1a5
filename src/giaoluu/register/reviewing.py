"""The queue of claims that wait for a person, ordered by use."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from giaoluu.model.reading import Reading
from giaoluu.register.models import Article, Claim, FollowUp, Question, SharedActivity
from giaoluu.register.models.pages import WAITING
from giaoluu.register.proposing import open_proposals
from giaoluu.register.replaying import PLACED

ONE_OF = frozenset({"kind", "mode", "status", "date", "bounds", "place", "due", "title"})
"""Properties that a subject has once: two values of one are a conflict."""

MOST_COUNTED = 1000
"""Claims that are counted one by one; beyond them it is enough to know that there are many."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How much waits for a person, in the order of its use: proposals, claims, pairs that may be one, follow-ups.

    `more` says that there are more claims than were counted.
    """

    claims: int
    pairs: int
    follow_ups: int
    proposals: int = 0
    more: bool = False

    @property
    def any(self) -> bool:
        """Whether anything waits.

        >>> Waits(claims=0, pairs=2, follow_ups=0).any
        True
        """
        return bool(self.proposals or self.claims or self.pairs or self.follow_ups)


def what_waits() -> Waits:
    """Return how much waits for a person."""
    claims = waiting()[: MOST_COUNTED + 1].count()
    return Waits(
        claims=min(claims, MOST_COUNTED),
        more=claims > MOST_COUNTED,
        pairs=Question.objects.count(),
        follow_ups=open_follow_ups().count(),
        proposals=open_proposals().count(),
    )


def open_follow_ups() -> QuerySet[FollowUp]:
    """Return the follow-ups of commitments in lists that nobody decided on."""
    return FollowUp.objects.filter(
        verdict="", commitment__current=True, commitment__canonical=None, commitment__proposal=False
    )


def waiting(article: int | None = None) -> QuerySet[Claim]:
    """Return the claims that wait for a person: what lists show of main activities first, then the newest pages.

    Those of one article come in the order of its text, and with them those that somebody would change.
    """
    found = Claim.objects.filter(WAITING).select_related("article")
    if article is not None:
        asked = Q(pk__in=open_proposals().filter(article=article).values("claim"))
        in_article = Claim.objects.filter(WAITING | asked, article=article).select_related("article")
        return in_article.order_by("start", "end", "id")
    return found.order_by("-weight", "-id")


def first_waiting() -> Claim | None:
    """Return the claim that a person should look at next: what editors proposed comes before all else."""
    proposed = open_proposals().first()
    return proposed.claim if proposed else waiting().first()


def next_waiting(claim: Claim) -> Claim | None:
    """Return the claim that waits behind a claim in all of the register: the next proposal, or the rest in order."""
    last = claim.anchors.filter(judgement__verdict="propose", state__in=PLACED).order_by("-judgement_id").first()
    if last is None:
        return behind(claim).first()
    proposed = open_proposals().filter(judgement_id__gt=last.judgement_id).exclude(claim=claim).first()
    return proposed.claim if proposed else waiting().exclude(pk=claim.pk).first()


def behind(claim: Claim, article: int | None = None) -> QuerySet[Claim]:
    """Return the claims that wait behind a claim, in the same order; `claim` itself may be decided by now."""
    if article is not None:
        place = Q(start__gt=claim.start) | Q(start=claim.start, end__gt=claim.end)
        place |= Q(start=claim.start, end=claim.end, pk__gt=claim.pk)
    else:
        place = Q(weight__lt=claim.weight) | Q(weight=claim.weight, pk__lt=claim.pk)
    return waiting(article).filter(place)


def on_their_words(article: Article, reading: Reading) -> list[Claim]:
    """Return the claims that wait in an article and stand on its words, safe to be accepted together.

    Left for a person one by one: what was inferred, what the article says in two ways, what its reader
    asks about, what other accounts of the activity say differently, and what somebody would change.
    """
    told = {(one.subject, one.property, one.value) for one in article.claims.exclude(verdict="reject")}
    values = Counter((subject, name) for subject, name, _value in told)
    asked = [issue.span for issue in reading.issues]
    disputed = _disputed(article)
    proposed = set(open_proposals().filter(article=article).values_list("claim", flat=True))
    return [
        claim
        for claim in waiting(article.pk)
        if not claim.inferred
        and claim.pk not in proposed
        and not (claim.property in ONE_OF and values[claim.subject, claim.property] > 1)
        and not any(span.start < claim.end and claim.start < span.end for span in asked)
        and (claim.subject, claim.property) not in disputed
    ]


def _disputed(article: Article) -> set[tuple[str, str]]:
    """Return what other accounts of an article's activities say differently: subject and property."""
    heads = [(row.canonical_id or row.pk, row.local) for row in article.activities.filter(current=True)]
    shared = SharedActivity.objects.filter(head__in=[head for head, _local in heads])
    told = {row.head_id: [one.get("property", "") for one in row.content.get("conflicts", ())] for row in shared}
    return {(local, name) for head, local in heads for name in told.get(head, ())}
