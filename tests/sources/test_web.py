"""One page by its address, from a real server on this machine."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import SourceError
from giaoluu.sources import SourceFailure, captures
from giaoluu.sources.web import USER_AGENT, fetch

CHINESE = "四月九日，市友协会长周山在南宁会见来访的学生代表团。"
HTML = f"<html><body>{CHINESE}</body></html>"
PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/utf8": (200, {"Content-Type": "text/html; charset=utf-8"}, HTML.encode()),
    "/header": (200, {"Content-Type": "text/html; charset=gb2312"}, HTML.encode("gb18030")),
    "/plain": (200, {"Content-Type": "text/plain"}, HTML.encode()),
    "/untold": (200, {}, HTML.encode()),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(HTML.encode())),
    "/moved": (301, {"Location": "/utf8"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/away": (302, {"Location": "ftp://example.org/a"}, b""),
    "/gone": (410, {}, b"gone"),
    "/missing": (404, {}, b"<html>not here</html>"),
    "/locked": (403, {}, b""),
    "/broken": (500, {}, b""),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(50)),
    "/large": (200, {"Content-Type": "text/plain"}, b"word " * 500_000),
    "/bomb": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(bytes(1 << 22))),
}


class Handler(BaseHTTPRequestHandler):
    """Serve the pages above; `/slow` takes its time, `/agent` says who asks."""

    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(1)
        agent = (200, {"Content-Type": "text/plain"}, str(self.headers["User-Agent"]).encode())
        status, headers, content = agent if self.path == "/agent" else PAGES.get(self.path, PAGES["/utf8"])
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        try:
            self.wfile.write(content)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Return the address of the server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "media_type", "encoding"),
    [
        ("/utf8", MediaType.HTML, "utf-8"),
        ("/header", MediaType.HTML, "gb18030"),
        ("/plain", MediaType.TEXT, "utf-8"),
        ("/untold", MediaType.HTML, "utf-8"),
        ("/packed", MediaType.HTML, "utf-8"),
        ("/moved", MediaType.HTML, "utf-8"),
    ],
)
def test_fetch(site: str, path: str, media_type: MediaType, encoding: str) -> None:
    """A page comes with its text, its last address and the time; its id is the start of its digest."""
    capture = fetch(site + path)
    assert (capture.text, capture.media_type, capture.encoding) == (HTML, media_type, encoding)
    assert capture.url == site + ("/utf8" if path == "/moved" else path)
    assert capture.id == capture.digest[:16]
    assert capture.fetched is not None
    assert capture.fetched.endswith("Z")


def test_a_password_in_an_address_is_not_kept(site: str) -> None:
    """The address is shown to all who read the register."""
    capture = fetch(site.replace("://", "://an:secret@") + "/moved")
    assert (capture.url, capture.name) == (f"{site}/utf8", f"{site}/utf8")


def test_user_agent(site: str) -> None:
    """The server is told who asks."""
    assert fetch(f"{site}/agent").text == USER_AGENT


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/missing", "answers 404 Not Found: there is no such page"),
        ("/gone", "answers 410 Gone: the page is gone"),
        ("/locked", "answers 403 Forbidden: it refuses programs: save the page"),
        ("/broken", "answers 500 Internal Server Error: try again later"),
        ("/round", "redirects more than 5 times"),
        ("/away", "could not be fetched"),
        ("/empty", "is empty"),
        ("/picture", "is a picture"),
        ("/large", "is larger than 1 MiB"),
        ("/bomb", "is larger than 1 MiB"),
        ("/slow", "did not answer within 0.5 seconds"),
    ],
)
def test_refused(site: str, path: str, message: str) -> None:
    """What cannot be had says which address, what is wrong, and what to do."""
    with pytest.raises(SourceError, match=f"^{site}{path} .*{message}"):
        fetch(site + path, seconds=0.5 if path == "/slow" else 30.0, most_bytes=1 << 20)


@pytest.mark.parametrize("url", ["ftp://example.org/a", "http://", "http://[::1", "mailto:a@example.org", "tin.html"])
def test_no_address(url: str) -> None:
    """Only http and https are fetched."""
    with pytest.raises(SourceError, match=r"is not on the web|is no address"):
        fetch(url)


def test_nobody_there() -> None:
    """A server that does not answer is told apart from a page that is not there."""
    with pytest.raises(SourceError, match=r"could not be fetched .*check the address and the connection"):
        fetch("http://127.0.0.1:9/a")


def test_among_other_names(site: str) -> None:
    """A bad address among good ones gives a failure, and the rest is read."""
    found = list(captures([f"{site}/missing", f"{site}/utf8"]))
    assert [type(one) for one in found] == [SourceFailure, Capture]
