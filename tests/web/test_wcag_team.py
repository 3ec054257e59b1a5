"""What only a team sees, in a browser: WCAG 2.2 AA by axe. Pages are fetched first, and shown from memory."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from tests.web.teams import browser, team
from tests.web.test_site import CHROMIUM
from tests.web.test_wcag import SEEN, TAGS, WIDE

from giaoluu.register import waiting
from giaoluu.register.accounts import note
from giaoluu.register.accounts_roles import Actor, Role
from giaoluu.register.proposing import Wanted, propose

pytestmark = [
    pytest.mark.slow,
    pytest.mark.sqlite,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed"),
]
HERE = "http://giaoluu.invalid"
TEXT = "Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath."


def pages(language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of a team, as their accounts see them."""
    asked = {"accept-language": language}
    with team() as accounts:
        note(Actor("reviewer", Role.REVIEWER), "web:decide", about="/review/7", claim=7)
        claim = waiting().first()
        propose([Wanted(claim)], who="editor", why="tôi có mặt ở đó")
        outside, admin = browser(), browser(accounts[Role.ADMIN])
        yield "login", outside.get("/login", headers=asked).content
        yield "not let in", outside.post("/login", {"username": "an", "password": "x"}, headers=asked).content
        yield "refused", browser(accounts[Role.READER]).get("/accounts", headers=asked).content
        yield "token", admin.post("/tokens", {"name": "t", "role": "reader", "days": "7"}, headers=asked).content
        for path in ("password", "tokens", "accounts", "audit", "review", "admin/"):
            answer = admin.get(f"/{path}", headers=asked)
            assert answer.status_code == 200, path
            yield path, answer.content
        editor = browser(accounts[Role.EDITOR])
        look = editor.post("/paste", {"text": TEXT}, headers=asked).headers["Location"]
        yield "look", editor.get(look, headers=asked).content


def assets(found: dict[str, bytes]) -> dict[str, bytes]:
    """Return the styles and scripts that pages ask for."""
    client = browser()
    asked = {
        one
        for content in found.values()
        for one in re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js))"', content.decode())
    }
    return {one: b"".join(client.get(one)) for one in asked}


@pytest.mark.parametrize(("language", "viewport", "scheme"), SEEN, ids=["desk", "phone"])
def test_pages_of_a_team(home, language, viewport, scheme):
    from playwright.sync_api import sync_playwright

    found = dict(pages(language))
    extras, faults = assets(found), []
    axe = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = chromium.new_context(locale=language, viewport=viewport, color_scheme=scheme, bypass_csp=True)
        context.add_init_script(axe)
        page = context.new_page()
        shown = {f"/{number}": content for number, content in enumerate(found.values())}
        kinds = {"": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript"}
        bodies = {**shown, **extras}

        def answer(route):
            path = route.request.url.removeprefix(HERE)
            route.fulfill(body=bodies.get(path, b""), content_type=kinds.get(path.partition(".")[2], "text/plain"))

        page.route("**/*", answer)
        for number, name in enumerate(found):
            page.goto(f"{HERE}/{number}", wait_until="load")
            wrong = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)["violations"]
            faults += [f"{name}: {one['id']} {one['nodes'][0]['html'][:160]}" for one in wrong]
            if not name.startswith("admin"):
                faults += [f"{name}: wider than the window: {one}" for one in page.evaluate(WIDE)]
        chromium.close()
    assert {"/static/web/site.css", "/static/web/site.js"} <= set(extras)
    assert not faults, "\n".join(faults)
