"""What the API answers: the shapes of things, the same in lists and alone."""

import datetime
from typing import Any, Generic, TypeVar

from ninja import Field, Schema
from pydantic import BaseModel

Shape = TypeVar("Shape")


class Page(BaseModel, Generic[Shape]):
    """One page of a list; `next` and `previous` are addresses of its neighbours."""

    items: list[Shape]
    total: int
    page: int
    pages: int
    next: str | None
    previous: str | None


class Problem(BaseModel):
    """An error in words (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]] | None = None


class ActivityShape(BaseModel):
    """One account of one activity. Unknown is empty; dates are EDTF, as precise as the page and no more."""

    id: int
    article: int
    kind: str
    mode: str
    status: str
    main: bool
    title: str
    date: str
    bounds: str = Field(description="what the date lies within where the page gives no date")
    place: str
    countries: list[str]
    parties: str
    part_of: int | None
    same_as: int | None = Field(description="the account that stands for all accounts of this activity")


class ParticipantShape(BaseModel):
    """A party in an activity, with the post that it had there as printed."""

    name: str
    post: str
    role: str
    side: str
    person: int | None
    body: int | None
    inferred: bool


class PersonShape(BaseModel):
    """A person as one article speaks of them; `same_as` leads to the row that stands for the person."""

    id: int
    article: int
    name: str
    forms: list[str]
    post: str
    country: str
    background: bool
    same_as: int | None


class BodyShape(BaseModel):
    """A body or a delegation as one article speaks of it."""

    id: int
    article: int
    name: str
    forms: list[str]
    kind: str
    level: str
    country: str
    same_as: int | None


class PlaceShape(BaseModel):
    """A place as one article speaks of it."""

    id: int
    article: int
    name: str
    level: str
    key: str
    city: str
    country: str
    same_as: int | None


class ArticleShape(BaseModel):
    """One version of a page."""

    id: int
    page: str
    version: int
    current: bool
    title: str
    language: str
    published: str
    outlet: str
    url: str
    credit: str
    is_exchange: bool
    capture: int


class ZoneShape(BaseModel):
    """One stretch of an article's text, in code points, and what it is for."""

    start: int
    end: int
    kind: str


class ClaimShape(BaseModel):
    """One subject, property and value with the words that it rests on: `exact` is `text[start:end]`."""

    id: int
    article: int
    subject: str
    property: str
    value: str = Field(description="as read; `corrected` is what a person put in its place")
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    rule: str
    inferred: bool
    zone: str
    weight: int = Field(description="how soon a person should look at it; 0: never")
    verdict: str
    corrected: str


class WholeArticle(ArticleShape):
    """An article with its text, zones and claims."""

    text: str
    zones: list[ZoneShape]
    claims: list[ClaimShape]


class StatementShape(BaseModel):
    """Words that somebody is reported to have said."""

    id: int
    article: int
    activity: int | None
    person: int | None
    body: int | None
    speaker: str
    act: str
    attribution: str
    direct: bool
    joint: bool
    sides: list[str]
    themes: list[str]
    text: str
    start: int
    end: int


class CommitmentShape(BaseModel):
    """An undertaking (w2 to w5) or, as `proposal`, a wish (w1); `due` is EDTF."""

    id: int
    article: int
    activity: int | None
    statement: int | None
    person: int | None
    speaker: str
    party: str
    sides: list[str]
    proposal: bool
    strength: str
    specificity: str
    due: str
    conditional: bool
    recurring: bool
    themes: list[str]
    text: str
    start: int
    end: int


class WholeActivity(ActivityShape):
    """An activity with who took part, what was said and promised, its parts, and the claims of its own fields."""

    participants: list[ParticipantShape]
    statements: list[StatementShape]
    commitments: list[CommitmentShape]
    parts: list[int]
    claims: list[ClaimShape]


class JudgementShape(BaseModel):
    """A person's decision: on what, who, when, why; `undone_by` is the decision that takes it back.

    One on rows (merge, split, never_merge) names them by `table`, `row` and `other`.
    """

    id: int
    verdict: str
    table: str
    row: int | None
    other: int | None
    page: str
    property: str
    exact: str
    value: str
    correction: str
    who: str
    when: datetime.datetime
    why: str
    undoes: int | None
    undone_by: int | None


class CaptureShape(BaseModel):
    """A page as it was got; its bytes are at `/captures/{id}/content`."""

    id: int
    digest: str
    name: str
    url: str
    fetched: str
    media_type: str
    encoding: str
    size: int
    article: int | None


class FoundShape(BaseModel):
    """Something that holds the words: `sort` says what, `id` is its id among its kind."""

    sort: str
    id: int
    article: int
    title: str
    day: str
    words: str


class Decision(Schema):
    """A decision to be kept: on which claim, what, and for a correction the value."""

    claim: int = Field(ge=1, le=2**63 - 1)
    verdict: str = Field(pattern="^(accept|reject|correct)$")
    value: str = Field("", max_length=2000)
    why: str = Field("", max_length=2000)


class Reason(Schema):
    """Why a decision is taken back."""

    why: str = Field("", max_length=2000)


class Material(Schema):
    """A page to take in: its text, its HTML, or the address to fetch it from; exactly one of the three."""

    text: str = Field("", max_length=4_000_000)
    html: str = Field("", max_length=4_000_000)
    url: str = Field("", max_length=2000, description="with text or html: where it is from; alone: fetched now")
    name: str = Field("", max_length=200, description="what the page goes by where it has no address")
    link: bool = Field(default=True, description="whether it is compared with the other pages now")


class Taken(BaseModel):
    """What became of a page: new, changed, reread or unchanged; with what was read."""

    outcome: str
    article: int
    activities: list[int]
    people: list[int]
    is_exchange: bool
    reason: str
    reading: dict[str, Any]
