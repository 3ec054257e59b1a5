"""Which field each column of a sheet is: proposed by its header in four languages, and remembered once confirmed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from rapidfuzz import fuzz, process

from giaoluu.entries.fields import LANGUAGES, Field, RowField, fields_of, rows_of, sheet_words
from giaoluu.register.folding import fold

INDEX = "index"
"""The column of running numbers: never a fact, written anew on export."""

UNTIL = "until"
"""The column of last days: with that of first days it is one date, as an entry has it."""

LIKE_ENOUGH = 86
"""Least likeness (0 to 100) of a header to a known one for it to be proposed."""

_PARENTHESES = re.compile(r"\([^)]*\)|\uff08[^\uff09]*\uff09")
_SIGNS = re.compile(r"[^\w/\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the columns of a sheet are taken for: a field for each header (or nothing), and the language of most."""

    columns: tuple[str, ...]
    language: str


def layout_key(headers: Sequence[str]) -> str:
    """Return what the headers of a sheet are known by: case, marks and punctuation do not matter.

    >>> layout_key(("STT", "Tên đoàn")) == layout_key(("stt", "TÊN ĐOÀN :"))
    True
    """
    return sha256("\n".join(bare(header) for header in headers).encode()).hexdigest()


def propose(headers: Sequence[str]) -> Proposal:
    """Return which field each header names; the surest first, each field once, unknown ones none.

    >>> propose(("STT", "Tên đoàn", "Trưởng đoàn", "Chức vụ", "Ghi chú riêng của phòng", "Nuoc"))
    Proposal(columns=('index', 'delegation', 'head', 'head_post', '', 'country'), language='vi')
    >>> propose(("Ngày đến", "Ngày đi")).columns, propose(("Ngày đi", "Ngày về")).columns
    (('date', 'until'), ('date', 'until'))
    """
    scored = sorted(
        ((score, -place, place, field, language) for place, header in enumerate(headers)
         for score, field, language in _candidates(header)),
        reverse=True,
    )  # fmt: skip
    columns = [""] * len(headers)
    votes = dict.fromkeys(LANGUAGES, 0)
    for _, _, place, field, language in scored:
        if not columns[place] and field not in columns:
            columns[place] = field
            if language:
                votes[language] += 1
    return Proposal(tuple(columns), max(LANGUAGES, key=lambda one: votes[one]))


def recognised(header: str) -> str:
    """Return the field that a header names beyond doubt, or nothing."""
    known = _known().get(bare(header)) or _known().get(bare(_PARENTHESES.sub("", header)))
    return known[0] if known else ""


def bare(header: str) -> str:
    """Return a header as it is compared."""
    return " ".join(_SIGNS.sub(" ", fold(header)).split())


def sheet_fields() -> dict[str, Field | RowField]:
    """Return every field that a column can be, by name."""
    found: dict[str, Field | RowField] = {}
    for field in (*fields_of("activity"), *fields_of("internal")):
        found[field.name] = field
    for many in rows_of("activity"):
        if many.headers:
            found[many.name] = many
    return found


def _candidates(header: str) -> list[tuple[float, str, str]]:
    """Return the fields that a header may name, with likeness and language."""
    forms = dict.fromkeys(
        form for part in (header, _PARENTHESES.sub("", header), *reversed(header.split(" / "))) if (form := bare(part))
    )
    found = [(100.0 - turn, *_known()[form]) for turn, form in enumerate(forms) if form in _known()]
    if any(form in _leaving() for form in forms):
        found += [(99.5, UNTIL, ""), (99.0, "date", "")]
    if found:
        return found
    near = [
        (score - turn, *_known()[name])
        for turn, form in enumerate(forms)
        if len(form) > 3
        for name, score, _ in process.extract(
            form, list(_known()), scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_ENOUGH, limit=3
        )
    ]
    return near


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Return every known header with its field and language; labels before other names."""
    found: dict[str, tuple[str, str]] = {}
    for word in sheet_words(INDEX):
        found.setdefault(bare(word), (INDEX, ""))
    for word in sheet_words(UNTIL):
        found.setdefault(bare(word), (UNTIL, ""))
    every = sheet_fields()
    for name, field in every.items():
        for language, words in field.label.items():
            found.setdefault(bare(words), (name, language))
    for name, field in every.items():
        for language, headers in (field.headers or {}).items():
            for words in headers:
                found.setdefault(bare(words), (name, language))
    return found


@cache
def _leaving() -> frozenset[str]:
    return frozenset(map(bare, sheet_words("leaving")))
