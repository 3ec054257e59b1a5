"""Posts with the words of their office, and names that no list holds, in Chinese reports. All people are invented."""

import pytest
from tests.mentions.test_zh import mentions_of, people_of, posts_of


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("东方语言系主任陈文英介绍了情况。", {"陈文英": ["东方语言系主任"]}),
        ("对外合作培训处副处长李春兰参加座谈。", {"李春兰": ["对外合作培训处副处长"]}),
        ("健康科学学院副院长沈明远出席活动。", {"沈明远": ["健康科学学院副院长"]}),
        ("随后，会长王大山向与会的观光产业协会理事长蔡文惠赠送了纪念品。", {"蔡文惠": ["观光产业协会理事长"]}),
        ("中国驻青湖总领事张兰发表主旨演讲。", {"张兰": ["中国驻青湖总领事"]}),
        ("石桥乡长游淑英率访问团到访。", {"游淑英": ["石桥乡长"]}),
        ("市议员拜会黄伟明市长。", {"黄伟明": ["市长"]}),
        ("严庭文院长提出建议。", {"严庭文": ["院长"]}),
    ],
)
def test_a_post_takes_the_words_of_its_office(text: str, posts: dict[str, list[str]]) -> None:
    found = posts_of(text)
    assert {name: found.get(name) for name in posts} == posts


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("代表團獲該校校長Le Van An等熱情接待。", {"Le Van An"}),
        ("日本岡山市副市長蓑原忠弘率團來訪。", {"蓑原忠弘"}),
        ("黄春山校长欢迎来宾。", {"黄春山"}),
        ("会议由校长办公室主任主持。", set()),
        ("“山海之恋·金花之约”活动开幕。", set()),
        ("来自各大学·大专的代表参加。", set()),
    ],
)
def test_names_that_no_list_holds_stand_behind_posts(text: str, people: set[str]) -> None:
    assert set(people_of(text)) == people


def test_a_surname_before_a_post_tells_whose_it_is() -> None:
    text = "副校长冯庆明会见了来访的河内大学副校长陈氏和。冯校长欢迎代表团。"
    found = mentions_of(text)
    bare = next(one for one in found.mentions if one.kind == "post" and one.ref)
    assert {person.id: person.names[0].value for person in found.people}[bare.ref or ""] == "冯庆明"
