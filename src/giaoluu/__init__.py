"""A register of exchange between peoples, read from coverage, every fact with its sentence.

What is public here is loaded when it is first named, so that `import giaoluu` costs nothing:

>>> from giaoluu import capture_of, read
>>> text = "Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath."
>>> reading = read(capture_of(text.encode()))
>>> [(activity.kind.value, str(activity.date.value)) for activity in reading.activities]
[('meeting', '2024-03-05')]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from giaoluu.model.capture import Capture
    from giaoluu.model.claims import claims
    from giaoluu.model.codec import reading_from_json, to_json
    from giaoluu.model.errors import GiaoluuError
    from giaoluu.model.reading import Reading
    from giaoluu.pipeline import read
    from giaoluu.sources import Provenance, SourceFailure, Wishes, capture_of, captures

__version__ = "0.1.0"

__all__ = [
    "Capture",
    "GiaoluuError",
    "Provenance",
    "Reading",
    "SourceFailure",
    "Wishes",
    "__version__",
    "capture_of",
    "captures",
    "claims",
    "read",
    "reading_from_json",
    "to_json",
]

_HOMES = {
    "Capture": "giaoluu.model.capture",
    "GiaoluuError": "giaoluu.model.errors",
    "Provenance": "giaoluu.sources",
    "Reading": "giaoluu.model.reading",
    "SourceFailure": "giaoluu.sources",
    "Wishes": "giaoluu.sources",
    "capture_of": "giaoluu.sources",
    "captures": "giaoluu.sources",
    "claims": "giaoluu.model.claims",
    "read": "giaoluu.pipeline",
    "reading_from_json": "giaoluu.model.codec",
    "to_json": "giaoluu.model.codec",
}
"""Public name → the module that holds it."""


def __getattr__(name: str) -> Any:
    """Return a public name from its module, loaded now; Python asks here for what the package does not hold yet."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return what is public."""
    return __all__
