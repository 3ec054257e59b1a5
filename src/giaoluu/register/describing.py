"""What lists show of an article, and whether they show it at all."""

from giaoluu.entries.reading import is_by_hand
from giaoluu.model.capture import MediaType
from giaoluu.model.reading import Reading
from giaoluu.register.folding import fold
from giaoluu.register.models import Article
from giaoluu.register.models.pages import NO_DAY


def describe(article: Article, reading: Reading) -> None:
    """Set what lists show of an article."""
    source = reading.article
    published = source.published.value if source.published else None
    article.ident = source.id[:200]
    article.title = source.title.value if source.title else ""
    article.language = source.language or ""
    article.published = str(published or "")
    article.sorted_by = (published.earliest if published else None) or NO_DAY
    article.outlet = (source.outlet or "")[:200]
    article.url = source.url or ""
    article.credit = source.credit.value if source.credit else ""
    article.is_exchange = reading.is_exchange
    article.listed = _belongs(article, by_hand=is_by_hand(reading))
    article.exchange_reason = reading.exchange_reason
    names = (name.value for person in reading.people for name in person.names)
    article.folded = fold(" ".join([article.title, article.outlet, *names]))


def is_listed(article: Article) -> bool:
    """Say whether lists show the rows of an article that is kept; see Article."""
    if _belongs(article, by_hand=article.capture.media_type == MediaType.ENTRY):
        return True
    return article.current and article.claims.filter(verdict__in=("accept", "correct")).exists()


def _belongs(article: Article, *, by_hand: bool) -> bool:
    """Say whether an article belongs into lists by what it is, and by whoever kept it."""
    return article.current and (article.is_exchange or by_hand or bool(article.kept_by))
