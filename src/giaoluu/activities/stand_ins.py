"""Posts without a name that stand for somebody whom the text names: a title's "the head of the office"."""

from collections.abc import Mapping

from giaoluu.activities.sightings import Stake
from giaoluu.model.article import Article
from giaoluu.model.mentions import Person


def stood_in(stakes: Mapping[str, Stake], people: Mapping[str, Person], article: Article) -> frozenset[str]:
    """Return the parties of which only a post is named that one of the people among them holds in more words."""
    held = [_words(post.title.value) for party in stakes if party in people for post in people[party].posts]
    found = set()
    for party, stake in stakes.items():
        if stake.mention.kind == "post" and party not in people:
            words = _words(article.text[stake.mention.start : stake.mention.end])
            found |= {party} if any(words < more for more in held) else set()
    return frozenset(found)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())
