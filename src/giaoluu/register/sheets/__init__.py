"""Sheets of offices: read, mapped, previewed, imported, and written back in their own columns.

from giaoluu.register.sheets import Layout, import_plan, plan, propose, read_table

table = read_table("delegations.xlsx", content)
proposal = propose(table.headers)
layout = Layout(table.headers, proposal.columns, proposal.language, {"kind": "visit"})
import_plan(plan(table, layout), content, who="An")
"""

from giaoluu.register.sheets.columns import Proposal, propose, sheet_fields
from giaoluu.register.sheets.converting import Layout
from giaoluu.register.sheets.exporting import (
    exported,
    layout_of,
    rows_of_layout,
    sheet_bytes,
    template_layout,
    write_sheet,
)
from giaoluu.register.sheets.importing import RowsRefusedError, complaints, import_plan, take_back_import
from giaoluu.register.sheets.planning import Fate, Plan, RowPlan, layout_for, plan
from giaoluu.register.sheets.tables import SheetError, Table, read_table

__all__ = [
    "Fate",
    "Layout",
    "Plan",
    "Proposal",
    "RowPlan",
    "RowsRefusedError",
    "SheetError",
    "Table",
    "complaints",
    "exported",
    "import_plan",
    "layout_for",
    "layout_of",
    "plan",
    "propose",
    "read_table",
    "rows_of_layout",
    "sheet_bytes",
    "sheet_fields",
    "take_back_import",
    "template_layout",
    "write_sheet",
]
