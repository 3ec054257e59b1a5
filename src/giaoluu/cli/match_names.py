"""`giaoluu match-names`: pairs of names in, verdicts out."""

import sys
from typing import BinaryIO

import click

from giaoluu.cli.terminal import Outcome


@click.command("match-names")
@click.argument("file", type=click.File("rb"), metavar="FILE.tsv|-")
@click.option("--header", is_flag=True, help="The first line names the columns; one is then written, too.")
@click.pass_context
def command(context: click.Context, *, file: BinaryIO, header: bool) -> None:
    """Say of pairs of names, in any script, whether they can be one person.

    Each line holds, separated by tabs, a label, a name and another name. Printed is the line with a score in
    [0, 1], a verdict (same, different, review) and the reason. A name alone is never more than `review`.
    With --header, further columns country, post, organisation and date, first of the one and then of the other
    (country_a … date_b also), let names with an agreeing context be the same. There is no quoting.

    \b
    Example:
      printf 'x\\tDương Vạn Minh\\t杨万明\\n' | giaoluu match-names -
    """
    from giaoluu.identities.sheets import ADDED, Sheet
    from giaoluu.model.errors import GiaoluuError

    outcome = Outcome()
    sheet = Sheet()
    for number, line in enumerate(file, start=1):
        try:
            cells = line.decode().rstrip("\r\n").removeprefix("\ufeff").split("\t")
            if header and number == 1:
                sheet = Sheet.of(cells)
                sys.stdout.write("\t".join((*cells, *ADDED)) + "\n")
                continue
            sys.stdout.write("\t".join((*cells, *sheet.judge(cells))) + "\n")
        except UnicodeDecodeError:
            outcome.fail(f"{file.name}, line {number}: not UTF-8; save the file as UTF-8")
        except GiaoluuError as error:
            outcome.fail(f"{file.name}, line {number}: {error}")
    context.exit(outcome.code)
