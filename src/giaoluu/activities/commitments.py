"""Commitments and proposals: what a saying undertakes or asks, one by one, with strength and specificity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from giaoluu.activities.deadlines import due_of
from giaoluu.activities.saying import Saying
from giaoluu.activities.scenes import Scene, is_deliverable, within
from giaoluu.model.activities import JOINT, Act, Commitment, Proposal, Quotation, Specificity, Strength
from giaoluu.model.article import Article
from giaoluu.model.mentions import Mentions
from giaoluu.model.spans import Cited

SHORTEST = 8
"""Signs of the tape below which a piece of a list is no undertaking of its own."""


@dataclass(slots=True)
class Piece:
    """One undertaking on the tape of a scene, with the purpose clause that closes it.

    One that `is_manner` says only with whom, how or on what ground: the undertaking is what follows.
    """

    start: int
    end: int
    purpose: tuple[int, int] | None = None
    is_manner: bool = False


def undertakings(saying: Saying, quotation: Quotation, article: Article, mentions: Mentions) -> Iterator[Commitment]:
    """Yield the commitments (or, for a wish, the proposals) that one saying makes, in the order of the text."""
    if saying.act not in {Act.COMMIT, Act.PROPOSE} and not (saying.strength or "").startswith("w"):
        return
    strength = Strength(saying.strength or ("w1" if saying.act == Act.PROPOSE else "w2"))
    make = Proposal if strength == Strength.WISH else Commitment
    pieces = list(_pieces(saying))
    for number, piece in enumerate(pieces, start=1):
        start, end = saying.scene.offsets(piece.start, piece.end)
        if end <= start:
            continue
        action = article.span(start, end)
        purpose = _cited(article, saying.scene, piece.purpose) if piece.purpose else None
        frameworks = tuple(f.id for f in within(mentions.frameworks, start, end, at=lambda f: f.span.start))
        occasions = tuple(o.id for o in within(mentions.occasions, start, end, at=lambda o: o.name.span.start))
        yield make(
            f"{quotation.id}.{number}",
            quotation.id,
            quotation.speaker,
            action,
            saying.rule.name,
            strength,
            _specificity(saying.scene, piece),
            saying.party.ref if saying.party and saying.party.kind == "body" else None,
            tuple(ref for ref in _partners(saying, piece) if ref != quotation.speaker),
            quotation.sides,
            cue=article.span(*saying.scene.offsets(*saying.cue))
            if number == 1 and saying.cue[1] > saying.cue[0]
            else None,
            continuing=_is_continuing(saying, piece),
            joint=quotation.speaker == JOINT,
            due=due_of(saying, (piece.start, piece.end), article, mentions, is_first=number == 1),
            purpose=purpose,
            themes=themes_in(saying.scene, piece.start, piece.end),
            frameworks=frameworks,
            occasions=occasions,
        )


def _cited(article: Article, scene: Scene, stretch: tuple[int, int]) -> Cited[str] | None:
    start, end = scene.offsets(*stretch)
    return Cited(article.text[start:end], article.span(start, end), "purpose-clause") if end > start else None


def _pieces(saying: Saying) -> Iterator[Piece]:
    """Cut the content of a saying into undertakings: a new one begins where a verb of action opens a clause."""
    scene, (start, end) = saying.scene, saying.content
    verbs = {match.start for match in scene.find("strength") if match.rule.get("strength") == "action"}
    purposes = {match.start for match in scene.find("strength") if match.rule.get("strength") == "purpose"}
    manners = {match.start: match.end for match in scene.find("strength") if match.rule.get("strength") == "manner"}
    opening = {match.start: match.end for match in scene.find("cue")} | manners
    cuts = [start]
    for position in range(start, end):
        if scene.tape.text[position] in ",;，；、":
            following = position + 1 + (scene.tape.text[position + 1 : position + 2] == " ")
            if following in verbs or following in purposes or scene.tape.text[position] in ";；":
                cuts.append(following)
    cuts.append(end)
    current: Piece | None = None
    for first, last in pairwise(cuts):
        if first in purposes and current is not None:
            current = Piece(
                current.start, current.end, (first, last) if current.purpose is None else (current.purpose[0], last)
            )
        elif (
            current is not None
            and current.purpose is not None
            and scene.tape.text[first - 2 : first].strip() not in {";", "；"}
        ):
            current = Piece(current.start, current.end, (current.purpose[0], last))
        elif current is not None and (current.is_manner or last - first < SHORTEST):
            current = Piece(current.start, last, current.purpose)
        else:
            if current is not None:
                yield current
            current = Piece(first, last, is_manner=_is_manner(scene, first, last, opening))
    if current is not None and current.end - current.start > 2:
        yield current


def _is_manner(scene: Scene, start: int, end: int, opening: Mapping[int, int]) -> bool:
    """Say whether a stretch holds nothing but who is ready and phrases of manner, given as start → end."""
    position = start
    while position < end:
        if position not in opening and scene.tape.text[position].isalnum():
            return False
        position = max(opening.get(position, 0), position + 1)
    return True


def _specificity(scene: Scene, piece: Piece) -> Specificity:
    """Return how checkable an undertaking is, by what it names: an occasion or deliverable, a date, a field."""
    found = {
        match.rule.get("strength")
        for match in scene.find("strength")
        if piece.start <= match.start < piece.end and not scene.of_type("occasion", start=match.start, end=match.end)
    }
    if any(is_deliverable(mention) for _, mention in scene.of_type("occasion", start=piece.start, end=piece.end)):
        found.add("s2")
    dated = any(True for _ in scene.of_type("date", start=piece.start, end=piece.end))
    if "s2" in found:
        return Specificity.DATED if dated else Specificity.DELIVERABLE
    return Specificity.DIRECTIONAL if "s1" in found else Specificity.VAGUE


def _partners(saying: Saying, piece: Piece) -> Iterator[str]:
    """Yield the ids of the bodies and people named in an undertaking: with whom it is to be done."""
    for _, mention in saying.scene.parties(piece.start, piece.end):
        if mention.ref and mention.kind in {"body", "person"}:
            yield mention.ref


def _is_continuing(saying: Saying, piece: Piece) -> bool:
    """Say whether the undertaking goes on with what is already done."""
    stretch = (min(saying.cue[0], piece.start), piece.end)
    return any(
        match.rule.get("continuing") and stretch[0] <= match.start < min(stretch[1], stretch[0] + 40)
        for match in saying.scene.find("strength")
    )


def themes_in(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """Return the themes that the words of a stretch touch, in their order, each once."""
    first, last = scene.tape.span(start, end)
    found = sorted((at, str(rule.get("theme"))) for at, _, rule in scene.find_printed("theme") if first <= at < last)
    return tuple(dict.fromkeys(theme for _, theme in found))
