"""`giaoluu demo`: a register of sample coverage, built and opened."""

import os
import sys
from pathlib import Path

import click

from giaoluu.cli.options import browser_option, open_home, port_option
from giaoluu.cli.pages import readings_of
from giaoluu.cli.terminal import Outcome, progress


@click.command("demo")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".demo"),
    show_default=True,
    help="Where the sample register is built.",
)
@port_option
@browser_option
def command(*, folder: Path, port: int, browser: bool | None) -> None:
    """Build the sample register and open it.

    Sample reports in five languages, about invented people in real places, are read into a register of their own.
    A second call opens the same register. Ctrl-C stops it.

    \b
    Examples:
      giaoluu demo
      giaoluu demo --no-browser --port 0
    """
    open_home(folder)
    from giaoluu import samples
    from giaoluu.register import ingest, link
    from giaoluu.web import serve

    with progress(readings_of([str(samples.PAGES)], jobs=1, outcome=Outcome()), label="Reading") as readings:
        report = ingest(readings)
    link()
    click.echo(f"{report.pages} sample pages are in the register {folder}. Ctrl-C stops it.")
    wanted = has_browser() if browser is None else browser
    serve(folder, port=port, open_browser=wanted, announce=click.echo)


def has_browser() -> bool:
    """Say whether a browser with windows can be opened: on Linux that takes a display, and a person to see it."""
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return sys.stdout.isatty() and (has_display or sys.platform in {"darwin", "win32"})
