"""`giaoluu serve`: the register in the browser."""

import os
from pathlib import Path

import click

from giaoluu.cli.options import browser_option, port_option, register_option


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; others let others in.")
@click.option("--team", is_flag=True, help="Ask everybody to log in; see `giaoluu user`.")
@port_option
@browser_option
@register_option
def command(*, host: str, team: bool, port: int, browser: bool | None, home: Path | None) -> None:
    """Serve the register to browsers and programs.

    The address is printed once the register answers. Ctrl-C stops it.

    Without --team whoever sits at this machine may do all, and others may read where --host lets them in.
    With it everybody has an account; GIAOLUU_ADDRESS names the https address that people type.

    \b
    Examples:
      giaoluu serve
      giaoluu serve --host 0.0.0.0 --port 80 --register /srv/register
      GIAOLUU_ADDRESS=https://register.example.org giaoluu serve --team --register /srv/register
    """
    if team:
        os.environ["GIAOLUU_TEAM"] = "1"
    from giaoluu.register import default_home
    from giaoluu.web import serve

    serve(home or default_home(), host=host, port=port, open_browser=bool(browser), announce=click.echo)
