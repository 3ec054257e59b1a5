"""Vietnamese: posts behind a name, whose name is whose, and who is only spoken of."""

import pytest

from giaoluu.model.mentions import Person
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of

LEAD = "Sáng 5/3/2024, tại Hà Nội, Phó Chủ tịch Quốc hội Lê Văn Bình đã tiếp Đại sứ Lào Khampha Sisavath.\n\n"


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def people(reading: Reading) -> dict[str, Person]:
    return {form.value: one for one in reading.people for form in one.names}


def taking_part(reading: Reading) -> set[str]:
    names = {one.id: one.names[0].value for one in reading.people}
    parties = {part.party for activity in reading.activities for part in activity.participants}
    return {name for id, name in names.items() if id in parties}


@pytest.mark.parametrize(
    ("sentence", "name", "post"),
    [
        ("Ông Phạm Hữu Tân, Giám đốc Sở Văn hóa Thể thao Hà Nội cho biết lễ hội rất vui.", "Phạm Hữu Tân",
         "Giám đốc Sở Văn hóa Thể thao Hà Nội"),
        ("Bà Mai Thu Hà, nguyên hội trưởng hội Lưu học sinh Việt Nam ở Vũ Hán cho hay các bạn trẻ rất vui.",
         "Mai Thu Hà", "nguyên hội trưởng hội Lưu học sinh Việt Nam ở Vũ Hán"),
        ("Lê Hồng Quyên, Phó Chủ tịch Hội sinh viên Kyoto Xanh đã kể một câu chuyện.", "Lê Hồng Quyên",
         "Phó Chủ tịch Hội sinh viên Kyoto Xanh"),
        ("Bà Jane Millson - Chủ tịch WXYZ phát biểu tại hội nghị.", "Jane Millson", "Chủ tịch WXYZ"),
        ("Ông Ivan Petrov, Phó Thống đốc Sochi và nhiều quan chức Nga ra sân bay đón đoàn.", "Ivan Petrov",
         "Phó Thống đốc Sochi"),
        ("Ông Raj Kumar- Tổng lãnh sự Ấn Độ tại Huế đến chào xã giao.", "Raj Kumar", "Tổng lãnh sự Ấn Độ tại Huế"),
        ("Ông Trần Văn Sáu, Trưởng ban Chỉ đạo ngày hội nhấn mạnh tình hữu nghị.", "Trần Văn Sáu",
         "Trưởng ban Chỉ đạo ngày hội"),
    ],
)  # fmt: skip
def test_a_post_behind_a_name_ends_before_the_verb(sentence: str, name: str, post: str) -> None:
    assert post in {one.title.value for one in people(told(LEAD + sentence))[name].posts}


def test_posts_before_the_next_name_are_that_ones() -> None:
    text = "Chủ tịch nước Lê Văn Cường, Phó Thủ tướng, Bộ trưởng Ngoại giao Trần Thanh Sáng cùng dự lễ."
    found = people(told(text))
    assert [one.title.value for one in found["Lê Văn Cường"].posts] == ["Chủ tịch nước"]
    assert [one.title.value for one in found["Trần Thanh Sáng"].posts] == ["Phó Thủ tướng", "Bộ trưởng Ngoại giao"]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Sau đó, Đại sứ Khampha Sisavath đặt hoa viếng Chủ tịch Hồ Chí Minh.", "Hồ Chí Minh"),
        ("Đại sứ Khampha Sisavath dự lễ kỷ niệm ngày sinh cố Tổng Bí thư Trần Văn Đạt.", "Trần Văn Đạt"),
    ],
)
def test_people_of_history_take_no_part(text: str, absent: str) -> None:
    reading = told(LEAD + text)
    assert people(reading)[absent].background
    assert absent not in taking_part(reading)


def test_a_street_is_nobody() -> None:
    reading = told(LEAD + "Buổi lễ diễn ra tại ngã tư đường Phạm Văn Hai và phố Lê Văn Sỹ, Đại sứ Lào dự.")
    assert not {"Phạm Văn Hai", "Lê Văn Sỹ"} & set(people(reading))


def test_leaders_are_of_their_country() -> None:
    found = people(told("Tại Hà Nội, Thủ tướng Lê Văn Bình gặp Tổng thống Vladimir Putin bên lề hội nghị ở Nhật Bản."))
    country = found["Vladimir Putin"].country
    assert country is not None
    assert country.value == "RU"


@pytest.mark.parametrize(
    ("sentence", "name", "country", "post"),
    [
        ("Chủ tịch Hội nghị Hiệp thương toàn quốc Trung Quốc Dương Chính Thành đến thăm.", "Dương Chính Thành", "CN",
         "Chủ tịch Hội nghị Hiệp thương toàn quốc Trung Quốc"),
        ("Chủ tịch Hội Liên hiệp Thanh niên Việt Nam TP. HCM Phạm Hữu Sơn gửi lời cảm ơn.", "Phạm Hữu Sơn", "VN",
         "Chủ tịch Hội Liên hiệp Thanh niên Việt Nam TP. HCM"),
        ("Thủ tướng nước Cộng hòa Dân chủ Liên bang Nepal K P Adhikari đến thăm.", "K P Adhikari", "NP",
         "Thủ tướng nước Cộng hòa Dân chủ Liên bang Nepal"),
        ("Giám đốc tài chính Huashan Mạnh Vũ Châu từ Trung Quốc đến thăm.", "Mạnh Vũ Châu", "CN",
         "Giám đốc tài chính Huashan"),
        ("Nhật hoàng Tokuhito tiếp đoàn.", "Tokuhito", "JP", "Nhật hoàng"),
        ("Lãnh đạo Triều Tiên Kim Song Il tiếp đoàn.", "Kim Song Il", "KP", "Lãnh đạo Triều Tiên"),
        ("Anh Lê Đức Vinh, Chủ tịch Hội sinh viên Việt Nam tại Pháp, tặng hoa.", "Lê Đức Vinh", "VN", None),
    ],
)  # fmt: skip
def test_posts_at_length_before_a_name(sentence: str, name: str, country: str, post: str | None) -> None:
    one = people(told(LEAD + sentence))[name]
    assert one.country is not None
    assert one.country.value == country
    assert post is None or post in {held.title.value for held in one.posts}


@pytest.mark.parametrize(
    ("post", "kind"),
    [
        ("Chủ tịch Quốc hội", "speaker"),
        ("Chủ tịch UBND tỉnh Nghệ An", "governor"),
        ("Chủ tịch HĐND tỉnh Nghệ An", "governor"),
        ("Chủ tịch Hội Hữu nghị Việt Nam - Trung Quốc", "head_of_body"),
        ("Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam", "head_of_body"),
    ],
)
def test_who_heads_a_body_that_is_no_parliament_is_no_speaker(post: str, kind: str) -> None:
    one = people(told(LEAD + f"{post} Hồ Sĩ Nguyên phát biểu."))["Hồ Sĩ Nguyên"]
    assert {held.kind for held in one.posts} == {kind}


def test_a_verb_ends_a_post() -> None:
    found = people(told(LEAD + "Tổng thống Harlow đề cử bà Kelly Mills làm đại sứ tại Việt Nam."))
    assert not found["Kelly Mills"].posts


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Thủ tướng Áo Stefan Kerz hội đàm với Thủ tướng Lê Minh Phúc.", {"Stefan Kerz", "Lê Minh Phúc"}),
        ("Thủ tướng Nga Aleksei Overin gặp Bộ trưởng Pháp Jean Morval.", {"Aleksei Overin", "Jean Morval"}),
        ("Tướng Áo Văn Hùng dự lễ.", {"Áo Văn Hùng"}),
        ("Chủ tịch nước Lê Cường trao Đại sứ Phạm Bình Huân chương Hữu nghị.", {"Lê Cường", "Phạm Bình"}),
    ],
)
def test_a_country_or_an_order_is_no_part_of_a_name(sentence: str, names: set[str]) -> None:
    assert {one.names[0].value for one in told(sentence).people} == names


def test_a_name_cut_off_in_the_headline_is_the_same() -> None:
    found = people(told("Lễ tưởng niệm Tổng Bí thư Lê Văn ...\n\nĐại sứ Lào đến viếng Tổng Bí thư Lê Văn Đạt."))
    assert found["Lê Văn"] is found["Lê Văn Đạt"]


@pytest.mark.parametrize(
    ("sentence", "name", "post"),
    [
        ("Ông Phan Hữu Thạch (69 tuổi), nguyên cục trưởng Cục Đầu tư nước ngoài, dự lễ.", "Phan Hữu Thạch",
         "nguyên cục trưởng Cục Đầu tư nước ngoài"),
        ("Ông Ken Sato, Trưởng đại diện mới của Tổ chức Xúc tiến Thương mại Nhật Bản (JXXX) nhận định rất tốt.",
         "Ken Sato", "Trưởng đại diện mới của Tổ chức Xúc tiến Thương mại Nhật Bản"),
        ("Đón đoàn tại sân bay có Thứ trưởng Ngoại giao Na Uy Marian Hagan, Đại sứ Na Uy tại Việt Nam Grete Lochan.",
         "Grete Lochan", "Đại sứ Na Uy tại Việt Nam"),
    ],
)  # fmt: skip
def test_posts_behind_asides_and_in_lists(sentence: str, name: str, post: str) -> None:
    assert [one.title.value for one in people(told(LEAD + sentence))[name].posts] == [post]


@pytest.mark.parametrize(
    ("sentence", "name", "country", "posts"),
    [
        ("Ông Ken Sato, Chủ tịch Hội hữu nghị Việt - Nhật Osaka, tặng hoa.", "Ken Sato", "JP",
         ["Chủ tịch Hội hữu nghị Việt - Nhật Osaka"]),
        ("Đoàn Quảng Trị do đồng chí Trần Văn Hào, Chủ tịch Hội Hữu nghị Việt - Lào tỉnh làm trưởng đoàn đến thăm.",
         "Trần Văn Hào", "VN", ["Chủ tịch Hội Hữu nghị Việt - Lào tỉnh"]),
        ("Thừa ủy quyền của Chủ tịch nước, đồng chí Lê Thị Mẫn trao tặng Huy chương Hữu nghị.", "Lê Thị Mẫn", "VN", []),
    ],
)  # fmt: skip
def test_chapters_heads_of_delegations_and_proxies(sentence: str, name: str, country: str, posts: list[str]) -> None:
    one = people(told(LEAD + sentence))[name]
    assert one.country is not None
    assert (one.country.value, [held.title.value for held in one.posts]) == (country, posts)


def test_those_who_go_along_are_listed_with_semicolons() -> None:
    text = "Cùng đi có bà Mai Thu Hà, Phó Giám đốc Sở Ngoại vụ; ông Đặng Văn Tám, Chủ tịch UBND huyện Hướng Hóa."
    assert {"Mai Thu Hà", "Đặng Văn Tám"} <= taking_part(told(LEAD + text))


def test_a_post_before_and_is_of_the_name_before_it() -> None:
    reading = told(LEAD + "Đại tá Kiều Văn Hùng, Tham mưu trưởng Bộ đội Biên phòng và Thượng tá Lê Văn Hòa cùng dự.")
    posts = {name: [post.title.value for post in one.posts] for name, one in people(reading).items()}
    assert posts["Lê Văn Hòa"] == ["Thượng tá"]
    assert "Tham mưu trưởng Bộ đội Biên phòng" in posts["Kiều Văn Hùng"]


def test_who_has_a_post_of_today_is_a_namesake() -> None:
    reading = told(LEAD + "Đại sứ Việt Nam tại Úc Nguyễn Tất Thành cùng dự. Chủ tịch Hồ Chí Minh từng đến đây.")
    assert not people(reading)["Nguyễn Tất Thành"].background
    assert people(reading)["Hồ Chí Minh"].background


def test_a_surname_alone_is_of_the_one_who_was_named_before() -> None:
    reading = told(
        "Thủ tướng Canada Jean Martel thăm Việt Nam từ ngày 8/11/2024.\n\nNgày 9/11, Thủ tướng Martel gặp Chủ tịch "
        "nước Lê Văn Bình tại Hà Nội.\n\nÔng là con trai của cựu Thủ tướng Canada Pierre Henri Martel.\n"
    )
    assert {"Jean Martel", "Lê Văn Bình"} == taking_part(reading)
