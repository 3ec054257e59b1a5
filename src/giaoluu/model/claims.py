"""The claims that a reading makes: every cited value as subject, property, value and span."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from giaoluu.model.activities import Commitment, Gift, Participant, Proposal, Quotation
from giaoluu.model.article import Article, Caption
from giaoluu.model.mentions import DateMention, Framework, Quantity
from giaoluu.model.reading import Claim, Reading
from giaoluu.model.spans import Cited, Span

SINGULAR = {
    "names": "name",
    "authors": "author",
    "topics": "topic",
    "fields": "field",
    "purposes": "purpose",
    "outcomes": "outcome",
    "targets": "target_group",
    "echoes": "echo",
    "accounts": "account",
}
"""Field name of a list → property name of each of its claims; other fields keep their name."""

WHOLE = {
    Participant: ("participant", "span", "party"),
    Gift: ("gift", "span", "receiver"),
    Quantity: ("quantity", "span", "value"),
    DateMention: ("date_mention", "span", "edtf"),
    Framework: ("framework", "span", "key"),
    Quotation: ("quotation", "content", "act"),
    Commitment: ("commitment", "action", "strength"),
    Proposal: ("proposal", "action", "strength"),
    Caption: ("photo", "span", "id"),
}
"""Words that are a claim as a whole: property, the field with its span, the field with its value."""


def claims(reading: Reading) -> tuple[Claim, ...]:
    """Return every claim of a reading in the order of its text; furniture makes none.

    Raises nothing: a reading cannot hold a value without a span.
    """
    found = dict.fromkeys(_walk(reading, reading.id))
    return tuple(sorted(found, key=lambda claim: (claim.span, claim.property, claim.subject, claim.value)))


def _walk(word: Any, subject: str) -> Iterator[Claim]:
    """Yield the claims of one word and of the words that it holds."""
    own = getattr(word, "id", subject)
    rule = getattr(word, "rule", "page")
    if type(word) in WHOLE:
        name, span_field, value_field = WHOLE[type(word)]
        value = plain(getattr(word, value_field))
        inferred = getattr(word, "inferred", False)
        yield Claim(
            subject if name in {"participant", "gift"} else own, name, value, getattr(word, span_field), rule, inferred
        )
    for item in fields(word):
        value = getattr(word, item.name)
        name = SINGULAR.get(item.name, item.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Cited):
                yield Claim(own, name, plain(part.value), part.span, part.rule, part.inferred)
            elif isinstance(part, Span):
                if name in EVIDENCE:
                    yield Claim(own, name, part.exact, part, rule)
            elif is_dataclass(part) and not isinstance(part, type) and name not in {"zones", "leads", "run", "issues"}:
                yield from _walk(part, subject if isinstance(part, Article) else own)


EVIDENCE = frozenset({"cue", "evidence", "account", "echo", "date_words", "speaker_span"})
"""Fields with a bare span that is shown as evidence; `mentions` and `sentence` only locate."""


def plain(value: Any) -> str:
    """Return a value as the text that a claim holds; None is the empty text."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
