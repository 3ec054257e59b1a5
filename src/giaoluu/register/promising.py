"""What people make of a proposed follow-up: it has to do with the commitment, or it has not; and taking it back."""

from collections.abc import Iterable

from django.db import transaction

from giaoluu.coverage import STANDINGS
from giaoluu.model.errors import RegisterError
from giaoluu.model.links import FollowUpRelation, UndertakingStatus
from giaoluu.register import clock
from giaoluu.register.deciders import decider
from giaoluu.register.linking.rulings import Known, known_by, sides_of, written
from giaoluu.register.models import Commitment, FollowUp, Judgement

TABLE = "follow_up"
VERDICTS = ("accept", "reject")

LEADS_TO = {
    FollowUpRelation.FULFILS: UndertakingStatus.DONE,
    FollowUpRelation.CANCELS: UndertakingStatus.DROPPED,
    FollowUpRelation.PARTLY: UndertakingStatus.PARTLY,
    FollowUpRelation.SCHEDULES: UndertakingStatus.SCHEDULED,
}
"""Where a commitment stands that a follow-up of some relation came of; the first that holds counts."""


def judge_follow_up(follow_up: FollowUp, verdict: str, *, who: str, why: str = "") -> Judgement:
    """Keep what a person makes of a follow-up; the standing of the commitment follows."""
    if verdict not in VERDICTS:
        raise RegisterError(f"{verdict!r} is no decision on a follow-up; use one of {', '.join(VERDICTS)}")
    name = decider(who)
    row = follow_up.commitment
    with transaction.atomic():
        made = Judgement.objects.create(
            verdict=verdict,
            table=TABLE,
            row=row.pk,
            other=follow_up.activity_id,
            page=row.article.page,
            exact=row.text,
            value=written((known_by(follow_up.activity),)),
            property=follow_up.relation,
            who=name,
            why=why.strip(),
        )
        follow_up.verdict = verdict
        follow_up.save(update_fields=["verdict"])
        settle_standing([row])
    return made


def take_back_follow_up(judgement: Judgement, *, who: str, why: str = "") -> Judgement:
    """Take back what was made of a follow-up."""
    name = decider(who)
    with transaction.atomic():
        if Judgement.objects.filter(undoes=judgement).exists():
            raise RegisterError(f"judgement {judgement.pk} was taken back already")
        made = Judgement.objects.create(verdict="undo", table=TABLE, undoes=judgement, who=name, why=why.strip())
        rows = Commitment.objects.filter(article__page=judgement.page, text=judgement.exact, current=True)
        for row in rows:
            put_verdicts(row.follow_ups.select_related("commitment__article", "activity__article"))
        settle_standing(rows)
    return made


def put_verdicts(follow_ups: Iterable[FollowUp]) -> None:
    """Put on follow-ups what people made of them, by content: they are proposed anew with every linking."""
    said: dict[tuple[str, str, Known], str] = {}
    for judgement in Judgement.objects.filter(table=TABLE, verdict__in=VERDICTS, undone_by=None).order_by("pk"):
        for activity in sides_of(judgement)[1]:
            said[judgement.page, judgement.exact, activity] = judgement.verdict
    changed = []
    for follow_up in follow_ups:
        row = follow_up.commitment
        verdict = said.get((row.article.page, row.text, known_by(follow_up.activity)), "") if said else ""
        if follow_up.verdict != verdict:
            follow_up.verdict = verdict
            changed.append(follow_up)
    FollowUp.objects.bulk_update(changed, ["verdict"])


def settle_standing(rows: Iterable[Commitment]) -> None:
    """Write where commitments stand: as follow-ups say that people accepted, never as those say that they rejected."""
    changed = []
    for row in rows:
        relations = {one.relation: one.verdict for one in row.follow_ups.order_by("score")}
        accepted = {relation for relation, verdict in relations.items() if verdict == "accept"}
        rejected = {relation for relation, verdict in relations.items() if verdict == "reject"}
        standing = row.standing
        for relation, status in LEADS_TO.items():
            if standing == status and relation in rejected and relation not in accepted:
                standing = _without_follow_up(row)
        held = next((status for relation, status in LEADS_TO.items() if relation in accepted), None)
        waiting = next((s for r, s in LEADS_TO.items() if r in relations and r not in rejected), None)
        row.standing = held.value if held else _surer(standing, waiting)
        changed.append(row)
    Commitment.objects.bulk_update(changed, ["standing"])


def _without_follow_up(row: Commitment) -> str:
    """Return where a commitment stands of which nothing came: it is stated, and overdue once its day has passed."""
    is_late = row.due_latest is not None and row.due_latest < clock.today()
    return (UndertakingStatus.OVERDUE if is_late else UndertakingStatus.STATED).value


def _surer(standing: str, waiting: UndertakingStatus | None) -> str:
    """Return the first that can be said: where it stands, or where a follow-up leads that nobody judged yet."""
    known = [waiting] if waiting else []
    known += [UndertakingStatus(standing)] if standing else []
    return min(known, key=STANDINGS.index).value if known else standing
