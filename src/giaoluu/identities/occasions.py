"""Under which names a series, programme or term is one: the same words of the same countries and places."""

from collections.abc import Mapping
from dataclasses import dataclass

from giaoluu.identities.notions import parts_of


@dataclass(frozen=True, slots=True)
class OccasionName:
    """What a name without its edition is made of: where it is at home, and its words."""

    homes: tuple[str, ...]
    words: frozenset[str]

    @property
    def key(self) -> str:
        """What names of one occasion in one language share, whatever the order of its countries."""
        return " ".join((*self.homes, *sorted(self.words)))


def occasion_name(title: str) -> OccasionName:
    """Return what a name is made of.

    >>> pair = ("Diễn đàn nhân dân Việt - Trung", "Diễn đàn Nhân dân Trung Quốc-Việt Nam")
    >>> len({occasion_name(title).key for title in pair})
    1
    """
    parts = parts_of(title)
    words = frozenset((*parts.notions, *parts.rest)) or frozenset({parts.folded})
    return OccasionName(tuple(sorted({*parts.countries, *parts.places})), words)


def fuller_names(names: Mapping[str, OccasionName]) -> dict[str, str]:
    """Return which occasions of one text are others of it, told shorter: id → id of the one with its home.

    "The congress" after "the congress of the Vietnam-Sweden association" is that one; two of which either could be
    meant leave it alone.
    """
    at_home = {id_: name for id_, name in names.items() if name.homes}
    found = {}
    for id_, name in names.items():
        meant = {} if name.homes else {other.key: its for its, other in at_home.items() if name.words <= other.words}
        if len(meant) == 1:
            found[id_] = next(iter(meant.values()))
    return found
