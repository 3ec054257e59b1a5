"""Words as JSON and back: what programs outside read, and what files of readings hold.

A `Span` is written as start, end, exact, prefix and suffix; an `Edtf` as its text; an enum as
its value. A field at its default (None, empty) is left out. A `Reading` carries the text once,
at the top, beside its zones and the claims that follow from it:

`{"format", "id", "text", "zones": [{"start", "end", "zone", …}],
"claims": [{"start", "end", "exact", "subject", "property", "value", …}], "article", "run", "people", …}`
"""

import json
from contextvars import ContextVar
from dataclasses import fields
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from giaoluu.model.article import Zone
from giaoluu.model.claims import claims
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import GiaoluuError, SourceError
from giaoluu.model.reading import Claim, Reading
from giaoluu.model.spans import Span

FORMAT = "giaoluu.reading/1"
"""The shape of a written reading; a change that old programs cannot read takes the next number."""

_text: ContextVar[str] = ContextVar("_text")
"""The article's text while its reading is rebuilt: every span is checked against it."""


def to_builtins(word: Any) -> dict[str, Any]:
    """Return a word of the model as dicts, lists, strings and numbers, in the order of its fields.

    >>> to_builtins(Span.of("tại Hà Nội", 4, 10))
    {'start': 4, 'end': 10, 'exact': 'Hà Nội', 'prefix': 'tại '}
    """
    plain: dict[str, Any] = _converter.unstructure(word)
    return plain


def to_json(word: Any) -> str:
    """Return a word of the model as one line of JSON; the same word gives the same line.

    >>> from giaoluu.model.article import ZoneKind
    >>> to_json(Zone(0, 6, ZoneKind.TITLE))
    '{"start":0,"end":6,"zone":"title"}'
    """
    return json.dumps(to_builtins(word), ensure_ascii=False, separators=(",", ":"))


def reading_from_json(text: str) -> Reading:
    """Return the reading that `to_json` wrote, each of its spans checked against the article's text.

    Raises `SpanError` where a span does not say what stands in the text, `SourceError` where
    the JSON is broken or is no reading. Claims are not read: they follow from the rest.
    """
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not JSON: {error}; give one line of `giaoluu read --format reading`") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        found = plain.get("format") if isinstance(plain, dict) else type(plain).__name__
        raise SourceError(f"not a reading of format {FORMAT!r} but {found!r}: read the page again with this version")
    try:
        return _rebuild(plain)
    except GiaoluuError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        where = plain.get("id", "without id")
        raise SourceError(f"reading {where!r} is damaged ({error!r}): read the page again") from error


def _rebuild(plain: dict[str, Any]) -> Reading:
    """Return the reading that stands in its plain form."""
    article = {**plain["article"], "id": plain["id"], "text": plain["text"], "zones": plain["zones"]}
    token = _text.set(plain["text"])
    try:
        return _structure_reading({**plain, "article": article}, Reading)
    finally:
        _text.reset(token)


def _span(plain: dict[str, Any], _: type[Span]) -> Span:
    """Return a span, checked against the text that it is of."""
    prefix, suffix = plain.get("prefix", ""), plain.get("suffix", "")
    return Span(plain["start"], plain["end"], plain["exact"], prefix, suffix, text=_text.get())


def _plain_claim(claim: Claim) -> dict[str, Any]:
    """Return a claim with its offsets beside its property, as readers of claims expect it; the text has the context."""
    span = {"start": claim.span.start, "end": claim.span.end, "exact": claim.span.exact}
    return {**span, **{item.name: getattr(claim, item.name) for item in fields(Claim) if item.name != "span"}}


def _plain_reading(reading: Reading) -> dict[str, Any]:
    """Return a reading with text, zones and claims at the top."""
    plain = _unstructure_reading(reading)
    article = plain.pop("article")
    top = {"format": FORMAT, **{name: article.pop(name) for name in ("id", "text", "zones")}}
    made = [_plain_claim(claim) for claim in claims(reading)]
    return {**top, "claims": made, "article": article, **plain}


_converter = Converter(omit_if_default=True, detailed_validation=False)
_converter.register_unstructure_hook(Edtf, str)
_converter.register_structure_hook(Edtf, lambda text, _: Edtf(text))
_converter.register_unstructure_hook(Span, make_dict_unstructure_fn(Span, _converter, _cattrs_omit_if_default=True))
_converter.register_structure_hook(Span, _span)
_zone = override(rename="zone")
_converter.register_unstructure_hook(
    Zone, make_dict_unstructure_fn(Zone, _converter, _cattrs_omit_if_default=True, kind=_zone)
)
_converter.register_structure_hook(Zone, make_dict_structure_fn(Zone, _converter, kind=_zone))
_converter.register_unstructure_hook(Claim, _plain_claim)
_unstructure_reading = make_dict_unstructure_fn(Reading, _converter, _cattrs_omit_if_default=True)
_structure_reading = make_dict_structure_fn(Reading, _converter)
_converter.register_unstructure_hook(Reading, _plain_reading)
