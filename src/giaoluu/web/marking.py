"""An article cut into pieces, each covered by the same claims, so that overlapping facts can all be shown."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import groupby, pairwise

from giaoluu.model.article import Zone
from giaoluu.model.reading import Reading
from giaoluu.register.models import Claim

SORTS = {
    "people": "person",
    "organisations": "organisation",
    "delegations": "organisation",
    "places": "place",
    "dates": "date",
    "quantities": "quantity",
    "occasions": "occasion",
    "frameworks": "occasion",
    "documents": "occasion",
    "activities": "activity",
    "quotations": "said",
    "commitments": "promise",
    "proposals": "promise",
}
"""List of a reading → what its words are marked as."""

BY_PROPERTY = {
    "date": "date",
    "bounds": "date",
    "date_words": "date",
    "published": "date",
    "time": "date",
    "place": "place",
    "evidence": "activity",
    "account": "told",
}
"""Property → what its words are marked as, before the sort of its subject is asked."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the claims that cover it; `begun` are those that begin here."""

    text: str
    claims: tuple[Claim, ...]
    begun: tuple[Claim, ...]
    sorts: tuple[str, ...]
    chosen: bool = False

    @property
    def numbers(self) -> str:
        """The numbers of the claims, for the page's script."""
        return " ".join(str(claim.pk) for claim in self.claims)


@dataclass(frozen=True, slots=True)
class MarkedZone:
    """A zone with its pieces."""

    kind: str
    furniture: bool
    reason: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring zones that are all read or all furniture."""

    furniture: bool
    zones: tuple[MarkedZone, ...]


class Sorter:
    """What each claim of a reading is marked as."""

    def __init__(self, reading: Reading) -> None:
        """Learn the sort of every id of the reading."""
        self.sorts = {reading.id: "page"}
        for item in fields(reading):
            for word in getattr(reading, item.name) if item.name in SORTS else ():
                self.sorts[word.id] = SORTS[item.name]
                for post in getattr(word, "posts", ()):
                    self.sorts[post.id] = "person"

    def sort(self, claim: Claim) -> str:
        """Return what a claim is marked as."""
        subject = claim.value if claim.property == "participant" else claim.subject
        return BY_PROPERTY.get(claim.property) or self.sorts.get(subject, "page")


def mark(reading: Reading, claims: Iterable[Claim], chosen: int | None = None) -> Iterator[MarkedZone]:
    """Yield the zones of an article in order, each cut at the ends of its claims."""
    sorter, article = Sorter(reading), reading.article
    standing = sorted(claims, key=lambda claim: (claim.start, -claim.end))
    for zone in sorted(article.zones, key=lambda zone: zone.start):
        inside = [claim for claim in standing if claim.start < zone.end and claim.end > zone.start]
        pieces = tuple(_pieces(article.text, zone, inside, sorter, chosen))
        yield MarkedZone(str(zone.kind), zone.kind.is_furniture, zone.reason, pieces)


def stretches(zones: Iterable[MarkedZone]) -> Iterator[Stretch]:
    """Yield runs of zones: what is read as it is, furniture to be folded away."""
    for furniture, run in groupby(zones, key=lambda zone: zone.furniture):
        yield Stretch(furniture, tuple(run))


def _pieces(text: str, zone: Zone, claims: list[Claim], sorter: Sorter, chosen: int | None) -> Iterator[Piece]:
    """Yield the pieces of one zone."""
    cuts = {zone.start, zone.end}
    for claim in claims:
        cuts |= {max(zone.start, claim.start), min(zone.end, claim.end)}
    waiting, over = deque(claims), list[Claim]()
    for start, end in pairwise(sorted(cuts)):
        while waiting and waiting[0].start <= start:
            over.append(waiting.popleft())
        over = [claim for claim in over if claim.end > start]
        yield Piece(
            text=text[start:end],
            claims=tuple(over),
            begun=tuple(claim for claim in over if max(claim.start, zone.start) == start),
            sorts=tuple(dict.fromkeys(sorter.sort(claim) for claim in over)),
            chosen=any(claim.pk == chosen for claim in over),
        )
