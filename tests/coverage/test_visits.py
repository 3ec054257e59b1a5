"""Visits to a country as a whole, and those that a page tells twice."""

from dataclasses import replace

import pytest
from tests.coverage.reports import report

from giaoluu.coverage import PrintedNames, link
from giaoluu.coverage.accounts import accounts_of
from giaoluu.reports.links import linked_records

VISITS = [
    ("Từ ngày 5 đến 8/3/2024, Thủ tướng Lê Đình Khoát thăm chính thức Thụy Điển.", [["SE"]]),
    ("Prime Minister Le Dinh Khoat paid an official visit to Sweden from 5 to 8 March 2024.", [["SE"]]),
    ("Prime Minister Le Dinh Khoat visited Lund University in Sweden on 6 March 2024.", [[]]),
    (
        "应越南国家主席黎廷阔邀请，老挝国家主席本通于2024年3月5日至8日对越南进行国事访问。"
        "3月5日，本通抵达河内，开始对越南进行国事访问。",
        [["VN"]],
    ),
    (
        "Prime Minister Le Dinh Khoat paid an official visit to Sweden from 5 to 8 March 2024."
        " He paid an official visit to Norway from 8 to 10 March 2024.",
        [["SE"], ["NO"]],
    ),
]


@pytest.mark.parametrize(("text", "visited"), VISITS, ids=["vi", "en", "a house", "told twice", "two countries"])
def test_visits_to_a_country(text: str, visited: list[list[str]]) -> None:
    accounts = accounts_of(report("a", text), PrintedNames())
    assert [sorted(account.visited) for account in accounts if account.kind == "visit"] == visited


def test_a_visit_told_twice_has_one_id() -> None:
    reading, names = report("a", VISITS[1][0]), PrintedNames()
    (visit,) = reading.activities
    twice = replace(reading, activities=(visit, replace(visit, id="a9")))
    (record,) = linked_records([twice], link([twice], names), names)
    ids = [one["event_id"] for one in (*record["activities"], *record["context"])]
    assert ids[0]
    assert ids == [ids[0], ids[0]]
