"""The site as it is served, in a real browser where there is one."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from giaoluu.model.errors import RegisterError

SERVE = """
import sys
from pathlib import Path
from giaoluu.web import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]), announce=lambda address: print(address, flush=True))
"""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def served(home: Path, **environment: str) -> Iterator[str]:
    """Serve a register and return its address; the port it wishes is taken on purpose."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-c", SERVE, str(home), str(port)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}) as process:
            said = process.stdout.readline().strip()
            assert said.startswith("http://127.0.0.1:")
            assert said != f"http://127.0.0.1:{port}/"
            told = process.stdout.readline()
            assert f"Port {port} is taken" in told
            assert said.rstrip("/").rpartition(":")[2] in told
            yield said
            process.kill()


@pytest.fixture
def address(home) -> Iterator[str]:
    """Return the address of the served register."""
    with served(home) as said:
        yield said


@pytest.mark.slow
def test_served_pages_and_assets(address):
    with urllib.request.urlopen(f"{address}activities") as answer:
        assert "Lê Minh Khuê" in answer.read().decode()
    for asset, kind in (("site.css", "text/css"), ("site.js", "text/javascript"), ("mark.svg", "image/svg+xml")):
        with urllib.request.urlopen(f"{address}static/web/{asset}") as answer:
            assert answer.headers["Content-Type"].startswith(kind)


def test_a_foreign_address_is_refused(empty_home):
    from giaoluu.web import serve

    with pytest.raises(RegisterError, match=r"192\.0\.2\.1 is no address"):
        serve(empty_home, host="192.0.2.1")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")
def test_from_the_list_to_the_words_and_into_vietnamese(address):
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page(locale="en-GB")
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: request.url.startswith(address) or errors.append(request.url))
        page.goto(address)
        page.get_by_role("navigation", name="Main pages").get_by_role("link", name="Activities").click()
        page.get_by_role("link", name="Lê Minh Khuê · Trần Tuyết Mai").click()
        page.get_by_role("row", name="date 11 March 2025").get_by_role("link").click()
        chosen = page.locator("mark.chosen")
        expect(chosen).to_have_text("11/3/2025")
        expect(chosen).to_be_in_viewport()
        page.get_by_text("facts of this article").click()
        page.locator("tr", has_text="Hội sẽ cử").first.get_by_role("link").first.click()
        expect(page.locator("mark.chosen", has_text="sẽ").first).to_be_visible()  # waits until the page is there
        page.get_by_role("button", name="Tiếng Việt").click()
        expect(page.get_by_role("navigation").first).to_contain_text("Hoạt động")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.goto(f"{address}articles/2")
        assert errors == []
        browser.close()
