"""`giaoluu show`: one activity with the words that tell of it."""

from pathlib import Path

import click

from giaoluu.cli.options import json_option, open_home, register_option
from giaoluu.cli.pages import one_line


@click.command("show")
@click.argument("number", type=int)
@click.option("--explain", is_flag=True, help="Name the rule that read each fact.")
@register_option
@json_option
def command(*, number: int, explain: bool, home: Path | None, as_json: bool) -> None:
    """Show one activity of the register with its sources.

    NUMBER is the first column of `giaoluu activities`.

    \b
    Examples:
      giaoluu show 12
      giaoluu show 12 --json
    """
    open_home(home)
    from giaoluu.register import show
    from giaoluu.reports.record import activity_record
    from giaoluu.reports.text import readable

    found = show(number)
    if as_json:
        click.echo(one_line(activity_record(found.reading, found.activity.local)))
    else:
        click.echo(readable(found.reading, only=found.activity.local, explain=explain), nl=False)
