"""Vietnamese: who says what, on which day and where it was, and what is no exchange."""

import pytest

from giaoluu.model.activities import JOINT
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of

LEAD = "Sáng 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình hội đàm với Thủ tướng Lào Khampha Sisavath.\n\n"


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def sayings(text: str) -> list[tuple[str | None, str]]:
    reading = told(LEAD + text)
    names = {one.id: one.names[0].value for one in reading.people}
    result = []
    for one in reading.quotations:
        printed = one.speaker_span.exact if one.speaker_span else None
        result.append((JOINT if one.speaker == JOINT else names.get(one.speaker or "", printed), one.act.value))
    return result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hai Thủ tướng nhất trí mở rộng hợp tác.", [(JOINT, "agree")]),
        ("Lào khẳng định tiếp tục hợp tác chặt chẽ.", [("Lào", "affirm")]),
        ("Hai bên ký Tuyên bố chung về hợp tác.", []),
        ("Đoàn thanh niên tình nguyện Lào đến Hà Nội.", []),
        ("Theo ông Khampha Sisavath, kim ngạch tăng gấp đôi.", [("Khampha Sisavath", "inform")]),
        (
            "Thủ tướng Lào mời Thủ tướng Lê Văn Bình thăm chính thức Lào.",
            [("Khampha Sisavath", "propose")],
        ),
        (
            "Thủ tướng Lê Văn Bình đánh giá cao kết quả hợp tác, cảm ơn nhân dân Lào.",
            [("Lê Văn Bình", "praise"), ("Lê Văn Bình", "thank")],
        ),
        (
            "Thủ tướng Lê Văn Bình cảm ơn nhân dân và Chính phủ Lào, nhấn mạnh chuyến thăm của Thủ tướng "
            "Khampha Sisavath rất quan trọng.",
            [("Lê Văn Bình", "thank"), ("Lê Văn Bình", "affirm")],
        ),
        ("Công viên được xây để bày tỏ tình cảm với Việt Nam.", []),
    ],
)
def test_who_says_what(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert sayings(text) == expected


def test_a_country_goes_on_with_what_its_spokesman_says() -> None:
    text = "Thủ tướng Lê Văn Bình cảm ơn Lào. Việt Nam coi trọng quan hệ với Lào."
    assert sayings(text) == [("Lê Văn Bình", "thank"), ("Lê Văn Bình", "affirm")]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Sáng nay 8-11, Thủ tướng Lào Khampha Sisavath đã đến Hà Nội, bắt đầu chuyến thăm chính thức Việt Nam "
            "trong hai ngày 8 và 9-11.",
            "visit",
            "XXXX-11-08/XXXX-11-09",
        ),
        (
            "Theo thông cáo ngày 6-11 của Bộ Ngoại giao, Chủ tịch nước Lê Văn Bình sẽ thăm chính thức Lào từ ngày 9 "
            "đến 12-11.",
            "visit",
            "XXXX-11-09/XXXX-11-12",
        ),
        (
            "Sáng 4-6, Thủ tướng Lê Văn Bình hội đàm với Thủ tướng Lào Khampha Sisavath.\nHai bên nhắc lại chuyến "
            "thăm Việt Nam của Thủ tướng Lào năm 2013.",
            "talks",
            "XXXX-06-04",
        ),
    ],
)
def test_the_day_of_the_main_activity(text: str, kind: str, day: str) -> None:
    main = [one for one in told(text).activities if one.main and one.date]
    assert [(one.kind.value, str(one.date.value)) for one in main if one.date][:1] == [(kind, day)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Ngày 5/3, Phó Chủ tịch UBND TP. HCM Lê Văn Bình tiếp Phó Thị trưởng Porto (Bồ Đào Nha) Rui Vale.",
            "TP. HCM",
        ),
        ("Giao lưu hữu nghị Việt Nam - Campuchia diễn ra ngày 5/3 tại huyện Tịnh Biên (An Giang).", "huyện Tịnh Biên"),
    ],
)
def test_where_it_was(text: str, place: str) -> None:
    reading = told(text)
    names = {one.id: one.name.value for one in reading.places}
    main = next(one for one in reading.activities if one.main)
    assert place in {names[ref] for ref in main.places} | ({main.place.value} if main.place else set())


def test_a_welcome_is_a_ceremony() -> None:
    reading = told(
        "Sáng 5/3, tại Phủ Chủ tịch, Thủ tướng Lê Văn Bình chủ trì lễ đón chính thức Thủ tướng Lào Khampha Sisavath."
    )
    assert [one.kind.value for one in reading.activities if one.main] == ["ceremony"]


@pytest.mark.parametrize(
    "text",
    [
        "Lào triệu đại sứ Thái Lan\n\nLào đã triệu Đại sứ Thái Lan Chai Wong đến gặp Bộ trưởng Ngoại giao.",
        "Ông Brown chọn bà Lee làm đại sứ Mỹ tại Lào\n\nÔng Brown gặp bà Lee hôm 5/3.",
    ],
)
def test_disputes_and_appointments_are_no_exchange(text: str) -> None:
    assert not told(text).is_exchange


def test_what_is_told_in_passing_makes_no_exchange() -> None:
    lines = ["Giá lúa ở đồng bằng tăng", *(f"Giá lúa ở xã số {n} tăng thêm một chút." for n in range(1, 14))]
    lines.append("Thủ tướng Lào Khampha Sisavath từng gặp Thủ tướng Lê Văn Bình tại Hà Nội.")
    assert not told("\n\n".join(lines)).is_exchange
