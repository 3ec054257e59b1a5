"""Vietnamese: whose country a page tells only beside the name, where posts end, and who is listed later."""

import pytest

from giaoluu.langs.pack import pack
from giaoluu.mentions.territory import fold_territories
from giaoluu.model.mentions import Person
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
