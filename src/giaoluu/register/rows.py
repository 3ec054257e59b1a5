"""The rows of one reading: old ones out, new ones in, each with the number that it had before."""

from giaoluu.model.claims import claims
from giaoluu.model.mentions import Delegation
from giaoluu.model.mentions import Organisation as OrganisationWord
from giaoluu.model.mentions import Person as PersonWord
from giaoluu.model.reading import Reading
from giaoluu.register.carrying import carry, signature
from giaoluu.register.folding import fold
from giaoluu.register.happening_rows import add_activities
from giaoluu.register.models import Article, Claim, Organisation, Person, Place
from giaoluu.register.parties import Parties
from giaoluu.register.said_rows import add_said

CARRIED = ("activity", "person", "organisation", "place")
"""Tables whose rows keep their numbers."""

NOTHING: dict[str, list[int]] = {}


def write_rows(article: Article, reading: Reading, *, anew: bool) -> None:
    """Write all rows of a reading; read anew, in place of those of the article's last one. Judgements stay."""
    kept = _clear(article) if anew else dict.fromkeys(CARRIED, NOTHING)
    parties = Parties(
        reading,
        people={row.local: row for row in _add_people(article, reading, kept["person"])},
        organisations={row.local: row for row in _add_organisations(article, reading, kept["organisation"])},
        places={row.local: row for row in _add_places(article, reading, kept["place"])},
    )
    activities = add_activities(article, parties, kept["activity"])
    add_said(article, parties, activities)
    _add_claims(article, reading)


def _clear(article: Article) -> dict[str, dict[str, list[int]]]:
    """Delete the rows of the article's last reading and return the numbers that they leave."""
    kept = {table: signature(table, article) for table in CARRIED}
    for old in (article.commitments, article.quotations, article.activities, article.claims):
        old.all().delete()
    for table in (Person, Organisation, Place):
        table.objects.filter(article=article).delete()
    return kept


def _add_claims(article: Article, reading: Reading) -> None:
    """Add every claim with the kind of zone that its words stand in."""
    source = reading.article
    rows = []
    for claim in claims(reading):
        span, zone = claim.span, source.zone_at(claim.span.start)
        rows.append(
            Claim(
                article=article,
                subject=claim.subject,
                property=claim.property,
                value=claim.value,
                start=span.start,
                end=span.end,
                exact=span.exact,
                prefix=span.prefix,
                suffix=span.suffix,
                rule=claim.rule,
                inferred=claim.inferred,
                zone=str(zone.kind) if zone else "",
            )
        )
    Claim.objects.bulk_create(rows)


def _add_people(article: Article, reading: Reading, kept: dict[str, list[int]]) -> list[Person]:
    """Add the people of a reading; those spoken of in the background too."""
    return Person.objects.bulk_create(carry(_person(article, word), kept) for word in reading.people)


def _person(article: Article, word: PersonWord) -> Person:
    """Return the row of one person: the fullest name, all forms, the first post."""
    forms = list(dict.fromkeys(name.value for name in word.names))
    posts = [post.title.value for post in word.posts]
    country = word.country.value if word.country else next((p.country for p in word.posts if p.country), None)
    return Person(
        article=article,
        current=article.current,
        local=word.id,
        name=forms[0] if forms else next((span.exact for span in word.mentions), word.id),
        forms=forms,
        post=posts[0] if posts else "",
        country=country or "",
        background=word.background,
        folded=fold(" ".join([*forms, *posts])),
    )


def _add_organisations(article: Article, reading: Reading, kept: dict[str, list[int]]) -> list[Organisation]:
    """Add the bodies and delegations of a reading."""
    words: list[OrganisationWord | Delegation] = [*reading.organisations, *reading.delegations]
    return Organisation.objects.bulk_create(carry(_organisation(article, word), kept) for word in words)


def _organisation(article: Article, word: OrganisationWord | Delegation) -> Organisation:
    """Return the row of one body or delegation."""
    if isinstance(word, Delegation):
        forms, kind, level = [word.name.value], "delegation", ""
    else:
        forms, kind, level = list(dict.fromkeys(name.value for name in word.names)), word.kind or "", word.level or ""
    return Organisation(
        article=article,
        current=article.current,
        local=word.id,
        name=forms[0] if forms else word.id,
        forms=forms,
        kind=kind,
        level=level,
        country=word.country.value if word.country else "",
        folded=fold(" ".join(forms)),
    )


def _add_places(article: Article, reading: Reading, kept: dict[str, list[int]]) -> list[Place]:
    """Add the places of a reading."""
    rows = (
        Place(
            article=article,
            current=article.current,
            local=word.id,
            name=word.name.value,
            level=str(word.level or ""),
            key=word.key or "",
            country=word.country or "",
            city=word.city or "",
            folded=fold(word.name.value),
        )
        for word in reading.places
    )
    return Place.objects.bulk_create(carry(row, kept) for row in rows)
