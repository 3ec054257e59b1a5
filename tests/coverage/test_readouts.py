"""Two sides tell of one meeting, each in its language: what is aligned, and that neither is taken for a translation."""

import pytest
from tests.coverage.reports import report

from giaoluu.model.links import Stronger
from giaoluu.pipeline import compare

VISIT_VI = (
    "Ngày 2/7/2025, tại Bắc Kinh, Bộ trưởng Ngoại giao Cao Minh Đức hội đàm với Bộ trưởng Ngoại giao Trung Quốc Vương"
    " Thế Đạc nhân chuyến thăm chính thức Trung Quốc.\n"
    "Bộ trưởng Vương Thế Đạc nhấn mạnh Trung Quốc coi Việt Nam là hướng ưu tiên trong ngoại giao láng giềng. Ông cho"
    " biết Trung Quốc sẽ tiếp tục mở rộng nhập khẩu nông sản Việt Nam. Hai bên nhất trí tổ chức Năm Giao lưu nhân văn"
    " Việt - Trung."
)
VISIT_ZH = (
    "2025年7月2日，外交部长王世铎在北京同越南外交部长高明德举行会谈。\n"
    "王世铎表示，中方始终将越南作为周边外交优先方向。中方愿继续扩大进口越南农产品。双方同意办好中越人文交流年。"
)
NEW_YORK_SV = (
    "Sveriges utrikesminister Ulrika Sandell mötte Vietnams utrikesminister Cao Minh Duc i New York den 24 september"
    " 2024.\nUlrika Sandell betonade att Sverige vill fördjupa samarbetet om grön omställning. Hon tackade Vietnam för"
    " stödet till svenska företag. Cao Minh Duc föreslog att Sverige ska öppna fler direktflyg. Ministrarna var överens"
    " om att fira 55 år av diplomatiska förbindelser."
)
NEW_YORK_EN = (
    "In New York on September 24, 2024, Vietnamese Foreign Minister Cao Minh Duc met with Sweden's Minister for Foreign"
    " Affairs Ulrika Sandell.\nMinister Duc affirmed that Vietnam attaches importance to ties with Sweden. He"
    " proposed that Sweden support Vietnam in green transition and open direct flights. Minister Sandell thanked"
    " Vietnam for supporting Swedish businesses. The two ministers agreed to celebrate the 55th anniversary of"
    " diplomatic relations."
)


def test_words_that_a_page_ties_to_the_visit_are_compared_with_those_of_the_talks() -> None:
    found = compare(report("vi", VISIT_VI), report("zh", VISIT_ZH))
    assert len(found.aligned) == 3
    assert (found.only_left, found.only_right) == ((), ())
    assert [one.stronger for one in found.aligned][:2] == [None, Stronger.LEFT]


@pytest.mark.parametrize(("left", "right"), [(NEW_YORK_SV, NEW_YORK_EN), (VISIT_VI, VISIT_ZH)], ids=["sv-en", "vi-zh"])
def test_the_day_and_the_place_of_one_meeting_make_no_translation(left: str, right: str) -> None:
    assert compare(report("a", left), report("b", right)).one_sided is None


def test_what_both_say_is_aligned_between_reporters() -> None:
    found = compare(report("sv", NEW_YORK_SV), report("en", NEW_YORK_EN))
    assert [
        set(one.reasons) & {"both agree", "the only thank of each", "the only propose of each"} for one in found.aligned
    ] == [
        {"the only thank of each"},
        {"the only propose of each"},
        {"both agree"},
    ]


GATE_VI = (
    "Chiều 20/2/2025, tại thành phố Hạ Long, Bí thư Tỉnh ủy Quảng Ninh Vũ Đại Phong tiếp Bí thư Khu ủy Quảng Tây Trần"
    " Cương Nghĩa.\nBí thư Vũ Đại Phong đề nghị hai bên sớm đưa vào vận hành cửa khẩu thông minh Móng Cái - Đông Hưng."
    " Đồng chí cho biết Quảng Ninh sẽ tổ chức Lễ hội hữu nghị vào tháng 9/2025.\nBí thư Trần Cương Nghĩa khẳng định"
    " Quảng Tây sẽ hoàn thành cửa khẩu thông minh trước tháng 12/2025."
)
GATE_ZH = (
    "陈刚义会见越共广宁省委书记武大丰\n2025年2月20日，广西壮族自治区党委书记陈刚义在下龙市同越共广宁省委书记武大丰会谈。\n"
    "陈刚义表示，广西愿同广宁推进东兴—芒街智慧口岸建设。\n武大丰表示，广宁将于9月举办友谊节，欢迎广西派团参加。"
)


def test_a_headline_that_met_and_a_text_that_talked_lose_no_words() -> None:
    found = compare(report("vi", GATE_VI), report("zh", GATE_ZH))
    aligned = [(one.stronger, *one.reasons) for one in found.aligned]
    assert [stronger for stronger, *_ in aligned] == [None, Stronger.LEFT]
    assert "named: XXXX-09" in aligned[0]  # the month of both, though one leaves the year to its reader
    assert len(found.only_left) == len(found.only_right) == 1  # a gate and an invitation are two wishes
