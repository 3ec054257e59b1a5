"""Attacks on the site, each of which comes through where its defence is taken away."""

import json
import re
import socket
from dataclasses import replace
from hashlib import sha256

import httpx
import pytest
from django.test import Client
from django.test.utils import override_settings
from tests.register.readings import vietnamese
from tests.web.teams import PASSWORD, browser, routes, team
from tests.web.test_roles import example

from giaoluu.model.errors import SourceError
from giaoluu.register import ingest, waiting
from giaoluu.register.accounts_roles import Role
from giaoluu.register.accounts_settings import accounts_settings
from giaoluu.register.models import Article, AuditEntry, CaptureRow, Judgement, Person
from giaoluu.sources.public import PublicOnly, public_address

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>"
ELSEWHERE = [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "http:///evil.example",
]


# ---------------------------------------------------------------- forged requests
def test_no_change_without_the_token_of_the_page(home):
    with team() as accounts:
        client = browser(accounts[Role.ADMIN], enforce_csrf_checks=True)
        for name, pattern in routes().items():
            is_api = name.startswith("api:")
            body = {"content_type": "application/json", "data": "{}"} if is_api else {"data": {}}
            assert client.post(example(pattern), **body).status_code in {403, 404, 405}, name
        assert Judgement.objects.count() == 0


def test_the_api_takes_a_session_with_its_token(home):
    with team() as accounts:
        client = browser(accounts[Role.REVIEWER], enforce_csrf_checks=True)
        client.get("/review")
        body = json.dumps({"claim": waiting().first().pk, "verdict": "accept"})
        options = {"content_type": "application/json"}
        assert client.post("/api/v1/judgements", body, **options).status_code == 403
        token = {"X-CSRFToken": client.cookies["csrftoken"].value}
        assert client.post("/api/v1/judgements", body, headers=token, **options).status_code == 201


@pytest.mark.parametrize(
    ("headers", "content_type", "status"),
    [
        ({}, "application/json", 201),
        ({"origin": "https://evil.example"}, "application/json", 403),
        ({"origin": "null"}, "application/json", 403),
        ({"sec-fetch-site": "cross-site"}, "application/json", 403),
        ({"referer": "https://evil.example/"}, "application/json", 403),
        ({}, "text/plain", 403),
        ({}, "application/x-www-form-urlencoded", 403),
    ],
)
def test_another_site_cannot_have_a_browser_change_the_register_of_this_machine(home, headers, content_type, status):
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    body = json.dumps({"claim": waiting().first().pk, "verdict": "accept"})
    answer = client.post("/api/v1/judgements", body, content_type=content_type, headers=headers)
    assert answer.status_code == status


# ---------------------------------------------------------------- what pages say is never run
@pytest.fixture
def evil_page(home):
    capture, reading = vietnamese(url="https://sach.example/a")
    bad = replace(capture, name=f"{EVIL}.html", content=b"evil " + capture.content)
    bad = replace(bad, digest=sha256(bad.content).hexdigest())
    ingest([(bad, reading)])
    article = Article.objects.latest("pk")
    Article.objects.filter(pk=article.pk).update(
        title=EVIL, url="javascript:alert(1)", outlet=EVIL, credit=EVIL, ident=EVIL
    )
    Person.objects.filter(article=article).update(name=EVIL, post=EVIL)
    CaptureRow.objects.filter(pk=article.capture_id).update(url="javascript:alert(1)", name=EVIL)
    return article


def test_words_of_a_page_are_words(evil_page, get):
    pages = ["/", "/articles", f"/articles/{evil_page.pk}", "/people", "/activities", "/statements", "/commitments"]
    pages += ["/review", "/search?text=le", f"/people/{evil_page.person_rows.first().pk}"]
    pages += [f"/activities/{row.pk}" for row in evil_page.activities.all()]
    pages += ["/admin/register/article/", f"/admin/register/article/{evil_page.pk}/change/"]
    for page in pages:
        html = get(page)
        assert "<script>alert" not in html, page
        assert "<img src=x" not in html, page
        assert not re.search(r"""(?:href|src|action)=["']?\s*javascript:""", html, re.IGNORECASE), page


def test_words_of_a_question_are_words(home):
    with team() as accounts:
        client = browser(accounts[Role.ADMIN])
        for page in ("/activities", "/people", "/search", "/audit", "/statements", "/articles", "/login", "/review"):
            for names in (
                ("text", "who", "action", "next", "act", "page"),
                ("since", "kind", "country", "claim", "after"),
            ):
                html = client.get(page, dict.fromkeys(names, EVIL)).content.decode()
                assert "<script>alert" not in html, (page, names)
        client.post("/accounts", {"username": EVIL, "role": "reader", "password": PASSWORD})
        client.post("/tokens", {"name": EVIL, "role": "reader", "days": "3"})
        for page in ("/accounts", "/tokens", "/audit"):
            assert "<script>alert" not in client.get(page).content.decode(), page


def test_a_kept_page_is_never_shown_as_one_of_ours(evil_page):
    number = evil_page.capture_id
    CaptureRow.objects.filter(pk=number).update(media_type="text/html")
    answer = browser().get(f"/api/v1/captures/{number}/content")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert EVIL not in answer.headers["Content-Disposition"]


# ---------------------------------------------------------------- led elsewhere
@pytest.mark.parametrize("place", ELSEWHERE)
def test_nothing_leads_elsewhere(home, place):
    with team() as accounts:
        client = browser(accounts[Role.REVIEWER])
        claim = waiting().first()
        client.post(f"/review/{claim.pk}", {"verdict": "accept", "seen": " "})
        back = client.post(f"/review/decisions/{Judgement.objects.get().pk}/undo", {"back": place})
        language = client.post("/language/setlang/", {"next": place, "language": "vi"})
        known = client.get("/login", {"next": place})
        entered = browser().post("/login", {"username": "reader", "password": PASSWORD, "next": place})
        for answer in (back, language, known, entered):
            assert answer.status_code == 302
            assert "evil" not in answer.headers["Location"]
            assert "alert" not in answer.headers["Location"]


# ---------------------------------------------------------------- paths
@pytest.mark.parametrize(
    "path",
    [
        "/static/../register/settings.py", "/static/web/../../../../etc/passwd", "/static/%2e%2e/%2e%2e/secret.key",
        "/static//etc/passwd", "/api/v1/captures/..%2f..%2fsecret.key/content", "/api/v1/captures/1%00/content",
        "/captures/../secret.key", "/static/ninja/..%5c..%5csecret.key",
    ],
)  # fmt: skip
def test_no_path_leads_out(home, path):
    answer = browser().get(path)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code in {404, 422}, body[:100]
    assert (home / "secret.key").read_bytes() not in body


def test_a_digest_that_is_a_path_opens_nothing(home):
    CaptureRow.objects.filter(pk=1).update(digest="../secret.key")
    answer = browser().get("/api/v1/captures/1/content")
    assert answer.status_code == 422
    assert (home / "secret.key").read_text() not in answer.content.decode()


# ---------------------------------------------------------------- headers
@pytest.mark.parametrize("path", ["/", "/login", "/activities", "/nothing", "/api/v1/activities", "/api/v1/docs"])
def test_every_answer_keeps_to_itself(home, path):
    with team(GIAOLUU_OPEN_READING="1"):
        headers = browser().get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "private" in headers["Cache-Control"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80@evil.example"])
def test_another_host_is_refused(home, host):
    assert Client(headers={"host": host}).get("/").status_code == 400
    with team():
        assert Client(headers={"host": host}).get("/login").status_code == 400


def test_a_proxy_cannot_be_made_up(home):
    """Without a proxy nobody tells us another address than the one that asks."""
    far = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    claim = waiting().first()
    answer = far.post(
        f"/review/{claim.pk}", {"verdict": "accept", "seen": " "}, headers={"x-forwarded-for": "127.0.0.1"}
    )
    assert answer.status_code == 403
    with team():
        far.post("/login", {"username": "x", "password": "y"}, headers={"x-forwarded-for": "127.0.0.1"})
        assert AuditEntry.objects.latest("pk").address == "192.0.2.7"


def test_django_has_nothing_to_say_against_a_team_install():
    from django.core.checks import run_checks

    address = {"GIAOLUU_TEAM": "1", "GIAOLUU_ADDRESS": "https://register.example.org"}
    with override_settings(**accounts_settings(address)):
        assert run_checks(include_deployment_checks=True) == []


# ---------------------------------------------------------------- addresses that are fetched for others
@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "10.0.0.7", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "::1",
        "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.7", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1",
        "100.64.0.1", "2130706433", "0x7f.1", "240.0.0.1",
    ],
)  # fmt: skip
def test_the_neighbours_of_the_server_are_not_fetched(host):
    with pytest.raises(SourceError):
        public_address(host)


def test_a_public_address_is_asked_under_its_name_at_what_was_checked():
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, text="ok")

    with httpx.Client(transport=PublicOnly(httpx.MockTransport(answer))) as client:
        assert str(client.get("https://1.1.1.1/a").url) == "https://1.1.1.1/a"
    assert (asked[0].url.host, asked[0].headers["host"]) == ("1.1.1.1", "1.1.1.1")
    assert asked[0].extensions["sni_hostname"] == "1.1.1.1"


def test_a_redirect_to_a_neighbour_is_not_followed():
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "http://169.254.169.254/secrets"})

    transport = PublicOnly(httpx.MockTransport(answer))
    refused = pytest.raises(SourceError, match=r"169\.254\.169\.254 is not on the public network")
    with httpx.Client(transport=transport, follow_redirects=True) as client, refused:
        client.get("https://1.1.1.1/a")


def test_a_name_that_stands_for_a_public_and_a_private_address_is_refused(monkeypatch):
    def both(*_args: object, **_options: object) -> list[object]:
        return [(2, 1, 6, "", (address, 0)) for address in ("1.1.1.1", "10.0.0.7")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(SourceError):
        public_address("rebound.example")


def test_a_team_cannot_have_the_server_fetch_its_neighbours(home):
    with socket.create_server(("127.0.0.1", 0)) as neighbour, team() as accounts:
        neighbour.settimeout(0.2)
        url = f"http://127.0.0.1:{neighbour.getsockname()[1]}/"
        client = browser(accounts[Role.EDITOR])
        answer = client.post("/api/v1/captures", json.dumps({"url": url}), content_type="application/json")
        assert answer.status_code == 422
        assert "not on the public network" in answer.json()["detail"]
        with pytest.raises(TimeoutError):
            neighbour.accept()


# ---------------------------------------------------------------- signs that no store takes
@pytest.mark.parametrize(
    "address", ["/articles", "/people", "/bodies", "/activities", "/search", "/statements", "/people/1/same"]
)
def test_a_sign_of_zero_asks_for_nothing_else(home, address):
    client = Client(headers={"host": "localhost"})
    assert client.get(f"{address}?text=a%00b&place=%00").status_code == client.get(f"{address}?text=ab").status_code


def test_a_sign_of_zero_is_not_kept_and_names_no_page(home):
    client = Client(headers={"host": "localhost"})
    assert client.get("/places/%00").status_code == 404
    claim = waiting().first()
    client.post(f"/review/{claim.pk}", {"verdict": "accept", "why": "as\x00printed", "seen": " "})
    assert list(Judgement.objects.values_list("why", flat=True)) == ["asprinted"]
