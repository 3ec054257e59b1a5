"""The cascade as a trial of examples: what the rules of a section see, and what its dates mean.

>>> from giaoluu.langs.check import check
>>> check("vi", trial=EngineTrial(), sections=("framework",))
[]
"""

from collections.abc import Callable
from dataclasses import replace

from giaoluu.langs.pack import Pack, codes
from giaoluu.langs.tape import Tape
from giaoluu.mentions.bodies import fold_bodies, fold_posts
from giaoluu.mentions.dates import Anchor, find_dates
from giaoluu.mentions.levels import fold_groups, fold_people
from giaoluu.mentions.names import mark_names
from giaoluu.mentions.occasions import fold_documents, fold_frameworks, fold_occasions, fold_quantities
from giaoluu.mentions.territory import fold_territories
from giaoluu.model.edtf import Edtf

REFERENCE = "2024-07-01"
"""The day on which a text without a date of its own is taken to be published."""


def anchor_of(pack: Pack) -> Anchor:
    """Return what relative dates of a pack's examples hang on (`[reference]` of dates.toml)."""
    reference = pack.words.get("dates", {}).get("reference", {})
    previous = reference.get("previous")
    return Anchor(published=Edtf(reference.get("published", REFERENCE)), previous=Edtf(previous) if previous else None)


def _fold_dates(tape: Tape, pack: Pack) -> Tape:
    return tape.fold(find_dates(tape, pack, anchor_of(pack)))


def _fold_people(tape: Tape, pack: Pack) -> Tape:
    return fold_people(mark_names(fold_groups(tape, pack), pack), pack)


LEVELS: tuple[tuple[str, Callable[[Tape, Pack], Tape]], ...] = (
    ("date", _fold_dates),
    ("place", fold_territories),
    ("framework", fold_frameworks),
    ("body", fold_bodies),
    ("occasion", fold_occasions),
    ("document", fold_documents),
    ("quantity", fold_quantities),
    ("post", fold_posts),
    ("delegation", _fold_people),
)
"""Section → the level that its rules make, from the bottom; rules of all other sections see all levels."""


class EngineTrial:
    """Tries the examples of a pack as the engine reads an article.

    The engine compiles names by the code of a pack that ships with giaoluu. The rules of another pack are
    tried on plain text, so that those over spans wait until its folder lies beside the others.
    """

    def folds(self, pack: Pack) -> bool:
        """Say whether the engine has compiled the names of this pack."""
        return pack.code in codes()

    def fold_for(self, section: str, tape: Tape, pack: Pack, *, through: bool = False) -> Tape:
        """Return a tape as the rules of a section see it; `through`: with what that section itself found as well."""
        if section == "dictation" or not self.folds(pack):
            return tape
        # A pack with one section less counts its rules anew: what is worth trying is asked per section.
        tape = replace(tape, wanted=None)
        for level, fold in LEVELS:
            if level == section:
                # Names of countries and places come from tables, on which the rules of places build.
                bare = {**pack.sections, section: ()}
                return (
                    fold(tape, pack)
                    if through
                    else fold(tape, Pack(pack.code, pack.settings, bare, pack.words, pack.tables))
                )
            tape = fold(tape, pack)
        return tape

    def values(self, section: str, text: str, pack: Pack) -> list[str] | None:
        """Return the dates and times that a text means, as the packs write them; None where rules have no values."""
        if section not in {"date", "dictation"}:
            return None
        found = find_dates(pack.tape(text), pack, anchor_of(pack), dictation=section == "dictation")
        return [str(value) for item in found for value in (item.value.edtf, item.value.time) if value]
