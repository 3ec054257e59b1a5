"""Filters of lists."""

import pytest
from tests.register.readings import english, vietnamese

from giaoluu.model.errors import EdtfError, RegisterError
from giaoluu.register import ingest
from giaoluu.register.models import Activity
from giaoluu.register.queries import (
    ActivityFilter,
    PersonFilter,
    StatementFilter,
    activities,
    articles,
    people,
    quotations,
)
from giaoluu.register.showing import show

CASES = [
    ({}, {"meeting", "ceremony", "festival"}),
    ({"kind": "festival"}, {"festival"}),
    ({"country": "SE"}, {"festival"}),
    ({"country": "vn"}, {"meeting", "ceremony", "festival"}),
    ({"status": "planned"}, {"festival"}),
    ({"main": True}, {"meeting", "festival"}),
    ({"main": False}, {"ceremony"}),
    ({"since": "2025", "until": "2025"}, {"meeting", "ceremony"}),
    ({"since": "2026-06-15"}, {"festival"}),
    ({"until": "2025-03-10"}, set()),
    ({"text": "le minh khue ha noi"}, {"meeting"}),
    ({"text": "KHUÊ"}, {"meeting", "ceremony"}),
    ({"text": "pho hoi truong"}, {"meeting"}),
    ({"text": "100%"}, set()),
]


@pytest.mark.parametrize(("wanted", "kinds"), CASES)
def test_activities(home, wanted, kinds):
    ingest([vietnamese(), english()])
    assert {row.kind for row in activities(ActivityFilter(**wanted))} == kinds


def test_newest_first_and_undated_by_the_day_of_the_page(home):
    ingest([vietnamese(), english()])
    assert [row.kind for row in activities()] == ["festival", "ceremony", "meeting"]


def test_a_date_that_is_none_is_refused(home):
    with pytest.raises(EdtfError, match="spring"):
        activities(ActivityFilter(since="spring"))


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({}, ["Lê Minh Khuê", "Nguyen Thanh An", "Trần Tuyết Mai"]),
        ({"text": "tuyet mai"}, ["Trần Tuyết Mai"]),
        ({"country": "CN"}, ["Trần Tuyết Mai"]),
        ({"background": True}, []),
    ],
)
def test_people(home, wanted, names):
    ingest([vietnamese(), english()])
    assert sorted(row.name for row in people(PersonFilter(**wanted))) == names


@pytest.mark.parametrize(
    ("wanted", "speakers"),
    [
        ({}, ["Lê Minh Khuê", "Nguyen Thanh An", "Trần Tuyết Mai"]),
        ({"country": "cn"}, ["Trần Tuyết Mai"]),
        ({"country": "VN", "until": "2025"}, ["Lê Minh Khuê"]),
        ({"since": "2025-03", "until": "2025-03"}, ["Lê Minh Khuê", "Trần Tuyết Mai"]),
        ({"until": "2025-03-10"}, []),
        ({"act": "commit", "text": "sinh vien"}, ["Trần Tuyết Mai"]),
    ],
)
def test_statements(home, wanted, speakers):
    ingest([vietnamese(), english()])
    assert sorted(row.speaker for row in quotations(StatementFilter(**wanted))) == speakers


def test_articles(home):
    ingest([vietnamese(), english()])
    assert [row.ident for row in articles()] == ["tiep-khach", "choir"]
    assert [row.ident for row in articles("khue huu nghi")] == ["tiep-khach"]


def test_show_holds_every_fact_with_its_claim(home):
    ingest([vietnamese()])
    record = show(Activity.objects.get(kind="meeting").pk)
    assert record.claims["a1"]["date"][0].exact == "11/3/2025"
    assert record.claims["a1"]["mode"][0].value == "received"
    assert [p.name for p in record.participants] == ["Lê Minh Khuê", "Trần Tuyết Mai"]
    assert [part.kind for part in record.parts] == ["ceremony"]
    assert [(q.speaker, q.act) for q in record.quotations] == [
        ("Trần Tuyết Mai", "commit"),
        ("Lê Minh Khuê", "propose"),
    ]
    assert [(c.strength, c.proposal) for c in record.commitments] == [("w3", False), ("w1", True)]


def test_show_of_a_number_that_is_none(home):
    with pytest.raises(RegisterError, match="no activity 7"):
        show(7)
