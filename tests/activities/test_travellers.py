"""Who travels, where a meeting is told before the visit on which it was; and deeds of one person in a row."""

import pytest

from giaoluu.model.activities import ActivityMention
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def roles(reading: Reading, activity: ActivityMention) -> dict[str, str]:
    names = {one.id: one.names[0].value for one in reading.people}
    return {names[one.party]: one.role.value for one in activity.participants if one.party in names}


@pytest.mark.parametrize(
    ("text", "guest", "host"),
    [
        ("Chủ tịch nước Lê Văn Bình đã gặp Tổng thống Chile Juan Pardo trong chuyến thăm chính thức Chile.",
         "Lê Văn Bình", "Juan Pardo"),
        ("Vietnamese President Le Van Binh held talks with Chilean President Juan Pardo during his official visit to "
         "Chile on 5 May 2024.", "Le Van Binh", "Juan Pardo"),
        ("Prime Minister Anna Berg of Sweden met with Prime Minister Le Van Binh of Vietnam on an official visit to "
         "Vietnam.", "Anna Berg", "Le Van Binh"),
        ("Sveriges statsminister Anna Berg träffade Vietnams premiärminister Le Van Binh under sitt officiella besök i "
         "Vietnam.", "Anna Berg", "Le Van Binh"),
    ],
)  # fmt: skip
def test_whoever_is_of_another_country_travels(text: str, guest: str, host: str) -> None:
    reading = told(text)
    visit = next(one for one in reading.activities if one.kind.value == "visit")
    assert roles(reading, visit) == {guest: "guest", host: "host"}


def test_deeds_in_a_row_are_of_who_opens_the_sentence() -> None:
    reading = told(
        "Tổng bí thư Nguyễn Văn An sẽ hội đàm với Thủ tướng Hungary Viktor Balog, chứng kiến ký kết các văn kiện, hội "
        "kiến Tổng thống Janos Ader và tiếp Chủ tịch Quốc hội Laszlo Kovac."
    )
    met = [set(roles(reading, one)) for one in reading.activities if one.kind.value in {"talks", "meeting"}]
    assert met == [{"Nguyễn Văn An", other} for other in ("Viktor Balog", "Janos Ader", "Laszlo Kovac")]
    assert {one.status.value.value for one in reading.activities if one.status} == {"planned"}
