"""A server that speaks the protocol of model endpoints and answers what a test told it: run as a process of its own.

    python model_server.py ANSWERS.json

ANSWERS.json is a list; each request takes the next one, the last stays. One is {"content": "…"} or one of
{"status": 500}, {"sleep": 9}, {"raw": "not json"}, {"close": true}. The port is the first line printed.
"""

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ANSWERS: list[dict[str, object]] = []
ASKED = Path()


class Handler(BaseHTTPRequestHandler):
    """Answer as told."""

    def do_POST(self) -> None:
        """Answer one request."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with ASKED.open("ab") as asked:
            asked.write(body + b"\n")
        answer = ANSWERS.pop(0) if len(ANSWERS) > 1 else ANSWERS[0]
        time.sleep(answer.get("sleep", 0))
        if answer.get("close"):
            self.connection.close()
            return
        message = {"role": "assistant", "content": answer.get("content", "{}")}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        whole = {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [choice],
            "usage": usage,
        }
        told = answer.get("raw", json.dumps(whole)).encode()
        self.send_response(answer.get("status", 200))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    ANSWERS += json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    ASKED = Path(sys.argv[1]).with_suffix(".asked")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)  # noqa: T201 - the test waits for it
    server.serve_forever()
