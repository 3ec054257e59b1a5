"""Registers for tests. Tables can be imported only when settings stand, so the first is opened on import."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from giaoluu.register.opening import open_register

EMPTY = Path(mkdtemp(prefix="giaoluu-empty-"))
open_register(EMPTY)


@contextmanager
def empty_register(home: Path) -> Iterator[Path]:
    """Open a copy of the empty register."""
    from django.core.management import call_command
    from django.db import connection, connections

    connections.close_all()
    shutil.copytree(EMPTY, home)
    open_register(home)
    if connection.vendor != "sqlite":  # a server has one register: it is emptied
        call_command("flush", interactive=False, verbosity=0)
    yield home
    connections.close_all()
