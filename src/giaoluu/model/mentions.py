"""Whom and what an article names: people with posts, bodies, delegations, places, dates, quantities, occasions."""

from dataclasses import dataclass
from enum import StrEnum

from giaoluu.model.article import ZoneKind
from giaoluu.model.edtf import Edtf
from giaoluu.model.spans import Cited, Span

INTERNATIONAL = "international_organisation"
"""Kind of the bodies of many states: no country keeps one apart from its namesakes."""


@dataclass(frozen=True, slots=True)
class Occupancy:
    """A post that the article gives a person: the words, the kind of post, the body, and the country represented."""

    id: str
    person: str
    title: Cited[str]
    kind: str | None = None
    body: str | None = None
    country: str | None = None
    place: str | None = None
    acting: bool = False
    former: bool = False
    tenure: Cited[Edtf] | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of this article. `names` are the forms as printed, the fullest first.

    `mentions` are all places where the article speaks of the person, pronouns and bare posts included.
    `background` marks one who is spoken of and takes part in nothing here.
    """

    id: str
    names: tuple[Cited[str], ...]
    mentions: tuple[Span, ...]
    posts: tuple[Occupancy, ...] = ()
    country: Cited[str] | None = None
    gender: Cited[str] | None = None
    honorific: Cited[str] | None = None
    age: "Quantity | None" = None
    background: bool = False


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: ministry, embassy, association, front, school, company, or a collective of them."""

    id: str
    names: tuple[Cited[str], ...]
    mentions: tuple[Span, ...]
    kind: str | None = None
    country: Cited[str] | None = None
    located_in: Cited[str] | None = None
    partner_countries: tuple[str, ...] = ()
    level: str | None = None
    parent: str | None = None
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Delegation:
    """A group that lives for one visit: who leads it, where from, how many, of what ages."""

    id: str
    name: Cited[str]
    mentions: tuple[Span, ...] = ()
    head: str | None = None
    body: str | None = None
    country: Cited[str] | None = None
    origin: str | None = None
    size: str | None = None
    ages: str | None = None
    composition: Cited[str] | None = None
    count_stated: bool = True


class PlaceLevel(StrEnum):
    """How fine a place is."""

    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as printed.

    `within` is the id of the place that holds it, where the article says so or the pack knows it.
    """

    id: str
    name: Cited[str]
    level: PlaceLevel | None = None
    key: str | None = None
    country: str | None = None
    city: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text. `edtf` is None for a relative date that nothing resolves ("the same day")."""

    id: str
    span: Span
    rule: str
    edtf: Edtf | None
    relative: bool = False
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and what it counts, as written; `maximum` for a range."""

    id: str
    span: Span
    rule: str
    value: float | None
    unit: str | None = None
    of: str | None = None
    maximum: float | None = None
    approximate: bool = False


class OccasionKind(StrEnum):
    """What an activity can stand in or be held for."""

    SERIES = "series"
    PROGRAMME = "programme"
    THEMED_YEAR = "themed_year"
    ANNIVERSARY = "anniversary"
    TERM = "term"
    FEAST = "feast"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A series with its edition, a programme, a themed year, an anniversary, a term of office."""

    id: str
    kind: OccasionKind
    name: Cited[str]
    edition: Cited[int] | None = None
    ordinal: Cited[int] | None = None
    of: Cited[str] | None = None
    date: Cited[Edtf] | None = None
    role: Cited[str] | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Framework:
    """A named formula of relations that is invoked: its key, its item, and whether the form is cut short."""

    id: str
    key: str
    span: Span
    rule: str
    item: int | None = None
    variant: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the article refers to: a joint statement, a memorandum, a report."""

    id: str
    kind: str
    name: Cited[str]
    date: Cited[Edtf] | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something: `kind` is its span type, `ref` the id of what it names.

    `ref` is None where the article leaves open who or what is meant.
    """

    start: int
    end: int
    kind: str
    ref: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that is read: its offsets, the paragraph that it stands in, and the paragraph's zone."""

    start: int
    end: int
    paragraph: int
    zone: ZoneKind


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that one article names, and where: what the activities are read from."""

    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    documents: tuple[Document, ...] = ()
    issues: tuple[tuple[str, Span], ...] = ()
