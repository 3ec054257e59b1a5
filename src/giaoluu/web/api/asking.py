"""What may be asked of the lists of the API: the filters of the pages, checked before the register is asked."""

from typing import Annotated, Literal

from ninja import Field
from pydantic import AfterValidator

from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import Act, Status, Strength
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError
from giaoluu.model.mentions import OccasionKind
from giaoluu.web.api.paging import Asked

LARGEST = 2**63 - 1


def _a_date(text: str) -> str:
    """Return a date as it is; refuse what is none."""
    try:
        if text:
            Edtf(text)
    except EdtfError as error:
        raise ValueError("write a year, a month or a day: 2025, 2025-03, 2025-03-11") from error
    return text


def _a_kind(text: str) -> str:
    """Return a kind as it is; refuse what the closed list lacks."""
    if text and text not in kinds():
        raise ValueError(f"use one of {', '.join(kinds())}")
    return text


def _words(text: str) -> str:
    """Return words without what no store takes."""
    if "\x00" in text:
        raise ValueError("a text holds no zero sign")
    return text


Date = Annotated[str, Field(max_length=40), AfterValidator(_words), AfterValidator(_a_date)]
Kind = Annotated[str, Field(max_length=40), AfterValidator(_a_kind)]
Country = Annotated[str, Field(pattern="^([A-Za-z]{2,3})?$")]
Words = Annotated[str, Field(max_length=200), AfterValidator(_words)]
Number = Annotated[int, Field(ge=1, le=LARGEST)]


class Texts(Asked):
    """Words to look for."""

    text: Words = ""


class Activities(Texts):
    """What activities are wanted."""

    kind: Kind = ""
    country: Country = ""
    status: Status | Literal[""] = ""
    since: Date = ""
    until: Date = ""
    main: bool | None = Field(None, description="false: those that are told in passing")
    order: Literal["-date", "date", "-id", "id"] = "-date"


class People(Texts):
    """What people are wanted."""

    country: Country = ""
    background: bool = False
    order: Literal["name", "-name", "id", "-id"] = "name"


class Named(Texts):
    """What bodies are wanted."""

    country: Country = ""
    order: Literal["name", "-name", "id", "-id"] = "name"


class Places(Texts):
    """What places are wanted."""

    country: Country = ""
    order: Literal["-id", "id"] = "-id"


class Articles(Texts):
    """What articles are wanted."""

    language: Annotated[str, Field(max_length=12), AfterValidator(_words)] = ""
    outlet: Words = ""
    order: Literal["-published", "published", "-id", "id"] = "-published"


class Statements(Texts):
    """What statements are wanted."""

    act: Act | Literal[""] = ""
    country: Country = ""
    since: Date = ""
    until: Date = ""
    article: Number | None = None
    order: Literal["-date", "date", "-id", "id"] = "-date"


class Commitments(Asked):
    """What undertakings are wanted; wishes (w1) only where asked for."""

    strength: Strength | Literal[""] = ""
    article: Number | None = None
    order: Literal["-date", "date", "-id", "id"] = "-date"


class Claims(Asked):
    """What claims are wanted: those of an article, else those that wait for a person."""

    article: Number | None = None
    property: Words = ""
    verdict: Literal["", "accept", "reject", "correct"] = ""


class Series(Asked):
    """What occasions are wanted."""

    kind: OccasionKind = OccasionKind.SERIES


class Pairs(Asked):
    """What pairs are wanted."""

    sort: Literal["", "person", "activity"] = ""


class FollowUps(Asked):
    """What follow-ups are wanted."""

    commitment: Number | None = None
    verdict: Literal["", "none", "accept", "reject"] = ""


class Judgements(Asked):
    """What decisions are wanted, the newest first."""

    who: Words = ""
    article: Number | None = None


class Searched(Asked):
    """What is looked for."""

    text: Words
    sort: Literal["", "activity", "person", "body", "statement", "article"] = ""
    kind: Kind = ""
    country: Country = ""
    language: Annotated[str, Field(max_length=12), AfterValidator(_words)] = ""
    since: Date = ""
    until: Date = ""
