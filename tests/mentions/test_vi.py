"""Vietnamese: whose country a page tells only beside the name, where posts end, and who is listed later."""

import pytest

from giaoluu.langs.pack import pack
from giaoluu.mentions.territory import fold_territories
from giaoluu.model.mentions import Person, PlaceLevel
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of

CALL = "Sáng 5/3/2024, tại Hà Nội, Phó Chủ tịch Quốc hội Lê Văn Bình đã tiếp {guest}."


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def person(reading: Reading, name: str) -> Person:
    found = [one for one in reading.people if name in {form.value for form in one.names}]
    assert found, [one.names[0].value for one in reading.people]
    return found[0]


@pytest.mark.parametrize(
    ("guest", "name", "country", "post"),
    [
        ("Đại sứ Lào tại Việt Nam Khampha Sisavath", "Khampha Sisavath", "LA", "Đại sứ Lào tại Việt Nam"),
        ("Phó Cục trưởng Cục Lễ tân Trần Thị Hoa", "Trần Thị Hoa", "VN", "Phó Cục trưởng Cục Lễ tân"),
        ("đoàn đại biểu Trung Quốc do bà Lý Thu Hà dẫn đầu", "Lý Thu Hà", "CN", None),
        ("bà Anna Lindgren đến từ Thụy Điển", "Anna Lindgren", "SE", None),
        ("Uỷ viên Trung ương Đảng Phạm Quốc Anh", "Phạm Quốc Anh", "VN", "Uỷ viên Trung ương Đảng"),
        ("Ủy viên Trung ương Đảng Phạm Quốc Anh", "Phạm Quốc Anh", "VN", "Ủy viên Trung ương Đảng"),
    ],
)
def test_who_comes_from_where(guest: str, name: str, country: str, post: str | None) -> None:
    one = person(told(CALL.format(guest=guest)), name)
    assert one.country is not None
    assert one.country.value == country
    assert post is None or post in {occupancy.title.value for occupancy in one.posts}


def test_posts_of_another_country_are_somebody_elses() -> None:
    here = "Chiều 7/5/2024, tại cuộc gặp Ngoại trưởng Nhật Bản, "
    text = here + "Thứ trưởng Ngoại giao Việt Nam Phạm Quốc Anh cảm ơn phía bạn."
    one = person(told(text), "Phạm Quốc Anh")
    assert one.country is not None
    assert one.country.value == "VN"


def test_those_listed_later_take_part() -> None:
    later = "Cùng dự buổi tiếp có ông Trần Quốc Nam, Chủ nhiệm Văn phòng Quốc hội."
    reading = told(CALL.format(guest="Đại sứ Lào Khampha Sisavath") + "\n\n" + later)
    late = person(reading, "Trần Quốc Nam").id
    assert any(late in {participant.party for participant in one.participants} for one in reading.activities)


def test_a_pair_of_short_names_does_not_cut_a_long_one() -> None:
    text = "nhân dân hai nước Lào - Việt Nam và quan hệ Lào - Việt"
    tape = fold_territories(pack("vi").tape(text), pack("vi"))
    spans = [(item.type, tape.span(position, position + 1)) for position, item in tape.signs()]
    assert [(type, text[start:end]) for type, (start, end) in spans] == [
        ("country", "Lào"),
        ("country", "Việt Nam"),
        ("pair", "Lào - Việt"),
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "post"),
    [
        ("Dự buổi tiếp có ông Don Park - Tổng giám đốc Vinaplus, bà Mai Thu Hà.", "Don Park", "Tổng giám đốc Vinaplus"),
        ("Ông Lê Hồng Tân - CEO của Sao Nam - tặng hoa.", "Lê Hồng Tân", "CEO của Sao Nam"),
        (
            "Ông Ken Sato, Cố vấn đặc biệt Liên minh Nghị sĩ Hữu nghị Nhật - Việt, đến thăm.",
            "Ken Sato",
            "Cố vấn đặc biệt Liên minh Nghị sĩ Hữu nghị Nhật - Việt",
        ),
        ("Ngoại trưởng Hàn Quốc, bà Kang Min Hee, đến Hà Nội.", "Kang Min Hee", "Ngoại trưởng Hàn Quốc"),
        (
            "Trưởng Ban Tuyên giáo Trung ương Phạm Quốc Anh tiếp đoàn.",
            "Phạm Quốc Anh",
            "Trưởng Ban Tuyên giáo Trung ương",
        ),
        ("Quận trưởng Marco Tamayo đón đoàn Việt Nam.", "Marco Tamayo", "Quận trưởng"),
        ("Công chúa Thái Lan Maha Siri thăm Việt Nam.", "Maha Siri", "Công chúa Thái Lan"),
        ("Ủy viên Quốc vụ Trung Quốc Dương Khiết Minh đến Hà Nội.", "Dương Khiết Minh", "Ủy viên Quốc vụ Trung Quốc"),
        (
            "Anh Lê Nam gặp Chủ tịch Liên đoàn Thanh niên Dân chủ thế giới (WFX) Nico Papas.",
            "Nico Papas",
            "Chủ tịch Liên đoàn Thanh niên Dân chủ thế giới",
        ),
    ],
)
def test_posts_at_length_and_in_front(sentence: str, name: str, post: str) -> None:
    assert post in {one.title.value for one in person(told(sentence), name).posts}


def test_post_of_another_country_before_a_verb_is_somebody_elses() -> None:
    reading = told(
        "Nhất trí với ý kiến của Thủ tướng Lê Văn Bình, Bộ trưởng Bộ Quốc phòng Lào cho biết sẽ phối hợp với Việt Nam."
    )
    one = person(reading, "Lê Văn Bình")
    assert one.country is not None
    assert (one.country.value, [post.title.value for post in one.posts]) == ("VN", ["Thủ tướng"])


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Tổng thống Hàn Quốc Park Jae - in thăm Việt Nam.", "Park Jae - in"),
        ("Phó Chủ tịch UBND thành phố Đà Nẵng Nguyễn Thị Anh Thư tiếp đoàn Lào.", "Nguyễn Thị Anh Thư"),
    ],
)
def test_names_that_look_like_other_words(sentence: str, name: str) -> None:
    assert person(told(sentence), name)


def test_a_delegation_is_nobody() -> None:
    reading = told("Tổng thống Jose Ramos dẫn đầu Đoàn Đại biểu cấp cao Timor-Leste thăm Việt Nam.")
    assert {one.names[0].value for one in reading.people} == {"Jose Ramos"}


def test_who_heads_an_international_body_is_of_no_country_of_the_page() -> None:
    reading = told(
        "Tại Trung Quốc, Thủ tướng Lê Văn Bình gặp Tổng thư ký Liên Hiệp Quốc Antonio Gomes của tổ chức này."
    )
    assert person(reading, "Antonio Gomes").country is None


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Ý nghĩa của chuyến thăm rất lớn.", set()),
        ("Anh hùng Lực lượng vũ trang có mặt tại Mỹ Đình.", set()),
        ("Pháp luật và Mỹ thuật. Nhật ký của ông được in.", set()),
        ("Mỹ, Pháp và Ý cùng dự.", {"US", "FR", "IT"}),
        ("Anh khẳng định ủng hộ; Nhật Bản cũng vậy.", {"GB", "JP"}),
    ],
)
def test_words_that_begin_like_a_country(text: str, countries: set[str]) -> None:
    reading = read(capture_of(f"Tin đối ngoại\n\n{text}".encode()))
    assert {place.country for place in reading.places if place.level == PlaceLevel.COUNTRY} == countries


@pytest.mark.parametrize(
    ("where", "name", "city"),
    [
        ("tại Nhà khách Chính phủ", "Nhà khách Chính phủ", "Hà Nội"),
        ("tại nhà khách Chính phủ", "nhà khách Chính phủ", "Hà Nội"),
        ("tại Đại Lễ Đường Nhân dân", "Đại Lễ Đường Nhân dân", "Bắc Kinh"),
        ("tại cảng Tiên Sa", "cảng Tiên Sa", "Đà Nẵng"),
        ("tại sân bay quốc tế Wattay", "sân bay quốc tế Wattay", "Viêng Chăn"),
        ("tại khách sạn Melia Hà Nội", "khách sạn Melia Hà Nội", "Hà Nội"),
        ("tại Phòng Bầu dục", "Phòng Bầu dục", "Washington D.C"),
    ],
)
def test_a_venue_tells_its_town(where: str, name: str, city: str) -> None:
    places = told(f"Sáng 5/3/2024, {where}, Bộ trưởng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath.").places
    assert {place.city for place in places if place.name.value == name} == {city}


def test_words_in_small_letters_are_no_venue() -> None:
    assert {place.key for place in told("Sáng 5/3/2024, tại Hà Nội, họ đi dạo quanh hồ gươm.").places} == {"VN-HN"}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Bộ trưởng Lê Văn Bình ký kết dự án cơ sở hạ tầng giao thông với phía Lào.", set()),
        ("Bà Trần Thị Viện được Trung Quốc mời sang thăm.", set()),
        ("Nhiều tổ chức cùng bạn bè quốc tế đến dự.", set()),
        (
            "Buổi nói chuyện diễn ra tại Trường đại học Khoa học xã hội & nhân văn TP. HCM.",
            {"Trường đại học Khoa học xã hội & nhân văn TP. HCM"},
        ),
    ],
)
def test_words_that_begin_like_a_body(text: str, bodies: set[str]) -> None:
    assert {name.value for one in told(text).organisations for name in one.names} == bodies


@pytest.mark.parametrize(
    "name",
    [
        "Lễ hội văn hóa Nhật Bản",
        "Ngày hội hữu nghị Việt Nam - Lào",
        "Ngày hội thanh niên Việt Nam - Lào",
        "Ngày hội Sinh viên Việt Nam tại Pháp",
        "Lễ hội Doanh nhân Việt Nam",
    ],
)
def test_a_feast_is_no_association(name: str) -> None:
    text = f"{name} do Hội Phụ nữ Việt Nam tổ chức tại Hà Nội ngày 5/3/2024.\n"
    reading = read(capture_of(text.encode()))
    assert [one.names[0].value for one in reading.organisations] == ["Hội Phụ nữ Việt Nam"]
    assert [one.kind.value for one in reading.activities] == ["festival"]
