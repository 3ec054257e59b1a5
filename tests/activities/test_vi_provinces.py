"""Vietnamese: reports of provinces, universities and embassies, with their lists of those present."""

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


@pytest.mark.parametrize(
    ("text", "kind", "date", "place"),
    [
        (
            "Đoàn Lào thăm Hà Giang\n\nNgày 18/5/2023, Phó Chủ tịch UBND tỉnh Hà Giang Lê Thị Hòa tiếp, làm việc với "
            "đoàn cán bộ Đại sứ quán nước Cộng hòa Dân chủ Nhân dân (CHDCND) Lào tại Việt Nam.",
            "meeting", "2023-05-18", None,
        ),
        (
            "Đại sứ quán kỷ niệm Quốc khánh\n\nNgày 14/9/2018, Đại sứ quán Việt Nam tại Lào tổ chức Lễ kỷ niệm 73 năm "
            "Quốc khánh 2/9 tại thủ đô Viêng Chăn. Thứ trưởng Bộ Ngoại giao Lào Khampha Sisavath dự.",
            "celebration", "2018-09-14", "thủ đô Viêng Chăn",
        ),
        (
            "Kí kết biên bản hợp tác với một trường của Lào\n\nNgày 13/11/2017, Hiệu trưởng Trường Đại học Huế Lê Văn "
            "Nam cùng Hiệu trưởng Đại học Khammouane Khampha Sisavath đã ký vào biên bản ghi nhớ tại Huế.",
            "signing", "2017-11-13", "Huế",
        ),
        (
            "Hợp tác với tỉnh Tula\n\nNgày 23/7/2015, Bí thư Tỉnh ủy Nghệ An Lê Văn Nam đã có buổi làm việc với tỉnh "
            "Tula của Liên bang Nga. Đại sứ Liên bang Nga tại Việt Nam Ivan Petrov cùng dự.",
            "meeting", "2015-07-23", "tỉnh Tula",
        ),
        (
            "Chiêu đãi nhân dịp Quốc khánh 2/9 tại Lào\n\nNgày 30/8/2019, Đại sứ Việt Nam tại Lào Lê Văn Nam chủ trì "
            "tiệc chiêu đãi. Phó Thủ tướng Lào Khampha Sisavath dự.",
            "celebration", "2019-08-30", "Lào",
        ),
    ],
)  # fmt: skip
def test_what_took_place_when_and_where(text: str, kind: str, date: str, place: str | None) -> None:
    first = main(told(text))[0]
    assert (first.kind.value, first.date and str(first.date.value)) == (kind, date)
    assert place is None or (first.place and first.place.value == place)


def test_a_province_without_a_name_is_the_only_one_named() -> None:
    text = (
        "Tiếp Đại sứ Mông Cổ\n\nNgày 10/9/2022, Chủ tịch UBND tỉnh Lê Văn Nam tiếp Đại sứ Mông Cổ tại Việt Nam "
        "Bat Dorj.\n\nÔng giới thiệu thế mạnh của tỉnh Tuyên Quang."
    )
    reading = told(text)
    names = {place.id: place.name.value for place in reading.places}
    assert [names[place] for place in main(reading)[0].places] == ["tỉnh Tuyên Quang"]


@pytest.mark.parametrize(
    "told_of",
    ["tiếp các vị khách quốc tế", "tiếp 25 Tổng lãnh sự các nước", "chủ trì tiệc chiêu đãi Đoàn Ngoại giao"],
)
def test_diplomats_of_many_countries(told_of: str) -> None:
    assert told(f"Gặp mặt\n\nChiều 23/2/2016, tại Huế, Bí thư Thành ủy Huế Lê Văn Nam {told_of}.").is_exchange


@pytest.mark.parametrize(
    ("sentence", "present"),
    [
        ("Tiếp và làm việc với Đoàn có các đồng chí: Đinh Văn Sáu, TVTU, Phó Chủ tịch UBND tỉnh; Bùi Mai Hòa, Giám đốc "
         "Sở Ngoại vụ.", {"Đinh Văn Sáu", "Bùi Mai Hòa"}),
        ("Đến tham dự buổi lễ là gần 350 khách mời, trong đó có Phó Chủ tịch Quốc hội Lào Somphone Vong.",
         {"Somphone Vong"}),
        ("Về phía Trường Đại học Quảng Tây là GS. Liệu Văn Đan, cùng các thành viên.", {"Liệu Văn Đan"}),
        ("Tới dự có đông đảo cựu chuyên gia Liên Xô và ông Trần Văn Tám.", {"Trần Văn Tám"}),
    ],
)  # fmt: skip
def test_who_was_there(sentence: str, present: set[str]) -> None:
    lead = "Gặp mặt\n\nNgày 18/5/2023, tại Hà Nội, ông Lê Văn Nam tiếp Đại sứ Lào Khampha Sisavath.\n\n"
    reading = told(lead + sentence)
    assert set().union(*(people(reading, one) for one in main(reading))) == {"Lê Văn Nam", "Khampha Sisavath", *present}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hợp tác\n\nNgày 25/9/2024, Phó Chủ tịch Ủy ban Nhân dân Thành phố Hồ Chí Minh Lê Văn Nam tiếp Phó thị "
         "trưởng thành phố Lyon (Pháp) Jean Petit. Ông cảm ơn TP Hồ Chí Minh và mong trở lại Thành phố Hồ Chí "
         "Minh.", "TP Hồ Chí Minh"),
        ("Lãnh đạo tỉnh tiếp khách Lào\n\nSáng 22/11/2023, Phó Chủ tịch UBND tỉnh - Lê Tấn Nam tiếp đoàn công tác do "
         "ông Khampha Sisavath - Tổng Lãnh sự Lào dẫn đầu. Đây là lần đầu ông đến tỉnh Long An.", "tỉnh Long An"),
        ("Đón khách Lào\n\nSáng 21/5/2024, Tổng lãnh sự Lào Khampha Sisavath đến chào xã giao lãnh đạo UBND tỉnh Tiền "
         "Giang. Ông cảm ơn tỉnh Tiền Giang.", "tỉnh Tiền Giang"),
        ("Thủ tướng thăm Pháp\n\nThủ tướng Lê Văn Nam thăm chính thức Pháp từ ngày 4/6/2017. Thủ tướng Lê Văn Nam đã "
         "tiếp Chủ tịch Hội hữu nghị Pháp - Việt Jean Petit. Việt Nam có nhiều bạn bè.", "Pháp"),
    ],
)  # fmt: skip
def test_a_host_receives_in_the_town_of_the_post_or_on_the_visit(text: str, place: str) -> None:
    reading = told(text)
    names = {one.id: one.name.value for one in reading.places}
    meeting = next(one for one in main(reading) if one.kind.value == "meeting")
    assert (meeting.place.value if meeting.place else names[meeting.places[0]]) == place


def test_a_visit_is_where_the_guests_arrive() -> None:
    text = "Chủ tịch nước thăm Nga\n\nSáng 4/10/2017, Chủ tịch nước Lê Văn Nam tới Moscow, bắt đầu chuyến thăm Nga."
    assert [one.place.value for one in main(told(text)) if one.place] == ["Moscow"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ngày 5/3/2024, tại Hà Nội, Chương trình Giao lưu hữu nghị nhân dân Việt - Trung năm 2024 được tổ chức.",
         "joint_activity"),
        ("Ngày 5/3/2024, đoàn học sinh Hàn Quốc đã giao lưu với học sinh Trường THPT Nguyễn Huệ, Hà Nội.",
         "joint_activity"),
        ("Ngày 5/3/2024, giải bóng đá giao hữu giữa sinh viên Lào và sinh viên Việt Nam diễn ra tại Sơn La.",
         "joint_activity"),
        ("Chiều 5/3/2024, Hội hữu nghị Việt - Mỹ tổ chức chiếu phim tài liệu tại Hà Nội.", "performance"),
        ("Tối 5/3/2024, Đại sứ quán Việt Nam tại Áo tổ chức Tết cộng đồng.", "celebration"),
    ],
)  # fmt: skip
def test_exchanges_by_the_name_of_the_occasion_or_by_what_is_done(sentence: str, kind: str) -> None:
    reading = told(sentence)
    assert (reading.is_exchange, [one.kind.value for one in main(reading)]) == (True, [kind])


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 5/3/2024, học sinh Trường THPT Nguyễn Huệ giao lưu với nhà văn Lê Văn Nam tại Hà Nội.",
        "Ngày 5/3/2024, giải bóng đá hữu nghị các trường diễn ra tại Sơn La.",
    ],
)
def test_what_is_held_among_one_countrys_own_is_no_exchange(sentence: str) -> None:
    assert not told(sentence).is_exchange


@pytest.mark.parametrize(
    ("seat", "printed"),
    [
        ("tại trụ sở UBND tỉnh, ", "trụ sở UBND tỉnh"),
        ("tại trụ sở UBND tỉnh Hà Giang, ", "trụ sở UBND tỉnh Hà Giang"),
        ("tại hội trường Tỉnh ủy, ", "hội trường Tỉnh ủy"),
    ],
)
def test_a_house_without_a_town_stands_in_its_hosts(seat: str, printed: str) -> None:
    reading = told(
        f"Ngày 18/5/2023, {seat}Phó Chủ tịch UBND tỉnh Hà Giang Lê Thị Hòa tiếp đoàn cán bộ tỉnh Vân Nam (Trung Quốc)."
    )
    (one,) = main(reading)
    here = [place for place in reading.places if place.id in one.places]
    assert one.place is not None
    assert one.place.value == printed
    assert any("Hà Giang" in f"{place.name.value} {place.city}" for place in here)
