"""`giaoluu restore`: a register out of a backup."""

from pathlib import Path

import click

from giaoluu.cli.options import json_option, register_option
from giaoluu.cli.pages import one_line


@click.command("restore")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@register_option
@json_option
def command(*, path: Path, home: Path | None, as_json: bool) -> None:
    """Make a register out of a backup.

    Everything in the file is compared with its digest first. The folder (and, with GIAOLUU_DATABASE, the database) must
    be new or empty: nothing is ever overwritten. A backup of an older giaoluu is upgraded on the way.

    \b
    Examples:
      giaoluu restore register-2026-11-22.zip --register ./again
      GIAOLUU_DATABASE=postgresql://giaoluu@localhost/register giaoluu restore monday.zip --register /srv/register
    """
    from giaoluu.register import default_home
    from giaoluu.register.opening import prepare_process

    place = (home or default_home()).expanduser().absolute()
    prepare_process(place)
    from giaoluu.register.restoring import restore

    held = restore(path, place)
    told = f"{held.rows} rows and {held.captures} captures of {held.made} are in {place}"
    counts = {"rows": held.rows, "captures": held.captures, "made": held.made, "register": str(place)}
    click.echo(one_line(counts) if as_json else told)
