"""Activities: what an article says took place, who said what in it, and what was promised."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from giaoluu.activities.addresses import address_of
from giaoluu.activities.assembly import Assembler
from giaoluu.activities.commitments import themes_in, undertakings
from giaoluu.activities.delegates import with_heads
from giaoluu.activities.drafts import drafts_of
from giaoluu.activities.exchange import decide
from giaoluu.activities.heading import at_day, at_heading, under_days
from giaoluu.activities.latecomers import with_latecomers
from giaoluu.activities.paragraphs import spoken
from giaoluu.activities.present import with_named
from giaoluu.activities.proxies import proxy_of
from giaoluu.activities.saying import Saying
from giaoluu.activities.sayings import sayings_of
from giaoluu.activities.scenes import Scene, scenes_of, within
from giaoluu.activities.sightings import Sighting, sightings_of
from giaoluu.activities.turns import days_of_speech, heading_places, turns_of
from giaoluu.activities.tying import tied
from giaoluu.activities.welcomes import with_welcomed
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.langs.pack import Pack
from giaoluu.langs.tapes import Tapes
from giaoluu.model.activities import (
    JOINT,
    ActivityMention,
    Commitment,
    Participant,
    Proposal,
    Quotation,
    Role,
    Status,
)
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.mentions import Delegation, Mentions
from giaoluu.model.spans import Cited

APART = frozenset({"encounter", "message"})
"""Groups of kinds in which people take part on their own, though they be parts of a programme."""

__all__ = ["Told", "find_activities"]


@dataclass(frozen=True, slots=True)
class Told:
    """All that an article tells: activities, quotations, commitments, proposals, and whether it is an exchange.

    `delegations` are those named, with their heads and sizes where the article tells them.
    """

    activities: tuple[ActivityMention, ...]
    quotations: tuple[Quotation, ...]
    commitments: tuple[Commitment, ...]
    proposals: tuple[Proposal, ...]
    is_exchange: bool
    reason: str
    delegations: tuple[Delegation, ...] = ()


def find_activities(article: Article, mentions: Mentions, pack: Pack, tapes: Tapes | None = None) -> Told:
    """Return what an article tells, read from its mentions.

    `tapes` are those of the article's text, where others needed them too.
    """
    scenes = list(scenes_of(article, mentions, pack, tapes or Tapes(article.text, pack)))
    turns = turns_of(scenes) or address_of(scenes)
    words = spoken(scenes) | {number for number, turn in turns.items() if turn.named}
    sightings = [
        replace(sighting, is_said=True) if scene.number in words and not sighting.is_said else sighting
        for scene in scenes
        for sighting in sightings_of(scene)
    ]
    sightings = with_welcomed(with_latecomers(scenes, under_days(scenes, sightings)))
    title = article.title.value if article.title else ""
    printed = title if pack.has_spaces else pack.fold(title)
    is_of_many = any(word in printed for word in pack.list_of("activities", "briefs"))
    assembler = Assembler(article, mentions, is_of_many=is_of_many)
    activities = assembler.activities(drafts_of(_in_order(sightings)))
    if turns:
        named = days_of_speech(scenes, turns)
        activities = at_heading(activities, heading_places(scenes, turns), article)
        activities = at_day(activities, (one for one in mentions.dates if one.id in named), article)
    narrated = {
        one.scene.number for one in sightings if one.stakes or one.status == Status.HELD or one.rule.get("part")
    }
    teller = Teller(article, mentions, assembler)
    unheard = {person.id for person in mentions.people if person.background}
    unheard |= {body.id for body in mentions.organisations if body.kind == "media"}
    said = (one for one in sayings_of(scenes, narrated, assembler.side, turns) if one.speaker not in unheard)
    told = [teller.tell(saying) for saying in said]
    quotations = tuple(quotation for quotation, _ in told)
    promised = tuple(one for _, made in told for one in made)
    heard = words | turns.keys() | _announcements(activities, scenes)
    activities = with_named(_with_speakers(activities, quotations, assembler), scenes, heard, assembler)
    quotations = tied(quotations, activities, article)
    is_exchange, reason = decide(scenes, activities, mentions, article.published.value if article.published else None)
    return Told(
        tuple(activities),
        quotations,
        tuple(one for one in promised if not isinstance(one, Proposal)),
        tuple(one for one in promised if isinstance(one, Proposal)),
        is_exchange,
        reason,
        with_heads(mentions.delegations, scenes),
    )


def _in_order(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Return sightings with captions last: they repeat what the body tells."""
    return sorted(sightings, key=lambda one: one.scene.sentence.zone == ZoneKind.CAPTION)


class Teller:
    """Turns sayings into quotations and undertakings of one article."""

    def __init__(self, article: Article, mentions: Mentions, assembler: Assembler) -> None:
        """Start counting at one."""
        self.article, self.mentions, self.assembler = article, mentions, assembler
        self.count = 0

    def tell(self, saying: Saying) -> tuple[Quotation, list[Commitment]]:
        """Return the quotation of a saying and what it undertakes."""
        self.count += 1
        scene = saying.scene
        start, end = scene.offsets(*saying.content)
        if end <= start:
            start, end = scene.offsets(*saying.cue)
        if end <= start:
            start, end = scene.sentence.start, scene.sentence.end
        content = self.article.span(start, end)
        cue = self.article.span(*scene.offsets(*saying.cue)) if saying.cue[1] > saying.cue[0] else None
        mention = saying.speaker_mention
        quotation = Quotation(
            f"u{self.count}",
            saying.speaker,
            saying.act,
            content,
            saying.rule.name,
            cue,
            self.article.span(scene.sentence.start, scene.sentence.end),
            self.article.span(mention.start, mention.end) if mention else None,
            self._sides(saying.speaker),
            self._proxy(saying),
            direct=saying.direct,
            attribution=saying.attribution,
            themes=themes_in(scene, *saying.content),
            frameworks=tuple(
                one.id for one in within(self.mentions.frameworks, start, end, at=lambda one: one.span.start)
            ),
        )
        return quotation, list(undertakings(saying, quotation, self.article, self.mentions))

    def _proxy(self, saying: Saying) -> Cited[str] | None:
        """Return in whose name a speaker speaks, as the article words it."""
        at = proxy_of(saying)
        if at is None:
            return None
        span = self.article.span(*saying.scene.offsets(*at))
        return Cited(span.exact, span, "on-behalf")

    def _sides(self, speaker: str | None) -> tuple[str, ...]:
        """Return the countries for which a speaker speaks; joint words are of all sides that speak here."""
        if speaker is None or speaker == JOINT:
            return ()
        side = self.assembler.side(speaker)
        return (side,) if side else ()


def _with_speakers(
    activities: list[ActivityMention], quotations: tuple[Quotation, ...], assembler: Assembler
) -> list[ActivityMention]:
    """Let who speaks in an article take part in the activity that it is about, if in no other, and tie words to it."""
    whole = next((one for one in activities if one.main and not one.part_of), None)
    if whole is None or assembler.is_of_many or _is_announced(whole, activities):
        return activities
    present = {
        participant.party
        for one in activities
        if one.main and (not one.part_of or kind_of(one.kind.value).group in APART)
        for participant in one.participants
    }
    sides = {party.side for one in activities if one.main for party in one.participants if party.side}
    joined = tuple(_joining(whole, quotations, present, assembler, sides))
    return [replace(one, participants=(*one.participants, *joined)) if one is whole else one for one in activities]


def _announcements(activities: list[ActivityMention], scenes: list[Scene]) -> set[int]:
    """Return the numbers of the sentences that say something, where an article announces a visit.

    Whom they name does not go along; lines that only name people list those who do.
    """
    whole = next((one for one in activities if one.main and not one.part_of), None)
    if whole is None or not _is_announced(whole, activities):
        return set()
    return {scene.number for scene in scenes if any(sign.isalnum() for sign in scene.tape.text)}


def _is_announced(one: ActivityMention, activities: list[ActivityMention]) -> bool:
    """Say whether an activity is a visit to come: who announces it does not go along.

    Where words tell that something else took place, the visit is under way.
    """
    said = (other.status for other in activities if other.main and other.status and not other.status.inferred)
    coming = one.status is not None and one.status.value is Status.PLANNED
    return one.kind.value == "visit" and coming and not any(status.value is Status.HELD for status in said)


def _joining(
    whole: ActivityMention, quotations: tuple[Quotation, ...], present: set[str], assembler: Assembler, sides: set[str]
) -> Iterator[Participant]:
    number = len(whole.participants)
    for quotation in quotations:
        speaker = quotation.speaker
        if speaker is None or not speaker.startswith("p") or speaker in present or quotation.speaker_span is None:
            continue
        present.add(speaker)
        if len(sides) > 1 and assembler.side(speaker) not in {*sides, None} and not assembler.is_envoy(speaker):
            continue
        number += 1
        yield Participant(
            f"{whole.id}.{number}",
            speaker,
            Role.SPEAKER,
            quotation.speaker_span,
            "speaks-here",
            assembler.side(speaker),
            assembler.posts(speaker),
            inferred=True,
        )
