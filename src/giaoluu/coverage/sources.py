"""Who is behind a report: the credited body, the source that it names, the outlet. One source is one witness."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from giaoluu.coverage.outlets import side_of_host, side_of_name
from giaoluu.coverage.parties import Parties, Party
from giaoluu.coverage.signing import Signature, signature_of
from giaoluu.model.article import Article
from giaoluu.model.links import Identities, TextRelation, TextTie
from giaoluu.model.reading import Reading
from giaoluu.model.spans import Cited

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
    source_words: str | None = None


def origin_of(reading: Reading, identities: Identities) -> Origin:
    """Return where a report comes from, as far as the page says so."""
    article = reading.article
    credit, side = _credit(reading, identities)
    outlet = host_of(article.url) or (article.outlet.casefold() if article.outlet else None)
    source = _source_of(reading, identities)
    side, reason = (side, CREDITED) if side else _side(article, source)
    return Origin(
        reading.id,
        credit,
        article.credit.value if article.credit else None,
        side,
        reason,
        _source(source),
        outlet,
        article.translation_of,
        article.url,
        _printed(source),
    )


def _source_of(reading: Reading, identities: Identities) -> Signature | None:
    """Return the source that a page names by a label, or else who signs it."""
    named = reading.article.source
    if named is None:
        return signature_of(reading)
    party = _body_named(reading, named, identities)
    return Signature(named.value, party.country if party else None)


def _side(article: Article, source: Signature | None) -> tuple[str | None, str | None]:
    """Return the side of a report and what shows it: the agency credited, the source named, the outlet, its address."""
    credited = article.credit.value if article.credit else None
    if side := side_of_name(credited):
        return side, CREDITED
    address = ADDRESS.search(source.words) if source else None
    if side := side_of_host(host_of(address[0])) if address else _side_of_source(source):
        return side, "the source that the page names"
    if side := side_of_name(article.outlet):
        return side, "the outlet"
    side = side_of_host(host_of(article.url))
    return side, "the outlet's address" if side else None


def _side_of_source(source: Signature | None) -> str | None:
    return (source.side or side_of_name(source.words)) if source else None


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
    if party := _body_named(reading, credit, identities):
        return party.entity or min(party.posts, default=credit.value.casefold()), party.country
    return credit.value.casefold(), None


def _body_named(reading: Reading, cited: Cited[str], identities: Identities) -> Party | None:
    """Return the body of a page that a label of it names, or None."""
    for body in reading.organisations:
        names = {name.value for name in body.names}
        if cited.value in names or any(span.overlaps(cited.span) for span in body.mentions):
            return Parties(reading, identities).party(body.id)
    return None


def _printed(source: Signature | None) -> str | None:
    """Return the source as people are shown it: the host of an address, or the words as printed."""
    if source is None:
        return None
    address = ADDRESS.search(source.words)
    return host_of(address[0]) if address else source.words.strip()


def _source(source: Signature | None) -> str | None:
    """Return the outlet that a page names as its own source: the host of an address, or the words."""
    printed = _printed(source)
    return printed.casefold() if printed else None


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
