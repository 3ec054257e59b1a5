"""The API: what it answers, pages, filters, ETags, errors in words, decisions and pages to take in."""

import json
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.teams import browser, team

from giaoluu.register import waiting
from giaoluu.register.accounts_roles import Actor, Role
from giaoluu.register.accounts_tokens import make_token
from giaoluu.register.models import Activity, Article, Claim, Judgement

LISTS = (
    "activities", "people", "bodies", "places", "articles", "statements", "commitments", "claims", "judgements",
    "captures", "search?text=a",
)  # fmt: skip
REPORT = "Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath."


@pytest.fixture
def client(home):
    return browser()


def ask(client, path, status=200, **options):
    answer = client.get(f"/api/v1/{path}", **options)
    assert answer.status_code == status, answer.content[:300]
    return answer.json() if answer.content else {}


def send(client, path, body, **headers):
    return client.post(f"/api/v1/{path}", json.dumps(body), content_type="application/json", headers=headers)


@pytest.mark.parametrize("path", LISTS)
def test_lists_have_items_a_total_and_pages(client, path):
    found = ask(client, path)
    assert set(found) == {"items", "total", "page", "pages", "next", "previous"}
    assert found["total"] == len(found["items"])


@pytest.mark.parametrize("path", [path for path in LISTS if "?" not in path and path != "judgements"])
def test_each_item_of_a_list_is_alone_at_its_id(client, path):
    item = ask(client, path)["items"][0]
    alone = ask(client, f"{path}/{item['id']}")
    assert {name: alone[name] for name in item} == item
    assert "There is nothing" in ask(client, f"{path}/999999", status=404)["detail"]


def test_pages_lead_to_one_another(client):
    first = ask(client, "claims?size=1&article=1")
    assert first["previous"] is None
    second = client.get(first["next"]).json()
    assert (second["page"], second["total"]) == (2, first["total"])
    assert second["items"][0]["id"] != first["items"][0]["id"]
    assert client.get(second["previous"]).json()["items"] == first["items"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("activities?kind=meeting", ["2025-03-11"]),
        ("activities?since=2025-03&until=2025-03-31&kind=meeting&country=vn", ["2025-03-11"]),
        ("activities?text=tuyet+mai", ["2025-03-11"]),
        ("activities?kind=award", []),
    ],
)
def test_filters_are_those_of_the_pages(client, path, expected):
    assert [item["date"] for item in ask(client, path)["items"]] == expected


@pytest.mark.parametrize(("path", "column"), [("activities", "id"), ("people", "name"), ("articles", "id")])
def test_orders_are_each_others_mirror(client, path, column):
    up = [item["id"] for item in ask(client, f"{path}?order={column}")["items"]]
    down = [item["id"] for item in ask(client, f"{path}?order=-{column}")["items"]]
    assert up == down[::-1]


def test_a_whole_activity_and_a_whole_article(client):
    number = Activity.objects.get(kind="meeting").pk
    whole = ask(client, f"activities/{number}")
    assert {"Lê Minh Khuê", "Trần Tuyết Mai"} <= {one["name"] for one in whole["participants"]}
    assert whole["statements"]
    assert whole["commitments"]
    article = ask(client, f"articles/{whole['article']}")
    assert all(article["text"][claim["start"] : claim["end"]] == claim["exact"] for claim in article["claims"])
    assert {zone["kind"] for zone in article["zones"]} >= {"title"}


def test_statements_by_country_and_days(client):
    (one,) = ask(client, "statements?country=CN&since=2025-03&until=2025-03")["items"]
    assert one["speaker"] == "Trần Tuyết Mai"
    assert ask(client, "statements?country=CN&until=2024")["items"] == []


def test_what_is_unchanged_is_not_sent_again(client):
    for path in ("activities", "claims/1"):
        tag = client.get(f"/api/v1/{path}").headers["ETag"]
        again = client.get(f"/api/v1/{path}", headers={"if-none-match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(f"/api/v1/{path}", headers={"if-none-match": '"x"'}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("activities?kind=war", 422, "use one of meeting"),
        ("activities?since=spring", 422, "2025-03"),
        ("statements?until=spring", 422, "2025-03"),
        ("activities?page=0", 422, "page"),
        ("activities?size=1000", 422, "size"),
        ("people?text=%00", 422, "zero"),
        ("activities/x", 422, "number"),
        ("activities/99999999999999999999", 422, "number"),
        ("nothing", 404, "docs"),
    ],
)
def test_errors_are_told_in_words(client, path, status, said):
    answer = client.get(f"/api/v1/{path}")
    told = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (told["status"], answer.status_code) == (status, status)
    assert said in told["detail"]


def test_a_method_that_an_address_does_not_take_is_told(client):
    answer = client.put("/api/v1/activities", "{}", content_type="application/json")
    assert answer.status_code == 405
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_decision_is_kept_and_taken_back(client):
    claim = waiting().first()
    made = send(client, "judgements", {"claim": claim.pk, "verdict": "accept", "why": "seen"})
    assert made.status_code == 201
    assert ask(client, f"claims/{claim.pk}")["verdict"] == "accept"
    number = made.json()["id"]
    assert send(client, f"judgements/{number}/undo", {}).status_code == 201
    assert ask(client, f"judgements/{number}")["undone_by"] == number + 1
    assert ask(client, f"claims/{claim.pk}")["verdict"] == ""
    twice = send(client, f"judgements/{number}/undo", {})
    assert (twice.status_code, "already" in twice.json()["detail"]) == (409, True)


def test_the_second_of_two_is_told_and_nothing_is_lost(client):
    claim = waiting().first()
    tag = client.get(f"/api/v1/claims/{claim.pk}").headers["ETag"]
    assert send(client, "judgements", {"claim": claim.pk, "verdict": "reject"}, if_match=tag).status_code == 201
    late = send(client, "judgements", {"claim": claim.pk, "verdict": "accept"}, if_match=tag)
    assert late.status_code == 412
    assert "read it again" in late.json()["detail"]
    assert [row.verdict for row in Judgement.objects.all()] == ["reject"]


@pytest.mark.parametrize(
    "body",
    [
        {"claim": 0, "verdict": "accept"}, {"claim": 10**30, "verdict": "accept"}, {"claim": 1, "verdict": "merge"},
        {"claim": 1}, [], "x", {"claim": 1, "verdict": "correct", "value": ""},
        {"claim": 1, "verdict": "accept", "why": "x" * 2001},
    ],
)  # fmt: skip
def test_decisions_that_are_none_are_refused_in_words(client, body):
    answer = send(client, "judgements", body)
    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert Judgement.objects.count() == 0


def test_a_text_is_read_and_taken_in_once(client):
    taken = send(client, "captures", {"text": REPORT, "name": "tiep-dai-su"})
    assert taken.status_code == 201
    told = taken.json()
    assert ask(client, f"activities/{told['activities'][0]}")["date"] == "2024-03-05"
    assert told["reading"]["text"].strip() == REPORT
    again = send(client, "captures", {"text": REPORT, "name": "tiep-dai-su"})
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    capture = ask(client, f"articles/{told['article']}")["capture"]
    assert client.get(f"/api/v1/captures/{capture}/content").content.decode() == REPORT


@pytest.mark.parametrize(("more", "accounts"), [({}, 2), ({"link": False}, 1)])
def test_a_page_is_compared_with_the_others_unless_that_is_left_for_later(client, more, accounts):
    send(client, "captures", {"text": REPORT, "name": "one"})
    told = send(client, "captures", {"text": f"{REPORT}\n\nTheo báo Mới.", "name": "two", **more}).json()
    article = Article.objects.get(pk=told["article"])
    assert article.linked is (accounts == 2)
    heads = Activity.objects.filter(canonical=None, current=True, date="2024-03-05")
    assert max(heads.values_list("accounts", flat=True)) == accounts


def test_html_is_read_with_its_address(client):
    page = f"<html><head><title>Tiếp Đại sứ</title></head><body><article><h1>Tiếp Đại sứ</h1><p>{REPORT}</p>"
    taken = send(client, "captures", {"html": page, "url": "https://baimoi.example/1"})
    assert taken.status_code == 201
    assert ask(client, f"articles/{taken.json()['article']}")["url"] == "https://baimoi.example/1"


@pytest.mark.parametrize(
    "body",
    [{}, {"text": ""}, {"text": "a", "html": "b"}, {"text": " \n"}, {"url": "ftp://a.example/"}, {"url": "x"}],
)
def test_what_cannot_be_taken_in_is_refused_in_words(client, body):
    before = Article.objects.count()
    answer = send(client, "captures", body)
    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert Article.objects.count() == before


def test_a_body_that_is_too_large_is_refused(client, settings_of_small_bodies):
    answer = send(client, "captures", {"text": "a" * 5000})
    assert answer.status_code in {400, 413}
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.fixture
def settings_of_small_bodies():
    from django.test.utils import override_settings

    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000):
        yield


@pytest.mark.parametrize("path", LISTS)
def test_a_list_asks_a_fixed_number_of_questions(client, path):
    """However long the list is: no question for each row."""
    for claim in list(waiting())[:4]:
        send(client, "judgements", {"claim": claim.pk, "verdict": "accept"})
    counts = []
    for size in (1, 200):
        join = "&" if "?" in path else "?"
        client.get(f"/api/v1/{path}{join}size={size}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(f"/api/v1/{path}{join}size={size}")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8, [one["sql"][:120] for one in asked]


def test_too_many_requests_of_one_account_have_to_wait(home, monkeypatch):
    from giaoluu.web.api.service import api

    throttle = api.throttle[0]
    monkeypatch.setattr(throttle, "num_requests", 3)
    with team() as accounts:
        _, secret = make_token(accounts[Role.READER], "x", Role.READER, days=1, by=Actor.command())
        bearer = {"authorization": f"Bearer {secret}"}
        answers = [browser().get("/api/v1/activities", headers=bearer) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert int(answers[-1].headers["Retry-After"]) > 0


def test_the_description_names_every_address_and_loads_nothing_from_elsewhere(client):
    told = client.get("/api/v1/openapi.json").json()
    assert "/api/v1/activities/{number}" in told["paths"]
    assert told["components"]["schemas"]["Problem"]["properties"]["detail"]
    page = client.get("/api/v1/docs").content.decode()
    assert "://" not in page
    assert "<script>" not in page


def test_the_reference_page_is_that_of_the_description():
    import subprocess
    import sys
    from pathlib import Path

    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "scripts/make_api_page.py", "--check"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_whatever_is_asked_the_answer_is_as_described(home):
    """Schemathesis asks every operation with odd values: no 5xx, and answers of the shapes that are promised."""
    import schemathesis
    from django.core.wsgi import get_wsgi_application
    from hypothesis import HealthCheck, given, settings
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

    checks = [not_a_server_error, content_type_conformance, response_schema_conformance]
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", get_wsgi_application(), headers={"Host": "localhost"}
    )
    asked = 0
    for result in schema.get_all_operations():
        operation = result.ok()
        if operation.path.endswith("/captures") and operation.method.upper() == "POST":
            continue  # an address would be fetched: see the tests of what is taken in

        @given(case=operation.as_strategy())
        @settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def ask_it(case):
            nonlocal asked
            asked += 1
            case.call_and_validate(headers={"Host": "localhost"}, checks=checks)

        ask_it()
    assert asked > 80


@pytest.mark.slow
def test_lists_answer_fast_on_a_register_of_some_size(client):
    """95 of 100 answers of each list come within 100 ms, with 5,000 activities."""
    row, claims = Activity.objects.first(), list(Claim.objects.all()[:20])
    Activity.objects.bulk_create(_copies(row, 5000))
    Claim.objects.bulk_create([copy for claim in claims for copy in _copies(claim, 250)])
    for path in LISTS:
        client.get(f"/api/v1/{path}")
        times = []
        for turn in range(20):
            begun = time.process_time()  # whatever else the machine does
            client.get(f"/api/v1/{path}{'&' if '?' in path else '?'}page={turn + 1}")
            times.append(time.process_time() - begun)
        assert sorted(times)[-2] < 0.1, (path, times)


def _copies(row, count):
    """Return unsaved copies of a row."""
    plain = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}
    return [type(row)(**plain) for _ in range(count)]
