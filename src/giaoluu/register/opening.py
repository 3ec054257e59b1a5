"""Open a register: settings, folders, and tables as new as the program."""

import gc
import sqlite3
import time
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings

from giaoluu.model.errors import RegisterError
from giaoluu.register.settings import default_home, keep_secret, settings_for

__all__ = ["default_home", "open_register"]

SELDOM = (100_000, 50, 1000)
"""When Python looks for circles of objects where rows come by the thousand: they are in none."""

PATIENCE = 5
"""Times that another program's migration is waited for."""


def open_register(home: Path) -> None:
    """Open the register in a folder, made where needed; its tables are brought up to date.

    A process has one register open at a time: a second call with another folder moves there.
    Raises RegisterError where the folder cannot be used or a newer program wrote its tables.
    """
    home = home.expanduser().absolute()
    try:
        (home / "captures").mkdir(parents=True, exist_ok=True)
        keep_secret(home)
    except OSError as error:
        raise RegisterError(f"{home}: no register can be kept there ({error}); name another folder") from error
    prepare_process(home)
    _bring_up_to_date(home)


def prepare_process(home: Path) -> None:
    """Point this process at a register that is open in another one, without a look at its tables."""
    wanted = settings_for(home)
    _refuse_missing_driver(wanted["DATABASES"]["default"]["ENGINE"])
    if not settings.configured:
        settings.configure(**wanted)
    if not apps.ready:
        django.setup()
    if Path(settings.GIAOLUU_HOME) != home:
        _move_to(home)


def prepare_worker(home: Path) -> None:
    """Point a process at a register that does nothing but make rows for another one."""
    prepare_process(home)
    gc.freeze()
    gc.set_threshold(*SELDOM)


def _refuse_missing_driver(engine: str) -> None:
    """Say what to install where the store is a server that Django has no driver for."""
    if engine.endswith("postgresql") and not any(map(find_spec, ("psycopg", "psycopg2"))):
        raise RegisterError("GIAOLUU_DATABASE names a PostgreSQL server: pip install 'giaoluu[postgres]' first")


def _move_to(home: Path) -> None:
    """Point the open process at another home."""
    from django.db import connections

    wanted = settings_for(home)
    connections.close_all()
    settings.GIAOLUU_HOME = home
    settings.SECRET_KEY = wanted["SECRET_KEY"]
    connections.settings["default"].update(wanted["DATABASES"]["default"])
    connections["default"].settings_dict.update(wanted["DATABASES"]["default"])


def _bring_up_to_date(home: Path) -> None:
    """Run the migrations that the tables lack; another program may be doing the same."""
    from django.core.management import call_command
    from django.db import DatabaseError

    for attempt in range(PATIENCE):
        try:
            if not _lacks_migrations(home):
                return
            _keep_what_was(home)
            call_command("migrate", verbosity=0, interactive=False)
        except DatabaseError as error:
            if attempt == PATIENCE - 1:
                what_next = "close other programs that use it and try again, or restore a backup"
                raise RegisterError(f"{home}: the tables could not be opened ({error}); {what_next}") from error
            time.sleep(0.2 * (attempt + 1))


def _lacks_migrations(home: Path) -> bool:
    """Say whether migrations are to be run; refuse tables from the future."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    ours = {app.label for app in apps.get_app_configs()}
    known = set(executor.loader.disk_migrations or ())
    unknown = [key for key in executor.loader.applied_migrations if key[0] in ours and key not in known]
    if unknown:
        raise RegisterError(f"{home}: written by a newer giaoluu ({unknown[0][1]}); upgrade giaoluu and open it again")
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _keep_what_was(home: Path) -> None:
    """Copy the tables of an older program before they are upgraded; a server's are left to its own backups."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    applied = sorted(name for app, name in MigrationRecorder(connection).applied_migrations() if app == "register")
    copy = home / f"before-upgrade-from-{applied[-1]}.sqlite3" if applied else None
    if connection.vendor != "sqlite" or copy is None or copy.exists():
        return
    part = copy.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as target:
        connection.ensure_connection()
        connection.connection.backup(target)
    part.replace(copy)
