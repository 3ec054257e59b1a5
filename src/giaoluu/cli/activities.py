"""`giaoluu activities`: what took place, from the register."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import click

from giaoluu.cli.options import (
    json_option,
    limit_option,
    listed_in,
    open_home,
    register_option,
    side_option,
    since_option,
    until_option,
)
from giaoluu.cli.tables import print_rows

COLUMNS = ("number", "date", "kind", "place", "parties", "article")


def _kinds() -> Iterable[str]:
    from giaoluu.langs.kinds import kinds

    return kinds()


@click.command("activities")
@click.argument("words", nargs=-1)
@click.option("--kind", default="", callback=listed_in(_kinds), help="One of the closed list, for example meeting.")
@side_option
@since_option
@until_option
@limit_option
@register_option
@json_option
def command(
    *,
    words: tuple[str, ...],
    kind: str,
    country: str,
    since: str,
    until: str,
    limit: int | None,
    home: Path | None,
    as_json: bool,
) -> None:
    """List the activities of the register.

    Words are looked for in parties, titles and places, with or without accents; the newest come first.

    \b
    Examples:
      giaoluu activities
      giaoluu activities da nang --since 2025 --json
    """
    open_home(home)
    from giaoluu.register import activities
    from giaoluu.register.queries import ActivityFilter
    from giaoluu.reports.lists import activity_row

    wanted = ActivityFilter(text=" ".join(words), kind=kind, country=country, since=since, until=until)
    found = activities(wanted)
    print_rows(map(activity_row, islice(found.iterator(), limit)), columns=COLUMNS, as_json=as_json)
