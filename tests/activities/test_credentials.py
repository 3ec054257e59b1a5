"""Credentials: the envoy is the guest, the head of state who takes them the host; who signed them is not there."""

import pytest

from giaoluu.pipeline import read
from giaoluu.sources import capture_of

PAGES = [
    (
        "Đại sứ Việt Nam trình Quốc thư lên Tổng thống Nam Phi\n12/03/2025\n\nNgày 11/3/2025, tại thủ đô Pretoria,"
        " Đại sứ Nguyễn Văn Thạo đã trình Thư ủy nhiệm của Chủ tịch nước Lương Văn Hòa"
        " lên Tổng thống Nam Phi Peter Mokoena.\n",
        {"Nguyễn Văn Thạo": "guest", "Peter Mokoena": "host"},
    ),
    (
        "新任驻挪威大使递交国书\n2025年3月12日\n\n3月11日，新任驻挪威大使王海明在奥斯陆向挪威国王哈拉尔递交李国强主席签署的国书。\n",
        {"王海明": "guest", "哈拉尔": "host"},
    ),
    (
        "Ambassador presents credentials\n12 March 2025\n\nPRETORIA, 11 March 2025 - Vietnamese Ambassador"
        " Nguyen Van Thao presented his Letter of Credence from State President Luong Van Hoa"
        " to South African President Peter Mokoena.\n",
        {"Nguyen Van Thao": "guest", "Peter Mokoena": "host"},
    ),
    (
        "Ambassadör överlämnade kreditivbrev\n12 mars 2025\n\nDen 11 mars överlämnade ambassadör Eva Lind sitt"
        " kreditivbrev från Hans Majestät Konungen till Vietnams president Luong Van Hoa i Hanoi.\n",
        {"Eva Lind": "guest", "Luong Van Hoa": "host"},
    ),
]


@pytest.mark.parametrize(("page", "expected"), PAGES, ids=["vi", "zh", "en", "sv"])
def test_the_envoy_is_guest_and_the_sender_is_not_there(page, expected):
    reading = read(capture_of(page.encode()))
    names = {person.id: person.names[0].value for person in reading.people}
    [activity] = reading.activities
    assert activity.date
    assert str(activity.date.value) == "2025-03-11"
    assert {names[one.party]: one.role.value for one in activity.participants if one.party in names} == expected
