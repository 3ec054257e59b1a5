"""Words of an answer to their place in the article: where they stand literally in what is read, or nowhere."""

import re
from collections.abc import Iterable

from giaoluu.model.article import Article
from giaoluu.model.spans import Span

_SPACE = re.compile(r"\s+")


def place(words: str, article: Article, *, near: Span | None = None) -> Span | None:
    """Return where words stand in a zone that is read, nearest to a span where one is given; None where nowhere.

    Spacing may differ, nothing else may.

    >>> from giaoluu import read
    >>> from giaoluu.sources import capture_of
    >>> article = read(capture_of("Đại sứ  Lê Lan tiếp đoàn Huế tại Hà Nội.".encode())).article
    >>> place("Đại sứ Lê Lan", article).exact, place("Đại sứ Lê Lam", article)
    ('Đại sứ  Lê Lan', None)
    """
    wanted = _SPACE.split(words.strip())
    if not any(wanted):
        return None
    pattern = re.compile(r"\s+".join(re.escape(word) for word in wanted))
    found = [
        match.span() for zone in article.read_zones for match in pattern.finditer(article.text, zone.start, zone.end)
    ]
    if not found:
        return None
    start, end = min(found, key=lambda span: abs(span[0] - near.start)) if near else found[0]
    return article.span(start, end)


def overlapping(span: Span, others: Iterable[Span]) -> bool:
    """Say whether a span shares text with one of others."""
    return any(span.overlaps(other) for other in others)
