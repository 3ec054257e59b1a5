"""Delegations: who leads them and how many are on them, where the words say so."""

import pytest

from giaoluu.pipeline import read
from giaoluu.sources import capture_of

VISIT = "Ngày 12/6/2024, tại thành phố Vinh, {} đã đến thăm tỉnh Nghệ An."


@pytest.mark.parametrize(
    ("text", "head", "size"),
    [
        (VISIT.format("Đoàn đại biểu tỉnh Xiêng Khoảng (Lào) do bà Bun-mi Xi-la-vông dẫn đầu"),
         "Bun-mi Xi-la-vông", None),
        (VISIT.format("Đoàn đại biểu tỉnh Xiêng Khoảng (Lào) gồm 25 thành viên"), None, 25),
        (
            "Đại tá Nguyễn Hữu Bình dẫn đầu đoàn đại biểu Hội Cựu chiến binh tỉnh Nghệ An gồm 15 cán bộ sang thăm Lào.",
            "Nguyễn Hữu Bình",
            15,
        ),
        ("Ông Lê Văn Nam tiếp đoàn đại biểu tỉnh Xiêng Khoảng (Lào) và trao 20 suất quà.", None, None),
    ],
)  # fmt: skip
def test_heads_and_sizes(text: str, head: str | None, size: float | None) -> None:
    reading = read(capture_of(f"Đoàn đại biểu nước bạn thăm Nghệ An\n\n{text}".encode()))
    names = {person.id: person.names[0].value for person in reading.people}
    numbers = {one.id: one.value for one in reading.quantities}
    (group,) = (one for one in reading.delegations if one.country)
    assert (names.get(group.head or ""), numbers.get(group.size or "")) == (head, size)


def test_a_country_in_brackets_names_the_delegation_once_more() -> None:
    text = (
        "Chủ tịch tỉnh tiếp Đoàn đại biểu tỉnh Vân Nam\n\nÔng Lê Văn Nam tiếp Đoàn đại biểu tỉnh Vân Nam (Trung Quốc)."
    )
    assert len(read(capture_of(text.encode())).delegations) == 1
