"""The rows of what a reading reports as said, promised and wished."""

from giaoluu.model.activities import JOINT, Proposal
from giaoluu.model.activities import Commitment as CommitmentWord
from giaoluu.model.activities import Quotation as QuotationWord
from giaoluu.register.carrying import Kept
from giaoluu.register.models import Activity, Article, Commitment, Quotation
from giaoluu.register.parties import Parties


def add_said(article: Article, parties: Parties, kept: Kept, activities: dict[str, Activity]) -> None:
    """Add quotations, then the commitments and proposals that rest on them."""
    reading = parties.reading
    quotations = kept.save(
        Quotation, (_quotation(article, word, parties, activities, kept=kept) for word in reading.quotations)
    )
    by_local = {row.local: row for row in quotations}
    words = (*reading.commitments, *reading.proposals)
    kept.save(Commitment, (_commitment(article, word, parties, by_local, kept=kept) for word in words))


def _quotation(
    article: Article, word: QuotationWord, parties: Parties, activities: dict[str, Activity], *, kept: Kept
) -> Quotation:
    """Return the row of one quotation."""
    return kept.row(
        Quotation,
        article=article,
        current=article.listed,
        sorted_by=article.sorted_by,
        activity=activities.get(word.activity or ""),
        person=parties.people.get(word.speaker or ""),
        organisation=parties.organisations.get(word.speaker or ""),
        local=word.id,
        speaker=parties.name(word.speaker),
        joint=word.speaker == JOINT,
        sides=" ".join(word.sides),
        act=str(word.act),
        attribution=str(word.attribution),
        direct=word.direct,
        themes=" ".join(word.themes),
        text=word.content.exact,
        start=word.content.start,
        end=word.content.end,
    )


def _commitment(
    article: Article, word: CommitmentWord, parties: Parties, said: dict[str, Quotation], *, kept: Kept
) -> Commitment:
    """Return the row of one commitment or proposal; its activity is that of its quotation."""
    quotation = said.get(word.quotation)
    due = word.due.value if word.due else None
    return kept.row(
        Commitment,
        article=article,
        current=article.listed,
        sorted_by=article.sorted_by,
        quotation=quotation,
        activity=quotation.activity if quotation else None,
        person=parties.people.get(word.speaker or ""),
        local=word.id,
        speaker=parties.name(word.speaker),
        party=parties.name(word.party),
        sides=" ".join(word.sides),
        proposal=isinstance(word, Proposal),
        strength=str(word.strength),
        specificity=str(word.specificity),
        due=str(due or ""),
        due_earliest=due.earliest if due else None,
        due_latest=due.latest if due else None,
        joint=word.joint,
        conditional=word.conditional,
        recurring=word.recurring,
        themes=" ".join(word.themes),
        text=word.action.exact,
        start=word.action.start,
        end=word.action.end,
    )
