"""`giaoluu same`: which reports tell the same activity."""

import click

from giaoluu.cli.options import jobs_option
from giaoluu.cli.pages import one_line, readings_of
from giaoluu.cli.terminal import Outcome, progress


@click.command("same")
@click.argument("names", nargs=-1, required=True, metavar="FILE|URL|DIR...")
@click.option(
    "--format", "form", type=click.Choice(["text", "record"]), default="text", show_default=True, help="What to print."
)
@jobs_option
@click.pass_context
def command(context: click.Context, *, names: tuple[str, ...], form: str, jobs: int) -> None:
    """Say which reports tell the same activity, why, and how many of them are independent.

    With --format record, print the records of `giaoluu read` with entity_id on each participant
    and event_id on each activity: what is one has one id.

    \b
    Examples:
      giaoluu same clippings/
      giaoluu same a.html b.html --format record > linked.jsonl
    """
    from giaoluu.pipeline import identify, link
    from giaoluu.reports.links import linked_records, links_text

    outcome = Outcome()
    with progress(readings_of(names, jobs=jobs, outcome=outcome), label="Reading") as pages:
        readings = [reading for _, reading in pages]
    links = link(readings, identify(readings))
    identities = identify(readings, links)
    if form == "text":
        click.echo(links_text(links))
    else:
        for entry in linked_records(readings, links, identities):
            click.echo(one_line(entry))
    context.exit(outcome.code)
