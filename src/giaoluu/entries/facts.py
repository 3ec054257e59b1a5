"""The cells of one entry as cited values: each with the words that it rests on in the entry's text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from giaoluu.entries.entry import BY_HAND, Entry
from giaoluu.entries.lines import LaidOut
from giaoluu.entries.words import told
from giaoluu.langs.numerals import roman
from giaoluu.model.edtf import Edtf
from giaoluu.model.spans import Cited, Span

T = TypeVar("T")
LONGEST_RULE = 120
_NUMBER = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Facts:
    """An entry with its text."""

    entry: Entry
    page: LaidOut

    @property
    def rule(self) -> str:
        """The rule that every fact of the entry carries: by hand, or the sheet and row."""
        return self.entry.origin[:LONGEST_RULE]

    @property
    def is_by_hand(self) -> bool:
        """Say whether the entry was filled in by hand and not taken from a sheet."""
        return self.entry.origin == BY_HAND

    def span(self, place: str) -> Span | None:
        """Return where a cell stands in the text, or None where it holds no value."""
        found = self.page.places.get(place)
        return Span.of(self.page.text, *found) if found and found[0] < found[1] else None

    def words(self, place: str) -> str:
        """Return the words of a cell as the text prints them, or nothing."""
        span = self.span(place)
        return span.exact if span else ""

    def value(self, name: str) -> str:
        """Return what was filled in at the top of the entry; an answer without a value is none."""
        return told(self.entry.cells.get(name, ""))

    def row(self, many: str, number: int, name: str) -> str:
        """Return what was filled in in a list."""
        return told(self.entry.rows[many][number].get(name, ""))

    def cite(self, value: T, place: str) -> Cited[T]:
        """Return a value cited from a cell that is there."""
        span = self.span(place)
        assert span is not None
        return Cited(value, span, self.rule)

    def cited(self, place: str) -> Cited[str] | None:
        """Return the words of a cell cited, or None."""
        return self.cite(words, place) if (words := self.words(place)) else None

    def items(self, name: str) -> tuple[Cited[str], ...]:
        """Return the items of a list that is one cell."""
        found: list[Cited[str]] = []
        while words := self.words(f"{name}.{len(found)}"):
            found.append(self.cite(words, f"{name}.{len(found)}"))
        return tuple(found)

    def date(self, place: str) -> Cited[Edtf] | None:
        """Return the date of a cell as it was understood when the entry was saved."""
        text = self.entry.dates.get(place, "")
        return self.cite(Edtf(text), place) if text and self.span(place) else None

    def edtfs(self) -> Iterator[tuple[str, Edtf]]:
        """Yield every place of a date with its date."""
        yield from ((place, Edtf(text)) for place, text in self.entry.dates.items())

    def number(self, place: str) -> float | None:
        """Return the number of a cell, or None."""
        return number_in(self.words(place))

    def ordinal(self, place: str) -> int | None:
        """Return which one of a row a cell says: the twelfth forum, term XII."""
        return ordinal_in(self.words(place))


def ordinal_in(text: str) -> int | None:
    """Return which one of a row is meant, in figures or in Roman ones.

    >>> ordinal_in("12"), ordinal_in("lần thứ XII"), ordinal_in("khóa VI (mới)"), ordinal_in("hai")
    (12, 12, 6, None)
    """
    if (number := number_in(text)) is not None:
        return int(number)
    capitals = (word for word in re.findall(r"\w+", text) if word.isascii() and word.isupper())
    found = {value for word in capitals if (value := roman(word.lower()))}
    return found.pop() if len(found) == 1 else None


def number_in(text: str) -> float | None:
    """Return the number that a cell holds, with or without a unit; None where there is none, or several.

    >>> number_in("12 người"), number_in("1.200"), number_in("2,5 ngày"), number_in("5-7")
    (12.0, 1200.0, 2.5, None)
    """
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    plain = found[0]
    if re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})+", plain):
        return float(re.sub(r"\D", "", plain))
    return float(plain.replace(",", "."))
