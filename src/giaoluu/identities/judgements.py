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


def apart(ruling: Ruling) -> Iterable[tuple[str, str]]:
    """Yield the pairs of sightings that a judgement keeps apart."""
    if isinstance(ruling, NeverMerge):
        yield ruling.left, ruling.right
    elif isinstance(ruling, Split):
        yield from ((one, other) for one in ruling.out for other in ruling.rest)


def named(rulings: Iterable[Ruling]) -> frozenset[str]:
    """Return the sightings that judgements name."""
    found: set[str] = set()
    for ruling in rulings:
        if isinstance(ruling, Merge | NeverMerge):
            found |= {ruling.left, ruling.right}
        elif isinstance(ruling, Split):
            found |= {*ruling.out, *ruling.rest}
    return frozenset(found)
