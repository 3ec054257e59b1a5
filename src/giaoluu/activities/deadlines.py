"""Deadlines: by when what somebody promises or asks is to be done."""

from giaoluu.activities.parties import is_behind
from giaoluu.activities.saying import Saying
from giaoluu.activities.scenes import Scene
from giaoluu.model.activities import Status
from giaoluu.model.article import Article
from giaoluu.model.days import Precision
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import DateMention, Mentions
from giaoluu.model.spans import Cited

RULE = "due-date"


def due_of(
    saying: Saying, stretch: tuple[int, int], article: Article, mentions: Mentions, *, is_first: bool
) -> Cited[Edtf] | None:
    """Return the date by which, or in which, an undertaking on a stretch of the tape is to be kept.

    It is to come when the article was written, or stands behind one of the pack's `due_words` and is not past.
    For the first undertaking of a saying it may stand before it too: between the verb and what is promised, or,
    told less finely than the day on which it was said, at the start of the sentence.
    """
    scene, dates = saying.scene, {date.id: date for date in mentions.dates}
    words = scene.pack.list_of("sayings", "due_words")
    published = article.published.value if article.published else None
    begin = 0 if is_first else stretch[0]
    for position, mention in scene.of_type("date", start=begin, end=stretch[1]):
        found = dates.get(mention.ref or "")
        if found is None or found.edtf is None or _is_past(found.edtf, published):
            continue
        is_day = found.edtf.precision is Precision.DAY
        if position < saying.cue[0] and (is_day or _is_done(scene, position, saying.cue[0])):
            continue
        if _is_to_come(found.edtf, published) or is_behind(scene, position, words):
            return _cited(found)
    return None


def _is_past(date: Edtf, published: Edtf | None) -> bool:
    """Say whether a date was over when the article was written."""
    if published is None or published.earliest is None or date.latest is None:
        return False
    return date.latest < published.earliest


def _is_done(scene: Scene, start: int, end: int) -> bool:
    """Say whether words between a date and a verb of saying tell that it was said back then."""
    return any(match.rule.get("status") == Status.HELD and start <= match.start < end for match in scene.find("status"))


def _is_to_come(date: Edtf, published: Edtf | None) -> bool:
    """Say whether a date was still to come when the article was written."""
    if published is None or published.latest is None or date.earliest is None:
        return False
    return date.earliest > published.latest


def _cited(date: DateMention) -> Cited[Edtf] | None:
    return Cited(date.edtf, date.span, RULE) if date.edtf is not None else None
