"""From a capture to its article."""

from dataclasses import replace

from giaoluu.articles.flattened import flattened
from giaoluu.articles.memory import OutletMemory
from giaoluu.articles.stripped import stripped_article
from giaoluu.model.article import Article
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import ArticleError

LONGEST = 12_000_000
"""Code points of the longest article: a shelf of books. What is longer is many pages in one file."""


def article_of(capture: Capture, *, memory: OutletMemory | None = None, fast: bool = False) -> Article:
    """Return the article of a capture: its text with zones, and what the page says about itself.

    `memory` holds the lines that recur on the outlet's pages. `fast` trades some care in finding
    the body of an HTML page for speed. ArticleError is raised only where nothing can be read, or
    where the text is no one article's.

    >>> text = "The choir visits Luleå\\n2024-05-03\\n\\nThe choir of Huế came to Luleå on Friday and sang to all."
    >>> capture = Capture("choir", text.encode(), "0" * 64, text, MediaType.TEXT)
    >>> article = article_of(capture)
    >>> article.title.value, str(article.published.value), [str(zone.kind) for zone in article.zones]
    ('The choir visits Luleå', '2024-05-03', ['title', 'dateline', 'body'])
    """
    if capture.media_type is MediaType.HTML:
        from giaoluu.articles.html_page import html_article  # its libraries are slow to load, and texts do without

        article = html_article(capture, fast=fast)
    else:
        article = stripped_article(capture, memory=memory)
    if len(article.text) > LONGEST:
        raise ArticleError(
            f"{capture.name or capture.id}: the text has {len(article.text):,} characters, more than {LONGEST:,}: "
            "divide it into its articles, one a file, or one a line as JSON Lines"
        )
    return article


def bare_capture(capture: Capture) -> Capture:
    """Return a capture as text: a page of HTML as what it shows, menus and all.

    >>> page = Capture("hall", b"", "0" * 64, "<h1>The hall</h1><p>All <b>came</b>.", MediaType.HTML)
    >>> bare_capture(page).text
    'The hall\\nAll came.'
    """
    if capture.media_type is not MediaType.HTML:
        return capture
    return replace(capture, text=flattened(capture.text), media_type=MediaType.TEXT)
