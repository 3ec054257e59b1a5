"""What is wrong with an entry, each problem at its cell and in words; and what its dates mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from giaoluu.entries import Entry, Sort
from giaoluu.entries.facts import number_in, ordinal_in
from giaoluu.entries.fields import Field, codes_of, fields_of, rows_of
from giaoluu.entries.lines import country_label
from giaoluu.entries.words import ANSWERS, NOT_STATED, UNKNOWN
from giaoluu.mentions.dates_written import Answer, WrittenDate, written_date
from giaoluu.model.activities import Status
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import RegisterError

LONGEST_CELL = 20_000
MOST_ROWS = 500
AHEAD = frozenset({Status.PLANNED, Status.ANNOUNCED})
"""Where an activity stands that is still to come: its days without a year are the next ones."""

MESSAGES = {
    "needs": "this cannot be left empty",
    "date": "this is no date that can be read; write 5/3/2025, 03/2025, 2017-2023, 2025-03 or unknown",
    "number": "this is no number",
    "code": "this is not one of the list",
    "country": "this is no country; write its name, or two capital letters such as VN",
    "time": "write a time of day such as 14:30",
    "long": "this is too long",
    "rows": "this list has too many rows",
    "names": "write who or which body it was",
}
"""Code of a problem → what it says."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place of an entry (`date`, `said.0.act`): a code of `MESSAGES`, and what was written."""

    place: str
    code: str
    value: str = ""

    def __str__(self) -> str:
        shown = f" {self.value[:60]!r}" if self.value else ""
        return f"{self.place}{shown}: {MESSAGES[self.code]}"


class EntryError(RegisterError):
    """An entry that cannot be saved as it is; `problems` say where and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def checked(entry: Entry, today: Edtf) -> Entry:
    """Return an entry with its dates understood; EntryError with every problem where it cannot be saved.

    >>> entry = Entry("entry-1", Sort.ACTIVITY, "vi", {"kind": "meeting", "date": "khoảng tháng 3/2024"})
    >>> checked(entry, Edtf("2026-11-22")).dates
    {'date': '2024-03~'}
    """
    problems = [*_missing(entry)]
    dates: dict[str, str] = {}
    cells = dict(entry.cells)
    for field, place, value in _cells(entry):
        if value in ANSWERS:
            continue
        if len(value) > LONGEST_CELL:
            problems.append(Problem(place, "long"))
        elif field.type == "date":
            understood = understood_date(value, entry, today)
            if understood.edtf is not None:
                dates[place] = str(understood.edtf)
            elif place == field.name and understood.answer in {Answer.UNKNOWN, Answer.NOT_STATED}:
                cells[place] = UNKNOWN if understood.answer is Answer.UNKNOWN else NOT_STATED
            else:
                problems.append(Problem(place, "date", value))
        elif code := _problem(field, value):
            problems.append(Problem(place, code, value))
    problems += [Problem(name, "rows") for name, rows in entry.rows.items() if len(rows) > MOST_ROWS]
    if problems:
        raise EntryError(tuple(problems))
    return replace(entry, cells=cells, dates=dates)


def understood_date(value: str, entry: Entry, today: Edtf) -> WrittenDate:
    """Return how a written date is understood; those of plans are ahead."""
    prefer: Literal["past", "future"] = "future" if entry.cells.get("status") in AHEAD else "past"
    return written_date(value, [entry.language], today, prefer=prefer)


def _missing(entry: Entry) -> Iterator[Problem]:
    """Yield what an entry cannot be without."""
    needed = "kind" if entry.sort is Sort.ACTIVITY else "name"
    if entry.cells.get(needed, "") in {"", *ANSWERS}:
        yield Problem(needed, "needs")
    if entry.sort is Sort.TERM and not entry.cells.get("body"):
        yield Problem("body", "needs")
    for number, row in enumerate(entry.rows.get("participants", ())):
        if any(row.values()) and not (row.get("name") or row.get("body")):
            yield Problem(f"participants.{number}.name", "names")
    for number, row in enumerate(entry.rows.get("said", ())):
        for name in ("act", "text"):
            if any(row.values()) and not row.get(name):
                yield Problem(f"said.{number}.{name}", "needs")
    for number, row in enumerate(entry.rows.get("posts", ())):
        if any(row.values()) and not row.get("post"):
            yield Problem(f"posts.{number}.post", "needs")


def _cells(entry: Entry) -> Iterator[tuple[Field, str, str]]:
    """Yield every cell that was filled in, with its field and place."""
    for field in fields_of(entry.sort):
        if value := entry.cells.get(field.name, ""):
            yield field, field.name, value
    for many in rows_of(entry.sort):
        for number, row in enumerate(entry.rows.get(many.name, ())):
            for field in many.columns:
                if value := row.get(field.name, ""):
                    yield field, f"{many.name}.{number}.{field.name}", value


def _problem(field: Field, value: str) -> str:
    """Return the code of what is wrong with a cell, or nothing."""
    if field.name == "edition":
        return "" if ordinal_in(value) is not None else "number"
    if field.type == "number":
        return "" if number_in(value) is not None else "number"
    if field.type == "time":
        hour, _, minute = value.partition(":")
        is_time = hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60
        return "" if is_time else "time"
    if field.type == "country":
        return "" if len(value) == 2 and value.isupper() and country_label(value, "en") != value else "country"
    codes = codes_of(field.type)
    return "code" if codes and value not in codes else ""
