"""Sheets: chosen, mapped, previewed, imported whole or without bad rows, taken back, exported in their columns."""

from collections.abc import Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoluu.entries import capture_of_entry
from giaoluu.entries.fields import codes_of, templates, until_header
from giaoluu.model.errors import RegisterError
from giaoluu.pipeline import read
from giaoluu.register import captures, linking
from giaoluu.register.duplicates import likely_same
from giaoluu.register.entries.attachments import safe_name
from giaoluu.register.models import SheetImport, SheetLayout
from giaoluu.register.sheets import (
    Fate,
    Layout,
    Plan,
    RowPlan,
    RowsRefusedError,
    SheetError,
    Table,
    exported,
    import_plan,
    layout_for,
    layout_of,
    plan,
    propose,
    read_table,
    rows_of_layout,
    sheet_bytes,
    sheet_fields,
    take_back_import,
    template_layout,
)
from giaoluu.register.sheets.cells import written
from giaoluu.register.sheets.columns import INDEX, UNTIL
from giaoluu.register.sheets.converting import code_of
from giaoluu.register.sheets.planning import last_entry
from giaoluu.register.sheets.tables import MOST_BYTES
from giaoluu.web.access import who, write_down
from giaoluu.web.entering import entry_language, place_words, problem_words, shown_value

PRESETS = ("kind", "status", "direction")
SHOWN = 60
"""Rows of each fate that a preview shows, and new rows that are looked up in the register for duplicates."""

FEW = 400
"""Rows up to which what was imported is linked at once."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_list(request: HttpRequest) -> HttpResponse:
    """Show what was imported and can be exported, or take a file to import."""
    problem = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        content = file.read(MOST_BYTES + 1) if file else b""
        name = safe_name(file.name or "") if file else ""
        try:
            read_table(name, content)
            digest = sha256(content).hexdigest()
            captures.keep(Path(settings.GIAOLUU_HOME), digest, content)
            return redirect(f"{reverse('web:sheet', args=[digest])}?{urlencode({'name': name})}")
        except SheetError as error:
            problem = str(error)
    context = {
        "problem": problem,
        "layouts": SheetLayout.objects.order_by("name"),
        "imports": SheetImport.objects.select_related("layout").order_by("-id")[:30],
        "templates": [(name, one.label.get(_language(), one.label["en"])) for name, one in templates().items()],
        "taken": request.GET.get("taken", ""),
    }
    return render(request, "web/sheets.html", context, status=400 if problem else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_page(request: HttpRequest, digest: str) -> HttpResponse:
    """Show what the columns are taken for and what will happen to each row, or import them."""
    data = request.POST if request.method == "POST" else request.GET
    name = safe_name(data.get("name", "") or "sheet")
    table, content = _table(digest, name, data.get("sheet") or None)
    layout, state = _layout(table, data), last_entry()
    made = plan(table, layout)
    problem = ""
    if request.method == "POST":
        try:
            with transaction.atomic():
                made = made if state == last_entry() else plan(table, layout)
                done = import_plan(made, content, who=who(request), skip_errors=data.get("bad") == "skip")
                write_down(request)
            if made.counts["new"] + made.counts["changed"] <= FEW:
                linking.link()
            return redirect("web:sheet_import", done.pk)
        except RowsRefusedError:
            problem = _("Nothing was imported: some rows have mistakes. Mend them, or import without them.")
    context = {
        "table": table,
        "digest": digest,
        "name": name,
        "layout": layout,
        "known": layout_for(table.headers),
        "columns": _columns(table, layout),
        "presets": _presets(layout),
        "counts": made.counts,
        "errors": _errors(made),
        "changed": [row for row in made.rows if row.fate is Fate.CHANGED][:SHOWN],
        "changes": _changes(made),
        "new": [_new(row) for row in islice((row for row in made.rows if row.fate is Fate.NEW), SHOWN)],
        "problem": problem,
    }
    return render(request, "web/sheet.html", context, status=400 if problem else 200)


@require_safe
def sheet_import(request: HttpRequest, number: int) -> HttpResponse:
    """Show what an import came to."""
    made = get_object_or_404(SheetImport.objects.select_related("layout"), pk=number)
    waiting = linking.waiting_to_be_linked()
    return render(request, "web/sheet_import.html", {"made": made, "counts": made.counts, "waiting": waiting})


@require_POST
def take_back_sheet(request: HttpRequest, number: int) -> HttpResponse:
    """Take an import back; what was edited since stays."""
    made = get_object_or_404(SheetImport, pk=number)
    try:
        later = take_back_import(made, who=who(request))
    except RegisterError as error:
        raise Http404(str(error)) from error
    return redirect(f"{reverse('web:sheets')}?{urlencode({'taken': made.name, 'later': str(len(later))})}")


@require_safe
def export_sheet(request: HttpRequest, number: int, ending: str) -> HttpResponse:
    """Send the entries of a layout in its own columns; `?internal=yes` with what is kept apart."""
    row = get_object_or_404(SheetLayout, pk=number)
    layout = layout_of(row)
    rows = exported(rows_of_layout(row), layout, with_internal=request.GET.get("internal") == "yes")
    return _sent(sheet_bytes(f".{ending}", layout, rows, name=row.name)[0], f"{row.name}.{ending}")


@require_safe
def sheet_template(request: HttpRequest, name: str) -> HttpResponse:
    """Send an empty sheet to start from, in the language of the page."""
    try:
        layout = template_layout(name, _language())
    except RegisterError as error:
        raise Http404(str(error)) from error
    label = templates()[name].label
    title = label.get(_language(), label["en"])
    return _sent(sheet_bytes(".xlsx", layout, (), name=title, lists=True)[0], f"{title}.xlsx")


def _sent(content: bytes, name: str) -> HttpResponse:
    """Return a sheet as a download."""
    response = HttpResponse(content, content_type=XLSX if name.endswith(".xlsx") else "text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=safe_name(name)) or ""
    )
    return response


def _table(digest: str, name: str, sheet: str | None) -> tuple[Table, bytes]:
    """Return the table that was chosen before."""
    try:
        content = captures.fetch(Path(settings.GIAOLUU_HOME), digest)
        captures.want(Path(settings.GIAOLUU_HOME), digest)
        return read_table(name, content, sheet=sheet), content
    except (RegisterError, SheetError) as error:
        raise Http404(str(error)) from error


def _layout(table: Table, data: QueryDict) -> Layout:
    """Return the layout that is asked for, or the remembered one, or the one that the headers propose."""
    known = layout_for(table.headers)
    fields = {*sheet_fields(), INDEX, UNTIL}
    if "c0" in data:
        columns = tuple(
            value if (value := data.get(f"c{place}", "")) in fields else "" for place in range(len(table.headers))
        )
        once = tuple(one if one not in columns[:place] else "" for place, one in enumerate(columns))
        preset = {name: value for name in PRESETS if (value := data.get(f"p.{name}", "")) in codes_of(name)}
        return Layout(table.headers, once, entry_language(data.get("language", "")), preset)
    if known is not None:
        return Layout(table.headers, tuple(known.columns), known.language, known.preset)
    proposal = propose(table.headers)
    return Layout(table.headers, proposal.columns, proposal.language, _proposed_preset(table, proposal.columns))


def _proposed_preset(table: Table, columns: tuple[str, ...]) -> dict[str, str]:
    """Return what every row is where the columns do not say so: sheets of delegations tell of visits."""
    if "kind" in columns or "delegation" not in columns:
        return {}
    direction = "" if "direction" in columns else code_of("direction", f"{table.name.rpartition('.')[0]} {table.sheet}")
    return {"kind": "visit", **({"direction": direction} if direction else {})}


def _columns(table: Table, layout: Layout) -> list[dict[str, Any]]:
    """Return each column with a few of its cells, and the fields that it can be."""
    language = _language()
    choices = [(INDEX, _("running number")), (UNTIL, until_header(language))]
    choices += [(name, one.called(language)) for name, one in sheet_fields().items()]
    told = []
    for place, header in enumerate(table.headers):
        cells = dict.fromkeys(text for _n, row in table.rows[:200] if (text := written(row[place]).strip()))
        samples = [one[:60] for one in list(cells)[:3]]
        told.append({
            "name": f"c{place}",
            "header": header or _("(no header)"),
            "samples": samples,
            "field": layout.columns[place],
            "choices": choices,
        })  # fmt: skip
    return told


def _presets(layout: Layout) -> list[dict[str, Any]]:
    """Return the closed lists from which a cell of every row can be chosen, where no column gives it."""
    language = _language()
    return [
        {
            "name": f"p.{name}",
            "label": place_words("activity", name),
            "value": layout.preset.get(name, ""),
            "choices": [(code, label.get(language) or label["en"]) for code, label in codes_of(name).items()],
        }
        for name in PRESETS
        if name not in layout.columns
    ]


def _errors(made: Plan) -> list[tuple[int, str, str, str]]:
    """Return row, column, what stands there, and what is wrong with it."""
    return [
        (row.number, made.header_of(problem.place), problem.value, problem_words(problem))
        for row in made.rows
        for problem in row.problems
    ]


def _changes(made: Plan) -> list[tuple[int, str, list[tuple[str, ...]]]]:
    """Return the rows that changed, with place, before and after of each cell."""
    told: list[tuple[int, str, list[tuple[str, ...]]]] = []
    for row in made.rows:
        if row.fate is Fate.CHANGED and row.entry is not None:
            pairs: Mapping[str, tuple[str, str]] = row.changed or {}
            cells: list[tuple[str, ...]] = [
                (
                    place_words("activity", place),
                    shown_value("activity", place, old),
                    shown_value("activity", place, new),
                )
                for place, (old, new) in pairs.items()
            ]
            told.append((row.number, row.entry.cells.get("title") or row.entry.cells.get("delegation", ""), cells))
    return told[:SHOWN]


def _new(row: RowPlan) -> dict[str, Any]:
    """Return a new row as the preview shows it, with what the register may hold of it already."""
    assert row.entry is not None
    cells = row.entry.cells
    return {
        "number": row.number,
        "title": cells.get("title") or cells.get("delegation") or cells.get("topics", "").partition("\n")[0],
        "date": row.entry.dates.get("date", ""),
        "written": cells.get("date", ""),
        "kind": shown_value("activity", "kind", cells.get("kind", "")),
        "country": shown_value("activity", "country", cells.get("country", "")),
        "likely": next(iter(likely_same(read(capture_of_entry(row.entry)))), None),
    }


def _language() -> str:
    return (get_language() or "en").partition("-")[0]
