"""Texts of both sides: joint statements and communiqués, in which nobody reports and both sides speak throughout."""

import pytest

from giaoluu.model.activities import JOINT
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of

EN = "Joint Statement by President Harlow and Prime Minister Brandt of Norway\n2024-05-08\n\n"
VI = "Tuyên bố chung Việt Nam - Na Uy\n08/05/2024\n\n"
ZH = "中华人民共和国和挪威王国联合声明\n2024-05-08\n\n"
SV = "Gemensamt uttalande av Sverige och Vietnam\n2024-05-08\n\n"


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def sayings(text: str) -> list[tuple[str, str]]:
    """Return who said what kind of thing, in reading order; a country by its code."""
    reading = told(text)
    names = {one.id: one.names[0].value for one in reading.people}
    return [
        (one.speaker if one.speaker == JOINT else names.get(one.speaker or "") or "".join(one.sides), one.act.value)
        for one in reading.quotations
        if one.speaker
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            EN + "The two leaders reaffirmed their friendship.\n\n- Recognized the role of students.",
            [(JOINT, "affirm")] * 2,
        ),
        (
            EN + "The two leaders met in Boston to discuss trade.\n\n- Norway will eliminate duties on fish.\n\n"
            "- Increase the number of flights.",
            [("NO", "commit"), (JOINT, "commit")],
        ),
        (
            EN + "The sides intend to conclude an agreement.\n\nThey decided to meet each year.",
            [(JOINT, "commit"), (JOINT, "agree")],
        ),
        (
            EN + "President Harlow thanked Norway for its help.\n\nThey committed to build a bridge.",
            [("Harlow", "thank"), (JOINT, "commit")],
        ),
        (EN + "Our partnership is a foundation of peace. It matters.", [(JOINT, "affirm")]),
        (
            VI + "1. Hai bên bày tỏ hài lòng về quan hệ hai nước.\n\n- Tiếp tục duy trì cơ chế đối thoại thường niên.",
            [(JOINT, "praise"), (JOINT, "commit")],
        ),
        (
            VI + "Hai bên sẽ tăng cường trao đổi đoàn.\n\nPhía Na Uy cam kết hỗ trợ đào tạo kỹ sư.",
            [(JOINT, "commit"), ("NO", "commit")],
        ),
        (
            ZH + "一、双方一致认为，两国关系发展良好。\n\n二、双方将继续扩大绿色合作。\n\n"
            "三、挪方重申坚持一个中国原则。中方对此表示赞赏。",
            [(JOINT, "agree"), (JOINT, "commit"), ("NO", "affirm"), ("CN", "praise")],
        ),
        (
            SV + "Båda sidor välkomnade det ökade handelsutbytet.\n\nLänderna kommer att fördjupa samarbetet.",
            [(JOINT, "praise"), (JOINT, "commit")],
        ),
        (
            "Hai nước công bố văn kiện\n\nSau đây là toàn văn Tuyên bố chung Việt Nam - Na Uy:\n\n"
            "Hai bên sẽ mở rộng hợp tác.",
            [(JOINT, "commit")],
        ),
    ],
)
def test_both_sides_speak_in_a_joint_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert sayings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Vietnam issued a joint statement\n2024-05-08\n\nNorway will eliminate duties on fish.",
        "Report of the committee\n2024-05-08\n\nNorway will eliminate duties on fish.",
    ],
)
def test_what_a_report_tells_is_said_by_nobody(text: str) -> None:
    assert sayings(text) == []


def test_headings_and_what_took_place_are_not_said() -> None:
    text = (
        "Economic cooperation\n\n"
        "President Harlow met with Prime Minister Brandt in Boston to discuss our trade relations."
    )
    assert [act for _, act in sayings(EN + text)] in ([], ["inform"])
