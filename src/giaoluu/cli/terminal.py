"""What the commands write: UTF-8 everywhere, complaints on stderr, progress only to a person."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

T = TypeVar("T")


def speak_utf8() -> None:
    """Make both outputs UTF-8 with `\\n`, whatever the system's code page is (Windows: cp1252)."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def complain(message: str) -> None:
    """Write one complaint to stderr: what went wrong, where, and what to do next."""
    click.echo(f"giaoluu: {message}", err=True)


def refusal(error: OSError) -> str:
    """Return what the system refused: which file or folder, why, and what to do.

    >>> refusal(FileNotFoundError(2, "No such file or directory", "no-folder/list.xlsx"))
    'no-folder/list.xlsx cannot be used (No such file or directory): check the path, its permissions and the disk'
    """
    if error.filename is None or error.strerror is None:
        return str(error)
    return f"{error.filename} cannot be used ({error.strerror}): check the path, its permissions and the disk"


def drop_output() -> None:
    """Let go of what could not be written: else the interpreter tries again at its end, and leaves with 120."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


class Outcome:
    """How a command went: each failure is told at once, and the exit code says whether there was one.

    `failures` counts what gave nothing, `losses` what was read although something of it is lost.
    """

    def __init__(self) -> None:
        self.failures = 0
        self.losses = 0

    @property
    def code(self) -> int:
        """0 when all went well, else 1."""
        return 1 if self.failures or self.losses else 0

    def fail(self, message: str) -> None:
        """Tell a failure and go on."""
        self.failures += 1
        complain(message)

    def lose(self, message: str) -> None:
        """Tell what is lost of something that was read."""
        self.losses += 1
        complain(message)


@contextmanager
def progress(items: Iterable[T], *, label: str, total: int | None = None) -> Iterator[Iterable[T]]:
    """Give the items; a bar on stderr counts them when a person looks on."""
    if not sys.stderr.isatty():
        yield items
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield bar.track(items, total=total, description=label)
