"""Who may do what: every role on every address with every method. A new address has to be put into the table."""

import re

import pytest
from django.test import Client
from tests.web.teams import browser, routes, team

from giaoluu.register.accounts_roles import Role
from giaoluu.register.models import AuditEntry

READER, EDITOR, REVIEWER, ADMIN = Role
NOBODY = None
SAFE = ("GET", "HEAD")
READ = (READER, ADMIN)
"""Readers look; a change there is none, and would be an admin's."""

TABLE: dict[str, tuple[Role | None, Role | None]] = {
    # name: (least role that looks, least role that changes)
    **dict.fromkeys(
        [
            "web:overview", "web:activities", "web:activity", "web:articles", "web:article", "web:statements",
            "web:commitments", "web:search", "web:review", "web:decisions", "web:pairs",
            "web:series_list", "web:series",
            "web:map", "web:base_map", "web:place", "web:timeline", "web:network", "web:sources", "web:same_as",
            "web:comparison", "web:bodies", "web:body", "web:people", "web:person",
        ],
        READ,
    ),
    **dict.fromkeys(
        ["web:entries", "web:understood", "web:entry_file", "web:sheet_template"],
        READ,
    ),
    **dict.fromkeys(
        ["web:new_entry", "web:edit_entry", "web:withdraw_entry", "web:add_file", "web:drop_file", "web:paste",
         "web:look", "web:sheets", "web:sheet_import", "web:take_back_sheet", "web:export_sheet", "web:sheet"],
        (EDITOR, EDITOR),
    ),
    **dict.fromkeys(
        ["web:say_of_pair", "web:say_of_follow_up", "web:split", "web:join"], (READER, REVIEWER)
    ),
    "web:undo_paste": (READER, EDITOR),
    "web:keep_search": (READER, READER),
    "web:forget_search": (READER, READER),
    "web:decide": (READER, REVIEWER),
    "web:undo": (READER, REVIEWER),
    "web:review_article": (READER, REVIEWER),
    "web:undo_batch": (READER, REVIEWER),
    "web:say_of_pair": (READER, REVIEWER),
    "web:say_of_follow_up": (READER, REVIEWER),
    "web:split": (READER, REVIEWER),
    "web:join": (READER, REVIEWER),
    "web:login": (NOBODY, NOBODY),
    "web:logout": (NOBODY, NOBODY),
    "web:password": (READER, READER),
    "web:tokens": (READER, READER),
    "web:revoke": (READER, READER),
    "web:accounts": (ADMIN, ADMIN),
    "web:account": (ADMIN, ADMIN),
    "web:audit": (ADMIN, ADMIN),
    "web:audit_csv": (ADMIN, ADMIN),
    "set_language": (NOBODY, NOBODY),
    **dict.fromkeys(
        [
            "api:openapi-json", "api:openapi-view", "api:api-root", "api:activities", "api:activity", "api:people",
            "api:person", "api:bodies", "api:body", "api:places", "api:place", "api:articles", "api:article",
            "api:statements", "api:statement", "api:commitments", "api:commitment", "api:claims", "api:claim",
            "api:judgement", "api:series", "api:one_series", "api:pair", "api:follow_ups",
            "api:sources", "api:capture", "api:capture_content", "api:search",
        ],
        READ,
    ),
    "api:judgements": (READER, REVIEWER),
    "api:undo": (READER, REVIEWER),
    "api:pairs": (READER, REVIEWER),
    "api:follow_up": (READER, REVIEWER),
    "api:captures": (READER, EDITOR),
}  # fmt: skip


LEAD_OUT = {"web:logout", "admin:logout", "admin:login"}
"""Addresses that lead to the login whoever asks."""


def wanted(name: str) -> tuple[Role | None, Role | None]:
    """Return the roles of an address."""
    return (ADMIN, ADMIN) if name.startswith("admin:") else TABLE[name]


def example(pattern: str) -> str:
    """Return an address that a pattern takes, of a row that nobody has."""
    plain = re.sub(r"<[^>]*>", "999999", pattern)
    return "/" + re.sub(r"[\^$?\\]|\(.*?\)", "", plain)


def is_let_in(answer) -> bool:
    """Say whether an answer is that of the view rather than a refusal."""
    to_login = answer.status_code == 302 and "/login" in answer.headers["Location"]
    return answer.status_code not in {401, 403} and not to_login


def test_the_table_names_every_address():
    named = {name for name in routes() if not name.startswith("admin:")}
    assert named - set(TABLE) == set(), "say in TABLE and in web/access.py which role these addresses need"
    assert set(TABLE) - named == set(), "these are gone"


@pytest.mark.parametrize("role", [NOBODY, *Role])
def test_each_role_on_each_address(home, role):
    with team() as accounts:
        mistakes, client = [], browser(accounts.get(role))
        for name, pattern in routes().items():
            if name.startswith("admin:") and role in {READER, EDITOR}:
                continue  # what a reviewer may not, they may not
            for method in (*SAFE, "POST", "DELETE") if role is EDITOR else ("GET", "POST"):
                least = wanted(name)[method not in SAFE]
                answer = client.generic(method, example(pattern), "{}", content_type="application/json")
                assert answer.status_code < 500, f"{method} {pattern}"
                may = least is NOBODY or (role is not NOBODY and role_number(role) >= role_number(least))
                if name in LEAD_OUT:
                    client = browser(accounts.get(role))
                elif name.startswith("admin:") and may:
                    assert not is_let_in(answer) or answer.status_code in {200, 302, 404, 405}, name
                elif is_let_in(answer) != may:
                    mistakes.append(f"{role} {method} {name}: {answer.status_code}")
        assert mistakes == []


def role_number(role: Role) -> int:
    """Return how much a role may."""
    return list(Role).index(role)


def test_reading_can_be_opened_and_nothing_else(home):
    with team(GIAOLUU_OPEN_READING="1"):
        client = browser()
        for name, pattern in routes().items():
            look, change = wanted(name)
            if name not in LEAD_OUT:
                assert is_let_in(client.get(example(pattern))) == (look in {NOBODY, READER}), name
            if change is not NOBODY:
                assert not is_let_in(client.post(example(pattern))), name


def test_without_accounts_this_machine_does_all_and_others_read(home):
    far = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    here = Client(headers={"host": "localhost"})
    rebound = Client(headers={"host": "127.0.0.1"}, REMOTE_ADDR="192.0.2.7")
    for name, pattern in routes().items():
        look, change = wanted(name)
        if name.startswith("admin:"):
            assert far.get(example(pattern)).status_code == 403, name
        elif not is_of_accounts(name):
            assert is_let_in(here.get(example(pattern))), name
            assert is_let_in(far.get(example(pattern))) == (look in {NOBODY, READER}), name
        if change is not NOBODY:
            for client in (far, rebound):
                assert client.post(example(pattern)).status_code == 403, name


def is_of_accounts(name: str) -> bool:
    """Say whether an address is only there with accounts."""
    return name.removeprefix("web:") in {
        "login", "logout", "password", "tokens", "revoke", "accounts", "account", "audit", "audit_csv",
    }  # fmt: skip


def test_pages_of_accounts_are_not_there_without_accounts(home):
    client = Client(headers={"host": "localhost"})
    for name, pattern in routes().items():
        if is_of_accounts(name):
            assert 404 in {client.get(example(pattern)).status_code, client.post(example(pattern)).status_code}, name


def test_changes_and_exports_are_written_down(home):
    from giaoluu.register import waiting

    with team() as accounts:
        claim = waiting().first()
        client = browser(accounts[Role.REVIEWER])
        client.post(f"/review/{claim.pk}", {"verdict": "accept", "seen": " "})
        browser(accounts[Role.READER]).get("/api/v1/captures/1/content")
        browser(accounts[Role.READER]).post(f"/review/{claim.pk}", {"verdict": "accept", "seen": " "})
        done = list(AuditEntry.objects.exclude(action="account added").values_list("who", "action", "about"))
        assert done == [
            ("reviewer", "web:decide", f"/review/{claim.pk}"),
            ("reader", "api:capture_content", "/api/v1/captures/1/content"),
        ]


@pytest.mark.sqlite
def test_what_cannot_be_written_down_is_not_done(home):
    from django.db import DatabaseError, connection

    from giaoluu.register import waiting
    from giaoluu.register.models import Article, Judgement

    with team() as accounts:
        claim, articles = waiting().first(), Article.objects.count()
        client = browser(accounts[Role.REVIEWER])
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE TRIGGER full BEFORE INSERT ON register_auditentry BEGIN SELECT RAISE(ABORT, 'full'); END"
            )
        with pytest.raises(DatabaseError, match="full"):
            client.post(f"/review/{claim.pk}", {"verdict": "accept", "seen": " "})
        page = {"text": "Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath."}
        token = client.get("/paste").cookies["csrftoken"].value
        answer = client.post("/api/v1/captures", page, content_type="application/json", headers={"x-csrftoken": token})
        assert answer.status_code == 503
        claim.refresh_from_db()
        assert (claim.verdict, Judgement.objects.count(), Article.objects.count()) == ("", 0, articles)


def test_the_tables_of_the_admin_are_called_in_the_language_of_the_page(home):
    from giaoluu.web.admin import CALLED, HIDDEN, site
    from giaoluu.web.admin_columns import COLUMNS

    assert {table.__name__ for table in site._registry} == set(CALLED)
    here = Client(headers={"host": "localhost", "accept-language": "vi"})
    assert "Hoạt động có nhiều bản tin" in here.get("/admin/").content.decode()
    assert "<h1>Quyết định</h1>" in here.get("/admin/register/judgement/").content.decode()
    columns = here.get("/admin/register/claim/").content.decode()
    assert "Bắt đầu" in columns
    shown = {field.name for table in site._registry for field in table._meta.concrete_fields} - HIDDEN
    assert shown - set(COLUMNS) == set()
