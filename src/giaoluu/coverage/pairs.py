"""Two accounts side by side, and how their days lie to each other."""

from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.parties import Likeness, Party
from giaoluu.model.days import Precision
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import TextRelation, TextTie, Tie

FEW_DAYS = timedelta(days=8)
FRESH = timedelta(days=3)
STALE = timedelta(days=60)


class Pair(NamedTuple):
    """Two accounts with what is known of them together."""

    left: Account
    right: Account
    shared: list[tuple[Party, Party, Likeness]]
    text: TextTie | None
    beside: Tie | None = None
    named: tuple[tuple[Party, Party], ...] = ()
    """Who is named on both pages, but does not take part in both accounts."""
    bodies: tuple[tuple[Party, Party, Likeness], ...] = ()
    """Which bodies of one account may be which of the other."""

    @property
    def likely(self) -> int:
        """How many people are at least perhaps the same."""
        return sum(like >= Likeness.PERHAPS for _, _, like in self.shared)

    @property
    def known(self) -> int:
        """How many people are surely the same."""
        return sum(like >= Likeness.NAME for _, _, like in self.shared)

    @property
    def is_of_one_side(self) -> bool:
        """Say whether all who are perhaps the same are of one side, though two sides are named in both."""
        sides = {party.country for mine, its, like in self.shared if like for party in (mine, its) if party.country}
        return len(sides) == 1 and len(_sides(self.left) & _sides(self.right)) > 1

    @property
    def is_short_of_a_side(self) -> bool:
        """Say whether one account names people of two sides, and the other only those of one whom both name."""
        sides = {party.country for mine, its, _ in self.shared for party in (mine, its) if party.country}
        return len(sides) == 1 and max(len(_sides(self.left)), len(_sides(self.right))) > 1

    @property
    def is_one_visit(self) -> bool:
        """Say whether both tell that one person visits one country at one time: nobody does so twice."""
        visited = self.left.visited & self.right.visited
        guests = [
            mine for mine, _, like in self.shared if like >= Likeness.NAME and mine.country not in {None, *visited}
        ]
        if not visited or not guests:
            return False
        days = [days for days in (self.left.days, self.right.days) if days]
        if any(one.precision is not Precision.DAY for one in days):
            return False
        if len(days) == 2:
            return overlap(*days)
        return self.print_days is not None and self.print_days[2] <= FRESH

    @property
    def depends(self) -> bool:
        """Say whether one text depends on the other."""
        return self.text is not None and self.text.relation is not TextRelation.SAME_SOURCE

    @property
    def print_days(self) -> tuple[Edtf, Edtf, timedelta] | None:
        """When an account without a day of its own was printed, the other's day, and how far they lie apart.

        None where both have a day, and where the days are neither near nor far.
        """
        dated, undated = (self.right, self.left) if self.left.days is None else (self.left, self.right)
        other = dated.days or dated.published
        if undated.days is not None or undated.published is None or other is None:
            return None
        gap = gap_of(undated.published, other)
        tells = gap is not None and (gap <= FRESH or gap > STALE)
        return (undated.published, other, gap) if tells and gap is not None else None


def _sides(account: Account) -> set[str]:
    return {party.country for party in account.people if party.country}


@lru_cache(maxsize=1 << 14)
def gap_of(left: Edtf, right: Edtf) -> timedelta | None:
    """Return how far two dates lie apart at least; None where a year is open.

    >>> gap_of(Edtf("2025-03-05"), Edtf("2025-03-01/2025-03-03")).days
    2
    """
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return None
    return max(left.earliest - right.latest, right.earliest - left.latest, timedelta())


@lru_cache(maxsize=1 << 14)
def overlap(left: Edtf, right: Edtf) -> bool:
    """Say whether two dates may mean one day."""
    return left.overlaps(right)


@lru_cache(maxsize=1 << 14)
def is_few_days(days: Edtf) -> bool:
    """Say whether a date is told to the day and lasts no longer than a visit."""
    if days.precision is not Precision.DAY:
        return False
    return days.earliest is None or days.latest is None or days.latest - days.earliest < FEW_DAYS
