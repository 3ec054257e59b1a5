"""What an account is filed under, so that it meets those that may tell the same: by its days, and whatever the day.

Two accounts are compared if they stand near each other in time and share a word of their days, or if one of them has
no day of its own and both share a word that holds at any time. Whether two meet depends on these two alone.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.pairs import FRESH, is_few_days
from giaoluu.coverage.parties import Party
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import Identities

MOST_PEOPLE = 6
"""People, and bodies, by whom an account is filed; lists of guests go on for pages."""

MOST_MONTHS = timedelta(95)
"""A date over a longer time is filed as if there were none."""

NEAR = 2
"""Days that two accounts of one activity may lie apart."""

BRIEF = 2
"""Keys of a name, and posts, by which a person is filed for any day."""


Days = tuple[int | None, int | None]
"""First and last day that an account is filed under, as ordinals."""


class Filing(NamedTuple):
    """The days of an account (as ordinals) with the words for them, and the words that hold at any time."""

    first: int | None
    last: int | None
    of_days: frozenset[str]
    at_any_time: frozenset[str]
    is_loose: bool

    def keys(self) -> Iterator[str]:
        """Yield what the account is filed under where it is kept."""
        yield from self._on_days(0)
        yield from (f"{'loose' if self.is_loose else 'dated'} {word}" for word in self.at_any_time)

    def asks(self) -> Iterator[str]:
        """Yield the keys of those accounts that this one has to be compared with."""
        yield from self._on_days(NEAR)
        for word in self.at_any_time:
            yield f"loose {word}"
            if self.is_loose:
                yield f"dated {word}"

    def meets(self, other: "Filing") -> bool:
        """Say whether two accounts have to be compared."""
        if self.is_near(other) and not self.of_days.isdisjoint(other.of_days):
            return True
        return (self.is_loose or other.is_loose) and not self.at_any_time.isdisjoint(other.at_any_time)

    def is_near(self, other: "Filing") -> bool:
        """Say whether the days of two accounts lie near each other."""
        return are_near((self.first, self.last), (other.first, other.last))

    def _on_days(self, around: int) -> Iterator[str]:
        if self.first is not None and self.last is not None:
            days = range(self.first - around, self.last + around + 1)
            yield from (f"{day} {word}" for day in days for word in self.of_days)


def filing_of(account: Account, identities: Identities) -> Filing:
    """Return what an account is filed under.

    >>> from giaoluu import captures, read, samples
    >>> from giaoluu.coverage.accounts import accounts_of
    >>> from giaoluu.coverage.names import PrintedNames
    >>> names = PrintedNames()
    >>> pages = captures([str(samples.page_of(name)) for name in ("readout-vi", "readout-zh")])
    >>> left, right = (filing_of(accounts_of(read(page), names)[0], names) for page in pages)
    >>> left.meets(right), "ambassador:VN" in left.of_days & right.of_days
    (True, True)
    """
    first, last = filed_days(account)
    words = day_words(account, identities) if first else frozenset()
    return Filing(first, last, words, lasting_words(account, identities), is_loose(account))


def are_near(mine: Days, its: Days) -> bool:
    """Say whether two accounts that are filed under these first and last days stand near each other in time."""
    (first, last), (its_first, its_last) = mine, its
    if first is None or last is None or its_first is None or its_last is None:
        return False
    return first - its_last <= NEAR and its_first - last <= NEAR


def is_loose(account: Account) -> bool:
    """Say whether an account has no days of its own to be filed by."""
    return account.days is None or account.days.is_year_masked or not is_few_days(account.days)


def day_words(account: Account, identities: Identities) -> frozenset[str]:
    """Return the words by which an account meets others of its days."""
    return frozenset((*_words(account, _people(account, identities)), *_editions(account)))


def lasting_words(account: Account, identities: Identities) -> frozenset[str]:
    """Return the words by which an account meets others whatever their days."""
    return frozenset((*_any(account, _people(account, identities)), *_editions(account)))


def _editions(account: Account) -> Iterator[str]:
    return (f"edition {number} {kind}" for number, kind in product(account.editions, account.kinds))


def _people(account: Account, identities: Identities) -> list[list[str]]:
    return [_of_person(party, identities) for party in (*account.people, *account.named)[:MOST_PEOPLE]]


def _of_person(party: Party, identities: Identities) -> list[str]:
    """Return what a person is known by: kinds of post with their country, then keys of the name."""
    posts = sorted(party.posts)[:BRIEF]
    return posts + (sorted(identities.keys(party.names[0])) if party.names else [])


def _words(account: Account, people: Iterable[list[str]]) -> Iterator[str]:
    """Yield the words for a day: each person, body and place, and between which two countries."""
    for words in people:
        yield from words
    for body in account.bodies[:MOST_PEOPLE]:
        yield from (f"{word} {group}" for word, group in product((*body.posts, *body.names), account.groups))
    for kind in account.kinds:
        yield from (f"{place} {kind}" for place in account.places)
    pairs = combinations(sorted(account.countries), 2)
    yield from (f"{one} {other} {group}" for (one, other), group in product(pairs, account.groups))


def _any(account: Account, people: list[list[str]]) -> Iterator[str]:
    """Yield the words for any time: two people and the kind; one party or place in a month."""
    brief = [_brief(words) for words in people]
    for mine, its in combinations(brief, 2):
        for one, other in product(mine, its):
            yield from (f"{min(one, other)} {max(one, other)} {kind}" for kind in account.kinds)
    words = [word for some in brief for word in some]
    words += [f"{place} {kind}" for place, kind in product(account.places, account.kinds)]
    words += [f"{post} {kind}" for body in account.bodies[:BRIEF] for post, kind in product(body.posts, account.kinds)]
    yield from (f"{when} {word}" for when, word in product(_whens(account.days), words))


def _brief(words: list[str]) -> list[str]:
    """Return the words of a person that are worth keeping for any time: a post, and the first keys of the name."""
    posts = [word for word in words if ":" in word]
    return [*posts[:1], *[word for word in words if ":" not in word][:BRIEF]]


def filed_days(account: Account) -> Days:
    """Return the days of an account: its own, or without any those before its print; None where neither is known."""
    days = account.days
    if days is not None:
        if days.is_year_masked or not is_few_days(days) or days.earliest is None or days.latest is None:
            return None, None
        return days.earliest.toordinal(), days.latest.toordinal()
    printed = account.published
    if printed is None or not is_few_days(printed) or printed.latest is None:
        return None, None
    return printed.latest.toordinal() - FRESH.days, printed.latest.toordinal()


@lru_cache(maxsize=1 << 14)
def _whens(days: Edtf | None) -> tuple[str, ...]:
    """Return the months of a date, and its days without their year."""
    if days is None or (days.is_year_masked and not is_few_days(days)):
        return ()
    if days.is_year_masked:
        return tuple(dict.fromkeys(part[4:] for part in days.text.split("/")))
    if days.earliest is None or days.latest is None or days.latest - days.earliest > MOST_MONTHS:
        return ()
    each = [days.earliest + timedelta(ahead) for ahead in range((days.latest - days.earliest).days + 1)]
    months = dict.fromkeys(f"{day:%Y-%m}" for day in each)
    return (*months, *(f"{day:-%m-%d}" for day in each if is_few_days(days)))
