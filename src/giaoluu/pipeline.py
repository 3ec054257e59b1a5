"""The corridor: one capture in, one reading out. Pure: the same bytes and packs give the same reading.

A newcomer reads this file first: each line is a room, and what passes between them is a word of
`giaoluu.model`.
"""

from dataclasses import replace

from giaoluu import __version__
from giaoluu.activities import Told, find_activities
from giaoluu.articles import article_of
from giaoluu.langs.pack import Pack, codes, pack
from giaoluu.mentions import find_mentions
from giaoluu.model.activities import ActivityMention
from giaoluu.model.article import Article
from giaoluu.model.capture import Capture
from giaoluu.model.mentions import Mentions, Person
from giaoluu.model.reading import Issue, Reading, Run


def read(capture: Capture) -> Reading:
    """Return all that one capture says, every fact with its span.

    A page in a language without a pack is an article without facts: its reading says so.
    Raises ArticleError where the capture holds no readable text.

    >>> from giaoluu.sources import capture_of
    >>> reading = read(capture_of("Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath.".encode()))
    >>> [activity.kind.value for activity in reading.activities]
    ['meeting']
    """
    article = article_of(capture)
    if article.language not in codes():
        return Reading(article, _run(None), False, f"no language pack for {article.language or 'this language'}")
    words = pack(article.language)
    mentions = find_mentions(article, words)
    told = find_activities(article, mentions, words)
    return _reading(article, words, mentions, told)


def _run(words: Pack | None) -> Run:
    """Return the versions of what reads."""
    return Run(__version__, ((words.code, words.version),) if words else ())


def _reading(article: Article, words: Pack, mentions: Mentions, told: Told) -> Reading:
    """Put together what the rooms found."""
    people = tuple(_placed(person, told.activities) for person in mentions.people)
    issues = tuple(Issue(f"i{number}", "reader", message, span) for number, (message, span) in enumerate(mentions.issues, start=1))
    return Reading(
        article,
        _run(words),
        told.is_exchange,
        told.reason,
        people,
        mentions.organisations,
        mentions.delegations,
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
    taking_part = any(participant.party == person.id for activity in activities for participant in activity.participants)
    return person if taking_part else replace(person, background=True)
