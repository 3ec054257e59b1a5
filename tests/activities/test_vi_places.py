"""Vietnamese: where something took place: datelines, houses, villages and border stones, the town of a host."""

import pytest

from giaoluu.pipeline import read
from giaoluu.reports.record import record
from giaoluu.sources import capture_of


def places(text: str) -> list[str]:
    main = record(read(capture_of(text.encode())))["activities"]
    return [" ".join(word for word in (one["place"] or {}).values() if word) for one in main]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "(Bắc Kinh, 5/6/2024) - Đại sứ Việt Nam tại Trung Quốc Lê Văn An đã tới chào xã giao Bộ trưởng Thương mại "
            "Trung Quốc Vương Văn Đào.",
            "Bắc Kinh",
        ),
        ("TP Hồ Chí Minh: Ngày 5/6/2024, Chủ tịch UBND TP Lê Văn An tiếp Tổng Lãnh sự Mỹ Ann Lake.", "Hồ Chí Minh"),
        ("Sáng 5/6/2024, lãnh đạo tỉnh Hà Tĩnh tiếp đoàn đại biểu tỉnh Bôlikhămxay (Lào).", "Hà Tĩnh"),
        ("Ngày 5/6/2024, Trường Đại học Cần Thơ tiếp Tổng Lãnh sự Nhật Bản Mori Akira.", "Cần Thơ"),
        (
            "Ngày 5/6/2024, tại thôn Pa Hủ, xã Dân Hóa, huyện Minh Hóa, Bộ đội Biên phòng Quảng Bình trao quà cho nhân "
            "dân bản Noọng Mạ (Lào).",
            "Pa Hủ",
        ),
        (
            "Sáng 5/6/2024, tại khu vực mốc 1116, Đồn Biên phòng Hữu Nghị và Trạm Kiểm tra biên phòng Hữu Nghị Quan "
            "(Trung Quốc) tổ chức tuần tra chung.",
            "mốc 1116",
        ),
        (
            "Ngày 5/6/2024, Hội hữu nghị Việt Nam - Lào tỉnh Thanh Hóa tổ chức Đại hội lần thứ IV. Dự đại hội có ông "
            "Khamphao, Tổng Lãnh sự Lào tại Đà Nẵng.",
            "Thanh Hóa",
        ),
        (
            "Ngày 5/6/2024, Đại sứ Việt Nam tại Thụy Điển Lê Văn An đã trình Quốc thư lên Nhà vua Carl tại Hoàng cung.",
            "Hoàng cung",
        ),
        ("Ngày 5/6/2024, Đại sứ Việt Nam tại Thụy Điển Lê Văn An làm việc với Thị trưởng Malmö Eva Lind.", "Malm"),
        ("Ngày 5/6/2024, tại khách sạn Melia Hà Nội, Đại sứ quán Tây Ban Nha tổ chức kỷ niệm Quốc khánh.", "Melia"),
    ],
)
def test_where_it_took_place(text: str, place: str) -> None:
    assert place in places(text)[0]
