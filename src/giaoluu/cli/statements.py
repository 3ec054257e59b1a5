"""`giaoluu statements`: who said what, from the register."""

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

COLUMNS = ("number", "date", "act", "speaker", "text", "article")


def _acts() -> Iterable[str]:
    from giaoluu.model.activities import Act

    return Act


@click.command("statements")
@click.argument("words", nargs=-1)
@click.option("--act", default="", callback=listed_in(_acts), help="One of the closed list, for example commit.")
@side_option
@since_option
@until_option
@limit_option
@register_option
@json_option
def command(
    *,
    words: tuple[str, ...],
    act: str,
    country: str,
    since: str,
    until: str,
    limit: int | None,
    home: Path | None,
    as_json: bool,
) -> None:
    """List what was said, by whom, in the words of the page.

    Words are looked for in statements and names of speakers, with or without accents; the newest come first.

    \b
    Examples:
      giaoluu statements --country VN --since 2025
      giaoluu statements hop tac --act commit --json
    """
    open_home(home)
    from giaoluu.register.queries import StatementFilter, quotations
    from giaoluu.reports.lists import statement_row

    wanted = StatementFilter(text=" ".join(words), act=act, country=country, since=since, until=until)
    print_rows(map(statement_row, islice(quotations(wanted).iterator(), limit)), columns=COLUMNS, as_json=as_json)
