"""A reading: all that one article says, with the versions of what read it; and the claims that it makes."""

from dataclasses import dataclass

from giaoluu.model.activities import ActivityMention, Commitment, Proposal, Quotation
from giaoluu.model.article import Article
from giaoluu.model.mentions import (
    DateMention,
    Delegation,
    Document,
    Framework,
    Occasion,
    Organisation,
    Person,
    Place,
    Quantity,
)
from giaoluu.model.spans import Span


@dataclass(frozen=True, slots=True)
class Run:
    """What read the article: version of the reader and of each pack that took part (PROV Activity)."""

    reader: str
    packs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that the reader saw and could not settle: it goes to review, with its span."""

    id: str
    about: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One subject, property and value, with the words that it rests on and the rule that read them."""

    subject: str
    property: str
    value: str
    span: Span
    rule: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says. The same bytes and the same packs give the same reading."""

    article: Article
    run: Run
    is_exchange: bool
    exchange_reason: str
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    documents: tuple[Document, ...] = ()
    activities: tuple[ActivityMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id
