"""Groups that grow by links and are kept apart by judgements: union-find that refuses."""

from collections.abc import Iterable

from giaoluu.identities.strands import Written


class Clusters:
    """Groups of sightings; pairs that people keep apart never meet, nor do names that cannot be one person's."""

    def __init__(self, groups: Iterable[list[str]], apart: Iterable[tuple[str, str]]) -> None:
        self._parent: dict[str, str] = {}
        for ids in groups:
            self._parent.update(dict.fromkeys(ids, ids[0]))
        self._apart: dict[str, set[str]] = {}
        self._written: dict[str, set[Written]] = {}
        for one, other in apart:
            if one in self._parent and other in self._parent:
                self._apart.setdefault(one, set()).add(other)
                self._apart.setdefault(other, set()).add(one)

    def merge(self, one: str, other: str) -> bool:
        """Join the groups of two sightings because a person said so; a later judgement may forbid it."""
        return one in self._parent and other in self._parent and self._join(one, other)

    def link(self, one: str, other: str, *, names: tuple[Written, Written]) -> bool:
        """Join the groups of two sightings unless that would bring together what has to stay apart."""
        left, right = self._find(one), self._find(other)
        if left == right:
            return True
        mine, its = self._written.get(left, {names[0]}), self._written.get(right, {names[1]})
        if any(ours.differs(theirs) for ours in mine for theirs in its) or not self._join(left, right):
            return False
        self._written[self._find(left)] = mine | its
        return True

    def groups(self) -> list[tuple[str, ...]]:
        """Return the groups, each in the order of its ids, in the order of their first."""
        found: dict[str, list[str]] = {}
        for id in sorted(self._parent):
            found.setdefault(self._find(id), []).append(id)
        return sorted(tuple(ids) for ids in found.values())

    def _find(self, id: str) -> str:
        root = id
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[id] != root:
            self._parent[id], id = root, self._parent[id]
        return root

    def _join(self, one: str, other: str) -> bool:
        left, right = sorted((self._find(one), self._find(other)))
        if left == right:
            return True
        ours, theirs = self._apart.get(left, set()), self._apart.get(right, set())
        if any(self._find(id) == right for id in ours) or any(self._find(id) == left for id in theirs):
            return False
        self._parent[right] = left
        if theirs:
            self._apart[left] = ours | theirs
        return True
