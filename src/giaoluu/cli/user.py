"""`giaoluu user`: the accounts of a team, for who keeps its server."""

import sys
from pathlib import Path

import click

from giaoluu.cli.options import json_option, open_home, register_option
from giaoluu.cli.tables import print_rows

ROLES = click.Choice(["reader", "editor", "reviewer", "admin"])
COLUMNS = ("name", "role", "active", "last_login", "tokens")


@click.group("user")
def command() -> None:
    """Keep the accounts of a team.

    A reader reads; an editor also enters and takes in; a reviewer also decides; an admin also keeps accounts.
    Accounts are never deleted, because decisions stand under their names: deactivate them.
    A password is asked for, or read from a pipe.

    \b
    Examples:
      giaoluu user add an --role admin
      giaoluu user list
      giaoluu user deactivate an
    """


@command.command("add")
@click.argument("name")
@click.option("--role", type=ROLES, default="reader", show_default=True, help="What the account may do.")
@register_option
def add(*, name: str, role: str, home: Path | None) -> None:
    """Make an account.

    \b
    Example:
      giaoluu user add an --role editor
    """
    open_home(home)
    from giaoluu.register.accounts import add_account
    from giaoluu.register.accounts_roles import Actor, Role

    made = add_account(name, Role(role), password=_password(), by=Actor.command())
    click.echo(f"{made.username} is {role}")


@command.command("list")
@register_option
@json_option
def list_(*, home: Path | None, as_json: bool) -> None:
    """List the accounts with role, last login and how many tokens are valid.

    \b
    Example:
      giaoluu user list --json
    """
    open_home(home)
    from giaoluu.register.accounts import accounts, live_tokens, role_of

    rows = (
        {
            "name": account.username,
            "role": role_of(account) or "",
            "active": account.is_active,
            "last_login": account.last_login.isoformat(timespec="seconds") if account.last_login else "",
            "tokens": live_tokens(account).count(),
        }
        for account in accounts()
    )
    print_rows(rows, columns=COLUMNS, as_json=as_json)


@command.command("role")
@click.argument("name")
@click.argument("role", type=ROLES)
@register_option
def role(*, name: str, role: str, home: Path | None) -> None:
    """Give an account another role.

    \b
    Example:
      giaoluu user role an reviewer
    """
    open_home(home)
    from giaoluu.register.accounts import account_named, set_role
    from giaoluu.register.accounts_roles import Actor, Role

    set_role(account_named(name), Role(role), by=Actor.command())
    click.echo(f"{name} is {role}")


@command.command("deactivate")
@click.argument("name")
@click.option("--back", is_flag=True, help="Let the account in again.")
@register_option
def deactivate(*, name: str, back: bool, home: Path | None) -> None:
    """Let an account out at once, with its sessions and tokens; what it decided stays under its name.

    \b
    Example:
      giaoluu user deactivate an
    """
    open_home(home)
    from giaoluu.register.accounts import account_named, set_active
    from giaoluu.register.accounts_roles import Actor

    set_active(account_named(name), active=back, by=Actor.command())
    click.echo(f"{name} is {'in again' if back else 'out'}")


@command.command("password")
@click.argument("name")
@register_option
def password(*, name: str, home: Path | None) -> None:
    """Give an account another password; its sessions end.

    \b
    Example:
      giaoluu user password an
    """
    open_home(home)
    from giaoluu.register.accounts import account_named, set_password
    from giaoluu.register.accounts_roles import Actor

    set_password(account_named(name), _password(), by=Actor.command())
    click.echo(f"{name} has another password")


def _password() -> str:
    """Return a password from who types it, twice, or from a pipe."""
    if sys.stdin is not None and not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return asked
