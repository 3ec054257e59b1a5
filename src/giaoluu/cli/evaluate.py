"""`giaoluu evaluate`: how good the reader is, measured against golden records."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from giaoluu.cli.options import jobs_option, json_option
from giaoluu.cli.pages import one_line, print_pages
from giaoluu.cli.terminal import Outcome, progress

PAGES_OF_NEGATIVES = ("docs/**/*.txt", "pages/*.txt", "pages/*.html")
"""Where the pages of a table of negatives stand, beside the table."""


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("pred", type=click.Path(path_type=Path), required=False)
@click.option(
    "--negatives",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.tsv",
    help="Further pages that report no exchange: columns id and lang.",
)
@click.option("--lang", metavar="CODE", help="Only pages in this language, for example sv.")
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Show so many misses of each sort.")
@jobs_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    *,
    gold: Path,
    pred: Path | None,
    negatives: Path | None,
    lang: str | None,
    errors: int,
    jobs: int,
    as_json: bool,
) -> None:
    """Measure records against golden ones, per language.

    GOLD is a folder of golden records (docs/tutorial/samples.md). PRED holds what `giaoluu read --format record`
    prints: a .jsonl file, a .json file or a folder of them. Without PRED the pages beside GOLD are read now.
    A page without a record counts as "no exchange". Needs giaoluu[evaluate].

    \b
    Examples:
      giaoluu evaluate golden/ --errors 5
      giaoluu evaluate golden/ records.jsonl --lang vi --json
    """
    from giaoluu.evaluation import evaluate, figures, table

    outcome = Outcome()
    records = pred or {one["id"]: one for one in _read_now(gold, negatives, jobs=jobs, outcome=outcome)}
    scores = evaluate(gold, records, negatives=negatives, language=lang)
    click.echo(one_line(figures(scores)) if as_json else table(scores, errors=errors))
    context.exit(outcome.code)


def _read_now(gold: Path, negatives: Path | None, *, jobs: int, outcome: Outcome) -> Iterator[dict[str, Any]]:
    """Yield the records of the pages that belong to golden records and to a table of negatives."""
    from giaoluu.evaluation import pages_of
    from giaoluu.evaluation.load import load_negatives

    pages = [*pages_of(gold)]
    if negatives:
        wanted = load_negatives(negatives)
        beside = (path for pattern in PAGES_OF_NEGATIVES for path in sorted(negatives.parent.glob(pattern)))
        pages += [path for path in beside if path.stem in wanted]
    printed = print_pages(map(str, pages), form="record", explain=False, jobs=jobs)
    with progress(printed, label="Reading", total=len(pages)) as shown:
        for page in shown:
            if page.complaint:
                outcome.fail(page.complaint)
            else:
                yield json.loads(page.text)
