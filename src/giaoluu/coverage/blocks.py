"""Which accounts are compared at all: those that share a word. Nothing is compared with everything.

Accounts with days are gone through in the order of time, those without are looked up: only what may still meet is kept.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.filing import NEAR, are_near, day_words, filed_days, is_loose, lasting_words
from giaoluu.model.links import AccountKey, Identities

CROWDED = 200
"""A word of a day that more accounts share than this says too little; they still meet by others."""

FAMOUS = 48
"""A word for any time that more accounts share says too little: which of so many an undated one tells, nobody knows."""

Pair = tuple[Account, Account]


def candidate_pairs(accounts: Iterable[Account], identities: Identities) -> Iterator[Pair]:
    """Yield each pair of accounts that has to be compared, once, in an order that depends on their keys alone."""
    single = sorted((account for account in accounts if account.single), key=lambda account: account.key)
    yield from _near_in_time(single, identities)
    yield from _at_any_time(single, identities)


def _near_in_time(accounts: list[Account], identities: Identities) -> Iterator[Pair]:
    """Yield the pairs whose days lie near each other, day by day."""
    waiting: dict[int, list[Account]] = defaultdict(list)
    for account in accounts:
        first, _ = filed_days(account)
        if first is not None:
            waiting[first].append(account)
    shelf = _Shelf()
    for day in sorted(waiting):
        shelf.close(day - NEAR)
        for account in waiting.pop(day):
            words = day_words(account, identities)
            yield from _pairs(account, shelf.sharing(words))
            shelf.open(account, words)


class _Shelf:
    """The accounts of a few days by their words."""

    def __init__(self) -> None:
        self._open: dict[AccountKey, tuple[Account, int, frozenset[str]]] = {}
        self._by_word: dict[str, dict[AccountKey, None]] = defaultdict(dict)

    def open(self, account: Account, words: frozenset[str]) -> None:
        """Put an account with its words on the shelf."""
        self._open[account.key] = account, filed_days(account)[1] or 0, words
        for word in words:
            self._by_word[word][account.key] = None

    def sharing(self, words: frozenset[str]) -> Iterator[Account]:
        """Yield the accounts that share a word which says something."""
        held = [self._by_word[word] for word in sorted(words) if word in self._by_word]
        met = {key: None for keys in held if len(keys) <= CROWDED for key in keys}
        return (self._open[key][0] for key in met)

    def close(self, day: int) -> None:
        """Put away the accounts that end before a day."""
        for key in [key for key, (_, last, _) in self._open.items() if last < day]:
            for word in self._open.pop(key)[2]:
                self._by_word[word].pop(key)
                if not self._by_word[word]:
                    del self._by_word[word]


def _at_any_time(accounts: list[Account], identities: Identities) -> Iterator[Pair]:
    """Yield the pairs of which one has no day of its own, as far as they do not lie near each other."""
    loose = {account.key: account for account in accounts if is_loose(account)}
    by_word: dict[str, list[AccountKey]] = defaultdict(list)
    for account in loose.values():
        for word in lasting_words(account, identities):
            by_word[word].append(account.key)
    met: list[tuple[Account, tuple[str, ...]]] = []
    count: Counter[str] = Counter()
    for account in accounts if loose else ():
        held = tuple(sorted(by_word.keys() & lasting_words(account, identities)))
        count.update(held)
        if held:
            met.append((account, held))
    for account, words in met:
        keys = {key: None for word in words if count[word] <= FAMOUS for key in by_word[word]}
        others = (loose[key] for key in keys if account.key not in loose or account.key < key)
        yield from _pairs(account, (other for other in others if not _met_before(account, other, identities)))


def _met_before(account: Account, other: Account, identities: Identities) -> bool:
    """Say whether two accounts met through their days already."""
    if not are_near(filed_days(account), filed_days(other)):
        return False
    return not day_words(account, identities).isdisjoint(day_words(other, identities))


def _pairs(account: Account, others: Iterable[Account]) -> Iterator[Pair]:
    for other in others:
        if account.key.reading != other.key.reading and account.groups & other.groups:
            yield (account, other) if account.key < other.key else (other, account)
