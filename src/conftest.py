"""Modules with tables can be imported only when settings stand: an empty register serves the examples in docstrings."""

import atexit
import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

from giaoluu.register import open_register

HOME = Path(mkdtemp(prefix="giaoluu-examples-"))
OWNER = os.getpid()
open_register(HOME)


@atexit.register
def _sweep() -> None:
    from django.db import connections

    if os.getpid() == OWNER:  # a child of a test leaves it alone
        connections.close_all()
        shutil.rmtree(HOME, ignore_errors=True)
