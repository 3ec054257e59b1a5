"""Django's settings for who may do what: one person on this machine, or a team with accounts.

Three environment variables decide, and `giaoluu serve --team` sets the first:

- `GIAOLUU_TEAM`: `1` asks everybody to log in; without it only this machine may change anything;
- `GIAOLUU_ADDRESS`: the address that the team types, such as `https://register.example.org`;
- `GIAOLUU_OPEN_READING`: `1` lets everybody read without an account.
"""

import os
from collections.abc import Mapping
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from giaoluu.model.errors import RegisterError

APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.admin.apps.SimpleAdminConfig",
]
"""Django's own apps that accounts need, before those of the register."""

VALIDATORS = ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
SHORTEST_PASSWORD = 12
SESSION = timedelta(hours=12)
HSTS = timedelta(days=365)
LARGEST_BODY = 8 << 20
"""Bytes of a form or of a request to the API; uploaded files have a limit of their own."""

MOST_FIELDS = 20_000
"""Fields of a form: a long page that was pasted has three for each of its cells."""


def foreign_assets() -> list[tuple[str, str]]:
    """Return folders of scripts of other packages, which are not loaded for it."""
    found = find_spec("ninja")
    return [("ninja", str(Path(found.origin).parent / "static" / "ninja"))] if found and found.origin else []


def is_on(value: str | None) -> bool:
    """Say whether a variable switches something on.

    >>> [is_on(value) for value in ("1", "yes", "0", "", None)]
    [True, True, False, False, False]
    """
    return (value or "").strip().lower() not in {"", "0", "no", "off", "false"}


def accounts_settings(environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the settings of accounts, as the environment wants them.

    >>> accounts_settings({})["GIAOLUU_TEAM"]
    False
    >>> team = accounts_settings({"GIAOLUU_TEAM": "1", "GIAOLUU_ADDRESS": "https://register.example.org"})
    >>> team["SESSION_COOKIE_SECURE"], team["CSRF_TRUSTED_ORIGINS"]
    (True, ['https://register.example.org'])
    """
    environment = os.environ if environment is None else environment
    team = is_on(environment.get("GIAOLUU_TEAM"))
    validation = "django.contrib.auth.password_validation"
    validators: list[dict[str, Any]] = [{"NAME": f"{validation}.{name}Validator"} for name in VALIDATORS]
    validators[1]["OPTIONS"] = {"min_length": SHORTEST_PASSWORD}
    return {
        "GIAOLUU_TEAM": team,
        "GIAOLUU_OPEN_READING": is_on(environment.get("GIAOLUU_OPEN_READING")),
        "AUTH_PASSWORD_VALIDATORS": validators,
        "LOGIN_URL": "web:login",
        "LOGIN_REDIRECT_URL": "web:overview",
        "LOGOUT_REDIRECT_URL": "web:login",
        "SESSION_COOKIE_AGE": int(SESSION.total_seconds()),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_FAILURE_VIEW": "giaoluu.web.views.accounts.forged",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST_BODY,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": MOST_FIELDS,
        **_address_settings(environment.get("GIAOLUU_ADDRESS", ""), team=team),
    }


def _address_settings(address: str, *, team: bool) -> dict[str, Any]:
    """Return what follows from the address that people type: hosts, cookies, and that all goes over https."""
    if not team:
        return {}
    parts = urlsplit(address or "https://localhost")
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise RegisterError(f"GIAOLUU_ADDRESS is {address!r}; write it as people type it: https://register.example.org")
    secure = parts.scheme == "https"
    hosts = [f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname]
    return {
        "ALLOWED_HOSTS": hosts if address else ["127.0.0.1", "localhost", "[::1]"],
        "CSRF_TRUSTED_ORIGINS": [f"{parts.scheme}://{parts.netloc}"] if address else [],
        "SESSION_COOKIE_SECURE": secure,
        "CSRF_COOKIE_SECURE": secure,
        "SESSION_COOKIE_NAME": "__Host-session" if secure else "sessionid",
        "CSRF_COOKIE_NAME": "__Host-csrf" if secure else "csrftoken",
        "SECURE_SSL_REDIRECT": secure and bool(address),
        "SECURE_HSTS_SECONDS": int(HSTS.total_seconds()) if secure and address else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": secure,
        "SECURE_HSTS_PRELOAD": secure,
    }
