"""Names across scripts: what fits, what is proposed, what is never merged, keys that forms share."""

from itertools import combinations, product
from pathlib import Path

import pytest

from giaoluu.identities.keys import keys
from giaoluu.identities.names import fit_names
from giaoluu.identities.people import match_names
from giaoluu.identities.verdicts import Context, Decision, PostHeld
from giaoluu.model.edtf import Edtf

SHARED = Path(__file__).parents[2].parent / "shared" / "names" / "people.tsv"


def context(country: str | None, post: str = "", date: str = "", body: str = "") -> Context:
    """Return a context in short: country, kind of post, date, body."""
    posts = (PostHeld(post, body or None, country),) if post else ()
    return Context(country, posts, frozenset({body} if body else ()), Edtf(date) if date else None)


@pytest.mark.parametrize(
    "forms",
    [
        (
            "Lục Thừa Vĩ",
            "Luc Thua Vi",
            "陆承伟",
            "陸承偉",
            "Lu Chengwei",
            "Chengwei Lu",
            "LU Chengwei",
            "Lu, Chengwei",
            "Lu Cheng-wei",
        ),
        ("Đặng Thị Thu Hà", "Dang Thi Thu Ha", "邓氏秋河", "鄧氏秋河", "Deng Shi Qiuhe"),
        ("Âu Dương Tuệ", "欧阳慧", "歐陽慧", "Ouyang Hui", "Hui Ouyang"),
        ("Tăng Khánh Sinh", "曾庆生", "Zeng Qingsheng", "Tăng Khánh Sanh"),
        ("Võ Hoàng Phước", "Vũ Hoàng Phúc", "武黄福", "Wu Huangfu"),
        ("Thẩm Lệ", "沈丽", "Shen Li"),
        ("Lưu Hoà", "Lưu Hòa", "刘和", "Liu He"),
        ("Cát Vĩnh Quý", "Cát Vĩnh Quí", "葛永贵", "Ge Yonggui"),
        ("朴敏俊", "Park Min-jun", "Pak Min Jun", "Min-jun Park", "Park Minjun"),
        ("崔龍賢", "崔龙贤", "Choe Ryong Hyon", "Choi Ryong-hyun", "Ch'oe Ryong-hyŏn"),
        ("李在成", "Lee Jae-sung", "Yi Chae-sŏng", "Ri Jae Song"),
        ("金成男", "Kim Song Nam", "Kim Sung-nam"),
        ("禹元植", "Woo Won-shik", "Woo Won Sik"),
    ],
)
def test_forms_of_one_name_read_as_one(forms: tuple[str, ...]) -> None:
    apart = [pair for pair in combinations(forms, 2) if not fit_names(*pair).attested]
    assert apart == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lục Thừa Vĩ", "邓氏秋河"),
        ("Lý Ngọc", "黎玉"),
        ("Trần Quang", "程光"),
        ("Lu Chengwei", "Deng Qiuhe"),
        ("Nguyễn Văn Bảo", "Nguyễn Văn Khoa"),
        ("Sven Lindqvist", "Karin Lindqvist"),
        ("朴敏俊", "Park Min-seo"),
        ("金正日", "Kim Jong Un"),
        ("宋敏俊", "Song Min-soon"),
        ("Nguyễn Văn A0", "Nguyễn Văn A28"),
        ("Lindqvist 1", "Lindqvist 2"),
    ],
)
def test_different_names_are_told_apart(one: str, other: str) -> None:
    assert match_names(one, other).decision is Decision.DIFFERENT


VARIANTS = [
    ("陈青敏", "陈清敏"),
    ("Lê Bích Phượng", "Lê Bích Phụng"),
    ("Võ Tấn Lộc", "Vũ Tấn Lộc"),
    ("Hoàng Gia Bảo", "Huỳnh Gia Bảo"),
    ("Trần Hữu Phúc", "Trần Hữu Phước"),
    ("Châu Minh Tâm", "Chu Minh Tâm"),
    ("Nguyễn Thị Kim Liên", "Nguyễn Kim Liên"),
    ("Phạm Văn Thuận", "Phạm Thuận"),
    ("Đỗ Hòa Bình", "Đỗ Hoà Bình"),
    ("Lý Thanh Thúy", "Lí Thanh Thuý"),
    ("Tạ Quang Hưng", "Tạ Quang Hùng"),
    ("Tạ Quang Hưng", "Ta Quang Hung"),
    ("Bùi Đức Thịnh", "Bùi Đức Thạnh"),
    ("Lâm Chí Dũng", "Lâm Chí Dõng"),
    ("Đinh Nhật Minh", "Đinh Nhựt Minh"),
    ("Ngô Nhân Nghĩa", "Ngô Nhơn Ngãi"),
    ("Phan Chính Tâm", "Phan Chánh Tâm"),
    ("Lương Trường Sinh", "Lương Trường Sanh"),
    ("Yu Wenlan", "Yu Wenlang"),
    ("Zheng Shuying", "Zeng Shuying"),
    ("Lu Chengwei", "Lu Cheng Wei"),
    ("Lu Chengwei", "C. Lu"),
    ("Lu Chengwei", "Lu C.W."),
    ("陆承伟", "C. W. Lu"),
    ("Karin Lindqvist", "K. Lindqvist"),
    ("Karin Lindqvist", "Karin Lindkvist"),
    ("Karin Lindqvist", "Lindqvist, Karin"),
    ("Erik Söderström", "Erik Soderstrom"),
    ("Anna Maria Ek", "Anna Ek"),
    ("范星梅", "Phạm Sao Mai"),
    ("Hồ Chí Minh", "阮爱国"),
    ("Trang Thu Nguyệt", "莊秋月"),
    ("Tòng Bá Lộc", "丛伯禄"),
    ("何玮彤", "何炜彤"),
    ("刘晓彤", "刘小彤"),
    ("Ouyang Hui", "欧阳惠"),
    ("Lữ Thiên Ân", "吕天恩"),
    ("Lã Thiên Ân", "吕天恩"),
    ("Lü Tian'en", "吕天恩"),
    ("Xian Xi'an", "冼西安"),
]


@pytest.mark.parametrize(("one", "other"), VARIANTS)
def test_spellings_of_one_person_are_proposed(one: str, other: str) -> None:
    around = context("VN", "ambassador", "2024-05")
    assert match_names(one, other, context_a=around, context_b=around).decision is not Decision.DIFFERENT
    assert keys(one) & keys(other)


TRANSLITERATED = [
    ("安娜·贝里", "Anna Berg"),
    ("卡尔·林德格伦", "Carl Lindgren"),
    ("卡琳·林德奎斯特", "Karin Lindqvist"),
    ("埃里克·瑟德斯特伦", "Erik Söderström"),
    ("亨里克·桑德贝里", "Henrik Sandberg"),
    ("马丁·霍洛韦", "Martin Holloway"),
    ("通伦·西苏里", "Thongloun Sisoulith"),
    ("玛丽亚·埃克斯特伦", "Maria Ekström"),
    ("伊万·彼得罗夫", "Ivan Petrov"),
    ("莱娜·福什贝里", "Lena Forsberg"),
    ("本玛尼·显达拉", "Bounmy Sengdara"),
    ("约翰·尼尔松", "Johan Nilsson"),
    ("谢尔盖·索科洛夫", "Sergey Sokolov"),
    ("托马斯·克里斯滕松", "Thomas Kristensson"),
]


@pytest.mark.parametrize(("one", "other"), TRANSLITERATED)
def test_names_in_signs_of_transliteration_are_proposed_and_never_merged(one: str, other: str) -> None:
    around = context("SE", "ambassador", "2024-05")
    verdict = match_names(one, other, context_a=around, context_b=around)
    assert verdict.decision is Decision.REVIEW
    assert keys(one) & keys(other)


@pytest.mark.parametrize("one", [signs for signs, _ in TRANSLITERATED])
def test_names_in_signs_of_transliteration_find_their_like_first(one: str) -> None:
    best = max(TRANSLITERATED, key=lambda pair: match_names(one, pair[1]).score)
    assert best[0] == one


AMBASSADOR = context("CN", "ambassador", "2024-05")
TRAPS = [
    # homophones in signs: the same sounds, other people
    *(
        (one, other, AMBASSADOR, AMBASSADOR)
        for one, other in [
            ("何伟", "何炜"), ("陆伟", "陆玮"), ("刘洁", "刘杰"), ("张静", "张敬"), ("李娜", "李纳"), ("王芳", "王方"),
            ("陈晨", "陈辰"), ("周宇", "周羽"), ("林琳", "林霖"), ("孙悦", "孙越"), ("徐明", "徐铭"), ("高翔", "高祥"),
            ("陈青敏", "陈清敏"), ("欧阳慧", "欧阳惠"),
        ]
    ),
    # namesakes in two countries
    *(
        (one, other, context("CN", "minister", "2024"), context("VN", "minister", "2024"))
        for one, other in [
            ("李强", "Lý Cường"), ("Lê Minh", "黎明"), ("Trần Hà", "Chen He"), ("Đỗ Mai", "Du Mei"), ("Hà Duy", "何维"),
        ]
    ),
    ("Karin Ek", "Karin Ek", context("SE", "ambassador", "2024"), context("FI", "ambassador", "2024")),
    # one name, another decade
    *(
        (one, other, context("CN", "ambassador", "1963"), context("CN", "ambassador", "2024"))
        for one, other in [("Hà Vĩ", "何炜"), ("陆伟", "陆伟"), ("Lu Wei", "陆伟"), ("Lục Vĩ", "Luc Vi")]
    ),
    # one name, another post
    *(
        (one, other, context("VN", "minister", "2024", "a"), context("VN", "governor", "2024", "b"))
        for one, other in [
            ("Nguyễn Văn Hùng", "Nguyễn Văn Hùng"), ("Trần Văn Sơn", "Tran Van Son"), ("Lê Hải", "黎海"),
            ("Phạm Minh", "Phạm Minh"),
        ]
    ),
    # one name, ministers of two ministries
    ("Lê Vinh", "Lê Vinh", context("VN", "minister", "2024", "health"), context("VN", "minister", "2024", "trade")),
    # father and son, brothers, sisters
    *(
        (one, other, context("VN", "ambassador", "2024"), context("VN", "ambassador", "2024"))
        for one, other in [
            ("Đặng Văn Thành", "Đặng Văn Thanh"), ("Lý Quang Hà", "Lý Hà"), ("Trịnh Bá Lộc", "Trịnh Bá Lộc Jr."),
            ("Kim Seung", "Kim Seong"),
            ("Nguyễn Thị Thu Hà", "Nguyễn Thị Thu Hằng"), ("Trương Mỹ Hoa", "Trương Mỹ Hoà"),
            ("Nils Berg", "Nils Bergh"),
        ]
    ),
    # one after the other in a post
    *(
        (one, other, context("CN", "ambassador", "2018"), context("CN", "ambassador", "2019"))
        for one, other in [
            ("Lục Thừa Vĩ", "孔祥文"), ("Lục Thừa Vĩ", "Lục Thừa Phong"), ("陆承伟", "陆承志"), ("Lu Wei", "Lu Wen"),
        ]
    ),
    # only a part of the name, or nothing around it
    ("Lu", "陆伟", AMBASSADOR, AMBASSADOR),
    ("W. Lu", "陆伟", AMBASSADOR, AMBASSADOR),
    ("Lu Wei", "Lục Vĩ", context("CN"), context("CN")),
    ("Lu Wei", "Lu Wei", context(None, "", "2024-05-01"), context(None, "", "2024-05-01")),
    ("陆伟", "陆伟", context("CN", "", "2024"), context("CN", "", "2024")),
    ("Lục Vĩ", "陆伟", context("CN", "ambassador"), context("CN", "ambassador")),
]  # fmt: skip


def test_there_are_traps_enough() -> None:
    assert len(TRAPS) >= 40
    assert len(VARIANTS) >= 30


@pytest.mark.parametrize(("one", "other", "ours", "theirs"), TRAPS)
def test_namesakes_are_not_merged(one: str, other: str, ours: Context, theirs: Context) -> None:
    verdict = match_names(one, other, context_a=ours, context_b=theirs)
    assert verdict.decision is not Decision.SAME
    assert verdict.reason


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        ("Lục Thừa Vĩ", "陆承伟", AMBASSADOR, context("CN", "ambassador", "2023-11")),
        ("Lu Chengwei", "陸承偉", AMBASSADOR, context("CN", "ambassador", "2021")),
        (
            "Đặng Thu Hà",
            "Dang Thu Ha",
            context("VN", "minister", "2024", "health"),
            context("VN", "minister", "2022", "health"),
        ),
        ("Karin Ek", "Karin Ek", context("SE", "ambassador"), context("SE", "ambassador")),
        ("Đặng Thu Hà", "邓秋河", context("VN", "", "2024-05-02"), context("VN", "", "2024-05-02")),
    ],
)
def test_names_with_an_agreeing_context_are_the_same(one: str, other: str, ours: Context, theirs: Context) -> None:
    assert match_names(one, other, context_a=ours, context_b=theirs).decision is Decision.SAME


@pytest.mark.parametrize(
    ("ours", "theirs", "decision"),
    [
        ("Bộ trưởng Ngoại giao Trung Quốc", "Kinas utrikesminister", Decision.SAME),
        ("外交部长", "Foreign Minister", Decision.SAME),
        ("Bộ trưởng Quốc phòng", "försvarsminister", Decision.SAME),
        ("Bộ trưởng Quốc phòng", "Kinas utrikesminister", Decision.REVIEW),
        ("Bộ trưởng", "Foreign Minister", Decision.REVIEW),
    ],
)
def test_ministers_of_one_field_are_one_post_in_any_language(ours: str, theirs: str, decision: Decision) -> None:
    around = [
        Context("CN", (PostHeld("minister", None, "CN", words),), date=Edtf(day))
        for words, day in ((ours, "2024-05"), (theirs, "2023-11"))
    ]
    found = match_names("Lục Thừa Vĩ", "Lu Chengwei", context_a=around[0], context_b=around[1])
    assert found.decision is decision


@pytest.mark.parametrize(("one", "other"), [("Lục Vĩ", "Lục Vĩ"), ("陆伟", "陆伟"), ("Lu Wei", "Lu Wei")])
def test_a_name_alone_never_merges(one: str, other: str) -> None:
    verdict = match_names(one, other)
    assert (verdict.score, verdict.decision) == (1.0, Decision.REVIEW)


def test_a_usual_name_goes_before_a_rare_one() -> None:
    assert match_names("Lu Yong", "陆勇").score > match_names("Lu Yong", "陆咏").score


@pytest.mark.parametrize("name", ["", " ", "…", "123", "·", "()", "a" * 400, "阮" * 40, "Q. X. Z."])
def test_odd_names_do_no_harm(name: str) -> None:
    assert 0 <= match_names(name, "Lục Vĩ").score <= 1
    assert isinstance(keys(name), frozenset)


def test_public_figures_rank_first() -> None:
    if not SHARED.is_file():
        pytest.skip("the list of public figures does not lie beside the checkout")
    rows = [line.split("\t") for line in SHARED.read_text(encoding="utf-8").splitlines()[1:]]
    least = {("vi", "hanzi"): 0.98, ("vi", "pinyin"): 0.93, ("pinyin", "hanzi"): 0.96}
    column = {"hanzi": 0, "pinyin": 1, "vi": 2}
    for (source, target), share in least.items():
        candidates = {row[column[target]] for row in rows}
        hits = 0
        for row in rows:
            best = max(candidates, key=lambda name: fit_names(row[column[source]], name).score)
            hits += best in {row[column[target]], *(row[7].split(";") if target == "hanzi" and len(row) > 7 else ())}
        assert hits / len(rows) >= share


def test_forms_of_public_figures_share_keys() -> None:
    if not SHARED.is_file():
        pytest.skip("the list of public figures does not lie beside the checkout")
    rows = [line.split("\t")[:3] for line in SHARED.read_text(encoding="utf-8").splitlines()[1:]]
    lost = [(one, other) for row in rows for one, other in product(row, row) if not keys(one) & keys(other)]
    assert len(lost) <= 2 * len(rows) // 100
