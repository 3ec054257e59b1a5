"""`giaoluu compare`: two accounts of one activity side by side."""

import click

from giaoluu.cli.options import json_option
from giaoluu.cli.pages import one_line, readings_of
from giaoluu.cli.terminal import Outcome


@click.command("compare")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@json_option
@click.pass_context
def command(context: click.Context, *, left: str, right: str, as_json: bool) -> None:
    """Put two accounts of one activity side by side.

    Shown are whose account each is, the statements that both hold, what only one side reports, and which side
    promises more. Where both go back to one source, it says that there are no two sides.

    \b
    Example:
      giaoluu compare our-readout.html their-readout.html
    """
    from giaoluu.pipeline import compare
    from giaoluu.reports.comparison import comparison_record, comparison_text

    outcome = Outcome()
    readings = [reading for _, reading in readings_of((left, right), jobs=1, outcome=outcome)]
    if len(readings) == 2:
        mine, its = readings
        found = compare(mine, its)
        click.echo(one_line(comparison_record(found, mine, its)) if as_json else comparison_text(found, mine, its))
    elif not outcome.failures:
        outcome.fail(f"{len(readings)} pages in {left} and {right}; name two files")
    context.exit(outcome.code)
