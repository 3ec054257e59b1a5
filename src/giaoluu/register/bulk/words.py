"""A reading straight out of its JSON: structs with the fields of the model's words, filled by a decoder in C.

A struct passes for the word whose fields it has (`isinstance` says so), but has no methods, and nothing is checked
against the text: `prepare` checks what it uses. Fields that no row asks for are skipped where they stand.
"""

import types
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from giaoluu.model.article import Article, Zone
from giaoluu.model.codec import FORMAT
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import SourceError
from giaoluu.model.reading import Reading
from giaoluu.model.spans import Span

RENAMED = {(Zone, "kind"): "zone"}
"""Fields that are written under another name."""

SKIPPED = {
    Article: {"id", "text", "zones", "captions", "leads", "authors", "extra"},
    Span: {"prefix", "suffix"},
    Reading: {"dates", "quantities", "frameworks", "documents", "issues"},
}
"""Fields that rows do not ask for, and those that a written reading has at its top."""


class WrittenClaim(msgspec.Struct, gc=False):
    """A claim as readings hold it."""

    start: int
    end: int
    exact: str
    subject: str
    property: str
    value: str
    rule: str
    inferred: bool = False


def decode(line: bytes) -> Any:
    """Return the reading of a line, with its text, zones and claims beside it.

    Raises SourceError for a reading of another format, ValueError where the line is damaged.
    """
    try:
        written = _written().decode(line)
    except msgspec.ValidationError:
        _refuse_other_format(_format().decode(line).format)
        raise
    _refuse_other_format(written.format)
    article = written.article
    article.id, article.text, article.zones = written.id, written.text, written.zones
    return written


def _refuse_other_format(found: str) -> None:
    """Say so where a line has another shape than this version writes."""
    if found != FORMAT:
        raise SourceError(f"not a reading of format {FORMAT!r} but {found!r}: read the page again with this version")


def name_of(line: bytes) -> str:
    """Return the id of a damaged line where it can be told."""
    try:
        return str(msgspec.json.decode(line).get("id", "?"))
    except (ValueError, AttributeError, RecursionError):
        return "?"


class _Format(msgspec.Struct):
    format: str = ""


@cache
def _format() -> "msgspec.json.Decoder[_Format]":
    return msgspec.json.Decoder(_Format)


@cache
def _written() -> "msgspec.json.Decoder[Any]":
    """Return what turns a line into structs."""
    zones: Any = types.GenericAlias(tuple, (struct_of(Zone), ...))
    above = [("format", str, ""), ("id", str), ("text", str), ("zones", zones), ("claims", list[WrittenClaim])]
    whole = msgspec.defstruct("Written", cast(Any, above), bases=(struct_of(Reading),), kw_only=True, gc=False)
    return msgspec.json.Decoder(whole)


@lru_cache(maxsize=1 << 14)
def _edtf(text: str) -> Edtf:
    return Edtf(text)


class CitedDay(msgspec.Struct, gc=False):
    """A date with the words that it rests on; it is made of its text when it is asked for."""

    written: str = msgspec.field(name="value")
    rule: str
    inferred: bool = False

    @property
    def value(self) -> Edtf:
        """The date."""
        return _edtf(self.written)


@cache
def struct_of(model: Any, inner: Any = None) -> Any:
    """Return the struct of a class of the model; `inner` is what a generic one holds."""
    hints = get_type_hints(model)
    table: list[Any] = []
    for item in fields(model):
        if item.name in SKIPPED.get(model, ()):
            continue
        default = item.default_factory() if item.default_factory is not MISSING else item.default
        hint = hints[item.name]
        told = (item.name, _type(inner if isinstance(hint, TypeVar) else hint))
        table.append(told if default is MISSING else (*told, default))
    more: list[Any] = [(name, Any, None) for name in ("id", "text", "zones")] if model is Article else []
    rename = {name: written for (of, name), written in RENAMED.items() if of is model}
    namespace = {"__class__": property(lambda _: model)}
    return msgspec.defstruct(
        f"Written{model.__name__}", [*table, *more], namespace=namespace, rename=rename or None, kw_only=True, gc=False
    )


def _type(hint: Any) -> Any:
    """Return the type of a field with structs in the place of words."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return Union[tuple(_type(one) for one in arguments)]  # noqa: UP007 - made at run time
    if origin is tuple:
        return types.GenericAlias(tuple, tuple(one if one is Ellipsis else _type(one) for one in arguments))
    if origin is not None and is_dataclass(origin):
        return CitedDay if arguments[0] is Edtf else struct_of(cast(Any, origin), arguments[0])
    if isinstance(hint, type) and is_dataclass(hint):
        return struct_of(cast(Any, hint))
    return hint
