"""`giaoluu pack`: language packs, for those who write them."""

from pathlib import Path
from typing import Any

import click

from giaoluu.cli.options import json_option
from giaoluu.cli.pages import one_line
from giaoluu.cli.terminal import Outcome


@click.group("pack")
def command() -> None:
    """Check, start or show a language pack.

    A pack is a folder of TOML files: words as data, each rule with examples.

    \b
    Examples:
      giaoluu pack check vi
      giaoluu pack new th --into src/giaoluu/langs
      giaoluu pack show sv
    """


@command.command("check")
@click.argument("codes", nargs=-1, metavar="[CODE|FOLDER]...")
@click.pass_context
def check(context: click.Context, *, codes: tuple[str, ...]) -> None:
    """Say what breaks the contract of packs; without a code, in every pack.

    Each rule must match its examples and no rule another's; see docs/how-to/change-a-pack.md.

    \b
    Example:
      giaoluu pack check vi
    """
    from giaoluu.langs.check import check as problems_of
    from giaoluu.langs.pack import codes as all_codes
    from giaoluu.mentions.trial import EngineTrial

    outcome = Outcome()
    for code in codes or all_codes():
        problems = problems_of(code, trial=EngineTrial())
        for problem in problems:
            outcome.fail(problem)
        click.echo(f"{code}: {f'{len(problems)} to mend' if problems else 'all rules hold'}")
    context.exit(outcome.code)


@command.command("new")
@click.argument("code")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    show_default="the current folder",
    help="Folder in which the pack's folder is made.",
)
def new(*, code: str, into: Path) -> None:
    """Start a pack: a folder with one rule of each kind to follow.

    \b
    Example:
      giaoluu pack new th --into src/giaoluu/langs
    """
    from giaoluu.langs.scaffold import new as new_pack

    for path in new_pack(code, into):
        click.echo(path)


@command.command("show")
@click.argument("code", metavar="CODE|FOLDER")
@json_option
def show(*, code: str, as_json: bool) -> None:
    """Show what a pack holds, which kinds it covers, and what its templates mean.

    \b
    Example:
      giaoluu pack show sv
    """
    from giaoluu.langs.show import show as shown

    click.echo(one_line(_summary(code)) if as_json else shown(code).rstrip())


@command.command("changes")
@click.argument("before", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("after", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def changes(*, before: Path, after: Path) -> None:
    """Show what a change of packs gained and lost, fact by fact with its words.

    BEFORE and AFTER hold what `giaoluu read --format reading` printed of the same pages before and after it.

    \b
    Example:
      giaoluu pack changes before.jsonl after.jsonl
    """
    from giaoluu.reports.changes import changes as changes_of
    from giaoluu.reports.changes import changes_text

    with before.open(encoding="utf-8") as old, after.open(encoding="utf-8") as new:
        for line in changes_text(changes_of(old, new)):
            click.echo(line)


def _summary(code: str) -> dict[str, Any]:
    """Return how far a pack has come: rules, examples and rules to write of each section."""
    from giaoluu.langs.check import folder_of
    from giaoluu.langs.pack import load
    from giaoluu.langs.show import sections

    folder = folder_of(code)
    pack = load(folder, folder.name)
    about = {"code": pack.code, **{key: pack.settings.get(key) for key in ("name", "owner", "version")}}
    counts = {
        one.name: {"rules": one.rules, "examples": one.examples, "to_write": one.to_write} for one in sections(pack)
    }
    return {**about, "sections": counts}
