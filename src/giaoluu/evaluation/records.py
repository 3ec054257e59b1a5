"""The two things that are compared: the golden record of a document, and what a reader said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from giaoluu.evaluation.words import COUNTRIES, country_code

Raw = Mapping[str, Any]
"""A record as JSON, YAML or TOML says it."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place: its names from fine to coarse, and its country."""

    names: tuple[str, ...] = ()
    country: str | None = None
    other_country: str | None = None

    @property
    def any_country(self) -> str | None:
        """Return the country, or the first of the names that is a country's."""
        known = set(COUNTRIES.values())
        return self.country or next((code for code in map(country_code, self.names) if code in known), None)


@dataclass(frozen=True, slots=True)
class Party:
    """A person, or a body where no name is given. `countries` are all that are right."""

    name: str | None = None
    other_names: tuple[str, ...] = ()
    post: str | None = None
    other_posts: tuple[str, ...] = ()
    body: str | None = None
    countries: frozenset[str] = frozenset()
    identity: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """An activity. `other_kinds` and `other_dates` are right too; `dateless` says that no date is right too."""

    kind: str | None
    other_kinds: tuple[str, ...] = ()
    date: str | None = None
    other_dates: tuple[str, ...] = ()
    dateless: bool = False
    site: Site | None = None
    parties: tuple[Party, ...] = ()
    main: bool = True
    event: str | None = None

    @property
    def kinds(self) -> frozenset[str]:
        """Return all kinds that are right."""
        return frozenset(kind for kind in (self.kind, *self.other_kinds) if kind)


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement: who, what act, and the words; offsets count code points of the document's text."""

    speakers: tuple[str, ...]
    act: str | None
    words: str | None
    other_acts: tuple[str, ...] = ()
    country: str | None = None
    start: int | None = None
    end: int | None = None

    def allows(self, act: str | None) -> bool:
        """Say whether an act is right for this golden statement."""
        return act == self.act or act in self.other_acts


@dataclass(frozen=True, slots=True)
class Record:
    """All of one document. The last four fields only a golden record has."""

    id: str
    is_exchange: bool
    deeds: tuple[Deed, ...] = ()
    sayings: tuple[Saying, ...] = ()
    further: tuple[Party, ...] = ()
    language: str = ""
    borderline: bool = False
    complete: bool = True
    neutral: tuple[str, ...] = ()


def golden_record(raw: Raw) -> Record:
    """Return the golden record of one document.

    >>> golden_record({"id": "a", "lang": "vi", "is_exchange": False, "activities": []}).language
    'vi'
    """
    return Record(
        id=str(raw["id"]),
        language=str(raw["lang"]),
        is_exchange=bool(raw["is_exchange"]),
        deeds=tuple(_deed(one) for one in raw.get("activities") or ()),
        sayings=tuple(_golden_saying(one) for one in raw.get("statements") or ()),
        borderline=bool(raw.get("borderline")),
        complete=bool(raw.get("statements_complete")),
        neutral=_texts(raw.get("neutral")),
    )


def predicted_record(raw: Raw) -> Record:
    """Return what a reader said, from one object of `giaoluu read --format record`.

    >>> predicted_record({"id": "a", "activities": [{"kind": "meeting"}]}).is_exchange
    True
    """
    deeds = tuple(_deed(one) for one in raw.get("activities") or ())
    return Record(
        id=str(raw["id"]),
        is_exchange=bool(raw.get("is_exchange", bool(deeds))),
        deeds=deeds,
        sayings=tuple(_predicted_saying(one) for one in raw.get("statements") or ()),
        further=tuple(_party(one) for one in raw.get("participants") or ()),
    )


def _deed(raw: Raw) -> Deed:
    """Return one activity; an empty string among the other dates means that none is right too, as TOML has no null."""
    others = raw.get("date_alt") or ()
    return Deed(
        kind=_text(raw.get("kind")),
        other_kinds=_texts(raw.get("alt")),
        date=_text(raw.get("date")),
        other_dates=_texts(others),
        dateless=any(not one for one in others) if isinstance(others, list | tuple) else False,
        site=_site(raw.get("place")),
        parties=tuple(_party(one) for one in raw.get("participants") or ()),
        main=bool(raw.get("main", True)),
        event=_text(raw.get("event") or raw.get("event_id")),
    )


def _site(raw: Any) -> Site | None:
    """Return a place given as a name or as an object; None where it says nothing at all."""
    if isinstance(raw, str):
        return Site((raw,)) if raw else None
    if not isinstance(raw, Mapping) or not raw:
        return None
    names = (raw.get("name"), raw.get("city"), *_texts(raw.get("name_alt")), *_texts(raw.get("city_alt")))
    other = raw.get("country_alt")
    return Site(
        names=tuple(str(name) for name in names if name),
        country=country_code(raw.get("country")),
        other_country=country_code(other) if isinstance(other, str) else None,
    )


def _party(raw: Raw) -> Party:
    """Return one participant."""
    countries = (raw.get("country"), *_texts(raw.get("country_alt")))
    return Party(
        name=_text(raw.get("name")),
        other_names=_texts(raw.get("aka")),
        post=_text(raw.get("post")),
        other_posts=_texts(raw.get("post_alt")),
        body=_text(raw.get("org")),
        countries=frozenset(code for code in map(country_code, countries) if code),
        identity=_text(raw.get("ent") or raw.get("entity_id")),
        optional=bool(raw.get("opt")),
    )


def _golden_saying(raw: Raw) -> Saying:
    """Return one golden statement; several sides (both of them) give no country."""
    side = raw.get("side")
    return Saying(
        speakers=(str(raw["speaker"]),),
        act=str(raw["type"]),
        other_acts=_texts(raw.get("alt")),
        words=str(raw["quote"]),
        country=side if isinstance(side, str) else None,
    )


def _predicted_saying(raw: Raw) -> Saying:
    """Return one statement of a reader."""
    start, end = raw.get("start"), raw.get("end")
    return Saying(
        speakers=_texts(raw.get("speaker")),
        act=_text(raw.get("type")),
        words=_text(raw.get("evidence")),
        country=_text(raw.get("country")),
        start=None if start is None else int(start),
        end=None if end is None else int(end),
    )


def _text(value: Any) -> str | None:
    """Return a value as text; None where it is missing or empty."""
    return str(value) if value else None


def _texts(value: Any) -> tuple[str, ...]:
    """Return one text or a list of texts as a tuple without the empty ones."""
    if value is None or isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, Iterable):
        return tuple(str(one) for one in value if one)
    return (str(value),)
