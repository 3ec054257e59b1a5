"""The dateline of an article: the town from which an agency reports."""

import re

from giaoluu.langs.pack import Pack, pack
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.mentions import Mention, Mentions, PlaceLevel, Sentence

DATELINED = 6
"""Sentences of the text of which one may begin with its place."""

DATELINE = re.compile(
    r"(?:, [^()\n]{2,24}?)? ?(?:\([^()\n]{2,24}\) ?)?(?:--|[-\u2013\u2014]) "
    r"|, [^()\n]{2,24}\) ?[-:\u2013\u2014] "
    r"|, [^()\n]{2,24}? ?\([^()\n]{2,24}\) (?=[^\W\d_a-z])"
    r"| ?\([^()\n]{2,24}\), [^()\n]{2,24}? (?:--|[-\u2013\u2014]) "
    r"|(?: ?[:,])?[^()\n:]{0,24}\([^()\n]{2,60}\) ?:|, [^()/\n]{2,24}\. ?/[^()/\n]{2,24}/| ?: (?=[^\W\d_a-z])"
)
"""What stands behind the place with which an agency opens its report."""

REACH = 40
"""Signs at the start of a sentence in which a dateline stands, in a script without spaces."""

DASHES = ("\u2014\u2014", "--")
"""What may stand behind the town of a dateline there, instead of a word for news."""


def dateline_of(mentions: Mentions, article: Article) -> Mention | None:
    """Return the mention of the town from which an article is reported, or None.

    It is so in "OSLO, May 3 (NTB) -- …", and where a script sets no words apart before a word for news.
    """
    if article.language is None:
        return None
    own = pack(article.language)
    opening = [one for one in mentions.sentences if one.zone in {ZoneKind.BODY, ZoneKind.SAPO}][:DATELINED]
    if not own.has_spaces:
        return next((town for one in opening if (town := _told_from(one, mentions, article, own)) is not None), None)
    starts = [one.start for one in opening]
    starts += [start + 1 for start in starts if article.text[start] == "("]
    head = next((one for one in mentions.mentions if one.kind == "place" and one.start in starts), None)
    behind = DATELINE.match(article.text, head.end) if head else None
    if head is None or behind is None:
        return None
    return head if re.search("[(:)]", behind[0]) or article.text[head.start : head.end].isupper() else None


def _told_from(sentence: Sentence, mentions: Mentions, article: Article, own: Pack) -> Mention | None:
    """Return the town at the start of a sentence behind which, or a date behind it, stands a word for news."""
    days = {one.start: one.end for one in mentions.mentions if one.kind == "date"}
    towns = {place.id for place in mentions.places if place.level is PlaceLevel.CITY}
    for one in mentions.mentions:
        if one.kind != "place" or one.ref not in towns or not 0 <= one.start - sentence.start <= REACH:
            continue
        end = days.get(one.end, one.end)
        if own.fold(article.text[end : end + 8]).startswith((*own.list_of("activities", "told_after"), *DASHES)):
            return one
    return None
