"""The readable text of an entry: a line for each field, and where in it each cell stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from babel import Locale

from giaoluu.entries.fields import Field, answer_label, code_label, codes_of, fields_of, rows_of
from giaoluu.entries.words import ANSWERS, Cells, Rows

PARTED = " · "
"""What stands between the cells of one row of a list."""


@dataclass(slots=True)
class LaidOut:
    """A text with the place of each cell: `date`, `topics.0`, `participants.1.name`; and each line's offsets."""

    text: str = ""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    lines: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, name: str, parts: list[tuple[str, str]]) -> None:
        """Add a line of parts: (place or nothing, words)."""
        if self.text:
            self.text += "\n"
        start = len(self.text)
        for place, words in parts:
            if place:
                self.places[place] = (len(self.text), len(self.text) + len(words))
            self.text += words
        self.lines.append((start, len(self.text), name))


def laid_out(sort: str, language: str, cells: Cells, rows: Rows, other: tuple[tuple[str, str], ...] = ()) -> LaidOut:
    """Return the text of an entry in its language.

    >>> page = laid_out("activity", "vi", {"kind": "meeting/courtesy_call", "date": "?"}, {})
    >>> page.text, page.places["kind"]
    ('Loại hoạt động: Chào xã giao\\nThời gian: không rõ', (16, 28))
    """
    page = LaidOut()
    title = " ".join(cells.get("title", "").split())
    if sort == "activity" and title and title not in ANSWERS:
        page.add("title", [("title", title)])
    for one in fields_of(sort):
        if value := cells.get(one.name, ""):
            if one.name == "title" and title not in ANSWERS:
                continue
            page.add(one.name, [("", f"{one.called(language)}: "), *_value(one, one.name, value, language)])
    for many in rows_of(sort):
        for number, row in enumerate(rows.get(many.name, ())):
            parts = list(_row(many.columns, f"{many.name}.{number}", row, language))
            if parts:
                page.add(many.name, [("", f"{many.called(language)}: "), *parts])
    for header, value in other:
        if header and value:
            page.add("other", [("", f"{_flat(header)}: {_flat(value)}")])
    return page


def _row(columns: tuple[Field, ...], place: str, row: Cells, language: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of one row of a list."""
    begun = False
    for column in columns:
        if value := row.get(column.name, ""):
            if begun:
                yield "", PARTED
            begun = True
            yield from _value(column, f"{place}.{column.name}", value, language)


def _value(one: Field, place: str, value: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of one cell: codes in words, a list joined by semicolons with a place for each item."""
    if value in ANSWERS:
        yield "", answer_label(ANSWERS[value], language)
    elif one.type == "list":
        for number, item in enumerate(items_of(value)):
            if number:
                yield "", "; "
            yield f"{place}.{number}", item
    else:
        yield place, shown(one.type, value, language)


def items_of(value: str) -> list[str]:
    """Return the items of a list, one a line.

    >>> items_of("trade\\n\\neducation ")
    ['trade', 'education']
    """
    return [_flat(line) for line in value.split("\n") if line.strip()]


def shown(type_: str, value: str, language: str) -> str:
    """Return a cell as it is shown in a language: codes and countries in words, all on one line."""
    if codes_of(type_):
        return code_label(type_, value, language)
    if type_ == "country":
        return country_label(value, language)
    return _flat(value)


def country_label(code: str, language: str) -> str:
    """Return a country in words.

    >>> country_label("SE", "zh")
    '瑞典'
    """
    return str(Locale.parse(language).territories.get(code, code))


def _flat(text: str) -> str:
    return " ".join(text.split())
