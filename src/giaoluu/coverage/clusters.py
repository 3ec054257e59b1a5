"""From ties to activities: the surest first, and never against what keeps two accounts apart."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.pairs import overlap
from giaoluu.model.links import BY_PEOPLE, AccountKey, Decision, Tie

MARGIN = 1.5
"""An account without days that fits two activities goes to the better one only if it is better by so much."""

MOST_RIVALS = 16
"""So many of the surest ties of an account without days are asked whether it fits elsewhere as well."""

LOOKED_AT = 6
"""So many accounts of each side are looked at before two groups become one."""

Judge = Callable[[Account, Account], Tie]


class Clusters:
    """Groups of accounts that tell one activity, grown by union-find; a group is named by its least account."""

    def __init__(self, accounts: Mapping[AccountKey, Account], judged: Iterable[Tie] = ()) -> None:
        self._accounts = accounts
        self._apart = {frozenset((tie.left, tie.right)): tie for tie in judged if tie.decision is Decision.DIFFERENT}
        self._parent = {key: key for key in accounts}
        self._members: dict[AccountKey, list[AccountKey]] = {key: [key] for key in accounts}
        self._ties: dict[AccountKey, list[Tie]] = defaultdict(list)

    def root(self, key: AccountKey) -> AccountKey:
        """Return the least account of the group that holds one."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def members(self, key: AccountKey) -> list[AccountKey]:
        """Return the accounts of the group that holds one, the least first."""
        return sorted(self._members[self.root(key)])

    def ties(self, key: AccountKey) -> tuple[Tie, ...]:
        """Return the ties that made the group of an account."""
        return tuple(self._ties[self.root(key)])

    def join(self, tie: Tie) -> None:
        """Make one group of two; a tie inside a group is kept as one more reason."""
        left, right = sorted((self.root(tie.left), self.root(tie.right)))
        if left != right:
            self._parent[right] = left
            self._members[left] += self._members.pop(right)
            self._ties[left] += self._ties.pop(right, [])
        self._ties[left].append(tie)

    def kept_apart(self, left: AccountKey, right: AccountKey) -> str | None:
        """Return what one report, or a person, says against making the groups of two accounts one, or None."""
        mine, its = self.members(left), self.members(right)
        both = {key.reading for key in mine} & {key.reading for key in its}
        if both:
            return f"{min(both)} tells them apart"
        pairs = (frozenset((one, other)) for one in mine for other in its) if self._apart else ()
        return next((self._apart[pair].reason for pair in pairs if pair in self._apart), None)

    def obstacle(self, left: AccountKey, right: AccountKey, judge: Judge) -> str | None:
        """Return what keeps the groups of two accounts apart, or None."""
        if apart := self.kept_apart(left, right):
            return apart
        mine, its = self.members(left), self.members(right)
        for one in mine[:LOOKED_AT]:
            for other in its[:LOOKED_AT]:
                tie = judge(self._accounts[one], self._accounts[other])
                if tie.decision is Decision.DIFFERENT and tie.score == 0.0:
                    return f"{one} and {other}: {tie.reason}"
        return None


def cluster(
    accounts: Mapping[AccountKey, Account], ties: Iterable[Tie], judge: Judge, judged: Collection[Tie] = ()
) -> tuple[Clusters, list[Tie]]:
    """Return the groups of accounts that tell one activity, and the ties that a person should look at.

    Dated accounts come together first; one without days then joins the activity that it fits, or none if it fits two.
    At last come those that people made one (`judged`), against all evidence.
    """
    ordered = sorted(ties, key=lambda tie: (-tie.score, tie.left, tie.right))
    clusters, reviews = Clusters(accounts, judged), [tie for tie in ordered if tie.decision is Decision.REVIEW]
    same = [tie for tie in ordered if tie.decision is Decision.SAME and tie.score < BY_PEOPLE]
    dated = [tie for tie in same if accounts[tie.left].days and accounts[tie.right].days]
    rest = [tie for tie in same if not (accounts[tie.left].days and accounts[tie.right].days)]
    for tie in dated:
        _join_or_review(clusters, tie, judge, reviews)
    fitting: dict[AccountKey, list[Tie]] = defaultdict(list)
    for tie in rest:
        for key in (tie.left, tie.right):
            fitting[key].append(tie)
    for tie in rest:
        rival = _rival(clusters, tie, fitting, accounts)
        if rival:
            reviews.append(_put_off(tie, f"it fits {rival} as well"))
        else:
            _join_or_review(clusters, tie, judge, reviews)
    for tie in judged:
        if tie.decision is Decision.SAME and not clusters.kept_apart(tie.left, tie.right):
            clusters.join(tie)
    open_ones = {(tie.left, tie.right): tie for tie in reviews if accounts[tie.left].main or accounts[tie.right].main}
    return clusters, [tie for tie in open_ones.values() if clusters.root(tie.left) != clusters.root(tie.right)]


def _join_or_review(clusters: Clusters, tie: Tie, judge: Judge, reviews: list[Tie]) -> None:
    """Join the groups of two accounts, unless something keeps them apart."""
    if clusters.root(tie.left) == clusters.root(tie.right):
        clusters.join(tie)
        return
    obstacle = clusters.obstacle(tie.left, tie.right, judge)
    if obstacle is None:
        clusters.join(tie)
    elif not obstacle.endswith("tells them apart"):
        reviews.append(_put_off(tie, obstacle))


def _rival(
    clusters: Clusters, tie: Tie, fitting: Mapping[AccountKey, list[Tie]], accounts: Mapping[AccountKey, Account]
) -> str | None:
    """Return another dated activity that the undated account of a tie fits about as well, or None."""
    undated, dated = (tie.left, tie.right) if accounts[tie.left].days is None else (tie.right, tie.left)
    if accounts[dated].days is None:
        return None
    for other in fitting[undated][:MOST_RIVALS]:
        if other.score < tie.score - MARGIN:
            continue
        its = other.right if other.left == undated else other.left
        days, its_days = accounts[dated].days, accounts[its].days
        if clusters.root(its) != clusters.root(dated) and days and its_days and not overlap(days, its_days):
            return str(its)
    return None


def _put_off(tie: Tie, reason: str) -> Tie:
    """Return a tie that waits for a person, with the reason why."""
    return replace(tie, decision=Decision.REVIEW, reasons=(*tie.reasons, reason))
