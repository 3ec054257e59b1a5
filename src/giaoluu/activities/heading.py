"""The heading of a transcript: the lines above it tell where, and those who speak tell the day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from giaoluu.model.activities import ActivityMention
from giaoluu.model.article import Article
from giaoluu.model.mentions import DateMention, Mention
from giaoluu.model.spans import Cited


def at_heading(made: list[ActivityMention], places: Sequence[Mention], article: Article) -> list[ActivityMention]:
    """Give main activities without a place that of the lines above a transcript: the finest, told first."""
    if not places:
        return made
    span = article.span(places[0].start, places[0].end)
    place = Cited(span.exact, span, "heading-line", inferred=True)
    refs = tuple(dict.fromkeys(one.ref for one in places if one.ref))
    return [replace(one, place=place, places=refs) if one.main and one.place is None else one for one in made]


def at_day(made: list[ActivityMention], dates: Iterable[DateMention], article: Article) -> list[ActivityMention]:
    """Give main activities without a date that on which those who speak in a transcript of that day say "today"."""
    published = article.published.value if article.published else None
    today = next((one for one in dates if published and one.edtf == published and one.relative), None)
    if today is None or published is None:
        return made
    day = Cited(published, today.span, today.rule, inferred=True)
    return [replace(one, date=day) if one.main and one.date is None else one for one in made]
