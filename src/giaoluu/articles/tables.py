"""Tables that only lay out a page: one cell holds the article, so its paragraphs must stay apart."""

from lxml.html import HtmlElement

BLOCKS = ("p", "div", "br", "ul", "h1", "h2", "h3")
PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption")
FEWEST = 3
"""Blocks of a cell that holds a text of its own."""


def unfold_tables(tree: HtmlElement) -> None:
    """Make boxes of the tables that lay out a page: those of which one cell holds most words, in several blocks.

    >>> from lxml.html import fromstring, tostring
    >>> page = fromstring("<div><table><tr><td><p>One.</p><p>Two.</p><p>Three.</p></td></tr></table></div>")
    >>> unfold_tables(page)
    >>> tostring(page)
    b'<div><div><div><div><p>One.</p><p>Two.</p><p>Three.</p></div></div></div></div>'
    """
    for table in list(tree.iter("table")):
        if _lays_out(table):
            for part in _parts(table):
                part.tag = "div"


def _lays_out(table: HtmlElement) -> bool:
    cells = [part for part in _parts(table) if part.tag in {"td", "th"}]
    widest = max(cells, key=_length, default=None)
    return (
        widest is not None
        and sum(1 for _ in widest.iter(*BLOCKS)) >= FEWEST
        and 2 * _length(widest) > sum(map(_length, cells))
    )


def _parts(table: HtmlElement) -> list[HtmlElement]:
    """Return a table with its own rows and cells, without those of tables inside it."""
    found, rest = [table], list(table)
    while rest:
        one = rest.pop()
        if one.tag in PARTS and one.tag != "table":
            found.append(one)
            rest += [] if one.tag in {"td", "th"} else list(one)
    return found


def _length(cell: HtmlElement) -> int:
    return sum(len(words.strip()) for words in cell.itertext())
