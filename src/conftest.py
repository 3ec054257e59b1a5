"""Modules with tables can be imported only when settings stand: an empty register serves the examples in docstrings."""

from pathlib import Path
from tempfile import mkdtemp

from giaoluu.register import open_register

open_register(Path(mkdtemp(prefix="giaoluu-examples-")))
