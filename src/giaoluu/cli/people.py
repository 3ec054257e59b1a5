"""`giaoluu people`: who took part, from the register."""

from itertools import islice
from pathlib import Path

import click

from giaoluu.cli.options import json_option, limit_option, open_home, register_option, side_option
from giaoluu.cli.tables import print_rows

COLUMNS = ("number", "name", "country", "post", "article")


@click.command("people")
@click.argument("words", nargs=-1)
@side_option
@click.option("--background", is_flag=True, help="Those who are only spoken of.")
@limit_option
@register_option
@json_option
def command(
    *, words: tuple[str, ...], country: str, background: bool, limit: int | None, home: Path | None, as_json: bool
) -> None:
    """List the people of the register with their posts.

    Words are looked for in names, with or without accents. A person of two pages is listed once for each.

    \b
    Examples:
      giaoluu people --country SE
      giaoluu people nguyen hoai an --json
    """
    open_home(home)
    from giaoluu.register import people
    from giaoluu.register.queries import PersonFilter
    from giaoluu.reports.lists import person_row

    found = people(PersonFilter(text=" ".join(words), country=country, background=background))
    print_rows(map(person_row, islice(found.iterator(), limit)), columns=COLUMNS, as_json=as_json)
