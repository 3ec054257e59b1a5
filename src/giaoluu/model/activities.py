"""What an article says took place: activities with participants, parts, gifts, and what was said in them."""

from dataclasses import dataclass
from enum import StrEnum

from giaoluu.model.edtf import Edtf
from giaoluu.model.spans import Cited, Span


class Status(StrEnum):
    """Where an activity stands, as the article tells it."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    RECALLED = "recalled"
    CANCELLED = "cancelled"
    RECURRING = "recurring"


class Role(StrEnum):
    """What a party does in an activity."""

    HOST = "host"
    GUEST = "guest"
    LEADER = "leader"
    MEMBER = "member"
    ATTENDEE = "attendee"
    ORGANISER = "organiser"
    SIGNATORY = "signatory"
    GIVER = "giver"
    RECIPIENT = "recipient"
    SENDER = "sender"
    ADDRESSEE = "addressee"
    PERFORMER = "performer"
    SPONSOR = "sponsor"
    SPEAKER = "speaker"
    REPRESENTED = "represented"


class Act(StrEnum):
    """What is done by saying it."""

    AFFIRM = "affirm"
    PRAISE = "praise"
    PROPOSE = "propose"
    COMMIT = "commit"
    AGREE = "agree"
    THANK = "thank"
    INFORM = "inform"


class Attribution(StrEnum):
    """How the article ties words to their speaker.

    EXPLICIT: named, or a pronoun in the same sentence. IMPLICIT: the sentence goes on with the
    previous speaker's words and has no verb of saying. NARRATOR: nobody but the article says it.
    """

    EXPLICIT = "explicit"
    IMPLICIT = "implicit"
    NARRATOR = "narrator"


class Strength(StrEnum):
    """How strongly something is undertaken (docs/reference/commitments.md)."""

    WISH = "w1"
    WILLING = "w2"
    INTEND = "w3"
    AGREED = "w4"
    SIGNED = "w5"


class Specificity(StrEnum):
    """How checkable an undertaking is: vague, a direction, a deliverable, a dated deliverable."""

    VAGUE = "s0"
    DIRECTIONAL = "s1"
    DELIVERABLE = "s2"
    DATED = "s3"


JOINT = "joint"
"""The speaker when both sides speak as one."""


@dataclass(frozen=True, slots=True)
class Participant:
    """A party (id of a Person, Organisation or Delegation of the same reading) in an activity, and in which role."""

    id: str
    party: str
    role: Role
    span: Span
    rule: str
    side: str | None = None
    posts: tuple[str, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Gift:
    """Something given: by whom, to whom, and what, where the article says so."""

    id: str
    span: Span
    rule: str
    giver: str | None = None
    receiver: str | None = None
    object: Cited[str] | None = None


@dataclass(frozen=True, slots=True)
class ActivityMention:
    """One article's account of one activity.

    `kind` is one of the closed list of langs/kinds.toml, `mode` the finer one or None. `date` is
    None when the article gives none; `bounds` is then what the article implies, always inferred.
    `part_of` is the id of the activity that holds this one. `places` has the finest place first.
    `evidence` are the words that tell of it, `accounts` the clauses that they stand in.
    `count_stated` is False for an aggregate ("many visits"): it counts as unknown, never as one.
    """

    id: str
    kind: Cited[str]
    mode: Cited[str] | None = None
    status: Cited[Status] | None = None
    main: bool = True
    title: Cited[str] | None = None
    date: Cited[Edtf] | None = None
    date_words: Span | None = None
    bounds: Cited[Edtf] | None = None
    time: Cited[str] | None = None
    place: Cited[str] | None = None
    places: tuple[str, ...] = ()
    destination: str | None = None
    participants: tuple[Participant, ...] = ()
    part_of: str | None = None
    level: str | None = None
    direction: Cited[str] | None = None
    occasions: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    gifts: tuple[Gift, ...] = ()
    documents: tuple[str, ...] = ()
    topics: tuple[Cited[str], ...] = ()
    fields: tuple[Cited[str], ...] = ()
    purposes: tuple[Cited[str], ...] = ()
    outcomes: tuple[Cited[str], ...] = ()
    targets: tuple[Cited[str], ...] = ()
    agenda: tuple[Cited[str], ...] = ()
    photos: tuple[str, ...] = ()
    role_in_series: Cited[str] | None = None
    evidence: tuple[Span, ...] = ()
    accounts: tuple[Span, ...] = ()
    count_stated: bool = True
    recurring: Cited[str] | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody is reported to have said, and what is done by saying them.

    `speaker` is the id of a party, `JOINT`, or None when the article leaves it open. `content` is
    what was said, `cue` the words that show it being said, `echoes` a headline that says the same
    once more. `reported_by` is the party through whom nested words come.
    """

    id: str
    speaker: str | None
    act: Act
    content: Span
    rule: str
    cue: Span | None = None
    sentence: Span | None = None
    speaker_span: Span | None = None
    sides: tuple[str, ...] = ()
    on_behalf_of: Cited[str] | None = None
    direct: bool = False
    attribution: Attribution = Attribution.EXPLICIT
    themes: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    echoes: tuple[Span, ...] = ()
    reported_by: str | None = None
    activity: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """An undertaking (w2 to w5) or, as `Proposal`, a wish (w1), with who undertakes what for whom.

    `speaker` says it and `party` is bound by it: a minister speaks, the ministry promises.
    """

    id: str
    quotation: str
    speaker: str | None
    action: Span
    rule: str
    strength: Strength
    specificity: Specificity
    party: str | None = None
    with_parties: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    beneficiary: Cited[str] | None = None
    cue: Span | None = None
    due: Cited[Edtf] | None = None
    recurring: bool = False
    continuing: bool = False
    joint: bool = False
    conditional: bool = False
    purpose: Cited[str] | None = None
    themes: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal(Commitment):
    """A wish or request: strength is always w1, and nobody is bound."""
