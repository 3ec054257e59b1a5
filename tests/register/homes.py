"""Registers for tests. Tables can be imported only when settings stand, so the first is opened on import.

`GIAOLUU_TEST_STORE=postgresql` runs the same tests on a server: each test has a database of its own there,
copied from one that was made once, as each has a file of its own on SQLite.
"""

import atexit
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from tests.register import servers

from giaoluu.register.opening import open_register

ON_SERVER = os.environ.get("GIAOLUU_TEST_STORE") == "postgresql"
TEMPLATES = Path(mkdtemp(prefix="giaoluu-tests-"))
EMPTY = TEMPLATES / "empty"
NUMBERS = count(1)
OWNER = os.getpid()

if ON_SERVER:
    SERVER = servers.start()
    servers.tell(SERVER, "CREATE DATABASE empty")
    os.environ["GIAOLUU_DATABASE"] = servers.of_database(SERVER, "empty")
open_register(EMPTY)
if ON_SERVER:
    from django.db import connections

    connections.close_all()


@atexit.register
def _sweep() -> None:
    from django.db import connections

    if os.getpid() == OWNER:  # a child of a test leaves it alone
        connections.close_all()
        shutil.rmtree(TEMPLATES, ignore_errors=True)


@contextmanager
def empty_register(home: Path) -> Iterator[Path]:
    """Open a copy of the empty register."""
    from django.db import connections

    connections.close_all()
    shutil.copytree(EMPTY, home)
    if not ON_SERVER:
        open_register(home)
        yield home
        connections.close_all()
        return
    name = f"test{next(NUMBERS)}"
    servers.tell(SERVER, f"CREATE DATABASE {name} TEMPLATE empty STRATEGY file_copy")
    before = os.environ["GIAOLUU_DATABASE"]
    os.environ["GIAOLUU_DATABASE"] = servers.of_database(SERVER, name)
    open_register(home)
    yield home
    connections.close_all()
    os.environ["GIAOLUU_DATABASE"] = before
    servers.tell(SERVER, f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def filled_register(home: Path, name: str, fill: Callable[[], None]) -> Iterator[Path]:
    """Open a copy of a register that is filled once for all tests of a process that ask for it by this name.

    On a server it is filled each time.
    """
    from django.db import connections

    if ON_SERVER:
        with empty_register(home):
            fill()
            yield home
        return
    if not (TEMPLATES / name).exists():
        with empty_register(TEMPLATES / f"{name}.part"):
            fill()
        (TEMPLATES / f"{name}.part").rename(TEMPLATES / name)
    connections.close_all()
    shutil.copytree(TEMPLATES / name, home)
    open_register(home)
    yield home
    connections.close_all()
