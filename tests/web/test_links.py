"""What holds pages together, in the browser: accounts, two sides, pairs, splitting, joining, taking back."""

import re

import pytest
from tests.register.homes import filled_register

from giaoluu import read, samples
from giaoluu.sources import capture_of, captures

PAGES = ("readout-vi", "readout-zh", "ceramics-vi", "ceramics-sv")


@pytest.fixture
def home(tmp_path):
    with filled_register(tmp_path / "home", "linked", fill) as home:
        yield home


@pytest.fixture
def linked(home):
    return home


def fill() -> None:
    from giaoluu import register

    found = captures([str(samples.page_of(name)) for name in PAGES])
    assert register.ingest((capture, read(capture)) for capture in found).new == len(PAGES)
    register.link()


@pytest.fixture
def look(linked, get):
    return get


@pytest.fixture
def post(linked):
    from django.test import Client

    def send(address: str, status: int = 302, **fields: object) -> str:
        client = Client(headers={"host": "localhost"})
        answer = client.post(address, fields, headers={"accept-language": "en"})
        assert answer.status_code == status, answer.content[:500]
        return answer.headers.get("Location", "") or answer.content.decode()

    return send


def meeting(page: str = "readout-vi"):
    from giaoluu.register.models import Activity

    return Activity.objects.filter(article__ident=page, main=True, current=True).order_by("pk")[0]


def person(name: str):
    from giaoluu.register.models import Person

    return Person.objects.filter(name=name, current=True).order_by("pk")[0]


def test_an_activity_shows_its_accounts_and_lists_show_it_once(look):
    page = look(f"/activities/{meeting().pk}")
    assert "2 accounts" in page
    assert "2 independent sources" in page
    assert "side by side" in page
    listed = look("/activities?text=Lương")
    assert len(re.findall(r'class="what"', listed)) == 1
    assert "2 accounts" in listed


def test_two_accounts_side_by_side(look):
    page = look(f"/activities/{meeting().pk}/beside/{meeting('readout-zh').pk}")
    assert page.count("<blockquote") > 6
    assert "What both say" in page
    assert "What only one account reports" in page
    assert look(f"/activities/{meeting().pk}/beside/{meeting().pk}", status=404)


def test_a_person_has_names_by_script_and_is_split_and_joined(look, post):
    one, other = person("Lương Thụy Hoa"), person("梁瑞华")
    page = look(f"/people/{one.pk}")
    assert "梁瑞华" in page
    assert "From 2 articles." in page
    post(f"/person/{other.pk}/split", why="another one")
    assert "梁瑞华" not in look(f"/people/{one.pk}")
    assert "梁瑞华" in look(f"/people/{one.pk}/same?text=梁瑞华")
    post(f"/person/{one.pk}/join", other=other.pk)
    assert "梁瑞华" in look(f"/people/{one.pk}")
    decisions = look("/review/decisions")
    assert "said to be one: person" in decisions
    assert "taken out: person" in decisions
    newest = re.search(r"/review/decisions/(\d+)/undo", decisions)
    assert newest
    post(newest[0])
    assert "梁瑞华" not in look(f"/people/{one.pk}")


def test_a_post_on_a_page_without_a_day_was_held_when_its_holder_acted(home, get):
    from giaoluu import register

    text = "Ngày 5/3/2024, tại Hà Nội, Thứ trưởng Bộ Ngoại giao Trần Văn Lâm tiếp Đại sứ Lào Khampha Sisavath.\n"
    capture = capture_of(text.encode())
    register.ingest([(capture, read(capture))])
    page = get(f"/people/{person('Trần Văn Lâm').pk}")
    assert "5 March 2024" in page[page.index("Posts over time") : page.index("Took part in")]


def test_an_account_that_tells_another_activity_is_taken_out(look, post):
    post(f"/activity/{meeting('readout-zh').pk}/split")
    assert "side by side" not in look(f"/activities/{meeting().pk}")


@pytest.mark.parametrize(("verdict", "joined"), [("merge", True), ("never_merge", False)])
def test_a_pair_is_answered_once(look, post, verdict, joined):
    from giaoluu.register.models import Question

    one, other = person("Phan Đức Thịnh"), person("Karin Lindqvist")
    left, right = sorted((one.pk, other.pk))
    question = Question.objects.create(sort="person", left=left, right=right, score=0.9, reason="a likeness")
    page = look("/review/pairs")
    assert "a likeness" in page
    assert "Phan Đức Thịnh" in page
    assert "Karin Lindqvist" in page
    where = post(f"/review/pairs/{question.pk}", verdict=verdict)
    assert "done=" in where
    assert "No pair waits" in look(where)
    assert ("Karin Lindqvist" in look(f"/people/{one.pk}")) is joined
    decisions = look("/review/decisions")
    assert all(f"<q>{name}</q>" in decisions for name in ("Phan Đức Thịnh", "Karin Lindqvist"))
    assert "Somebody decided this" in post(f"/review/pairs/{question.pk}", status=409, verdict=verdict)


WRONG = [
    ("/review/pairs/{question}", {"verdict": "perhaps"}, 400),
    ("/person/{person}/join", {"other": "999999"}, 404),
    ("/person/{person}/join", {"other": "<b>"}, 404),
    ("/places/{person}/join", {"other": "1"}, 404),
    ("/activity/{alone}/split", {}, 400),
]


@pytest.mark.parametrize(("address", "fields", "status"), WRONG)
def test_what_makes_no_sense_is_said_in_words(look, post, address, fields, status):
    from giaoluu.register.models import Activity, Judgement, Question

    one, other = person("Phan Đức Thịnh"), person("Karin Lindqvist")
    question = Question.objects.create(sort="person", left=one.pk, right=other.pk, score=0.9, reason="a likeness")
    alone = Activity.objects.filter(current=True, accounts=1, canonical=None, members=None)[0]
    post(address.format(question=question.pk, person=one.pk, alone=alone.pk), status=status, **fields)
    assert not Judgement.objects.exists()


def test_bodies_are_listed_once_and_show_who_holds_posts(look):
    from giaoluu.register.models import Organisation

    listed = look("/bodies")
    assert "Bodies" in listed
    body = Organisation.objects.filter(current=True, article__ident="readout-vi", canonical=None).exclude(
        kind="delegation"
    )[0]
    page = look(f"/bodies/{body.pk}")
    assert body.name in page
    assert look("/bodies/999999", status=404)


def test_a_follow_up_is_accepted_on_the_board_and_taken_back(look, post):
    from giaoluu.register.models import FollowUp

    follow_up = FollowUp.objects.filter(relation="schedules").order_by("pk")[0]
    board = look("/commitments")
    assert "schedules it" in board
    assert post(f"/commitments/follow-ups/{follow_up.pk}", verdict="accept").startswith("/commitments")
    assert "accepted" in look("/commitments?standing=scheduled")
    undo = re.search(r"/review/decisions/\d+/undo", look("/review/decisions"))
    assert undo
    post(undo[0])
    assert FollowUp.objects.get(pk=follow_up.pk).verdict == ""
    post(f"/commitments/follow-ups/{follow_up.pk}", status=400, verdict="perhaps")
