"""Ways to write Vietnamese as programs did before Unicode."""

import unicodedata
from collections.abc import Callable
from importlib.resources import files

import pytest

TONES = "\u0300\u0301\u0303\u0309\u0323"


def by_table(name: str) -> Callable[[str], bytes]:
    """Return what writes text by one of the tables."""
    text = files("giaoluu.sources").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    table: dict[str, bytes] = {}
    for code, letter in rows:
        table.setdefault(letter, bytes.fromhex(code))
    return lambda written: b"".join(table.get(char) or char.encode("latin-1") for char in written)


def cp1258(text: str) -> bytes:
    """Return text as Windows wrote it: letters composed but for their tone, which follows."""
    written = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        written.append(letter + "".join(part for part in parts if part in TONES))
    return "".join(written).encode("cp1258")


ENCODERS = {name: by_table(name) for name in ("tcvn3", "vni", "viscii")} | {"cp1258": cp1258}


@pytest.fixture
def encoders() -> dict[str, Callable[[str], bytes]]:
    """Return what writes Vietnamese in each legacy encoding."""
    return ENCODERS
