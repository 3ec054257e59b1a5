"""Which accounts are compared at all: those that share a key. Nothing is compared with everything."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.pairs import FRESH, is_few_days
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import AccountKey, Identities

MOST_PEOPLE = 6
"""People by whom an account is filed; lists of guests go on for pages."""

MOST_MONTHS = timedelta(95)
"""A date over a longer time is filed as if there were none."""

DAY = timedelta(1)
"""Accounts are filed under their days and one more on each side, so that a day's difference still meets."""

WINDOW = 48
"""In a crowded block an account is compared with so many that follow; the rest meet under finer keys."""

BY_NAME = "name"
"""What opens the keys by which accounts without days meet others."""

Key = tuple[str, ...]


def candidate_pairs(accounts: Iterable[Account], identities: Identities) -> Iterator[tuple[Account, Account]]:
    """Yield each pair of accounts that shares a key, once, in an order that depends on their keys alone."""
    single = sorted((account for account in accounts if account.single), key=lambda account: account.key)
    loose = {account.key: account for account in single if is_loose(account)}
    sought = {key for account in loose.values() for key in name_keys(account, identities)}
    blocks: dict[Key, list[Account]] = defaultdict(list)
    for account in single:
        names = (key for key in name_keys(account, identities) if key in sought) if sought else ()
        for key in {*block_keys(account), *names}:
            blocks[key].append(account)
    seen: set[tuple[AccountKey, AccountKey]] = set()
    for key in sorted(blocks):
        block = blocks.pop(key)
        by_name = key[0] == BY_NAME
        for left, right in _near_each_other(block):
            if by_name and left.key not in loose and right.key not in loose:
                continue
            pair = (left.key, right.key)
            if pair not in seen:
                seen.add(pair)
                yield left, right


def _near_each_other(block: list[Account]) -> Iterator[tuple[Account, Account]]:
    """Yield the pairs of one block; in a crowded one only those that stand close by in time and by who takes part."""
    if len(block) > WINDOW:
        block.sort(key=lambda account: (_sorting_day(account), _sorting_party(account), account.key))
    for place, account in enumerate(block):
        for other in block[place + 1 : place + 1 + WINDOW]:
            if account.key.reading != other.key.reading:
                yield (account, other) if account.key < other.key else (other, account)


def block_keys(account: Account) -> Iterator[Key]:
    """Yield what an account is filed under: when and between whom, who and when, where and when, which edition."""
    days = list(_days(account))
    months = sorted({day[:7] for day in days}) or list(_months(account.days))
    countries = sorted(account.countries) or [""]
    yield from (("when", *key) for key in product(days, sorted(account.groups), countries))
    people = [party.entity for party in account.people[:MOST_PEOPLE] if party.entity]
    yield from (("who", *key) for key in product(people, months))
    bodies = [key for body in account.bodies[:MOST_PEOPLE] for key in ([body.entity] if body.entity else body.posts)]
    for kind in sorted(account.kinds):
        yield from (("body", key, month, kind) for key, month in product(bodies, months))
        yield from (("edition", str(edition), kind) for edition in account.editions)
        yield from (("place", place, month, kind) for place, month in product(account.places, months))


def name_keys(account: Account, identities: Identities) -> Iterator[Key]:
    """Yield what the names of an account's people are filed under, whatever the day."""
    for party in account.people[:MOST_PEOPLE]:
        if party.entity:
            yield (BY_NAME, party.entity)
        if party.names:
            yield from ((BY_NAME, key) for key in identities.keys(party.names[0]))


def is_loose(account: Account) -> bool:
    """Say whether an account has no days to be filed by."""
    return account.days is None or account.days.is_year_masked or not is_few_days(account.days)


def _days(account: Account) -> Iterator[str]:
    """Yield the days under which an account is filed: its own, or without any those before its print."""
    days = account.days
    if days is not None and days.is_year_masked and is_few_days(days):
        yield days.text.partition("/")[0]
    elif days is not None and is_few_days(days) and days.earliest and days.latest:
        yield from _each(days.earliest - DAY, days.latest + DAY)
    elif days is None and account.published and is_few_days(account.published) and account.published.latest:
        yield from _each(account.published.latest - FRESH, account.published.latest)


def _each(first: date, last: date) -> Iterator[str]:
    """Yield the days from first to last."""
    return (str(first + timedelta(ahead)) for ahead in range((last - first).days + 1))


def _months(days: Edtf | None) -> Iterator[str]:
    """Yield the months of a date that is told to the month."""
    if days is None or days.earliest is None or days.latest is None or days.latest - days.earliest > MOST_MONTHS:
        return
    month = days.earliest.replace(day=1)
    while month <= days.latest:
        yield f"{month:%Y-%m}"
        month = (month + timedelta(31)).replace(day=1)


def _sorting_day(account: Account) -> str:
    """Return the day by which accounts stand beside each other in a block."""
    days = account.days or account.published
    return days.text if days else ""


def _sorting_party(account: Account) -> str:
    """Return the party by which accounts of one day stand beside each other."""
    return min((party.entity or party.names[0] for party in account.people if party.entity or party.names), default="")
