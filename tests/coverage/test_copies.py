"""Copies and translations, and how many sources are left."""

import pytest
from tests.coverage.reports import report

from giaoluu.coverage import PrintedNames, link, print_of
from giaoluu.coverage.copies import copies, shingles_of
from giaoluu.coverage.linking import text_tie_of
from giaoluu.model.letters import unmarked
from giaoluu.model.links import TextRelation

LEAD = "Chiều 5/3/2024, tại Hà Nội, Chủ tịch Hội Hữu nghị Việt Nam - Lào Đỗ Khắc Hiếu tiếp Đại sứ Lào Khamsing Vongsa."
BODY = (
    " Ông Đỗ Khắc Hiếu cho biết Hội sẽ tặng thư viện trường song ngữ bốn trăm cuốn sách và mời hai mươi giáo viên sang"
    " tập huấn trong mùa hè. Đại sứ Khamsing Vongsa cảm ơn Hội và đề nghị hai bên mở thêm lớp tiếng Việt ở các tỉnh."
)
MORE = " Buổi tiếp còn có đại diện của các hội thành viên, những người đã nhiều năm làm việc ở nước bạn."
OTHER = (
    "Ngày 9/4/2024, tại Huế, đoàn nghệ thuật từ Luông Pha Băng biểu diễn múa quạt trước hai nghìn khán giả bên sông."
)


@pytest.mark.parametrize(
    ("left", "right", "is_copy"),
    [
        (LEAD + BODY, LEAD + BODY, True),
        (LEAD + BODY + MORE, "Tin mới. " + LEAD + BODY, True),
        (LEAD + BODY + MORE, LEAD + OTHER, False),
        (LEAD, LEAD, False),
    ],
    ids=["the same", "cut and retitled", "one formula", "too short to tell"],
)
def test_near_copies(left: str, right: str, is_copy: bool) -> None:
    texts = [shingles_of(report(name, text).article) for name, text in (("a", left), ("b", right))]
    assert bool(list(copies(texts))) is is_copy
    assert list(copies(texts)) == list(copies(reversed(texts)))


def test_a_cut_copy_is_found_through_its_people() -> None:
    names = PrintedNames()
    whole, cut = report("a", LEAD + BODY + 8 * MORE + OTHER), report("b", LEAD + BODY)
    tie = text_tie_of(print_of(whole), print_of(cut), names)
    assert tie is not None
    assert (tie.relation, "shorter" in tie.reason) == (TextRelation.COPY, True)


def test_three_copies_are_one_witness_and_a_report_of_its_own_is_another() -> None:
    own = (
        "On March 5, 2024, Do Khac Hieu, president of the Vietnam-Laos Friendship Association, received Lao Ambassador"
    )
    texts = {"a": LEAD + BODY, "b": "Tin mới. " + LEAD + BODY, "c": LEAD + BODY + MORE, "d": f"{own} Khamsing Vongsa."}
    found = link([report(name, text) for name, text in texts.items()], PrintedNames())
    (activity,) = [one for one in found.activities if "d" in {key.reading for key in one.accounts}]
    assert [witness.readings for witness in activity.witnesses] == [("a", "b", "c"), ("d",)]


def test_two_reports_that_credit_one_embassy_are_one_witness() -> None:
    credit = "Theo Đại sứ quán Việt Nam tại Lào, "
    ours, theirs = "Đại sứ Việt Nam tại Lào Đỗ Khắc Hiếu", "Bộ trưởng Lào Khamsing Vongsa"
    left = f"{credit}chiều 5/3/2024, tại Viêng Chăn, {ours} gặp {theirs}."
    right = f"{credit}ngày 5/3/2024, {theirs} tiếp {ours} tại Viêng Chăn."
    found = link([report("a", left), report("b", right)], PrintedNames())
    (activity,) = [one for one in found.activities if len(one.accounts) > 1]
    (witness,) = activity.witnesses
    assert "both credit" in witness.reason


def test_what_was_made_from_one_text_is_one_witness_and_no_copy() -> None:
    other = (
        " Lớp học hè năm nay có bảy mươi học viên đến từ mười hai tỉnh, đông gấp đôi năm ngoái, và kéo dài sáu tuần."
    )
    left = report("a", LEAD + BODY + MORE)
    right = report("b", LEAD + other + BODY + " " + OTHER)
    tie = text_tie_of(print_of(left), print_of(right), PrintedNames())
    assert tie is not None
    assert (tie.relation, "stand in both" in tie.reason) == (TextRelation.SAME_SOURCE, True)


def test_a_text_without_its_marks_is_a_copy() -> None:
    texts = [shingles_of(report(name, text).article) for name, text in (("a", BODY), ("b", unmarked(BODY)))]
    assert [tie.relation for tie in copies(texts)] == [TextRelation.COPY]
