"""One search: with and without accents, traditional and simplified signs, beginnings of words, what people decided."""

from dataclasses import replace

import pytest
from tests.register.readings import LINES_VI, RUN, Page, capture_of, english, vietnamese

from giaoluu import sources
from giaoluu.model.activities import ActivityMention, Participant, Role
from giaoluu.model.article import Article, Zone, ZoneKind
from giaoluu.model.capture import MediaType
from giaoluu.model.mentions import Person
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.register import ingest, judge, searching, undo, word_index
from giaoluu.register.folding import fold
from giaoluu.register.models import Claim, SearchRow
from giaoluu.register.queries import StatementFilter, quotations
from giaoluu.register.searching import Wanted, search


def chinese():
    """A page of one line without facts."""
    capture, reading = english("hoi-dam")
    text = "越南外交代表團在河内同楊萬明舉行會談。"
    content = text.encode()
    from hashlib import sha256

    digest = sha256(content).hexdigest()
    article = Article("hoi-dam", digest, text, "zh", (Zone(0, len(text), ZoneKind.BODY),))
    return replace(capture, content=content, digest=digest, text=text), Reading(article, reading.run, False, "none")


def found(text="", **filters):
    return search(Wanted(text, **filters)).rows(0, 50)


CASES = [
    ("le minh khue", {"activity", "person", "article", "statement"}),
    ("LÊ MINH KHUÊ", {"activity", "person", "article", "statement"}),
    ("tuyet ma", {"activity", "person", "article", "statement"}),
    ("dai su viet nam", {"activity", "person", "article"}),
    ("sinh viên Huế", {"article", "statement"}),
    ("hội hữu nghị", {"activity", "person", "body", "article"}),
    ("杨万明", {"article"}),
    ("楊萬明", {"article"}),
    ("会谈", {"article"}),
    ("越", {"article"}),
    ("万明杨", set()),
    ("minh le khuex", set()),
    ("Thủ tướng Lào", set()),  # furniture
    ("", set()),
    ('"*(', set()),
    ("NEAR OR AND", set()),
]


@pytest.mark.parametrize(("text", "sorts"), CASES)
def test_found(home, text, sorts):
    ingest([vietnamese(), english(), chinese()])
    assert {row.sort for row in found(text)} == sorts


@pytest.mark.parametrize("most", [3, 2000])
@pytest.mark.parametrize("probe", [1, 5])
def test_the_same_is_found_where_newest_rows_are_looked_through_first(home, monkeypatch, probe, most):
    more = (vietnamese(f"page-{turn}", lines=(*LINES_VI, (ZoneKind.BODY, f"{turn}."))) for turn in (1, 2))
    ingest([vietnamese(), english(), chinese(), *more])
    monkeypatch.setattr(searching, "MOST", most)
    asked = [Wanted(text) for text, _ in CASES] + [Wanted("hue", sort="statement"), Wanted("hue", since="2000")]
    before = [search(wanted) for wanted in asked]
    monkeypatch.setattr(word_index, "PROBE", probe)
    after = [search(wanted) for wanted in asked]
    assert [(one.numbers, one.capped, one.facets) for one in after] == [
        (one.numbers, one.capped, one.facets) for one in before
    ]


@pytest.mark.parametrize(
    ("text", "filters", "first"),
    [
        ("le minh khue", {}, "Lê Minh Khuê · Đại sứ Việt Nam tại Trung Quốc"),
        ("Trần Tuyết Mai", {}, "Trần Tuyết Mai · Phó Hội trưởng Hội hữu nghị Trung - Việt"),
        ("Nguyen Thanh An", {"language": "en"}, "Nguyen Thanh An · director"),
        ("le minh khue", {"sort": "activity"}, ""),
        ("ha noi", {}, ""),
    ],
)
def test_whoever_is_called_so_comes_first(home, text, filters, first):
    more = (vietnamese(f"page-{turn}", lines=(*LINES_VI, (ZoneKind.BODY, f"{turn}."))) for turn in (1, 2))
    ingest([vietnamese(), english(), *more])
    (row, *_) = found(text, **filters)
    assert (row.shown if row.sort == "person" else "") == first
    assert len({one.pk for one in found(text, **filters)}) == len(found(text, **filters))


def test_a_name_without_other_forms_comes_first_too(home):
    text = (
        "Đại sứ tiếp Hội hữu nghị Thụy Điển - Việt Nam\n\nNgày 12/3/2026, tại Stockholm, Đại sứ Phạm Quốc Hùng đã tiếp "
        "bà Eva Lindmark, Chủ tịch Hội hữu nghị Thụy Điển - Việt Nam. Bà Eva Lindmark cho biết Hội sẽ hỗ trợ địa điểm."
    )
    capture = sources.capture_of(text.encode(), sources.Provenance(id="tiep", media_type=MediaType.TEXT))
    ingest([(capture, read(capture))])
    assert next(row.sort for row in found("eva lindmark")) == "person"
    assert next(row.sort for row in found("lindmark")) == "activity"


def test_one_sort_alone_and_what_is_shown(home):
    ingest([vietnamese()])
    (row,) = found("khue", sort="person")
    assert row.shown == "Lê Minh Khuê · Đại sứ Việt Nam tại Trung Quốc"
    assert [row.text for row in quotations(StatementFilter("trai he"))] == ["hai bên tổ chức thêm trại hè"]


def test_search_follows_decisions(home):
    ingest([vietnamese()])
    name = Claim.objects.get(property="name", subject="p2")
    made = judge(name, "correct", who="An", value="Phan Thu Cúc")
    assert {row.sort for row in found("thu cuc")} == {"activity", "person", "statement"}
    undo(made, who="An")
    assert not found("thu cuc")


def test_a_page_read_anew_is_found_once(home):
    ingest([vietnamese()])
    before = SearchRow.objects.count()
    ingest([vietnamese(reader="0.2.0")])
    assert SearchRow.objects.count() == before
    assert len(found("khue", sort="person")) == 1


@pytest.mark.parametrize(("one", "other"), [("Đặng", "dang"), ("ＡＢＣ", "abc"), ("Malmö", "malmo"), ("國", "国")])
def test_folded_alike(one, other):
    assert fold(one) == fold(other)


def meeting(ident, text, name, lang):
    """A page of one line about a meeting with one person."""
    page = Page(((ZoneKind.BODY, text),))
    capture = capture_of(ident, page.text)
    person = Person("p1", (page.cite(name, name),), (page.at(name),))
    who = Participant("t1", "p1", Role.ATTENDEE, page.at(name), "by-hand")
    activity = ActivityMention(
        "a1", page.cite("meeting", page.text[:2]), participants=(who,), evidence=(page.at(name),)
    )
    article = Article(ident, capture.digest, page.text, lang, page.zones)
    return capture, Reading(article, RUN, True, "a meeting", people=(person,), activities=(activity,))


MEETINGS = (
    ("vi", "Hội đàm với ông Dương Vạn Minh tại Huế.", "Dương Vạn Minh"),
    ("zh", "会见杨万明会长。", "杨万明"),
    ("zh-Hant", "會談後楊萬明致辭。", "楊萬明"),
    ("en", "Talks with Yang Wanming in Hue.", "Yang Wanming"),
    ("en2", "Talks with Duong Van Minh in Hue.", "Duong Van Minh"),
    ("sv", "Samtal med Anna Yang i Uppsala.", "Anna Yang"),
    ("vi2", "Ông Minh Khôi nói về văn hóa trên đường đến Lâm Đồng, qua đèo Dương Sơn.", "Minh Khôi"),
)


@pytest.mark.parametrize(
    ("text", "idents"),
    [
        ("duong van minh", {"vi", "zh", "zh-Hant", "en", "en2"}),
        ("Dương Vạn Minh", {"vi", "zh", "zh-Hant", "en", "en2"}),
        ("yang wanming", {"vi", "zh", "zh-Hant", "en", "en2"}),
        ("杨万明", {"vi", "zh", "zh-Hant", "en", "en2"}),
        ("楊萬明", {"vi", "zh", "zh-Hant", "en", "en2"}),
        ("hue yang wanming", {"vi", "en", "en2"}),  # their pages name the city, no fact does,
        ("anna yang", {"sv"}),
        ("yang", {"en", "sv"}),
    ],
)
def test_names_across_scripts(home, text, idents):
    ingest(meeting(ident, line, name, ident[:2]) for ident, line, name in MEETINGS)
    for sort in ("article",) if text.startswith("hue") else ("activity", "article"):
        assert {row.article.ident for row in found(text, sort=sort)} == idents


@pytest.mark.parametrize(
    ("filters", "sorts"),
    [
        ({"kind": "festival"}, {"activity"}),
        ({"country": "SE"}, {"activity", "body"}),
        ({"year": "2026"}, {"activity"}),
        ({"since": "2026-06-15", "until": "2027"}, {"activity"}),
        ({"until": "1999"}, set()),
        ({"since": "1000", "until": "2999", "text": "hue", "sort": "activity"}, {"activity"}),
        ({"language": "en", "sort": "person"}, {"person"}),
        ({"sort": "war"}, set()),
        ({}, set()),
    ],
)
def test_filters(home, filters, sorts):
    ingest([vietnamese(), english()])
    assert {row.sort for row in found(**filters)} == sorts


def test_results_are_counted_by_filter(home):
    ingest([vietnamese(), english()])
    facets = search(Wanted("hue")).facets
    assert dict(facets["language"])["en"] >= 2
    assert ("festival", 1) in facets["kind"]
    assert facets["year"] == [("2026", 1), ("2025", 2)]


def test_an_old_version_is_not_found_and_found_again_where_it_comes_back(home):
    url = "https://a.example/1"
    old, new = vietnamese(url=url, fetched="2025-01-01"), english(url=url, fetched="2025-02-01")
    ingest([old, new])
    assert not found("khue")
    assert found("uppsala")
    ingest([vietnamese(url=url, fetched="2025-03-01")])
    assert {row.sort for row in found("khue")} == {"activity", "person", "article", "statement"}
    assert not found("uppsala")
