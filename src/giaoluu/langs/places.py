"""Which place lies in which: the same keys in every language."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from giaoluu.langs.pack import codes


@cache
def holders() -> Mapping[str, str]:
    """Return key of a place → key of the place that holds it, as far as the packs say so.

    >>> holders()["CN-wuhan"], "CN-HB" in holders()
    ('CN-HB', False)
    """
    found: dict[str, str] = {}
    for code in codes():
        table = files("giaoluu.langs") / code / "places.tsv"
        for line in table.read_text(encoding="utf-8").splitlines() if table.is_file() else ():
            _, key, _, _, within, *_ = [*line.split("\t"), "", "", "", "", ""]
            if key and within and not line.startswith("#"):
                found.setdefault(key, within)
    return found
