"""Sightings into entities: by keys, in one pass, the same whatever the order of arrival; people's judgements win."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from giaoluu.identities.clusters import Clusters
from giaoluu.identities.judgements import Merge, Ruling, in_force, kept_apart, named
from giaoluu.identities.keys import keys
from giaoluu.identities.parts import PART, asked_of, filed_under
from giaoluu.identities.people import match_names
from giaoluu.identities.sightings import Entity, Proposal, Sighting
from giaoluu.identities.strands import Link, Profile, links, profile_of
from giaoluu.identities.verdicts import Decision

MOST_IN_A_BUCKET = 40
"""A key that more entities share than this says too little for a proposal."""


class Resolver:
    """Holds sightings and judgements; entities and proposals follow from both, not from the order in which they came.

    >>> from giaoluu.identities.verdicts import Context, PostHeld
    >>> from giaoluu.model.edtf import Edtf
    >>> def seen(id, name, year):
    ...     return Sighting(id, (name,), Context("CN", (PostHeld("ambassador", country="CN"),), date=Edtf(year)))
    >>> resolver = Resolver([seen("a", "Lục Vĩ", "2024-05"), seen("b", "陆伟", "2024-06"), seen("c", "Lục Vĩ", "1999")])
    >>> [entity.names for entity in resolver.entities()]
    [('Lục Vĩ', '陆伟'), ('Lục Vĩ',)]
    """

    def __init__(self, sightings: Iterable[Sighting] = (), rulings: Iterable[Ruling] = ()) -> None:
        self._sightings: dict[str, Sighting] = {}
        self._rulings: dict[str, Ruling] = {}
        self.add(sightings)
        self.judge(rulings)

    def add(self, sightings: Iterable[Sighting]) -> None:
        """Take in further sightings; one with an id that is known replaces it."""
        self._sightings.update((sighting.id, sighting) for sighting in sightings)

    def judge(self, rulings: Iterable[Ruling]) -> None:
        """Take in judgements of people; nothing is erased, an `Undo` is one more judgement."""
        self._rulings.update((ruling.id, ruling) for ruling in rulings)

    def entities(self) -> list[Entity]:
        """Return all entities in the order of their ids."""
        return [self._entity(ids) for ids in self._resolved()[0]]

    def proposals(self) -> list[Proposal]:
        """Return pairs of entities that may be one, the likeliest first; what people kept apart is not among them."""
        groups, refused, rulings = self._resolved()
        entity_of = {sighting: ids[0] for ids in groups for sighting in ids}
        barred = {
            frozenset((entity_of.get(one, one), entity_of.get(other, other))) for one, other in kept_apart(rulings)
        }
        found: dict[tuple[str, str], Proposal] = {}
        for one, other in (*refused, *self._candidates(groups)):
            left, right = sorted((entity_of[one], entity_of[other]))
            if left == right or frozenset((left, right)) in barred:
                continue
            proposal = self._proposal(one, other) if entity_of[one] == left else self._proposal(other, one)
            best = found.get((left, right))
            if proposal and (best is None or proposal.verdict.score > best.verdict.score):
                found[left, right] = proposal
        return sorted(found.values(), key=lambda proposal: (-proposal.verdict.score, proposal.left, proposal.right))

    def _resolved(self) -> tuple[list[tuple[str, ...]], list[tuple[str, str]], list[Ruling]]:
        """Return the groups of sightings, the links that were refused, and the judgements in force."""
        rulings = in_force(self._rulings.values())
        single = named(rulings)
        profiles: dict[Profile, list[str]] = defaultdict(list)
        for id in sorted(self._sightings):
            profiles[profile_of(self._sightings[id], single=id in single)].append(id)
        clusters = Clusters(profiles.values(), kept_apart(rulings))
        for ruling in rulings:
            if isinstance(ruling, Merge):
                clusters.merge(ruling.left, ruling.right)
        firsts = {profile: ids[0] for profile, ids in profiles.items()}
        refused = []
        for link in sorted(links(profiles), key=lambda link: _order(link, firsts)):
            pair = firsts[link.left], firsts[link.right]
            if not clusters.link(*pair, names=(link.left.written, link.right.written)):
                refused.append(pair)
        return clusters.groups(), refused, rulings

    def _entity(self, ids: tuple[str, ...]) -> Entity:
        counted = Counter(name for id in ids for name in self._sightings[id].names)
        names = sorted(counted, key=lambda name: (-counted[name], name))
        return Entity(ids[0], ids, tuple(names))

    def _candidates(self, groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
        """Yield pairs of sightings of two entities that share a key which few entities have."""
        buckets: dict[str, dict[str, str]] = defaultdict(dict)
        for ids in groups:
            first_with = {self._sightings[sighting].names[0]: sighting for sighting in reversed(ids)}
            for name, sighting in first_with.items():
                for key in keys(name):
                    buckets[key].setdefault(ids[0], sighting)
        seen: set[tuple[str, str]] = set()
        for key in sorted(buckets):
            members = sorted(buckets[key].values())
            if 1 < len(members) <= MOST_IN_A_BUCKET:
                pairs = {(one, other) for place, one in enumerate(members) for other in members[place + 1 :]} - seen
                seen |= pairs
                yield from sorted(pairs)
        yield from sorted(set(self._parts(groups)) - seen)

    def _parts(self, groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
        """Yield pairs of sightings of two entities that hold a post of one holder, one of them named in part."""
        holders: dict[str, dict[str, str]] = defaultdict(dict)
        for ids in groups:
            for sighting in ids:
                for key in filed_under(self._sightings[sighting]):
                    holders[key].setdefault(ids[0], sighting)
        for key in sorted(key for key in holders if key.endswith(PART)):
            for asking in holders[key].values():
                for asked in asked_of(self._sightings[asking]):
                    others = holders.get(asked, {})
                    if len(others) <= MOST_IN_A_BUCKET:
                        yield from ((min(asking, one), max(asking, one)) for one in others.values() if one != asking)

    def _proposal(self, one: str, other: str) -> Proposal | None:
        left, right = self._sightings[one], self._sightings[other]
        verdict = match_names(left.names[0], right.names[0], context_a=left.context, context_b=right.context)
        if verdict.decision is Decision.DIFFERENT:
            return None
        return Proposal(one, other, verdict._replace(decision=Decision.REVIEW))


def _order(link: Link, firsts: dict[Profile, str]) -> tuple[float, str, str]:
    """Return what links are taken in order of: the surest first, then by the ids that they join."""
    return (-link.score, *sorted((firsts[link.left], firsts[link.right])))  # type: ignore[return-value]
