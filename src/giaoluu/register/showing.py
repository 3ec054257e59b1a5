"""One activity with everything that is known of it, each fact with its claim."""

from dataclasses import dataclass

from giaoluu.model.errors import RegisterError
from giaoluu.model.reading import Reading
from giaoluu.register.models import Activity, Article, Claim, Commitment, Participant, Quotation
from giaoluu.register.reading_json import unpack_reading


@dataclass(frozen=True, slots=True)
class ActivityRecord:
    """An activity, its article's reading and claims (subject → property → claims), and what belongs to it."""

    activity: Activity
    reading: Reading
    claims: dict[str, dict[str, list[Claim]]]
    participants: tuple[Participant, ...]
    quotations: tuple[Quotation, ...]
    commitments: tuple[Commitment, ...]
    parts: tuple[Activity, ...]


def show(number: int) -> ActivityRecord:
    """Return all that is known of an activity; RegisterError where there is none of that number."""
    activity = Activity.objects.select_related("article", "part_of").filter(pk=number).first()
    if activity is None:
        raise RegisterError(f"there is no activity {number} in this register: see `giaoluu activities`")
    return ActivityRecord(
        activity=activity,
        reading=reading_of(activity.article),
        claims=claims_of(activity.article),
        participants=tuple(activity.participants.select_related("person", "organisation").order_by("start", "id")),
        quotations=tuple(activity.quotations.select_related("person").order_by("start")),
        commitments=tuple(activity.commitments.select_related("quotation").order_by("start")),
        parts=tuple(activity.parts.order_by("start")),
    )


def reading_of(article: Article) -> Reading:
    """Return the current reading of an article."""
    row = article.readings.filter(current=True).first()
    if row is None:
        raise RegisterError(f"article {article.pk} ({article.ident}) has no reading; ingest its page again")
    return unpack_reading(row.content)


def claims_of(article: Article) -> dict[str, dict[str, list[Claim]]]:
    """Return the claims of an article that nobody rejected, by subject and property, in the order of the text."""
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in article.claims.exclude(verdict="reject").order_by("start", "id"):
        found.setdefault(claim.subject, {}).setdefault(claim.property, []).append(claim)
    return found
