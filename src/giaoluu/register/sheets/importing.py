"""A planned import put into effect: all of its rows in one transaction, or none; and taken back."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from giaoluu.entries import Entry
from giaoluu.entries.entry import tidy
from giaoluu.model.errors import RegisterError
from giaoluu.register import captures
from giaoluu.register.entries.asides import NAMES as KEPT_APART
from giaoluu.register.entries.asides import asides_of
from giaoluu.register.entries.saving import history, write
from giaoluu.register.models import Article, EntryAside, SheetImport, SheetLayout, SheetRow
from giaoluu.register.sheets.cells import plain
from giaoluu.register.sheets.columns import layout_key
from giaoluu.register.sheets.converting import Layout
from giaoluu.register.sheets.planning import Fate, Plan, RowPlan, sheet_name

WRITTEN = (Fate.NEW, Fate.CHANGED)


class RowsRefusedError(RegisterError):
    """A sheet with rows that cannot be read: nothing of it was imported."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        bad = [row for row in plan.rows if row.fate is Fate.ERROR]
        first = next(iter(complaints(plan)), "")
        super().__init__(f"{plan.table.name}: {len(bad)} rows cannot be read, nothing was imported ({first})")


def complaints(plan: Plan) -> Iterator[str]:
    """Yield what is wrong, each with its row and column as the office sees them."""
    for row in plan.rows:
        for problem in row.problems:
            told = str(problem).removeprefix(problem.place).strip()
            yield f"row {row.number}, {plan.header_of(problem.place)}: {told.removeprefix(':').strip()}"


def import_plan(
    plan: Plan,
    content: bytes,
    *,
    who: str,
    skip_errors: bool = False,
    leave_out: Collection[int] = (),
) -> SheetImport:
    """Import what a plan says, and remember the columns. `content` are the bytes of the sheet: they are kept.

    RowsRefusedError, and nothing is written, where a row cannot be read and `skip_errors` does not leave such rows out;
    `leave_out` are numbers of further rows.
    """
    if not who.strip():
        raise RegisterError("an import needs the name of who does it")
    if not skip_errors and any(row.fate is Fate.ERROR for row in plan.rows):
        raise RowsRefusedError(plan)
    digest = sha256(content).hexdigest()
    captures.keep(Path(settings.GIAOLUU_HOME), digest, content)
    rows = [row for row in plan.rows if row.fate in WRITTEN and row.number not in leave_out]
    with transaction.atomic():
        layout = remember(plan.layout, plan.table.name, who=who)
        entries = [replace(row.entry, who=who.strip()) for row in rows if row.entry and row.changed != {}]
        stamped = write(entries) if entries else []
        counts = {**plan.counts, "written": len(rows), "stamp": stamped[0].when if stamped else ""}
        made = SheetImport.objects.create(
            layout=layout, name=plan.table.name[:200], digest=digest, counts=counts, who=who.strip()
        )
        _set_aside(rows, who.strip())
        _keep_rows(plan, rows, made)
    return made


def remember(layout: Layout, name: str, *, who: str) -> SheetLayout:
    """Remember what the columns of these headers are."""
    told = {
        "name": sheet_name(name),
        "headers": list(layout.headers),
        "columns": list(layout.columns),
        "preset": dict(layout.preset),
        "language": layout.language,
        "who": who.strip(),
    }
    row, _ = SheetLayout.objects.update_or_create(key=layout_key(layout.headers), defaults=told)
    return row


def take_back_import(made: SheetImport, *, who: str) -> list[str]:
    """Take an import back: new entries are withdrawn, changed ones stand as before; return those edited since.

    Its rows are forgotten, so that the same sheet can be imported again.
    """
    if made.taken_back:
        raise RegisterError(f"the import of {made.name} was taken back already")
    stamp = made.counts.get("stamp", "")
    later: list[str] = []
    again: list[Entry] = []
    with transaction.atomic():
        pages = list(made.rows.values_list("page", flat=True))
        for page in pages:
            versions = history(page)
            if versions[0][1].when != stamp:
                later.append(page)
            elif len(versions) == 1:
                again.append(replace(versions[0][1], withdrawn=True, who=who))
            else:
                again.append(replace(versions[1][1], who=who))
        if again:
            write(again)
        made.rows.exclude(page__in=later).delete()
        SheetImport.objects.filter(pk=made.pk).update(taken_back=timezone.now())
    return later


def _set_aside(rows: list[RowPlan], who: str) -> None:
    """Keep what the rows tell that is kept apart, where it is new."""
    told = {row.entry.id: tidy(row.aside or {}) for row in rows if row.entry is not None}
    before = asides_of([page for page, cells in told.items() if cells])
    EntryAside.objects.bulk_create(
        [
            EntryAside(page=page, cells={**before.get(page, {}), **cells}, who=who)
            for page, cells in told.items()
            if cells and {**before.get(page, {}), **cells} != before.get(page)
        ],
        batch_size=500,
    )


def _keep_rows(plan: Plan, rows: list[RowPlan], made: SheetImport) -> None:
    """Keep where each entry stands in the sheet, and its cells as they were but for what is kept apart."""
    apart = [column in KEPT_APART for column in plan.layout.columns]
    sheet = sheet_name(plan.table.name)
    kept = [
        SheetRow(
            page=row.entry.id,
            layout=made.layout,
            last=made,
            sheet=sheet,
            number=row.number,
            known_by=row.known_by,
            cells=[None if hidden else cell for hidden, cell in zip(apart, plain(row.cells), strict=True)],
        )
        for row in rows
        if row.entry is not None
    ]
    SheetRow.objects.bulk_create(
        kept,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["last", "sheet", "number", "known_by", "cells"],
    )


def pages_in(made: SheetImport) -> list[Article]:
    """Return the entries of an import as they stand now, in the order of the sheet."""
    pages = list(made.rows.order_by("number").values_list("page", flat=True))
    rows = {row.page: row for row in Article.objects.filter(page__in=pages[:500], current=True)}
    return [rows[page] for page in pages if page in rows]


__all__ = ["RowsRefusedError", "complaints", "import_plan", "pages_in", "remember", "take_back_import"]
