"""Entering over the site: by hand, by pasting, from sheets; what is wrong is told and nothing typed is lost."""

import io
import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client
from tests.register.sheets import HEADERS, csv_of, rows, xlsx_of
from tests.web.test_pages import Tags, words

from giaoluu import samples
from giaoluu.register import waiting
from giaoluu.register.entries import article_of, aside_of, history
from giaoluu.register.models import Activity, Article, Attachment, Judgement, Person, SheetImport
from giaoluu.register.sheets import read_table


@pytest.fixture
def client(empty_home) -> Client:
    return Client(headers={"host": "localhost", "accept-language": "en"})


def field(html: str, name: str) -> str:
    """Return what stands in a field of a page."""
    found = re.search(
        rf'<(?:input|textarea)[^>]*name="{re.escape(name)}"[^>]*?(?:value="([^"]*)"[^>]*>|>([^<]*)</textarea>)', html
    )
    return unescape(found[1] if found[1] is not None else found[2]) if found else ""


FORM = {
    "cell.kind": "visit/delegation_in",
    "cell.status": "held",
    "cell.title": "Đoàn hội hữu nghị thăm Huế",
    "cell.date": "khoảng tháng 3/2024",
    "cell.place": "Huế",
    "cell.country": "SE",
    "cell.head": "Lars Ekman",
    "cell.head_post": "Chủ tịch Hội",
    "cell.topics": "giáo dục\nvăn hóa",
    "participants.0.name": "Trần Thị Mai",
    "participants.0.country": "VN",
    "said.0.speaker": "Lars Ekman",
    "said.0.act": "commit",
    "said.0.text": "sẽ cử năm giáo viên",
    "internal.budget": "120 triệu",
    "language": "vi",
}


def entered(client, **more) -> str:
    """Enter an activity and return its id."""
    answer = client.post("/enter/new/activity", {**FORM, **more})
    assert answer.status_code == 302, words(answer.content.decode())[:600]
    return re.match(r"/enter/(entry-\w+)", answer.headers["Location"])[1]


def test_entered_by_hand_it_is_found_and_seen(client):
    id_ = entered(client)
    assert Activity.objects.get().date == "2024-03~"
    assert aside_of(id_) == {"budget": "120 triệu"}
    html = client.get(f"/enter/{id_}").content.decode()
    assert "about March 2024 (2024-03~)" in words(html)
    assert field(html, "cell.title") == FORM["cell.title"]
    assert field(html, "internal.budget") == "120 triệu"
    assert "thăm Huế" in client.get("/search?text=doan+hoi+huu+nghi").content.decode()
    assert "120 triệu" not in client.get(f"/activities/{Activity.objects.get().pk}").content.decode()


def test_a_mistake_is_told_at_its_field_and_all_that_was_typed_stays(client):
    answer = client.post("/enter/new/activity", {**FORM, "cell.date": "sớm thôi", "cell.persons": "mấy người"})
    html = answer.content.decode()
    assert answer.status_code == 400
    assert "2 things to mend" in words(html)
    assert 'href="#cell-date"' in html
    assert 'id="cell-date-error"' in html
    for name, value in FORM.items():
        if name not in {"cell.date", "language"} and not value.islower():
            assert field(html, name) in {value, ""}, name
    assert (field(html, "cell.date"), field(html, "cell.persons")) == ("sớm thôi", "mấy người")
    assert (field(html, "participants.0.name"), field(html, "internal.budget")) == ("Trần Thị Mai", "120 triệu")
    assert not Article.objects.exists()
    vi = client.post("/enter/new/activity", {**FORM, "cell.date": "x"}, headers={"accept-language": "vi"})
    assert "Không đọc được" in vi.content.decode()


def test_two_editors_at_once(client):
    id_ = entered(client)
    mine = {**FORM, "version": "1", "cell.outcome": "ký biên bản"}
    assert client.post(f"/enter/{id_}", {**FORM, "version": "1", "cell.place": "Đà Nẵng"}).status_code == 302
    answer = client.post(f"/enter/{id_}", mine)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "while you were editing" in words(html)
    assert "Huế Đà Nẵng" in words(html)
    assert (field(html, "cell.outcome"), field(html, "cell.place")) == ("ký biên bản", "Đà Nẵng")
    version = field(html, "version")
    again = {**mine, "cell.place": "Đà Nẵng", "version": version}
    assert client.post(f"/enter/{id_}", again).status_code == 302
    last = history(id_)[0][1]
    assert (last.cells["place"], last.cells["outcome"]) == ("Đà Nẵng", "ký biên bản")


def test_what_both_changed_is_shown_beside_mine(client):
    id_ = entered(client)
    client.post(f"/enter/{id_}", {**FORM, "version": "1", "cell.place": "Đà Nẵng"})
    html = client.post(f"/enter/{id_}", {**FORM, "version": "1", "cell.place": "Hội An"}).content.decode()
    assert field(html, "cell.place") == "Hội An"
    assert "Theirs: Đà Nẵng" in words(html)


def test_a_duplicate_is_told_before_saving_and_made_one(client):
    entered(client)
    answer = client.post("/enter/new/activity", {**FORM, "cell.date": "3/2024", "cell.title": "Tiếp đoàn Thụy Điển"})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "may hold this already" in words(html)
    assert Activity.objects.count() == 1
    first = Activity.objects.get()
    entered(client, **{"cell.date": "3/2024", "cell.title": "Tiếp đoàn Thụy Điển", "answer": f"same-{first.pk}"})
    assert Judgement.objects.get(verdict="merge").who
    assert Activity.objects.filter(current=True, canonical=None).count() == 1


def test_more_rows_keep_what_was_typed(client):
    html = client.post("/enter/new/activity", {**FORM, "more": "participants"}).content.decode()
    assert field(html, "cell.title") == FORM["cell.title"]
    assert 'name="participants.3.name"' in html


def test_withdrawn_and_brought_back(client):
    id_ = entered(client)
    client.post(f"/enter/{id_}/withdraw")
    assert not Activity.objects.filter(current=True).exists()
    assert client.post(f"/enter/{id_}", {**FORM, "version": "2"}).status_code == 302
    assert Activity.objects.filter(current=True).count() == 1


@pytest.mark.parametrize(
    "sort", ["activity", "delegation-in", "delegation-out", "agreement", "plan", "person", "body", "series", "term"]
)
def test_every_form_is_labelled(client, sort):
    html = client.get(f"/enter/new/{sort}").content.decode()
    tags = Tags(html).seen
    labelled = {attrs["for"] for tag, attrs in tags if tag == "label" and "for" in attrs}
    fields = [a for tag, a in tags if tag in {"input", "select", "textarea"} and a.get("type") != "hidden"]
    assert {one["id"] for one in fields} <= labelled
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_people_are_entered_with_posts(client):
    data = {
        "cell.name": "Lars Ekman",
        "cell.country": "SE",
        "posts.0.post": "Đại sứ",
        "posts.0.date": "2019–2023",
        "language": "vi",
    }
    assert client.post("/enter/new/person", data).status_code == 302
    assert "Lars Ekman" in client.get("/people").content.decode()


def test_files_go_in_and_come_out_as_downloads(client):
    id_ = entered(client)
    file = io.BytesIO(b"<script>alert(1)</script>")
    file.name = "..\\..\\<b>Đề án.html"
    assert client.post(f"/enter/{id_}/files", {"file": file}).status_code == 302
    made = Attachment.objects.get()
    answer = client.get(f"/enter/{id_}/files/{made.pk}")
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''b%C4%90%E1%BB%81%20%C3%A1n.html"
    assert (answer.headers["X-Content-Type-Options"], answer.headers["Content-Type"]) == (
        "nosniff",
        "application/octet-stream",
    )
    assert client.get(f"/enter/entry-{'0' * 32}/files/{made.pk}").status_code == 404
    assert client.post(f"/enter/{id_}/files", {}).status_code == 400
    client.post(f"/enter/{id_}/files/{made.pk}/remove")
    assert client.get(f"/enter/{id_}/files/{made.pk}").status_code == 404


def test_only_who_may_enter_enters(empty_home):
    far = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    for address in ("/enter/new/activity", "/paste", "/sheets"):
        assert far.get(address).status_code == 403
        assert far.post(address, FORM).status_code == 403
    strict = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    assert strict.post("/enter/new/activity", FORM).status_code == 403
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "address", ["/enter/nothing", "/enter/new/war", "/paste/look?k=x", "/sheets/x", "/sheets/templates/x"]
)
def test_odd_addresses_are_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 15, "-1", "", "\u0967", "1.5"])
def test_rows_of_odd_numbers_are_none(client, number):
    sent = urlencode({**FORM, f"participants.{number}.name": "An"})
    answer = client.post("/enter/new/activity", sent, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 302
    assert not Person.objects.filter(name="An").exists()


def test_a_zero_sign_is_left_out(client):
    client.post("/enter/new/activity", {**FORM, "cell.title": "Thăm\0 Huế", "participants.0.name": "An\0 Lê"})
    assert Activity.objects.get(current=True).title == "Thăm Huế"
    assert Person.objects.filter(name="An Lê").exists()


def test_a_date_is_told_back(client):
    assert client.get("/enter/date?text=5/3/2025&language=vi").content.decode() == "5 March 2025 (2025-03-05)"
    assert client.get("/enter/date?text=hm").content.decode() == ""


PAGE = samples.page_of("readout-vi").read_text("utf-8")


def pasted(client, text: str = PAGE) -> str:
    answer = client.post("/paste", {"text": text})
    assert answer.status_code == 302
    return answer.headers["Location"]


def ticks(html: str) -> dict[str, str]:
    """Return what a form with all ticks would send."""
    sent = dict.fromkeys(re.findall(r'name="(k\.\d+)" id="[^"]*" checked', html), "on")
    for name, value in re.findall(r'<input id="c-\d+" name="(c\.\d+)" value="([^"]*)"', html):
        sent[name] = unescape(value)
    for name, options in re.findall(r'<select id="c-\d+" name="(c\.\d+)">(.*?)</select>', html, re.DOTALL):
        sent[name] = re.search(r'value="([^"]*)" selected', options)[1]
    return {**sent, "k": re.search(r'name="k" value="([^"]+)"', html)[1]}


def test_pasted_looked_at_corrected_saved_and_undone(client):
    place = pasted(client)
    html = client.get(place).content.decode()
    assert "<mark>" in html
    assert not Article.objects.exists()
    sent = ticks(html)
    date = next(name for name, value in sent.items() if re.fullmatch(r"\d+ [A-Z][a-z]+ 20\d\d", value))
    answer = client.post("/paste/look", {**sent, date: "2026-03-27"})
    assert answer.status_code == 302, words(answer.content.decode())[:500]
    assert Activity.objects.filter(current=True, date="2026-03-27").exists()
    verdicts = {row.verdict for row in Judgement.objects.all()}
    assert verdicts == {"accept", "correct"}
    article = Article.objects.get()
    client.post(f"/paste/{article.pk}/undo")
    assert not Judgement.objects.filter(verdict__in=("accept", "correct"), undone_by=None).exists()
    assert waiting().exists()


def test_what_loses_its_tick_is_rejected(client):
    sent = ticks(client.get(pasted(client)).content.decode())
    gone = next(name for name in sent if name.startswith("k."))
    client.post("/paste/look", {name: value for name, value in sent.items() if name != gone})
    assert Judgement.objects.filter(verdict="reject").count() == 1


def test_a_value_that_cannot_stand_saves_nothing(client):
    sent = ticks(client.get(pasted(client)).content.decode())
    date = next(name for name, value in sent.items() if re.fullmatch(r"\d+ [A-Z][a-z]+ 20\d\d", value))
    answer = client.post("/paste/look", {**sent, date: "hôm nào đó"})
    assert answer.status_code == 400
    assert "hôm nào đó" in answer.content.decode()
    assert not Article.objects.exists()


def test_the_same_meeting_in_another_language_is_told(client):
    client.post("/paste/look", ticks(client.get(pasted(client)).content.decode()))
    html = client.get(pasted(client, samples.page_of("readout-zh").read_text("utf-8"))).content.decode()
    assert "may hold this already" in words(html)
    first = Activity.objects.filter(current=True, main=True).first()
    client.post("/paste/look", {**ticks(html), "answer": f"same-{first.pk}"})
    assert Activity.objects.filter(main=True, current=True, accounts=2).exists()


@pytest.mark.parametrize("data", [{"text": ""}, {"url": "ftp://example.org/"}, {"url": "no address"}])
def test_what_cannot_be_read_is_told_and_kept(client, data):
    answer = client.post("/paste", data)
    assert answer.status_code == 400
    assert field(answer.content.decode(), "url") == data.get("url", "")


def uploaded(client, content: bytes, name: str = "đoàn vào.csv"):
    file = io.BytesIO(content)
    file.name = name
    return client.post("/sheets", {"file": file})


def test_a_sheet_is_looked_at_imported_exported_and_taken_back(client):
    answer = uploaded(client, csv_of(HEADERS, rows(12, bad=2)))
    place = answer.headers["Location"]
    html = client.get(place).content.decode()
    assert "10 new" in words(html)
    assert "2 with mistakes" in words(html)
    assert "hôm nào đó" in html
    sent = {"name": "đoàn vào.csv", "p.kind": "visit", "p.direction": "in", "language": "vi"}
    sent |= dict(re.findall(r'<select id="c\d+" name="(c\d+)">.*?value="(\w+)" selected', html))
    assert "10 new" in words(client.get(place, {**sent, "language": "xx"}).content.decode())
    stopped = client.post(place.partition("?")[0], {**sent, "bad": "stop"})
    assert stopped.status_code == 400
    assert not Article.objects.exists()
    done = client.post(place.partition("?")[0], {**sent, "bad": "skip"})
    assert done.status_code == 302
    assert Activity.objects.filter(current=True, kind="visit").count() == 10
    made = SheetImport.objects.get()
    told = client.get(done.headers["Location"]).content.decode()
    left_out = re.search(r'href="(/sheets/[0-9a-f]{64}[^"]*)"', told)[1]
    assert "hôm nào đó" in client.get(left_out).content.decode()
    again = client.get(place).content.decode()
    assert "10 the same as before" in words(again)
    out = client.get(f"/sheets/layouts/{made.layout_id}.csv")
    table = read_table("out.csv", out.content)
    assert table.headers == HEADERS
    assert len(table.rows) == 10
    assert all(row[10] == "" for _n, row in table.rows)
    with_internal = client.get(f"/sheets/layouts/{made.layout_id}.csv?internal=yes")
    assert any(row[10] for _n, row in read_table("out.csv", with_internal.content).rows)
    client.post(f"/sheets/imports/{made.pk}/undo")
    assert not Activity.objects.filter(current=True).exists()


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", b"just words\nand more", b"PK\x03\x04broken", b"%PDF-1.7"])
def test_what_is_no_sheet_is_told(client, content):
    assert uploaded(client, content).status_code == 400


def test_a_template_can_be_filled_in(client):
    for language in ("vi", "en"):
        answer = client.get("/sheets/templates/delegations", headers={"accept-language": language})
        assert "attachment" in answer.headers["Content-Disposition"]
    assert article_of
    assert xlsx_of
