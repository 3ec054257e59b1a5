"""Words of the model over their JSON: each field becomes a word only when it is asked for.

The rows of a page ask for a tenth of what its reading holds. A lazy word has the fields of its class and passes for
one, but nothing is checked: `prepare` checks what it uses.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from giaoluu.model.article import Zone
from giaoluu.model.edtf import Edtf
from giaoluu.model.reading import Reading

Change = Callable[[Any], Any]
RENAMED = {(Zone, "kind"): "zone"}
"""Fields that are written under another name."""


def lazy_reading(plain: Mapping[str, Any]) -> Reading:
    """Return a reading over its JSON."""
    article = {**plain["article"], "id": plain["id"], "text": plain["text"], "zones": plain["zones"]}
    return cast(Reading, _class_of(Reading)({**plain, "article": article}))


class Lazy:
    """A word over its JSON."""

    __slots__ = ("_plain",)
    _table: Mapping[str, tuple[str, Any, Change | None]] = {}

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self._plain = plain

    def __getattr__(self, name: str) -> Any:
        """Return a field as its class would hold it."""
        try:
            written, default, change = self._table[name]
        except KeyError:
            raise AttributeError(name) from None
        value = self._plain.get(written, MISSING)
        if value is MISSING:
            if default is MISSING:
                raise KeyError(f"{name} is missing")
            return default
        return value if change is None or value is None else change(value)


@lru_cache(maxsize=1 << 14)
def _edtf(text: str) -> Edtf:
    return Edtf(text)


@cache
def _class_of(model: Any, inner: Any = None) -> Callable[[Any], Any]:
    """Return the lazy class of a class of the model; `inner` is what a generic one holds."""
    hints = get_type_hints(model)
    table: dict[str, tuple[str, Any, Change | None]] = {}
    for item in fields(model):
        default = item.default_factory() if item.default_factory is not MISSING else item.default
        hint = hints[item.name]
        change = _change(inner if isinstance(hint, TypeVar) else hint)
        table[item.name] = (RENAMED.get((model, item.name), item.name), default, change)
    members = {"__slots__": (), "_table": table, "__class__": property(lambda _: model)}
    return type(f"Lazy{model.__name__}", (Lazy,), members)


@cache
def _change(hint: Any) -> Change | None:
    """Return how a written value becomes one of a type; None where it is one already."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        changes = [change for one in arguments if (change := _change(one)) is not None]
        return changes[0] if changes else None
    if origin is tuple:
        inside = _change(arguments[0])
        return tuple if inside is None else lambda values: tuple([inside(one) for one in values])
    if origin is not None and is_dataclass(origin):
        return _class_of(cast(Any, origin), arguments[0])
    if hint is Edtf:
        return _edtf
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    return _class_of(cast(Any, hint)) if isinstance(hint, type) and is_dataclass(hint) else None
