"""Who is called as a search says: a person whose name is looked for comes before all that speaks of them."""

from collections import Counter
from collections.abc import Callable, Iterable

from giaoluu.register.asking import LONGEST_NAME, Query
from giaoluu.register.folding import phrases
from giaoluu.register.models import Person
from giaoluu.register.spoken_names import is_name

People = Iterable[tuple[int, int]]
"""The numbers of people, each with that of their row of search."""

MOST_LOOKED_AT = 200
"""Rows of people that are looked at, the last ones taken in."""

MOST_PEOPLE = 3
"""People who come before all else, those with most articles."""


def called_so(text: str, query: Query, known: People, others: Callable[[], People] | None) -> list[int]:
    """Return rows of search, one for each person whose whole name a text is, in this form or another.

    `known` are people whom a search found, the last ones taken in; `others` asks for them where there are more, which
    only a name that is kept in several forms is worth.
    """
    size = len(text.split())
    is_worth = others is None and size > 1
    if size > LONGEST_NAME or not (is_worth or query.forms or is_name(text)):
        return []
    wanted = {_words(text), *query.forms}
    found = dict(sorted(others() if others else known))
    if not found:
        return []
    people = Person.objects.filter(pk__in=found, current=True).values_list("pk", "canonical", "forms")
    named = [(head or own, own) for own, head, forms in people if not wanted.isdisjoint(map(_words, forms))]
    articles = Counter(head for head, _ in named)
    newest = {head: found[own] for head, own in sorted(named)}
    return [newest[head] for head, _ in sorted(articles.items(), key=lambda one: (-one[1], -one[0]))[:MOST_PEOPLE]]


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name as the index has them."""
    return tuple(word for words in phrases(name) for word in words)
