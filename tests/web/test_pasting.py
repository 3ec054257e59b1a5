"""Pasting loses nothing: who may not decide proposes, what a page leaves open is filled in, who took part is mended."""

import re
from html import unescape

import pytest
from tests.web.teams import browser, team
from tests.web.test_entering import PAGE, pasted, ticks, words

from giaoluu import read, register, samples
from giaoluu.model.errors import RegisterError
from giaoluu.register.accounts_roles import Role
from giaoluu.register.judging import judge
from giaoluu.register.models import Activity, Article, Claim, Judgement, Participant
from giaoluu.register.proposing import Wanted, open_proposals, propose
from giaoluu.register.reviewing import on_their_words, what_waits
from giaoluu.register.showing import reading_of
from giaoluu.sources import captures

UNDATED = """Hội hữu nghị tiếp đoàn giáo viên

Chủ tịch Hội hữu nghị Lê Văn Sông đã tiếp đoàn giáo viên do bà Anna Lind làm trưởng đoàn.
"""


def looked_at(client, text: str = PAGE) -> str:
    return client.get(pasted(client, text)).content.decode()


def sent(html: str) -> dict[str, str]:
    """Return what the form would send as it is shown."""
    rest = re.findall(r'<input[^>]* name="(f\.[^"]+)" value="([^"]*)"', html)
    state = re.search(r'name="state" value="(\d+)"', html)[1]
    return {**ticks(html), **{name: unescape(value) for name, value in rest}, "state": state}


def save(client, data: dict[str, str], status: int = 302) -> str:
    answer = client.post("/paste/look", data)
    assert answer.status_code == status, words(answer.content.decode())[:600]
    return answer.headers["Location"] if status == 302 else answer.content.decode()


def dated(data: dict[str, str]) -> str:
    return next(name for name, value in data.items() if re.fullmatch(r"\d+ [A-Z][a-z]+ 20\d\d", value))


def test_what_an_editor_changes_waits_as_a_proposal_until_a_reviewer_decides(empty_home):
    with team() as accounts:
        editor, reviewer = browser(accounts[Role.EDITOR]), browser(accounts[Role.REVIEWER])
        html = looked_at(editor)
        assert "kept as a proposal under your name" in words(html)
        data = sent(html)
        gone = [name for name in data if name.startswith("k.")][-1]
        where = save(editor, {name: v for name, v in {**data, dated(data): "2026-03-27"}.items() if name != gone})
        assert {(one.verdict, one.who) for one in Judgement.objects.all()} == {("propose", "editor")}
        assert sorted(one.judgement.correction for one in open_proposals()) == ["", "2026-03-27"]
        assert not Claim.objects.exclude(verdict="").exists()
        page = words(editor.get(where).content.decode())
        assert "2 changes of yours wait as proposals" in page
        assert "27 March 2026" in page
        assert "2 proposals" in words(reviewer.get("/").content.decode())
        assert "kept as a proposal" not in words(looked_at(reviewer))

        shown = reviewer.get("/review").content.decode()
        assert "editor" in words(shown)
        assert "2026-03-27" in shown
        form = re.search(r'<form class="offered" method="post" action="([^"]+)">(.*?)</form>', shown, re.DOTALL)
        fields = {name: unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form[2])}
        assert reviewer.post(form[1], fields).status_code == 302
        claim = Claim.objects.exclude(verdict="").get()
        assert (claim.verdict, claim.effective()) == ("correct", "2026-03-27")
        done = Judgement.objects.get(verdict="correct")
        assert (done.who, done.why, what_waits().proposals) == ("reviewer", "as editor proposed", 1)
        assert editor.post(f"/review/decisions/{done.pk}/undo").status_code == 403
        reviewer.post(f"/review/decisions/{done.pk}/undo")
        assert what_waits().proposals == 2
        assert editor.post(f"/paste/{claim.article_id}/undo").status_code == 302
        assert what_waits().proposals == 0


def test_the_same_said_twice_is_one_proposal_and_what_stands_is_none(empty_home):
    with team() as accounts:
        editor = browser(accounts[Role.EDITOR])
        for _ in range(2):
            data = sent(looked_at(editor))
            save(editor, {**data, dated(data): "2026-03-27"})
        assert open_proposals().count() == 1
        with pytest.raises(RegisterError, match="date"):
            propose([Wanted(open_proposals()[0].claim, "mùa thu")], who="An")
        assert open_proposals().count() == 1
        save(editor, {**data, dated(data): "hôm nào đó"}, status=400)


@pytest.fixture
def claim(empty_home) -> Claim:
    register.ingest([(capture, read(capture)) for capture in captures([str(samples.page_of("readout-vi"))])])
    return Claim.objects.filter(property="date").order_by("-weight")[0]


def test_proposals_come_first_are_never_accepted_in_bulk_and_outlive_a_new_reading(claim):
    last = Claim.objects.filter(weight__gt=0).order_by("weight")[0]
    propose([Wanted(last), Wanted(claim, "2026-03-27")], who="An", why="as I was there")
    client = browser()
    first = client.get("/review").content.decode()
    assert "as I was there" in first
    second = client.get(f"/review?after={last.pk}").content.decode()
    assert f'action="/review/{claim.pk}"' in second
    assert f'action="/review/{claim.pk}"' not in client.get(f"/review?after={claim.pk}").content.decode()
    article = claim.article
    assert {last.pk, claim.pk}.isdisjoint(one.pk for one in on_their_words(article, reading_of(article)))
    assert "as I was there" in client.get(f"/review/articles/{article.pk}").content.decode()
    article.readings.update(digest="")
    register.ingest([(capture, read(capture)) for capture in captures([str(samples.page_of("readout-vi"))])])
    assert sorted(one.judgement.correction for one in open_proposals()) == ["", "2026-03-27"]
    judge(open_proposals()[0].claim, "accept", who="Bình")
    assert what_waits().proposals == 1


def test_a_page_that_was_corrected_before_shows_it_and_keeps_it(empty_home):
    client = browser()
    data = sent(looked_at(client))
    save(client, {**data, dated(data): "2026-03-27"})
    said = Judgement.objects.count()
    again = sent(looked_at(client))
    assert again[dated(again)] == "27 March 2026"
    save(client, again)
    assert Judgement.objects.count() == said
    article = Article.objects.get()
    judge(article.claims.filter(verdict="correct")[0], "accept", who="Bình")
    page = save(client, again, status=409)
    assert "in the meantime" in words(page)


def test_what_the_page_leaves_open_is_filled_in_with_the_person_as_witness(empty_home):
    with team() as accounts:
        client = browser(accounts[Role.EDITOR])
        html = looked_at(client, UNDATED)
        data = sent(html)
        local = re.search(r'name="f\.(\w+)\.cell\.date"', html)[1]
        filled = {f"f.{local}.cell.date": "5/3/2025", f"f.{local}.cell.place": "Huế"}
        filled |= {f"f.{local}.participants.0.name": "Phạm Thị Núi", f"f.{local}.participants.0.post": "Thư ký"}
        wrong = save(client, {**data, **filled, f"f.{local}.cell.date": "hôm nọ"}, status=400)
        assert "Phạm Thị Núi" in wrong
        assert "This date cannot be read" in words(wrong)
        assert not Article.objects.exists()
        where = save(client, {**data, **filled})
        page = words(client.get(where).content.decode())
        assert "5 March 2025 entered by editor" in page
        assert "Phạm Thị Núi Thư ký" in page
        one = Activity.objects.get(current=True, canonical=None, main=True)
        assert (one.accounts, one.witnesses) == (2, 2)
        assert (one.date, one.place, list(one.places.values_list("name", flat=True))) == ("2025-03-05", "Huế", ["Huế"])
        assert "5 March 2025" in words(client.get("/activities?since=3/2025&until=3/2025").content.decode())
        assert "5 March 2025" not in words(client.get("/activities?since=4/2025").content.decode())
        again = sent(looked_at(client, UNDATED))
        assert again[f"f.{local}.cell.date"] == "5/3/2025"
        save(client, again)
        assert Article.objects.filter(current=True).count() == 2
        save(client, {**again, f"f.{local}.cell.place": "Đà Nẵng"})
        assert Article.objects.filter(current=True).count() == 2
        client.post(f"/paste/{one.article_id}/undo")
        alone = Activity.objects.get(current=True, canonical=None, main=True)
        assert (alone.accounts, alone.date, alone.place, alone.places.count()) == (1, "", "", 0)


def test_who_took_part_is_called_otherwise_and_taken_out(empty_home):
    client = browser()
    html = looked_at(client)
    data = sent(html)
    named = next(name for name, value in data.items() if value == "Lương Thụy Hoa" and name.startswith("c."))
    out = next(name for name, value in data.items() if name.startswith("c.") and value.startswith("Phan"))
    changed = {**data, named: "Lương Thuỵ Hoa"}
    del changed[out.replace("c.", "k.")]
    save(client, changed)
    main = Activity.objects.filter(current=True, main=True)[0]
    names = set(Participant.objects.filter(activity=main).values_list("name", flat=True))
    assert "Lương Thuỵ Hoa" in names
    assert data[out] not in names
