"""The queue of claims that wait for a person, ordered by use."""

from django.db.models import Q, QuerySet

from giaoluu.register.models import Claim
from giaoluu.register.models.pages import WAITING


def waiting(article: int | None = None) -> QuerySet[Claim]:
    """Return the claims that wait for a person: what lists show of main activities first, then the newest pages.

    Those of one article come in the order of its text.
    """
    found = Claim.objects.filter(WAITING).select_related("article")
    if article is not None:
        return found.filter(article=article).order_by("start", "end", "id")
    return found.order_by("-weight", "-id")


def behind(claim: Claim, article: int | None = None) -> QuerySet[Claim]:
    """Return the claims that wait behind a claim, in the same order; `claim` itself may be decided by now."""
    if article is not None:
        place = Q(start__gt=claim.start) | Q(start=claim.start, end__gt=claim.end)
        place |= Q(start=claim.start, end=claim.end, pk__gt=claim.pk)
    else:
        place = Q(weight__lt=claim.weight) | Q(weight=claim.weight, pk__lt=claim.pk)
    return waiting(article).filter(place)
