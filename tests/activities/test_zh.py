"""Chinese: who speaks, who was there, what was held where, and what is no exchange."""

import pytest

from giaoluu.model.activities import JOINT, ActivityMention
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.reports.record import record
from giaoluu.sources import capture_of

LEAD = "王明会见挪威外交大臣\n2024-05-08\n\n外交部长王明5月7日在北京会见挪威外交大臣尼尔斯·贝格。\n\n"


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def names_of(reading: Reading) -> dict[str, str]:
    return {one.id: one.names[0].value for one in (*reading.people, *reading.organisations)}


def sayings(text: str) -> list[tuple[str | None, str]]:
    """Return who said what kind of thing, in reading order."""
    reading = told(LEAD + text)
    names = names_of(reading)
    result = []
    for one in reading.quotations:
        printed = one.speaker_span.exact if one.speaker_span else None
        result.append((JOINT if one.speaker == JOINT else names.get(one.speaker or "", printed), one.act.value))
    return result


BERG = "尼尔斯·贝格"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"王明同{BERG}会面，就两国议会交往交换意见。王明还同挪威友人座谈。", [("王明", "inform")]),
        (f"{BERG}感谢王明的接待，他表示，奥斯陆市愿同北京扩大交流。", [(BERG, "thank"), (BERG, "commit")]),
        (f"应王明邀请，{BERG}对中国进行正式访问。", []),
        ("王明說，特區政府會繼續優化獎學金，歡迎更多挪威學生來華。", [("王明", "commit"), ("王明", "propose")]),
        ("王明表示，两国是好朋友。李华主席将同总统先生举行会谈。", [("王明", "affirm")] * 2),
        ("王明表示，全会审议通过五年规划建议，将扩大开放。", [("王明", "affirm")]),
        ("王明表示，两国都主张对话。欢迎挪威高校开展合作。", [("王明", "affirm"), ("王明", "propose")]),
        ("双方就两国关系、议会交往等交换看法。", [(JOINT, "inform")]),
        ("会后，双方签署了会议纪要以及教育合作协议。", []),
        ("会后，双方共同发表了声明，见证签署多项合作文件。", []),
        ("王明指出，两国是好朋友。双方要扩大贸易。", [("王明", "affirm"), ("王明", "propose")]),
        ("王明指出，两国是好朋友。两国要相互支持。", [("王明", "affirm"), ("王明", "propose")]),
        ("王明强调，合作前景广阔。密切人文交流。", [("王明", "affirm"), ("王明", "propose")]),
        ("王明强调，合作前景广阔。维护和平，是中挪两国共同利益。", [("王明", "affirm"), ("王明", "affirm")]),
        ("双方商定扩大青年交流。", [(JOINT, "agree")]),
        (f"王明同{BERG}举行会谈，表示两国友谊深厚。", [("王明", "affirm")]),
        ("王明向挪方介绍了有关情况。挪方表示，对此感到高兴。", [("王明", "inform"), ("挪方", "praise")]),
        ("与会嘉宾高度评价两国合作成果。", [("与会嘉宾", "praise")]),
        ("王明说，合作成果丰硕。有分析认为，前景不明。", [("王明", "affirm")]),
        ("王明说，今年是建交周年。我们相信，未来会更好。", [("王明", "affirm"), ("王明", "affirm")]),
        ("王明表示，两国交往密切。\n\n希望双方办好文化节。", [("王明", "affirm"), ("王明", "propose")]),
        ("王明表示，友好合作的愿望和对话的主张受到赞赏。", [("王明", "affirm")]),
        (f"{BERG}表示，我愿再次祝贺博览会成功举办。", [(BERG, "praise")]),
        ("乐队列队欢迎。", []),
        ("王明对挪威成功举行“两会”和有关各项活动表示祝贺，并强调，友谊深厚。", [("王明", "praise")]),
        ("挪威领导人感谢中方的帮助。", [("挪威领导人", "thank")]),
        ("王明转达了国家主席李华、国务院总理陈静的亲切问候。", [("王明", "thank")]),
        ("王明指出，合作倡议为各国提供机遇，顺应双方意愿。\n李小华 摄", [("王明", "affirm")]),
        ("王明表示，中方高度重视同挪威各界的合作，并将积极参与活动。", [("王明", "affirm"), ("王明", "commit")]),
        (f"{BERG}感谢中方长期以来的支持和帮助，表示任内将积极推动交流。", [(BERG, "thank"), (BERG, "commit")]),
        (f"王明邀请{BERG}访问上海。", [("王明", "propose")]),
        (f"王明会见{BERG}一行，感谢访问团对中国的支持。", [("王明", "thank")]),
        (f"王明会见{BERG}，{BERG[-2:]}感谢中国人民。", [(BERG, "thank")]),
        (f"王明肯定{BERG}对两国友好的贡献。", [("王明", "praise")]),
        (f"王明致电{BERG}，祝贺展览开幕。", [("王明", "praise")]),
        ("王明强调，合作密切。国家主席李华多次指出，友谊长存。", [("王明", "affirm")] * 2),
        ("王明强调，合作密切。活动现场，两国青年表演节目。", [("王明", "affirm")]),
        (f"{BERG}说，合作密切。\n\n当前形势很好。挪方愿同中方加强合作。", [(BERG, "affirm")] * 2 + [(BERG, "commit")]),
        ("双方就合作交换意见。挪方感谢中国人民。", [(JOINT, "inform"), ("挪方", "thank")]),
        (f"{BERG}祝贺展览成功举办。", [(BERG, "praise")]),
        ("王明强调，两国是好朋友。\n（记者李小华）", [("王明", "affirm")]),
        ("“两国有着深厚情谊。我希望友谊长存。”中国驻挪威大使李华说。", [("李华", "affirm"), ("李华", "propose")]),
        ("“活动很有意义。”李华表示，“我还会再来。”", [("李华", "affirm"), ("李华", "affirm")]),
        ("王明说：“两国是好朋友。今年很重要。”李华说，会见很成功。", [("王明", "affirm")] * 2 + [("李华", "affirm")]),
    ],
)
def test_who_says_what(text: str, expected: list[tuple[str, str]]) -> None:
    assert sayings(text) == expected


def people_in(reading: Reading, one: ActivityMention) -> set[str]:
    names = names_of(reading)
    return {names[party.party] for party in one.participants if party.party.startswith("p")}


def test_a_list_at_the_end_tells_who_was_at_the_meeting() -> None:
    reading = told(LEAD + "会谈后，双方签署合作文件。\n\n李华、陈静等参加会见。\n")
    meeting = next(one for one in reading.activities if one.kind.value == "meeting")
    assert people_in(reading, meeting) == {"王明", BERG, "李华", "陈静"}
    assert any(one.kind.value == "signing" and one.main for one in reading.activities)


def test_meetings_of_one_sentence_are_one_each() -> None:
    text = (
        "李华分别会见两国总统\n2024-05-08\n\n国家副主席李华7日在北京分别会见挪威首相贝格、智利总统洛佩斯。\n\n"
        "会见贝格时，李华说，两国是好朋友。\n\n会见洛佩斯时，李华说，友谊源远流长。\n"
    )
    reading = told(text)
    met = {frozenset(people_in(reading, one)) for one in reading.activities if one.kind.value == "meeting"}
    assert met == {frozenset({"李华", "贝格"}), frozenset({"李华", "洛佩斯"})}


@pytest.mark.parametrize(
    ("told_so", "met"),
    [
        ("会见挪威首相贝格，并同智利总统洛佩斯举行会谈", {"贝格", "洛佩斯"}),
        ("会见挪威首相贝格，与智利总统洛佩斯举行会谈", {"贝格", "洛佩斯"}),
        ("同挪威首相贝格举行会谈，会见智利总统洛佩斯", {"贝格", "洛佩斯"}),
    ],
)
def test_deeds_of_one_person_in_a_row_are_all_theirs(told_so: str, met: set[str]) -> None:
    reading = told(f"李华访问奥斯陆\n2024-05-08\n\n国家副主席李华7日在奥斯陆{told_so}。\n")
    sat = [people_in(reading, one) for one in reading.activities if one.kind.value in {"meeting", "talks"}]
    assert {frozenset(one) for one in sat} == {frozenset({"李华", one}) for one in met}


def test_a_mission_celebrates_where_it_is() -> None:
    reading = told("驻智利使馆举行国庆招待会\n2024-09-28\n\n中国驻智利大使馆日前举行国庆招待会，各界友人出席。\n")
    (one,) = [one for one in reading.activities if one.kind.value == "celebration"]
    assert one.place is not None
    assert one.place.value == "智利"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("国家副主席李华5日在北京会见挪威首相贝格。", "2024-03-05"),
        ("新华社奥斯陆3月6日电 挪威首相贝格5日在奥斯陆会见中国外交部长王明。", "2024-03-05"),
        ("外交部长王明3月5日在北京会见挪威首相贝格，共贺春节。", "2024-03-05"),
        (
            "3月4日至5日，外交部长王明在奥斯陆会见挪威首相贝格。\n\n5日上午，在会见贝格时，王明说，友谊很深。",
            "2024-03-05",
        ),
    ],
)
def test_the_day_of_a_meeting(text: str, date: str) -> None:
    reading = told(f"会见\n2024-03-06\n\n{text}\n")
    (one,) = [one for one in reading.activities if one.main and one.kind.value == "meeting"]
    assert one.date is not None
    assert str(one.date.value) == date


def test_what_is_told_far_behind_is_not_what_an_article_is_about() -> None:
    many = "\n\n".join(f"全省今年前{number}个月的出口继续增长。" for number in range(2, 12))
    reading = told(f"本省出口增长\n2024-05-08\n\n{many}\n\n挪威首相贝格曾在奥斯陆会见该省代表。\n")
    assert not reading.is_exchange


def kinds_of(text: str) -> list[tuple[str, str | None]]:
    return [(one.kind.value, one.date and str(one.date.value)) for one in told(text).activities if one.main]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "越中友好协会第三次全国代表大会在河内召开\n2024-03-06\n\n3月5日，越中友好协会第三次全国代表大会在河内召开。\n",
            "congress",
        ),
        ("第二届中越青年艺术周\n2024-03-06\n\n第二届中越青年大联欢活动5日在南宁启幕。\n", "joint_activity"),
        (
            "庆祝中挪建交70周年招待会\n2024-03-06\n\n3月5日，中国驻挪威大使馆举办庆祝中挪建交70周年招待会。招待会气氛热烈。\n",
            "celebration",
        ),
        ("第二届中挪友好大会在奥斯陆举行\n2024-03-06\n\n3月5日，第二届中挪友好大会在奥斯陆拉开帷幕。\n", "forum"),
        ("河内大学代表团来访\n2024-03-06\n\n3月5日，越南河内大学校长阮文山一行5人来我校访问。\n", "visit"),
        ("“海上花”展\n2024-03-06\n\n3月5日，“海上花”中挪瓷器展在奥斯陆市博物馆开幕。\n", "exhibition"),
        ("贝格来访\n2024-03-06\n\n3月5日，王明会见前来进行正式访问的挪威外交大臣尼尔斯·贝格。\n", "meeting"),
        ("王明将访越\n2024-03-06\n\n外交部长王明将于3月5日赴越南出席活动。\n", "visit"),
        ("佐藤率团访汉\n2024-03-06\n\n3月5日，日本大分市市长佐藤一郎率政府代表团一行7人访汉。\n", "visit"),
    ],
)
def test_what_is_told_is_one_activity_of_its_day(text: str, expected: str) -> None:
    assert kinds_of(text) == [(expected, "2024-03-05")]


def test_who_gives_a_medal_and_who_is_given_it() -> None:
    reading = told("授勋\n2024-03-06\n\n5日，越南国家主席阮文山在河内向全国友协会长周远山授予友谊勋章。\n")
    (one,) = [one for one in reading.activities if one.kind.value == "award"]
    names = names_of(reading)
    assert {(names[party.party], party.role.value) for party in one.participants if party.party.startswith("p")} == {
        ("阮文山", "giver"),
        ("周远山", "recipient"),
    }


def test_people_of_many_countries_make_an_exchange() -> None:
    text = "论坛年会开幕\n2024-03-06\n\n国家副主席李华5日在北京出席友好论坛年会。多国政要、专家学者与会。\n"
    assert told(text).is_exchange
    assert not told(text.replace("多国政要、", "")).is_exchange


def test_those_listed_at_the_end_were_not_at_what_is_recalled() -> None:
    text = "国家副主席李华曾对挪威进行国事访问。\n\n陈静、吴小波参加会见。\n"
    reading = told(LEAD + text)
    (visit,) = [one for one in reading.activities if one.kind.value == "visit"]
    assert "陈静" not in people_in(reading, visit)


def test_where_somebody_is_host_in_a_house_of_a_name() -> None:
    reading = told("交流\n2024-03-06\n\n3月5日，中越青年论坛在河内国家大学举行，越南外交部副部长阮林出席。\n")
    assert [one.place and one.place.value for one in reading.activities if one.main] == ["河内国家大学"]


def test_what_is_only_talked_about_is_not_what_a_report_is_about() -> None:
    text = "王明会见贝格\n2024-03-06\n\n外交部长王明5日会见挪威首相贝格。双方就办好第三届中挪友好论坛交换了意见。\n"
    assert kinds_of(text) == [("meeting", "2024-03-05")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("国家主席李华3月5日在中国驻挪威大使馆吊唁。", ("中国驻挪威大使馆", "NO")),
        ("外交部长王明3月5日在挪威奥斯陆海边庄园会见首相贝格。", ("挪威奥斯陆海边庄园", "NO")),
        ("3月5日，云南省与老街省举行会晤，省长王明、老街省人民委员会主席阮林出席。", (None, None)),
    ],
)
def test_where_it_was(text: str, place: tuple[str | None, str | None]) -> None:
    (one,) = [one for one in record(told(f"会见\n2024-03-06\n\n{text}\n"))["activities"] if one["main"]]
    assert (one["place"] and one["place"]["name"], one["place"] and one["place"]["country"]) == place


def test_a_forum_during_a_festival_has_its_place_and_days() -> None:
    text = "第五届“阿拉伯艺术节”在江西举办\n2024-03-06\n\n3月4日至5日，第五届“阿拉伯艺术节”在江西景德镇举办。\n\n"
    reading = told(text + "“艺术节”期间，首届中阿文化产业论坛同步举办。\n")
    (forum,) = [one for one in reading.activities if one.kind.value == "forum"]
    assert forum.place is not None
    assert forum.place.value == "江西景德镇"
    assert forum.date is not None
    assert str(forum.date.value) == "2024-03-04/2024-03-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BERG}说，中挪友协将于明年在奥斯陆举办电影周。", [(BERG, "commit")]),
        ("中挪友协将于明年在奥斯陆举办电影周。", []),
        ("王明表示，相信挪威必将坚定走好发展道路。", [("王明", "affirm")]),
    ],
)
def test_plans_are_promises_where_somebody_tells_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert sayings(text) == expected


@pytest.mark.parametrize(
    ("title", "body", "meetings"),
    [
        ("王明会见越南客人", "5月7日，省长王明在南京会见越南祖国阵线代表团。", 1),
        ("友协代表团出访", "友协会长王明在河内拜会阮文平。王明在万象与老挝和平委员会座谈。", 2),
    ],
)
def test_meetings_told_once_or_in_two_countries(title: str, body: str, meetings: int) -> None:
    reading = told(f"{title}\n2024-05-08\n\n{body}\n")
    assert [one.kind.value for one in reading.activities].count("meeting") == meetings


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("巴拉圭總統裴尼（Juan Peni）率團抵台展開國是訪問。", {"visit"}),
        ("高雄市長林小明今（8）日與瑞典隆德市長倫德（Eva Lund）簽署「友好交流合作備忘錄」。", {"signing"}),
        ("總統林小明昨天（七日）與聖文森總理倫德（Eva Lund）舉行視訊會議。", {"phone_call"}),
        ("高雄市與瑞典隆德市締結姊妹市，市長林小明與隆德市長倫德（Eva Lund）出席。", {"twinning"}),
        ("日本首相田中明週五在東京與到訪的印度總理莫拉舉行峰會。會後，此次峰會獲得好評。", {"meeting"}),
        ("日印首腦峰會8日在東京登場，日本首相田中明與印度總理莫拉舉行峰會。", {"meeting"}),
        ("總統林小明8日在東京出席二十國集團峰會，日本首相田中明致詞。", {"forum"}),
        ("市長林小明率領代表團於3月12日至14日訪問日本。", {"visit"}),
        ("市長林小明與日本首相田中明簽署了2026—2030年友好合作備忘錄。", {"signing"}),
        ("市長林小明接待瑞典隆德市長倫德（Eva Lund）率領的訪問團。", {"meeting"}),
    ],
)
def test_kinds_in_words_of_taiwan(body: str, kinds: set[str]) -> None:
    reading = told(f"（中央社記者周大明台北8日電）{body}\n\n2024-05-08\n")
    assert {one.kind.value for one in reading.activities} == kinds
    assert {one.country.value for one in reading.people if one.country} <= {"TW", "SE", "PY", "VC", "JP", "IN"}


@pytest.mark.parametrize("title", ["国际快讯", "國際簡訊"])
def test_a_page_of_many_short_reports(title: str) -> None:
    text = f"{title}\n2024-05-08\n\n王明在北京会见挪威首相贝格。\n\n法国总统莫里安访问德国。\n"
    assert kinds_of(text) == kinds_of(text.replace(title, "国际快讯"))
