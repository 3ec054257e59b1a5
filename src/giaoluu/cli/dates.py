"""`giaoluu dates`: date expressions in, EDTF out."""

from typing import BinaryIO

import click

from giaoluu.cli.terminal import Outcome

COLUMNS = ("lang", "reference", "grain", "text")


@click.command("dates")
@click.argument("file", type=click.File("rb"), metavar="FILE.tsv|-")
@click.option(
    "--prefer",
    type=click.Choice(["past", "future"]),
    default="past",
    show_default=True,
    help="Which of two days an expression without a year means.",
)
@click.pass_context
def command(context: click.Context, *, file: BinaryIO, prefer: str) -> None:
    """Turn date expressions into EDTF dates.

    Each line holds, separated by tabs, the language, the reference date, a grain (a hint, may be empty) and
    the expression. Printed are language, expression and date; the date is empty where the words are none.
    There is no header and no quoting.

    \b
    Example:
      printf 'sv\\t2026-05-16\\t\\ti går\\n' | giaoluu dates -
    """
    from giaoluu.mentions.dates import read_date
    from giaoluu.model.errors import GiaoluuError

    outcome = Outcome()
    for number, line in enumerate(file, start=1):
        try:
            lang, reference, _, text = line.decode().rstrip("\r\n").removeprefix("\ufeff").split("\t")
            date = read_date(text, lang, reference, "future" if prefer == "future" else "past")
        except (ValueError, GiaoluuError) as error:
            outcome.fail(f"{file.name}, line {number}: {_complaint(error)}")
        else:
            click.echo(f"{lang}\t{text}\t{date or ''}")
    context.exit(outcome.code)


def _complaint(error: Exception) -> str:
    """Return what was wrong with a line; a line that does not come apart is told how it should look."""
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8; save the file as UTF-8"
    if type(error) is ValueError:
        return f"not {len(COLUMNS)} columns; write {', '.join(COLUMNS)} separated by tabs"
    return str(error)
