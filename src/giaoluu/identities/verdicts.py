"""What comes of comparing two: a score, a verdict, and the reason in a sentence."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from giaoluu.model.edtf import Edtf


class Decision(StrEnum):
    """What follows: they are one, they are two, or a person has to look."""

    SAME = "same"
    DIFFERENT = "different"
    REVIEW = "review"


class Verdict(NamedTuple):
    """The outcome of a comparison; `score` in [0, 1] orders candidates, `decision` says what follows, `reason` why."""

    score: float
    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post by its meaning: kind, body (as an id or a folded name) and country, as far as they are known."""

    kind: str | None = None
    body: str | None = None
    country: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a name: country, posts, bodies and the date of what is told."""

    country: str | None = None
    posts: tuple[PostHeld, ...] = ()
    bodies: frozenset[str] = frozenset()
    date: Edtf | None = None
