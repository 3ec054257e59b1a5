"""`giaoluu read`: what pages say, without a register."""

import click

from giaoluu.cli.options import endpoint_of, endpoint_options, gate_option, items_option, jobs_option, pause_option
from giaoluu.cli.pages import FORMS, Reader, print_pages
from giaoluu.cli.terminal import Outcome, complain, progress


@click.command("read")
@click.argument("names", nargs=-1, required=True, metavar="PATH|URL|DIR|-...")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="What to print.")
@click.option("--explain", is_flag=True, help="With --format text: name the rule that read each fact.")
@jobs_option
@gate_option
@items_option
@pause_option
@endpoint_options
@click.pass_context
def command(
    context: click.Context,
    *,
    names: tuple[str, ...],
    form: str,
    explain: bool,
    jobs: int,
    gate: bool,
    items: int,
    pause: float,
    address: str | None,
    model: str | None,
) -> None:
    """Read pages and print what they say, with the words that say it.

    A name is a file (HTML, text, PDF, docx, also gzipped), an archive of a crawler (WARC), a folder of
    such files, an address, a feed (RSS, Atom, JSON Feed: the pages that it names are fetched), or - for a page on the
    standard input. Formats other than text print one JSON object a line.

    \b
    Examples:
      giaoluu read page.html
      giaoluu read clippings/ --format record > records.jsonl
      giaoluu read crawl.warc.gz --gate --format record > records.jsonl
      giaoluu read https://example.org/rss --items 20 --format article
      curl -s https://example.org/news | giaoluu read - --explain
    """
    if explain and form != "text":
        raise click.UsageError("--explain goes with --format text; the format reading holds every rule already")
    from giaoluu.sources import Wishes

    outcome = Outcome()
    reader, wishes = Reader(endpoint_of(address, model), gate), Wishes(complain, most=items, pause=pause)
    pages = print_pages(names, form=form, explain=explain, jobs=jobs, wishes=wishes, reader=reader)
    with progress(pages, label="Reading") as shown:
        for page in shown:
            if page.complaint:
                outcome.fail(page.complaint)
                continue
            click.echo(page.text)
            if page.loss:
                outcome.lose(page.loss)
            if page.note:
                complain(page.note)
    context.exit(outcome.code)
