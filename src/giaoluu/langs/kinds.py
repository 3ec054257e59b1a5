"""The closed list of kinds of activity, with modes, labels and the codes of other schemes (langs/kinds.toml).

>>> kind("meeting").modes["courtesy_call"].label["sv"]
'Artighetsbesök'
>>> kind_of_mode("courtesy_call").name
'meeting'
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from giaoluu.model.errors import UnknownKindError

Label = Mapping[str, str]
"""Language → words."""


class Quality(StrEnum):
    """How well a code of another scheme says what a kind says (`mapping_quality` in exports)."""

    EXACT = "exact"
    BROAD = "broad"
    NONE = "none"


class Importance(StrEnum):
    """What a language pack without a trigger for this kind is."""

    REQUIRED = "required"
    USABLE = "usable"
    COMPLETE = "complete"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code, and the one for the same activity while it is only announced; "" where there is none."""

    code: str
    quality: Quality
    planned: str = ""


@dataclass(frozen=True, slots=True)
class Plover:
    """A PLOVER event and mode; "" where there is none."""

    event: str
    quality: Quality
    mode: str = ""


@dataclass(frozen=True, slots=True)
class SchemaOrg:
    """A subtype of schema.org/Event."""

    type: str
    quality: Quality


@dataclass(frozen=True, slots=True)
class Ical:
    """A value of CATEGORIES in a calendar."""

    category: str
    quality: Quality


@dataclass(frozen=True, slots=True)
class Codes:
    """What other schemes call a kind or mode."""

    cameo: Cameo
    plover: Plover
    schema_org: SchemaOrg
    ical: Ical


@dataclass(frozen=True, slots=True)
class Group:
    """A family of kinds."""

    name: str
    label: Label


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer way in which a kind takes place."""

    name: str
    kind: str
    label: Label
    codes: Codes


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of the closed list."""

    name: str
    group: str
    importance: Importance
    label: Label
    definition: str
    codes: Codes
    modes: Mapping[str, Mode]


@cache
def kinds() -> Mapping[str, Kind]:
    """Return all kinds by name, in the order of kinds.toml.

    >>> [name for name, kind in kinds().items() if kind.group == "culture"]
    ['festival', 'exhibition', 'performance']
    """
    return MappingProxyType({name: _kind(name, entry) for name, entry in _content()["kind"].items()})


@cache
def groups() -> Mapping[str, Group]:
    """Return the groups of kinds by name."""
    return MappingProxyType({name: Group(name, entry["label"]) for name, entry in _content()["group"].items()})


def kind(name: str) -> Kind:
    """Return a kind. Raises UnknownKindError for a word that is not in the closed list."""
    if name not in kinds():
        raise UnknownKindError(f"no kind {name!r}; use one of {', '.join(kinds())} (langs/kinds.toml)")
    return kinds()[name]


def kind_of_mode(mode: str) -> Kind:
    """Return the kind that a mode belongs to. Raises UnknownKindError for a mode that no kind has."""
    if mode not in _kind_names_of_modes():
        raise UnknownKindError(f"no mode {mode!r}; use one of {', '.join(_kind_names_of_modes())} (langs/kinds.toml)")
    return kinds()[_kind_names_of_modes()[mode]]


def codes_of(kind_name: str, mode: str | None = None) -> Codes:
    """Return the codes of a mode or, where it is None, of its kind.

    >>> codes_of("visit").cameo
    Cameo(code='042', quality=<Quality.EXACT: 'exact'>, planned='036')
    >>> codes_of("visit", "delegation_in").cameo.code
    '043'
    """
    found = kind(kind_name)
    if mode is None:
        return found.codes
    if mode not in found.modes:
        raise UnknownKindError(f"kind {kind_name!r} has no mode {mode!r}; use one of {', '.join(found.modes)} or none")
    return found.modes[mode].codes


@cache
def _kind_names_of_modes() -> Mapping[str, str]:
    return {mode: name for name, kind in kinds().items() for mode in kind.modes}


@cache
def _content() -> Mapping[str, Any]:
    text = (resources.files("giaoluu.langs") / "kinds.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    codes = _codes(entry)
    modes = {
        mode: Mode(mode, name, given["label"], _codes(given, inherited=codes))
        for mode, given in entry.get("modes", {}).items()
    }
    return Kind(
        name=name,
        group=entry["group"],
        importance=Importance(entry["importance"]),
        label=entry["label"],
        definition=entry["definition"],
        codes=codes,
        modes=MappingProxyType(modes),
    )


def _codes(entry: Mapping[str, Any], *, inherited: Codes | None = None) -> Codes:
    """Return the codes that an entry gives; a mode takes the rest from its kind, at best as broad."""
    schemes: dict[str, Any] = {"cameo": Cameo, "plover": Plover, "schema_org": SchemaOrg, "ical": Ical}
    found: dict[str, Any] = {}
    for scheme, of_scheme in schemes.items():
        given = entry.get(scheme)
        if given is not None:
            found[scheme] = of_scheme(**{**given, "quality": Quality(given["quality"])})
        else:
            found[scheme] = _broadened(getattr(inherited, scheme))
    return Codes(**found)


def _broadened(code: Any) -> Any:
    """Return a kind's code for one of its modes: it can no longer say the same."""
    if code.quality is not Quality.EXACT:
        return code
    fields = {name: getattr(code, name) for name in code.__slots__}
    return type(code)(**{**fields, "quality": Quality.BROAD})
