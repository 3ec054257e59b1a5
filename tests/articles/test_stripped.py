"""What stripped text says about itself."""

import pytest
from tests.articles.pages import PARAGRAPHS, TITLES, text_capture

from giaoluu.articles import article_of
from giaoluu.model.article import ZoneKind


@pytest.mark.parametrize(
    ("line", "day", "moment"),
    [
        ("2024-05-03", "2024-05-03", None),
        ("Fri, 03 May 2024 11:00:00 +0700", "2024-05-03", "2024-05-03T11:00:00+07:00"),
        ("18:13 | 03/05/2024 GMT+7", "2024-05-03", "2024-05-03T18:13:00+07:00"),
        ("03 / 05 / 2024 - 12:41 PM", "2024-05-03", "2024-05-03T12:41:00"),
        ("2024-05-03T11:40:00+07:00", "2024-05-03", "2024-05-03T11:40:00+07:00"),
        ("Thứ sáu, 03/05/2024, 09:05 (GMT+7)", "2024-05-03", "2024-05-03T09:05:00+07:00"),
        ("Ngày 3 tháng 5 năm 2024", "2024-05-03", None),
        ("Den 3 maj 2024", "2024-05-03", None),
        ("Publicerad 3 maj 2024 kl. 16.41", "2024-05-03", "2024-05-03T16:41:00"),
        ("2024年5月3日 16:41", "2024-05-03", "2024-05-03T16:41:00"),
        ("发布时间：2024-05-03 16:41 来源：吕勒奥日报", "2024-05-03", "2024-05-03T16:41:00"),
        ("2024年05月03日16:41　来源：吕勒奥日报", "2024-05-03", "2024-05-03T16:41:00"),
        ("2024/05/03 16:41（中央社記者林小紅河內3日電）", "2024-05-03", "2024-05-03T16:41:00"),
        ("發布時間：113年5月3日", "2024-05-03", None),
        ("日期：113-05-03", "2024-05-03", None),
        ("中華民國113年05月03日", "2024-05-03", None),
        ("May 3, 2024", "2024-05-03", None),
        ("Published 3 May 2024", "2024-05-03", None),
        ("By Town Times Published: May 3, 2024 04:41 PM", "2024-05-03", "2024-05-03T16:41:00"),
        ("03.05.2024 Press Office of the Town", "2024-05-03", None),
    ],
)
def test_date_lines(line, day, moment):
    text = "\n".join([TITLES["en"], line, "", *PARAGRAPHS["en"]])
    article = article_of(text_capture(text))
    assert str(article.published.value) == day
    assert (article.published_at and article.published_at.value) == moment
    assert article.published.span.exact in line


@pytest.mark.parametrize(
    "line",
    [
        "Hue, May 3, 2024, in the presence of both mayors and their guests",
        "The hall was built on 3 May 1924",
        "Tel. 073-832 0521",
        "31.31.2024",
    ],
)
def test_other_lines_with_numbers_are_no_date_of_publication(line):
    article = article_of(text_capture("\n".join([TITLES["en"], line, *PARAGRAPHS["en"]])))
    assert article.published is None


def test_a_date_between_paragraphs_is_no_date_of_publication():
    first, *others = PARAGRAPHS["en"]
    assert article_of(text_capture("\n".join([TITLES["en"], first, "2024-05-03", *others]))).published is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Maj Lund", ["Maj Lund"]),
        ("By Maj Lund and Tor Ek", ["Maj Lund", "Tor Ek"]),
        ("Text: Maj Lund", ["Maj Lund"]),
        ("Hồng Sương (Theo TTXVN)", ["Hồng Sương"]),
        ("记者 林小雪", ["林小雪"]),
    ],
)
def test_bylines_at_the_end(line, authors):
    article = article_of(text_capture("\n".join([TITLES["vi"], *PARAGRAPHS["vi"], line])))
    assert [author.value for author in article.authors] == authors
    assert article.zones[-1].kind is ZoneKind.BYLINE


def test_an_outlet_under_the_title_is_no_author():
    article = article_of(text_capture("\n".join([TITLES["vi"], "Thanh Niên", "2024-05-03", "", *PARAGRAPHS["vi"]])))
    assert (article.authors, article.outlet, str(article.published.value)) == ((), "Thanh Niên", "2024-05-03")


@pytest.mark.parametrize("line", ["The new hall", "Luleå.", "Bà Lê Thị Hồng Sương.", "Riksdagen"])
def test_other_short_lines_at_the_end_name_no_author(line):
    assert article_of(text_capture("\n".join([TITLES["vi"], *PARAGRAPHS["vi"], line]))).authors == ()


@pytest.mark.parametrize(
    ("line", "source", "span"),
    [
        ("Källa: https://example.org/a-1.html", "https://example.org/a-1.html", "Källa: https://example.org/a-1.html"),
        ("Nguồn: TTXVN", "TTXVN", "Nguồn: TTXVN"),
        ("Theo TTXVN", "TTXVN", "Theo TTXVN"),
        ("来源：新华网", "新华网", "来源：新华网"),
        ("Source: City Library", "City Library", "Source: City Library"),
    ],
)
def test_source_lines(line, source, span):
    article = article_of(text_capture("\n".join([TITLES["en"], *PARAGRAPHS["en"], line])))
    assert (article.source.value, article.source.span.exact) == (source, span)


def test_a_source_label_without_a_value_names_no_source():
    article = article_of(text_capture("\n".join([TITLES["vi"], *PARAGRAPHS["vi"], "Nguồn:"])))
    assert article.source is None
    assert article.zones[-1].kind is ZoneKind.SOURCE_LINE


@pytest.mark.parametrize(
    ("opening", "body"),
    [
        ("Theo Đại sứ quán Thụy Điển tại Việt Nam", "Đại sứ quán Thụy Điển tại Việt Nam"),
        ("Theo thông tin từ Tổng lãnh sự quán Việt Nam", "Tổng lãnh sự quán Việt Nam"),
        ("According to the Embassy of Sweden in Hanoi", "Embassy of Sweden in Hanoi"),
        ("Enligt ambassaden i Hanoi", "ambassaden i Hanoi"),
        ("据瑞典驻越南大使馆消息", "瑞典驻越南大使馆"),
    ],
)
def test_whose_account_a_report_is(opening, body):
    comma = "，" if opening.endswith("消息") else ", "
    text = "\n".join([TITLES["vi"], opening + comma + PARAGRAPHS["vi"][0], *PARAGRAPHS["vi"][1:]])
    article = article_of(text_capture(text))
    assert (article.credit.value, article.credit.span.exact) == (body, opening)


@pytest.mark.parametrize("opening", ["Theo kế hoạch", "Theo đó", "According to plan", "Enligt planen"])
def test_a_plan_is_nobodys_account(opening):
    text = "\n".join([TITLES["vi"], f"{opening}, " + PARAGRAPHS["vi"][0], *PARAGRAPHS["vi"][1:]])
    assert article_of(text_capture(text)).credit is None


@pytest.mark.parametrize("language", ["vi", "en", "sv", "zh"])
def test_language_of_the_text(language):
    assert article_of(text_capture("\n".join(PARAGRAPHS[language]))).language == language


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Ambassadör Anna Lindqvist tilldelades Vietnams vänskapsorden i Hanoi den 5 juni 2024.", "sv"),
        ("En svensk kör gav en konsert tillsammans med vietnamesiska musiker i Hanoi den 5 juni 2024.", "sv"),
        ("Statsråd Kari Moen møtte ambassadøren fra Vietnam i Oslo onsdag den 5. juni 2024.", "nb"),
    ],
)
def test_a_line_of_a_language_is_not_taken_for_its_neighbours(line, language):
    assert article_of(text_capture(line)).language == language


def test_a_text_without_a_title_has_none():
    assert article_of(text_capture("\n".join(PARAGRAPHS["sv"]))).title is None


def test_a_heading_mark_is_no_part_of_the_title():
    article = article_of(text_capture("\n\n".join(["2024-05-03", "# " + TITLES["zh"], *PARAGRAPHS["zh"]])))
    assert article.title.value == TITLES["zh"]


@pytest.mark.parametrize(
    ("language", "foot", "day"),
    [
        ("zh", "2024年5月3日（星期五）", "2024-05-03"),
        ("vi", "Ngày 3 tháng 5 năm 2024", "2024-05-03"),
        ("sv", "Den 3 maj 2024", "2024-05-03"),
        ("zh", "2024年5月3日 来源：北村日报", "2024-05-03"),
        ("zh", "中華民國113年5月3日", "2024-05-03"),
        ("zh", "新聞局 2024年5月3日", "2024-05-03"),
        ("zh", "展覽持續到2024年5月3日", None),
        ("en", "The hall was built on 3 May 1924", None),
    ],
)
def test_a_date_alone_under_the_article_is_its_day(language, foot, day):
    article = article_of(text_capture("\n\n".join([TITLES[language], *PARAGRAPHS[language], foot])))
    assert (article.published and str(article.published.value)) == day


def test_a_title_with_a_date_is_the_title():
    title = "2024年5月3日外交部发言人林小红主持例行记者会"
    article = article_of(text_capture("\n\n".join([title, "2024-05-04", *PARAGRAPHS["zh"]])))
    assert article.title.value == title
    assert str(article.published.value) == "2024-05-04"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("LULEA, Sweden, May 3, 2024 (Town Wire) -- ", "2024-05-03"),
        ("Hue, 3 May 2024 \u2013 ", "2024-05-03"),
        ("(Hue, 3/5/2024) - ", "2024-05-03"),
        ("Lulea, 3 May 2024. ", "2024-05-03"),
        ("The hall that was closed on 3 May 2024 - and opened since - is full. ", None),
        ("LULEA, May 3 (Town Wire) -- ", None),
    ],
)
def test_the_day_that_the_text_opens_with_is_its_day_where_the_page_prints_no_other(opening, day):
    first, *others = PARAGRAPHS["en"]
    text = [TITLES["en"], opening + first, *others]
    article = article_of(text_capture("\n\n".join(text)))
    assert (article.published and str(article.published.value)) == day
    dated = article_of(text_capture("\n\n".join([text[0], "Published 5 May 2024, 10:00", *text[1:]])))
    assert str(dated.published.value) == "2024-05-05"


@pytest.mark.parametrize("opening", ["Stockholm den 3 maj 2024. ", "HANOI 3 maj 2024. ", "Peking, den 3 maj 2024 – "])
def test_a_swedish_dateline_ends_with_a_stop(opening):
    first, *others = PARAGRAPHS["sv"]
    article = article_of(text_capture("\n\n".join([TITLES["sv"], opening + first, *others])))
    assert article.published
    assert str(article.published.value) == "2024-05-03"


def test_a_day_over_the_title_without_a_time_is_that_of_the_visit() -> None:
    page = (
        "Today Thursday, 25 April 2024\nNews\nPolitics\n29 November 2016, 21:08\n\n"
        "Two ministers meet in the old town hall\n\n"
        "NORRBY, 29 November - The two ministers met in the old town hall and spoke of ferries, of trade and of the "
        "weather. They will meet again in the spring, as they do every year, and the guests will stay for a week.\n"
    )
    assert str(article_of(text_capture(page)).published.value) == "2016-11-29"
