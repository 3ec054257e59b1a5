"""One box over activities, people, bodies, statements and articles: words in any script, and filters.

Both stores are asked the same: the words of a query, other forms of the names in it, and the marks of filters.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models.expressions import RawSQL

from giaoluu.model.edtf import Edtf
from giaoluu.register.asking import Query, both, marks, query_of
from giaoluu.register.called import MOST_LOOKED_AT, People, called_so
from giaoluu.register.marks import AGES, MOST_YEARS, mark, years
from giaoluu.register.models import SearchRow
from giaoluu.register.word_index import Clause, rows

SORTS = ("activity", "person", "body", "statement", "article")
"""What can be found."""

MOST = 1000
"""Results of a search that are put in order and counted: the last ones taken in."""

LISTED = 2000
"""Rows of a list that holds some words: the last ones taken in."""

FACETS = ("sort", "kind", "country", "year", "language")
"""What results can be narrowed by."""


UNSEEN = ("folded", "credit", "exchange_reason", "page")
"""Texts of an article that no list of results shows."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty field asks for nothing. `since` and `until` are dates (EDTF) of any grain."""

    text: str = ""
    sort: str = ""
    kind: str = ""
    country: str = ""
    year: str = ""
    language: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Found:
    """What was found: numbers of rows, the newest day first behind whoever is called so.

    `capped` says that there is more than is counted.
    """

    numbers: tuple[int, ...]
    capped: bool
    query: Query
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """For each facet its values with the number of results, the most frequent first."""

    def rows(self, start: int, end: int) -> list[SearchRow]:
        """Return some of the rows in order; one that was taken away meanwhile is left out."""
        wanted = self.numbers[start:end]
        rows = SearchRow.objects.select_related("article").defer("marks", *(f"article__{name}" for name in UNSEEN))
        by_number = rows.in_bulk(wanted)
        return [by_number[number] for number in wanted if number in by_number]

    @cached_property
    def total(self) -> int:
        """How many results are counted."""
        return len(self.numbers)


def search(wanted: Wanted) -> Found:
    """Return what holds all words of a query and lies within its filters; nothing for a query without either.

    Where the words are a name, those who are called so come first, each person once, then all the rest by its day.
    Raises EdtfError for a `since` or `until` that is no date.
    """
    query = query_of(wanted.text)
    asked = both(query.asked, *(marks(mark(name, getattr(wanted, name))) for name in FACETS if getattr(wanted, name)))
    since, until = _range(wanted)
    within = years(since, until) if since and until and until.year - since.year < MOST_YEARS else []
    asked = both(asked, marks(*within, AGES) if within else None)
    if (wanted.text.strip() and query.asked is None) or asked is None:
        return Found((), capped=False, query=query)
    days = _days(since, until)
    found = rows(asked, MOST + 1, days, COLUMNS, sort=wanted.sort)
    capped = len(found) > MOST
    found = sorted(found, reverse=True)[:MOST]
    found.sort(key=lambda row: row[1], reverse=True)

    people = [(row[8], row[0]) for row in sorted(found, reverse=True) if row[2] == "person"][:MOST_LOOKED_AT]
    of_people = both(asked, marks(mark("sort", "person"))) if capped and len(people) < MOST_LOOKED_AT else None

    def others() -> People:
        return rows(of_people, MOST_LOOKED_AT, days, ("row", "id"), sort="person") if of_people else people

    first = called_so(wanted.text, query, people, others if capped else None) if found else []
    numbers = dict.fromkeys([*first, *(row[0] for row in found)])
    return Found(tuple(numbers)[:MOST], capped=capped, query=query, facets=_facets(found))


COLUMNS = ("id", "day", "sort", "kind", "countries", "language", "earliest", "latest", "row")
"""What is asked of each result: enough to put them in order and to count them."""


def _facets(found: list[tuple[Any, ...]]) -> dict[str, list[tuple[str, int]]]:
    """Return the values of each filter with the number of rows that have it."""
    _, _, sorts, kinds, countries, languages, firsts, lasts, _ = zip(*found, strict=True) if found else ((),) * 9
    by_year: Counter[str] = Counter()
    year_of = {day: str(day)[:4] for day in {*firsts, *lasts} if day}
    for (first, last), count in Counter(zip(map(year_of.get, firsts), map(year_of.get, lasts), strict=True)).items():
        by_year[first if first and first == last else ""] += count
    by_country: Counter[str] = Counter()
    for codes, count in Counter(countries).items():
        for code in set(codes.split()):
            by_country[code] += count
    counts = {"sort": Counter(sorts), "kind": Counter(kinds), "country": by_country}
    counts |= {"year": by_year, "language": Counter(languages)}
    facets = {name: [pair for pair in count.most_common() if pair[0]] for name, count in counts.items()}
    facets["year"].sort(reverse=True)
    return {name: values for name, values in facets.items() if values}


def matching(text: str, sort: str) -> RawSQL:
    """Return the numbers of the rows of one sort that hold the words of a query, the last ones taken in.

    The index of words is asked once, however often a list asks for the numbers: to count them, to page them.
    """
    query = query_of(text)
    asked = both(query.asked, marks(mark("sort", sort))) if query.asked else None
    return numbers(row for (row,) in rows(asked, LISTED, ("", []), ("row",), sort=sort)) if asked else numbers(())


def numbers(of: Iterable[int]) -> RawSQL:
    """Return numbers as a list in SQL: thousands of them as values would take Django longer than the question."""
    return RawSQL(",".join(map(str, map(int, of))) or "NULL", [])


def _range(wanted: Wanted) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day that are asked for."""
    since = Edtf(wanted.since).earliest if wanted.since else None
    return since, Edtf(wanted.until).latest if wanted.until else None


def _days(since: datetime.date | None, until: datetime.date | None) -> Clause:
    """Return the condition on days: what may have been within them."""
    asked = [(f"row.{column} %s", day) for column, day in (("latest >=", since), ("earliest <=", until)) if day]
    return " AND ".join(part for part, _ in asked), [str(day) for _, day in asked]
