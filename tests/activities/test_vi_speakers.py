"""Vietnamese: whose words a sentence tells: of posts without a name, pronouns, leaders, and verbs joined by "and"."""

import pytest

from giaoluu.model.activities import JOINT
from giaoluu.pipeline import read
from giaoluu.sources import capture_of

LEAD = "Sáng 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình hội đàm với Thủ tướng Lào Khampha Sisavath.\n\n"


def speakers(text: str) -> list[tuple[str | None, str]]:
    reading = read(capture_of((LEAD + text).encode()))
    names = {one.id: one.names[0].value for one in (*reading.people, *reading.organisations)}
    result = []
    for one in reading.quotations:
        printed = one.speaker_span.exact if one.speaker_span else None
        result.append((JOINT if one.speaker == JOINT else names.get(one.speaker or "", printed), one.act.value))
    return result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đại sứ Thái Lan cho biết hai nước sớm mở đường bay.", [("Đại sứ Thái Lan", "inform")]),
        ("Lãnh đạo Lào khẳng định luôn coi trọng quan hệ với Việt Nam.", [("Khampha Sisavath", "affirm")]),
        (
            "Thủ tướng Lê Văn Bình cảm ơn Thủ tướng Khampha Sisavath và bày tỏ ấn tượng về đất nước Lào.",
            [("Lê Văn Bình", "thank"), ("Lê Văn Bình", "praise")],
        ),
        (
            "Trao đổi với Thủ tướng Lê Văn Bình, ông Khampha Sisavath hoan nghênh kết quả hợp tác và hứa sẽ thúc đẩy.",
            [("Khampha Sisavath", "praise"), ("Khampha Sisavath", "commit")],
        ),
        ("Anh Lê Đức Vinh, sinh viên Việt Nam, đến dự. Anh Vinh chia sẻ rằng mọi người rất vui.",
         [("Lê Đức Vinh", "affirm")]),
        ("Ông Lê Văn Nam phát biểu tại buổi lễ.", []),
        ("Ông Lê Văn Nam sẽ nói chuyện với sinh viên. Trường có khoa tin học và y học.", []),
        ("Lào và Việt Nam còn nhất trí mở rộng hợp tác.", [(JOINT, "agree")]),
        ("Tân Hoa xã cho rằng hợp tác là quan trọng.", []),
        (
            "Ông Lê Văn Nam đề cao hợp tác giữa hai nước, cho biết hai bên sẽ bàn cách làm.",
            [("Lê Văn Nam", "affirm"), ("Lê Văn Nam", "inform")],
        ),
        ("Kết quả này nhận được sự đánh giá cao của bạn bè.", []),
        (
            "Ông Lê Văn Nam, Trưởng ban tổ chức “Lễ hội Việt Nam - Nhật Bản” tại Huế cho biết lễ hội rất đông.",
            [("Lê Văn Nam", "inform")],
        ),
        (
            "Phó Chủ tịch UBND tỉnh Quảng Ninh Trần Văn Hòa chủ trì. Lãnh đạo tỉnh mong muốn mở rộng hợp tác.",
            [("Trần Văn Hòa", "propose")],
        ),
        (
            "Thủ tướng Lê Văn Bình trao đổi với Đại sứ Thái Lan, nhấn mạnh tình hữu nghị.",
            [("Lê Văn Bình", "affirm")],
        ),
        ("Ông Lê Văn Nam, Liên hiệp các tổ chức hữu nghị Việt Nam cho hay các hội đều tham gia.",
         [("Lê Văn Nam", "inform")]),
        (
            "Chia sẻ về Lào, ông Lê Văn Nam cho biết, mỗi năm trường đón rất nhiều sinh viên. Số còn lại học nghề.",
            [("Lê Văn Nam", "inform"), ("Lê Văn Nam", "affirm")],
        ),
        (
            "Ông Lê Văn Nam khẳng định hai nước là láng giềng. Do đó, hai bên cần hiểu nhau hơn.",
            [("Lê Văn Nam", "affirm"), ("Lê Văn Nam", "propose")],
        ),
        (
            "Ông Lê Văn Nam cho rằng, việc mở trung tâm tiếng Việt tại Lào sẽ giúp nhiều người học tiếng.",
            [("Lê Văn Nam", "affirm")],
        ),
        ("Thủ tướng Khampha Sisavath một lần nữa gửi lời chia buồn sâu sắc.", [("Khampha Sisavath", "thank")]),
        ("Ông Lê Văn Nam đánh giá cao quyết tâm của nước bạn.", [("Lê Văn Nam", "praise")]),
        ("Thứ trưởng Xủnphon bày tỏ vui mừng trở lại thăm Việt Nam.", [("Xủnphon", "praise")]),
        (
            "Bà Trần Thu Hòa, Đại biện lâm thời Đại sứ quán Lào tại Việt Nam, đến dự. Đại biện Lào mong mọi việc tốt.",
            [("Trần Thu Hòa", "propose")],
        ),
        (
            "Ông Lê Văn Nam nói: \"Hôm nay là ngày vui. Lê Thị Bé là người mở đường. Chúng tôi nhớ.\" Trời nắng đẹp.",
            [("Lê Văn Nam", "affirm")] * 3,
        ),
        (
            "Ông Lê Văn Nam khẳng định thành phố rộng mở. Thành phố có nhiều lợi thế. Ông Lê Văn Nam sinh ở Huế.",
            [("Lê Văn Nam", "affirm")] * 2,
        ),
        (
            "Ông Lê Văn Nam khẳng định thành phố luôn rộng mở. Theo Bộ Công Thương, xuất khẩu tăng.",
            [("Lê Văn Nam", "affirm")],
        ),
        (
            "Thay mặt lãnh đạo tỉnh, Chủ tịch UBND tỉnh Lê Thị Hòa đánh giá cao chuyến thăm.",
            [("Lê Thị Hòa", "praise")],
        ),
        (
            "Theo Trưởng ban Tuyên giáo Tỉnh ủy, Chủ tịch Hội Hữu nghị Việt Nam - Lào tỉnh Phạm Xuân Tư, hội rất đông.",
            [("Phạm Xuân Tư", "inform")],
        ),
        (
            "Thủ tướng Lê Văn Bình cảm ơn và gửi lời thăm hỏi đến lãnh đạo Lào, đồng thời bày tỏ vui mừng về hợp tác.",
            [("Lê Văn Bình", "thank"), ("Lê Văn Bình", "praise")],
        ),
        (
            "Phó Chủ tịch UBND thành phố Nguyễn Thị Bé đề nghị thành phố Sakai mở đường bay.",
            [("Nguyễn Thị Bé", "propose")],
        ),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "proxy"),
    [
        ("Thay mặt Tỉnh ủy, UBND tỉnh Quảng Trị, ông Trần Văn Hòa chúc mừng nước bạn.", "Tỉnh ủy, UBND tỉnh Quảng Trị"),
        ("Ông Trần Văn Hòa, thay mặt đoàn Việt Nam, cảm ơn nước bạn.", "đoàn Việt Nam"),
        ("Ông Trần Văn Hòa cảm ơn nước bạn.", None),
    ],
)
def test_in_whose_name_somebody_speaks(text: str, proxy: str | None) -> None:
    (said,) = read(capture_of((LEAD + text).encode())).quotations
    assert (said.on_behalf_of.value if said.on_behalf_of else None) == proxy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Khampha Sisavath cho biết Đại sứ quán Lào tại Việt Nam sẽ tiếp tục phối hợp.",
            [("Khampha Sisavath", "commit")],
        ),
        ("Thủ tướng Lê Văn Bình cho biết lễ hội góp phần quảng bá văn hóa.", [("Lê Văn Bình", "affirm")]),
        ("Thủ tướng Lê Văn Bình cho biết lễ hội có 40 gian hàng.", [("Lê Văn Bình", "inform")]),
        (
            "Hai bên trao đổi về các dự án rất quan trọng.",
            [(JOINT, "inform")],
        ),
        (
            "Thủ tướng Lê Văn Bình đề nghị Lào quan tâm lao động. Đặc biệt, hỗ trợ triển khai các dự án hợp tác.",
            [("Lê Văn Bình", "propose"), ("Lê Văn Bình", "propose")],
        ),
        (
            "Hai bên nhất trí mở rộng thương mại; rà soát các hiệp định.",
            [(JOINT, "agree")],
        ),
        (
            "Thủ tướng Lê Văn Bình khẳng định đường sắt là yêu cầu khách quan của hai nước.",
            [("Lê Văn Bình", "affirm")],
        ),
        (
            "Thủ tướng Lê Văn Bình cảm ơn phía Lào. Đề nghị hai bên tiếp tục phối hợp.",
            [("Lê Văn Bình", "thank"), ("Lê Văn Bình", "propose")],
        ),
        ("Lãnh đạo hai nước cũng sẽ xem xét các rào cản.", [(JOINT, "commit")]),
        (
            "Thủ tướng Lê Văn Bình khẳng định Việt Nam coi trọng và mong muốn mở rộng hợp tác với Lào.",
            [("Lê Văn Bình", "affirm")],
        ),
        (
            '"Tôi và cộng sự sẽ phối hợp chặt chẽ", ông Khampha Sisavath nói.',
            [("Khampha Sisavath", "commit")],
        ),
    ],
)  # fmt: skip
def test_what_is_done_by_saying_it(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Cây cầu đã xong. Hai bờ gần nhau hơn. Người dân rất vui”, ông Khampha Sisavath chia sẻ.",
            ["Khampha Sisavath"] * 3,
        ),
        (
            'Ông Khampha Sisavath nói: “Cây cầu đã xong.\n\nHai bờ gần nhau hơn”.\n\nTrời Hà Nội hôm ấy nắng.',
            ["Khampha Sisavath"] * 2,
        ),
        (
            "Ông Khampha Sisavath khẳng định Lào coi trọng quan hệ với Việt Nam.\n\nHợp tác về giáo dục\n\n"
            "Hai bên nhất trí mở thêm lớp.",
            ["Khampha Sisavath", JOINT],
        ),
        (
            "Ông Khampha Sisavath khẳng định Lào coi trọng quan hệ với Việt Nam./.\n\nLễ hội ở Huế: Nhiều hoạt động "
            "góp phần thúc đẩy quan hệ hợp tác, giao lưu văn hóa.",
            ["Khampha Sisavath"],
        ),
        (
            "Phó Thủ tướng Lào Somphone Vong thay mặt lãnh đạo Nhà nước Lào gửi lời chúc tới nhân dân Việt Nam.",
            ["Somphone Vong"],
        ),
        (
            "Ông Khampha Sisavath cảm ơn lời mời gặp ngài Lê Văn Bình, đồng thời mong muốn Việt Nam mở đường bay.",
            ["Khampha Sisavath"] * 2,
        ),
        ("Tuyên bố chung nhấn mạnh hai nước luôn tin cậy nhau.", [JOINT]),
        ("Ông Khampha Sisavath được cho là đã đề xuất làm trung gian.", []),
        ("Giải thưởng trao cho ông Khampha Sisavath nhờ những đóng góp cho hai nước.", []),
    ],
)  # fmt: skip
def test_whose_words_go_on_and_whose_end(text: str, expected: list[str]) -> None:
    assert [speaker for speaker, _ in speakers(text)] == expected


def test_what_somebody_will_do_who_has_just_spoken_is_promised() -> None:
    said = "Ông Khampha Sisavath cảm ơn Việt Nam. Ngoài ra, ông sẽ làm cầu nối cho các doanh nghiệp hai nước."
    assert speakers(said) == [("Khampha Sisavath", "thank"), ("Khampha Sisavath", "commit")]
    assert speakers("Ông Lê Văn Nam sẽ làm cầu nối cho các doanh nghiệp hai nước.") == []


def test_thanks_that_are_sent() -> None:
    sent = "Ông Khampha Sisavath gửi đến lãnh đạo Việt Nam lời chào trân trọng. Ông cũng có lời cảm ơn bạn bè Huế."
    assert speakers(sent) == [("Khampha Sisavath", "thank")] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Khampha Sisavath đề nghị hai bên tăng cường trao đổi đoàn.\n\nPhát huy các cơ chế sẵn có, kiên trì mở "
            "rộng giao thương.\n\nKiểm soát tốt việc qua lại.",
            [("Khampha Sisavath", "propose")] * 3,
        ),
        (
            "Hai bên thống nhất phối hợp chặt chẽ.\n\nNghiên cứu, thiết lập cơ chế giao ban hằng quý.",
            [(JOINT, "agree")] * 2,
        ),
        (
            "Ông Khampha Sisavath hoan nghênh chuyến thăm của Tổng thống Pháp Jean Petit, tin rằng hợp tác sẽ mở rộng.",
            [("Khampha Sisavath", "thank"), ("Khampha Sisavath", "affirm")],
        ),
        (
            "Bộ trưởng Quốc phòng Lào Somphone Vong cảm ơn Việt Nam. Ông Lê Văn Bình cảm ơn. Bộ trưởng Bộ Quốc phòng "
            "Lào cho biết sẽ phối hợp chặt chẽ.",
            [("Somphone Vong", "thank"), ("Lê Văn Bình", "thank"), ("Somphone Vong", "commit")],
        ),
    ],
)  # fmt: skip
def test_wishes_in_a_list_and_posts_in_other_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert speakers(text) == expected
