"""Promises over time: said once or again, followed up only by what came later."""

from dataclasses import replace
from datetime import date

import pytest
from tests.coverage.reports import report

from giaoluu.coverage import undertakings
from giaoluu.model.activities import Specificity
from giaoluu.model.links import FollowUpRelation, Undertaking, UndertakingStatus
from giaoluu.pipeline import identify, link

PROMISE = (
    "Ngày {day}, tại Hà Nội, Chủ tịch Hội Hữu nghị Việt Nam - Thụy Điển Đỗ Khắc Hiếu tiếp Đại sứ Thụy Điển"
    " Lena Forsberg. Hai bên nhất trí phối hợp tổ chức Diễn đàn Doanh nghiệp Việt Nam - Thụy Điển lần thứ 6"
    " vào tháng 9/2024 tại Hải Phòng."
)
FORUM = (
    "Ngày {day}, tại Hải Phòng, Diễn đàn Doanh nghiệp Việt Nam - Thụy Điển lần thứ 6 khai mạc."
    " Đại sứ Thụy Điển Lena Forsberg phát biểu tại diễn đàn."
)


def found_in(texts: dict[str, str], today: date | None = None) -> tuple[Undertaking, ...]:
    readings = [report(name, text) for name, text in texts.items()]
    links = link(readings)
    return undertakings(readings, links, identify(readings, links), today=today)


@pytest.mark.parametrize(
    ("forum_day", "relation"), [("12/9/2024", FollowUpRelation.FULFILS), ("12/9/2023", FollowUpRelation.SCHEDULES)]
)
def test_only_what_came_later_can_fulfil(forum_day: str, relation: FollowUpRelation) -> None:
    forum = FORUM.format(day=forum_day)
    found = found_in({"promise": PROMISE.format(day="5/3/2024"), "forum": forum})
    relations = {one.relation for undertaking in found for one in undertaking.follow_ups}
    assert relations == {relation}


@pytest.mark.parametrize(
    ("said", "relations"),
    [("Ngày 5/3/2024", {FollowUpRelation.SCHEDULES}), ("Ngày 5/12/2024", set())],
)
def test_a_day_that_was_over_when_it_was_promised_is_no_follow_up(said: str, relations: set[FollowUpRelation]) -> None:
    found = found_in({"promise": PROMISE.replace("Ngày {day}", said)})
    assert {one.relation for undertaking in found for one in undertaking.follow_ups} == relations


def test_a_promise_told_by_two_is_one() -> None:
    english = (
        "On March 5, 2024, Do Khac Hieu, president of the Vietnam-Sweden Friendship Association, received Swedish"
        " Ambassador Lena Forsberg in Hanoi. The two sides agreed to organize the 6th Vietnam-Sweden Business Forum in"
        " Hai Phong in September 2024."
    )
    (one,) = found_in({"vi": PROMISE.format(day="5/3/2024"), "en": english})
    assert {key.reading for key in one.told} == {"vi", "en"}


def test_what_is_due_and_was_not_read_of_is_overdue() -> None:
    texts = {"promise": PROMISE.format(day="5/3/2024")}
    (one,) = found_in(texts, today=date(2025, 1, 1))
    assert one.status in {UndertakingStatus.OVERDUE, UndertakingStatus.SCHEDULED}
    assert one.reason


def test_a_formula_said_again_is_chained_and_not_counted_anew() -> None:
    formula = (
        "Ngày {day}, tại Bắc Kinh, Đại sứ Việt Nam tại Trung Quốc Tạ Quang Minh gặp Thứ trưởng Ngoại giao Trung Quốc"
        " Tống Vệ Quốc. Đại sứ Tạ Quang Minh khẳng định sẵn sàng thúc đẩy giao lưu nhân dân, giao lưu thanh niên"
        " và hợp tác địa phương."
    )
    found = found_in({"spring": formula.format(day="5/3/2024"), "autumn": formula.format(day="9/10/2024")})
    first = [one for one in found if one.told[0].reading == "spring"]
    again = [one for one in found if one.told[0].reading == "autumn"]
    assert first
    assert [one.repeats for one in again] == [one.id for one in first]
    assert {one.repeats for one in first} == {None}
    assert [one.relation for first_one in first for one in first_one.follow_ups] == [FollowUpRelation.REPEATS]
    assert {one.status for one in first} <= {UndertakingStatus.SUPERSEDED, UndertakingStatus.NOT_TRACKABLE}


@pytest.mark.parametrize(
    ("day", "place", "relation", "status"),
    [
        ("12/9/2024", "Hải Phòng", FollowUpRelation.FULFILS, UndertakingStatus.DONE),
        ("12/11/2024", "Hải Phòng", FollowUpRelation.PARTLY, UndertakingStatus.PARTLY),
        ("12/9/2024", "Cần Thơ", FollowUpRelation.CONTRADICTS, UndertakingStatus.PARTLY),
        ("12/2/2024", "Hải Phòng", FollowUpRelation.SCHEDULES, UndertakingStatus.OVERDUE),
    ],
    ids=["as promised", "later than promised", "elsewhere", "before it was promised"],
)
def test_what_came_of_a_promise(day: str, place: str, relation: FollowUpRelation, status: UndertakingStatus) -> None:
    forum = FORUM.format(day=day).replace("Hải Phòng", place)
    texts = {"promise": PROMISE.format(day="5/3/2024"), "forum": forum}
    (one,) = [one for one in found_in(texts, today=date(2025, 6, 1)) if one.told[0].reading == "promise"]
    assert [(follow.relation) for follow in one.follow_ups] == [relation]
    assert one.status in {status, UndertakingStatus.SCHEDULED} if day.startswith("12/2") else one.status is status


@pytest.mark.parametrize(
    ("specificity", "year", "status"),
    [
        (Specificity.DELIVERABLE, 2024, UndertakingStatus.STATED),
        (Specificity.DELIVERABLE, 2027, UndertakingStatus.NO_EVIDENCE),
        (Specificity.VAGUE, 2027, UndertakingStatus.NOT_TRACKABLE),
    ],
)
def test_a_promise_that_nobody_wrote_of_again(specificity: Specificity, year: int, status: UndertakingStatus) -> None:
    text = (
        "Ngày 5/3/2024, tại Hà Nội, Chủ tịch Hội Hữu nghị Việt Nam - Thụy Điển Đỗ Khắc Hiếu tiếp Đại sứ Thụy Điển"
        " Lena Forsberg. Ông Đỗ Khắc Hiếu cho biết Hội sẽ tặng trường Lê Lợi 400 cuốn sách."
    )
    reading = report("a", text)
    promises = tuple(replace(one, specificity=specificity) for one in reading.commitments)
    readings = [replace(reading, commitments=promises)]
    (one,) = undertakings(readings, link(readings), identify(readings), today=date(year, 6, 1))
    assert one.status is status
