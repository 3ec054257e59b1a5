"""Which pages have to do with the promises of new ones: filed by what they promise, what that names, what they tell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from giaoluu.coverage import foretold
from giaoluu.register.linking.accounts import names_of
from giaoluu.register.linking.pages import Page, in_parts
from giaoluu.register.models import PromiseKey

NEAREST = 8
"""Pages under one key that a new one is compared with, before it in time and after it."""

MOST_PAGES = 30
"""Pages that a new one is compared with for its promises, those that share most with it first."""

MOST_ASKED = 2000
"""Rows that are looked at for one page, the newest first."""

Asked = dict[int, tuple[date, frozenset[str]]]
"""Article → its day, and the keys of the pages that it is compared with."""


def file_pages(pages: Iterable[Page]) -> Asked:
    """File pages anew under what they promise, name and tell; return what each of them asks for."""
    asked: Asked = {}
    filed: list[PromiseKey] = []
    known = list(pages)
    names = names_of(known)
    for page in known:
        found = foretold(page.reading, names)
        day = page.article.sorted_by
        filed += [PromiseKey(article=page.article, key=key[:120], day=day) for key in sorted(found.keys)]
        asked[page.article.pk] = day, found.asks
    for some in in_parts(sorted(asked)):
        PromiseKey.objects.filter(article__in=some).delete()
    PromiseKey.objects.bulk_create(filed, batch_size=1000)
    return asked


def foretellers(asked: Asked) -> set[int]:
    """Return the articles that may have made a promise which these keep or say again, or kept one of theirs."""
    return {number for article, (day, keys) in asked.items() for number in _near(article, day, keys)}


def _near(article: int, day: date, keys: frozenset[str]) -> Iterable[int]:
    """Return the articles that share most with one, of each key those nearest in time."""
    under: Mapping[str, list[tuple[date, int]]] = defaultdict(list)
    for some in in_parts(sorted(key[:120] for key in keys)):
        found = PromiseKey.objects.filter(key__in=some, article__current=True).exclude(article=article)
        for key, when, number in found.order_by("-day", "-pk").values_list("key", "day", "article")[:MOST_ASKED]:
            under[key].append((when, number))
    shared = Counter[int]()
    for rows in under.values():
        later = [number for when, number in rows if when >= day]
        earlier = [number for when, number in rows if when < day]
        shared.update({*later[-NEAREST:], *earlier[:NEAREST]})
    return [number for number, _ in sorted(shared.items(), key=lambda one: (-one[1], -one[0]))[:MOST_PAGES]]
