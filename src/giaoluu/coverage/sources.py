"""Who is behind a report: the credited body, the source that it names, the outlet. One source is one witness."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from giaoluu.coverage.outlets import side_of_host, side_of_name
from giaoluu.coverage.parties import Parties
from giaoluu.model.article import Article
from giaoluu.model.links import Identities, TextRelation, TextTie
from giaoluu.model.reading import Reading

ADDRESS = re.compile(r"https?://\S+")
CREDITED = "the credited body"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one report comes from. `credit` is who is credited, by meaning where the body is known."""

    reading: str
    credit: str | None
    credit_words: str | None
    side: str | None
    side_reason: str | None
    source: str | None
    outlet: str | None
    translates: str | None
    address: str | None


def origin_of(reading: Reading, identities: Identities) -> Origin:
    """Return where a report comes from, as far as the page says so."""
    article = reading.article
    credit, side = _credit(reading, identities)
    outlet = host_of(article.url) or (article.outlet.casefold() if article.outlet else None)
    side, reason = (side, CREDITED) if side else _side(article)
    return Origin(
        reading.id,
        credit,
        article.credit.value if article.credit else None,
        side,
        reason,
        _source(article),
        outlet,
        article.translation_of,
        article.url,
    )


def _side(article: Article) -> tuple[str | None, str | None]:
    """Return the side of a report and what shows it: the agency credited, the source named, the outlet, its address."""
    credited = article.credit.value if article.credit else None
    if side := side_of_name(credited):
        return side, CREDITED
    named = article.source.value if article.source else None
    address = ADDRESS.search(named) if named else None
    if side := side_of_host(host_of(address[0])) if address else side_of_name(named):
        return side, "the source that the page names"
    if side := side_of_name(article.outlet):
        return side, "the outlet"
    side = side_of_host(host_of(article.url))
    return side, "the outlet's address" if side else None


def host_of(address: str | None) -> str | None:
    """Return the host of an address without `www.`.

    >>> host_of("https://www.example.org/news/1")
    'example.org'
    """
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None


def _credit(reading: Reading, identities: Identities) -> tuple[str | None, str | None]:
    """Return who is credited, and that body's country."""
    credit = reading.article.credit
    if credit is None:
        return None, None
    parties = Parties(reading, identities)
    for body in reading.organisations:
        is_named = any(span.overlaps(credit.span) for span in body.mentions) or credit.value in {
            name.value for name in body.names
        }
        if is_named:
            party = parties.party(body.id)
            return party.entity or min(party.posts, default=credit.value.casefold()), party.country
    return credit.value.casefold(), None


def _source(article: Article) -> str | None:
    """Return the outlet that a page names as its own source: the host of an address, or the words."""
    if article.source is None:
        return None
    address = ADDRESS.search(article.source.value)
    return host_of(address[0]) if address else article.source.value.casefold().strip()


def source_tie(left: Origin, right: Origin) -> TextTie | None:
    """Return why two reports go back to one source, or None."""
    left, right = sorted((left, right), key=lambda origin: origin.reading)
    reason = _one_source(left, right) or _translated(left, right) or _translated(right, left)
    if reason is None:
        return None
    relation = TextRelation.TRANSLATION if left.translates or right.translates else TextRelation.SAME_SOURCE
    return TextTie(left.reading, right.reading, relation, 1.0, reason)


def _one_source(left: Origin, right: Origin) -> str | None:
    if left.credit and left.credit == right.credit:
        return f"both credit {left.credit_words}"
    if left.source and left.source == right.source:
        return f"both name {left.source} as their source"
    for one, other in ((left, right), (right, left)):
        if one.source and one.source == other.outlet:
            return f"{one.reading} names {other.outlet} as its source"
    return f"both by {left.outlet}" if left.outlet and left.outlet == right.outlet else None


def _translated(one: Origin, other: Origin) -> str | None:
    is_told = one.translates and one.translates in {other.address, other.outlet}
    return f"{one.reading} says that it translates {one.translates}" if is_told else None
