"""Files of readings, many pages at once: the same rows as one by one, again nothing, damaged lines told."""

import json
from pathlib import Path

import pytest
from django.db import connection
from tests.register.readings import LINES_VI, english, vietnamese

from giaoluu import read, samples
from giaoluu.model.article import ZoneKind
from giaoluu.model.codec import reading_from_json, to_json
from giaoluu.register import ingest, ingest_readings, integrity, judge
from giaoluu.register import models as tables
from giaoluu.register.bulk import _opened
from giaoluu.register.bulk.preparing import prepare
from giaoluu.register.bulk.writing import TABLES
from giaoluu.register.searching import Wanted, search
from giaoluu.sources import captures

SKIPPED = {"id", "added"}
ROWS = (
    "CaptureRow", "Article", "ReadingRow", "Claim", "Person", "Organisation", "Place", "Activity", "ActivityCountry",
    "Participant", "Occasion", "Quotation", "Commitment", "SearchRow", "SpokenName",
)  # fmt: skip


def line(reading) -> bytes:
    return to_json(reading).encode()


def sample_lines() -> list[bytes]:
    pages = captures([str(path) for path in [*samples.pages()][::3]])
    by_hand = (reading_from_json(to_json(made()[1])) for made in (vietnamese, english))
    return [*map(line, map(read, pages)), *map(line, by_hand)]


def contents() -> dict[str, list[dict]]:
    """Return every row of every table; numbers as places in their table, so that they can be compared."""
    places = {name: {} for name in ROWS}
    for name in ROWS:
        for place, pk in enumerate(getattr(tables, name).objects.order_by("pk").values_list("pk", flat=True)):
            places[name][pk] = place
    found = {}
    for name in ROWS:
        model = getattr(tables, name)
        columns = {item.attname: item for item in model._meta.concrete_fields if item.name not in SKIPPED}
        found[name] = [
            {
                column: places[item.related_model.__name__].get(row[column]) if item.is_relation else row[column]
                for column, item in columns.items()
                if (name, column) != ("SearchRow", "row")
            }
            for row in model.objects.order_by("pk").values()
        ]
    found["places"] = [
        *tables.Activity.places.through.objects.order_by("pk").values_list("activity__local", "place__local")
    ]
    return found


def test_the_same_rows_as_one_by_one(home):
    lines = sample_lines()
    prepared = prepare(lines)
    assert ingest(map(_opened, prepared)).new == len(lines)
    one_by_one = contents()
    for model in (tables.SpokenName, tables.SearchRow, tables.Article, tables.CaptureRow):
        model.objects.all().delete()
    assert ingest_readings(lines).new == len(lines)
    assert list(integrity()) == []
    for name, rows in contents().items():
        assert sorted(map(str, rows)) == sorted(map(str, one_by_one[name])), name


def made_for(table) -> dict:
    """Return the indexes and constraints of a table, by name."""
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, table._meta.db_table)


def test_the_first_load_leaves_every_index_and_link_as_it_was(home):
    before = [made_for(table) for table in TABLES]
    assert ingest_readings(sample_lines()[:2]).new == 2
    assert [made_for(table) for table in TABLES] == before
    assert list(integrity()) == []
    tables.Article.objects.earliest("pk").delete()  # triggers and links are at work again
    assert list(integrity()) == []
    assert ingest([english()]).new == 1
    assert search(Wanted("uppsala")).rows(0, 9)


def test_a_first_load_that_fails_leaves_an_empty_register(home):
    before = [made_for(table) for table in TABLES]

    def broken():
        yield line(english()[1])
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        ingest_readings(broken())
    assert [made_for(table) for table in TABLES] == before
    assert not any(table.objects.exists() for table in TABLES)
    assert ingest_readings([line(english()[1])]).new == 1


def test_again_nothing_and_a_new_reading_is_a_new_reading(home):
    lines = [line(vietnamese()[1]), line(english()[1])]
    assert ingest_readings(lines, jobs=2).new == 2
    again = ingest_readings(lines)
    assert (again.new, again.unchanged) == (0, 2)
    other = ingest_readings([line(vietnamese(reader="0.2.0")[1]), line(english()[1])])
    assert (other.reread, other.unchanged) == (1, 1)
    assert list(integrity()) == []
    assert tables.Article.objects.count() == 2


def test_rows_added_afterwards_get_numbers_of_their_own(home):
    ingest_readings([line(vietnamese()[1])])
    assert ingest([english()]).new == 1
    judge(tables.Claim.objects.get(property="place"), "accept", who="An")
    assert {row.sort for row in search(Wanted("uppsala")).rows(0, 9)} == {"activity", "article", "body"}


def test_one_page_twice_in_a_file_is_two_versions(home):
    lines = (*LINES_VI, (ZoneKind.BODY, "Thêm một câu."))
    both = vietnamese(url="https://a.example/1")[1], vietnamese(url="https://a.example/1", lines=lines)[1]
    report = ingest_readings(map(line, both))
    assert (report.new, report.changed) == (1, 1)
    assert tables.Article.objects.get(current=True).version == 2


def damaged(**changes) -> bytes:
    return json.dumps(json.loads(line(english()[1])) | changes).encode()


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b"{", "DecodeError"),
        (b"[]", "Expected `object`, got `array`"),
        (damaged(format="giaoluu.reading/0"), "read the page again with this version"),
        (damaged(text="Another text"), "claim at"),
        (damaged(activities=[{"id": "a1"}]), "missing required field `kind`"),
        (damaged(text="\ud800"), "JSON is malformed"),
    ],
)
def test_a_damaged_line_is_told_and_the_rest_go_on(home, bad, told):
    report = ingest_readings([bad, line(vietnamese()[1]), b"\n"])
    assert report.new == 1
    assert told in report.refused[0].message
    assert list(integrity()) == []


def test_captures_are_kept(home: Path):
    ingest_readings([line(english()[1])])
    assert len(list(home.glob("captures/*/*.zst"))) == 1
