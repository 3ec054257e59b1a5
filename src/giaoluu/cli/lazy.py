"""A group of commands that imports the module of a command only when the command is called."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any, NoReturn

import click

BROKEN_PIPE = 141
"""Exit code when the reader of our output has gone, as shells report it (128 + SIGPIPE)."""


class LazyGroup(click.Group):
    """A click group of `name → what comes of it`; `giaoluu pack` lives in `giaoluu.cli.pack`.

    The table serves `--help`, so that no command's module is loaded for it.
    """

    def __init__(self, *, commands_by_name: Mapping[str, str], package: str, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands_by_name = commands_by_name
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table: the order in which one meets them."""
        return list(self.commands_by_name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name, imported now; None for a name that the table lacks."""
        if cmd_name not in self.commands_by_name:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"{self.package}.{name}{'_' if iskeyword(name) else ''}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands into the help page."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.commands_by_name.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; stop quietly when the reader of our output has gone (`| head`)."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            leave_broken_pipe(ctx)
        return result


def leave_broken_pipe(ctx: click.Context) -> NoReturn:
    """Leave with the exit code of a broken pipe; what Python still flushes goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    ctx.exit(BROKEN_PIPE)
