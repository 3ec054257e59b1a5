"""Options that several commands share, each defined once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

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


def serving_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--host` and `--port` to a command that serves."""
    port = click.option(
        "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
    )
    host = click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
    return host(port(command))


def open_home(home: Path | None) -> Path:
    """Open the register of the option, or the default one, and return its folder."""
    from giaoluu import register

    chosen = home or register.default_home()
    register.open_register(chosen)
    return chosen
