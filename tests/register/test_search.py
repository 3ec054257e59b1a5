"""One search: with and without accents, traditional and simplified signs, beginnings of words, what people decided."""

from dataclasses import replace

import pytest
from tests.register.readings import english, vietnamese

from giaoluu.model.article import Article, Zone, ZoneKind
from giaoluu.model.reading import Reading
from giaoluu.register import ingest, judge, undo
from giaoluu.register.folding import fold
from giaoluu.register.models import Claim, SearchRow
from giaoluu.register.queries import quotations
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


def test_one_sort_alone_and_what_is_shown(home):
    ingest([vietnamese()])
    (row,) = found("khue", sort="person")
    assert row.shown == "Lê Minh Khuê · Đại sứ Việt Nam tại Trung Quốc"
    assert [row.text for row in quotations("trai he")] == ["hai bên tổ chức thêm trại hè"]


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
