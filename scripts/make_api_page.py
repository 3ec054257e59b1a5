"""Write docs/reference/api.md from the description of the API; --check says whether it is current."""

import sys
import tempfile
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "api.md"
HEAD = """# API

What the pages show, for programs: `/api/v1`, described in OpenAPI at `/api/v1/openapi.json`; `/api/v1/docs` shows it
on the site, without a network. Written by `make docs`.

- **Who may ask.** Without accounts, programs on this machine; changes as `application/json`. In a team send
  `Authorization: Bearer giaoluu_…` with a token of your own (site, Tokens). A token may do no more than its account.
- **Lists** come in pages: `page`, `size` (at most 200); the answer has `items`, `total`, `next`, `previous`. What they
  are narrowed by is what the pages of the site are narrowed by.
- **Unchanged answers** are not sent again: send the `ETag` as `If-None-Match`, get 304.
- **Changes** take the `ETag` of what was read as `If-Match`: 412 says that somebody was faster.
- **Errors** are words: `application/problem+json` (RFC 9457) with `status`, `title`, `detail`, and `errors` by field.
- **Limits**: 8 MiB a request, 1,200 requests a minute for each account of a team. A team's server fetches addresses
  of the public network alone.
- **Ids** are stable. Those of claims are of one reading: when a page is read anew they are gone (404), and decisions
  on them are placed again by their words.
- **Contacts and internal notes** are never part of an answer.

```sh
curl -H 'Authorization: Bearer giaoluu_…' 'https://register.example.org/api/v1/activities?country=SE&since=2024'
curl -H 'Authorization: Bearer giaoluu_…' -H 'Content-Type: application/json' \\
     -d '{"url": "https://page.example/report"}' https://register.example.org/api/v1/captures
```
"""


def page() -> str:
    """Return the page."""
    from giaoluu.register.opening import open_register

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        open_register(Path(folder))
        from django.db import connections

        from giaoluu.web.api.service import description

        told = description()
        connections.close_all()
    shapes = told["components"]["schemas"]
    lines = [HEAD]
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            lines += _operation(path, method, operation)
    lines.append("\n## Shapes\n")
    for name, shape in sorted(shapes.items()):
        if name.endswith("Shape") or name in {"Taken", "Problem", "WholeArticle", "WholeActivity"}:
            lines.append(f"- **{name}** {one_line(shape.get('description', ''))}  \n  {', '.join(shape['properties'])}")
    return "\n".join(lines) + "\n"


def _operation(path: str, method: str, operation: dict[str, Any]) -> list[str]:
    """Return the lines of one operation."""
    found = [f"\n## `{method.upper()} {path}`\n", one_line(operation.get("description", ""))]
    asked = [one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"]
    if asked:
        found.append(f"\nNarrowed by: {', '.join(f'`{name}`' for name in asked)}.")
    for one in operation.get("requestBody", {}).get("content", {}).values():
        found.append(f"\nTakes: {one['schema']['$ref'].rpartition('/')[2]}.")
    for status, answer in operation["responses"].items():
        for one in answer.get("content", {}).values():
            name = one["schema"].get("$ref", "").rpartition("/")[2]
            if name and name != "Problem":
                found.append(f"\nAnswers {status}: {name.replace('Page_', 'a page of ').rstrip('_')}.")
    return found


def one_line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())


def main() -> int:
    """Write the page, or say whether it is current."""
    text = page()
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(f"{PAGE} is not what the API is; run make docs\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
