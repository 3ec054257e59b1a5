"""The API of what holds articles together: series with editions, pairs, follow-ups, sources."""

import pytest
from tests.register.homes import filled_register
from tests.web.teams import browser

from giaoluu import read, register, samples
from giaoluu.register.models import FollowUp, Person, Question
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
