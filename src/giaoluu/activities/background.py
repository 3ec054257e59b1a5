"""The background: activities on which an article only looks back."""

from dataclasses import replace
from datetime import timedelta

from giaoluu.activities.drafts import PAST
from giaoluu.model.activities import ActivityMention, Status
from giaoluu.model.article import Article
from giaoluu.model.days import Precision
from giaoluu.model.edtf import Edtf
from giaoluu.model.spans import Cited

LOOKING_BACK = 21
"""Days before the newest activity of an article from which another is only recalled."""

LEAP = 2000
"""A year that has every day, in which dates without a year are compared."""


def looked_back(article: Article, made: list[ActivityMention]) -> list[ActivityMention]:
    """Mark as recalled what is dated well before the activities of the opening, or before the article itself."""
    dates = [
        one.date.value.earliest
        for one in made
        if one.main and one.date and one.status and one.status.value not in {*PAST, Status.PLANNED}
    ]
    now = max((date for date in dates if date), default=None)
    if article.published and article.published.value.earliest:
        now = article.published.value.earliest
    first = next((one.date.value for one in made if one.main and one.date), None)
    if now is None or (article.published is None and first is not None and first.is_year_masked):
        return _without_year(made)
    horizon = now - timedelta(days=LOOKING_BACK)
    result = []
    for one in made:
        latest = one.date.value.latest if one.date else None
        if latest is not None and latest < horizon and one.status and one.date:
            one = replace(
                one, main=False, status=Cited(Status.RECALLED, one.date.span, "dated-long-before", inferred=True)
            )
        result.append(one)
    return result


def _without_year(made: list[ActivityMention]) -> list[ActivityMention]:
    """Mark as recalled what has its year printed where the main activity has none: it was in another year."""
    days = [one.date.value for one in made if one.main and one.date]
    if not days or not str(days[0]).startswith("XXXX"):
        return made
    result = []
    for one in made:
        past = one.date is not None and one.status is not None and one.status.value is Status.HELD
        another = one.date is not None and not str(one.date.value).startswith("XXXX")
        if past and one.date and (another or _is_long_before(one.date.value, days[0])) and not one.occasions:
            one = replace(
                one, main=False, status=Cited(Status.RECALLED, one.date.span, "dated-in-another-year", inferred=True)
            )
        result.append(one)
    return result


def _is_long_before(day: Edtf, first: Edtf) -> bool:
    """Say whether a date without a year lies well before another one in the same year."""
    if day.precision is not Precision.DAY or first.precision is not Precision.DAY:
        return False
    last, start = day.with_year(LEAP).latest, first.with_year(LEAP).earliest
    return bool(last and start and last < start - timedelta(days=LOOKING_BACK))
