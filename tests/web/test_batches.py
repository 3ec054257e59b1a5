"""Review of one article in one step: what stands on its words, what was selected, and one undo."""

import re

import pytest
from django.test import Client

from giaoluu.register import waiting
from giaoluu.register.models import Activity, Article, Claim, Commitment, FollowUp, Judgement, Person, Question
from giaoluu.register.reviewing import on_their_words, what_waits
from giaoluu.register.showing import reading_of


@pytest.fixture
def client(home) -> Client:
    return Client(headers={"host": "localhost", "accept-language": "en"})


@pytest.fixture
def article(home) -> Article:
    return Article.objects.get(language="vi")


def safe_of(client: Client, article: Article) -> str:
    html = client.get(f"/review/articles/{article.pk}").content.decode()
    return re.search(r'name="safe" value="([^"]*)"', html)[1]


def test_all_that_stand_on_their_words_and_one_undo(client, article):
    doubtful = waiting(article.pk).first()
    Claim.objects.filter(pk=doubtful.pk).update(inferred=True)
    before = {row.pk for row in waiting(article.pk)}
    safe = {row.pk for row in on_their_words(article, reading_of(article))}
    answer = client.post(
        f"/review/articles/{article.pk}", {"verdict": "words", "safe": safe_of(client, article), "claim": doubtful.pk}
    )
    assert before - {row.pk for row in waiting(article.pk)} == safe
    assert doubtful.pk not in safe
    html = client.get(answer.headers["Location"]).content.decode()
    undo = re.search(r'action="(/review/batches/\w+/undo)"', html)[1]
    assert f"{len(safe)} claims" in html
    assert 'data-key="u"' in html
    assert client.get("/review/decisions").content.decode().count(f'action="{undo}"') == 1
    back = client.post(undo, {"article": article.pk})
    assert back.headers["Location"] == f"/review/articles/{article.pk}"
    assert {row.pk for row in waiting(article.pk)} == before
    assert undo not in client.get("/review/decisions").content.decode()
    assert client.post(undo, {"article": "x"}).headers["Location"] == "/review/decisions"  # nothing is left to undo
    assert Judgement.objects.filter(verdict="undo").count() == len(safe)


@pytest.mark.parametrize("number", ["9" * 5000, "x", "\u0967"])
def test_what_is_no_number_of_a_claim_selects_none(client, article, number):
    answer = client.post(f"/review/articles/{article.pk}", {"verdict": "accept", "claim": number})
    assert (answer.status_code, Judgement.objects.count()) == (400, 0)


def test_the_inferred_is_accepted_only_where_it_was_selected(client, article):
    Claim.objects.filter(article=article).update(inferred=True)
    assert safe_of(client, article) == ""
    everything = " ".join(str(row.pk) for row in waiting(article.pk))
    answer = client.post(f"/review/articles/{article.pk}", {"verdict": "words", "safe": everything})
    assert (answer.status_code, Judgement.objects.count()) == (409, 0)
    mine = [row.pk for row in waiting(article.pk)[:2]]
    client.post(f"/review/articles/{article.pk}", {"verdict": "reject", "claim": mine, "why": "no"})
    assert set(Claim.objects.filter(verdict="reject").values_list("pk", flat=True)) == set(mine)
    assert set(Judgement.objects.values_list("why", flat=True)) == {"no"}


@pytest.mark.parametrize(
    "sent",
    [{}, {"verdict": "accept"}, {"verdict": "correct", "claim": "1"}, {"verdict": "words", "safe": "x " + "9" * 30}],
)
def test_nothing_selected_is_told(client, article, sent):
    answer = client.post(f"/review/articles/{article.pk}", sent)
    assert (answer.status_code, Judgement.objects.count()) == (400, 0)
    assert "Select what you decide on" in answer.content.decode()


def test_the_second_of_two_is_told_and_nothing_is_kept(client, article):
    mine = [row.pk for row in waiting(article.pk)[:3]]
    client.post(f"/review/{mine[0]}", {"verdict": "reject", "seen": " "})
    answer = client.post(f"/review/articles/{article.pk}", {"verdict": "accept", "claim": mine})
    assert answer.status_code == 409
    assert f'value="{mine[1]}" checked' in answer.content.decode()
    assert Judgement.objects.count() == 1


def test_claims_of_another_article_are_not_decided_here(client, article):
    other = waiting().exclude(article=article).first()
    assert client.post(f"/review/articles/{article.pk}", {"verdict": "accept", "claim": other.pk}).status_code == 409


def test_pages_lead_there_and_keys_are_told(client, article):
    there = f"/review/articles/{article.pk}"
    activity = article.activities.filter(main=True).first()
    for page in (f"/activities/{activity.pk}", f"/articles/{article.pk}", f"/review?article={article.pk}"):
        assert there in client.get(page).content.decode(), page
    html = client.get(there).content.decode()
    assert {"w", "a", "r", "?"} <= set(re.findall(r'data-key="(.)"', html))
    assert set(re.findall(r"<dt><kbd>(.)</kbd></dt>", html)) == {"w", "a", "r", "u"}


def test_what_waits_is_told_on_each_page_of_review(client, article):
    people = list(Person.objects.filter(current=True)[:2])
    Question.objects.create(sort="person", left=people[0].pk, right=people[1].pk, score=1, reason="alike")
    promise = Commitment.objects.filter(current=True, proposal=False, canonical=None).first()
    activity = Activity.objects.exclude(article=promise.article).first()
    FollowUp.objects.create(commitment=promise, activity=activity, relation="fulfils", reason="the same trees")
    assert (what_waits().pairs, what_waits().follow_ups) == (1, 1)
    for page in ("/", "/review", "/review/pairs"):
        html = client.get(page).content.decode()
        found = [html.index(words) for words in (f"{waiting().count()} claims", "1 pair that may", "1 follow-up<")]
        assert found == sorted(found), page
    html = client.get("/commitments?waiting=yes").content.decode()
    assert "the same trees" in html
    number = FollowUp.objects.get().pk
    answer = client.post(f"/commitments/follow-ups/{number}", {"verdict": "reject", "waiting": "yes"})
    html = client.get(answer.headers["Location"]).content.decode()
    assert "the same trees" not in html
    assert "waiting=yes" not in client.get("/review").content.decode()
