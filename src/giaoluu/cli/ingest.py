"""`giaoluu ingest`: read pages into the register."""

import glob
import gzip
import io
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from giaoluu.cli.options import (
    endpoint_of,
    endpoint_options,
    gate_option,
    items_option,
    jobs_option,
    json_option,
    no_link_option,
    open_home,
    pause_option,
    register_option,
)
from giaoluu.cli.pages import Reader, one_line, readings_of
from giaoluu.cli.terminal import Outcome, complain, progress

if TYPE_CHECKING:
    from giaoluu.register.ingesting import IngestReport

BREAKS = (OSError, EOFError, zlib.error)
"""What a file raises that cannot be opened, or is packed and damaged."""


@click.command("ingest")
@click.argument("names", nargs=-1, required=True, metavar="PATH|URL|DIR|-...")
@jobs_option
@gate_option
@items_option
@pause_option
@no_link_option
@endpoint_options
@register_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    *,
    names: tuple[str, ...],
    jobs: int,
    gate: bool,
    items: int,
    pause: float,
    no_link: bool,
    address: str | None,
    model: str | None,
    home: Path | None,
    as_json: bool,
) -> None:
    """Read pages into the register.

    Names are those of `giaoluu read`. A page that the register holds and that reads as before changes nothing;
    what people judged stays whatever is read again.

    Files of readings, as `giaoluu read --format reading` writes them, also those in a folder, are taken in as they are,
    hundreds of pages at a time; the text of each page is then kept as its capture.

    \b
    Examples:
      giaoluu ingest clippings/
      giaoluu ingest page.html --register ./our-register
      giaoluu read archive/ --format reading > readings.jsonl && giaoluu ingest readings.jsonl
    """
    outcome, reader = Outcome(), Reader(endpoint_of(address, model), gate)
    place = open_home(home)
    from giaoluu.register import ingest, ingest_readings
    from giaoluu.register.ingesting import IngestReport
    from giaoluu.register.linking import link_in_steps
    from giaoluu.register.watching import is_known, note
    from giaoluu.sources import Wishes

    met = list[tuple[str, str]]()
    made, pages = parted(names)
    wishes = Wishes(complain, is_known, lambda *told: met.append(told), items, pause, made)
    report = IngestReport()
    if made:
        with progress(lines_of(made, outcome), label="Taking in") as lines:
            report += ingest_readings(lines, jobs=jobs or os.cpu_count() or 1)
    if pages:
        found = readings_of(pages, jobs=jobs, outcome=outcome, wishes=wishes, reader=reader)
        with progress(found, label="Reading") as readings:
            report += ingest(readings)
        note(met)
    tell(report, outcome)
    if not no_link:
        with progress(link_in_steps(), label="Linking") as steps:
            sum(steps)
    counts = {"new": report.new, "changed": report.changed, "reread": report.reread, "unchanged": report.unchanged}
    counts["failed"] = outcome.failures
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    click.echo(one_line(counts) if as_json else f"{told}; the register is in {place}")
    context.exit(outcome.code)


def tell(report: "IngestReport", outcome: Outcome) -> None:
    """Tell what the register refused, and which decisions found no certain place."""
    for lost in report.adrift:
        complain(f"{lost}; see `giaoluu review --adrift`")
    for refused in report.refused:
        outcome.fail(f"{refused.id}: {refused.message}")


def parted(names: tuple[str, ...]) -> tuple[list[Path], tuple[str, ...]]:
    """Return the files of readings among what is named, and the other names: its first line says what a file is.

    A folder or pattern is among the others as well, unless such files are all that it holds.
    """
    inside = {name: list(_files_of(name)) for name in names}
    made = {name: [path for path in files if _holds_readings(path)] for name, files in inside.items()}
    others = tuple(name for name in names if not inside[name] or len(made[name]) < len(inside[name]))
    return list(dict.fromkeys(path for files in made.values() for path in files)), others


def _files_of(name: str) -> Iterator[Path]:
    """Yield the files that a name stands for: those of a folder, of a pattern, or itself; none where it is no path."""
    from giaoluu.sources import find_files

    try:
        if Path(name).is_dir():
            yield from filter(Path.is_file, find_files(Path(name)))  # a pipe may never end
        elif Path(name).exists():
            yield Path(name)
        elif glob.has_magic(name):
            for found in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 - as the pages are found
                yield from _files_of(found)
    except OSError:  # longer than a path may be
        return


def lines_of(files: list[Path], outcome: Outcome) -> Iterator[bytes]:
    """Yield the lines of files of readings; one that breaks off costs what follows in it, and no other file."""
    for path in files:
        try:
            with _opened(path) as lines:
                yield from lines
        except BREAKS as error:
            outcome.fail(f"{path} cannot be read to its end ({error}): write or copy it again")


def _holds_readings(path: Path) -> bool:
    """Say whether a file holds readings, one a line."""
    if not path.name.endswith((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")):
        return False
    try:
        with _opened(path) as lines:
            return lines.readline(200).lstrip().startswith(b'{"format":"giaoluu.reading/')
    except BREAKS:  # it is told where it is read as pages
        return False


def _opened(path: Path) -> "gzip.GzipFile | io.BufferedReader":
    return gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb")
