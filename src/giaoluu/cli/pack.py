"""`giaoluu pack`: language packs, for those who write them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from giaoluu.cli.options import json_option
from giaoluu.cli.pages import one_line
from giaoluu.cli.terminal import Outcome

if TYPE_CHECKING:
    from giaoluu.langs.pack import Pack


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
    from giaoluu.langs.check import check_pack
    from giaoluu.langs.pack import codes as all_codes

    outcome = Outcome()
    for code in codes or all_codes():
        problems = [str(problem) for problem in check_pack(pack_of(code))]
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
    from giaoluu.langs.scaffold import new_pack

    for path in new_pack(code, into):
        click.echo(path)


@command.command("show")
@click.argument("code", metavar="CODE|FOLDER")
@json_option
def show(*, code: str, as_json: bool) -> None:
    """Show how far a pack has come: rules and examples of each section.

    \b
    Example:
      giaoluu pack show sv
    """
    pack = pack_of(code)
    sections = {
        name: {"rules": len(rules), "examples": sum(len(rule.get("examples", ())) for rule in rules)}
        for name, rules in pack.sections.items()
        if rules
    }
    if as_json:
        about = {"code": pack.code, "name": pack.settings.get("name"), "owner": pack.settings.get("owner")}
        click.echo(one_line({**about, "version": pack.version, "sections": sections}))
        return
    name, owner = (pack.settings.get(key, "") for key in ("name", "owner"))
    click.echo(f"{name} ({pack.code}), version {pack.version}, owner {owner}")
    for section, counts in sections.items():
        first = next(iter(pack.sections[section][0].get("examples", ())), "")
        click.echo(f"  {section:<12} {counts['rules']:>5} rules {counts['examples']:>5} examples  {first}".rstrip())


def pack_of(code: str) -> "Pack":
    """Return the pack of a code, or the one in a folder."""
    from giaoluu.langs.pack import load, pack

    folder = Path(code)
    return load(folder, folder.name) if (folder / "pack.toml").is_file() else pack(code)
