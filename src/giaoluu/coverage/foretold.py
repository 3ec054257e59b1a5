"""What a page is filed under so that what it promises meets earlier promises, and what took place meets its promise."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

from giaoluu.coverage.accounts import Account, accounts_of
from giaoluu.coverage.following import named_by
from giaoluu.coverage.promises import sides_bound
from giaoluu.coverage.statements import statements_of
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import Identities
from giaoluu.model.reading import Reading

MOST_MONTHS = 12
"""An activity over a longer time is filed under the months at its beginning."""

SAID, NAMED, TOLD = "said", "named", "told"
MEETS = {SAID: SAID, NAMED: TOLD, TOLD: NAMED}
"""A promise meets promises; what a promise names meets what is told, and the other way round."""


class Foretold(NamedTuple):
    """The keys under which a page is filed, and those of the pages that it has to be compared with."""

    keys: frozenset[str]
    asks: frozenset[str]


def foretold(reading: Reading, identities: Identities) -> Foretold:
    """Return what a page is filed under for its promises, what they name, and what it tells.

    >>> from giaoluu import captures, read, samples
    >>> from giaoluu.coverage.names import PrintedNames
    >>> (page,) = captures([str(samples.page_of("forum-vi"))])
    >>> "told forum 13" in foretold(read(page), PrintedNames()).asks
    True
    """
    filed = frozenset(_filed(reading, identities))
    return Foretold(
        frozenset(f"{sort} {word}" for sort, word in filed),
        frozenset(f"{MEETS[sort]} {word}" for sort, word in filed),
    )


def _filed(reading: Reading, identities: Identities) -> Iterator[tuple[str, str]]:
    statements = {one.id: one for one in statements_of(reading, None, identities)}
    named: set[str] = set()
    for commitment in reading.commitments:
        if said := statements.get(commitment.quotation):
            themes = said.themes.union(commitment.themes)
            yield from ((SAID, f"{side} {theme}") for side, theme in product(sides_bound(commitment, said), themes))
            named |= {activity.id for activity in named_by(commitment, reading)}
    for account in accounts_of(reading, identities):
        if account.key.activity in named:
            yield from ((NAMED, word) for word in _words(account))
        elif account.main:
            yield from ((TOLD, word) for word in _words(account))


def _words(account: Account) -> Iterator[str]:
    """Yield what an activity can be known by: its kind with its edition, or with a month and a place or country."""
    for kind in account.kinds:
        yield from (f"{kind} {number}" for number in account.editions)
        for month, where in product(_months(account.days), (*account.places, *account.countries)):
            yield f"{kind} {month} {where}"


def _months(days: Edtf | None) -> Iterable[str]:
    if days is None or days.earliest is None or days.latest is None or days.is_year_masked:
        return ()
    first = days.earliest.year * 12 + days.earliest.month - 1
    last = min(days.latest.year * 12 + days.latest.month, first + MOST_MONTHS)
    return [f"{date(month // 12, month % 12 + 1, 1):%Y-%m}" for month in range(first, last)]
