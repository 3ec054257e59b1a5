"""An article: the text of a capture with its zones, and what the page says about itself."""

from dataclasses import dataclass, field
from enum import StrEnum

from giaoluu.model.edtf import Edtf
from giaoluu.model.spans import Cited, Span


class ZoneKind(StrEnum):
    """What a stretch of a page is for."""

    TITLE = "title"
    SAPO = "sapo"
    BODY = "body"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    SOURCE_LINE = "source_line"
    BREADCRUMB = "breadcrumb"
    INLINE_RELATED = "inline_related"
    RELATED = "related"
    MOST_READ = "most_read"
    MULTIMEDIA = "multimedia"
    MENU = "menu"
    WIDGET = "widget"

    @property
    def is_furniture(self) -> bool:
        """Say whether the zone is shown but never read."""
        return self not in READ_ZONES and self not in METADATA_ZONES


READ_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.SAPO, ZoneKind.BODY, ZoneKind.CAPTION})
"""Zones whose words may become facts of activities."""

METADATA_ZONES = frozenset({ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.SOURCE_LINE})
"""Zones that speak of the article itself."""


@dataclass(frozen=True, slots=True)
class Zone:
    """One stretch of the article's text, a line or a paragraph, and what it is for.

    `repeats` is the start of an earlier zone with the same words (a caption printed twice).
    """

    start: int
    end: int
    kind: ZoneKind
    reason: str = ""
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's caption: the whole zone, the words about the picture, and the credit."""

    id: str
    span: Span
    words: Span | None
    credit: Cited[str] | None


@dataclass(frozen=True, slots=True)
class Lead:
    """A headline in the furniture: a page worth fetching, never a fact of this one."""

    id: str
    span: Span
    zone: ZoneKind
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The text with its zones. Offsets count code points of `text`; unknown stays None.

    `published` is the day (or month, or year) that the page prints for itself; `published_at`
    the full time with offset (ISO 8601) where printed. `credit` is whose account it is
    ("according to the embassy …"); `source` the outlet or address that the page names as its
    own source; `translation_of` an address that it translates.
    """

    id: str
    digest: str
    text: str
    language: str | None
    zones: tuple[Zone, ...]
    title: Cited[str] | None = None
    authors: tuple[Cited[str], ...] = ()
    published: Cited[Edtf] | None = None
    published_at: Cited[str] | None = None
    outlet: str | None = None
    url: str | None = None
    credit: Cited[str] | None = None
    source: Cited[str] | None = None
    translation_of: str | None = None
    captions: tuple[Caption, ...] = ()
    leads: tuple[Lead, ...] = ()
    fetched: str | None = None
    extra: tuple[tuple[str, str], ...] = field(default=())
    """Further metadata of the page as printed (name, value), for people to look at."""

    def span(self, start: int, end: int) -> Span:
        """Return the span of the article's text between two offsets."""
        return Span.of(self.text, start, end)

    def zone_at(self, offset: int) -> Zone | None:
        """Return the zone that holds an offset, or None between zones."""
        for zone in self.zones:
            if zone.start <= offset < zone.end:
                return zone
        return None

    @property
    def read_zones(self) -> tuple[Zone, ...]:
        """The zones whose words may become facts, in their order; what is printed twice stands once."""
        return tuple(zone for zone in self.zones if zone.kind in READ_ZONES and zone.repeats is None)

    @property
    def body(self) -> str:
        """The paragraphs of the body and the sapo, one a line."""
        kept = (z for z in self.zones if z.kind in (ZoneKind.BODY, ZoneKind.SAPO))
        return "\n".join(self.text[z.start : z.end] for z in kept)
