"""What filters ask of the index of words, as words that no text holds."""

import datetime
import re
from functools import lru_cache
from typing import Any

FRONT = "zz"
"""How a mark begins; the letter behind it says what is marked."""

LETTERS = {"sort": "s", "kind": "k", "country": "c", "language": "l", "year": "y"}
MOST_YEARS = 30
"""More years than these have one mark together."""

AGES = "zzyages"
"""The mark of a row that spans so many years."""

Days = tuple[datetime.date | None, datetime.date | None]
"""The first and the last day on which something may have been."""

_SPLIT = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 12)
def mark(what: str, value: str) -> str:
    """Return the word that stands for a value.

    >>> mark("kind", "phone_call"), mark("country", "VN")
    ('zzkphonecall', 'zzcvn')
    """
    return FRONT + LETTERS[what] + _SPLIT.sub("", value).lower()


def marks_of(row: Any) -> str:
    """Return the marks of a row of search, as the index takes them."""
    return marks(row.sort, row.kind, row.countries, row.language, (row.earliest, row.latest))


@lru_cache(maxsize=1 << 14)
def marks(sort: str, kind: str, countries: str, language: str, days: Days) -> str:
    """Return the marks of what a row of search is, where, in which language and when.

    >>> marks("person", "", "SE VN", "sv", (None, None))
    'zzsperson zzcse zzcvn zzlsv'
    """
    found = [mark("sort", sort)]
    found += [mark("kind", kind)] if kind else []
    found += [mark("country", code) for code in countries.split()]
    found += [mark("language", language)] if language else []
    return " ".join([*found, *years(*days)])


def years(earliest: datetime.date | None, latest: datetime.date | None) -> list[str]:
    """Return the marks of the years from one day to another: one for too many, none where an end is open.

    >>> years(datetime.date(2023, 12, 1), datetime.date(2024, 1, 31))
    ['zzy2023', 'zzy2024']
    """
    if earliest is None or latest is None:
        return []
    if latest.year - earliest.year >= MOST_YEARS:
        return [AGES]
    return [f"{FRONT}{LETTERS['year']}{year}" for year in range(earliest.year, latest.year + 1)]
