"""Which pages are compared with a new one.

Those that tell of the same people about the same time, and those that tell of the same days between the same countries.

`coverage.link_more` finds its candidates by keys of its own, for whoever keeps prints and nothing else. Here rows of
people, days and countries are indexed already, change with each judgement, and are asked directly; the keys of prints
would be a second index, of eighty rows a page in the mean, that has to follow every correction.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q

from giaoluu.identities.parts import HOLDER
from giaoluu.register.linking.pages import in_parts
from giaoluu.register.models import Activity, ActivityCountry, Article, NameKey, Participant, Person
from giaoluu.register.models.pages import NO_DAY

NEARBY = timedelta(2)
"""Days by which two reports of one activity may disagree."""

PRINTED_WITHIN = timedelta(45)
"""Two reports of one activity are printed within so many days of each other."""

MOST_PAGES = 60
"""Pages that a new one is compared with, those that share most first."""

MOST_ASKED = 1500
"""Rows that are looked at for one page before they are counted."""


def neighbours(article: Article) -> list[int]:
    """Return the articles that may tell what an article tells, those that share most with it first."""
    shared = Counter[int]()
    shared.update(_by_people(article))
    shared.update(_by_days(article))
    shared.pop(article.pk, None)
    best = sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:MOST_PAGES]
    return [number for number, _ in best]


def with_their_groups(numbers: Iterable[int]) -> set[int]:
    """Return articles and all that tell one activity with one of theirs."""
    found = set(numbers)
    for some in in_parts(sorted(found)):
        rows = Activity.objects.filter(current=True, article__in=some)
        heads = {canonical or number for number, canonical in rows.values_list("pk", "canonical")}
        for part in in_parts(sorted(heads)):
            group = Activity.objects.filter(Q(pk__in=part) | Q(canonical__in=part), current=True)
            found |= set(group.values_list("article_id", flat=True))
    return found


def _by_people(article: Article) -> Counter[int]:
    """Count by article the people of one who take part there as well, printed about the same time or undated."""
    here = Participant.objects.filter(activity__article=article, person__isnull=False).values("person")
    names = NameKey.objects.filter(person__in=here).exclude(key__startswith=HOLDER).values_list("key", "person")
    person_of_key = dict(names)
    known = Person.objects.filter(pk__in=here, canonical__isnull=False).values_list("canonical", flat=True)
    heads = {head for head in known if head}
    pairs: set[tuple[int, int]] = set()
    for some in in_parts(sorted(person_of_key)):
        found = Person.objects.filter(_about_then(article), current=True, background=False, name_keys__key__in=some)
        for number, key in found.values_list("article_id", "name_keys__key").order_by("-article_id")[:MOST_ASKED]:
            if key in person_of_key:
                pairs.add((number, person_of_key[key]))
    for head in heads:
        same = Person.objects.filter(Q(pk=head) | Q(canonical=head), _about_then(article), current=True)
        pairs |= {(number, -head) for number in same.order_by("-pk").values_list("article_id", flat=True)[:MOST_PAGES]}
    return Counter(number for number, _ in pairs)


def _about_then(article: Article) -> Q:
    """Return what finds pages printed about the same time, or of unknown day."""
    if article.sorted_by == NO_DAY:
        return Q()
    low, high = article.sorted_by - PRINTED_WITHIN, article.sorted_by + PRINTED_WITHIN
    return Q(article__sorted_by__range=(low, high)) | Q(article__sorted_by=NO_DAY)


def _by_days(article: Article) -> Counter[int]:
    """Count by article the activities of the same days between the same countries."""
    found = Counter[int]()
    for row in article.activities.filter(current=True, main=True, earliest__isnull=False, latest__isnull=False)[:8]:
        if row.earliest is None or row.latest is None or row.latest - row.earliest > PRINTED_WITHIN:
            continue
        low, high = row.earliest - NEARBY, row.latest + NEARBY
        there = Activity.objects.filter(current=True, main=True, earliest__range=(low, high), latest__lte=high)
        countries = row.countries.split()
        if countries:
            there = there.filter(pk__in=ActivityCountry.objects.filter(code__in=countries).values("activity"))
        found.update(there.order_by("-pk").values_list("article_id", flat=True)[:MOST_PAGES])
    return found
