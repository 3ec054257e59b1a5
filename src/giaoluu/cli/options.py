"""Options that several commands share, each defined once."""

from pathlib import Path

import click

register_option = click.option(
    "--register",
    "home",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the register.  [default: $GIAOLUU_HOME, else the user's data folder]",
)
"""`--register FOLDER`: which register."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines for programs.")
"""`--json`: one object a line."""

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    show_default="as many as there are cores",
    help="Processes that read at the same time.",
)
"""`--jobs N`: how many processes."""


port_option = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="A taken one gives way to a free one.",
)
"""`--port N`: where to listen."""

browser_option = click.option("--browser/--no-browser", default=None, help="Open the address in a browser, or not.")
"""`--browser/--no-browser`: whether to open the address."""


def open_home(home: Path | None) -> Path:
    """Open the register of the option, or the default one, and return its folder."""
    from giaoluu import register

    chosen = home or register.default_home()
    register.open_register(chosen)
    return chosen
