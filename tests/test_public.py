"""What `giaoluu` makes public: named once for programs, once for type checkers, loaded when asked for."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import giaoluu
from giaoluu import samples

SOURCE = Path(giaoluu.__file__)


def typed_names() -> set[str]:
    """Return the names that type checkers see: the imports that only they follow."""
    (block,) = [node for node in ast.parse(SOURCE.read_text(encoding="utf-8")).body if isinstance(node, ast.If)]
    return {alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_all_is_exactly_what_is_public() -> None:
    assert sorted({*typed_names(), "__version__"}) == giaoluu.__all__ == dir(giaoluu)


@pytest.mark.parametrize("name", giaoluu.__all__)
def test_each_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(giaoluu, name)
    assert value.__doc__ or name == "__version__"
    if name != "__version__":
        assert value.__module__.startswith("giaoluu.")


def test_what_is_not_public_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="module 'giaoluu' has no attribute 'raed'"):
        getattr(giaoluu, "raed")  # noqa: B009 - the name is wrong on purpose


def test_each_public_name_is_on_its_page() -> None:
    page = (SOURCE.parents[2] / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
    assert [name for name in giaoluu.__all__ if f"`{name}" not in page] == []


def test_importing_loads_nothing_of_ours_and_nothing_of_others() -> None:
    program = "import sys; before = set(sys.modules); import giaoluu; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    loaded = ast.literal_eval(done.stdout)
    assert [name for name in loaded if name.startswith("giaoluu.") or name in {"django", "lxml", "httpx"}] == []
    assert "giaoluu" in loaded


@pytest.mark.slow
def test_reading_needs_no_register_and_no_network() -> None:
    program = f"""
import socket, sys
def refuse(*_): raise OSError("no network here")
socket.socket.connect = refuse
from giaoluu import captures, read
readings = [read(capture) for capture in captures([{str(samples.PAGES)!r}])]
print(len(readings), sum(len(reading.activities) for reading in readings) > 10)
print([name for name in ("django", "httpx", "giaoluu.register") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [f"{len(samples.pages())} True", "[]"]
