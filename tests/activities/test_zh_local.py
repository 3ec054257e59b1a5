"""Chinese outlets other than the great agencies: datelines, whose words, celebrations. All people are invented."""

import pytest
from tests.activities.test_zh import sayings, told

from giaoluu.model.activities import JOINT
from giaoluu.pipeline import read
from giaoluu.reports.record import record
from giaoluu.sources import capture_of

BERG = "尼尔斯·贝格"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("（中央社記者王小文河內5日電）越南外交部長陳文山今天接見瑞典國會議員訪問團。", "河內"),
        ("（吉隆坡18日讯）中国驻马来西亚大使欧阳志会见马来西亚华总会长吴添山一行。", "吉隆坡"),
        ("越通社河内——越南外交部长裴青林3月5日会见中国广西壮族自治区党委书记刘大宁。", "河内"),
        ("〔記者楊文／台北報導〕立法院長游文接見美國參議員納瓦羅。", "台北"),
        ("中新社奥斯陆3月5日电 中国驻挪威大使王大志5日会见挪威外交大臣贝格。", "奥斯陆"),
    ],
)
def test_a_meeting_is_where_it_is_reported_from(text: str, place: str) -> None:
    (one,) = [one for one in record(told(f"会见\n2024-03-06\n\n{text}\n"))["activities"] if one["main"]]
    assert one["place"]["name"] == place


def test_a_meeting_on_a_visit_is_not_where_it_is_reported_from() -> None:
    text = "訪團赴美\n2024-11-24\n\n（中央社記者王小文台北24日電）立法院副院長江文訪問美國，23日會見美國參議員霍爾。\n"
    assert "台北" not in {one["place"]["name"] for one in record(told(text))["activities"] if one["place"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贝格对王明的建议表示赞同。", [(BERG, "agree")]),
        ("王明鼓励两国青年多来往，提出双方应办好艺术节。", [("王明", "propose")]),
        ("王明欢迎贝格来访。", [("王明", "thank")]),
        ("王明分享了工作经验。", [("王明", "inform")]),
        ("双方就加强教育合作进行了深入交流。", [(JOINT, "inform")]),
        ("双方就开展青年交流达成共识。", [(JOINT, "agree")]),
        ("双方就传承文化等事宜深入交流。", [(JOINT, "inform")]),
        ("贝格欣然接受了访问邀请。", [(BERG, "commit")]),
        ("与会者表示，此次活动很有意义。", [("与会者", "affirm")]),
    ],
)
def test_whose_words_a_sentence_tells(text: str, expected: list[tuple[str, str]]) -> None:
    assert sayings(text) == expected


def test_a_name_that_opens_a_sentence_of_anothers_turn_does_not_speak() -> None:
    text = "贝格说，两地相距很近。王明同志进行访问，意义重大。挪威为双方合作创造了条件，愿继续推动合作。"
    assert {speaker for speaker, _ in sayings(text)} == {BERG}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("越中建交65周年纪念会3月5日在河内隆重举行。", "celebration"),
        ("3月5日，中国驻挪威大使馆举办“月圆”留华校友庆中秋活动。", "celebration"),
        ("3月5日，外交部长王明设宴款待挪威国会议员访问团。", "meeting"),
    ],
)
def test_kinds_in_local_words(text: str, kind: str) -> None:
    reading = read(capture_of(f"活动\n2024-03-06\n\n{text}\n".encode()))
    assert [one.kind.value for one in reading.activities if one.main] == [kind]


def test_guests_of_the_writers_own_house_make_an_exchange() -> None:
    text = "河内文学大学代表团来访\n\n3月5日，副校长冯庆明会见了河内文学大学代表团一行，欢迎来我校访问。\n"
    assert told(text).is_exchange
