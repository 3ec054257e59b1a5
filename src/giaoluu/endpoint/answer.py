"""What a model is asked to answer: values of closed lists, and words copied from the article."""

from pydantic import BaseModel, ConfigDict, Field

from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import Act, Role, Status, Strength

LONGEST = 2000
"""Characters of one copied text."""

Words = str
"""Words copied letter for letter from the article; empty where it does not state them."""


class Strict(BaseModel):
    """An answer without fields that nobody asked for."""

    model_config = ConfigDict(extra="ignore", str_max_length=LONGEST)


class TakingPart(Strict):
    """Somebody in an activity."""

    name: Words = Field(description="the name as printed")
    post: Words = Field(default="", description="the post as printed beside the name")
    country: str = Field(default="", description="ISO 3166 code of the country they come from", pattern="^([A-Z]{2})?$")
    role: Role = Role.ATTENDEE


class TakenPlace(Strict):
    """One activity of the article."""

    kind: str = Field(description=f"one of: {', '.join(kinds())}")
    status: Status = Status.HELD
    main: bool = Field(default=True, description="false for what is only mentioned in passing")
    evidence: Words = Field(description="the words that tell of it")
    date: str = Field(default="", description="EDTF, as precise as the article and no more")
    date_words: Words = ""
    place_words: Words = ""
    participants: list[TakingPart] = Field(default_factory=list, max_length=200)


class Said(Strict):
    """One statement."""

    speaker: Words = Field(default="", description="the speaker's name as printed somewhere in the article")
    joint: bool = Field(default=False, description="both sides together")
    words: Words = Field(description="what was said, as printed, without who said it")
    act: Act
    strength: Strength | None = Field(default=None, description="only for act commit (w2 to w5) and propose (w1)")


class Answer(Strict):
    """All that a model reads in an article."""

    is_exchange: bool = Field(description="whether it tells of exchange between peoples of two countries or more")
    activities: list[TakenPlace] = Field(default_factory=list, max_length=100)
    statements: list[Said] = Field(default_factory=list, max_length=300)
