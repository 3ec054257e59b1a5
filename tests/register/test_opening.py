"""Opening: any folder, old tables, tables of the future, another store, a killed ingest."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.register.readings import english, vietnamese

from giaoluu.model.errors import RegisterError
from giaoluu.register import ingest, integrity, open_register
from giaoluu.register.settings import database_for, keep_secret


@pytest.mark.sqlite
def test_homes_are_apart_and_each_keeps_its_pages(home, tmp_path):
    from giaoluu.register.models import Article

    ingest([vietnamese()])
    open_register(tmp_path / "other")
    assert Article.objects.count() == 0
    ingest([english()])
    open_register(home)
    assert [article.ident for article in Article.objects.all()] == ["tiep-khach"]


def test_the_secret_is_made_once(home):
    secret = (home / "secret.key").read_text()
    assert len(secret) > 50
    open_register(home)
    assert (home / "secret.key").read_text() == secret


@pytest.mark.sqlite
def test_wal_and_immediate_transactions(home):
    from django.db import connection

    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_file_is_no_home(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RegisterError, match="name another folder"):
        open_register(tmp_path / "file")


@pytest.mark.sqlite
def test_a_damaged_store_says_what_to_do(tmp_path):
    (tmp_path / "register.sqlite3").write_bytes(b"no tables are here" * 99)
    with pytest.raises(RegisterError, match=r"not a database\); .* restore a backup"):
        open_register(tmp_path)


def test_tables_of_a_newer_program_are_refused(home):
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder.Migration.objects.create(app="register", name="9999_from_the_future")
    with pytest.raises(RegisterError, match="upgrade giaoluu"):
        open_register(home)


def test_models_and_migrations_agree(home):
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize(
    ("address", "part", "value"),
    [
        ("postgres://an:p%40ss@db.example/register", "PASSWORD", "p@ss"),
        ("postgresql://db.example:5433/register", "PORT", "5433"),
        ("postgres:///register?host=/tmp/socket", "OPTIONS", {"host": "/tmp/socket"}),
    ],
)
def test_another_store_by_address(address, part, value):
    assert database_for(Path("home"), address)[part] == value


@pytest.mark.parametrize(
    "address",
    [
        "mysql://an:hush@db/register", "postgres://an:hush@db", "an:hush@register", "postgres://an:hush@db:x/register",
        "postgres://[an:hush/register",
    ],
)  # fmt: skip
def test_an_address_of_no_store_is_refused_and_no_password_told(address):
    with pytest.raises(RegisterError, match="postgres://user") as refused:
        database_for(Path("home"), address)
    assert "hush" not in str(refused.value)


def test_programs_that_start_at_once_share_one_secret(tmp_path):
    code = (
        "import sys; from pathlib import Path; from giaoluu.register.settings import keep_secret, settings_for\n"
        "sys.stdin.read(1); keep_secret(Path(sys.argv[1])); print(settings_for(Path(sys.argv[1]))['SECRET_KEY'])"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for process in both:
        process.stdin.write("go")
        process.stdin.flush()
    first, second = (process.communicate()[0] for process in both)
    assert first == second
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_a_secret_that_a_killed_program_left_empty_is_made_anew(tmp_path):
    (tmp_path / "secret.key").touch()
    keep_secret(tmp_path)
    assert len((tmp_path / "secret.key").read_text()) > 50


INGEST_MANY = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.register.readings import vietnamese, LINES_VI
from giaoluu.register import open_register
open_register(Path(sys.argv[2]))
from giaoluu.register import ingest
def page(turn):
    lines = (*LINES_VI[:5], (LINES_VI[5][0], f"Hai bên chụp ảnh {turn}."), LINES_VI[6])
    return vietnamese(f"page-{turn}", lines=lines)
report = ingest((page(turn) for turn in range(60)), progress=lambda ident: print(ident, flush=True))
print(report.new, report.unchanged, len(report.refused))
"""


@pytest.mark.slow
def test_a_killed_ingest_goes_on_where_it_stopped(home, tmp_path):
    from giaoluu.register.models import Activity, Article

    command = [sys.executable, "-c", INGEST_MANY, str(Path(__file__).parents[2]), str(home)]
    for pages in (5, 20):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
            for _ in range(pages):
                process.stdout.readline()
            time.sleep(0.01)
            process.kill()
    taken = Article.objects.count()
    assert 0 < taken < 60
    assert Activity.objects.count() == 2 * taken
    assert list(integrity()) == []
    last = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    assert last == f"{60 - taken} {taken} 0"
    assert list(integrity()) == []


@pytest.mark.slow
def test_two_programs_at_once_take_each_page_once(home):
    from giaoluu.register.models import Activity, Article

    command = [sys.executable, "-c", INGEST_MANY, str(Path(__file__).parents[2]), str(home)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) for _ in range(2)]
    reports = [process.communicate()[0].splitlines()[-1].split() for process in both]
    assert [report[2] for report in reports] == ["0", "0"]
    assert Article.objects.count() == 60
    assert Activity.objects.count() == 120
    assert list(integrity()) == []


def test_a_server_without_its_driver_says_what_to_install(tmp_path):
    """Without site packages that hold a driver there is none, whatever is installed here."""
    code = (
        "import sys; sys.modules['psycopg'] = sys.modules['psycopg2'] = None\n"
        "from pathlib import Path; from giaoluu.register import open_register\n"
        "try: open_register(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    environment = {**os.environ, "GIAOLUU_DATABASE": "postgres://db.example/register"}
    command = [sys.executable, "-c", code, str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout
    assert said.startswith("RegisterError GIAOLUU_DATABASE names a PostgreSQL server: pip install 'giaoluu[postgres]'")
