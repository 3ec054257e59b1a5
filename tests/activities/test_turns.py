"""Turns of speech: transcripts and interviews, in which the head of a turn names who speaks up to the next."""

import pytest

from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of

EN = """Remarks by President Harlow and Prime Minister Brandt of Norway Before Bilateral Meeting
2024-05-08

"""
VI = """Đại sứ Na Uy Nils Berg trả lời phỏng vấn
08/05/2024

Đại sứ Na Uy tại Việt Nam Nils Berg thăm Đà Nẵng ngày 7/5/2024.

"""
ZH = """挪威外交大臣尼尔斯·贝格访问北京
2024-05-08

挪威外交大臣尼尔斯·贝格5月7日访问北京。

"""
SV = """Utrikesminister Nils Berg intervjuas
2024-05-08

Norges utrikesminister Nils Berg besökte Stockholm den 7 maj 2024.

"""


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def sayings(text: str) -> list[tuple[str, str]]:
    """Return who said what kind of thing, in reading order."""
    reading = told(text)
    names = {one.id: one.names[0].value for one in reading.people}
    return [(names.get(one.speaker or "", one.speaker or ""), one.act.value) for one in reading.quotations]


HARLOW, BRANDT, BERG = "Harlow", "Brandt", "Nils Berg"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PRESIDENT HARLOW: Good morning. I thank you for the visit.\n\nWe will build a new bridge together.\n\n"
            "PRIME MINISTER BRANDT: (As interpreted.) Norway hopes to expand our trade.",
            [(HARLOW, "thank"), (HARLOW, "commit"), (BRANDT, "propose")],
        ),
        (
            "PRESIDENT HARLOW: I am grateful for this visit — PRIME MINISTER BRANDT: Yes. PRESIDENT HARLOW: — and we "
            "hope that you enjoy Boston. PRIME MINISTER BRANDT: Our two peoples have been good friends for long years.",
            [(HARLOW, "thank"), (HARLOW, "propose"), (BRANDT, "affirm")],
        ),
        (
            "PRESIDENT HARLOW: We thank Norway for its help.\n\nQ Mr. President, what will you do next?\n\n"
            "THE PRESIDENT: I believe we should meet more often.",
            [(HARLOW, "thank"), (HARLOW, "propose")],
        ),
        (
            "PRESIDENT HARLOW: We thank Norway for its help.\n\nINTERPRETER: He thanks you all for the long flight.\n\n"
            "PRIME MINISTER BRANDT: I am proud of what our countries did.",
            [(HARLOW, "thank"), (BRANDT, "praise")],
        ),
        (
            "MR. SULLY: I appreciate all of our friends in Norway.\n\nQ: Will we see a visit?\n\nMR. SULLY: Yes.",
            [("SULLY", "praise")],
        ),
    ],
)
def test_heads_of_turns_name_who_speaks(text: str, expected: list[tuple[str, str]]) -> None:
    assert sayings(EN + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{VI}PV: Ông đánh giá thế nào về quan hệ hai nước?\n\n"
            "Đại sứ Nils Berg: Quan hệ hai nước phát triển rất tốt đẹp trong những năm qua. "
            "Chúng tôi mong muốn mở rộng hợp tác giáo dục.\n\nNa Uy sẽ hỗ trợ Việt Nam đào tạo kỹ sư.",
            [(BERG, "affirm"), (BERG, "propose"), (BERG, "commit")],
        ),
        (
            f"{VI}Phóng viên: Xin ông cho biết kế hoạch sắp tới?\n\nĐáp: Tôi cảm ơn nhân dân Việt Nam.",
            [(BERG, "thank")],
        ),
        (
            f"{ZH}记者：您如何评价两国关系？\n\n贝格：两国关系发展得很好，合作成果十分丰富。\n\n我们愿同中方扩大绿色合作。",
            [("尼尔斯·贝格", "affirm"), ("尼尔斯·贝格", "commit")],
        ),
        (
            f"{ZH}新华社记者：挪方有何期待？\n\n尼尔斯·贝格：中挪是真诚的友好邻邦。\n\n越通社记者：有何补充？",
            [("尼尔斯·贝格", "affirm")],
        ),
        (f"{ZH}问：挪方对此有何评论？\n\n答：我们感谢中方的热情接待。", [("尼尔斯·贝格", "thank")]),
        (
            f"{SV}Fråga: Hur ser ni på samarbetet?\n\nNils Berg: Vi tackar Sverige för stödet.\n\n"
            "Svar: Vi hoppas att fler studenter kommer hit.",
            [(BERG, "thank"), (BERG, "propose")],
        ),
    ],
)
def test_interviews_ask_and_answer(text: str, expected: list[tuple[str, str]]) -> None:
    assert sayings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chairman: Nils Berg\n\nVice Chairman: Olof Lund\n\nThe committee met the Norwegian guests in Boston.",
        "Prime Minister Brandt: Norway is ready for more trade\n\nThe ministers then visited the harbour.",
    ],
)
def test_lists_of_posts_and_headlines_are_no_turns(text: str) -> None:
    assert not [one for one in told(EN + text).quotations if one.direct]


def test_who_speaks_takes_part_and_words_make_no_activity() -> None:
    text = (
        "PRESIDENT HARLOW: I remember that we signed an agreement at my first visit to Oslo.\n\n"
        "PRIME MINISTER BRANDT: We hope for a second one."
    )
    reading = told(EN + text)
    names = {one.id: one.names[0].value for one in reading.people}
    (main,) = [one for one in reading.activities if one.main]
    assert main.kind.value == "talks"
    assert sorted(names[one.party] for one in main.participants) == [BRANDT, HARLOW]


def test_a_transcript_lends_its_heading_and_its_day() -> None:
    text = (
        "Remarks by President Harlow and Prime Minister Brandt of Norway\n2024-05-08\n\nHarbour Hotel Oslo, Norway\n\n"
        "PRESIDENT HARLOW: I thank you for today’s meeting.\n\nPRIME MINISTER BRANDT: We are happy to host it."
    )
    (main,) = [one for one in told(text).activities if one.main]
    assert (main.kind.value, str(main.date and main.date.value)) == ("meeting", "2024-05-08")
    assert main.place is not None
    assert main.place.value in {"Harbour Hotel", "Oslo"}


def test_words_in_quotation_marks_end_a_turn() -> None:
    text = (
        f"{VI}Ông Berg: “Tôi rất vui mừng được trở lại. Chúng tôi cảm ơn các bạn.”\n\n"
        "Bà Lan: “Chúng tôi mong ông luôn mạnh khỏe.”\n\nBuổi gặp kết thúc lúc 16 giờ trong bầu không khí vui vẻ."
    )
    assert [act for _, act in sayings(text)] == ["praise", "thank", "propose"]


def test_a_head_in_capitals_is_the_person_named_in_full_elsewhere() -> None:
    text = (
        "Remarks by Vice President Dana Lowell and Prime Minister Brandt of Norway Before Bilateral Meeting\n"
        "2024-05-08\n\n"
        "VICE PRESIDENT LOWELL: Good morning. I thank you for the visit.\n\n"
        "PRIME MINISTER BRANDT: We hope to expand our trade.\n"
    )
    assert sayings(text) == [("Dana Lowell", "thank"), (BRANDT, "propose")]
    assert {one.names[0].value for one in told(text).people} == {"Dana Lowell", "Brandt"}
