"""The bare text of a page's markup, in one pass and whatever its nesting: the last resort of the reader of HTML."""

import html
import re
import unicodedata

TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)[^<>]*>|<!--|-->|<![^<>]*>")
INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    }
)
HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "title"})
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def flattened(page: str) -> str:
    """Return the visible text of a page, one line a block.

    >>> flattened("<div><p>The <b>hall</b> opens.</p><script>x()</script><p>All came.")
    'The hall opens.\\nAll came.'
    """
    pieces: list[str] = []
    position, hidden = 0, ""
    for tag in TAG.finditer(page):
        if not hidden:
            pieces.append(page[position : tag.start()])
        position = tag.end()
        name = (tag["name"] or tag[0]).lower()
        if hidden:
            hidden = "" if (name == hidden and tag["close"]) or (hidden == "<!--" and name.endswith("-->")) else hidden
        elif name == "<!--" or (name in HIDDEN and not tag["close"]):
            hidden = name
        elif name not in INLINE:
            pieces.append("\n")
    if not hidden:
        pieces.append(page[position:])
    lines = (
        " ".join(line.split()) for line in unicodedata.normalize("NFC", html.unescape("".join(pieces))).split("\n")
    )
    return "\n".join(line for line in lines if line)


def nesting(page: str, *, enough: int) -> bool:
    """Say whether the tags of a page nest deeper than `enough`, counting tags that are never closed.

    >>> nesting("<div>" * 30, enough=20), nesting("<p>a</p>" * 30, enough=20)
    (True, False)
    """
    depth = 0
    for tag in TAG.finditer(page):
        name = tag["name"]
        if name is None or name.lower() in VOID:
            continue
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        if depth > enough:
            return True
    return False
