"""Answers to what linking asks, each kept once: saying the same again changes nothing.

from giaoluu.register.answering import answer_pair

answer_pair(one, other, "merge", who="An").is_new      # True, and False for the same again
"""

from typing import NamedTuple

from django.db import transaction

from giaoluu.model.errors import RegisterError
from giaoluu.register.heads import head_of
from giaoluu.register.joining import Row, keep_apart, merge
from giaoluu.register.linking.rulings import known_by, written
from giaoluu.register.models import Article, FollowUp, Judgement, Person, Question
from giaoluu.register.promising import TABLE, judge_follow_up

SAYING = {"merge": merge, "never_merge": keep_apart}
"""What can be said of a pair."""


class Answer(NamedTuple):
    """What somebody said, and whether it was said just now."""

    judgement: Judgement
    is_new: bool


def answer_pair(one: Row, other: Row, verdict: str, *, who: str, why: str = "") -> Answer:
    """Say of two rows that they are one or two, and drop the question; what was said last is not said again."""
    say = SAYING.get(verdict)
    if say is None:
        raise RegisterError(f"{verdict!r} is no answer to a pair; use one of {', '.join(SAYING)}")
    sort = "person" if isinstance(one, Person) else "activity"
    left, right = sorted((head_of(one), head_of(other)))
    with transaction.atomic():
        # Two who answer at the same time come one after the other, whichever side they name first.
        list(Article.objects.select_for_update().filter(pk__in={one.article_id, other.article_id}).order_by("pk"))
        last = _last_on(sort, one, other)
        made = last if last is not None and last.verdict == verdict else say(one, other, who=who, why=why)
        Question.objects.filter(sort=sort, left=left, right=right).delete()
    return Answer(made, made is not last)


def answer_follow_up(follow_up: FollowUp, verdict: str, *, who: str, why: str = "") -> Answer:
    """Say what somebody makes of a follow-up; what was said last is not said again."""
    with transaction.atomic():
        locked = FollowUp.objects.select_for_update(of=("self",)).select_related(
            "commitment__article", "activity__article"
        )
        row = locked.get(pk=follow_up.pk)
        if verdict and row.verdict == verdict and (last := _last_on_follow_up(row)) is not None:
            return Answer(last, is_new=False)
        return Answer(judge_follow_up(row, verdict, who=who, why=why), is_new=True)


def _last_on(sort: str, one: Row, other: Row) -> Judgement | None:
    """Return what was said last of two rows and stands."""
    found: list[Judgement] = []
    for this, that in ((one, other), (other, one)):
        known = known_by(this)
        said = Judgement.objects.filter(
            table=sort, page=known.page, about=known.name, exact=known.exact, value=written((known_by(that),))
        )
        found += said.filter(verdict__in=SAYING, undone_by=None)
    return max(found, key=lambda row: row.pk, default=None)


def _last_on_follow_up(follow_up: FollowUp) -> Judgement | None:
    """Return what was said last of a follow-up and stands."""
    row = follow_up.commitment
    said = Judgement.objects.filter(table=TABLE, page=row.article.page, exact=row.text, undone_by=None)
    return said.filter(value=written((known_by(follow_up.activity),))).order_by("-pk").first()
