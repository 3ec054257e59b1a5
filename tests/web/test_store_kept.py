"""In a team the store is kept from others only while something is written: sheets and pages are read before."""

import re
from contextlib import contextmanager

from django.db import connection
from tests.register.sheets import HEADERS, csv_of, rows
from tests.web.teams import browser, team
from tests.web.test_entering import uploaded
from tests.web.test_pasting import looked_at, sent

from giaoluu.register.accounts_roles import Role
from giaoluu.register.models import AuditEntry, SheetImport


@contextmanager
def told():
    """Note each command that the store is told, and whether it was within a transaction."""
    found: list[tuple[str, bool]] = []

    def note(execute, sql, params, many, context):
        found.append((sql, connection.in_atomic_block))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def written_together(found: list[tuple[str, bool]], table: str) -> bool:
    """Say whether rows of a table and of the log were written, and all that was written within a transaction."""
    inserts = [(sql, inside) for sql, inside in found if sql.startswith("INSERT")]
    tables = {name for name in (table, "register_auditentry") for sql, _ in inserts if f'"{name}"' in sql}
    return len(tables) == 2 and all(inside for _, inside in inserts)


def test_a_sheet_is_planned_before_the_store_is_kept(empty_home):
    with team() as accounts:
        editor = browser(accounts[Role.EDITOR])
        place = uploaded(editor, csv_of(HEADERS, rows(5))).headers["Location"]
        html = editor.get(place).content.decode()
        data = {"name": "đoàn vào.csv", "p.kind": "visit", "p.direction": "in", "language": "vi", "bad": "skip"}
        data |= dict(re.findall(r'<select id="c\d+" name="(c\d+)">.*?value="(\w+)" selected', html))
        with told() as found:
            assert editor.post(place.partition("?")[0], data).status_code == 302
        assert next(inside for sql, inside in found if 'FROM "register_sheetlayout"' in sql) is False
        assert written_together(found, "register_sheetimport")
        assert SheetImport.objects.get().rows.count() == 5
        assert AuditEntry.objects.filter(action="web:sheet").count() == 1


def test_a_page_is_read_before_the_store_is_kept(empty_home):
    with team() as accounts:
        editor = browser(accounts[Role.EDITOR])
        data = sent(looked_at(editor))
        with told() as found:
            assert editor.post("/paste/look", data).status_code == 302
        assert written_together(found, "register_article")
        assert AuditEntry.objects.filter(action="web:look").count() == 1
