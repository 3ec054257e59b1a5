"""An article as one flat object: what the page is, without its furniture."""

from typing import Any

from giaoluu.model.article import Article, Caption


def article_record(article: Article) -> dict[str, Any]:
    """Return title, authors, day, body, captions and language of an article, ready for JSON."""
    return {
        "id": article.id,
        "title": article.title.value if article.title else None,
        "authors": [author.value for author in article.authors],
        "published": str(article.published.value) if article.published else None,
        "body": article.body,
        "captions": [_words(caption) for caption in article.captions],
        "language": article.language,
    }


def _words(caption: Caption) -> str:
    """Return the words about the picture, without the credit where the two are told apart."""
    return (caption.words or caption.span).exact
