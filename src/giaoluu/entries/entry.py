"""An entry: cells and lists of cells that a person filled in, as the bytes of a capture."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from giaoluu.entries.lines import laid_out
from giaoluu.entries.words import Cells, Rows
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import SourceError

FORMAT = "giaoluu.entry/1"
"""The shape of a written entry; a change that old programs cannot read takes the next number."""

BY_HAND = "entry"
"""The rule of what a person entered in a form; from a sheet it is `sheet:NAME row N`."""

PREFIX = "entry-"
"""What the id of every entry begins with."""


class Sort(StrEnum):
    """What an entry tells of."""

    ACTIVITY = "activity"
    PERSON = "person"
    BODY = "body"
    SERIES = "series"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person filled in. A cell is a text; `?` says unknown, `-` not stated; one that is missing was not asked.

    `dates` holds the EDTF of each written date by its place (`date`, `said.0.due`); it is found when the entry is
    saved, so that the entry means the same ever after. `other` are columns of a sheet that no field takes.
    """

    id: str
    sort: Sort
    language: str
    cells: Cells = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)
    dates: Cells = field(default_factory=dict)
    other: tuple[tuple[str, str], ...] = ()
    origin: str = BY_HAND
    who: str = ""
    when: str = ""
    withdrawn: bool = False

    def same_as(self, other: "Entry") -> bool:
        """Say whether two entries tell the same, whoever saved them when, and wherever in a sheet it stood."""
        told = replace(other, who=self.who, when=self.when, origin=self.origin, id=self.id, language=self.language)
        return _plain(self) == _plain(told)


def tidy(cells: Mapping[str, str]) -> dict[str, str]:
    """Return cells without empty ones, NFC and without outer space, in the order of their names.

    >>> tidy({"title": " Hue ", "date": ""})
    {'title': 'Hue'}
    """
    clean = {name: unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip() for name, value in cells.items()}
    return {name: clean[name] for name in sorted(clean) if clean[name]}


def capture_of_entry(entry: Entry) -> Capture:
    """Return the capture of an entry: its bytes are canonical JSON, its text a line for each field.

    >>> capture_of_entry(Entry("entry-1", Sort.TERM, "en", {"name": "VI", "date": "2017/2023"})).text
    'Term: VI\\nFrom – to: 2017/2023'
    """
    content = json.dumps(_plain(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return Capture(
        entry.id,
        content,
        sha256(content).hexdigest(),
        laid_out(entry.sort, entry.language, entry.cells, entry.rows, entry.other).text,
        MediaType.ENTRY,
        "utf-8",
        name=f"{entry.id}.json",
        fetched=entry.when or None,
    )


def entry_of(content: bytes) -> Entry:
    """Return the entry that stands in bytes. Raises SourceError where there is none."""
    try:
        plain = json.loads(content)
        if plain.get("format") != FORMAT:
            raise SourceError(f"not an entry of format {FORMAT!r}: open it with the version of giaoluu that wrote it")
        told = {name: plain[name] for name in ("id", "language", "origin", "who", "when", "withdrawn") if name in plain}
        rows = {name: tuple(rows) for name, rows in plain.get("rows", {}).items()}
        other = tuple((str(header), str(value)) for header, value in plain.get("other", ()))
        cells, dates = plain.get("cells", {}), plain.get("dates", {})
        return Entry(sort=Sort(plain["sort"]), cells=cells, rows=rows, dates=dates, other=other, **told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(f"the entry is damaged ({error!r}): restore it from a backup") from error


def _plain(entry: Entry) -> dict[str, Any]:
    """Return an entry as JSON holds it; what is empty is left out."""
    rows = {name: [tidy(row) for row in rows if tidy(row)] for name, rows in entry.rows.items()}
    plain = {
        "format": FORMAT,
        "id": entry.id,
        "sort": str(entry.sort),
        "language": entry.language,
        "cells": tidy(entry.cells),
        "rows": {name: told for name, told in rows.items() if told},
        "dates": tidy(entry.dates),
        "other": [list(pair) for pair in entry.other],
        "origin": entry.origin,
        "who": entry.who,
        "when": entry.when,
        "withdrawn": entry.withdrawn,
    }
    return {name: value for name, value in plain.items() if value not in ({}, [], "", False)}
