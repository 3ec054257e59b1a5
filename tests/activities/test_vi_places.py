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


def main_activities(text: str) -> list[tuple[str, str | None]]:
    found = record(read(capture_of(text.encode())))["activities"]
    return [(one["kind"], one["date"]) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 23/2/2021, tại xã Phước Tân, khởi công Dự án Làng hữu nghị Việt - Hàn do Trung tâm Văn hóa Hàn Quốc "
            "tài trợ.",
            ("ceremony", "2021-02-23"),
        ),
        (
            "Ngày 25/4/2015, Đại sứ quán Việt Nam tại Canada đã tổ chức gặp mặt thân mật kiều bào. Phát biểu tại cuộc "
            "gặp mặt, sau khi cùng nhau xem bộ phim tài liệu rất cảm động về chiến thắng mùa Xuân năm 1975, Đại sứ Lê "
            "Văn An cảm ơn bà con.",
            ("meeting", "2015-04-25"),
        ),
    ],
)
def test_days_and_kinds(text: str, expected: tuple[str, str]) -> None:
    assert main_activities(text)[0] == expected


def posts(text: str) -> dict[str, list[str]]:
    main = record(read(capture_of(text.encode())))["activities"]
    return {party["name"]: party["post"] for one in main for party in one["participants"] if party["name"]}


def test_posts_of_rows_and_sides() -> None:
    text = (
        "Sáng 5/6/2024, tại Hà Nội, Trường Đại học Hà Nội đón tiếp đoàn Sở Giáo dục tỉnh Xiêng Khoảng (Lào). "
        "Dự buổi tiếp có ông Lê Văn An, quyền Hiệu trưởng, ông Trần Văn Bách, Phó Hiệu trưởng và đại diện các khoa. "
        "Về phía Sở Giáo dục tỉnh Xiêng Khoảng (CHDCND Lào) có: Ông Bounluon Vannahuck, Giám đốc cùng các cán bộ."
    )
    assert posts(text) == {
        "Lê Văn An": "quyền Hiệu trưởng",
        "Trần Văn Bách": "Phó Hiệu trưởng",
        "Bounluon Vannahuck": "Giám đốc",
    }


def test_kingdoms_are_no_surnames() -> None:
    text = "Ngày 5/6/2024, tại Hà Nội, ông Lê Văn An tiếp Thủ tướng Vương quốc Campuchia Sok Dara."
    assert posts(text)["Sok Dara"] == "Thủ tướng Vương quốc Campuchia"
