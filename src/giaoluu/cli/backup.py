"""`giaoluu backup`: the whole register in one file."""

from pathlib import Path

import click

from giaoluu.cli.options import json_option, open_home, register_option
from giaoluu.cli.pages import one_line


@click.command("backup")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@register_option
@json_option
def command(*, path: Path, home: Path | None, as_json: bool) -> None:
    """Write the whole register into one file.

    The file holds every table and every capture, each with its digest, and fits both stores: what was kept in SQLite
    can be restored into PostgreSQL and back. Others may work on meanwhile. A file that is there is never overwritten.

    \b
    Examples:
      giaoluu backup register-2026-11-22.zip
      giaoluu backup /mnt/backups/monday.zip --register /srv/register --json
    """
    open_home(home)
    from giaoluu.register.backup import backup

    made = backup(path)
    counts = {"rows": made.rows, "captures": made.captures, "bytes": path.stat().st_size}
    told = f"{path}: {made.rows} rows and {made.captures} captures"
    click.echo(one_line({"file": str(path), **counts}) if as_json else told)
