"""The record of a reading: the contract of docs/reference/record.md."""

import dataclasses
import json
from typing import Any

import pytest

from giaoluu.model.activities import Act, Quotation
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import Occupancy, Person
from giaoluu.model.reading import Reading
from giaoluu.model.spans import Cited, Span
from giaoluu.pipeline import read
from giaoluu.reports.record import LONGEST_EVIDENCE, activity_record, record
from giaoluu.sources import capture_of


@pytest.fixture
def page(reading: Reading) -> dict[str, Any]:
    return json.loads(json.dumps(record(reading)))


def test_the_record_says_what_page_it_is_of(page: dict[str, Any]) -> None:
    assert (page["id"], page["language"], page["is_exchange"]) == ("berg-nho", "en", True)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "activities",
            {"kind": "meeting", "mode": None, "main": True, "status": "done", "date": "2025-03-06", "part_of": None},
        ),
        ("context", {"kind": "signing", "main": False, "status": None, "date": None, "place": None, "part_of": "a1"}),
    ],
)
def test_activities_with_what_is_known_of_them(page: dict[str, Any], key: str, expected: dict[str, Any]) -> None:
    (found,) = page[key]
    assert expected.items() <= found.items()


def test_the_finest_place_with_city_and_country_of_what_holds_it(page: dict[str, Any]) -> None:
    assert page["activities"][0]["place"] == {"name": "Kulturen", "city": "Lund", "country": "SE"}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (
            0,
            {
                "name": "Anna Berg",
                "post": "mayor of Lund; chair of the Bridge Society",
                "org": "Lund",
                "country": "SE",
                "role": "host",
            },
        ),
        (1, {"name": "Tran Van Nho", "post": "vice chairman", "org": "Hue Union", "country": "VN", "role": "leader"}),
    ],
)
def test_participants_as_the_page_prints_them(page: dict[str, Any], number: int, expected: dict[str, Any]) -> None:
    assert page["activities"][0]["participants"][number] == expected


def test_a_delegation_is_told_by_its_people(reading: Reading) -> None:
    (meeting,) = (one for one in reading.activities if one.main)
    alone = dataclasses.replace(meeting, participants=tuple(p for p in meeting.participants if p.party != "p2"))
    without = dataclasses.replace(reading, activities=(alone,))
    group = {"name": None, "post": None, "org": "a delegation of the Hue Union", "country": "VN", "role": "guest"}
    assert group not in record(reading)["activities"][0]["participants"]
    assert group in record(without)["activities"][0]["participants"]


@pytest.mark.parametrize(
    ("number", "speaker", "country", "act", "evidence"),
    [
        (0, "Anna Berg", "SE", "commit", "Mrs Berg said the town would send three teachers."),
        (1, "joint", None, "agree", "agreed to meet again"),
        (2, "The two sides", "VN", "inform", "to meet again"),
    ],
)
def test_statements_with_their_sentence(
    page: dict[str, Any], number: int, speaker: str, country: str | None, act: str, evidence: str
) -> None:
    found = page["statements"][number]
    assert (found["speaker"], found["country"], found["type"], found["evidence"]) == (speaker, country, act, evidence)


def test_what_only_the_article_says_is_no_statement(page: dict[str, Any]) -> None:
    assert not [one for one in page["statements"] if "growing" in one["evidence"]]


def test_offsets_are_those_of_the_text(page: dict[str, Any], reading: Reading) -> None:
    for one in page["statements"]:
        assert reading.article.text[one["start"] : one["end"]] == one["evidence"]


def test_a_sentence_without_end_gives_way_to_the_words_said(reading: Reading) -> None:
    text = "x " * LONGEST_EVIDENCE
    endless = Quotation("q", None, Act.INFORM, Span.of(text, 0, 9), "r", sentence=Span.of(text, 0, len(text)))
    page = record(dataclasses.replace(reading, quotations=(endless,)))
    assert page["statements"][0]["evidence"] == text[:9]


@pytest.mark.parametrize(
    ("title", "former", "expected"),
    [("vice chairman", False, "vice chairman"), ("vice chairman", True, None)],
)
def test_posts_of_the_past_are_not_held(reading: Reading, title: str, former: bool, expected: str | None) -> None:
    text = reading.article.text
    start = text.index(title)
    post = Occupancy("o9", "p2", Cited(title, Span.of(text, start, start + len(title)), "r"), former=former)
    person = dataclasses.replace(reading.people[1], posts=(post,))
    part = dataclasses.replace(reading.activities[0].participants[1], posts=())
    meeting = dataclasses.replace(reading.activities[0], participants=(part,))
    page = record(dataclasses.replace(reading, people=(person,), activities=(meeting,)))
    assert page["activities"][0]["participants"][0]["post"] == expected


@pytest.mark.parametrize("date", ["2025", "2025-03", "XXXX-03-06", "2017/2023"])
def test_dates_stay_as_precise_as_they_are(reading: Reading, date: str) -> None:
    meeting = reading.activities[0]
    assert meeting.date is not None
    dated = dataclasses.replace(meeting, date=dataclasses.replace(meeting.date, value=Edtf(date)))
    assert record(dataclasses.replace(reading, activities=(dated,)))["activities"][0]["date"] == date


def test_a_party_that_the_page_does_not_name_keeps_its_place(reading: Reading) -> None:
    nameless = Person("p1", names=(), mentions=())
    page = record(dataclasses.replace(reading, people=(nameless,)))
    assert page["activities"][0]["participants"][0]["name"] is None


def test_one_activity_alone_with_what_was_said_in_it(reading: Reading) -> None:
    found = activity_record(reading, "a1")
    assert (found["article"], found["id"]) == ("berg-nho", "a1")
    assert [one["type"] for one in found["statements"]] == ["commit", "agree"]


def test_a_meeting_beside_a_forum_is_reported() -> None:
    text = (
        "Sáng 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình dự Diễn đàn Kinh tế Á - Âu. Bên lề Diễn đàn, "
        "Thủ tướng Lê Văn Bình đã gặp Thủ tướng Lào Khampha Sisavath."
    )
    told = record(read(capture_of(text.encode())))
    names = {part["name"] for one in told["activities"] if one["kind"] == "meeting" for part in one["participants"]}
    assert names == {"Lê Văn Bình", "Khampha Sisavath"}
