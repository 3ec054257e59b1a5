"""People, posts, bodies and places in Chinese reports. All people are invented."""

from hashlib import sha256

import pytest

from giaoluu.articles import article_of
from giaoluu.langs.pack import pack
from giaoluu.mentions import find_mentions
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.mentions import Mentions

OPENING = "两国代表会面\n2025-05-06\n\n"


def mentions_of(text: str) -> Mentions:
    content = (OPENING + text).encode()
    capture = Capture("page", content, sha256(content).hexdigest(), OPENING + text, MediaType.TEXT)
    return find_mentions(article_of(capture), pack("zh"))


def people_of(text: str) -> dict[str, str | None]:
    return {
        person.names[0].value: person.country.value if person.country else None for person in mentions_of(text).people
    }


def posts_of(text: str) -> dict[str, list[str]]:
    return {person.names[0].value: [post.title.value for post in person.posts] for person in mentions_of(text).people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("全国政协主席陈大明6日在京会见阿尔及利亚总统巴尔尼。", {"陈大明": "CN", "巴尔尼": "DZ"}),
        ("国务院总理周远山在北京同来华进行正式访问的德国总理霍尔曼会谈。", {"周远山": "CN", "霍尔曼": "DE"}),
        ("挪威卑尔根市市长托凡·林德瓦尔抵达济南。", {"托凡·林德瓦尔": "NO"}),
        ("瑞典国王克里斯特五世·卡尔松抵达河内。", {"克里斯特五世·卡尔松": "SE"}),
        ("越共中央总书记阮文山会见了中国驻越南大使林小红。", {"阮文山": "VN", "林小红": "CN"}),
        ("巴基斯坦外长马利克·拉扎抵达北京。马利克·拉扎表示，中巴友谊牢固。", {"马利克·拉扎": "PK"}),
        ("日本首相高桥一郎强调合作。", {"高桥一郎": "JP"}),
        ("沙特王储阿里尔同夫人出席。郑安、吴小波等参加会见。", {"阿里尔": "SA", "郑安": "CN", "吴小波": "CN"}),
        ("美方愿安排贝克尔国务卿访华。", {"贝克尔": "US"}),
        ("老挝国家主席通赛同志表示，老方愿深化合作。", {"通赛": "LA"}),
    ],
)
def test_who_is_named_and_for_which_country(text: str, people: dict[str, str]) -> None:
    assert people_of(text) == people


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "陈大明大使、越南文化体育旅游部副部长阮文山出席。",
            {"陈大明": ["大使"], "阮文山": ["越南文化体育旅游部副部长"]},
        ),
        ("市友协秘书长李小红、亚洲处处长王大明陪同。", {"李小红": ["市友协秘书长"], "王大明": ["亚洲处处长"]}),
        ("瑞典高等教育署署长安娜·林德瓦尔致辞。", {"安娜·林德瓦尔": ["瑞典高等教育署署长"]}),
        ("外交部政務次長王大明今（14）日在台北接見訪團。", {"王大明": ["外交部政務次長"]}),
        ("韩国水原市议会议长金大成到访。", {"金大成": ["韩国水原市议会议长"]}),
        ("副校长李小红在京会见来宾。", {"李小红": ["副校长"]}),
        ("越南河内大学校长阮文山一行来访。", {"阮文山": ["越南河内大学校长"]}),
        ("人文社会科学大学校长黄山雨说，欢迎来访。", {"黄山雨": ["人文社会科学大学校长"]}),
        ("联合会副主席阮文山、使馆参赞李小红参加会见。", {"阮文山": ["联合会副主席"], "李小红": ["使馆参赞"]}),
        ("商務及經濟發展局局長李小紅出席會面。", {"李小紅": ["商務及經濟發展局局長"]}),
        (
            "中共中央政治局常委、全国人大常委会委员长陈大明6日到访。",
            {"陈大明": ["中共中央政治局常委", "全国人大常委会委员长"]},
        ),
        (
            "国务委员兼外交部长周远山同越南外交部副部长阮文山会面。",
            {"周远山": ["国务委员", "外交部长"], "阮文山": ["越南外交部副部长"]},
        ),
        ("江苏省省长陈大明会见客人。", {"陈大明": ["江苏省省长"]}),
        ("中国人民对外友好协会会长周远山致辞。", {"周远山": ["中国人民对外友好协会会长"]}),
        ("越南祖国阵线中央委员会主席阮文山来访。", {"阮文山": ["越南祖国阵线中央委员会主席"]}),
        ("越南國會主席阮文山會見中國駐越南大使陳大明。", {"阮文山": ["越南國會主席"], "陳大明": ["中國駐越南大使"]}),
    ],
)
def test_posts_are_printed_whole(text: str, posts: dict[str, list[str]]) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    "text",
    [
        "双方表示，两国元首的战略引领十分重要。",
        "总统府发言人介绍情况。主席国马来西亚主持会议。",
        "中国驻瑞典大使馆举行招待会。",
        "国家主席特使出席，高度评价双边关系。",
        "两国外长会将在河内举行。总理定期会晤机制运转良好。",
        "全国人大代表团访问古巴。安全合作不断加强。",
        "文章指出，和平发展是时代主题。白皮书强调开放。",
    ],
)
def test_words_that_look_like_names_are_none(text: str) -> None:
    assert people_of(text) == {}


@pytest.mark.parametrize(
    ("text", "later", "count"),
    [
        ("法国总统莫里安5日抵京。莫里安总统表示满意。莫里安总统6日离京。", "莫里安", 3),
        ("国家主席陈大明会见外宾。陈大明强调合作。陈大明主席还介绍了情况。", "陈大明", 3),
    ],
)
def test_later_mentions_are_of_the_same_person(text: str, later: str, count: int) -> None:
    people = mentions_of(text).people
    assert [person.names[0].value for person in people] == [later]
    assert len(people[0].mentions) == count


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("会议在江苏省苏州市举行。", ["江苏省苏州市"]),
        ("总理6日在京会见客人。", ["京"]),
        ("双方在北京人民大会堂会谈。", ["北京人民大会堂"]),
        ("坚持和平发展。", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert [place.name.value for place in mentions_of(text).places if place.level != "country"] == places


@pytest.mark.parametrize(
    ("text", "kind", "partners"),
    [
        ("越中友好协会举行活动。", "friendship_association", ("CN",)),
        ("越南友好组织联合会来访。", "friendship_association", ()),
        ("广西壮族自治区人民对外友好协会接待。", "peoples_friendship_organisation", ()),
        ("中国驻胡志明市总领事馆举办招待会。", "consulate", ()),
    ],
)
def test_bodies(text: str, kind: str, partners: tuple[str, ...]) -> None:
    bodies = {body.kind: body.partner_countries for body in mentions_of(text).organisations}
    assert bodies.get(kind) == partners


def test_short_names_of_the_countries_of_an_article() -> None:
    mentions = mentions_of("智利总统巴里奥抵达北京。智方愿同中方加强合作，中智关系密切。")
    found = {(mention.kind, mention.value) for mention in mentions.mentions if mention.kind in {"country", "pair"}}
    assert ("country", "CL") in found
    assert any(kind == "pair" for kind, _ in found)


def test_a_pronoun_inside_another_word_is_none() -> None:
    mentions = mentions_of("法国总统莫里安抵京。他强调合作。其他代表和他们一同出席。")
    assert [mention.start for mention in mentions.mentions if mention.kind == "pronoun"] == [len(OPENING) + 10]


def test_a_spouse_stands_for_the_same_country() -> None:
    assert people_of("国家主席陈大明同越南国家主席阮文山和夫人吴小丽合影。")["吴小丽"] == "VN"


def test_a_name_that_opens_a_speech_without_a_post() -> None:
    assert people_of("挪威客人到访。\n施特勒表示，挪方重视合作。\n陈大明强调友谊。") == {"施特勒": "NO", "陈大明": "CN"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("外交部发言人马宁表示欢迎。", {"马宁": "CN"}),
        ("国务院总理李华会见新加坡代表团。李显明总理表示感谢。", {"李华": "CN", "李显明": "SG"}),
        ("全国友协工作部主任陈静、副主任朱丹参加会见。", {"陈静": "CN", "朱丹": "CN"}),
        ("越南教育培训部副部长阮文平、司长阮氏兰出席。", {"阮文平": "VN", "阮氏兰": "VN"}),
        (
            "（中央社台北5日電）總統林大明今天接見瑞典議員團。團長倫德壯（Erik Lund）致詞，倫德壯感謝林總統。",
            {"林大明": "TW", "倫德壯": "SE"},
        ),
        ("〔記者周小明／高雄報導〕巴拉圭總統潘尼托抵達，總統林大明迎接。", {"潘尼托": "PY", "林大明": "TW"}),
        (
            "周小明到访越南河内大学，该校校长黎山接待。刘立、何英当天分别会见黎山。",
            {"黎山": "VN", "刘立": "CN", "何英": "CN"},
        ),
        (
            "（布城20日訊）首相拿督斯里安華接見越南國家主席梁明。部長丹斯里莫哈末在場。",
            {"安華": "MY", "梁明": "VN", "莫哈末": "MY"},
        ),
        ("金正明與越南國家主席阮富平及總理阮春山會面。", {"阮富平": "VN", "阮春山": "VN"}),
        (
            "行政長官林鄭小娥會見日本外相河野次郎、經濟財政司司長李小農。",
            {"林鄭小娥": "HK", "河野次郎": "JP", "李小農": "MO"},
        ),
        (
            "（中央社台北5日電）駐台北越南經濟文化辦事處代表阮英平、民進黨立委林小儀出席。",
            {"阮英平": "VN", "林小儀": "TW"},
        ),
        (
            "越通社河内——阮文平同由副市长林小武率领的中国汕头市代表团会谈。越中友好协会副会长黎山出席。",
            {"林小武": "CN", "黎山": "VN"},
        ),
        ("中央社台北5日電 外交部長林大明接見越南國會議員阮文平。", {"林大明": "TW", "阮文平": "VN"}),
        (
            "副總統林小琴昨（8）日在總統府接見日本前首相田中明，雙方就臺灣與日本的合作交換意見。",
            {"林小琴": "TW", "田中明": "JP"},
        ),
        ("高雄市長林小明與日本熊本市長片山一郎簽約，雙方同意加強合作。", {"林小明": "TW", "片山一郎": "JP"}),
        ("日本首相石破明週五抵達東京。", {"石破明": "JP"}),
        (
            "行政長官辦公室主任葉小娟及香港駐曼谷經濟貿易辦事處處長李小原亦有出席會面。",
            {"葉小娟": "HK", "李小原": "HK"},
        ),
        ("自治区领导周家明、许永华参加会见。", {"周家明": "CN", "许永华": "CN"}),
        ("挪威集团董事会主席瓦尔堡来访。", {"瓦尔堡": "NO"}),
        ("法国内政部长达尔莫兰迎接。", {"达尔莫兰": "FR"}),
        ("老挝外交部长沙伦•贡玛抵京。", {"沙伦•贡玛": "LA"}),
        ("越南政府总理范明正、老挝万象市长辛拉冯·库派吞率团出席。", {"范明正": "VN", "辛拉冯·库派吞": "LA"}),
        ("南非国防部部长德拉米尼-祖马来访。", {"德拉米尼-祖马": "ZA"}),
        ("日本首相特使、自民党干事长二阶文武来访。二阶祝贺大会开幕。", {"二阶文武": "JP"}),
        ("外交部发言人林小剑答记者问。", {"林小剑": "CN"}),
        ("越南驻华使馆公使参赞黎德、全国友协主任陈立静出席。", {"黎德": "VN", "陈立静": "CN"}),
        ("駐瑞典代表處代表廖大周出席，祝臺越友好。", {"廖大周": "TW"}),
        ("总领事顾大明到访。顾赞赏前任市长的贡献。", {"顾大明": "CN"}),
        ("新西兰前总理罗伯特• 埃里克• 库珀先生抵京。", {"罗伯特• 埃里克• 库珀": "NZ"}),
        ("会见法国总统莫里安、外长李安时，外交部长王大明说：“欢迎！”", {"莫里安": "FR", "李安": "FR", "王大明": "CN"}),
        ("越通社則報道稱，外交部長林大明會見越南外長阮文平。", {"林大明": "CN", "阮文平": "VN"}),
        ("中国东盟协会会长顾小莲、越南留学生阮氏花出席。", {"顾小莲": "CN", "阮氏花": "VN"}),
    ],
)
def test_of_which_country_people_are(text: str, expected: dict[str, str]) -> None:
    assert people_of(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("泛海总会会长陈善良在致辞中对客人表示欢迎。", "陈善良"),
        ("事务联络会秘书长林国华一同接见访团成员。", "林国华"),
        ("北城联谊会副会长洪孟楷、黄珊珊等委员陪同。", "黄珊珊"),
        ("立法院長韓國瑜今天接見日本訪問團。", "韓國瑜"),
    ],
)
def test_a_post_of_a_body_of_no_rule_is_before_a_name(text: str, name: str) -> None:
    assert name in {one.names[0].value for one in mentions_of(text).people}


@pytest.mark.parametrize("text", ["冯佐国副会长向他们介绍了情况。", "该会会长向大家介绍了情况。"])
def test_no_verb_behind_a_post_is_a_name(text: str) -> None:
    assert {one.names[0].value for one in mentions_of(text).people} <= {"冯佐国"}


def test_two_signs_behind_a_number_are_no_pair_of_countries() -> None:
    assert not [one for one in mentions_of("院長林國華一日中午接見訪問團。").mentions if one.kind == "pair"]


def test_nobody_of_viet_nam_is_named_with_dots() -> None:
    text = "越通社河内——越南河内市委副书记陶德全访问芬兰期间,会见芬兰某市副市长日特哇·薇尔加恩女士。"
    assert {one.names[0].value: one.country and one.country.value for one in mentions_of(text).people} == {
        "陶德全": "VN",
        "日特哇·薇尔加恩": "FI",
    }


def test_an_outlet_lends_its_day() -> None:
    text = "【北岸網2011年4月19日訊】(記者林國華河內19日專電)商會考察團18日拜會了工商部。"
    assert "2011-04-18" in {str(one.edtf) for one in mentions_of(text).dates}


def test_a_malaysian_dateline_tells_whose_people_are_meant() -> None:
    text = "(新山14日讯)中国驻马来西亚大使馆公使唐睿文与北岸中学董事长郑振良、南岸商会会长刘国成交流。"
    assert {one.names[0].value: one.country and one.country.value for one in find(text).people} == {
        "唐睿文": "CN",
        "郑振良": "MY",
        "刘国成": "MY",
    }


def find(text: str) -> Mentions:
    capture = Capture("page", text.encode(), sha256(text.encode()).hexdigest(), text, MediaType.TEXT)
    return find_mentions(article_of(capture), pack("zh"))
