"""A reading as full JSON: every word of the model with its spans, and the claims laid flat."""

from typing import Any

from giaoluu.model.claims import claims
from giaoluu.model.codec import to_builtins
from giaoluu.model.reading import Claim, Reading


def full_reading(reading: Reading) -> dict[str, Any]:
    """Return all of a reading, and on top `id`, `text`, `zones` and `claims` for programs that want no more."""
    article = reading.article
    return {
        "id": reading.id,
        "text": article.text,
        "zones": [{"start": zone.start, "end": zone.end, "zone": zone.kind.value} for zone in article.zones],
        "claims": [_claim(claim) for claim in claims(reading)],
        **to_builtins(reading),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    """Return one claim with the words that it rests on."""
    return {
        "subject": claim.subject,
        "property": claim.property,
        "value": claim.value,
        "start": claim.span.start,
        "end": claim.span.end,
        "exact": claim.span.exact,
        "rule": claim.rule,
        "inferred": claim.inferred,
    }
