"""What holds pages together: one person in many articles, one activity in many accounts, promises over time.

`link` compares what was taken in since the last time with all that shares a name or a day with it, and writes
`canonical` columns, questions for people, and what became of promises. `link(everything=True)` starts afresh. What
people said (`giaoluu.register.joining`) holds either way.
"""

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from giaoluu.register import clock
from giaoluu.register.linking.accounts import names_of, settle_accounts
from giaoluu.register.linking.bodies import settle_bodies
from giaoluu.register.linking.pages import pages_of
from giaoluu.register.linking.people import forget_people, settle_people
from giaoluu.register.linking.promises import let_time_pass, settle_all_promises, settle_promises
from giaoluu.register.linking.rulings import pages_judged
from giaoluu.register.models import Activity, Article, Commitment, Organisation, Person, Question

BATCH = 3
"""Pages that are compared with the register at once: the store is kept from others for half a second or so."""

BREATH = 0.12
"""Seconds between two batches: who waits for SQLite looks every tenth of a second whether it is free."""

FEW = 150
"""A register of no more pages is linked whole each time: that takes a few seconds."""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What linking came to: pages compared, activities that several accounts tell, open questions."""

    pages: int
    shared: int
    questions: int


def link(*, everything: bool = False) -> LinkReport:
    """Link the pages that were taken in since the last time, or with `everything` all of them."""
    return report_on(sum(link_in_steps(everything=everything)))


def forget_answered() -> None:
    """Drop the questions whose two rows are one by now, or of which one is there no more."""
    for sort, table in ((Question.Sort.PERSON, Person), (Question.Sort.ACTIVITY, Activity)):
        heads = table._default_manager.filter(current=True, canonical=None).values("pk")
        for side in ("left", "right"):
            Question.objects.filter(sort=sort).exclude(**{f"{side}__in": heads}).delete()


def report_on(pages: int) -> LinkReport:
    """Return what linking some pages came to."""
    shared = Activity.objects.filter(current=True, accounts__gt=1).count()
    return LinkReport(pages, shared, Question.objects.count())


def link_in_steps(*, everything: bool = False) -> Iterator[int]:
    """Link as `link` does and yield the number of pages after each step.

    Each step is one transaction: after a kill the same call goes on where that one stopped.
    """
    yield from _in_steps(everything=everything)
    let_time_pass(clock.today())


def _in_steps(*, everything: bool) -> Iterator[int]:
    """Link and yield the number of pages after each step."""
    waiting = list(_unlinked().values_list("pk", flat=True))
    judged = pages_judged()
    compared = Article.objects.filter(Q(is_exchange=True) | Q(page__in=judged), current=True)
    if everything or (waiting and compared.count() <= FEW):
        numbers = list(compared.order_by("pk").values_list("pk", flat=True))
        _link_whole(numbers)
        forget_answered()
        yield len(numbers)
        return
    for start in range(0, len(waiting), BATCH):
        numbers = waiting[start : start + BATCH]
        if start and connection.vendor == "sqlite":
            time.sleep(BREATH)
        with transaction.atomic():
            _link_batch(numbers, judged)
            forget_answered()
        yield len(numbers)


def waiting_to_be_linked() -> int:
    """Return how many current pages were not compared with the others yet."""
    return _unlinked().count()


def _unlinked() -> QuerySet[Article]:
    return Article.objects.filter(current=True, linked=False).order_by("pk")


def _link_batch(numbers: list[int], judged: Collection[str]) -> None:
    """Link some pages with what shares a name or a day with them."""
    pages = [page for page in pages_of(numbers) if page.article.is_exchange or page.article.page in judged]
    settle_people(pages)
    settle_bodies(numbers)
    settle_accounts(pages)
    settle_promises(pages)
    Article.objects.filter(pk__in=numbers).update(linked=True)


def _link_whole(numbers: list[int]) -> None:
    """Link all pages afresh: what stood between them is forgotten, but for what people said."""
    pages = list(pages_of(numbers))
    with transaction.atomic():
        for table in (Activity, Commitment, Organisation, Person):
            table._default_manager.exclude(canonical=None).update(canonical=None)
        forget_people()
        settle_people(pages)
        settle_bodies(numbers)
        links = settle_accounts(pages, whole=True)
        settle_all_promises(pages, links, names_of(pages))
        Article.objects.filter(current=True, linked=False).update(linked=True)


__all__ = ["LinkReport", "link", "link_in_steps", "report_on", "waiting_to_be_linked"]
