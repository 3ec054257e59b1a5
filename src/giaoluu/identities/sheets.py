"""Lines of pairs of names, with columns of context that a header names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from giaoluu.identities.people import match_names
from giaoluu.identities.verdicts import Context, PostHeld
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import GiaoluuError

ADDED = ("score", "verdict", "reason")
FACTS = ("country", "post", "organisation", "date")
SIDES = ("_a", "_b")
LABEL_AND_NAMES = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the columns of context stand: (fact, side) → column."""

    columns: Mapping[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, header: Sequence[str]) -> "Sheet":
        """Return the sheet that a header names: `country_a … date_b`, or each fact twice.

        >>> sorted(Sheet.of(["label", "name", "other", "country", "country", "date_b"]).columns.items())
        [(('country', 0), 3), (('country', 1), 4), (('date', 1), 5)]
        """
        found: dict[tuple[str, int], int] = {}
        for column, cell in list(enumerate(header))[LABEL_AND_NAMES:]:
            title = cell.strip().lower()
            fact, side = (
                (title[:-2], SIDES.index(title[-2:])) if title[-2:] in SIDES else (title, int((title, 0) in found))
            )
            if fact in FACTS:
                found.setdefault((fact, side), column)
        return cls(found)

    def judge(self, cells: Sequence[str]) -> tuple[str, str, str]:
        """Return score, verdict and reason of one line.

        Raises GiaoluuError where the line has no two names or a date that is none.
        """
        if len(cells) < LABEL_AND_NAMES:
            raise GiaoluuError("not three columns; write label, name, other name separated by tabs")
        contexts = [self._context(cells, side) for side in (0, 1)] if self.columns else [None, None]
        verdict = match_names(cells[1], cells[2], context_a=contexts[0], context_b=contexts[1])
        return repr(verdict.score), verdict.decision.value, verdict.reason

    def _context(self, cells: Sequence[str], side: int) -> Context | None:
        """Return what a line says around one name; None where it says nothing."""
        fact = {
            name: cells[column].strip()
            for (name, its), column in self.columns.items()
            if its == side and column < len(cells)
        }
        if not any(fact.values()):
            return None
        country, post, body = (fact.get(name) or None for name in FACTS[:3])
        posts = (PostHeld(post, body, country, post),) if post else ()
        date = Edtf(fact["date"]) if fact.get("date") else None
        return Context(country, posts, frozenset({body} if body else ()), date)
