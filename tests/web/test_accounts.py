"""Accounts: coming in, staying in, leaving; passwords, tokens, what admins do, and what the log says of it."""

import csv
import io
import os
import re
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.db import Error as StoreError
from django.test.utils import override_settings
from django.utils import timezone
from tests.web.teams import PASSWORD, browser, team

from giaoluu.model.errors import RegisterError
from giaoluu.register import accounts
from giaoluu.register.accounts_roles import Actor, Role
from giaoluu.register.accounts_settings import accounts_settings
from giaoluu.register.accounts_throttling import MOST_BY_ADDRESS, MOST_BY_NAME_HERE
from giaoluu.register.accounts_tokens import actor_of_token, make_token, revoke
from giaoluu.register.models import ApiToken, AuditEntry

ME = Actor.command()


@pytest.fixture
def people(home):
    with team() as found:
        yield found


def log_in(client, name, password=PASSWORD, **more):
    return client.post("/login", {"username": name, "password": password, **more})


def test_in_by_name_and_password_and_out_again(people):
    client = browser()
    assert client.get("/activities").headers["Location"] == "/login?next=/activities"
    assert "current-password" in client.get("/login?next=/activities").content.decode()
    assert log_in(client, "editor", next="/activities").headers["Location"] == "/activities"
    assert ">editor<" in client.get("/activities").content.decode()
    assert client.post("/logout").status_code == 302
    assert client.get("/activities").status_code == 302
    assert [row.action for row in AuditEntry.objects.order_by("pk")][-2:] == ["login", "logout"]


def test_the_same_answer_for_a_wrong_password_and_for_nobody(people):
    import re

    answers = {
        re.sub(r'value="[^"]*"', "", log_in(browser(), name, "no-such-word-here").content.decode())
        for name in ("editor", "nobody-here")
    }
    assert len(answers) == 1


def test_nobody_takes_as_long_as_a_wrong_password(people):
    """Django hashes for a name that it does not know as well: both ask the hasher once."""
    from unittest.mock import patch

    from django.contrib.auth.hashers import MD5PasswordHasher

    for name in ("editor", "nobody-here"):
        with patch.object(MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode) as hashed:
            log_in(browser(), name, "no-such-word-here")
        assert hashed.call_count == 1, name


@pytest.mark.parametrize("name", ["editor", "nobody-here"])
def test_too_many_tries_have_to_wait_whether_there_is_such_a_name_or_not(people, name):
    client = browser()
    for _ in range(MOST_BY_NAME_HERE):
        assert log_in(client, name, "no-such-word-here").status_code == 200
    assert log_in(client, name).status_code == 429
    assert log_in(browser(), f" {name.upper()} ").status_code == 429
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter.isalpha() else letter for letter in name)
    assert log_in(browser(), wide).status_code == 429  # the login takes wide letters for plain ones
    assert log_in(browser(REMOTE_ADDR="192.0.2.9"), "reviewer").status_code == 302


@pytest.mark.skipif(os.name == "nt", reason="Windows has no numbers of users")
def test_a_user_without_a_name_is_a_number(monkeypatch):
    """A container may run as a number that nobody gave a name."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    assert Actor.command().name == "user 4000000"


def test_one_address_cannot_try_many_names(people):
    client = browser()
    for number in range(MOST_BY_ADDRESS):
        log_in(client, f"name{number}", "no-such-word-here")
    assert log_in(client, "editor").status_code == 429


def test_after_a_quarter_of_an_hour_one_may_try_again(people, monkeypatch):
    client = browser()
    for _ in range(MOST_BY_NAME_HERE):
        log_in(client, "editor", "no-such-word-here")
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr("giaoluu.register.accounts_throttling.timezone.now", lambda: later)
    assert log_in(client, "editor").status_code == 302


def test_a_session_is_another_one_after_the_login(people):
    client = browser()
    client.get("/login")
    client.session.save()
    planted = client.session.session_key
    client.cookies["sessionid"] = planted
    log_in(client, "editor")
    assert client.cookies["sessionid"].value != planted
    stranger = browser()
    stranger.cookies["sessionid"] = planted
    assert stranger.get("/activities").status_code == 302


def test_a_session_ends(people):
    client = browser(people[Role.READER])
    row = client.session
    row.set_expiry(timezone.now() - timedelta(seconds=1))
    row.save()
    assert client.get("/activities").status_code == 302


def test_cookies_of_a_team_are_kept_from_scripts_and_from_plain_http(people):
    secure = accounts_settings({"GIAOLUU_TEAM": "1", "GIAOLUU_ADDRESS": "https://localhost"})
    with override_settings(**secure):
        client = browser()
        client.get("/login", secure=True)
        client.post("/login", {"username": "editor", "password": PASSWORD}, secure=True)
        for name in ("__Host-session", "__Host-csrf"):
            assert client.cookies[name]["secure"], name
            assert client.cookies[name]["samesite"] == "Lax", name
        assert client.cookies["__Host-session"]["httponly"]
        assert browser().get("/login").headers["Location"].startswith("https://")


def test_a_password_is_changed_and_other_sessions_end(people):
    here, there = browser(people[Role.READER]), browser(people[Role.READER])
    new = "sau-con-tau-dem"
    weak = {"old_password": PASSWORD, "new_password1": "12345678901234", "new_password2": "12345678901234"}
    assert here.post("/password", weak).status_code == 400
    good = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post("/password", good).status_code == 200
    assert here.get("/activities").status_code == 200
    assert there.get("/activities").status_code == 302
    assert log_in(browser(), "reader", new).status_code == 302


def test_a_deactivated_account_is_out_at_once_with_its_tokens(people):
    client = browser(people[Role.EDITOR])
    _, secret = make_token(people[Role.EDITOR], "sync", Role.READER, days=9, by=ME)
    admin = browser(people[Role.ADMIN])
    assert admin.post(f"/accounts/{people[Role.EDITOR].pk}", {"change": "out"}).status_code == 302
    assert client.get("/activities").status_code == 302
    assert log_in(browser(), "editor").status_code == 200
    assert actor_of_token(secret, address="") is None
    admin.post(f"/accounts/{people[Role.EDITOR].pk}", {"change": "in"})
    assert log_in(browser(), "editor").status_code == 302
    assert actor_of_token(secret, address="") is None


def test_admins_make_accounts_and_change_roles(people):
    admin = browser(people[Role.ADMIN])
    made = {"username": "khuê", "role": "reader", "password": "trang-sang-vuon-ai"}
    assert admin.post("/accounts", made).status_code == 302
    account = accounts.account_named("khuê")
    assert accounts.role_of(account) is Role.READER
    admin.post(f"/accounts/{account.pk}", {"change": "role", "role": "reviewer"})
    assert accounts.role_of(accounts.account_named("khuê")) is Role.REVIEWER
    for wrong in ({**made}, {**made, "username": "Khuê"}, {**made, "username": "b", "password": "short"}):
        assert admin.post("/accounts", wrong).status_code == 400
    assert admin.post(f"/accounts/{account.pk}", {"change": "role", "role": "king"}).status_code == 400
    told = AuditEntry.objects.get(action="role changed")
    assert (told.who, told.about, told.detail) == ("admin", "khuê", {"before": "reader", "role": "reviewer"})


@pytest.mark.parametrize("change", [{"change": "out"}, {"change": "role", "role": "reader"}])
def test_the_last_admin_stays(people, change):
    admin = browser(people[Role.ADMIN])
    assert admin.post(f"/accounts/{people[Role.ADMIN].pk}", change).status_code == 400
    assert accounts.role_of(accounts.account_named("admin")) is Role.ADMIN


def test_who_signed_decisions_cannot_be_deleted(people):
    client = browser(people[Role.ADMIN])
    number = people[Role.EDITOR].pk
    assert client.post(f"/admin/auth/user/{number}/delete/", {"post": "yes"}).status_code == 403
    assert accounts.account_named("editor").pk == number


def test_a_token_is_shown_once_and_kept_as_a_digest(people):
    client = browser(people[Role.EDITOR])
    answer = client.post("/tokens", {"name": "nightly", "role": "reader", "days": "30"}).content.decode()
    token = ApiToken.objects.get()
    secret = answer.split('class="secret">')[1].split("<")[0]
    assert secret.startswith(token.begins)
    assert secret not in client.get("/tokens").content.decode()
    assert secret not in str(ApiToken.objects.values()) + str(AuditEntry.objects.values())
    acting = browser().get("/api/v1/activities", headers={"authorization": f"Bearer {secret}"})
    assert acting.status_code == 200
    assert ApiToken.objects.get().last_used is not None
    assert client.post(f"/tokens/{token.pk}/revoke").status_code == 302
    again = browser().get("/api/v1/activities", headers={"authorization": f"Bearer {secret}"})
    assert again.status_code == 401
    assert again.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_may_do_no_more_than_its_role_and_its_account(people):
    with pytest.raises(RegisterError, match="no more than its account"):
        make_token(people[Role.EDITOR], "x", Role.ADMIN, days=9, by=ME)
    _, secret = make_token(people[Role.REVIEWER], "x", Role.REVIEWER, days=9, by=ME)
    assert actor_of_token(secret, address="").role is Role.REVIEWER
    accounts.set_role(people[Role.REVIEWER], Role.READER, by=ME)
    assert actor_of_token(secret, address="").role is Role.READER


@pytest.mark.parametrize("days", [0, 367])
def test_a_token_lives_a_year_at_most(people, days):
    with pytest.raises(RegisterError, match="1 to 366 days"):
        make_token(people[Role.EDITOR], "x", Role.READER, days=days, by=ME)


def test_a_token_ends(people):
    token, secret = make_token(people[Role.EDITOR], "x", Role.READER, days=1, by=ME)
    ApiToken.objects.filter(pk=token.pk).update(expires=timezone.now() - timedelta(seconds=1))
    assert actor_of_token(secret, address="") is None
    assert actor_of_token("giaoluu_", address="") is None


def test_nobody_revokes_the_token_of_another_but_admins(people):
    token, secret = make_token(people[Role.REVIEWER], "x", Role.READER, days=9, by=ME)
    assert browser(people[Role.EDITOR]).post(f"/tokens/{token.pk}/revoke").status_code == 404
    assert actor_of_token(secret, address="") is not None
    assert browser(people[Role.ADMIN]).post(f"/tokens/{token.pk}/revoke").status_code == 302
    assert actor_of_token(secret, address="") is None
    revoke(token, by=ME)
    assert AuditEntry.objects.filter(action="token revoked").count() == 1


def test_a_token_opens_the_api_and_no_page(people):
    _, secret = make_token(people[Role.ADMIN], "x", Role.ADMIN, days=9, by=ME)
    bearer = {"authorization": f"Bearer {secret}"}
    assert browser().get("/accounts", headers=bearer).status_code == 302
    assert browser().get("/admin/", headers=bearer).status_code == 302
    assert browser(people[Role.ADMIN]).get("/api/v1/people", headers={"authorization": "Bearer x"}).status_code == 401


def test_the_log_stands(people):
    entry = AuditEntry.objects.first()
    for change in (entry.save, entry.delete):
        with pytest.raises(RegisterError, match="stands"):
            change()
    for change in (lambda: AuditEntry.objects.update(who="x"), lambda: AuditEntry.objects.all()._raw_delete("default")):
        with pytest.raises(StoreError, match="stands"):
            change()


def test_the_log_is_shown_filtered_and_exported(people):
    log_in(browser(), "=cmd|' /C calc'!A0", "no-such-word-here")
    admin = browser(people[Role.ADMIN])
    assert "login failed" in admin.get("/audit?action=login+failed").content.decode()
    rows = list(csv.DictReader(io.StringIO(b"".join(admin.get("/audit.csv").streaming_content).decode("utf-8-sig"))))
    assert next(row["about"] for row in rows if row["action"] == "login failed").startswith("'=cmd")
    assert {row["action"] for row in rows} == {"login failed", "account added", "web:audit_csv"}
    assert AuditEntry.objects.filter(action="web:audit_csv", who="admin").exists()


def test_decisions_are_kept_under_the_name_of_the_account(people):
    from giaoluu.register import waiting
    from giaoluu.register.models import Judgement

    claim = waiting().first()
    client = browser(people[Role.REVIEWER])
    client.post(f"/review/{claim.pk}", {"verdict": "accept", "seen": " "})
    made = Judgement.objects.get()
    client.post(f"/review/decisions/{made.pk}/undo")
    assert [row.who for row in Judgement.objects.all()] == ["reviewer", "reviewer"]


@pytest.mark.parametrize(
    ("environment", "said"),
    [({"GIAOLUU_ADDRESS": "register.example.org"}, "https://"), ({"GIAOLUU_ADDRESS": "https://a/b"}, "https://")],
)
def test_an_address_that_is_none_is_told(environment, said):
    with pytest.raises(RegisterError, match=said):
        accounts_settings({"GIAOLUU_TEAM": "1", **environment})


def test_a_team_is_not_served_in_the_clear_nor_without_an_admin(empty_home, monkeypatch):
    from django.conf import settings

    from giaoluu.web import serve

    before = {
        name: getattr(settings, name) for name in accounts_settings({"GIAOLUU_TEAM": "1"}) if hasattr(settings, name)
    }
    with override_settings(**before):
        monkeypatch.setenv("GIAOLUU_TEAM", "1")
        with pytest.raises(RegisterError, match="GIAOLUU_ADDRESS"):
            serve(empty_home, host="0.0.0.0")
        with pytest.raises(RegisterError, match="user add"):
            serve(empty_home)


def test_accounts_are_kept_by_commands(empty_home):
    from giaoluu.cli import cli

    def run(*arguments, typed=""):
        return CliRunner().invoke(cli, ["user", *arguments, "--register", str(empty_home)], input=typed)

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        assert "an is admin" in run("add", "an", "--role", "admin", typed=PASSWORD + "\n").output
        assert "binh is reader" in run("add", "binh", typed=PASSWORD + "\n").output
        assert "binh is editor" in run("role", "binh", "editor").output
        assert "binh is out" in run("deactivate", "binh").output
        assert "binh is in again" in run("deactivate", "binh", "--back").output
        assert "another password" in run("password", "binh", typed="sau-con-tau-dem\n").output
        assert "last admin" in str(run("deactivate", "an").exception)
        assert "no account" in str(run("role", "chi", "editor").exception)
        assert '"name": "binh", "role": "editor", "active": true' in run("list", "--json").output
    told = AuditEntry.objects.filter(via="command").values_list("action", flat=True)
    assert {"account added", "role changed", "account deactivated", "account let in", "password changed"} == set(told)


@pytest.mark.parametrize(
    ("address", "sent", "said"),
    [
        ("/accounts", {"username": "Editor", "role": "reader", "password": PASSWORD}, "Đã có tài khoản mang tên này"),
        ("/accounts", {"username": "moi", "role": "king", "password": PASSWORD}, "Hãy chọn một vai trò"),
        ("/accounts", {"username": "moi", "role": "reader", "password": "123"}, "Mật khẩu"),
        ("/accounts/{admin}", {"change": "out"}, "quản trị viên cuối cùng"),
        ("/accounts/{admin}", {"change": "fly"}, "Không có cách đổi"),
        ("/tokens", {"name": "", "role": "reader", "days": "7"}, "từ 1 đến 366 ngày"),
        ("/tokens", {"name": "bot", "role": "", "days": "7"}, "Hãy chọn một vai trò"),
    ],
)
def test_what_is_refused_is_told_in_the_language_of_the_page(people, address, sent, said):
    account = people[Role.ADMIN]
    answer = browser(account).post(address.format(admin=account.pk), sent, headers={"accept-language": "vi"})
    assert answer.status_code == 400
    html = answer.content.decode()
    told = re.search(r'role="alert">(.*?)</p>', html) or re.search(r"</h1><p>(.*?)</p>", html)
    assert said in told[1]


def test_a_token_above_its_account_is_told_in_the_language_of_the_page(people):
    client = browser(people[Role.READER])
    answer = client.post("/tokens", {"name": "x", "role": "admin", "days": "7"}, headers={"accept-language": "vi"})
    assert "không được làm nhiều hơn tài khoản" in answer.content.decode()
