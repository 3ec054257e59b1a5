"""Django's settings, made from one folder: the home of a register.

`open_register` uses `settings_for`; as a module (`DJANGO_SETTINGS_MODULE=giaoluu.register.settings`)
it speaks of the default home. Two environment variables may change that:

- `GIAOLUU_HOME`: the folder of the register;
- `GIAOLUU_DATABASE`: `postgres://user:password@host:port/name` in place of the SQLite file there.
"""

import os
import secrets
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from platformdirs import user_data_path

from giaoluu.model.errors import RegisterError
from giaoluu.register.accounts_settings import APPS, accounts_settings, foreign_assets

DATABASE_NAME = "register.sqlite3"
SECRET_NAME = "secret.key"
DATABASE_FORM = "write postgres://user:password@host:port/name, signs such as @ / # in a password as %40 %2F %23"
SQLITE_INIT = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;"


def default_home() -> Path:
    """Return the folder of the register that is used when none is named.

    >>> default_home().is_absolute()
    True
    """
    named = os.environ.get("GIAOLUU_HOME")
    return Path(named).expanduser().absolute() if named else user_data_path("giaoluu", appauthor=False)


def database_for(home: Path, address: str | None = None) -> dict[str, Any]:
    """Return Django's description of the store: SQLite in the home, or the server of an address.

    >>> database_for(Path("/r"))["ENGINE"]
    'django.db.backends.sqlite3'
    >>> database_for(Path("/r"), "postgres://an@db.example:5433/register")["PORT"]
    '5433'
    """
    if not address:
        options = {"transaction_mode": "IMMEDIATE", "timeout": 30, "init_command": SQLITE_INIT}
        name = str(home / DATABASE_NAME)
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options, "CONN_MAX_AGE": 60}
    try:
        parts = urlsplit(address)
        port = str(parts.port or "")
    except ValueError as error:
        raise RegisterError(f"GIAOLUU_DATABASE is no address ({error}); {DATABASE_FORM}") from error
    if parts.scheme not in {"postgres", "postgresql"} or len(parts.path) < 2:
        raise RegisterError(f"GIAOLUU_DATABASE is no address of a PostgreSQL server; {DATABASE_FORM}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
    }


def keep_secret(home: Path) -> None:
    """Make the home's secret key, once, readable by its owner alone; whole, also where two programs start at once."""
    path = home / SECRET_NAME
    if path.exists() and path.stat().st_size:
        return
    handle, part = tempfile.mkstemp(dir=home, prefix=SECRET_NAME)  # for its owner alone
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(part, path)  # the first of two programs makes it
    except OSError:
        if not path.exists() or not path.stat().st_size:  # no links on this disk, or a program was killed before
            Path(part).replace(path)
    Path(part).unlink(missing_ok=True)


def settings_for(home: Path) -> dict[str, Any]:
    """Return every setting of a register in one folder; the secret key is made by `keep_secret`.

    >>> settings_for(Path("/r"))["USE_TZ"]
    True
    """
    secret = home / SECRET_NAME
    return {
        "GIAOLUU_HOME": home,
        "SECRET_KEY": (secret.read_text("ascii") if secret.exists() else "") or secrets.token_urlsafe(50),
        "DATABASES": {"default": database_for(home, os.environ.get("GIAOLUU_DATABASE"))},
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "DEBUG": False,
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "USE_I18N": True,
        "LANGUAGE_CODE": "en",
        "LANGUAGES": [("vi", "Tiếng Việt"), ("en", "English")],
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        # Rooms above are named as text: the register never imports them.
        "INSTALLED_APPS": [*APPS, "django.contrib.staticfiles", "giaoluu.register", "giaoluu.web"],
        "ROOT_URLCONF": "giaoluu.web.urls",
        "MIDDLEWARE": [
            "django.middleware.security.SecurityMiddleware",
            "giaoluu.web.headers.SafeHeaders",
            "giaoluu.web.zero_signs.WithoutZeroSigns",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.locale.LocaleMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "giaoluu.web.access.Access",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.template.context_processors.i18n",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ],
                },
            }
        ],
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": foreign_assets(),
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": False,
        "X_FRAME_OPTIONS": "DENY",
        "SECURE_REFERRER_POLICY": "same-origin",
        "LOGGING_CONFIG": None,
        **accounts_settings(),
    }


GIAOLUU_HOME = default_home()
GIAOLUU_TEAM = False
GIAOLUU_OPEN_READING = False
globals().update(settings_for(GIAOLUU_HOME))
