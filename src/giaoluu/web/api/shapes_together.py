"""What the API answers of what holds articles together: the shapes of series, pairs, follow-ups and sources."""

import datetime
from typing import Literal

from ninja import Field, Schema
from pydantic import BaseModel


class SeriesShape(BaseModel):
    """A series (or another occasion): how many activities stand in it, and which editions are told of."""

    id: int
    kind: str
    key: str = Field(description="its name without edition, case and marks: what reports of it share")
    name: str
    activities: int
    first: int | None = Field(description="the first edition that is told of; null where none has a number")
    last: int | None
    told: int = Field(description="how many editions are told of; what lacks between first and last are gaps")


class EditionShape(BaseModel):
    """One edition with the activities that tell of it; null as its number where none is stated."""

    number: int | None
    activities: list[int]


class WholeSeries(SeriesShape):
    """A series with its names as printed and its editions."""

    names: list[str]
    editions: list[EditionShape]


class PairShape(BaseModel):
    """Two people or two activities that may be one; ids are those of `/people` or `/activities`."""

    id: int
    sort: str
    left: int
    right: int
    score: float = Field(description="for the order of work: the higher the more likely")
    reason: str


class PairAnswer(Schema):
    """What is said of two people or two activities: `merge` they are one, `never_merge` they are two."""

    sort: Literal["person", "activity"]
    left: int = Field(ge=1, le=2**63 - 1)
    right: int = Field(ge=1, le=2**63 - 1)
    verdict: Literal["merge", "never_merge"]
    why: str = Field("", max_length=2000)


class FollowUpAnswer(Schema):
    """What is said of a follow-up: `accept` it has to do with the commitment, `reject` it has not."""

    verdict: Literal["accept", "reject"]
    why: str = Field("", max_length=2000)


class FollowUpShape(BaseModel):
    """A later activity that may have to do with a commitment; `verdict` is empty while it waits."""

    id: int
    commitment: int
    activity: int
    relation: str
    score: float
    reason: str
    verdict: str


class SourceShape(BaseModel):
    """An outlet in one language: articles, how many of them tell of exchanges, and the days of the dated ones."""

    outlet: str
    language: str
    articles: int
    exchanges: int
    first: datetime.date | None
    last: datetime.date | None
