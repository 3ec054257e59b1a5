"""From many readings to who is the same in them, and which of them tell one activity."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from giaoluu.coverage import Print, PrintedNames, Same, link_prints, print_of
from giaoluu.coverage import compare as compare_readings
from giaoluu.coverage import link as link_readings
from giaoluu.model.links import Comparison, Identities, Links, Tie
from giaoluu.model.reading import Reading

if TYPE_CHECKING:
    from giaoluu.identities.judgements import Ruling
    from giaoluu.identities.sightings import Sighting


NAME = 0.85
PERHAPS = 0.4
"""How well two names go together that are one, or may be."""


def identify(
    readings: Iterable[Reading], links: Links | None = None, *, rulings: "Iterable[Ruling]" = ()
) -> Identities:
    """Return who is the same in these readings, as far as names, posts, countries and days show it.

    With `links` also those are one who took part in one activity under one name, or in one post. What people judged
    (`rulings`) wins over both, whichever way two come together.
    """
    from giaoluu.identities.sightings import sightings_of

    sightings = (sighting for reading in readings for sighting in sightings_of(reading))
    return _names(sightings, [*_merges(links), *rulings])


def link(readings: Iterable[Reading], identities: Identities | None = None, *, judged: Iterable[Tie] = ()) -> Links:
    """Return which readings tell one activity, who copied whom, and what a person should look at.

    `judged` are ties that people made: SAME with a score beyond all others, or DIFFERENT with none (`judged_tie`).
    Readings are asked for once, one after the other, and only what is compared of them is kept.

    >>> from giaoluu import read, samples
    >>> from giaoluu.sources import captures
    >>> pages = captures([str(samples.page_of(name)) for name in ("readout-vi", "readout-zh")])
    >>> [len(one.accounts) for one in link(map(read, pages)).activities if len(one.witnesses) > 1]
    [2]
    """
    if identities is not None:
        return link_readings(readings, identities, judged=judged)
    from giaoluu.identities.sightings import Kept, sightings_of

    kept, same, nobody = Kept(), Same(), PrintedNames()
    prints: list[Print] = []
    for reading in readings:
        kept.add(sightings_of(reading))
        prints.append(same.print(print_of(reading), nobody))
    return link_prints(prints, _names(kept.sightings), judged=judged)


def _names(sightings: "Iterable[Sighting]", rulings: "Iterable[Ruling]" = ()) -> Identities:
    """Return who is whom of these sightings."""
    from giaoluu.identities.resolver import Resolver

    entities = Resolver(sightings, rulings).entities()
    return Names({sighting: entity.id for entity in entities for sighting in entity.sightings})


def _merges(links: Links | None) -> "Iterator[Ruling]":
    """Yield what one activity shows of people as judgements before all others, so that any other overrules it."""
    from giaoluu.identities.judgements import Merge

    for number, one in enumerate(links.people if links else ()):
        left, right = (f"{end.reading}/{end.party}" for end in (one.left, one.right))
        yield Merge("", f"one activity {number}", why=one.reason, left=left, right=right)


def compare(left: Reading, right: Reading, identities: Identities | None = None) -> Comparison:
    """Return two accounts of one activity side by side. Raises ArticleError where one tells of no activity."""
    return compare_readings(left, right, identities or identify((left, right)))


class Names(PrintedNames):
    """Names across scripts by their readings: what `coverage` needs to know of `identities`."""

    def __init__(self, entities: Mapping[str, str]) -> None:
        self._entities = entities

    def entity(self, reading: str, party: str) -> str | None:
        """Return the entity of a person of a reading."""
        return self._entities.get(f"{reading}/{party}")

    def keys(self, name: str) -> frozenset[str]:
        """Return what a name is filed under in any script."""
        from giaoluu.identities.keys import whole_keys  # tables of names, which reading does without

        return whole_keys(name)

    def alike(self, left: str, right: str) -> bool | None:
        """Say whether two names may be one person's; None where nothing decides it."""
        return _alike(left, right)

    def sound_alike(self, left: str, right: str) -> bool:
        """Say whether one name may be the other in signs of transliteration."""
        from giaoluu.identities.transliterated import sounds_alike

        return _alike(left, right) is None and sounds_alike(left, right) >= PERHAPS

    def same_body(self, left: str, right: str) -> bool | None:
        """Say whether two names are one body's in any language; False where countries or places tell them apart."""
        return _same_body(left, right)

    def are_posts_apart(self, left: str, right: str) -> bool:
        """Say whether the words of two posts name two fields or towns, in any language whose words are known."""
        from giaoluu.identities.posts import are_posts_apart

        return are_posts_apart(left, right)


@lru_cache(maxsize=1 << 16)
def _same_body(left: str, right: str) -> bool | None:
    from giaoluu.identities.organisations import are_bodies_apart, match_organisations
    from giaoluu.identities.verdicts import Decision

    if match_organisations(left, right).decision is Decision.SAME:
        return True
    return False if are_bodies_apart(left, right) else None


@lru_cache(maxsize=1 << 18)
def _alike(left: str, right: str) -> bool | None:
    """Say whether two names may be one person's: the famous are asked for again and again."""
    from giaoluu.identities.names import fit_names

    printed = PrintedNames().alike(left, right)
    if printed:
        return True
    score = fit_names(left, right).score
    return True if score >= NAME else None if score >= PERHAPS else printed
