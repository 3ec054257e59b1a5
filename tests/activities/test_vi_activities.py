"""Vietnamese: which activities a report tells of, who holds them, when and where."""

import pytest

from giaoluu.model.activities import ActivityMention
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def main(reading: Reading) -> list[ActivityMention]:
    return [one for one in reading.activities if one.main]


def people(reading: Reading, one: ActivityMention) -> set[str]:
    names = {person.id: person.names[0].value for person in reading.people}
    return {names[party.party] for party in one.participants if party.party in names}


def parties(text: str, kind: str) -> list[set[str]]:
    """Return who takes part in each main activity of a kind."""
    reading = told(text)
    return [people(reading, one) for one in main(reading) if one.kind.value == kind]


WELCOME = """Bộ trưởng Quốc phòng Lào thăm Việt Nam

Sáng 5/3, tại Hà Nội, Bộ trưởng Quốc phòng Lê Văn Bình chủ trì lễ đón Bộ trưởng Quốc phòng Lào Khampha Sisavath.
"""
CALL = "Bộ trưởng Khampha Sisavath đến chào xã giao Thủ tướng Trần Thị Lan và Chủ tịch Quốc hội Phạm Văn Hải.\n"
PICTURE = "\nBộ trưởng Lê Văn Bình (phải) tiếp Bộ trưởng Khampha Sisavath tại Hà Nội."


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (WELCOME + "Sau lễ đón, hai bên tiến hành hội đàm.", "talks", [{"Lê Văn Bình", "Khampha Sisavath"}]),
        (
            WELCOME + "Sau lễ đón, hai bên tiến hành hội đàm.\n" + CALL,
            "meeting",
            [{"Trần Thị Lan", "Khampha Sisavath"}, {"Phạm Văn Hải", "Khampha Sisavath"}],
        ),
        (WELCOME + "Sau lễ đón, hai bên tiến hành hội đàm.\n" + PICTURE, "meeting", []),
    ],
)
def test_who_meets_whom(text: str, kind: str, expected: list[set[str]]) -> None:
    assert parties(text, kind) == expected


LEAD = "Sáng 5/3, tại Hà Nội, Thủ tướng Lê Văn Bình hội đàm với Thủ tướng Lào Khampha Sisavath.\n"


def days(text: str) -> list[tuple[str, str | None]]:
    """Return kind and day of each main activity."""
    return [(one.kind.value, str(one.date.value) if one.date else None) for one in main(told(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEAD + "Cùng ngày, Thủ tướng Lào chào xã giao Chủ tịch nước Trần Thị Lan.", ("meeting", "XXXX-03-05")),
        (
            "Ngày 6/3, Thủ tướng Lào Khampha Sisavath dự Diễn đàn doanh nghiệp Việt Nam - Lào tại Huế.\n"
            "Sau đó, ông Khampha Sisavath hội kiến Chủ tịch Quốc hội Phạm Văn Hải.",
            ("meeting", "XXXX-03-06"),
        ),
        (
            "Nhân chuyến thăm chính thức Việt Nam, chiều 7/3, Thủ tướng Lào Khampha Sisavath và Thủ tướng "
            "Lê Văn Bình dự buổi giao lưu với sinh viên tại Huế.",
            ("joint_activity", "XXXX-03-07"),
        ),
        (
            "Kỷ niệm 30 năm ngày thiết lập quan hệ ngoại giao Việt Nam - Lào (9/3/1990 - 9/3/2020), ngày 8/3, Đại sứ "
            "quán Lào tổ chức triển lãm tại Huế.",
            ("exhibition", "XXXX-03-08"),
        ),
        (
            "Thủ tướng Lào Khampha Sisavath đến Hà Nội, bắt đầu chuyến thăm Việt Nam kéo dài đến 9/3.",
            ("visit", None),
        ),
    ],
)  # fmt: skip
def test_the_day_is_that_of_what_takes_place(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in days(text)


def test_a_visit_of_no_said_goal_is_where_its_guests_are_received() -> None:
    text = (
        "Ngày 5/3, Bí thư Thành ủy Huế Lê Văn Bình cùng đoàn cán bộ thành phố đã tiếp đoàn đại biểu thủ đô Vientiane"
        " (Lào) đến thăm và làm việc. Đoàn do ông Khampha Sisavath, đô trưởng thủ đô Vientiane, làm trưởng đoàn."
    )
    reading = told(text)
    towns = {place.id: place.name.value for place in reading.places}
    assert {towns[one.places[0]] for one in reading.activities if one.kind.value in {"visit", "meeting"}} == {"Huế"}


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "Ngày 5/3, tại Đà Nẵng, Tổng Lãnh sự quán Lào trao 20 suất học bổng cho sinh viên Lào.",
            "donation",
            "Đà Nẵng",
        ),
        ("Ngày 5/3, tại thành phố Hồ Chí Minh diễn ra đêm nhạc hữu nghị Việt - Nhật.", "performance", "Hồ Chí Minh"),
    ],
)
def test_what_friends_do_for_each_other(text: str, kind: str, place: str) -> None:
    [one] = main(told(text))
    assert one.kind.value == kind
    assert one.place
    assert one.place.value.endswith(place)


def test_days_in_words_on_a_plaque_are_no_days_of_its_unveiling() -> None:
    text = (
        "Hội hữu nghị Việt Nam - Lào khánh thành bia lưu niệm tại Huế.\n\nTấm bia có khắc dòng chữ: “Trong chuyến thăm "
        "Huế ngày 3/4/1968, đoàn đại biểu thanh niên Lào đã dừng chân và trồng cây lưu niệm tại nơi này”.\n"
    )
    assert [one for one in days(text) if one[0] == "visit"] == []
    assert all(day is None for _, day in days(text))


def test_days_in_what_is_said_are_no_days_of_doing() -> None:
    text = LEAD + "Tại hội đàm, Thủ tướng Lào cảm ơn Việt Nam đã gửi hàng viện trợ ngày 1/2."
    assert days(text)[0] == ("talks", "XXXX-03-05")


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (LEAD + "Ngày 2/1, Bộ trưởng Ngoại giao Phạm Văn Hải đã thăm Thái Lan.", "visit"),
        (LEAD + "Thủ tướng Lê Văn Bình mời Thủ tướng Lào sớm thăm chính thức Việt Nam.", "visit"),
        (LEAD + "Thủ tướng Lê Văn Bình tặng quà lưu niệm cho Thủ tướng Khampha Sisavath.", "donation"),
        (LEAD + "\nThủ tướng Lê Văn Bình (trái) tiếp Thủ tướng Khampha Sisavath tại Hà Nội.", "meeting"),
    ],
)
def test_what_is_no_activity_of_its_own(text: str, context: str) -> None:
    assert context not in {kind for kind, _ in days(text)}


def test_verbs_in_a_chain_have_one_subject() -> None:
    text = (
        "Ngày 5/3, Thủ tướng Lào Khampha Sisavath sẽ chào xã giao Chủ tịch nước Trần Thị Lan, hội kiến Chủ tịch Quốc "
        "hội Phạm Văn Hải và hội đàm với Thủ tướng Lê Văn Bình."
    )
    assert parties(text, "meeting") == [
        {"Khampha Sisavath", "Trần Thị Lan"},
        {"Khampha Sisavath", "Phạm Văn Hải"},
    ]
    assert parties(text, "talks") == [{"Khampha Sisavath", "Lê Văn Bình"}]


def test_those_named_behind_the_talks_hold_them() -> None:
    text = "Sáng 5/3, tại Hà Nội diễn ra lễ đón.\nTại hội đàm, Thủ tướng Lê Văn Bình và Thủ tướng Lào Khampha Sisavath "
    assert parties(text + "nhất trí mở rộng hợp tác.", "talks") == [{"Lê Văn Bình", "Khampha Sisavath"}]


def test_whose_a_visit_is_stands_behind_it() -> None:
    text = (
        "Người phát ngôn Trần Thị Lan cho biết đây là chuyến thăm chính thức Việt Nam đầu tiên của Thủ tướng Lào "
        "Khampha Sisavath."
    )
    reading = told(LEAD + text)
    guests = {
        party.party for one in reading.activities if one.kind.value == "visit" for party in one.participants
        if party.role.value == "guest"
    }  # fmt: skip
    names = {person.id: person.names[0].value for person in reading.people}
    assert {names[guest] for guest in guests} == {"Khampha Sisavath"}


def test_visits_to_two_countries_are_two() -> None:
    text = (
        "Ngày 5/3, Thủ tướng Lê Văn Bình thăm chính thức Lào. Sau đó, Thủ tướng Lê Văn Bình thăm chính thức Thái Lan."
    )
    visits = [one.place.value for one in main(told(text)) if one.kind.value == "visit" and one.place]
    assert visits == ["Lào", "Thái Lan"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "Ủy ban nhân dân tỉnh Nghệ An tổ chức lễ kỷ niệm 60 năm quan hệ ngoại giao Việt Nam - Lào.\n"
            "Nhân dân tỉnh Nghệ An luôn gắn bó với Lào.",
            "celebration",
            "tỉnh Nghệ An",
        ),
        (
            "Nhân dịp tham dự Hội nghị cấp cao ASEAN tại Viêng Chăn, ngày 5/3, Thủ tướng Lê Văn Bình gặp Thủ tướng Lào "
            "Khampha Sisavath.",
            "meeting",
            "Viêng Chăn",
        ),
    ],
)
def test_where_it_was(text: str, kind: str, place: str) -> None:
    places = [one.place.value for one in main(told(text)) if one.kind.value == kind and one.place]
    assert places == [place]


def test_a_verb_behind_a_noun_tells_that_it_took_place() -> None:
    text = "Diễn đàn thanh niên Việt Nam - Lào vừa được tổ chức tại Huế. Diễn đàn sau sẽ diễn ra tại Viêng Chăn."
    first = main(told(text))[0]
    assert first.status is not None
    assert first.status.value.value == "held"


TRIP = "Thủ tướng Lê Văn Bình thăm Lào\n\nSáng 5/3, tại Viêng Chăn, Thủ tướng Lào Khampha Sisavath chủ trì lễ đón "
TRIP += "Thủ tướng Lê Văn Bình.\n"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (TRIP + "Dự kiến, Thủ tướng Lê Văn Bình sẽ hội kiến Chủ tịch Quốc hội Lào Bun-mi Xi-la-vông.", "meeting", []),
        (
            TRIP + "Chiều 5/3, Thủ tướng Lê Văn Bình sẽ hội kiến Chủ tịch Quốc hội Lào Bun-mi Xi-la-vông.",
            "meeting",
            [{"Lê Văn Bình", "Bun-mi Xi-la-vông"}],
        ),
    ],
)
def test_plans_beside_what_was_held(text: str, kind: str, expected: list[set[str]]) -> None:
    assert parties(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Tàu sẽ đến Đà Nẵng, Đại sứ Hàn Quốc Kim Min Soo cho biết trong lễ kỷ niệm Quốc khánh ngày 4/10 ở Hà Nội.",
            "Hà Nội",
        ),
        (
            "Ngày 19/1, tại công viên 23/9, hai nước Việt Nam và Nhật Bản đồng tổ chức Lễ hội Nhật - Việt.",
            "công viên 23/9",
        ),
    ],
)
def test_where_it_is(text: str, place: str) -> None:
    (one,) = main(told(text))
    assert one.place is not None
    assert one.place.value == place


MOURNED = "Đại sứ Lào Khampha Sisavath viếng\n\nSáng 5/3, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha "
MOURNED += "Sisavath.\nĐại sứ chia buồn về sự ra đi của Chủ tịch nước Phạm Văn Hải. "


def test_who_is_mourned_takes_no_part() -> None:
    text = MOURNED + "Chủ tịch nước Phạm Văn Hải từng khẳng định hai nước là anh em."
    assert parties(text, "meeting") == [{"Lê Văn Bình", "Khampha Sisavath"}]
    assert "Phạm Văn Hải" in {name.value for one in told(text).people if one.background for name in one.names}


def test_welcomers_at_the_airport_are_on_the_visit() -> None:
    text = "Thủ tướng bắt đầu thăm chính thức Na Uy\n\nTối 23/5, Thủ tướng Lê Văn Bình cùng đoàn cấp cao Việt Nam đã "
    text += (
        "đến sân bay Gardermoen, Oslo, bắt đầu chuyến thăm chính thức Vương quốc Na Uy.\nĐón Thủ tướng, Phu nhân và "
    )
    text += (
        "đoàn tại sân bay có Thứ trưởng Ngoại giao Na Uy Marianne Hagen và về phía Việt Nam, có Đại sứ Việt Nam tại "
    )
    text += "Na Uy Nguyễn Hồng Cường."
    assert parties(text, "visit") == [{"Lê Văn Bình", "Marianne Hagen", "Nguyễn Hồng Cường"}]


MINISTER, GUEST = "Bộ trưởng Quốc phòng Lê Văn Bình", "Bộ trưởng Quốc phòng Lào Khampha Sisavath"


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (f"Sáng 4/6, tại Huế, {MINISTER} đã chủ trì lễ đón và tiến hành hội đàm với {GUEST}.", "talks", "Huế"),
        (
            f"{MINISTER} gặp {GUEST}\n\nNhân dịp tham dự Diễn đàn Đối thoại quốc phòng lần thứ 3 tại Bắc Kinh, "
            f"ngày 4/6, {MINISTER} đã hội kiến với {GUEST}.",
            "meeting",
            "Bắc Kinh",
        ),
        (f"Bên lề Hội nghị Bộ trưởng lần thứ 3 tại Thái Lan, {MINISTER} đã gặp {GUEST}.", "meeting", "Thái Lan"),
        (
            f"Sáng 4/6/2024, {MINISTER} đã hội đàm với {GUEST}.\n\n"
            "Bộ trưởng Lê Văn Bình và Bộ trưởng Khampha Sisavath duyệt đội danh dự tại Huế - Ảnh: AN NAM",
            "talks",
            "Huế",
        ),
        (
            f"Chiều 4/6, {GUEST} đã có buổi làm việc với {MINISTER} tại Đại sứ quán Lào tại Việt Nam.",
            "meeting",
            "Đại sứ quán Lào tại Việt Nam",
        ),
    ],
)
def test_where_something_took_place(text: str, kind: str, place: str) -> None:
    found = {one.place.value for one in main(told(text)) if one.kind.value == kind and one.place}
    assert found == {place}
