"""The search page: the sentence with the words, filters with counts, dates as people write them, kept searches."""

import re
from urllib.parse import quote

import pytest
from django.test import Client
from tests.register.readings import LINES_VI, vietnamese

from giaoluu.model.article import ZoneKind
from giaoluu.register import ingest
from giaoluu.register.asking import Phrase, Query
from giaoluu.web.excerpts import excerpt


def test_the_sentence_with_the_words_marked(get):
    page = get("/search?text=sinh+vien")
    assert "<mark>sinh</mark> <mark>viên</mark>" in page
    assert "Ông Khuê mong muốn" not in page


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ("text=khue&sort=person", "Lê Minh Khuê", "blockquote"),
        ("kind=festival", "choir", "tiep-khach"),
        ("country=SE", "Uppsala", "Trần"),
        ("text=khue&since=2025&until=2025", "results", "Nothing matches"),
        ("text=khue&since=tháng 4/2025", "Nothing matches", "blockquote"),
        ("text=khue&until=khoảng tháng 3/2025", "results", "Nothing matches"),
        ("text=khue&since=some day", "could not be read as a date", "Nothing matches"),
        ("language=en&year=2026", "choir", "Khuê"),
    ],
)
def test_filters(get, asked, there, gone):
    page = get(f"/search?{quote(asked, safe='=&+')}").replace("<mark>", "").replace("</mark>", "")
    assert there in page
    assert gone not in page


def test_filters_lead_to_the_same_question_with_one_thing_more_and_back(get):
    page = get("/search?text=khue")
    assert '<a href="?text=khue&amp;sort=person">' in page
    narrowed = get("/search?text=khue&sort=person")
    assert re.search(r'<a href="\?text=khue" aria-current="true">person', narrowed)
    assert 'name="sort" value="person"' in narrowed


def test_an_unknown_kind_finds_nothing(get):
    assert "Nothing matches" in get("/search?kind=war")


def test_more_results_than_a_page(get):
    ingest(vietnamese(f"page-{turn}", lines=((ZoneKind.BODY, f"No. {turn}."), *LINES_VI)) for turn in range(8))
    first, second = get("/search?text=khue"), get("/search?text=khue&page=2")
    assert 'href="?text=khue&amp;page=2"' in first
    assert "Page 2 of" in second


def test_a_search_is_kept_found_again_and_forgotten(get, home):
    client = Client(headers={"host": "localhost"})
    kept = client.post("/search/keep", {"query": "text=khue&sort=person&evil=1", "name": "Her"})
    assert kept["Location"] == "/search?text=khue&sort=person"
    client.post("/search/keep", {"query": "text=mai", "name": "Her"})
    page = get("/search")
    assert '<a href="?text=mai">Her</a>' in page
    forget = re.search(r'action="(/search/kept/\d+/forget)"', page)[1]
    assert client.post(forget).status_code == 302
    assert "Her" not in get("/search")
    assert client.post(forget).status_code == 404


EXCERPTS = [
    ("Họ gặp nhau. Rồi về Huế.", ((("hue",), True),), "Rồi về [Huế]."),
    ("Cuối cùng, Dương Vạn Minh nói. Hết.", ((("duong", "van", "minh"), False),), "Cuối cùng, [Dương Vạn Minh] nói."),
    ("他同楊萬明會談。", ((("杨万", "万明"), True),), "他同[楊萬明]會談。"),
    ("Nothing here.", ((("hue",), True),), "Nothing here."),
    ("gap gap", ((("gap",), True), (("ga",), True)), "[gap] [gap]"),
]


@pytest.mark.parametrize(("text", "phrases", "shown"), EXCERPTS)
def test_excerpts(home, text, phrases, shown):
    query = Query(None, tuple(Phrase(words, is_open) for words, is_open in phrases), {})
    pieces = excerpt(text, query)
    assert "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in pieces) == shown
