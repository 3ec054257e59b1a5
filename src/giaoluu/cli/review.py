"""`giaoluu review`: what waits for a person, and decisions whose words have changed."""

from itertools import islice
from pathlib import Path

import click

from giaoluu.cli.options import json_option, open_home, register_option
from giaoluu.cli.tables import print_rows

COLUMNS = ("number", "field", "value", "words", "article")
ADRIFT = ("number", "state", "field", "verdict", "words", "who", "article")


@click.command("review")
@click.option("--adrift", is_flag=True, help="Decisions that found no certain place in a page that was read anew.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
@register_option
@json_option
def command(*, adrift: bool, limit: int, home: Path | None, as_json: bool) -> None:
    """List what waits for a person's decision.

    The order is that of use: what lists show of main activities comes first.

    Decide in the browser: `giaoluu serve`, then Review.

    \b
    Examples:
      giaoluu review --limit 10
      giaoluu review --adrift --json
    """
    open_home(home)
    from giaoluu import register
    from giaoluu.reports.lists import adrift_row, waiting_row

    if adrift:
        print_rows(map(adrift_row, register.adrift()[:limit]), columns=ADRIFT, as_json=as_json)
    else:
        print_rows(map(waiting_row, islice(register.waiting().iterator(), limit)), columns=COLUMNS, as_json=as_json)
