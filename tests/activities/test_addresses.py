"""Addresses: speeches, letters and statements that are printed as somebody's own words."""

import pytest

from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of

EN = "Remarks as Prepared for Delivery by Ambassador Nils Berg of Norway at the Art Festival\n2024-05-08\n\n"
VI = "Phát biểu của Đại sứ Na Uy Nils Berg tại lễ kỷ niệm 50 năm thiết lập quan hệ ngoại giao\n08/05/2024\n\n"
ZH = "驻挪威大使李华在建交70周年招待会上的致辞（全文）\n2024-05-08\n\n"
BERG, LI = "Nils Berg", "李华"


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def sayings(text: str) -> list[tuple[str, str]]:
    """Return who said what kind of thing, in reading order."""
    reading = told(text)
    names = {one.id: one.names[0].value for one in reading.people}
    return [(names.get(one.speaker or "", one.speaker or ""), one.act.value) for one in reading.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            EN + "Good evening.\n\nI am grateful for your warm welcome. Norway and Boston have shared the sea for long "
            "years.\n\nWe will open a new library next spring.",
            [(BERG, "thank"), (BERG, "affirm"), (BERG, "commit")],
        ),
        (
            VI + "Tôi rất vui mừng được có mặt tại đây. Chúng tôi cảm ơn nhân dân Việt Nam.\n\n"
            "Na Uy sẽ tiếp tục hỗ trợ Việt Nam đào tạo kỹ sư.",
            [(BERG, "praise"), (BERG, "thank"), (BERG, "commit")],
        ),
        (
            ZH + "女士们、先生们：\n\n我们感谢各界朋友长期以来的支持。\n\n中国愿同挪威扩大绿色合作。",
            [(LI, "thank"), (LI, "commit")],
        ),
    ],
)
def test_who_is_named_in_the_title_says_the_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert sayings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Statement by Spokesperson Eva Harlow on the Visit of Prime Minister Brandt\n2024-05-08\n\n"
        "Prime Minister Brandt of Norway arrived in Boston today.\n\nThe prime minister toured the harbour.",
        "Statement by Spokesperson Eva Harlow on Foreign Minister Tor Ek’s Meeting with Minister Brandt of Norway\n"
        "2024-05-08\n\nToday, Foreign Minister Tor Ek met with Minister Brandt of Norway to discuss our strong ties. "
        "Mr. Ek welcomed the new ferry. They also discussed the harbour.",
        "王华出席建交70周年招待会并致辞\n2024-05-08\n\n外交部长王华5月7日在北京出席招待会并致辞。\n\n招待会上，我们看到了友谊。",
    ],
)
def test_a_report_is_nobodys_address(text: str) -> None:
    reading = told(text)
    assert not [one for one in reading.quotations if one.direct]
    there = {one.party for activity in reading.activities for one in activity.participants}
    assert not [one for one in reading.people if one.names[0].value == "Eva Harlow" and one.id in there]
