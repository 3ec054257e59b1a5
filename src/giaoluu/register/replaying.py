"""What people decided, put on the claims of a page as it is read now."""

from collections.abc import Iterable

from giaoluu.register.anchoring import Placement, Quote, State, place
from giaoluu.register.effective import NAMED_BY_ID, Key
from giaoluu.register.models import Anchor, Article, Claim, Judgement

DECISIONS = ("accept", "reject", "correct")
"""Verdicts on claims; the others are on rows."""

PLACED = ("held", "moved")
"""Where a decision or a proposal has found its claim for certain."""

KNOWN_BY = ("kind", "name", "quotation", "commitment", "proposal", "title")
"""Properties whose words a subject is known by, the best first."""


def replay(article: Article) -> dict[Key, str | None]:
    """Put every standing decision on its claim, keep where each stands, and return them as `judged` takes them.

    The later of two decisions on a claim counts. What cannot be placed for certain changes nothing:
    its anchor says unsure or lost, and `adrift` lists it.
    """
    article.anchors.all().delete()
    standing, proposed = standing_on(article.page), _proposed_on(article.page)
    if not standing and not proposed:
        return {}
    claims = list(article.claims.order_by("start", "id"))
    by_number = {claim.pk: claim for claim in claims}
    quotes = quotes_of(claims)
    decided: dict[int, Claim] = {}
    anchors = []
    for judgement in [*standing, *proposed]:
        placed = place(_wanted(judgement), quotes, same_text=judgement.digest == article.capture.digest)
        claim = by_number[placed.number] if placed.number is not None else None
        takes_out = judgement.verdict == "reject" or (judgement.verdict == "propose" and not judgement.correction)
        if claim is not None and placed.state in {State.HELD, State.MOVED}:
            if judgement.verdict == "propose":
                placed = _offer(claim, judgement, placed)
            else:
                placed = _decide(claim, judgement, placed)
                decided[claim.pk] = claim
        elif takes_out and placed.state == State.LOST:
            placed = Placement(State.IDLE, None, "what was rejected is no longer read")
        anchors.append(
            Anchor(judgement=judgement, article=article, claim=claim, state=placed.state, reason=placed.reason)
        )
    Anchor.objects.bulk_create(anchors)
    Claim.objects.bulk_update(decided.values(), ["verdict", "corrected"])
    return {key_of(claim): after for claim in decided.values() if (after := _after(claim)) != claim.value}


def standing_on(page: str) -> list[Judgement]:
    """Return the decisions on the claims of a page that nobody took back, the last one on each quote and value."""
    rows = Judgement.objects.filter(page=page, verdict__in=DECISIONS, undone_by=None).order_by("pk")
    last = {(row.digest, row.start, row.end, row.property, row.about, row.value): row for row in rows}
    return sorted(last.values(), key=lambda row: row.pk)


def _proposed_on(page: str) -> list[Judgement]:
    """Return what was proposed on the claims of a page and not taken back."""
    return list(Judgement.objects.filter(page=page, verdict="propose", undone_by=None).order_by("pk"))


def in_effect(article: Article) -> dict[Key, str | None]:
    """Return the decisions that stand on the claims of an article now, as `judged` takes them."""
    decided = article.claims.exclude(verdict="").order_by("start", "id")
    return {key_of(claim): after for claim in decided if (after := _after(claim)) != claim.value}


def quotes_of(claims: Iterable[Claim]) -> list[Quote]:
    """Return claims as what decisions look for."""
    claims = list(claims)
    about = _abouts(claims)
    return [
        Quote(
            claim.property,
            value_of(claim),
            claim.start,
            claim.end,
            claim.exact,
            claim.prefix,
            claim.suffix,
            about[claim.subject],
            claim.subject,
            claim.pk,
        )
        for claim in claims
    ]


def value_of(claim: Claim) -> str:
    """Return the value of a claim as a decision keeps it: an id of the reading means nothing in the next one."""
    return "" if claim.property in NAMED_BY_ID else claim.value


def _abouts(claims: list[Claim]) -> dict[str, str]:
    """Return the words, with a little context, that each subject is known by."""
    ranks = {name: rank for rank, name in enumerate(KNOWN_BY)}
    best: dict[str, tuple[int, int, str]] = {}
    for claim in claims:
        words = f"{claim.prefix[-16:]}[{claim.exact}]{claim.suffix[:16]}"
        found = (ranks.get(claim.property, len(ranks)), claim.start, words)
        best[claim.subject] = min(best.get(claim.subject, found), found)
    return {subject: words for subject, (_, _, words) in best.items()}


def _wanted(judgement: Judgement) -> Quote:
    """Return what a decision looks for."""
    return Quote(
        judgement.property,
        judgement.value,
        judgement.start,
        judgement.end,
        judgement.exact,
        judgement.prefix,
        judgement.suffix,
        judgement.about,
        judgement.subject,
    )


def _decide(claim: Claim, judgement: Judgement, placed: Placement) -> Placement:
    """Put a decision on its claim; the value that a person gave holds whatever is read there now."""
    same = value_of(claim) == judgement.value
    if judgement.verdict == "reject":
        if not same:
            return Placement(State.IDLE, placed.number, "another value than the rejected one is read now")
        claim.verdict, claim.corrected = "reject", ""
    elif judgement.verdict == "correct":
        claim.verdict, claim.corrected = "correct", judgement.correction
    else:
        claim.verdict, claim.corrected = ("accept", "") if same else ("correct", judgement.value)
    return placed


def _offer(claim: Claim, judgement: Judgement, placed: Placement) -> Placement:
    """Say whether a proposal still has something to change on its claim."""
    if not judgement.correction and value_of(claim) != judgement.value:
        return Placement(State.IDLE, placed.number, "another value than the one to take out is read now")
    if judgement.correction == claim.value != judgement.value:
        return Placement(State.IDLE, placed.number, "what was proposed is read now")
    return placed


def key_of(claim: Claim) -> Key:
    """Return what a claim is known by inside its reading."""
    return Key(claim.subject, claim.property, claim.value, claim.start, claim.end)


def _after(claim: Claim) -> str | None:
    """Return the value after a decision, None for a rejected one."""
    return None if claim.verdict == "reject" else claim.effective()
