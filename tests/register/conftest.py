"""An empty register of its own for every test, copied from one that was made once."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from giaoluu.register.opening import open_register

sys.path.insert(0, str(Path(__file__).parents[2]))  # for tests.register.readings, also from tests/web

# Tables can be imported only when settings stand, and test modules import them when collected.
EMPTY = Path(mkdtemp(prefix="giaoluu-empty-"))
open_register(EMPTY)


@pytest.fixture
def home(tmp_path: Path, django_db_blocker) -> Iterator[Path]:
    """Return the home of an empty, open register."""
    from django.db import connections

    connections.close_all()
    shutil.copytree(EMPTY, tmp_path / "home")
    if django_db_blocker is not None:
        django_db_blocker.unblock()
    open_register(tmp_path / "home")
    yield tmp_path / "home"
    connections.close_all()
    if django_db_blocker is not None:
        django_db_blocker.restore()
