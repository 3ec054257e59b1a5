"""Pairs that may be one, for a person to say."""

from collections.abc import Iterable

from giaoluu.register.linking.pages import in_parts
from giaoluu.register.models import Question


def forget_questions(sort: Question.Sort, heads: Iterable[int]) -> None:
    """Drop the questions about some rows: they are asked again where they are still open."""
    for some in in_parts(sorted(heads)):
        for side in ("left", "right"):
            Question.objects.filter(sort=sort, **{f"{side}__in": some}).delete()


def keep_question(sort: Question.Sort, left: int, right: int, *, score: float, reason: str) -> None:
    """Keep the question whether two rows are one, once."""
    Question.objects.get_or_create(sort=sort, left=left, right=right, defaults={"score": score, "reason": reason})
