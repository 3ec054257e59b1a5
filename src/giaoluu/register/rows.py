"""The rows of one reading: old ones out, new ones in, each with the number that it had before."""

from giaoluu.model.claims import claims
from giaoluu.model.mentions import Delegation
from giaoluu.model.mentions import Organisation as OrganisationWord
from giaoluu.model.mentions import Person as PersonWord
from giaoluu.model.mentions import Place as PlaceWord
from giaoluu.model.reading import Reading
from giaoluu.register.carrying import Kept
from giaoluu.register.describing import describe, is_listed
from giaoluu.register.effective import Judged, judged
from giaoluu.register.folding import fold
from giaoluu.register.happening_rows import add_activities
from giaoluu.register.heads import release
from giaoluu.register.indexing import index, rows_in
from giaoluu.register.models import Article, Claim, Organisation, Person, Place
from giaoluu.register.occasion_rows import add_occasions
from giaoluu.register.parties import Parties
from giaoluu.register.replaying import replay
from giaoluu.register.said_rows import add_said
from giaoluu.register.weights import Weights


def write_rows(article: Article, reading: Reading, *, new: bool = False) -> None:
    """Write all rows of a reading in place of those of the article's last one, as people judged it before.

    A `new` article has none yet.
    """
    if not new:
        article.claims.all().delete()
    _add_claims(article, reading)
    derive(article, judged(reading, replay(article)), Kept(article, new=new))


def derive(article: Article, after: Judged, kept: Kept) -> None:
    """Write what lists and filters look into, from a reading after judgements; claims stay as they are."""
    reading = after.reading
    describe(article, reading)
    article.listed = article.listed or is_listed(article)
    article.linked = False
    article.save()
    add_rows(article, after, kept)
    index(article, reading, rows_in(kept.saved), new=kept.new)
    if not kept.new:
        release(article)


def add_rows(article: Article, after: Judged, kept: Kept) -> None:
    """Add the rows of who, where, what took place and what was said."""
    reading = after.reading
    people = kept.save(Person, (_person(article, word, kept) for word in reading.people))
    bodies: list[OrganisationWord | Delegation] = [*reading.organisations, *reading.delegations]
    organisations = kept.save(Organisation, (_organisation(article, word, kept) for word in bodies))
    places = kept.save(Place, (_place(article, word, kept) for word in reading.places))
    parties = Parties(
        reading,
        people={row.local: row for row in people},
        organisations={row.local: row for row in organisations},
        places={row.local: row for row in places},
    )
    activities = add_activities(article, parties, kept, after.rejected)
    add_said(article, parties, kept, activities)
    add_occasions(article, reading, kept, activities)


def _add_claims(article: Article, reading: Reading) -> None:
    """Add every claim with the kind of zone that its words stand in, and how soon a person should look at it."""
    source, weigh = reading.article, Weights(reading)
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
                weight=weigh(claim),
                current=article.current,
            )
        )
    Claim.objects.bulk_create(rows)


def _person(article: Article, word: PersonWord, kept: Kept) -> Person:
    """Return the row of one person: the fullest name, all forms, the first post."""
    forms = list(dict.fromkeys(name.value for name in word.names))
    posts = [post.title.value for post in word.posts]
    country = word.country.value if word.country else next((p.country for p in word.posts if p.country), None)
    return kept.row(
        Person,
        article=article,
        current=article.listed,
        local=word.id,
        name=forms[0] if forms else next((span.exact for span in word.mentions), word.id),
        forms=forms,
        post=posts[0] if posts else "",
        country=country or "",
        background=word.background,
        folded=fold(" ".join([*forms, *posts])),
    )


def _organisation(article: Article, word: OrganisationWord | Delegation, kept: Kept) -> Organisation:
    """Return the row of one body or delegation."""
    if isinstance(word, Delegation):
        forms, kind, level = [word.name.value], "delegation", ""
    else:
        forms, kind, level = list(dict.fromkeys(name.value for name in word.names)), word.kind or "", word.level or ""
    return kept.row(
        Organisation,
        article=article,
        current=article.listed,
        local=word.id,
        name=forms[0] if forms else word.id,
        forms=forms,
        kind=kind,
        level=level,
        country=word.country.value if word.country else "",
        folded=fold(" ".join(forms)),
    )


def _place(article: Article, word: PlaceWord, kept: Kept) -> Place:
    """Return the row of one place."""
    return kept.row(
        Place,
        article=article,
        current=article.listed,
        local=word.id,
        name=word.name.value,
        level=str(word.level or ""),
        key=word.key or "",
        country=word.country or "",
        city=word.city or "",
        folded=fold(word.name.value),
    )
