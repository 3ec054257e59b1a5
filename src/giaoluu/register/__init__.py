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
    "accounts_of",
    "activities",
    "adrift",
    "default_home",
    "ingest",
    "ingest_readings",
    "integrity",
    "judge",
    "judge_all",
    "keep_apart",
    "link",
    "merge",
    "open_register",
    "people",
    "show",
    "split",
    "take_back",
    "undo",
    "undo_all",
    "waiting",
]

_HOMES = {
    "ingest": "giaoluu.register.ingesting",
    "ingest_readings": "giaoluu.register.bulk",
    "integrity": "giaoluu.register.checking",
    "accounts_of": "giaoluu.register.queries",
    "activities": "giaoluu.register.queries",
    "people": "giaoluu.register.queries",
    "show": "giaoluu.register.showing",
    "judge": "giaoluu.register.judging",
    "judge_all": "giaoluu.register.judging",
    "undo": "giaoluu.register.judging",
    "undo_all": "giaoluu.register.judging",
    "link": "giaoluu.register.linking",
    "keep_apart": "giaoluu.register.joining",
    "merge": "giaoluu.register.joining",
    "split": "giaoluu.register.joining",
    "take_back": "giaoluu.register.joining",
    "adrift": "giaoluu.register.judging",
    "waiting": "giaoluu.register.reviewing",
}


def __getattr__(name: str) -> Any:
    """Return a name whose module needs an open register."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
