"""A reading as JSON and back: nothing is lost, and a span is checked against the text when it returns."""

import json
from contextvars import ContextVar
from functools import cache
from hashlib import sha256
from typing import Any

import zstandard
from cattrs import Converter

from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import RegisterError
from giaoluu.model.reading import Reading
from giaoluu.model.spans import Span

_text: ContextVar[str] = ContextVar("text")
"""The text that the spans of the reading being built stand in."""


def pack_reading(reading: Reading) -> tuple[bytes, str]:
    """Return the compressed JSON of a reading, and the digest of the JSON.

    The same reading gives the same digest, so an unchanged one is known without being opened.
    """
    plain = json.dumps(_converter().unstructure(reading), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return zstandard.compress(plain, 6), sha256(plain).hexdigest()


def unpack_reading(content: bytes | memoryview) -> Reading:
    """Return the reading that `pack_reading` packed."""
    try:
        plain = json.loads(zstandard.decompress(content))
        token = _text.set(plain["article"]["text"])
    except (zstandard.ZstdError, ValueError, KeyError) as error:
        raise RegisterError(f"a stored reading cannot be opened ({error}); read its page again") from error
    try:
        return _converter().structure(plain, Reading)
    finally:
        _text.reset(token)


@cache
def _converter() -> Converter:
    """Return the one converter: a span is its two offsets, a date its text, a default is left out."""
    converter = Converter(omit_if_default=True)
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, _span)
    converter.register_unstructure_hook(Edtf, str)
    converter.register_structure_hook(Edtf, lambda text, _: Edtf(text))
    return converter


def _span(ends: list[int], _: Any) -> Span:
    """Return the span of the text that is being built."""
    return Span.of(_text.get(), ends[0], ends[1])
