"""Headings: the lines above a transcript tell where, those who speak tell the day, and a programme goes day by day."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from giaoluu.activities.days import tells_day
from giaoluu.activities.scenes import Scene
from giaoluu.activities.sightings import Sighting
from giaoluu.model.activities import ActivityMention
from giaoluu.model.article import Article
from giaoluu.model.mentions import DateMention, Mention
from giaoluu.model.spans import Cited

LINE = 12
"""Signs of the tape in a line that is nothing but a day."""


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


def under_days(scenes: Sequence[Scene], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Give what a programme tells under a line that is nothing but a day ("Tuesday 4 May") the date of that line.

    A single such line is when a page was written; a programme has several.
    """
    days = {scene.number: day for scene in scenes if (day := _day_alone(scene)) is not None}
    if len({day.value for day in days.values()}) < 2:
        return list(sightings)
    lines = list(days)
    result = []
    for one in sightings:
        at = bisect_right(lines, one.scene.number) - 1
        bare = at >= 0 and not one.dates and not one.is_weak
        result.append(replace(one, dates=(days[lines[at]],)) if bare else one)
    return result


def _day_alone(scene: Scene) -> Mention | None:
    """Return the day that a line is, with nothing beside it but marks, or None."""
    if len(scene.tape.payload) != 1 or len(scene.tape.text) > LINE:
        return None
    ((_, item),) = scene.tape.signs()
    alone = item.type == "date" and not any(sign.isalnum() for sign in scene.tape.text)
    return item.value if alone and tells_day(item.value.value or "") else None
