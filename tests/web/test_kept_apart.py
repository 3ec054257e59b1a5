"""What an office keeps apart (budget, contact, notes): no reader, API or export shows it unless it is asked for."""

import io
import re
import zipfile

import pytest
from click.testing import CliRunner
from tests.register.sheets import csv_of
from tests.web.teams import browser, team

from giaoluu.cli import cli
from giaoluu.register import link
from giaoluu.register.accounts_roles import Role
from giaoluu.register.entries import aside_of, set_aside
from giaoluu.register.entries.asides import NAMES
from giaoluu.register.models import Article, SheetLayout
from giaoluu.register.sheets import Layout, import_plan, plan, propose, read_table

MARK = "zq7731"
HEADERS = ("STT", "Tên đoàn", "Trưởng đoàn", "Nước", "Thời gian", "Kinh phí", "Người liên hệ", "Ghi chú nội bộ")
ROWS = [
    (1, "Đoàn hữu nghị Huế", "Noy Keola", "Lào", "12/3/2024", f"{MARK} triệu", f"chị Lan {MARK}", f"chưa báo {MARK}"),
    (2, "Đoàn thanh niên", "Maja Ek", "Thụy Điển", "2/4/2024", f"{MARK}", "", f"{MARK} mật"),
]
LISTS = (
    "activities", "people", "bodies", "places", "articles", "statements", "commitments", "judgements", "captures",
    f"search?text={MARK}", "search?text=lan", "series", "pairs", "follow-ups", "sources",
)  # fmt: skip


@pytest.fixture
def apart(empty_home):
    """Return an entry of each door: typed by an editor, and imported from a sheet; both with what is kept apart."""
    with team() as accounts:
        editor = browser(accounts[Role.EDITOR])
        kept = {f"internal.{name}": f"{name} {MARK}" for name in NAMES}
        answer = editor.post(
            "/enter/new/activity",
            {"cell.kind": "meeting", "cell.title": "Gặp gỡ ở Huế", "cell.place": "Huế", "language": "vi", **kept},
        )
        typed = re.match(r"/enter/(entry-\w+)", answer.headers["Location"])[1]
        content = csv_of(HEADERS, ROWS)
        table = read_table("đoàn.csv", content)
        found = propose(table.headers)
        layout = Layout(table.headers, found.columns, found.language, {"kind": "visit", "direction": "in"})
        import_plan(plan(table, layout), content, who="An")
        link()
        yield accounts, typed, empty_home


def crawled(client, start: str) -> dict[str, bytes]:
    """Return every page that links lead to; where lists lead far, their filters are not all followed."""
    found: dict[str, bytes] = {}
    ahead = [start]
    while ahead and len(found) < 300:
        address = ahead.pop()
        if address in found or "/logout" in address:
            continue
        answer = client.get(address)
        found[address] = b"".join(answer) if answer.streaming else answer.content
        if answer.headers.get("Content-Type", "").startswith("text/html") and "?" not in address:
            links = re.findall(r'href="(/[^"#]*)', found[address].decode())
            ahead += [link.replace("&amp;", "&") for link in links if not link.startswith(("/static", "/admin"))]
    return found


def test_a_reader_sees_it_on_no_page(apart):
    accounts, typed, _home = apart
    reader = browser(accounts[Role.READER])
    pages = crawled(reader, "/")
    pages |= crawled(reader, f"/articles/{Article.objects.filter(page=typed).get().pk}")
    assert len(pages) > 25
    assert any(address.startswith("/activities/") for address in pages)
    pages |= {page: reader.get(page).content for page in (f"/enter/{typed}", "/enter", f"/search?text={MARK}")}
    echoed = f'value="{MARK}"'.encode()  # the box of search says what was looked for
    shown = {page for page, content in pages.items() if MARK.encode() in content.replace(echoed, b"")}
    assert not {page for page in shown if not page.startswith("/search")}
    assert "Gặp gỡ" not in pages[f"/search?text={MARK}"].decode()


@pytest.mark.parametrize("role", [Role.READER, Role.ADMIN])
def test_the_api_leaves_it_out_for_everybody(apart, role):
    accounts, _typed, _home = apart
    client = browser(accounts[role])
    for path in LISTS:
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 200
        assert MARK not in answer.content.decode(), path
        for item in answer.json()["items"] if "?" not in path else ():
            more = (f"{path}/{item['id']}/content",) if path == "captures" else ()
            for address in (f"{path}/{item.get('id')}", *more):
                alone = client.get(f"/api/v1/{address}")
                assert MARK.encode() not in (b"".join(alone) if alone.streaming else alone.content), address


def test_an_editor_sees_it_where_it_was_entered(apart):
    accounts, typed, _home = apart
    html = browser(accounts[Role.EDITOR]).get(f"/enter/{typed}").content.decode()
    assert all(f"{name} {MARK}" in html for name in NAMES)
    assert browser(accounts[Role.READER]).get(f"/enter/{typed}").status_code == 403
    assert set_aside(typed, {"contact": "anh Nam"}, who="An")
    assert aside_of(typed) == {"contact": "anh Nam"}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_leaves_it_out_unless_it_is_asked_for(apart, ending, tmp_path):
    accounts, _typed, home = apart
    layout = SheetLayout.objects.get()
    answer = browser(accounts[Role.EDITOR]).get(f"/sheets/layouts/{layout.pk}.{ending}")
    assert answer.status_code == 200
    assert MARK not in written(b"".join(answer) if answer.streaming else answer.content)
    assert browser(accounts[Role.READER]).get(f"/sheets/layouts/{layout.pk}.{ending}").status_code == 403
    path = tmp_path / f"out.{ending}"
    for options, count in (((), 0), (("--internal",), 5)):
        done = CliRunner().invoke(cli, ["export", "sheet", str(path), "--force", *options, "--register", str(home)])
        assert done.exit_code == 0, done.output
        assert written(path.read_bytes()).count(MARK) == count


@pytest.mark.parametrize("command", [["activities", "--json"], ["people", "--json"], ["review"], ["activities", MARK]])
def test_no_list_of_the_command_line_shows_it(apart, command):
    _accounts, _typed, home = apart
    done = CliRunner().invoke(cli, [*command, "--register", str(home)])
    assert done.exit_code == 0, done.output
    assert MARK not in done.output.replace(f"'{MARK}'", "").replace(f'"{MARK}"', "")


def test_the_log_does_not_keep_it(apart):
    accounts, _typed, _home = apart
    answer = browser(accounts[Role.ADMIN]).get("/audit.csv")
    assert MARK not in b"".join(answer).decode()


def written(content: bytes) -> str:
    """Return the words of a sheet."""
    if content[:2] != b"PK":
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return " ".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
