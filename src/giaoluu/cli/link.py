"""`giaoluu link`: who is one over many pages, which reports tell one activity."""

from pathlib import Path

import click

from giaoluu.cli.options import json_option, open_home, register_option
from giaoluu.cli.pages import one_line
from giaoluu.cli.terminal import progress


@click.command("link")
@click.option("--all", "everything", is_flag=True, help="Start afresh; what people said of rows holds.")
@register_option
@json_option
def command(*, everything: bool, home: Path | None, as_json: bool) -> None:
    """Find who is one over many pages and which reports tell one activity.

    `giaoluu ingest` does it for what it takes in. Call it after pages were taken in with --no-link, and with
    --all now and then: only then are promises followed over the whole time.

    \b
    Examples:
      giaoluu link
      giaoluu link --all --register ./our-register
    """
    open_home(home)
    from giaoluu.register.linking import link_in_steps, report_on

    with progress(link_in_steps(everything=everything), label="Linking") as steps:
        report = report_on(sum(steps))
    counts = {"pages": report.pages, "shared": report.shared, "questions": report.questions}
    told = (
        f"{report.pages} pages compared; {report.shared} activities with several accounts, {report.questions} questions"
    )
    click.echo(one_line(counts) if as_json else told)
