"""The corridor: one capture in, one reading out; many readings in, links out. Pure: the same input, the same output.

A newcomer reads this file first: each line is a room, and what passes between them is a word of
`giaoluu.model`. What links readings is in `giaoluu.pipeline.linking`.
"""

from dataclasses import replace
from functools import lru_cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from giaoluu import __version__
from giaoluu.activities import Told, find_activities
from giaoluu.articles import article_of, bare_capture
from giaoluu.langs.gate import gate as gate_of_packs
from giaoluu.langs.pack import Pack, codes, pack
from giaoluu.langs.tapes import Tapes
from giaoluu.mentions import find_mentions
from giaoluu.model.activities import ActivityMention
from giaoluu.model.article import Article, Zone, ZoneKind
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.mentions import Mentions, Person
from giaoluu.model.reading import Issue, Reading, Run

if TYPE_CHECKING:
    from giaoluu.pipeline.linking import Names, compare, identify, link

__all__ = ["Names", "compare", "identify", "link", "read"]


def read(capture: Capture, *, gate: bool = False) -> Reading:
    """Return all that one capture says, every fact with its span.

    A page in a language without a pack is an article without facts: its reading says so. With `gate` so is a page
    that cannot be about an exchange by its words alone, which costs little to tell.
    Raises ArticleError where the capture holds no readable text.

    >>> from giaoluu.sources import capture_of
    >>> page = "Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath."
    >>> reading = read(capture_of(page.encode()))
    >>> [activity.kind.value for activity in reading.activities]
    ['meeting']
    """
    if capture.media_type is MediaType.ENTRY:
        return _read_entry(capture)
    if gate:
        bare = bare_capture(capture)
        if reason := gate_of_packs().refusal(bare.text):
            run = _run(*map(pack, codes()))
            return Reading(article_of(bare), run, is_exchange=False, exchange_reason=reason)
    article = article_of(capture)
    if article.language not in codes():
        reason = f"no language pack for {article.language or 'this language'}"
        return Reading(article, _run(), is_exchange=False, exchange_reason=reason)
    words = pack(article.language)
    tapes = Tapes(article.text, words)
    mentions = find_mentions(article, words, tapes)
    told = find_activities(article, mentions, words, tapes)
    return _reading(article, words, mentions, told)


def _read_entry(capture: Capture) -> Reading:
    """Return the reading of what a person entered; a pack lends only what it knows of the words of a cell."""
    from giaoluu.entries import entry_language, read_entry  # forms of cells, which pages do without

    language = entry_language(capture)
    return read_entry(capture, partial(_lent, language) if language in codes() else None)


@lru_cache(maxsize=1 << 12)
def _lent(language: str, words: str) -> Mentions:
    """Return what a pack finds in the words of one cell; offices write the same ones again and again."""
    zone = Zone(0, len(words), ZoneKind.BODY)
    return find_mentions(Article("cell", "", words, language, (zone,)), pack(language))


def _run(*packs: Pack) -> Run:
    """Return the versions of what reads."""
    return Run(__version__, tuple((one.code, one.version) for one in packs))


def _reading(article: Article, words: Pack, mentions: Mentions, told: Told) -> Reading:
    """Put together what the rooms found."""
    people = tuple(_placed(person, told.activities) for person in mentions.people)
    issues = tuple(
        Issue(f"i{number}", "reader", message, span) for number, (message, span) in enumerate(mentions.issues, start=1)
    )
    return Reading(
        article,
        _run(words),
        told.is_exchange,
        told.reason,
        people,
        mentions.organisations,
        told.delegations,
        mentions.places,
        mentions.dates,
        mentions.quantities,
        mentions.occasions,
        mentions.frameworks,
        mentions.documents,
        told.activities,
        told.quotations,
        told.commitments,
        told.proposals,
        issues,
    )


def _placed(person: Person, activities: tuple[ActivityMention, ...]) -> Person:
    """Mark a person who takes part in nothing here as background."""
    taking_part = any(
        participant.party == person.id for activity in activities for participant in activity.participants
    )
    return person if person.background != taking_part else replace(person, background=not taking_part)


def __getattr__(name: str) -> Any:
    """Load what links readings when it is first named: reading does without."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("giaoluu.pipeline.linking"), name)
