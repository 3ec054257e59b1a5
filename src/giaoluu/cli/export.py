"""`giaoluu export`: out of the register again."""

from pathlib import Path

import click

from giaoluu.cli.options import open_home, register_option


@click.group("export")
def command() -> None:
    """Write what the register holds into files of others."""


@command.command("sheet")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), metavar="PATH.xlsx|PATH.csv")
@click.option("--like", "name", default="", help="Name of the sheet whose columns are wanted.  [default: the last one]")
@click.option("--template", default="", help="An empty sheet to start from: delegations or activities.")
@click.option("--language", default="vi", show_default=True, help="Language of a template: vi, en, zh or sv.")
@click.option("--internal", is_flag=True, help="With what is kept apart: budget, contact, internal notes.")
@register_option
def sheet(*, path: Path, name: str, template: str, language: str, internal: bool, home: Path | None) -> None:
    """Write entries back in the columns of the sheet that they came in, in the same order.

    Cells that nobody changed stand as they were; columns that no field takes as well. Budget, contact and internal
    notes stay empty unless they are asked for.

    \b
    Examples:
      giaoluu export sheet delegations-2025.xlsx --like "delegations 2025"
      giaoluu export sheet empty.xlsx --template delegations
    """
    from giaoluu.model.errors import RegisterError

    open_home(home)
    from giaoluu.register.models import SheetLayout
    from giaoluu.register.sheets import exported, layout_of, rows_of_layout, template_layout, write_sheet

    if template:
        click.echo(f"{write_sheet(path, template_layout(template, language), ())} rows in {path}")
        return
    rows = SheetLayout.objects.order_by("-when")
    known = (rows.filter(name__iexact=name) if name else rows).first()
    if known is None:
        names = ", ".join(rows.values_list("name", flat=True)[:10]) or "none yet: import one, or use --template"
        raise RegisterError(f"no sheet {name!r} was imported; there are: {names}")
    count = write_sheet(
        path, layout_of(known), exported(rows_of_layout(known), layout_of(known), with_internal=internal)
    )
    click.echo(f"{count} rows in {path}")
