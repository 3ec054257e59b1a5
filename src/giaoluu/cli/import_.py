"""`giaoluu import`: an office's sheet into the register."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from giaoluu.cli.options import json_option, open_home, register_option
from giaoluu.cli.pages import one_line
from giaoluu.cli.terminal import Outcome, complain

if TYPE_CHECKING:
    from giaoluu.register.sheets import Layout

MOST_TOLD = 50
"""Mistakes that are told one by one."""


@click.command("import")
@click.argument("sheet", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="SHEET")
@click.option(
    "--map", "columns", multiple=True, metavar="HEADER=FIELD", help="What a column is, or HEADER= for nothing."
)
@click.option("--all", "presets", multiple=True, metavar="FIELD=CODE", help="What every row is, such as kind=visit.")
@click.option("--tab", help="Which sheet of the file.  [default: the first one that holds a table]")
@click.option("--skip-errors", is_flag=True, help="Leave rows with mistakes out; without it nothing is then imported.")
@click.option("--dry-run", is_flag=True, help="Say what would happen to each row and write nothing.")
@register_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    *,
    sheet: Path,
    columns: tuple[str, ...],
    presets: tuple[str, ...],
    tab: str | None,
    skip_errors: bool,
    dry_run: bool,
    home: Path | None,
    as_json: bool,
) -> None:
    """Import the rows of an office's sheet: .xlsx, .xls, .ods or .csv.

    Columns are known by their headers in Vietnamese, English, Chinese and Swedish, or as they were confirmed before;
    those that no field takes are carried as they are. Rows that are in already change nothing.

    \b
    Examples:
      giaoluu import delegations.xlsx --all kind=visit --all direction=in --dry-run
      giaoluu import delegations.xlsx --map "Remark of our desk=note" --skip-errors
    """
    outcome = Outcome()
    open_home(home)
    from giaoluu.register import linking
    from giaoluu.register.accounts_roles import machine_user
    from giaoluu.register.sheets import RowsRefusedError, complaints, import_plan, plan, read_table

    content = sheet.read_bytes()
    table = read_table(sheet.name, content, sheet=tab)
    made = plan(table, _layout(table.headers, columns, presets))
    for number, told in enumerate(complaints(made)):
        if number < MOST_TOLD:
            outcome.fail(f"{sheet.name}, {told}")
    counts = {**made.counts, "columns": dict(zip(made.layout.headers, made.layout.columns, strict=True))}
    if not dry_run:
        try:
            import_plan(made, content, who=machine_user(), skip_errors=skip_errors)
        except RowsRefusedError:
            complain("nothing was imported: mend these rows, or leave them out with --skip-errors")
            context.exit(1)
        linking.link()
    told = ", ".join(f"{count} {fate}" for fate, count in made.counts.items() if count)
    click.echo(one_line(counts) if as_json else f"{told}{'; nothing was written' if dry_run else ''}")
    context.exit(outcome.code)


def _layout(headers: tuple[str, ...], columns: tuple[str, ...], presets: tuple[str, ...]) -> "Layout":
    """Return the columns as they were confirmed before or are proposed, with what the call says of them."""
    from giaoluu.entries.fields import codes_of
    from giaoluu.register.sheets import Layout, layout_for, layout_of, propose, sheet_fields
    from giaoluu.register.sheets.columns import INDEX, bare

    known = layout_for(headers)
    proposal = propose(headers)
    layout = layout_of(known) if known else Layout(headers, proposal.columns, proposal.language)
    chosen, preset = list(layout.columns), dict(layout.preset)
    for one in columns:
        header, sign, field = one.rpartition("=")
        places = [place for place, told in enumerate(headers) if bare(told) == bare(header)]
        if not sign or not places or field not in {"", INDEX, *sheet_fields()}:
            fields = ", ".join(sheet_fields())
            raise click.BadParameter(f"{one!r}: write HEADER=FIELD with a header of the sheet and one of {fields}")
        chosen = ["" if told == field else told for told in chosen]
        chosen[places[0]] = field
    for one in presets:
        field, _sign, code = one.partition("=")
        if code not in codes_of(field):
            known_codes = ", ".join(list(codes_of(field))[:12]) or "kind, status or direction with one of their codes"
            raise click.BadParameter(f"{one!r}: write FIELD=CODE, for example {known_codes}")
        preset[field] = code
    return Layout(headers, tuple(chosen), layout.language, preset)
