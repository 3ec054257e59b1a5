"""Five real pages, read as a careful person reads them: what their record says, and what it must not say."""

import csv
from functools import cache
from pathlib import Path

import pytest

from giaoluu.model.activities import JOINT, ActivityMention, Commitment
from giaoluu.model.claims import claims
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import captures

PAGES = Path(__file__).parents[1].parent / "shared" / "pages"
KEPT = {"title", "sapo", "body", "caption", "dateline", "byline", "source_line"}

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the five pages lie beside the checkout, and are not there")


@cache
def page(number: str) -> Reading:
    (path,) = PAGES.glob(f"{number}_*.txt")
    (capture,) = captures([str(path)])
    return read(capture)


def names(reading: Reading) -> dict[str, str]:
    people = {person.id: person.names[0].value for person in reading.people}
    return people | {body.id: body.names[0].value for body in reading.organisations} | {JOINT: JOINT}


def activity(reading: Reading, kind: str, mode: str | None = None) -> ActivityMention:
    found = [
        one for one in reading.activities if one.kind.value == kind and (one.mode.value if one.mode else None) == mode
    ]
    assert found, [(one.kind.value, one.mode and one.mode.value) for one in reading.activities]
    return found[0]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_each_line_is_kept_or_dropped_rightly_and_furniture_makes_no_claim(number: str) -> None:
    reading = page(number)
    rows = csv.DictReader((PAGES / "lines.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t")
    lines = [row for row in rows if row["file"].startswith(number) and row["label"] != "blank"]
    wrong = []
    for row in lines:
        start, end = int(row["start"]), int(row["end"])
        zones = {zone.kind.value for zone in reading.article.zones if zone.start < end and zone.end > start}
        if bool(zones & KEPT) == (row["label"] == "furniture"):
            wrong.append((row["line"], row["label"], zones))
        if row["label"] == "furniture":
            assert not [claim for claim in claims(reading) if claim.span.start < end and claim.span.end > start]
    assert not wrong


@pytest.mark.parametrize(
    ("number", "kind", "mode", "date", "place", "parties"),
    [
        (
            "000",
            "meeting",
            "courtesy_call",
            None,
            None,
            {("Phạm Thanh Bình", "guest", "VN"), ("Dương Vạn Minh", "host", "CN")},
        ),
        (
            "000",
            "celebration",
            "anniversary",
            "2025-01",
            "Bắc Kinh",
            {
                ("Đại sứ quán Việt Nam tại Trung Quốc", "organiser", "VN"),
                ("Hội hữu nghị đối ngoại nhân dân Trung Quốc", "organiser", "CN"),
            },
        ),
        (
            "002",
            "meeting",
            "meeting",
            None,
            None,
            {("Phạm Thanh Bình", "attendee", "VN"), ("Tôn Vệ Đông", "attendee", "CN")},
        ),
        (
            "001",
            "congress",
            "congress",
            "2023-11-25",
            "Hà Nội",
            {("Hội hữu nghị Việt Nam - Trung Quốc", "organiser", "VN")},
        ),
        ("001", "forum", "forum", "2018-09", "Bắc Kinh", set()),
        ("001", "visit", "delegation_in", "2018-02", None, set()),
        ("003", "meeting", None, None, None, {("Pham Thanh Binh", "speaker", "VN"), ("Yang Wanming", "speaker", "CN")}),
        ("003", "celebration", "anniversary", "2025-01", "Peking", set()),
        (
            "004",
            "joint_activity",
            "exchange_programme",
            "2023",
            "tỉnh Quảng Ninh",
            {("Nguyễn Thị Thu Hà", "speaker", "VN"), ("Vương Dũng", "speaker", "CN")},
        ),
    ],
)
def test_activities_with_kind_date_place_and_sides(
    number: str, kind: str, mode: str | None, date: str | None, place: str | None, parties: set[tuple[str, str, str]]
) -> None:
    reading = page(number)
    one = activity(reading, kind, mode)
    assert (str(one.date.value) if one.date else None) == date
    if place or number in {"000", "002", "003"}:
        assert (one.place.value if one.place else None) == place
    told = {(names(reading).get(each.party), each.role.value, each.side) for each in one.participants}
    assert parties <= told


@pytest.mark.parametrize("number", ["000", "002", "003", "004"])
def test_a_day_that_the_page_does_not_state_stays_unknown(number: str) -> None:
    main = [one for one in page(number).activities if one.main and one.kind.value in {"meeting", "joint_activity"}]
    assert all(one.date is None or one.date.value.precision.value == "year" for one in main)


def test_parts_of_a_programme_are_a_tree() -> None:
    reading = page("004")
    whole = activity(reading, "joint_activity", "exchange_programme")
    parts = {
        (one.kind.value, one.mode.value if one.mode else None) for one in reading.activities if one.part_of == whole.id
    }
    assert {
        ("ceremony", "opening"),
        ("ceremony", "group_photo"),
        ("ceremony", "tree_planting"),
        ("donation", "gift"),
        ("exhibition", "exhibition"),
        ("festival", "festival"),
        ("festival", "folk_activity"),
        ("forum", "conference"),
        ("performance", "art"),
    } <= parts


def test_seventy_five_trees_are_a_quantity_and_no_anniversary() -> None:
    reading = page("004")
    assert "75" in {claim.value for claim in claims(reading) if claim.property == "quantity"}
    assert not [occasion for occasion in reading.occasions if occasion.ordinal and occasion.ordinal.value == 75]


@pytest.mark.parametrize(
    ("number", "edition", "year"), [("004", 2, "2023"), ("004", 1, "2019"), ("001", 10, None), ("001", 7, None)]
)
def test_editions_in_words_figures_and_roman(number: str, edition: int, year: str | None) -> None:
    found = [occasion for occasion in page(number).occasions if occasion.edition and occasion.edition.value == edition]
    assert found
    assert year is None or year in {str(occasion.date.value) for occasion in found if occasion.date}


def undertaken(reading: Reading) -> list[tuple[str, str, str]]:
    called = names(reading)
    return [
        (called.get(one.speaker or "", ""), one.strength.value, one.specificity.value) for one in reading.commitments
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (
            "000",
            [
                *[("Phạm Thanh Bình", "w2", s) for s in ("s0", "s1", "s1")],
                *[("Dương Vạn Minh", "w2", s) for s in ("s0", "s1")],
                *[("Dương Vạn Minh", "w3", s) for s in ("s1", "s1")],
            ],
        ),
        (
            "002",
            [
                *[("Phạm Thanh Bình", "w2", s) for s in ("s0", "s1")],
                *[("Phạm Thanh Bình", "w3", s) for s in ("s2", "s2", "s0")],
                *[("Tôn Vệ Đông", "w2", s) for s in ("s0", "s1")],
            ],
        ),
        ("004", []),
    ],
)
def test_commitments_with_side_strength_and_specificity(number: str, expected: list[tuple[str, str, str]]) -> None:
    assert undertaken(page(number)) == expected


def test_the_translation_makes_the_same_commitments_with_its_own_lost_strength() -> None:
    speakers = [name for name, *_ in undertaken(page("003"))]
    assert speakers == ["Pham Thanh Binh"] * 3 + ["Yang Wanming"] * 4
    assert {strength for _, strength, _ in undertaken(page("003"))} == {"w2"}


@pytest.mark.parametrize(("number", "proposals"), [("000", 0), ("002", 0), ("003", 0), ("004", 3)])
def test_wishes_are_proposals_and_never_commitments(number: str, proposals: int) -> None:
    found: tuple[Commitment, ...] = page(number).proposals
    assert len(found) == proposals
    assert all(one.strength.value == "w1" for one in found)


@pytest.mark.parametrize("number", ["000", "002", "003"])
def test_agreed_that_something_is_so_is_an_assessment(number: str) -> None:
    joint = [one for one in page(number).quotations if one.speaker == JOINT]
    assert {one.act.value for one in joint} <= {"praise", "agree", "affirm"}
    assert not [one for one in page(number).commitments if one.joint]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("002", "Phạm Minh Chính"),
        ("002", "Hà Vĩ"),
        ("000", "Petr Tsvetov"),
        ("004", "Nguyễn Phú Trọng"),
        ("004", "Mao Trạch Đông"),
    ],
)
def test_who_is_only_spoken_of_takes_no_part(number: str, name: str) -> None:
    reading = page(number)
    taking_part = {names(reading).get(each.party) for one in reading.activities for each in one.participants}
    assert name not in taking_part


@pytest.mark.parametrize(
    ("number", "credit"),
    [
        ("000", "Đại sứ quán Việt Nam tại Trung Quốc"),
        ("002", "Đại sứ quán Việt Nam tại Trung Quốc"),
        ("003", None),
        ("004", None),
    ],
)
def test_whose_account_it_is(number: str, credit: str | None) -> None:
    found = page(number).article.credit
    assert (found.value if found else None) == credit


def test_one_body_under_two_wordings_of_a_translation_is_one() -> None:
    bodies = [body for body in page("003").organisations if body.kind == "peoples_friendship_organisation"]
    assert len(bodies) == 1
