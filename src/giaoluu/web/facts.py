"""The rows of an activity's page: field, value, and the sentence that it rests on; what is not stated says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from giaoluu.model.activities import ActivityMention
from giaoluu.register.models import Claim
from giaoluu.register.showing import ActivityRecord
from giaoluu.web.evidence import Evidence, evidence_of
from giaoluu.web.words import mode_label, value_words

ALWAYS = ("kind", "mode", "status", "date", "place")
"""Fields that have a row even where the article does not state them."""

THEN = (
    "bounds",
    "time",
    "direction",
    "recurring",
    "role_in_series",
    "title",
    "topic",
    "field",
    "purpose",
    "outcome",
    "target_group",
    "agenda",
    "gift",
    "evidence",
)
"""Fields that have a row where the article states them, in this order."""

BY_ID = {
    "occasions": "name",
    "delegations": "name",
    "quantities": "quantity",
    "documents": "name",
    "photos": "photo",
}
"""Lists of ids → the property whose claim of that id is shown."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row; without evidence the article does not state it. `by` names who entered it beside the article."""

    field: str
    value: str
    evidence: Evidence | None = None
    code: str = ""
    by: str = ""


def facts(record: ActivityRecord) -> Iterator[Fact]:
    """Yield the rows of an activity."""
    own = record.claims.get(record.activity.local, {})
    for name in ALWAYS:
        if name == "date" and not own.get("date") and own.get("bounds"):
            continue
        yield from _rows(record, name, own.get(name, ()))
        if name not in own:
            yield Fact(name, "")
    for name in THEN:
        yield from _rows(record, name, own.get(name, ()))
    word = next((word for word in record.reading.activities if word.id == record.activity.local), None)
    if word is not None:
        yield from _rows_by_id(record, word)


def _rows(record: ActivityRecord, name: str, claims: "list[Claim] | tuple[()]") -> Iterator[Fact]:
    """Yield a row for each claim of a field."""
    for claim in claims:
        yield Fact(name, _value(record, claim), evidence_of(claim, record.reading.article))


def _rows_by_id(record: ActivityRecord, word: ActivityMention) -> Iterator[Fact]:
    """Yield the rows of what an activity only names by id: occasions, quantities and the like."""
    for name, property_ in BY_ID.items():
        for local in getattr(word, name):
            for claim in record.claims.get(local, {}).get(property_, ())[:1]:
                yield Fact(name, claim.exact, evidence_of(claim, record.reading.article))


def _value(record: ActivityRecord, claim: Claim) -> str:
    """Return a claim's value in words, as people judged it."""
    value = claim.effective()
    if claim.property == "mode":
        return mode_label(record.activity.kind, value)
    if claim.property == "evidence":
        return ""
    if claim.property == "gift":
        return claim.exact
    return value_words(claim.property, value)
