"""Where accounts of one activity differ: all values side by side with their sources, and the one that is shown.

Shown is what the most independent sources say; among these the most precise; then what was printed first; then the
value that sorts first. Values that go together (a month and a day of it) are no conflict.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.conflicts_of_people import Seen, kinds_of, names_go, same_people, told_of
from giaoluu.model.activities import Status
from giaoluu.model.days import COARSENESS
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import AccountKey, Conflict, Identities, Told, Witness

UNKNOWN_DAY = "9999"

IN_TIME = frozenset({Status.PLANNED, Status.ANNOUNCED, Status.ONGOING, Status.HELD, Status.RECALLED})
"""What one activity is called one after the other; cancelled, or one of many, it is not."""


def conflicts_of(
    accounts: Sequence[Account], witnesses: Sequence[Witness], identities: Identities | None = None
) -> tuple[Conflict, ...]:
    """Return what the accounts of one activity tell differently, property by property.

    With `identities` also how the names of people are spelt, and which posts they hold.
    """
    rank = _ranking(accounts, witnesses)
    found = [
        _conflict("date", [(str(account.days), account.key) for account in accounts if account.days], rank, _days_go),
        _conflict("kind", [(account.kind, account.key) for account in accounts], rank, _never),
        _conflict("status", [(one.status, one.key) for one in accounts if one.status], rank, _statuses_go),
        _conflict("place", [(_places(one), one.key) for one in accounts if one.places], rank, _places_go),
        _conflict("edition", [(str(min(a.editions)), a.key) for a in accounts if a.editions], rank, _never),
    ]
    for counted in sorted({counted for account in accounts for counted, _ in account.counts}):
        values = [(value, one.key) for one in accounts for what, value in one.counts if what == counted]
        found.append(_conflict("count", values, rank, _never, subject=counted))
    if identities and len(accounts) > 1:
        found += (one for group in same_people(accounts, identities) for one in _of_person(group, identities, rank))
    return tuple(conflict for conflict in found if conflict)


def _of_person(group: Sequence[Seen], identities: Identities, rank: "Rank") -> Iterator[Conflict | None]:
    """Yield what the accounts tell differently of one person."""
    subject, kinds = group[0][0].names[0] if group[0][0].names else None, kinds_of(group)
    for name, values in told_of(group):
        agree = partial(names_go, identities=identities) if name == "name" else partial(_posts_go, kinds)
        yield _conflict(name, values, rank, agree, subject=subject)


def shown_date(accounts: Sequence[Account], witnesses: Sequence[Witness]) -> Edtf | None:
    """Return the date that stands for an activity, or None where no account has one."""
    values = [(str(account.days), account.key) for account in accounts if account.days]
    if not values:
        return None
    return Edtf(_best(_grouped(values), _ranking(accounts, witnesses), _days_go)[0])


Rank = Callable[[Iterable[AccountKey]], tuple[int, str]]


def _ranking(accounts: Sequence[Account], witnesses: Sequence[Witness]) -> Rank:
    """Return what ranks a value by its sources: independent ones first, then the day of print."""
    witness_of = {reading: number for number, witness in enumerate(witnesses) for reading in witness.readings}
    printed = {account.key: str(account.published or UNKNOWN_DAY) for account in accounts}

    def rank(keys: Iterable[AccountKey]) -> tuple[int, str]:
        sources = list(keys)
        return -len({witness_of[key.reading] for key in sources}), min(printed[key] for key in sources)

    return rank


def _grouped(values: Iterable[tuple[str, AccountKey]]) -> dict[str, list[AccountKey]]:
    grouped: dict[str, list[AccountKey]] = defaultdict(list)
    for value, key in values:
        grouped[value].append(key)
    return dict(sorted(grouped.items()))


def _best(
    grouped: dict[str, list[AccountKey]], rank: Rank, agree: Callable[[str, str], bool]
) -> tuple[str, tuple[int, int, str]]:
    """Return the value that is shown; a value is also held up by those who say it less precisely."""
    ranked = []
    for value in grouped:
        backing = [key for other, keys in grouped.items() if other == value or agree(value, other) for key in keys]
        count, _ = rank(backing)
        ranked.append(((count, _coarseness(value), rank(grouped[value])[1]), value))
    best, value = min(ranked)
    return value, best


def _conflict(
    name: str,
    values: list[tuple[str, AccountKey]],
    rank: Rank,
    agree: Callable[[str, str], bool],
    *,
    subject: str | None = None,
) -> Conflict | None:
    """Return the conflict about one property, or None where all values go together."""
    grouped = _grouped((str(value), key) for value, key in values)
    listed = list(grouped)
    if all(agree(mine, its) for number, mine in enumerate(listed) for its in listed[number + 1 :]):
        return None
    shown, (count, _, _) = _best(grouped, rank, agree)
    told = tuple(Told(value, tuple(sorted(keys))) for value, keys in grouped.items())
    sources = "source says" if count == -1 else "independent sources say"
    return Conflict(name, told, shown, f"{-count} {sources} so, the most precise and the first printed", subject)


def _coarseness(value: str) -> int:
    try:
        return COARSENESS[Edtf(value).precision]
    except ValueError:
        return 0


def _days_go(mine: str, its: str) -> bool:
    left, right = Edtf(mine), Edtf(its)
    return left.contains(right) or right.contains(left)


def _posts_go(kinds: Mapping[str, frozenset[str]], mine: str, its: str) -> bool:
    """Say whether posts in their words go together: they have one of a kind."""
    return not kinds[mine].isdisjoint(kinds[its])


def _statuses_go(mine: str, its: str) -> bool:
    """Say whether two statuses go together: what was planned is held, what was held is recalled."""
    return {mine, its} <= IN_TIME


def _never(_mine: str, _its: str) -> bool:
    return False


def _places(account: Account) -> str:
    return " ".join(sorted(account.places))


def _places_go(mine: str, its: str) -> bool:
    left, right = set(mine.split()), set(its.split())
    return bool(left & right)
