"""The side that writes: the country whose posts an article prints without saying of which country."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from giaoluu.mentions.registry import BodyRecord, PersonRecord

def issuer(named: Mapping[str, int], *, titled: Collection[str], bodies: Iterable[BodyRecord], people: Iterable[PersonRecord]) -> str | None:
    """Return the country that an article speaks of as its own, or None where more than one may be.

    One of its institutions is named, or else the country itself. The countries of which somebody is said to be
    ("Prime Minister Brandt of Norway") are those of the others; so, where any is left, are those that stand in the
    title (`titled`) and before a post ("Norwegian Prime Minister Brandt"): one's own goes without saying there.
    """
    posts = [post for person in people for post in person.post_values if post.country]
    others = {post.country for post in posts if post.behind}
    institutions = Counter(record.value.country or "" for record in bodies if _needs_no_country(record) for _ in record.mentions)
    untitled = {country: count for country, count in named.items() if country not in titled}
    unsaid = {country: count for country, count in untitled.items() if country not in {post.country for post in posts}}
    for votes in (institutions, unsaid, untitled, named):
        best = Counter({country: count for country, count in votes.items() if country not in others}).most_common(2)
        if best:
            return best[0][0] if len(best) == 1 or best[0][1] > best[1][1] else None
    return None


def _needs_no_country(record: BodyRecord) -> bool:
    """Say whether a body's own words tell its country."""
    at = record.value.country_at
    return at is not None and any(at == (span.start, span.end) for span in record.mentions)
