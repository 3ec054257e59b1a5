"""The pages that are linked: each article with its reading after what people judged, named by the article's number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from giaoluu.model.reading import Reading
from giaoluu.register.effective import judged
from giaoluu.register.models import Article
from giaoluu.register.replaying import in_effect
from giaoluu.register.showing import reading_of

Value = TypeVar("Value", int, str)
AT_ONCE = 200
"""Rows asked for in one question."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article and its reading; the reading's id is the article's number, since names of files may be shared."""

    article: Article
    reading: Reading


def pages_of(numbers: Iterable[int]) -> Iterator[Page]:
    """Yield the pages of articles in the order of their numbers; one without a reading is left out."""
    for some in in_parts(sorted(set(numbers))):
        for article in Article.objects.filter(pk__in=some, readings__current=True).order_by("pk"):
            yield Page(article, named(judged(reading_of(article), in_effect(article)).reading, article.pk))


def named(reading: Reading, number: int) -> Reading:
    """Return a reading under the number of its article."""
    return replace(reading, article=replace(reading.article, id=str(number)))


def in_parts(values: list[Value]) -> Iterator[list[Value]]:
    """Yield values in parts that fit one question to the store."""
    yield from (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
