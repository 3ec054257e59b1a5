"""What two readings of one page say differently."""

import json

import pytest

from giaoluu.model.errors import GiaoluuError
from giaoluu.reports.changes import changes, changes_text

DATE = {"subject": "a1", "property": "date", "value": "2025-05-05", "start": 3, "end": 11, "exact": "on 5 May"}
NAME = {"subject": "p1", "property": "name", "value": "An", "start": 20, "end": 22, "exact": "An"}
GUEST = {"subject": "a1", "property": "participant", "value": "p1", "start": 20, "end": 22, "exact": "An"}


def page(*claims: dict, id: str = "page") -> str:
    return json.dumps({"id": id, "claims": claims})


CASES = [
    ([page(DATE, NAME)], [page(NAME, DATE)], []),
    ([page(NAME)], [page(NAME, DATE)], ["+ page 3:11 date 2025-05-05 «on 5 May»"]),
    ([page(DATE)], [page()], ["- page 3:11 date 2025-05-05 «on 5 May»"]),
    ([page(DATE)], [page({**DATE, "value": "2024-05-05"})], ["~ page 3:11 date 2025-05-05 → 2024-05-05 «on 5 May»"]),
    ([page(GUEST)], [page({**GUEST, "value": "p7", "subject": "a3"})], []),
    ([page(NAME)], [page(NAME), page(NAME, id="new")], ["+ new 20:22 name An «An»"]),
    ([page(NAME)], [page(NAME, NAME)], ["~ page 20:22 name An → An, An «An»"]),
    ([], ["", page(NAME)], ["+ page 20:22 name An «An»"]),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_each_fact_that_differs_is_told_once(before, after, expected):
    assert [str(one) for one in changes(before, after)] == expected


def test_the_sum_is_told_at_the_end():
    told = list(changes_text(changes([page(DATE)], [page(NAME)])))
    assert told[-2:] == ["date: 0 gained, 1 lost, 0 changed", "name: 1 gained, 0 lost, 0 changed"]
    assert list(changes_text([])) == ["nothing changed"]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "x"}', "7"])
def test_a_line_that_is_no_reading_is_refused_with_its_number(line):
    with pytest.raises(GiaoluuError, match="line 2 is no reading"):
        list(changes([page(), line], []))
