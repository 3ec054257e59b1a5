"""What a person made of the cells of a page: decisions, or proposals where they may not decide; nothing is dropped.

What they filled in beside the cells is an entry under their name, whatever they may decide.
"""

from collections.abc import Iterable, Mapping

from django.db.models import Max
from django.utils.translation import gettext as _

from giaoluu.model.reading import Reading
from giaoluu.register.accounts_roles import Actor, Right
from giaoluu.register.effective import NAMED_BY_ID, Key
from giaoluu.register.entries import EntryError, Problem
from giaoluu.register.entries.beside import add_beside, beside
from giaoluu.register.judging import judge, judge_all
from giaoluu.register.models import Article, Claim, Judgement
from giaoluu.register.proposing import Wanted, propose
from giaoluu.web.cells import Card, Cell, Shown, key_of
from giaoluu.web.filling import filled_in


class FillingError(Exception):
    """Something that was filled in and cannot be read: activity → what is wrong."""

    def __init__(self, wrong: Mapping[str, tuple[Problem, ...]]) -> None:
        super().__init__(str(wrong))
        self.wrong = wrong


def held_of(reading: Reading, article: Article | None, name: str) -> Shown:
    """Return a reading with what was decided of it and what somebody added to it, where the register has the page."""
    if article is None:
        return Shown(reading)
    rows = article.activities.select_related("article")
    added = {row.local: entry for row in rows if (entry := beside(row, name)) is not None}
    return Shown(reading, rows_of(article), added)


def rows_of(article: Article) -> dict[Key, Claim]:
    """Return the claims of an article by what they say."""
    return {Key(row.subject, row.property, row.value, row.start, row.end): row for row in article.claims.all()}


def state_of(article: Article | None) -> int:
    """Return what tells whether anybody decided on a page in the meantime."""
    if article is None:
        return 0
    return Judgement.objects.filter(page=article.page).aggregate(last=Max("pk"))["last"] or 0


def keep(article: Article, cards: Iterable[Card], data: Mapping[str, str], actor: Actor) -> None:
    """Keep what a person made of the cells and what they filled in; FillingError where that cannot be read."""
    rows, cards = rows_of(article), list(cards)
    cells = [(cell, rows[key_of(cell.claim)]) for card in cards for cell in card.cells if key_of(cell.claim) in rows]
    written = {cell.number: rows.get(key_of(cell.written), row) for cell, row in cells}
    if actor.may(Right.DECIDE):
        _decide(cells, written, actor.name)
    else:
        propose([one for cell, row in cells for one in _wanted(cell, row, written[cell.number])], who=actor.name)
    _add(article, cards, data, actor.name)


def _decide(cells: list[tuple[Cell, Claim]], written: Mapping[int, Claim], name: str) -> None:
    """Keep decisions: on what was changed, and on what nobody decided yet."""
    accepted, rejected = [], []
    for cell, row in cells:
        changed, named = cell.value != cell.before, written[cell.number]
        if cell.kept and changed and named.pk == row.pk:
            judge(row, "correct", who=name, value=cell.value)
        elif cell.kept and (not row.verdict or not cell.kept_before):
            accepted.append(row)
        elif not cell.kept and (cell.kept_before or not row.verdict):
            rejected.append(row)
        if changed and named.pk != row.pk:
            judge(named, "correct", who=name, value=cell.value)
    judge_all(accepted, "accept", who=name)
    judge_all(rejected, "reject", who=name)


def _wanted(cell: Cell, row: Claim, named: Claim) -> Iterable[Wanted]:
    """Yield what somebody would change who may not decide."""
    changed = cell.value != cell.before
    if not cell.kept and cell.kept_before:
        yield Wanted(row)
    elif cell.kept and named.pk == row.pk and (changed or not cell.kept_before) and row.property not in NAMED_BY_ID:
        yield Wanted(row, cell.value)
    if changed and named.pk != row.pk:
        yield Wanted(named, cell.value)


def _add(article: Article, cards: Iterable[Card], data: Mapping[str, str], name: str) -> None:
    """Keep what was filled in beside the cells."""
    wrong: dict[str, tuple[Problem, ...]] = {}
    rows = {row.local: row for row in article.activities.select_related("article")}
    for card in cards:
        row = rows.get(card.local)
        if row is not None:
            try:
                add_beside(row, filled_in(card.local, data), who=name, why=_("filled in while pasting"))
            except EntryError as error:
                wrong[card.local] = error.problems
    if wrong:
        raise FillingError(wrong)
