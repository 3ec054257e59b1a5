"""Rows as a person or a program wants them: a table on a terminal, tabs in a pipe, JSON Lines on request."""

import sys
from collections.abc import Iterable, Mapping
from typing import Any

import click

from giaoluu.cli.pages import one_line


def print_rows(rows: Iterable[Mapping[str, Any]], *, columns: tuple[str, ...], as_json: bool) -> None:
    """Print rows: JSON Lines hold every key, the other two forms the named columns with a header."""
    if as_json:
        for row in rows:
            click.echo(one_line(row))
    elif sys.stdout.isatty():
        _print_table(rows, columns)
    else:
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(_cell(row[column]) for column in columns))


def _print_table(rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...]) -> None:
    """Print a table as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(_cell(row[column]) for column in columns))
    Console(markup=False, highlight=False).print(table)


def _cell(value: Any) -> str:
    """Return a value as one cell: no tabs, no line ends.

    >>> _cell(["Võ Văn Lâm", "V. V. Lâm"])
    'Võ Văn Lâm; V. V. Lâm'
    """
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return " ".join(text.split())
