"""What each page says, in two languages; nothing of a page's words runs."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from django.test import Client
from tests.register.readings import LINES_VI, vietnamese

from giaoluu import read
from giaoluu.register import ingest, link
from giaoluu.register.models import Activity, Article, Claim, Organisation, Person
from giaoluu.sources import capture_of


def number(table, **what) -> int:
    return table.objects.get(**what).pk


def words(html: str) -> str:
    """The text of a page as it is read, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


LISTS = [
    ("/", "en", ["2 activities", "Newest activities", "11 March 2025", "China – Vietnam", "Meeting"]),
    ("/", "vi", ["2 hoạt động", "Hoạt động mới nhất", "11/3/2025", "Trung Quốc – Việt Nam", "Gặp, tiếp"]),
    ("/activities", "en", ["2 activities", "June 2026", "planned", "Sweden – Vietnam"]),
    ("/activities?main=all", "en", ["3 activities", "in passing"]),
    ("/activities?main=no", "en", ["1 activity", "Tree planting"]),
    ("/activities?country=SE", "vi", ["1 hoạt động", "tháng 6 năm 2026", "dự kiến"]),
    ("/activities?kind=meeting&main=yes&since=2025-03&until=2025", "en", ["1 activity", "Received", "Hanoi"]),
    ("/activities?text=le+minh+khue&main=all", "en", ["2 activities"]),
    ("/activities?text=nobody", "en", ["0 activities", "Nothing matches"]),
    ("/activities?since=spring", "en", ["Write a year, a month or a day"]),
    ("/activities?kind=war", "en", ["0 activities"]),
    ("/activities?page=99", "en", ["2 activities"]),
    ("/statements", "en", ["3 statements", "commits", "proposes", "Đại sứ", "Nguyen Thanh An"]),
    ("/statements?act=commit", "vi", ["1 phát biểu", "Trần Tuyết Mai", "Hội sẽ cử"]),
    ("/statements?act=war", "en", ["0 statements", "Select a valid choice"]),
    ("/statements?article=x", "en", ["3 statements"]),
    ("/statements?country=CN", "en", ["1 statement", "Trần Tuyết Mai"]),
    ("/statements?since=3/2025&until=2025", "vi", ["2 phát biểu", "Trần Tuyết Mai"]),
    ("/statements?since=morgen", "en", ["0 statements", "Write a year"]),
    ("/statements?article=999", "en", ["0 statements", "Nothing matches"]),
    ("/commitments", "en", ["1 commitment", "intends", "due August 2025"]),
    ("/commitments?strength=w1", "en", ["1 commitment", "tổ chức thêm trại hè"]),
    ("/search?text=le+minh+khue", "en", ["person Lê Minh Khuê · Đại sứ", "article Đại sứ Lê Minh Khuê tiếp"]),
    ("/search?text=tuyet+mai&sort=statement", "vi", ["1 kết quả", "phát biểu Trần Tuyết Mai", "Hội sẽ cử"]),
    ("/search?text=nobody", "en", ["0 results", "Nothing matches"]),
    ("/statements?text=trai+he", "en", ["1 statement"]),
    ("/people", "vi", ["3 người", "Trần Tuyết Mai", "Phó Hội trưởng Hội hữu nghị Trung - Việt"]),
    ("/people?text=an", "en", ["Nguyen Thanh An", "director"]),
    ("/articles", "en", ["2 articles", "Báo Sông Hương", "12 March 2025"]),
    ("/articles?text=khue", "vi", ["1 bài viết"]),
]


def test_review_says_what_a_claim_goes_by_and_names_its_rule_in_the_title(get):
    html = get(f"/review?claim={number(Claim, property='quotation', value='commit')}")
    assert '<span title="by-hand">Rule: by-hand</span>' in html
    Claim.objects.filter(property="quotation").update(rule="vi:cue:11")
    vi = get(f"/review?claim={number(Claim, property='quotation', value='commit')}", language="vi")
    assert '<span title="vi:cue:11">Quy tắc: từ cho biết điều gì được nói ra như thế nào</span>' in vi


@pytest.mark.parametrize(("address", "language", "expected"), LISTS)
def test_lists(get, address, language, expected):
    text = words(get(address, language=language))
    assert [part for part in expected if part not in text] == []


def test_an_activity_shows_each_fact_with_its_sentence_and_the_way_to_it(get):
    html = get(f"/activities/{number(Activity, kind='meeting')}")
    date = Claim.objects.get(property="date", value="2025-03-11")
    assert f'href="/articles/{date.article_id}?claim={date.pk}#c{date.pk}"' in html
    assert "Ngày <mark>11/3/2025</mark>, tại Hà Nội, Đại sứ Việt Nam" in html
    text = words(html)
    for expected in (
        "11 March 2025",
        "Post at the time",
        "China Trần Tuyết Mai commits",
        "intends",
        "a dated deliverable",
        "Tree planting",
    ):
        assert expected in text


def test_what_is_not_stated_says_so(get):
    text = words(get(f"/activities/{number(Activity, kind='festival')}"))
    assert "mode not stated" in text
    assert "place not stated" in text


def test_an_inferred_date_says_so(get):
    text = words(get(f"/activities/{number(Activity, kind='ceremony')}", language="vi"))
    assert "ngày suy ra 11/3/2025" in text
    assert "suy ra" in text


def test_parts_stand_in_one_tree_seen_from_both_ends(get):
    whole, part = number(Activity, kind="meeting"), number(Activity, kind="ceremony")
    assert f'href="/activities/{part}"' in get(f"/activities/{whole}")
    assert f'href="/activities/{whole}"' in get(f"/activities/{part}")


def test_the_article_marks_the_chosen_words_and_greys_furniture(get):
    date = Claim.objects.get(property="date", value="2025-03-11")
    html = get(f"/articles/{date.article_id}?claim={date.pk}")
    marked = re.search(r'<mark class="[^"]*chosen"[^>]*>(.*?)</mark>', html)
    assert words(marked[1]) == "11/3/2025"
    assert f'id="c{date.pk}"' in marked[1]
    assert 'class="zone related furniture"' in html
    assert "not read" in html
    assert html.count("chosen-note") == 1
    assert "date: 11 March 2025 (by-hand)" in html


def test_furniture_is_folded_away(get):
    html = get(f"/articles/{number(Article, ident='tiep-khach')}")
    assert re.findall(r"<summary[^>]*>(\d+ lines? not read)</summary>", html) == ["1 line not read"]
    assert "Thủ tướng tiếp Đại sứ Lào" in re.split("</?details", html[html.index('<details class="unread') :])[1]
    assert "1 dòng không đọc" in get(f"/articles/{number(Article, ident='tiep-khach')}", language="vi")


def test_an_article_names_its_main_activities_first(get):
    article = number(Article, ident="tiep-khach")
    Activity.objects.filter(article=article).update(main=False)
    Activity.objects.filter(kind="ceremony").update(main=True)
    html = get(f"/articles/{article}")
    links = re.findall(r'href="/activities/(\d+)"', html)
    assert links[0] == str(number(Activity, kind="ceremony"))


def test_words_tied_to_no_activity_are_told_by_none(get):
    from giaoluu.register.models import Quotation

    address = f"/activities/{number(Activity, kind='festival')}"
    assert "What was said" in get(address)
    Quotation.objects.update(activity=None)
    assert "What was said" not in get(address)


def test_the_numbers_of_the_overview_lead_to_their_lists(get):
    html = get("/")
    links = re.findall(r'<li><a href="([^"]+)"><b>(\d+)</b>', html)
    assert len(links) == 5
    for address, count in links:
        assert count in words(re.search(r'class="found"[^>]*>(.*?)</p>', get(address), re.DOTALL)[1])


def test_every_claim_has_its_anchor_once(get):
    article = number(Article, ident="tiep-khach")
    html = get(f"/articles/{article}")
    anchors = re.findall(r'id="c(\d+)"', html)
    assert sorted(map(int, anchors)) == sorted(Claim.objects.filter(article=article).values_list("pk", flat=True))


def test_the_article_shows_its_text_unchanged(get):
    article = number(Article, ident="tiep-khach")
    zones = re.findall(r'<div class="zone [^>]*>.*?<p>(.*?)</p></div>', get(f"/articles/{article}"), re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", zone) for zone in zones] == [line for _, line in LINES_VI]


@pytest.mark.parametrize("claim", ["0", "x", "999999", ""])
def test_a_claim_that_is_none_marks_nothing(get, claim):
    assert "chosen-note" not in get(f"/articles/{number(Article, ident='choir')}?claim={claim}")


def test_a_person_has_names_posts_meetings_words_and_promises(get):
    text = words(get(f"/people/{number(Person, name='Trần Tuyết Mai')}"))
    for expected in (
        "Phó Hội trưởng Hội hữu nghị Trung - Việt",
        "Took part in",
        "Received",
        "commits",
        "intends · a dated deliverable · due August 2025",
    ):
        assert expected in text


def test_what_a_person_said_leads_to_the_words(get):
    html = get(f"/people/{number(Person, name='Trần Tuyết Mai')}")
    for property_ in ("quotation", "commitment", "title"):
        claim = Claim.objects.get(property=property_, article__ident="tiep-khach", exact__contains=SAID[property_])
        assert f'href="/articles/{claim.article_id}?claim={claim.pk}#c{claim.pk}"' in html


SAID = {"quotation": "Hội sẽ cử", "commitment": "sẽ cử", "title": "Phó Hội trưởng"}


def test_an_older_version_leads_to_the_newest(get):
    lines = tuple((kind, line.replace("chụp ảnh", "chụp hình")) for kind, line in LINES_VI)
    ingest([vietnamese(lines=lines, url="https://songhuong.example/tiep-khach")])
    old, new = Article.objects.filter(ident="tiep-khach").order_by("version")
    assert f'<a href="/articles/{new.pk}">See the newest</a>' in get(f"/articles/{old.pk}")
    assert "3 activities" in words(get("/activities?main=all"))
    assert "earlier version" in get(f"/activities/{old.activities.first().pk}")


@pytest.mark.parametrize("address", ["/activities/999", "/articles/999", "/people/999", "/nowhere"])
def test_not_found(get, address):
    assert "Không có trang này" in get(address, language="vi", status=404)


class Tags(HTMLParser):
    """The tags of a page, and the values that could run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


PAGES = [
    "/",
    "/activities",
    "/people",
    "/articles",
    "/statements",
    "/commitments",
    "/search?text=khue",
    "/search?text=%22%3Cscript%3E&sort=x",
    "/review",
    "/review/decisions",
    "/activities?text=<script>alert(1)</script>&since=<b>",
    "/people?text=%22><script>",
]


def every_page() -> list[str]:
    return PAGES + [
        f"/{place}/{row.pk}"
        for place, table in (("activities", Activity), ("articles", Article), ("people", Person))
        for row in table.objects.all()
    ]


def test_nothing_of_a_page_runs(get):
    """Words of pages and of the address stay words, in text and in attributes."""
    for address in every_page():
        html = get(address)
        tags = Tags(html).seen
        scripts = [attrs for tag, attrs in tags if tag == "script"]
        assert scripts == [{"src": "/static/web/site.js", "defer": None}], address
        assert not any(tag == "b" and "choir" in html[html.find("<b>") :][:10] for tag, _ in tags)
        assert not [name for _, attrs in tags for name in attrs if name.startswith("on") or name == "style"], address
        assert "<b>choir" not in html, address
    assert "&lt;b&gt;choir&lt;/b&gt;" in get("/articles")


def test_every_page_keeps_to_itself(home):
    client = Client(headers={"host": "localhost"})
    for address in every_page():
        response = client.get(address)
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["X-Frame-Options"] == "DENY"
        links = [
            attrs.get("src") or attrs.get("href")
            for tag, attrs in Tags(response.content.decode()).seen
            if tag in {"link", "script", "img"}
        ]
        assert all(link.startswith("/static/") for link in links), address


def test_pages_can_be_read_by_ear_and_key(get):
    for address in every_page():
        tags = Tags(get(address)).seen
        names = [tag for tag, _ in tags]
        assert names.count("h1") == names.count("main") == 1, address
        assert all(attrs.get("aria-label") for tag, attrs in tags if tag == "nav"), address
        labelled = {attrs["for"] for tag, attrs in tags if tag == "label" and "for" in attrs}
        fields = [
            attrs
            for tag, attrs in tags
            if tag in {"input", "select"} and attrs.get("type") not in {"hidden", "checkbox"}
        ]
        assert {field["id"] for field in fields} <= labelled
        ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
        assert len(ids) == len(set(ids)), address
        assert ("a", {"class": "skip", "href": "#content"}) in tags


def test_long_lists_come_in_pages_that_keep_the_filter(empty_home):
    def page(turn: int):
        lines = tuple((kind, line.replace("ngọc lan", f"ngọc lan {turn}")) for kind, line in LINES_VI)
        return vietnamese(f"page-{turn}", lines=lines)

    assert ingest(page(turn) for turn in range(60)).new == 60
    client = Client(headers={"host": "localhost"})
    html = client.get("/activities?kind=meeting&text=").content.decode()
    assert '<a rel="next" href="?kind=meeting&amp;page=2">' in html
    assert "Page 1 of 2" in html
    last = client.get("/activities?kind=meeting&page=2").content.decode()
    assert len(re.findall(r'<tr>\s*<td class="date"', last)) == 10


def test_an_empty_register_says_what_to_do(empty_home):
    client = Client(headers={"host": "localhost"})
    html = client.get("/").content.decode()
    assert "giaoluu ingest FOLDER" in html
    assert {"/paste", "/sheets", "/enter/new/activity"} <= set(re.findall(r'href="([^"]+)"', html))
    assert 'href="/enter"' in client.get("/people").content.decode().partition("</header>")[2]
    assert "Clear</a>" in client.get("/people?text=an").content.decode().partition('class="empty"')[2]


def test_a_series_that_no_activity_stands_in_is_listed_without_a_date(get):
    from giaoluu.register.models import Article, Occasion

    article = Article.objects.get(ident="choir")
    Occasion.objects.create(article=article, local="s9", kind="series", name="Book week", title="Book week", key="book")
    assert "Book week" in get("/series?kind=series")


def test_an_article_about_no_exchange_says_that_lists_leave_it_out(get):
    from giaoluu.register.models import Article

    article = Article.objects.get(ident="choir")
    assert "finds no exchange" not in get(f"/articles/{article.pk}")
    Article.objects.filter(pk=article.pk).update(listed=False, exchange_reason="no second country takes part")
    assert "finds no exchange in this article" in get(f"/articles/{article.pk}")


def test_people_and_bodies_by_country(get):
    people = words(get("/people?country=CN"))
    assert "Trần Tuyết Mai" in people
    assert "Hà Nội" not in words(get("/bodies?country=SE")).partition("Sentence")[0]
    assert get("/bodies?country=VN").count("<tr>") > get("/bodies?country=FR").count("<tr>")


def test_a_body_shows_the_sentences_that_name_it(get):
    body = Organisation.objects.filter(current=True).exclude(kind="delegation").order_by("pk")[0]
    html = get(f"/bodies/{body.pk}")
    assert "Where it is named" in html
    assert f'href="/articles/{body.article_id}"' in html


def test_the_menu_lights_one_page(get):
    article = Article.objects.order_by("pk")[0].pk
    assert get(f"/review/articles/{article}").partition("</nav>")[0].count('aria-current="page"') == 1


def test_an_unknown_host_is_refused(home):
    assert Client(headers={"host": "evil.example"}).get("/").status_code == 400


def test_the_language_is_kept(home):
    client = Client(headers={"host": "localhost"})
    answer = client.post("/language/setlang/", {"language": "vi", "next": "/people"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/people")
    assert '<html lang="vi">' in client.get("/people").content.decode()
    client.post("/language/setlang/", {"language": "en", "next": "https://evil.example/"})
    assert '<html lang="en">' in client.get("/people").content.decode()


TOLD = {
    "en": "Hanoi, 6 March 2024. Minister Le Quoc Khoa held talks with Swedish Minister Bo Ek in Hanoi on 5 March 2024.",
    "vi": "Ngày 5/3/2024, tại Hà Nội, Bộ trưởng Lê Quốc Khoa hội đàm với Bộ trưởng Thụy Điển Bo Ek.",
}


@pytest.mark.parametrize(("language", "expected"), [("vi", "Lê Quốc Khoa"), ("en", "Le Quoc Khoa")])
@pytest.mark.parametrize("first", ["vi", "en"])
def test_lists_tell_an_activity_as_the_readers_language_tells_it(empty_home, first, language, expected):
    pages = [replace(capture_of(TOLD[code].encode()), id=code) for code in sorted(TOLD, key=lambda code: code != first)]
    ingest((page, read(page)) for page in pages)
    link()
    html = Client(headers={"host": "localhost"}).get("/activities", headers={"accept-language": language})
    shown = words(html.content.decode())
    assert expected in shown
    assert ({"vi": "Hà Nội", "en": "Hanoi"}[language] in shown, "2 bản tin" in shown or "2 accounts" in shown) == (
        True,
    ) * 2
