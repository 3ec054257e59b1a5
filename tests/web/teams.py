"""A register with accounts, for tests: one of each role, and every address of the site."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.test import Client
from django.test.utils import override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from giaoluu.register.accounts import add_account
from giaoluu.register.accounts_roles import Actor, Role
from giaoluu.register.accounts_settings import accounts_settings

PASSWORD = "ba-con-meo-ngu"
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""Hashing that takes no time: for tests alone."""


@contextmanager
def team(**environment: str) -> Iterator[dict[Role, User]]:
    """Ask for accounts, and make one of each role, named as the role."""
    wanted = {"GIAOLUU_TEAM": "1", "GIAOLUU_ADDRESS": "http://localhost", **environment}
    with override_settings(PASSWORD_HASHERS=QUICK, **accounts_settings(wanted)):
        yield {role: add_account(role.value, role, password=PASSWORD, by=Actor.command()) for role in Role}


def browser(account: User | None = None, **options: object) -> Client:
    """Return a browser, logged in where an account is given."""
    client = Client(headers={"host": "localhost", "accept-language": "en"}, **options)
    if account is not None:
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def routes() -> dict[str, str]:
    """Return every address of the site: its name with the namespace → its pattern."""
    found: dict[str, str] = {}

    def walk(patterns: list[URLPattern | URLResolver], space: str, before: str) -> None:
        for one in patterns:
            path = before + str(one.pattern)
            if isinstance(one, URLResolver):
                walk(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space, path)
            else:
                found[f"{space}{one.name or one.lookup_str}"] = path

    walk(get_resolver().url_patterns, "", "")
    return found
