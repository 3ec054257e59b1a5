"""A site of a test's own: a real server that serves what a test gives it, and remembers who asked for what."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """Pages by their paths; `asked` are the paths in the order in which they were asked for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Answer] = {}
        self.asked: list[str] = []

    def put(self, path: str, content: str | bytes, kind: str = "text/html", status: int = 200, **headers: str) -> None:
        """Serve something; `{site}` in it is the address of the site, lines in names of headers are dashes."""
        text = content.replace("{site}", self.address) if isinstance(content, str) else content
        told = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, told, text.encode() if isinstance(text, str) else text)


@contextmanager
def a_site() -> Iterator[Site]:
    """Give a running site."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            status, headers, content = site.pages.get(self.path, (404, {}, b""))
            if "ETag" in headers and self.headers["If-None-Match"] == headers["ETag"]:
                status, content = 304, b""
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
