"""Promises over time: said once or again, followed up only by what came later."""

from datetime import date

import pytest
from tests.coverage.reports import report

from giaoluu.coverage import undertakings
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
    found = found_in({"promise": PROMISE.format(day="5/3/2024"), "forum": FORUM.format(day=forum_day)})
    relations = {one.relation for undertaking in found for one in undertaking.follow_ups}
    assert relations == {relation}


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
