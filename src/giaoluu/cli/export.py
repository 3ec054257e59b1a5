"""`giaoluu export`: out of the register again."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from giaoluu.cli.options import listed_in, open_home, register_option


class Exports(click.Group):
    """Our own exports, and those of plug-ins: each takes a path."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all exports."""
        return [*super().list_commands(ctx), *(name for name in self._plugged() if name not in self.commands)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return our own export, or the one that a plug-in adds."""
        own = super().get_command(ctx, cmd_name)
        return own if own or cmd_name not in self._plugged() else _plugged_command(cmd_name, self._plugged()[cmd_name])

    @staticmethod
    def _plugged() -> dict[str, Any]:
        from giaoluu.langs.plugins import plugged

        return plugged("giaoluu.exporters")


def _plugged_command(name: str, write: Callable[[Path], object]) -> click.Command:
    """Return the command of a plug-in's exporter."""

    @click.command(name, help=write.__doc__)
    @click.argument("path", type=click.Path(path_type=Path))
    @register_option
    def export(*, path: Path, home: Path | None) -> None:
        open_home(home)
        click.echo(f"{write(path)} in {path}")

    return export


@click.group("export", cls=Exports)
def command() -> None:
    """Write what the register holds into files of others.

    \b
    Example:
      giaoluu export sheet delegations-2025.xlsx
    """


def _languages() -> Iterable[str]:
    from giaoluu.entries.fields import LANGUAGES

    return LANGUAGES


@command.command("sheet")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), metavar="PATH.xlsx|PATH.csv")
@click.option("--like", "name", default="", help="Name of the sheet whose columns are wanted.  [default: the last one]")
@click.option("--template", default="", help="An empty sheet to start from: delegations or activities.")
@click.option(
    "--language",
    default="vi",
    show_default=True,
    callback=listed_in(_languages),
    help="Language of a template: vi, en, zh or sv.",
)
@click.option("--internal", is_flag=True, help="With what is kept apart: budget, contact, internal notes.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@register_option
def sheet(
    *, path: Path, name: str, template: str, language: str, internal: bool, force: bool, home: Path | None
) -> None:
    """Write entries back in the columns of the sheet that they came in, in the same order.

    Cells that nobody changed stand as they were; columns that no field takes as well. Budget, contact and internal
    notes stay empty unless they are asked for. A file that is there already stays as it is, unless you say --force.

    \b
    Examples:
      giaoluu export sheet delegations-2025.xlsx --like "delegations 2025"
      giaoluu export sheet empty.xlsx --template delegations
    """
    from giaoluu.model.errors import RegisterError

    if path.exists() and not force:
        raise RegisterError(f"{path} is there already; name another file, or write over it with --force")
    open_home(home)
    from giaoluu.register.models import SheetLayout
    from giaoluu.register.sheets import exported, layout_of, rows_of_layout, template_layout, write_sheet

    if template:
        click.echo(f"{write_sheet(path, template_layout(template, language), ())} rows in {path}")
        return
    rows = SheetLayout.objects.order_by("-when")
    known = (rows.filter(name__iexact=name) if name else rows).first()
    if known is None:
        names = ", ".join(rows.values_list("name", flat=True)[:10])
        missing = f"no sheet {name!r} was imported; there are: {names}" if names else "no sheet was imported yet"
        raise RegisterError(missing if names else f"{missing}; import one, or start from one with --template")
    count = write_sheet(
        path, layout_of(known), exported(rows_of_layout(known), layout_of(known), with_internal=internal)
    )
    click.echo(f"{count} rows in {path}")
