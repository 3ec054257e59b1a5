"""Entries by hand: pages in versions, problems in words, two editors, what is kept apart, files."""

from dataclasses import replace
from datetime import date

import pytest

from giaoluu.entries import Entry, Sort, capture_of_entry, read_entry
from giaoluu.model.errors import RegisterError
from giaoluu.register import clock, integrity, show, waiting
from giaoluu.register.entries import (
    ClashError,
    EntryError,
    article_of,
    aside_of,
    attach,
    attachments_of,
    checked,
    entry_from,
    history,
    new_id,
    open_attachment,
    remove_attachment,
    save,
    set_aside,
    withdraw,
)
from giaoluu.register.entries.saving import changes, today
from giaoluu.register.models import Activity, Article, Claim, Organisation, Person
from giaoluu.register.searching import Wanted, search

CELLS = {
    "kind": "visit/delegation_in",
    "status": "held",
    "title": "Đoàn hội hữu nghị thăm Huế",
    "date": "khoảng tháng 3/2024",
    "place": "Huế",
    "country": "SE",
    "direction": "in",
    "delegation": "Đoàn Hội hữu nghị Thụy Điển - Việt Nam",
    "head": "Lars Ekman",
    "head_post": "Chủ tịch Hội",
    "host": "Liên hiệp các tổ chức hữu nghị thành phố Huế",
    "persons": "12 người",
    "topics": "giáo dục\nvăn hóa",
    "outcome": "?",
    "agreements": "Biên bản ghi nhớ về trao đổi sinh viên",
}
ROWS = {
    "participants": ({"name": "Trần Thị Mai", "post": "Phó Chủ tịch", "country": "VN", "role": "host"},),
    "said": ({"speaker": "Lars Ekman", "act": "commit", "text": "sẽ cử năm giáo viên", "due": "2025"},),
    "gifts": ({"giver": "Lars Ekman", "object": "một bức tranh"},),
}


def found(words: str) -> list:
    return search(Wanted(words)).rows(0, 99)


def test_a_host_that_is_called_by_its_country_is_not_lost():
    cells = {"kind": "meeting", "country": "SE", "host": "Thụy Điển"}
    reading = read_entry(capture_of_entry(Entry("entry-1", Sort.ACTIVITY, "vi", cells)))
    [activity] = reading.activities
    known = {one.id for one in (*reading.people, *reading.organisations)}
    assert {one.party for one in activity.participants} <= known
    assert {one.side for one in activity.participants} == {None, "SE"}


def test_a_day_without_a_year_is_counted_from_the_day_of_this_machine(monkeypatch):
    """In Hanoi the new year begins while the old one goes on in London."""
    monkeypatch.setattr(clock, "today", lambda: date(2027, 1, 1))
    entry = Entry("entry-1", Sort.ACTIVITY, "vi", {"kind": "meeting", "date": "1/1"})
    assert checked(entry, today()).dates == {"date": "2027-01-01"}


def visit(**cells: str) -> Entry:
    return Entry(new_id(), Sort.ACTIVITY, "vi", {**CELLS, **cells}, ROWS)


def test_an_entry_is_a_page_with_claims_on_its_own_words(home):
    saved = save(visit(), who="An")
    record = show(Activity.objects.get().pk)
    assert (record.activity.kind, record.activity.mode, record.activity.date) == ("visit", "delegation_in", "2024-03~")
    assert record.activity.countries == "SE VN"
    assert {row.name for row in record.participants} >= {"Lars Ekman", "Trần Thị Mai"}
    assert [(row.act, row.text) for row in record.quotations] == [("commit", "sẽ cử năm giáo viên")]
    assert [(row.due, row.strength) for row in record.commitments] == [("2025", "w3")]
    claim = Claim.objects.get(property="date")
    assert (claim.exact, claim.value, claim.rule) == ("khoảng tháng 3/2024", "2024-03~", "entry")
    assert saved.article.title == CELLS["title"]
    assert "không rõ" in record.reading.article.text
    assert list(integrity()) == []


def test_it_is_found_without_accents_and_asks_for_no_review(home):
    save(visit(), who="An")
    assert {row.sort for row in found("doan hoi huu nghi thuy dien")} >= {"activity", "article"}
    assert {row.sort for row in found("tran thi mai")} >= {"person"}
    assert not waiting().exists()


def test_an_edit_is_a_version_and_the_same_again_is_none(home):
    first = save(visit(), who="An")
    assert not save(first.entry, who="Bình").changed
    second = save(replace(first.entry, cells={**CELLS, "place": "Đà Nẵng"}), who="Bình", based_on=1)
    assert (second.article.version, second.entry.who) == (2, "Bình")
    assert [(row.version, entry.who, entry.cells["place"]) for row, entry in history(first.entry.id)] == [
        (2, "Bình", "Đà Nẵng"),
        (1, "An", "Huế"),
    ]
    assert [row.place for row in Activity.objects.filter(current=True)] == ["Đà Nẵng"]
    assert changes(first.entry, second.entry) == {"place": ("Huế", "Đà Nẵng")}


def test_what_was_can_be_brought_back(home):
    first = save(visit(), who="An").entry
    save(replace(first, cells={**CELLS, "place": "Đà Nẵng"}), who="Bình")
    assert save(first, who="Chi").article.version == 3
    assert Activity.objects.get(current=True).place == "Huế"


def test_the_second_of_two_editors_is_told_and_nothing_is_written(home):
    first = save(visit(), who="An").entry
    save(replace(first, cells={**CELLS, "place": "Đà Nẵng"}), who="Bình", based_on=1)
    with pytest.raises(ClashError) as told:
        save(replace(first, cells={**CELLS, "persons": "15"}), who="An", based_on=1)
    assert (told.value.theirs.who, told.value.version) == ("Bình", 2)
    assert article_of(first.id).version == 2


def test_withdrawn_it_is_in_no_list_and_comes_back(home):
    entry = save(visit(), who="An").entry
    withdraw(entry.id, who="Bình")
    assert not Activity.objects.filter(current=True).exists()
    assert not Person.objects.filter(current=True).exists()
    assert entry_from(article_of(entry.id)).withdrawn
    save(replace(entry, withdrawn=False), who="An")
    assert Activity.objects.filter(current=True).count() == 1


@pytest.mark.parametrize(
    ("cells", "place", "code"),
    [
        ({"kind": ""}, "kind", "needs"),
        ({"kind": "war"}, "kind", "code"),
        ({"date": "sớm thôi"}, "date", "date"),
        ({"date": "31/2/2025"}, "date", "date"),
        ({"persons": "mấy người"}, "persons", "number"),
        ({"country": "Xứ lạ"}, "country", "country"),
        ({"country": "XQ"}, "country", "country"),
        ({"status": "done"}, "status", "code"),
        ({"time": "25:00"}, "time", "time"),
        ({"note": "x" * 20_001}, "note", "long"),
    ],
)
def test_a_problem_is_told_at_its_cell_and_nothing_is_written(home, cells, place, code):
    with pytest.raises(EntryError) as told:
        save(visit(**cells), who="An")
    assert [(problem.place, problem.code) for problem in told.value.problems] == [(place, code)]
    assert not Article.objects.exists()


def test_all_problems_are_told_at_once(home):
    rows = {"participants": ({"post": "Đại sứ"},), "said": ({"speaker": "An"},)}
    with pytest.raises(EntryError) as told:
        save(Entry(new_id(), Sort.ACTIVITY, "vi", {"date": "x"}, rows), who="An")
    places = {problem.place for problem in told.value.problems}
    assert places == {"kind", "date", "participants.0.name", "said.0.act", "said.0.text"}


@pytest.mark.parametrize(("date", "kept"), [("không rõ", "?"), ("unknown", "?"), ("không nêu", "-"), ("-", "-")])
def test_unknown_and_not_stated_are_answers(home, date, kept):
    entry = save(visit(date=date), who="An").entry
    assert entry.cells["date"] == kept
    row = Activity.objects.get()
    assert (row.date, row.earliest) == ("", None)


def test_a_plan_is_ahead(home):
    entry = save(visit(status="planned", date="1/1"), who="An").entry
    assert Activity.objects.get().earliest.isoformat() > entry.when[:10]


def test_people_bodies_series_and_terms_are_entries_too(home):
    posts = ({"post": "Đại sứ", "body": "Đại sứ quán Thụy Điển", "date": "2019–2023"},)
    save(
        Entry(
            new_id(),
            Sort.PERSON,
            "vi",
            {"name": "Lars Ekman", "names": "拉斯·埃克曼", "country": "SE"},
            {"posts": posts},
        ),
        who="An",
    )
    person = Person.objects.get()
    assert (person.name, person.forms, person.post) == ("Lars Ekman", ["Lars Ekman", "拉斯·埃克曼"], "Đại sứ")
    assert Claim.objects.get(property="tenure").value == "2019/2023"
    save(Entry(new_id(), Sort.BODY, "vi", {"name": "Hội hữu nghị Việt Nam - Thụy Điển", "country": "VN"}), who="An")
    assert Organisation.objects.filter(name="Hội hữu nghị Việt Nam - Thụy Điển", country="VN").exists()
    term = {"name": "Nhiệm kỳ VI", "body": "Hội hữu nghị", "date": "nhiệm kỳ 2017–2023", "edition": "VI"}
    save(Entry(new_id(), Sort.TERM, "vi", term), who="An")
    editions = ({"edition": "10", "date": "2018-09", "place": "Huế"},)
    save(Entry(new_id(), Sort.SERIES, "vi", {"name": "Diễn đàn nhân dân"}, {"editions": editions}), who="An")
    assert {*Claim.objects.filter(property="edition").values_list("value", flat=True)} == {"6", "10"}
    assert not Activity.objects.exists()
    assert list(integrity()) == []


def test_what_is_kept_apart_is_on_no_page(home):
    entry = save(visit(), who="An").entry
    assert set_aside(entry.id, {"budget": "120 triệu", "contact": "Mai, 0912 000 000"}, who="An")
    assert not set_aside(entry.id, {"budget": "120 triệu", "contact": "Mai, 0912 000 000"}, who="An")
    assert aside_of(entry.id)["budget"] == "120 triệu"
    assert not found("0912")
    assert not Claim.objects.filter(value__contains="120").exists()
    with pytest.raises(RegisterError, match="not kept apart"):
        set_aside(entry.id, {"title": "x"}, who="An")


def test_files_are_kept_by_digest_under_safe_names(home):
    entry = save(visit(), who="An").entry
    file = attach(entry.id, "..\\..\\Đề án <1>.docx", b"content", who="An")
    assert attach(entry.id, "again.docx", b"content", who="An") == file
    assert file.name == "Đề án 1.docx"
    assert open_attachment(file) == b"content"
    remove_attachment(file, who="Bình")
    assert not attachments_of(entry.id).exists()
    for content in (b"", b"x" * ((20 << 20) + 1)):
        with pytest.raises(RegisterError):
            attach(entry.id, "a.txt", content, who="An")
