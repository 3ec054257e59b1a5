"""Options that several commands share, each defined once."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from giaoluu.endpoint import Endpoint

register_option = click.option(
    "--register",
    "home",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the register.  [default: $GIAOLUU_HOME, else the user's data folder]",
)
"""`--register FOLDER`: which register."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines for programs.")
"""`--json`: one object a line."""


def listed_in(names: Callable[[], Iterable[str]]) -> Callable[[click.Context, click.Parameter, str], str]:
    """Return what refuses a value that a closed list lacks; the list is made only then."""

    def check(context: click.Context, parameter: click.Parameter, value: str) -> str:
        if value and value not in (known := [*names()]):
            raise click.BadParameter(f"{value!r} is not one of {', '.join(known)}", context, parameter)
        return value

    return check


def _country(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Return a code as it is; a name would find nothing and look like an answer."""
    if value and not re.fullmatch("[A-Za-z]{2,3}", value):
        raise click.BadParameter(f"{value!r} is no code: write two letters, for example VN", context, parameter)
    return value


side_option = click.option(
    "--country",
    default="",
    metavar="CODE",
    callback=_country,
    help="ISO 3166-1 alpha-2 code of a side, for example VN.",
)
"""`--country CODE`: which side."""

since_option = click.option("--since", default="", metavar="EDTF", help="From this date on: 2025, 2025-03, 2025-03-06.")
"""`--since DATE`: from when on."""

until_option = click.option("--until", default="", metavar="EDTF", help="Up to this date.")
"""`--until DATE`: until when."""

limit_option = click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
"""`--limit N`: how many at most."""

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    show_default="as many as there are cores",
    help="Processes that read at the same time.",
)
"""`--jobs N`: how many processes."""


gate_option = click.option(
    "--gate/--no-gate",
    default=False,
    show_default=True,
    help="Leave unread what cannot be about an exchange by its words alone, as in a crawl of everything.",
)
"""`--gate`: whether a cheap look at its words comes before a page is read."""

items_option = click.option(
    "--items",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="Most new pages of one feed that are fetched.",
)
"""`--items N`: how many pages of a feed."""

pause_option = click.option(
    "--pause",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a server is left alone between two pages of a feed.",
)
"""`--pause SECONDS`: how politely pages of feeds are fetched."""

no_link_option = click.option(
    "--no-link", is_flag=True, help="Leave it to `giaoluu link` to compare the pages with the others."
)
"""`--no-link`: whether new pages wait to be compared."""

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


_endpoint = click.option(
    "--endpoint",
    "address",
    envvar="GIAOLUU_ENDPOINT",
    metavar="URL",
    help="Ask a model at this OpenAI-compatible address as well (needs giaoluu[llm]; key in $GIAOLUU_ENDPOINT_KEY).",
)
_model = click.option("--model", envvar="GIAOLUU_ENDPOINT_MODEL", metavar="NAME", help="The model at that address.")


def endpoint_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--endpoint URL --model NAME`: a second reader."""
    return _endpoint(_model(command))


def endpoint_of(address: str | None, model: str | None) -> "Endpoint | None":
    """Return the second reader of the options, or None."""
    if not address:
        return None
    if not model:
        raise click.UsageError("--endpoint needs --model: the name of the model at that address")
    from giaoluu.endpoint import Endpoint

    return Endpoint(address, model, key=os.environ.get("GIAOLUU_ENDPOINT_KEY", ""))


def open_home(home: Path | None) -> Path:
    """Open the register of the option, or the default one, and return its folder."""
    from giaoluu import register

    chosen = home or register.default_home()
    register.open_register(chosen)
    return chosen
