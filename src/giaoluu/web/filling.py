"""What a person fills in beside the cells of a page that was pasted: fields left open, and who else took part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from giaoluu.entries import Entry, Sort
from giaoluu.entries.fields import Field, fields_of, rows_of
from giaoluu.register.entries import Problem
from giaoluu.web.entering import Box, Marks, box_of, entry_language, typed

OPEN = ("date", "place")
"""Fields that are asked for beside what the page states, where it does not state them."""

FURTHER = ("time", "title", "outcome")
"""Fields that are offered behind them."""

ROWS = 3
"""Rows for people and bodies that are offered at once."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What can be filled in of one activity: its open fields, further ones, and rows of who else took part."""

    open: tuple[Box, ...]
    further: tuple[Box, ...]
    rows: tuple[tuple[Box, ...], ...]

    @property
    def is_used(self) -> bool:
        """Whether anything stands in what is folded away."""
        every = (*self.further, *(box for row in self.rows for box in row))
        return any(box.value or box.error for box in every)


def filled_in(local: str, data: Mapping[str, str]) -> Entry:
    """Return what a form sent back for an activity, as an entry without a kind; empty where nothing was filled in."""
    prefix = f"f.{local}."
    mine = {name.removeprefix(prefix): value for name, value in data.items() if name.startswith(prefix)}
    entry = typed(mine, id_="", sort=Sort.ACTIVITY, language=entry_language())
    asked = {name: value for name, value in entry.cells.items() if name in {*OPEN, *FURTHER}}
    rows = entry.rows.get("participants", ())
    return replace(entry, cells=asked, rows={"participants": rows} if rows else {})


def filling_of(local: str, entry: Entry | None, told: Iterable[str], problems: Iterable[Problem] = ()) -> Filling:
    """Return the fields to be filled in of an activity; `told` are those that the page states."""
    entry = entry or Entry("", Sort.ACTIVITY, entry_language())
    marks = Marks({problem.place: problem for problem in problems})
    stated = set(told) - set(entry.cells)
    fields = {field.name: field for field in fields_of(Sort.ACTIVITY)}
    columns = next(many.columns for many in rows_of(Sort.ACTIVITY) if many.name == "participants")

    def box(field: Field, place: str, value: str) -> Box:
        made = box_of(field, place, value, entry, marks)
        return replace(made, name=f"f.{local}.{made.name}")

    def boxes(names: Iterable[str]) -> tuple[Box, ...]:
        wanted = [name for name in names if name not in stated]
        return tuple(box(fields[name], f"cell.{name}", entry.cells.get(name, "")) for name in wanted)

    known = entry.rows.get("participants", ())
    rows = [*known, *({} for _ in range(max(1, ROWS - len(known))))]
    made = (
        tuple(box(one, f"participants.{number}.{one.name}", row.get(one.name, "")) for one in columns)
        for number, row in enumerate(rows)
    )
    return Filling(boxes(OPEN), boxes(FURTHER), tuple(made))
