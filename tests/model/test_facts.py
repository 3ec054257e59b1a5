"""The table of facts in the docs names fields that there are, claims that they make, and what the reader fills."""

import re
import typing
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from giaoluu import captures, read, samples
from giaoluu.model import activities, article, mentions, reading
from giaoluu.model.claims import EVIDENCE, SINGULAR, WHOLE
from giaoluu.model.spans import Cited, Span

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "facts.md"
CLASSES = {
    name: value
    for module in (article, mentions, activities, reading)
    for name, value in vars(module).items()
    if is_dataclass(value) and isinstance(value, type)
}
ON_PAGES = range(1, 63)
BY_PEOPLE = range(63, 65)
CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    number: int
    fact: str
    fields: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    reader: str


@cache
def rows() -> tuple[Row, ...]:
    lines = (line.strip("|").split("|") for line in PAGE.read_text(encoding="utf-8").splitlines())
    cells = ([cell.strip() for cell in line] for line in lines if line[0].strip().isdigit())
    return tuple(
        Row(int(one[0]), one[1], tuple(map(_field, CODE.findall(one[2]))), tuple(CODE.findall(one[3])), one[4])
        for one in cells
    )


def _field(text: str) -> tuple[str, str]:
    name, _, of = text.partition(".")
    return name, of


def properties(name: str, field: str) -> Iterator[str]:
    """Yield the properties of the claims that a field makes."""
    word = CLASSES[name]
    if word in WHOLE:
        yield WHOLE[word][0]
    own = SINGULAR.get(field, field)
    kind = str(typing.get_type_hints(word)[field])
    if "Cited" in kind or (Span.__name__ in kind and own in EVIDENCE):
        yield own
    if "Occupancy" in kind:
        yield "title"


@cache
def filled() -> frozenset[tuple[str, str]]:
    """Return class and field of all that the reader fills from the sample pages."""
    found: set[tuple[str, str]] = set()

    def walk(word: object) -> None:
        for item in fields(word):  # type: ignore[arg-type]
            value = getattr(word, item.name)
            if value not in (None, (), "") and (item.default is MISSING or value != item.default):
                found.add((type(word).__name__, item.name))
            for part in value if isinstance(value, tuple) else (value,):
                if is_dataclass(part) and not isinstance(part, Cited | Span):
                    walk(part)

    for capture in captures([str(samples.PAGES)]):
        walk(read(capture))  # type: ignore[arg-type]
    return frozenset(found)


def test_every_row_of_facts_is_there_once() -> None:
    assert sorted(row.number for row in rows()) == [*ON_PAGES, *BY_PEOPLE]


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row.number))
def test_a_row_names_fields_and_claims_that_there_are(row: Row) -> None:
    assert row.fact
    if row.number in BY_PEOPLE:
        assert (row.fields, row.claims, row.reader) == ((), (), "register")
        return
    assert row.fields
    assert row.reader in {"yes", "partly", "by hand"}
    for name, field in row.fields:
        assert name in CLASSES, f"there is no {name} in giaoluu.model"
        assert field in {item.name for item in fields(CLASSES[name])}, f"{name} has no field {field}"
    made = {claim for name, field in row.fields for claim in properties(name, field)}
    assert set(row.claims) <= made, f"these fields make {sorted(made)}"


@pytest.mark.slow
def test_what_the_reader_is_said_to_fill_is_filled_from_the_samples() -> None:
    lacking = [(row.number, one) for row in rows() if row.reader == "yes" for one in row.fields if one not in filled()]
    assert not lacking, "say 'partly', or mend the reader"
