"""What is said of several readings together: one activity in many accounts, copies, two accounts side by side.

Every link carries its reason; what is not sure goes to review and links nothing.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from giaoluu.model.activities import Strength
from giaoluu.model.edtf import Edtf


class Identities(Protocol):
    """Who is the same across readings: what finding one activity in many accounts needs to know of names."""

    def entity(self, reading: str, party: str) -> str | None:
        """Return the entity that a party of a reading was found to be, or None where that is open."""

    def keys(self, name: str) -> frozenset[str]:
        """Return what a name is filed under: two printed names of one person share a key, in any script."""

    def alike(self, left: str, right: str) -> bool | None:
        """Say whether two printed names may be one person's; None where their scripts cannot be compared."""

    def sound_alike(self, left: str, right: str) -> bool:
        """Say whether one name may be the other written by its sound, which proposes and never proves."""

    def are_posts_apart(self, left: str, right: str) -> bool:
        """Say whether the words of two posts name two fields, as trade and agriculture are, or two towns."""

    def same_body(self, left: str, right: str) -> bool | None:
        """Say whether two names are one body's; None where nothing in them decides it."""


class Decision(StrEnum):
    """What a comparison comes to: REVIEW leaves it to a person."""

    SAME = "same"
    DIFFERENT = "different"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, order=True)
class AccountKey:
    """One article's account of one activity: the reading and the id of its activity."""

    reading: str
    activity: str

    def __str__(self) -> str:
        """Return it as people write it.

        >>> str(AccountKey("page", "a1"))
        'page#a1'
        """
        return f"{self.reading}#{self.activity}"


@dataclass(frozen=True, slots=True)
class Tie:
    """Whether two accounts tell one activity, with a score for the order of work and the reasons in words."""

    left: AccountKey
    right: AccountKey
    decision: Decision
    score: float
    reasons: tuple[str, ...]

    @property
    def reason(self) -> str:
        """All reasons as one line."""
        return "; ".join(self.reasons)


BY_PEOPLE = 1_000_000.0
"""The score of a tie that a person made: beyond any that evidence adds up to."""


def judged_tie(one: AccountKey, other: AccountKey, *, same: bool, reason: str) -> Tie:
    """Return what a person says of two accounts; it holds against all evidence.

    >>> judged_tie(AccountKey("b", "a1"), AccountKey("a", "a1"), same=False, reason="An: a week apart").left
    AccountKey(reading='a', activity='a1')
    """
    left, right = sorted((one, other))
    decision, score = (Decision.SAME, BY_PEOPLE) if same else (Decision.DIFFERENT, 0.0)
    return Tie(left, right, decision, score, (reason,))


class TextRelation(StrEnum):
    """How two texts depend on each other."""

    COPY = "copy"
    TRANSLATION = "translation"
    SAME_SOURCE = "same_source"


@dataclass(frozen=True, slots=True)
class TextTie:
    """Two articles of which one adds no witness to the other, and why."""

    left: str
    right: str
    relation: TextRelation
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Witness:
    """One independent source of an activity: all articles that go back to it, and why they count once."""

    readings: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """One value with the accounts that give it."""

    value: str
    accounts: tuple[AccountKey, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one property that do not go together; `shown` is the one that the rule chose, `rule` how."""

    property: str
    values: tuple[Told, ...]
    shown: str
    rule: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """What took place, as one or more accounts tell it. `id` follows from its first account alone.

    `reasons` say why the accounts are one; `witnesses` are independent of each other.
    """

    id: str
    accounts: tuple[AccountKey, ...]
    witnesses: tuple[Witness, ...]
    reasons: tuple[Tie, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    date: Edtf | None = None


@dataclass(frozen=True, slots=True, order=True)
class PartyKey:
    """One party of one reading."""

    reading: str
    party: str


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Two people of two accounts of one activity who are one, and why."""

    left: PartyKey
    right: PartyKey
    reason: str


@dataclass(frozen=True, slots=True)
class Links:
    """All that holds readings together: activities, texts that depend on each other, what a person should look at."""

    activities: tuple[Activity, ...] = ()
    texts: tuple[TextTie, ...] = ()
    reviews: tuple[Tie, ...] = ()
    people: tuple[SamePerson, ...] = ()


class Stronger(StrEnum):
    """Which account puts an undertaking more strongly."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose account a report is: the credited body or outlet, its side (country), and what shows it."""

    reading: str
    activity: str | None
    whose: str | None
    side: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Aligned:
    """Statements (ids of quotations) of both accounts that say the same; several where one account joins them.

    `left_strength` and `right_strength` are the strongest undertakings in them, `stronger` the side that goes further.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    score: float
    reasons: tuple[str, ...]
    left_strength: Strength | None = None
    right_strength: Strength | None = None
    stronger: Stronger | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme with its share of each account's statements."""

    theme: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts side by side. `one_sided` says why there are no two sides to compare, or is None.

    `order` runs from 1 (same order of what both say) to -1 (the other way round), None below two aligned statements.
    """

    left: Voice
    right: Voice
    same_activity: Tie
    aligned: tuple[Aligned, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]
    topics: tuple[Topic, ...]
    order: float | None = None
    one_sided: str | None = None


class FollowUpRelation(StrEnum):
    """What a later activity does with an undertaking."""

    FULFILS = "fulfils"
    PARTLY = "partly"
    REPEATS = "repeats"
    SCHEDULES = "schedules"
    CONTRADICTS = "contradicts"
    CANCELS = "cancels"


class UndertakingStatus(StrEnum):
    """Where an undertaking stands, as far as the readings show (docs/reference/commitments.md)."""

    STATED = "stated"
    SCHEDULED = "scheduled"
    UNDER_WAY = "under_way"
    RECURRING = "recurring"
    DONE = "done"
    PARTLY = "partly"
    OVERDUE = "overdue"
    DROPPED = "dropped"
    SUPERSEDED = "superseded"
    NO_EVIDENCE = "no_evidence"
    NOT_TRACKABLE = "not_trackable"


@dataclass(frozen=True, slots=True, order=True)
class CommitmentKey:
    """One commitment of one reading."""

    reading: str
    commitment: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A proposal for a person to judge: this later activity may have to do with that undertaking."""

    relation: FollowUpRelation
    activity: str
    reason: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One undertaking: `told` in the accounts of one activity, `repeats` the id of the earlier one that it says again.

    `status` is proposed from what was read and holds only until a person judges.
    """

    id: str
    activity: str | None
    told: tuple[CommitmentKey, ...]
    strength: Strength
    status: UndertakingStatus
    repeats: str | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    reason: str = ""
