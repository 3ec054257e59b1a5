"""By when promises are to be kept, and who promises at all."""

import pytest

from giaoluu.pipeline import read
from giaoluu.sources import capture_of

LEAD = (
    "Thủ tướng Lào thăm Việt Nam\n\n06/03/2024\n\n"
    "Sáng 5/3, tại Hà Nội, Thủ tướng Lê Văn Bình hội đàm với Thủ tướng Lào Khampha Sisavath.\n"
)


def dues(text: str) -> list[str | None]:
    """Return the deadline of each commitment in a report."""
    reading = read(capture_of((LEAD + text).encode()))
    return [str(one.due.value) if one.due else None for one in reading.commitments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thủ tướng Lào khẳng định đến năm 2030 sẽ hoàn thành tuyến đường.", ["2030"]),
        ("Thủ tướng Lào cam kết tổ chức diễn đàn tại Viêng Chăn vào tháng 6/2025.", ["2025-06"]),
        ("Thủ tướng Lào cam kết thực hiện Hiệp định năm 2017.", [None]),
        ("Thủ tướng Lào cam kết mở rộng hợp tác với Huế.", [None]),
        ("Tháng 9/2013, hai bên đã nhất trí mở rộng hợp tác.", [None]),
        ("Hai bên nhất trí tổ chức kỳ họp sau tại Huế trước tháng 9/2024.", ["2024-09"]),
    ],
)
def test_by_when_it_is_to_be_kept(text: str, expected: list[str | None]) -> None:
    assert dues(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng Lê Văn Bình tin tưởng quan hệ hợp tác giữa Huế và Viêng Chăn sẽ tiếp tục phát triển.",
        "Thủ tướng Lào tin tưởng dưới sự lãnh đạo của Chính phủ, Việt Nam sẽ tiếp tục đạt nhiều thành tựu.",
    ],
)
def test_who_believes_in_others_promises_nothing(text: str) -> None:
    assert dues(text) == []
