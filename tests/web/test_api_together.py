"""The API of what holds articles together: series with editions, pairs, follow-ups, sources."""

import json

import pytest
from tests.register.homes import filled_register
from tests.web.teams import browser, team

from giaoluu import read, register, samples
from giaoluu.register.accounts_roles import Actor, Role
from giaoluu.register.accounts_tokens import make_token
from giaoluu.register.models import AuditEntry, FollowUp, Judgement, Person, Question
from giaoluu.sources import captures

PAGES = ("forum-vi", "forum-zh", "readout-vi", "readout-zh", "ceramics-en", "ceramics-sv", "ceramics-vi")


@pytest.fixture
def client(tmp_path):
    with filled_register(tmp_path / "home", "together", fill):
        yield browser()


def fill() -> None:
    register.ingest((capture, read(capture)) for capture in captures([str(samples.page_of(name)) for name in PAGES]))
    register.link()
    people = Person.objects.filter(current=True, canonical=None).order_by("pk")
    Question.objects.create(sort="person", left=people[0].pk, right=people[1].pk, score=9e5, reason="alike")


def ask(client, path, status=200):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status, answer.content[:300]
    return answer.json()


@pytest.mark.parametrize("path", ["series", "pairs", "follow-ups"])
def test_lists_have_items_and_each_is_alone_at_its_id(client, path):
    found = ask(client, path)
    assert found["total"] == len(found["items"]) > 0
    item = found["items"][0]
    alone = ask(client, f"{path}/{item['id']}")
    assert {name: alone[name] for name in item} == item
    assert "There is nothing" in ask(client, f"{path}/999999", status=404)["detail"]
    second = ask(client, f"{path}?size=1&page=2")
    assert second["items"] == found["items"][1:2]


def test_a_series_has_its_editions_with_the_activities_that_tell_of_them(client):
    forum = next(one for one in ask(client, "series")["items"] if one["last"] == 12)
    whole = ask(client, f"series/{forum['id']}")
    assert whole["name"] in whole["names"]
    twelfth = next(one for one in whole["editions"] if one["number"] == 12)
    assert twelfth["activities"]
    assert ask(client, f"activities/{twelfth['activities'][0]}")["id"] == twelfth["activities"][0]
    assert ask(client, "series?kind=term")["total"] == 0
    assert "kind" in ask(client, "series?kind=war", status=422)["detail"]


def test_follow_ups_are_narrowed_by_commitment_and_by_what_was_said_of_them(client):
    first = FollowUp.objects.order_by("pk")[0]
    FollowUp.objects.filter(pk=first.pk).update(verdict="reject")
    assert [one["id"] for one in ask(client, "follow-ups?verdict=reject")["items"]] == [first.pk]
    waiting = ask(client, "follow-ups?verdict=none")
    assert waiting["total"] == FollowUp.objects.count() - 1
    mine = ask(client, f"follow-ups?commitment={first.commitment_id}")["items"]
    assert {one["commitment"] for one in mine} == {first.commitment_id}


def test_pairs_are_of_a_sort_and_the_likely_first(client):
    scores = [one["score"] for one in ask(client, "pairs")["items"]]
    assert scores == sorted(scores, reverse=True)
    assert {one["sort"] for one in ask(client, "pairs?sort=person")["items"]} == {"person"}


def test_sources_count_their_articles(client):
    found = ask(client, "sources")
    assert sum(one["articles"] for one in found["items"]) == len(PAGES)
    assert {one["language"] for one in found["items"]} == {"vi", "zh", "en", "sv"}


def send(client, path, status, **body):
    answer = client.post(f"/api/v1/{path}", json.dumps(body), content_type="application/json")
    assert answer.status_code == status, answer.content[:300]
    return answer.json()


@pytest.mark.parametrize("verdict", ["merge", "never_merge"])
def test_a_pair_is_answered_once_and_taken_back(client, verdict):
    pair = ask(client, "pairs?sort=person")["items"][0]
    said = {"sort": "person", "left": pair["left"], "right": pair["right"], "verdict": verdict}
    made = send(client, "pairs", 201, **said, why="as I know them")
    assert (made["verdict"], made["why"], made["table"]) == (verdict, "as I know them", "person")
    ask(client, f"pairs/{pair['id']}", status=404)
    assert send(client, "pairs", 200, **said)["id"] == made["id"]
    turned = {**said, "left": pair["right"], "right": pair["left"]}
    assert send(client, "pairs", 200, **turned)["id"] == made["id"]
    one = Person.objects.select_related("canonical").get(pk=pair["right"])
    assert (one.canonical_id == pair["left"]) is (verdict == "merge")
    send(client, f"judgements/{made['id']}/undo", 201)
    again = send(client, "pairs", 201, **said)
    assert again["id"] != made["id"]
    other = {"merge": "never_merge", "never_merge": "merge"}[verdict]
    assert send(client, "pairs", 201, **{**said, "verdict": other})["verdict"] == other


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"sort": "person", "left": 1, "right": 999999, "verdict": "merge"}, 404),
        ({"sort": "person", "left": 1, "right": 1, "verdict": "merge"}, 422),
        ({"sort": "war", "left": 1, "right": 2, "verdict": "merge"}, 422),
        ({"sort": "person", "left": 1, "right": 2, "verdict": "accept"}, 422),
        ({}, 422),
    ],
)
def test_an_answer_that_makes_no_sense_is_refused_in_words(client, said, status):
    assert send(client, "pairs", status, **said)["detail"]
    assert not Judgement.objects.exists()


def test_a_follow_up_is_answered_once_and_never_over_another_answer(client):
    row = FollowUp.objects.order_by("pk")[0]
    before = client.get(f"/api/v1/follow-ups/{row.pk}").headers["ETag"]
    made = send(client, f"follow-ups/{row.pk}", 201, verdict="accept")
    assert ask(client, f"follow-ups/{row.pk}")["verdict"] == "accept"
    assert send(client, f"follow-ups/{row.pk}", 200, verdict="accept")["id"] == made["id"]
    late = client.post(
        f"/api/v1/follow-ups/{row.pk}", {"verdict": "reject"}, content_type="application/json",
        headers={"if-match": before},
    )  # fmt: skip
    assert late.status_code == 412
    assert send(client, f"follow-ups/{row.pk}", 201, verdict="reject")["verdict"] == "reject"
    send(client, "follow-ups/999999", 404, verdict="reject")
    send(client, f"follow-ups/{row.pk}", 422, verdict="merge")


def test_answers_are_of_reviewers_and_are_written_down(client):
    row = FollowUp.objects.order_by("pk")[0]
    with team() as accounts:
        for role, status in ((Role.EDITOR, 403), (Role.REVIEWER, 201)):
            token = make_token(accounts[role], "t", role, days=1, by=Actor.command())[1]
            answer = browser().post(
                f"/api/v1/follow-ups/{row.pk}", {"verdict": "accept"}, content_type="application/json",
                headers={"authorization": f"Bearer {token}"},
            )  # fmt: skip
            assert answer.status_code == status, answer.content[:300]
        entry = AuditEntry.objects.get(action="api:follow_up")
        assert (entry.who, entry.via, entry.detail["verdict"]) == ("reviewer", "api", "accept")
