"""What may be put in the place of a claim's value: codes of closed lists with their words."""

from typing import Any

from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import Act, Status, Strength
from giaoluu.register.effective import NAMED_BY_ID
from giaoluu.register.models import Claim
from giaoluu.web.words import kind_label, label, mode_label

LISTS = {
    "status": ("status", Status),
    "quotation": ("act", Act),
    "commitment": ("strength", Strength),
    "proposal": ("strength", Strength),
}
"""Property → context of its labels, and its closed list."""


def choices_for(claim: Claim) -> dict[str, Any]:
    """Return the codes that a claim's value may become, with words, and whether it can be corrected at all."""
    found: list[tuple[str, str]] = []
    if claim.property == "kind":
        found = [(name, kind_label(name)) for name in kinds()]
    elif claim.property == "mode":
        found = [(mode, mode_label(kind.name, mode)) for kind in kinds().values() for mode in kind.modes]
    elif claim.property in LISTS:
        context, codes = LISTS[claim.property]
        found = [(code.value, label(context, code.value)) for code in codes]
    said = dict(found).get(claim.effective(), "")
    return {"choices": found, "said": said, "correctable": claim.property not in NAMED_BY_ID}
