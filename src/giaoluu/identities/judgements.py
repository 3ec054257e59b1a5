"""What people have judged: these are one, these are two, this one goes out, that judgement is taken back."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Ruling:
    """A person's judgement: its id, when (RFC 3339), who, and why. Nothing is ever erased."""

    at: str
    id: str
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Merge(Ruling):
    """The entities of these two sightings are one."""

    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, order=True)
class NeverMerge(Ruling):
    """These two sightings are two entities, whatever is read later."""

    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Split(Ruling):
    """These sightings leave the entity that they stood in; `rest` are the sightings that they leave."""

    out: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Undo(Ruling):
    """A judgement, by its id, is taken back; an undo may be taken back as well."""

    of: str = ""


def in_force(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Return the judgements that hold, the latest first; what was taken back does not.

    >>> merge = Merge("2026-01-01", "1", left="a", right="b")
    >>> undo = Undo("2026-01-02", "2", of="1")
    >>> in_force([undo, merge]), [ruling.id for ruling in in_force([merge, undo, Undo("2026-01-03", "3", of="2")])]
    ([], ['1'])
    """
    taken_back: set[str] = set()
    holding: list[Ruling] = []
    for ruling in sorted(rulings, key=lambda ruling: (ruling.at, ruling.id), reverse=True):
        if ruling.id in taken_back:
            continue
        if isinstance(ruling, Undo):
            taken_back.add(ruling.of)
        else:
            holding.append(ruling)
    return holding


def kept_apart(rulings: Iterable[Ruling]) -> list[tuple[str, str]]:
    """Return the pairs of sightings that judgements in force, the latest first, keep apart; a later merge lifts it.

    >>> split = Split("1", "1", out=("c",), rest=("a", "b"))
    >>> kept_apart([split]), kept_apart([Merge("2", "2", left="c", right="a"), split])
    ([('c', 'a'), ('c', 'b')], [])
    """
    merged: set[frozenset[str]] = set()
    found: list[tuple[str, str]] = []
    for ruling in rulings:
        if isinstance(ruling, Merge):
            merged.add(frozenset((ruling.left, ruling.right)))
        for one, others in _sides(ruling):
            if all(frozenset((one, other)) not in merged for other in others):
                found += [(one, other) for other in others]
    return found


def _sides(ruling: Ruling) -> list[tuple[str, tuple[str, ...]]]:
    """Return each sighting that a judgement sets apart, with those that it is kept apart from."""
    if isinstance(ruling, NeverMerge):
        return [(ruling.left, (ruling.right,))]
    return [(one, ruling.rest) for one in ruling.out] if isinstance(ruling, Split) else []


def named(rulings: Iterable[Ruling]) -> frozenset[str]:
    """Return the sightings that judgements name."""
    found: set[str] = set()
    for ruling in rulings:
        if isinstance(ruling, Merge | NeverMerge):
            found |= {ruling.left, ruling.right}
        elif isinstance(ruling, Split):
            found |= {*ruling.out, *ruling.rest}
    return frozenset(found)
