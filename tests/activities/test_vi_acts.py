"""Vietnamese: what is done by saying something, verb by verb; who goes on from sentence to sentence."""

import pytest

from giaoluu.model.activities import JOINT
from giaoluu.pipeline import read
from giaoluu.sources import capture_of

RECEIVED = (
    "Ngày 5/6/2024, tại Hà Nội, Phó Chủ tịch UBND thành phố Trần Văn Bách đã tiếp Đại sứ Thụy Điển Anna Lindqvist. "
    "Tại buổi tiếp, ông Trần Văn Bách {}."
)
UNION = (
    "Ngày 5/6/2024, tại Hà Nội, Phó Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam Trần Văn Bách "
    "đã tiếp Đại sứ Thụy Điển tại Việt Nam Anna Lindqvist. "
)
HOST, GUEST = "Trần Văn Bách", "Anna Lindqvist"


def said(text: str) -> list[tuple[str | None, str]]:
    reading = read(capture_of(text.encode()))
    names = {one.id: one.names[0].value for one in (*reading.people, *reading.organisations)}
    return [(names.get(one.speaker or "", one.speaker), one.act.value) for one in reading.quotations]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("praise", "ghi nhận những đóng góp của Đại sứ"),
        ("praise", "trân trọng sự ủng hộ của Thụy Điển"),
        ("praise", "đánh giá rất tích cực kết quả dự án"),
        ("praise", "tự hào về quan hệ hai nước"),
        ("affirm", "đề cao vai trò của giao lưu nhân dân"),
        ("affirm", "làm rõ lập trường của Việt Nam"),
        ("affirm", "xem Thụy Điển là đối tác quan trọng"),
        ("affirm", "phân tích những thách thức của hợp tác"),
        ("propose", "khuyến khích doanh nghiệp Thụy Điển đầu tư vào thành phố"),
        ("propose", "đưa ra một số đề xuất hợp tác"),
        ("propose", "bày tỏ nguyện vọng hợp tác với Thụy Điển"),
        ("propose", "nhấn mạnh cần đẩy mạnh giao lưu nhân dân"),
        ("propose", "cho rằng thời gian tới hai bên cần tập trung vào giáo dục"),
        ("propose", "muốn hai bên tăng cường hợp tác"),
        ("propose", "gợi mở một số hướng hợp tác"),
        ("commit", "nhận lời thăm Thụy Điển"),
        ("commit", "vui vẻ nhận lời mời thăm Thụy Điển"),
        ("commit", "bảo đảm thành phố sẽ tạo mọi điều kiện cho Đại sứ"),
        ("commit", "cho biết, thành phố cũng sẽ cử đoàn sang thăm"),
        ("commit", "tuyên bố tài trợ 1 triệu USD cho dự án"),
        ("commit", "sẵn lòng hỗ trợ sinh viên Thụy Điển"),
        ("thank", "chúc Đại sứ hoàn thành tốt nhiệm kỳ"),
        ("thank", "bày tỏ cảm kích trước sự giúp đỡ của Thụy Điển"),
        ("thank", "nói lời cảm ơn tới Đại sứ"),
        ("thank", "hoan nghênh Đại sứ đến thăm thành phố"),
        ("inform", "thông tin đến Đại sứ về tình hình kinh tế của thành phố"),
        ("inform", "trình bày khái quát tình hình thành phố"),
        ("inform", "chia sẻ thông tin về các dự án trọng điểm"),
        ("inform", "trao đổi với Đại sứ về tình hình thành phố"),
        ("inform", "nêu một số kết quả hợp tác nổi bật"),
        ("inform", "tiết lộ thành phố có đường bay thẳng"),
    ],
)
def test_verbs_tell_what_is_done(act: str, words: str) -> None:
    assert said(RECEIVED.format(words)) == [(HOST, act)]


@pytest.mark.parametrize(
    "words",
    [
        "tặng Đại sứ một bức tranh",
        "cùng Đại sứ tham quan phòng truyền thống",
        "đến chúc Tết Đại sứ và cán bộ Đại sứ quán",
    ],
)
def test_deeds_are_not_said(words: str) -> None:
    assert said(RECEIVED.format(words)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà cảm ơn Liên hiệp đã dành thời gian.", [(GUEST, "thank")]),
        (
            "Bày tỏ vui mừng được đón Đại sứ, ông Trần Văn Bách cho biết Liên hiệp coi trọng hợp tác với Thụy Điển.",
            [(HOST, "affirm")],
        ),
        (
            "Đồng tình với ý kiến của ông Bách, Đại sứ cho rằng hai bên cần tổ chức nhiều hoạt động hơn.",
            [(GUEST, "propose")],
        ),
        (
            "Ông Bách cho biết Liên hiệp có 121 hội thành viên. "
            "Thời gian tới, Liên hiệp sẽ tiếp tục mở rộng hợp tác với các đối tác Bắc Âu.",
            [(HOST, "inform"), (HOST, "commit")],
        ),
        ("Hai bên nhất trí tạo điều kiện và khuyến khích doanh nghiệp đầu tư.", [(JOINT, "agree")]),
        (
            "Đánh giá cao những đề xuất của ông Trần Văn Bách, Đại sứ Anna Lindqvist nhất trí tăng cường hợp tác.",
            [(GUEST, "agree")],
        ),
        (
            "Nhất trí với ý kiến của Đại sứ Anna Lindqvist, ông Trần Văn Bách cho rằng đó là nền tảng quan trọng. "
            "Ông cảm ơn sự ủng hộ của Thụy Điển.",
            [(HOST, "affirm"), (HOST, "thank")],
        ),
        (
            "Đại sứ đánh giá cao thành tựu của Việt Nam; ấn tượng với Hà Nội. "
            "Bà cam kết trong nhiệm kỳ của mình, bà sẽ làm hết sức để vun đắp tình hữu nghị.",
            [(GUEST, "praise"), (GUEST, "commit")],
        ),
        (
            "Ông Bách khẳng định quan hệ hai nước tốt đẹp.\n\n"
            "Những năm qua, Liên hiệp đã tổ chức nhiều hoạt động giao lưu hữu nghị.",
            [(HOST, "affirm")],
        ),
    ],
)
def test_who_says_what_in_a_chain(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(UNION + text) == expected
