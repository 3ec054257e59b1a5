"""`giaoluu ingest`: read pages into the register."""

from pathlib import Path

import click

from giaoluu.cli.options import jobs_option, json_option, open_home, register_option
from giaoluu.cli.pages import one_line, readings_of
from giaoluu.cli.terminal import Outcome, complain, progress


@click.command("ingest")
@click.argument("names", nargs=-1, required=True, metavar="PATH|URL|DIR|-...")
@jobs_option
@click.option("--no-link", is_flag=True, help="Leave it to `giaoluu link` to compare the pages with the others.")
@register_option
@json_option
@click.pass_context
def command(
    context: click.Context, *, names: tuple[str, ...], jobs: int, no_link: bool, home: Path | None, as_json: bool
) -> None:
    """Read pages into the register.

    Names are those of `giaoluu read`. A page that the register holds and that reads as before changes nothing;
    what people judged stays whatever is read again.

    \b
    Examples:
      giaoluu ingest clippings/
      giaoluu ingest page.html --register ./our-register
    """
    outcome = Outcome()
    place = open_home(home)
    from giaoluu.register import ingest
    from giaoluu.register.linking import link_in_steps

    with progress(readings_of(names, jobs=jobs, outcome=outcome), label="Reading") as readings:
        report = ingest(readings)
    for lost in report.adrift:
        complain(f"{lost}; see `giaoluu review --adrift`")
    for refused in report.refused:
        outcome.fail(f"{refused.id}: {refused.message}")
    if not no_link:
        with progress(link_in_steps(), label="Linking") as steps:
            sum(steps)
    counts = {"new": report.new, "changed": report.changed, "reread": report.reread, "unchanged": report.unchanged}
    counts["failed"] = outcome.failures
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    click.echo(one_line(counts) if as_json else f"{told}; the register is in {place}")
    context.exit(outcome.code)
