"""Rows of the register in the shapes of the API."""

from giaoluu.register.models import (
    Activity,
    Article,
    CaptureRow,
    Claim,
    Commitment,
    Judgement,
    Organisation,
    Participant,
    Person,
    Place,
    Quotation,
    SearchRow,
)
from giaoluu.register.models.pages import NO_DAY
from giaoluu.web.api import shapes


def activity(row: Activity) -> shapes.ActivityShape:
    """Return an activity."""
    return shapes.ActivityShape(
        id=row.pk, article=row.article_id, kind=row.kind, mode=row.mode, status=row.status, main=row.main,
        title=row.title, date=row.date, bounds=row.bounds, place=row.place, countries=row.countries.split(),
        parties=row.parties, part_of=row.part_of_id, same_as=row.canonical_id,
    )  # fmt: skip


def participant(row: Participant) -> shapes.ParticipantShape:
    """Return a participant."""
    return shapes.ParticipantShape(
        name=row.name, post=row.post, role=row.role, side=row.side, person=row.person_id, body=row.organisation_id,
        inferred=row.inferred,
    )  # fmt: skip


def person(row: Person) -> shapes.PersonShape:
    """Return a person."""
    return shapes.PersonShape(
        id=row.pk, article=row.article_id, name=row.name, forms=row.forms, post=row.post, country=row.country,
        background=row.background, same_as=row.canonical_id,
    )  # fmt: skip


def body(row: Organisation) -> shapes.BodyShape:
    """Return a body."""
    return shapes.BodyShape(
        id=row.pk, article=row.article_id, name=row.name, forms=row.forms, kind=row.kind, level=row.level,
        country=row.country, same_as=row.canonical_id,
    )  # fmt: skip


def place(row: Place) -> shapes.PlaceShape:
    """Return a place."""
    return shapes.PlaceShape(
        id=row.pk, article=row.article_id, name=row.name, level=row.level, key=row.key, city=row.city,
        country=row.country, same_as=row.canonical_id,
    )  # fmt: skip


def article(row: Article) -> shapes.ArticleShape:
    """Return an article."""
    return shapes.ArticleShape(
        id=row.pk, page=row.page, version=row.version, current=row.current, title=row.title, language=row.language,
        published=row.published, outlet=row.outlet, url=row.url, credit=row.credit, is_exchange=row.is_exchange,
        capture=row.capture_id,
    )  # fmt: skip


def claim(row: Claim) -> shapes.ClaimShape:
    """Return a claim."""
    return shapes.ClaimShape(
        id=row.pk, article=row.article_id, subject=row.subject, property=row.property, value=row.value,
        start=row.start, end=row.end, exact=row.exact, prefix=row.prefix, suffix=row.suffix, rule=row.rule,
        inferred=row.inferred, zone=row.zone, weight=row.weight, verdict=row.verdict, corrected=row.corrected,
    )  # fmt: skip


def statement(row: Quotation) -> shapes.StatementShape:
    """Return what somebody said."""
    return shapes.StatementShape(
        id=row.pk, article=row.article_id, activity=row.activity_id, person=row.person_id, body=row.organisation_id,
        speaker=row.speaker, act=row.act, attribution=row.attribution, direct=row.direct, joint=row.joint,
        sides=row.sides.split(), themes=row.themes.split(), text=row.text, start=row.start, end=row.end,
    )  # fmt: skip


def commitment(row: Commitment) -> shapes.CommitmentShape:
    """Return an undertaking."""
    return shapes.CommitmentShape(
        id=row.pk, article=row.article_id, activity=row.activity_id, statement=row.quotation_id, person=row.person_id,
        speaker=row.speaker, party=row.party, sides=row.sides.split(), proposal=row.proposal, strength=row.strength,
        specificity=row.specificity, due=row.due, conditional=row.conditional, recurring=row.recurring,
        themes=row.themes.split(), text=row.text, start=row.start, end=row.end,
    )  # fmt: skip


def judgement(row: Judgement) -> shapes.JudgementShape:
    """Return a decision; asks for the one that takes it back unless that is known."""
    undone_by = getattr(row, "undone_by", None)
    return shapes.JudgementShape(
        id=row.pk, verdict=row.verdict, table=row.table, row=row.row, other=row.other,
        page=row.page, property=row.property, exact=row.exact, value=row.value,
        correction=row.correction, who=row.who, when=row.when, why=row.why, undoes=row.undoes_id,
        undone_by=undone_by.pk if undone_by else None,
    )  # fmt: skip


def capture(row: CaptureRow) -> shapes.CaptureShape:
    """Return a capture; asks for its article unless that is known."""
    made = getattr(row, "article", None)
    return shapes.CaptureShape(
        id=row.pk, digest=row.digest, name=row.name, url=row.url, fetched=row.fetched, media_type=row.media_type,
        encoding=row.encoding, size=row.size, article=made.pk if made else None,
    )  # fmt: skip


def found(row: SearchRow) -> shapes.FoundShape:
    """Return what was found."""
    return shapes.FoundShape(
        sort=row.sort, id=row.row, article=row.article_id, title=row.article.title,
        day="" if row.day == NO_DAY else row.day.isoformat(), words=row.shown,
    )  # fmt: skip
