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
def empty_register(home: Path, blocker=None) -> Iterator[Path]:
    """Open a copy of the empty register; `blocker` is pytest-django's guard of the store, where it stands."""
    from django.db import connections

    connections.close_all()
    shutil.copytree(EMPTY, home)
    if blocker is not None:
        blocker.unblock()
    open_register(home)
    yield home
    connections.close_all()
    if blocker is not None:
        blocker.restore()
