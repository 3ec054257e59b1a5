"""Nothing typed is lost: a session that ends, a second tab, a text too long, a page saved by others meanwhile."""

import ast
import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from tests.web.teams import PASSWORD, browser, team
from tests.web.test_entering import PAGE, words
from tests.web.test_pasting import looked_at, save, sent

from giaoluu.register.accounts_roles import Role
from giaoluu.register.entries import history
from giaoluu.register.judging import judge
from giaoluu.register.models import Article, Claim
from giaoluu.web.unread import PATTERNS, has_pattern, unread_words

SOURCES = Path(__file__).parents[2] / "src" / "giaoluu"
TYPED = {"cell.kind": "meeting/meeting", "cell.title": "Gặp ở Huế", "cell.content": "\nhai\r\ndòng <b>"}


def fields_of(html: str) -> dict[str, str]:
    """Return what the page's form would send: hidden fields as a browser reads them."""
    form = re.search(r'<form class="card account-form".*?</form>', html, re.DOTALL)[0]
    areas = re.findall(r'<textarea hidden name="([^"]+)">\r?\n?(.*?)</textarea>', form, re.DOTALL)
    inputs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in [*areas, *inputs]}


def test_a_session_that_ends_in_the_middle_of_a_form_takes_nothing_along(empty_home):
    with team() as accounts:
        client = browser(accounts[Role.EDITOR])
        client.session.flush()
        asked = client.post("/enter/new/activity", TYPED)
        assert asked.status_code == 403
        assert "what you typed is kept" in words(asked.content.decode())
        wrong = client.post("/login", {**fields_of(asked.content.decode()), "username": "editor", "password": "no"})
        carried = fields_of(wrong.content.decode())
        assert carried["again.cell.title"] == "Gặp ở Huế"
        held = client.post("/login", {**carried, "username": "editor", "password": PASSWORD}).content.decode()
        to = re.search(r'action="(/enter[^"]*)"', held)[1]
        again = fields_of(held)
        assert again["cell.content"].splitlines() == TYPED["cell.content"].splitlines()
        assert client.post(to, again).status_code == 302
    (_row, entry), *_ = history(Article.objects.get().page)
    assert entry.cells["title"] == "Gặp ở Huế"
    assert entry.who == "editor"


@pytest.mark.parametrize("origin", ["http://localhost", "https://elsewhere.example", None])
def test_a_form_of_our_own_that_is_older_than_the_login_is_offered_again_and_no_other(empty_home, origin):
    with team() as accounts:
        client = Client(enforce_csrf_checks=True, headers={"host": "localhost", "accept-language": "en"})
        client.force_login(accounts[Role.EDITOR], backend="django.contrib.auth.backends.ModelBackend")
        answer = client.post("/enter/new/activity", TYPED, headers={"origin": origin} if origin else {})
        assert answer.status_code == 403
        assert ("Gặp ở Huế" in answer.content.decode()) is (origin == "http://localhost")
        assert not Article.objects.exists()


def test_passwords_are_never_carried(empty_home):
    with team():
        answer = browser().post("/accounts", {"username": "x", "password": "very-secret-words"})
        assert "very-secret-words" not in answer.content.decode()


def test_a_text_too_long_is_refused_in_words_and_given_back(empty_home):
    text = PAGE + "Hai bên trao đổi về giao lưu nhân dân. " * 11_000
    answer = browser().post("/paste", {"text": text})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "one article at a time" in words(page)
    assert unescape(page).count("Hai bên trao đổi") == 11_000


def test_too_much_at_once_is_said_in_both_languages(empty_home):
    answer = browser().post("/paste", {"text": "a" * (9 << 20)})
    assert answer.status_code == 400
    assert "Nothing was saved" in answer.content.decode()
    assert "Chưa lưu gì" in answer.content.decode()


def test_a_form_of_a_long_page_has_as_many_fields_as_it_needs(empty_home):
    client = browser()
    data = sent(looked_at(client))
    assert save(client, {**data, **{f"c.{number}": "x" for number in range(5000, 9000)}})


def test_who_saves_second_keeps_what_they_wrote_and_sees_what_stands(empty_home):
    client = browser()
    html = looked_at(client)
    data = sent(html)
    place = next(name for name, value in data.items() if name.startswith("c.") and "Nam Ninh" in value)
    date = next(name for name, value in data.items() if value == "26 March 2026")
    data |= dict(re.findall(r'name="(b\.\d+)" value="([^"]*)"', html))
    save(client, data)
    claims = {
        "place": Claim.objects.filter(property="place", value__contains="Nam Ninh")[0],
        "date": Claim.objects.filter(property="date", value="2026-03-26")[0],
    }
    judge(claims["place"], "correct", who="Bình", value="Nam Ninh, Quảng Tây")
    judge(claims["date"], "correct", who="Bình", value="2026-03-25")
    page = save(client, {**data, place: "Bằng Tường"}, status=409)
    again = sent(page)
    assert again[place] == "Bằng Tường"
    assert again[date] == "25 March 2026"
    assert "Now in the register: Nam Ninh, Quảng Tây" in words(page)
    save(client, {**again, **dict(re.findall(r'name="(b\.\d+)" value="([^"]*)"', page))})
    assert {claim.effective() for claim in Claim.objects.filter(pk__in=[one.pk for one in claims.values()])} == {
        "Bằng Tường",
        "2026-03-25",
    }


def test_an_answer_to_a_form_asked_for_again_leads_to_an_empty_one(empty_home):
    assert browser().get("/paste/look").headers["Location"] == "/paste"


def test_a_pasted_text_without_a_title_goes_by_its_first_words(empty_home):
    client = browser()
    text = "Sáng 12/3/2025, tại Hà Nội, Chủ tịch Hội hữu nghị Việt - Lào Lê Văn Sông đã tiếp Đại sứ Lào Khamphao."
    save(client, sent(looked_at(client, text)))
    save(client, sent(looked_at(client, f"{text} Hai bên trao đổi.")))
    named = [str(article) for article in Article.objects.all()]
    assert all(one.startswith("Sáng 12/3/2025, tại Hà Nội") for one in named)
    assert len(set(named)) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"%PDF-1.4 broken", "in ra PDF mới"),
        ("a.zip", b"PK\x03\x04 broken", "giải nén"),
        ("a.txt", b"", "tệp trống"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "nhận dạng chữ"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_the_language_of_the_page(empty_home, name, content, said):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = Client(headers={"host": "localhost", "accept-language": "vi"})
    answer = client.post("/paste", {"file": SimpleUploadedFile(name, content or b"\n")})
    assert said in answer.content.decode()


def spoken() -> set[str]:
    """Return what sources and articles say of what they cannot read, with an X for each value."""
    found: set[str] = set()
    for path in (*(SOURCES / "sources").glob("*.py"), *(SOURCES / "articles").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        calls = (node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call))
        for call in calls:
            if getattr(call.func, "id", "") in {"SourceError", "ArticleError"} and call.args:
                found.add(_with_holes(call.args[0]))
    return {one for one in found if one.strip("X ")}


def _with_holes(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


LINES = {"X is no object of strings: X", "X has neither html nor text: X", "X answers X X: X"}
"""What is only said of lines of a file of pages, or has a pattern for each of its ends."""


def test_whatever_cannot_be_read_is_said_in_words_of_the_page():
    for one in spoken() - LINES:
        whole = one if one.startswith("X") else f"X {one}"
        assert has_pattern(whole) or has_pattern(whole.replace("X", "7")), one
    with translation.override("vi"):
        for pattern in PATTERNS:
            text = re.sub(r"%\(\w+\)s", "7", pattern)
            assert unread_words(text) != text, pattern
