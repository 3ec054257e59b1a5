"""The register: captures, articles, claims, judgements, and the tables that lists and filters look into.

Open it first; every other name is loaded only then, because Django's tables need their settings::

    from giaoluu import register

    register.open_register(Path("home"))
    report = register.ingest(pages)
    newest = register.activities()[:10]
"""

from importlib import import_module
from typing import Any

from giaoluu.register.opening import default_home, open_register

__all__ = [
    "activities",
    "adrift",
    "default_home",
    "ingest",
    "integrity",
    "judge",
    "judge_all",
    "open_register",
    "people",
    "show",
    "undo",
    "waiting",
]

_HOMES = {
    "ingest": "giaoluu.register.ingesting",
    "integrity": "giaoluu.register.checking",
    "activities": "giaoluu.register.queries",
    "people": "giaoluu.register.queries",
    "show": "giaoluu.register.showing",
    "judge": "giaoluu.register.judging",
    "judge_all": "giaoluu.register.judging",
    "undo": "giaoluu.register.judging",
    "adrift": "giaoluu.register.judging",
    "waiting": "giaoluu.register.reviewing",
}


def __getattr__(name: str) -> Any:
    """Return a name whose module needs an open register."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
