"""Readings in, links out: which accounts tell one activity, who copied whom, what a person should look at.

The result depends on the set of readings alone, never on their order; time grows with what shares a key, never with
all pairs (docs/reference/coverage.md).
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.blocks import candidate_pairs
from giaoluu.coverage.clusters import Clusters, cluster
from giaoluu.coverage.conflicts import conflicts_of, shown_date
from giaoluu.coverage.copies import copies, copy_tie, shared_text_tie
from giaoluu.coverage.evidence import judge
from giaoluu.coverage.outlines import translation_tie
from giaoluu.coverage.parties import Likeness, Party, pairs_of
from giaoluu.coverage.prints import Print, Same, asked_by, print_of
from giaoluu.coverage.sources import source_tie
from giaoluu.coverage.witnesses import witnesses_of
from giaoluu.model.candidates import Candidates
from giaoluu.model.links import (
    AccountKey,
    Activity,
    Decision,
    Identities,
    Links,
    PartyKey,
    SamePerson,
    TextTie,
    Tie,
)
from giaoluu.model.reading import Reading

WORTH_A_LOOK = 5.0
"""Points from which on two texts are asked whether one is a translation, or a part, of the other."""


def link(readings: Iterable[Reading], identities: Identities, *, judged: Iterable[Tie] = ()) -> Links:
    """Return which accounts of the readings tell one activity, with reasons. What people judged (`judged`) holds.

    >>> from giaoluu import captures, read, samples
    >>> from giaoluu.coverage.names import PrintedNames
    >>> pages = captures([str(samples.page_of(name)) for name in ("ceramics-en", "ceramics-sv")])
    >>> links = link(map(read, pages), PrintedNames())
    >>> [[str(account) for account in one.accounts] for one in links.activities if len(one.accounts) > 1][0]
    ['ceramics-en#a1', 'ceramics-sv#a2']
    """
    return link_prints(map(print_of, readings), identities, judged=judged)


def link_prints(prints: Iterable[Print], identities: Identities, *, judged: Iterable[Tie] = ()) -> Links:
    """Return the links of readings of which only prints were kept. Two prints of one id are one: the last counts."""
    same = Same()
    identified = (same.print(one, identities) for one in prints)
    work = Work(
        {one.reading: one for one in sorted(identified, key=lambda one: one.reading)}, identities, _pairs(judged)
    )
    work.tie_copies()
    return work.links(work.all_ties())


def _pairs(judged: Iterable[Tie]) -> dict[tuple[AccountKey, AccountKey], Tie]:
    return {(tie.left, tie.right): tie for tie in judged}


def link_more(
    new: Iterable[Print], known: Candidates[Print], identities: Identities, *, judged: Iterable[Tie] = ()
) -> Links:
    """Return the links of new readings with those kept before: every activity, open question and text they touch.

    What comes out is what `link_prints` says of all readings at once, as far as the new ones have to do with it: an
    activity returned takes the place of all activities kept before that hold one of its accounts. A reading whose
    people have become others counts as new. Keep each print under `keys_of(print, identities)`.
    """
    same = Same()
    prints = {one.reading: same.print(one, identities) for one in new}
    touched, ahead, said = set(prints), sorted(prints), _pairs(judged)
    while ahead:
        wanted = {key for reading in ahead for key in asked_by(prints[reading], identities)}
        wanted |= {f"reading {key.reading}" for pair in said for key in pair if not touched.isdisjoint(_readings(pair))}
        for one in known.sharing(frozenset(wanted)):
            if one.reading not in prints:
                prints[one.reading] = same.print(one, identities)
        work = Work(dict(sorted(prints.items())), identities, said)
        work.tie_copies()
        ties = work.all_ties()
        tied = [tie for tie in (*ties.values(), *said.values()) if tie.decision is Decision.SAME]
        ahead = sorted((_reached(touched, tied) - touched) & prints.keys())
        touched.update(ahead)
    return work.links(ties, only=touched) if prints else Links()


def _readings(pair: tuple[AccountKey, AccountKey]) -> set[str]:
    return {key.reading for key in pair}


def _reached(touched: set[str], ties: Iterable[Tie]) -> set[str]:
    """Return the readings that ties lead to from some."""
    beside: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        beside[tie.left.reading].add(tie.right.reading)
        beside[tie.right.reading].add(tie.left.reading)
    found, ahead = set(touched), list(touched)
    while ahead:
        further = beside.pop(ahead.pop(), set()) - found
        found |= further
        ahead += further
    return found


@dataclass(slots=True)
class Work:
    """One linking under way: the prints, and the ties between texts as far as they were asked for."""

    prints: dict[str, Print]
    identities: Identities
    judged: dict[tuple[AccountKey, AccountKey], Tie] = field(default_factory=dict)
    texts: dict[tuple[str, str], TextTie] = field(default_factory=dict)
    asked: set[tuple[str, str]] = field(default_factory=set)
    accounts: dict[AccountKey, Account] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.accounts = {account.key: account for one in self.prints.values() for account in one.accounts}

    def all_ties(self) -> dict[tuple[AccountKey, AccountKey], Tie]:
        """Return the ties between accounts that are one, or may be."""
        ties = {(tie.left, tie.right): tie for tie in self.ties() if tie.decision is not Decision.DIFFERENT}
        return ties | {(tie.left, tie.right): tie for tie in self.ties_beside(ties.values())}

    def links(self, ties: Mapping[tuple[AccountKey, AccountKey], Tie], *, only: Container[str] | None = None) -> Links:
        """Return what follows from the ties; with `only`, what touches one of these readings."""
        said = [tie for pair, tie in sorted(self.judged.items()) if self.accounts.keys() >= set(pair)]
        clusters, reviews = cluster(self.accounts, ties.values(), self.judge, said)
        keys = [key for key in sorted(self.accounts) if clusters.root(key) == key]
        if only is not None:
            keys = [key for key in keys if any(one.reading in only for one in clusters.members(key))]
            reviews = [tie for tie in reviews if tie.left.reading in only or tie.right.reading in only]
        pairs = sorted(pair for pair in self.texts if only is None or pair[0] in only or pair[1] in only)
        activities = tuple(self.activity(clusters, key) for key in keys)
        texts = tuple(self.texts[pair] for pair in pairs)
        return Links(activities, texts, tuple(reviews), tuple(self.people(activities)))

    def tie_copies(self) -> None:
        """Tie the near-copies among all texts."""
        for tie in copies(one.shingles for one in self.prints.values()):
            self.texts[tie.left, tie.right] = tie

    def ties(self) -> Iterator[Tie]:
        """Yield the tie of each pair of accounts that is compared."""
        for left, right in candidate_pairs(self.accounts.values(), self.identities):
            tie = self.judge(left, right)
            if tie.score >= WORTH_A_LOOK and self.ask(left.key.reading, right.key.reading):
                tie = self.judge(left, right)
            yield tie
        for names in sorted(self.texts):
            yield from (self.judge(left, right) for left, right in self.mains(*names))

    def ties_beside(self, ties: Iterable[Tie]) -> Iterator[Tie]:
        """Yield the ties that are surer because their reports tell another activity together."""
        same = {(tie.left.reading, tie.right.reading): tie for tie in ties if tie.decision is Decision.SAME}
        for (one, other), beside in sorted(same.items()):
            for left in self.prints[one].accounts:
                for right in self.prints[other].accounts:
                    if left.kinds & right.kinds and {left.key, right.key} != {beside.left, beside.right}:
                        yield judge(left, right, self.identities, text=self.text(one, other), beside=beside)

    def mains(self, one: str, other: str) -> Iterator[tuple[Account, Account]]:
        """Yield the pairs of main accounts of two readings that may go together."""
        for left in self.prints[one].accounts:
            for right in self.prints[other].accounts:
                if left.main and right.main and left.groups & right.groups:
                    yield left, right

    def judge(self, left: Account, right: Account) -> Tie:
        """Return the tie between two accounts as people judged it, or with what is known of their texts."""
        first, second = sorted((left.key, right.key))
        if tie := self.judged.get((first, second)):
            return tie
        return judge(left, right, self.identities, text=self.text(left.key.reading, right.key.reading))

    def text(self, one: str, other: str) -> TextTie | None:
        """Return how two texts depend on each other, as far as is known."""
        first, second = sorted((one, other))
        return self.texts.get((first, second)) or source_tie(self.prints[first].origin, self.prints[second].origin)

    def ask(self, one: str, other: str) -> bool:
        """Ask once whether one text translates the other or is cut from it, and say whether anything new came of it."""
        first, second = sorted((one, other))
        if (first, second) in self.asked or (first, second) in self.texts:
            return False
        self.asked.add((first, second))
        tie = _dependence(self.prints[first], self.prints[second], self.identities)
        if tie is None:
            return False
        self.texts[first, second] = tie
        return True

    def people(self, activities: Iterable[Activity]) -> Iterator[SamePerson]:
        """Yield who is whom in accounts of one activity: there a name, or a post, is enough."""
        for activity in activities:
            for tie in activity.reasons:
                left, right = self.accounts[tie.left], self.accounts[tie.right]
                for mine, its, like in pairs_of(left.people, right.people, self.identities):
                    if like >= Likeness.PERHAPS:
                        keys = PartyKey(tie.left.reading, mine.id), PartyKey(tie.right.reading, its.id)
                        yield SamePerson(*keys, f"{_name(mine)} and {_name(its)} took part in one activity")

    def activity(self, clusters: Clusters, root: AccountKey) -> Activity:
        """Return the activity that a group of accounts tells."""
        keys = clusters.members(root)
        accounts = [self.accounts[key] for key in keys]
        witnesses = witnesses_of(keys, {key.reading: self.prints[key.reading].origin for key in keys}, self.text)
        return Activity(
            _id_of(keys[0]),
            tuple(keys),
            witnesses,
            clusters.ties(root),
            conflicts_of(accounts, witnesses, self.identities),
            shown_date(accounts, witnesses),
        )


def _name(party: Party) -> str:
    return party.names[0] if party.names else "somebody"


def text_tie_of(left: Print, right: Print, identities: Identities) -> TextTie | None:
    """Return how two texts depend on each other: copy, translation, one source; None where they do not."""
    return _dependence(left, right, identities) or source_tie(left.origin, right.origin)


def _dependence(left: Print, right: Print, identities: Identities) -> TextTie | None:
    """Return whether a text is copied or translated from the other, or both from a third, as the texts show."""
    return (
        copy_tie(left.shingles, right.shingles)
        or translation_tie(left.outline, right.outline, identities)
        or shared_text_tie(left.shingles, right.shingles)
    )


def _id_of(first: AccountKey) -> str:
    """Return the id of an activity: it follows from its first account, so that a new report does not change it."""
    return f"e-{blake2b(str(first).encode(), digest_size=6).hexdigest()}"
