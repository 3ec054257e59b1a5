"""Pages come in whole, once, in versions; a newer reader replaces claims and leaves judgements."""

from dataclasses import replace
from hashlib import sha256

import pytest
from tests.register.readings import LINES_VI, english, vietnamese

from giaoluu.model.article import ZoneKind
from giaoluu.register import captures, ingest, integrity, reading_json
from giaoluu.register.entries.attachments import attach
from giaoluu.register.models import (
    Activity,
    ActivityCountry,
    Article,
    CaptureRow,
    Claim,
    Commitment,
    Judgement,
    Participant,
    Person,
    Quotation,
    ReadingRow,
    SheetImport,
    SheetLayout,
)

TABLES = (CaptureRow, Article, ReadingRow, Claim, Person, Activity, ActivityCountry, Participant, Quotation, Commitment)


def counts() -> list[int]:
    return [table.objects.count() for table in TABLES]


def changed_lines(index: int, words: str):
    return tuple((kind, words if turn == index else line) for turn, (kind, line) in enumerate(LINES_VI))


@pytest.mark.parametrize("make", [vietnamese, english])
def test_a_reading_packs_and_unpacks_to_itself(make):
    _, reading = make()
    packed, digest = reading_json.pack_reading(reading)
    assert reading_json.unpack_reading(packed) == reading
    assert reading_json.pack_reading(make()[1])[1] == digest


def test_rows_of_a_page(home):
    report = ingest([vietnamese(), english()])
    assert (report.new, report.pages, report.refused) == (2, 2, ())
    meeting = Activity.objects.get(kind="meeting")
    assert [meeting.mode, meeting.status, meeting.date, str(meeting.earliest), meeting.place] == [
        "received", "held", "2025-03-11", "2025-03-11", "Hà Nội",
    ]  # fmt: skip
    assert meeting.countries == "CN VN"
    assert [(p.name, p.role, p.side, p.post) for p in meeting.participants.order_by("start")] == [
        ("Lê Minh Khuê", "host", "VN", "Đại sứ Việt Nam tại Trung Quốc"),
        ("Trần Tuyết Mai", "guest", "CN", "Phó Hội trưởng Hội hữu nghị Trung - Việt"),
    ]
    assert meeting.parts.get().mode == "tree_planting"
    assert [p.name for p in meeting.places.all()] == ["Hà Nội"]
    promise = Commitment.objects.get(proposal=False)
    assert (promise.speaker, promise.party, promise.due, str(promise.due_latest)) == (
        "Trần Tuyết Mai", "Hội hữu nghị Trung - Việt", "2025-08", "2025-08-31",
    )  # fmt: skip
    assert promise.activity == meeting
    assert Claim.objects.get(property="date", subject=meeting.local, article=meeting.article).zone == "body"
    assert list(integrity()) == []


def test_the_same_page_twice_writes_nothing(home):
    ingest([vietnamese(), english()])
    before = counts()
    report = ingest([vietnamese(), english()])
    assert (report.unchanged, report.new) == (2, 0)
    assert counts() == before


def test_the_same_bytes_under_another_name_are_one_page(home):
    ingest([vietnamese("mot")])
    ingest([vietnamese("hai")])
    assert Article.objects.count() == 1


@pytest.mark.parametrize("more", [{"url": "https://songhuong.example/1"}, {}])
def test_a_changed_page_is_a_new_version(home, more):
    ingest([vietnamese(**more)])
    lines = changed_lines(5, "Quang cảnh buổi gặp. Ảnh: An Nhiên")
    report = ingest([vietnamese(lines=lines, **more)])
    assert report.changed == 1
    assert list(Article.objects.order_by("version").values_list("version", "current")) == [(1, False), (2, True)]
    assert CaptureRow.objects.count() == 2
    assert list(integrity()) == []


def test_an_older_capture_that_comes_late_is_not_the_current_one(home):
    url = "https://songhuong.example/1"
    old = vietnamese(url=url, fetched="2025-03-12T10:00:00Z")
    new = vietnamese(url=url, fetched="2025-03-13T10:00:00Z", lines=changed_lines(5, "Ảnh khác."))
    ingest([new, old])
    assert Article.objects.get(current=True).capture.digest == new[0].digest
    again = vietnamese(url=url, fetched="2025-03-14T10:00:00Z")
    assert ingest([again]).changed == 1
    assert Article.objects.get(current=True).capture.digest == old[0].digest
    assert list(integrity()) == []


def test_two_different_pages_of_one_name_are_two_pages(home):
    ingest([vietnamese("1"), english("1")])
    assert sorted(Article.objects.values_list("page", "current")) == [("1", True), ("1 (2)", True)]
    assert ingest([vietnamese("1"), english("1")]).unchanged == 2


def test_a_newer_reader_replaces_claims_and_keeps_numbers_and_judgements(home):
    ingest([vietnamese()])
    numbers = {row.local: row.pk for row in [*Activity.objects.all(), *Person.objects.all()]}
    Judgement.objects.create(verdict="accept", table="activity", row=numbers["a1"], who="An", why="was there")
    capture, reading = vietnamese(reader="0.2.0")
    better = replace(reading, activities=(replace(reading.activities[0], mode=None), *reading.activities[1:]))
    report = ingest([(capture, better)])
    assert report.reread == 1
    assert {row.local: row.pk for row in [*Activity.objects.all(), *Person.objects.all()]} == numbers
    assert Activity.objects.get(pk=numbers["a1"]).mode == ""
    assert not Claim.objects.filter(subject="a1", property="mode").exists()
    assert Judgement.objects.get().row == numbers["a1"]
    assert list(ReadingRow.objects.order_by("pk").values_list("reader", "current")) == [
        ("0.1.0", False),
        ("0.2.0", True),
    ]


def test_a_judgement_stands(home):
    from giaoluu.model.errors import RegisterError

    judgement = Judgement.objects.create(verdict="accept", table="activity", row=1, who="An")
    judgement.why = "changed my mind"
    with pytest.raises(RegisterError, match="undoes"):
        judgement.save()
    with pytest.raises(RegisterError, match="undoes"):
        judgement.delete()
    Judgement.objects.create(verdict="undo", table="activity", row=1, who="An", undoes=judgement)


def test_a_bad_page_is_reported_and_the_rest_go_on(home):
    capture, reading = vietnamese()
    broken = (replace(capture, content=b"other bytes"), reading)
    seen: list[str] = []
    report = ingest([broken, english()], progress=seen.append)
    assert report.new == 1
    assert [refusal.id for refusal in report.refused] == ["tiep-khach"]
    assert "digest" in report.refused[0].message
    assert seen == ["tiep-khach", "choir"]
    assert Article.objects.count() == 1


def test_a_page_that_fails_midway_leaves_no_rows(home, monkeypatch):
    capture, reading = vietnamese()
    twice = replace(
        reading, activities=(replace(reading.activities[0], kind=replace(reading.activities[0].kind, value=None)),)
    )
    assert len(ingest([(capture, twice)]).refused) == 1
    assert counts() == [0] * len(TABLES)
    assert ingest([(capture, reading)]).new == 1


def test_a_party_that_the_reading_does_not_describe_keeps_its_words(home):
    capture, reading = vietnamese()
    report = ingest([(capture, replace(reading, people=()))])
    assert report.new == 1
    assert {p.name for p in Participant.objects.all()} == {"Lê Minh Khuê", "Trần Tuyết Mai", "hai bên"}


def test_furniture_makes_no_claims(home):
    ingest([vietnamese()])
    assert not Claim.objects.filter(zone=ZoneKind.RELATED).exists()


def test_integrity_tells_of_moved_words_and_changed_captures(home):
    capture, _ = vietnamese()
    ingest([vietnamese()])
    Claim.objects.filter(property="date").update(exact="12/3/2025")
    path = captures.path_of(home, capture.digest)
    path.write_bytes(captures.zstandard.compress(b"not what was got"))
    found = list(integrity())
    assert len(found) == 2
    assert "changed after it was kept" in found[0]
    assert "'12/3/2025', the text '11/3/2025'" in found[1]
    path.unlink()
    assert "cannot be read" in next(integrity())


def test_integrity_tells_of_files_that_are_gone(home):
    file = attach("entry-1", "Đề án.docx", b"a file of an office", who="An")
    layout = SheetLayout.objects.create(key="k", name="s", language="vi", who="An")
    captures.keep(home, sha256(b"a sheet").hexdigest(), b"a sheet")
    sheet = SheetImport.objects.create(layout=layout, name="s.csv", digest=sha256(b"a sheet").hexdigest(), who="An")
    assert list(integrity()) == []
    for row in (file, sheet):
        captures.path_of(home, row.digest).unlink()
    told = list(integrity())
    assert [one.partition(":")[0] for one in told] == ["attached file Đề án.docx", "imported sheet s.csv"]
