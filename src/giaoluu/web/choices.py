"""What may be put in the place of a claim's value: codes of closed lists with their words."""

from enum import StrEnum
from typing import Any

from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import Act, Status, Strength
from giaoluu.register.effective import NAMED_BY_ID
from giaoluu.register.models import Claim, Organisation, Person
from giaoluu.web.entering import country_codes
from giaoluu.web.remembering import remembered
from giaoluu.web.words import country_name, kind_label, label, mode_label, value_words

LISTS: dict[str, tuple[str, type[StrEnum]]] = {
    "status": ("status", Status),
    "quotation": ("act", Act),
    "commitment": ("strength", Strength),
    "proposal": ("strength", Strength),
}
"""Property → context of its labels, and its closed list."""


def countries_of(table: type[Person] | type[Organisation]) -> list[tuple[str, str]]:
    """Return the countries that the rows of a table have, with their names, in the order of these."""
    codes = table._default_manager.filter(current=True, canonical=None).exclude(country="").order_by()
    known = remembered(f"countries {table.__name__}", lambda: list(codes.values_list("country", flat=True).distinct()))
    return sorted(((code, country_name(code)) for code in known), key=lambda choice: choice[1].casefold())


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
    elif claim.property == "country":
        found = [(code, country_name(code)) for code in country_codes()]
    value = claim.effective()
    if found and value not in dict(found):
        found.append((value, value_words(claim.property, value)))
    return {
        "choices": found,
        "said": value_words(claim.property, value),
        "correctable": claim.property not in NAMED_BY_ID,
    }
