"""`giaoluu integrity`: does the register still stand."""

from pathlib import Path

import click

from giaoluu.cli.options import json_option, open_home, register_option
from giaoluu.cli.pages import one_line
from giaoluu.cli.terminal import complain


@click.command("integrity")
@register_option
@json_option
@click.option("--tidy", "tidied", is_flag=True, help="Then write the store anew; nobody may use it meanwhile.")
@click.pass_context
def command(context: click.Context, *, home: Path | None, as_json: bool, tidied: bool) -> None:
    """Check that every fact stands on its words and nothing is lost.

    Looked at: every capture against its digest, every claim against the text of its article, one current version for
    each page, one current reading for each article, decisions, rows of lists and of search. The exit code is 1 where
    anything is broken; each thing is told with what to do. Where great deletions left room in the store, or its
    statistics tell of another register, that is told too; `--tidy` mends both, and removes what somebody pasted more
    than a week ago and never saved.

    \b
    Examples:
      giaoluu integrity
      giaoluu integrity --tidy
      giaoluu integrity --register /srv/register --json
    """
    place = open_home(home)
    from giaoluu.register import integrity
    from giaoluu.register.tidying import advice, clear, tidy

    count = 0
    for count, sentence in enumerate(integrity(), start=1):  # noqa: B007 - the last number is told
        click.echo(one_line({"broken": sentence})) if as_json else complain(sentence)
    if tidied and not count:
        clear()
        tidy()
    for sentence in advice():
        click.echo(one_line({"advice": sentence})) if as_json else complain(sentence)
    if not as_json and not count:
        click.echo(f"{place}: all stands")
    context.exit(1 if count else 0)
