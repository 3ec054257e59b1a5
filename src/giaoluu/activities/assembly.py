"""From sightings to the activities of an article: what is told twice is one, what is inside another is its part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from giaoluu.activities.scenes import Scene
from giaoluu.activities.sightings import Sighting, Stake
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import ActivityMention, Gift, Participant, Role, Status
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.mentions import DateMention, Mentions, Occasion, Organisation, Person
from giaoluu.model.spans import Cited, Span

PAST = frozenset({Status.RECALLED, Status.RECURRING})
"""Statuses of what an article only looks back on, or tells in general."""

OPENING = 3
"""Sentences of the body that make up its lead."""

LOOKING_BACK = 60
"""Days before the newest activity of an article from which another is only recalled."""

CONTAINERS = frozenset({"visit", "festival", "forum", "congress", "celebration", "joint_activity"})
"""Kinds that hold other activities as their parts."""


@dataclass
class Draft:
    """An activity in the making: its sightings and the parties found so far."""

    sightings: list[Sighting] = field(default_factory=list)

    @property
    def lead(self) -> Sighting:
        """The sighting that names the kind best: the first that is not weak, one with a mode before one without."""
        strong = [one for one in self.sightings if not one.is_weak] or self.sightings
        return next((one for one in strong if one.mode), strong[0])

    @property
    def parties(self) -> set[str]:
        """Ids of the parties so far."""
        return {stake.mention.ref for one in self.sightings for stake in one.stakes if stake.mention.ref}

    @property
    def dates(self) -> set[str]:
        """EDTF of the dates so far."""
        return {mention.value for one in self.sightings for mention in one.dates if mention.value}

    @property
    def numbers(self) -> set[str]:
        """Numbers of editions so far."""
        return {number for one in self.sightings for number in one.numbers}

    @property
    def is_bare(self) -> bool:
        """Say whether nothing tells which activity is meant."""
        return all(one.is_bare for one in self.sightings)

    @property
    def is_in_title(self) -> bool:
        """Say whether the title tells of it."""
        return any(one.scene.sentence.zone == ZoneKind.TITLE for one in self.sightings)

    @property
    def status(self) -> Status | None:
        """The status that the first telling sighting gives."""
        return next((one.status for one in self.sightings if one.status), None)


def drafts_of(sightings: Iterable[Sighting]) -> list[Draft]:
    """Gather sightings of one activity into drafts, in reading order."""
    drafts: list[Draft] = []
    for sighting in sightings:
        draft = next((draft for draft in _candidates(drafts, sighting) if _same(draft, sighting)), None)
        if draft is None:
            draft = Draft()
            drafts.append(draft)
        draft.sightings.append(sighting)
    return drafts


def _candidates(drafts: list[Draft], sighting: Sighting) -> list[Draft]:
    """Return the drafts of which a sighting may tell, the likeliest first: the last, or for bare words the title's."""
    recent = drafts[::-1]
    if not sighting.is_bare or sighting.is_weak:
        return recent
    return sorted(recent, key=lambda draft: not any(one.scene.sentence.zone == ZoneKind.TITLE for one in draft.sightings))


def _same(draft: Draft, sighting: Sighting) -> bool:
    """Say whether a sighting tells of a draft's activity once more."""
    lead = draft.lead
    group = kind_of(lead.kind).group == kind_of(sighting.kind).group
    same_kind = lead.kind == sighting.kind
    if not (same_kind or (group and (lead.is_weak or sighting.is_weak))):
        return False
    if not (lead.is_weak or sighting.is_weak) and lead.mode and sighting.mode and lead.mode != sighting.mode and kind_of(lead.kind).group != "encounter":
        return False
    if draft.numbers and sighting.numbers and not draft.numbers & sighting.numbers:
        return False
    if sighting.numbers and not draft.numbers and draft.is_bare and not draft.is_in_title:
        return False
    told = {stake.mention.ref for stake in sighting.stakes if stake.mention.ref and stake.mention.kind == "person"}
    known = {ref for ref in draft.parties if ref.startswith("p")}
    if len(told) >= 2 and len(known) >= 2 and len(told & known) < 2 and not (lead.rule.get("noun") and sighting.rule.get("noun")):
        return False
    named = bool(lead.rule.get("noun")) and bool(sighting.rule.get("noun"))
    if told and known and not told & known and not (lead.is_weak or sighting.is_weak or named):
        return False
    if (draft.status in PAST) != (sighting.status in PAST) and not sighting.is_weak:
        return False
    dates = {mention.value for mention in sighting.dates if mention.value}
    return not (dates and draft.dates and not dates & draft.dates and not _overlap(dates, draft.dates))


def _is_inside(sighting: Sighting) -> bool:
    """Say whether words put an activity inside a larger one: a framework, "the same day", a picture's caption."""
    same_day = any(mention.value is None for mention in sighting.dates)
    return sighting.within or same_day or sighting.scene.sentence.zone == ZoneKind.CAPTION


def _has_person(sighting: Sighting) -> bool:
    """Say whether a named person or a delegation has a stake."""
    return any(stake.mention.ref and stake.mention.ref.startswith(("p", "g")) for stake in sighting.stakes)


def _overlap(left: set[str], right: set[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in left for b in right)


class Assembler:
    """Turns drafts into the activities of one article."""

    def __init__(self, article: Article, mentions: Mentions) -> None:
        """Index what the article names by id."""
        self.article, self.mentions = article, mentions
        self.people: dict[str, Person] = {person.id: person for person in mentions.people}
        self.bodies: dict[str, Organisation] = {body.id: body for body in mentions.organisations}
        self.dates: dict[str, DateMention] = {date.id: date for date in mentions.dates}
        self.occasions: dict[str, Occasion] = {occasion.id: occasion for occasion in mentions.occasions}
        body = [s for s in mentions.sentences if s.zone in {ZoneKind.BODY, ZoneKind.SAPO}]
        self.opening = {s.start for s in body[:OPENING]}

    def activities(self, drafts: list[Draft]) -> list[ActivityMention]:
        """Return the activities, main ones first named, parts pointing to what holds them."""
        made = [self.activity(draft, f"a{number}") for number, draft in enumerate(drafts, start=1)]
        made = self._set(self._past(made), drafts)
        if made and not any(one.main for one in made):
            made = self._promoted(made, drafts)
        return self._parts(made, drafts)

    def _past(self, made: list[ActivityMention]) -> list[ActivityMention]:
        """Mark as recalled what is dated well before the activities of the opening, or before the article itself."""
        dates = [one.date.value.earliest for one in made if one.main and one.date and one.status and one.status.value not in PAST]
        now = max((date for date in dates if date), default=None)
        if self.article.published and self.article.published.value.earliest:
            now = max(now or date.min, self.article.published.value.earliest)
        if now is None:
            return made
        horizon = now - timedelta(days=LOOKING_BACK)
        result = []
        for one in made:
            latest = one.date.value.latest if one.date else None
            if latest is not None and latest < horizon and one.status and one.date:
                one = replace(one, main=False, status=Cited(Status.RECALLED, one.date.span, "dated-long-before", inferred=True))
            result.append(one)
        return result

    def _set(self, made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
        """Lend the date and the place of the lead to main activities that have none: the lead sets the scene.

        What the lead's own words tie to another activity than the main one is not lent.
        """
        lead = self._lead(drafts)
        told = [one for one, draft in zip(made, drafts, strict=True) if one.main and any(s.scene.number in lead for s in draft.sightings)]
        dated = next((one.date for one in told if one.date), None)
        placed = next((one for one in told if one.place), None)
        result = []
        for one in made:
            if one.main and not one.occasions:
                if one.date is None and one.date_words is None and dated is not None:
                    one = replace(one, date=replace(dated, rule="lead-setting", inferred=True))
                if one.place is None and placed is not None and placed.place is not None:
                    one = replace(one, place=replace(placed.place, rule="lead-setting", inferred=True), places=placed.places)
            result.append(one)
        return result

    def _lead(self, drafts: list[Draft]) -> set[int]:
        """Return the numbers of the first scene of the sapo and of the body in which something is told."""
        lead: dict[ZoneKind, int] = {}
        for one in (sighting for draft in drafts for sighting in draft.sightings if not sighting.is_said):
            zone = one.scene.sentence.zone
            if zone in {ZoneKind.SAPO, ZoneKind.BODY}:
                lead[zone] = min(lead.get(zone, one.scene.number), one.scene.number)
        return set(lead.values())

    def _is_told_early(self, draft: Draft) -> bool:
        """Say whether the first sentences of the body tell of it."""
        return any(one.scene.sentence.start in self.opening for one in draft.sightings)

    def _shares(self, whole: ActivityMention, one: ActivityMention) -> bool:
        """Say whether a part can be of a visit: it is without parties, or one of them is on the visit."""
        mine = {participant.party for participant in one.participants}
        return whole.kind.value != "visit" or not mine or bool(mine & {p.party for p in whole.participants})

    def _promoted(self, made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
        """Where the opening tells of none, the first activity that has parties (or the first) is what the article is about."""
        live = [n for n, draft in enumerate(drafts) if draft.status not in PAST]
        first = next((n for n in live if drafts[n].parties), live[0] if live else None)
        return [replace(one, main=number == first) for number, one in enumerate(made)]

    def activity(self, draft: Draft, ref: str) -> ActivityMention:
        """Return one activity with every value on its span."""
        lead = draft.lead
        kind_span = self._span(lead.scene, lead.start, lead.end)
        status = self._status(draft)
        day, words = self._date(draft)
        places = [mention for one in draft.sightings for mention in one.places]
        place = places[0] if places else None
        mode = next(
            ((one.mode, self._span(one.scene, one.start, one.end), one.rule.name) for one in sorted(draft.sightings, key=lambda s: s.is_weak) if one.mode and one.kind == lead.kind),
            None,
        )
        occasions = dict.fromkeys(m.ref for one in draft.sightings for m in one.occasions if m.ref)
        quantities = dict.fromkeys(m.ref for one in draft.sightings for m in one.quantities if m.ref)
        delegations = dict.fromkeys(s.mention.ref for one in draft.sightings for s in one.stakes if s.mention.kind == "delegation" and s.mention.ref)
        return ActivityMention(
            ref,
            Cited(lead.kind, kind_span, lead.rule.name),
            Cited(mode[0], mode[1], mode[2]) if mode else None,
            status,
            self._is_main(draft),
            self._title(draft),
            day,
            words,
            place=Cited(self.article.text[place.start : place.end], self.article.span(place.start, place.end), "place-word") if place else None,
            places=tuple(dict.fromkeys(m.ref for m in places if m.ref)),
            participants=tuple(self._participants(draft, ref)),
            occasions=tuple(occasions),
            quantities=tuple(quantities),
            delegations=tuple(delegations),
            gifts=tuple(self._gifts(draft, ref)),
            evidence=tuple(self._span(one.scene, one.start, one.end) for one in draft.sightings),
            accounts=tuple(self._span(one.scene, *one.clause) for one in draft.sightings),
            role_in_series=next(self._details(draft, "role_in_series"), None),
            topics=tuple(self._details(draft, "topic")),
            agenda=tuple(self._details(draft, "agenda")),
            targets=tuple(self._details(draft, "target_group")),
            outcomes=tuple(self._details(draft, "outcome")),
            count_stated=draft.status != Status.RECURRING,
        )

    def _span(self, scene: Scene, start: int, end: int) -> Span:
        return self.article.span(*scene.offsets(start, end))

    def _status(self, draft: Draft) -> Cited[Status] | None:
        for one in draft.sightings:
            if one.status and one.status_at:
                return Cited(one.status, self.article.span(*one.status_at), "status-word")
        return Cited(Status.HELD, self._span(draft.lead.scene, draft.lead.start, draft.lead.end), "told-as-done", inferred=True)

    def _date(self, draft: Draft) -> tuple[Cited | None, Span | None]:  # type: ignore[type-arg]
        """Return the date of the first sighting that has a resolved one, else the words of an unresolved one."""
        words = None
        for one in sorted(draft.sightings, key=lambda s: s.scene.sentence.zone == ZoneKind.CAPTION):
            for mention in one.dates:
                found = self.dates.get(mention.ref or "")
                if found is None:
                    continue
                if found.edtf is not None and not str(found.edtf).endswith("/.."):
                    return Cited(found.edtf, found.span, found.rule), found.span
                words = words or found.span
        for ref in (m.ref for one in draft.sightings for m in one.occasions):
            occasion = self.occasions.get(ref or "")
            if occasion and occasion.edition and occasion.date:
                return occasion.date, occasion.date.span
        return None, words

    def _title(self, draft: Draft) -> Cited[str] | None:
        """Return the name of the activity: a series with its edition, or the trigger with its occasion."""
        for one in draft.sightings:
            for mention in one.occasions:
                start = one.scene.tape.span(one.start, one.start + 1)[0]
                start, end = min(start, mention.start), mention.end
                if end - start <= 160 and self.article.text.find("\n", start, end) < 0:
                    span = self.article.span(start, end)
                    return Cited(span.exact, span, one.rule.name)
        return None

    def _is_main(self, draft: Draft) -> bool:
        """Say whether the article is about it: told in its title, lead or a caption, and not just recalled."""
        if draft.status in PAST or all(one.is_said for one in draft.sightings) or (draft.is_bare and not draft.lead.is_weak):
            return False
        zones = {one.scene.sentence.zone for one in draft.sightings}
        early = self._is_told_early(draft)
        done = any(not s.rule.get("noun") and not s.rule.get("part") and _has_person(s) for s in draft.sightings)
        return early or done or ZoneKind.TITLE in zones or (ZoneKind.CAPTION in zones and bool(draft.parties))

    def _participants(self, draft: Draft, ref: str) -> Iterable[Participant]:
        """Yield each party once, in the most telling role that any sighting gives."""
        stakes: dict[str, Stake] = {}
        for one in draft.sightings:
            for stake in one.stakes:
                party = stake.mention.ref
                if party is None or not party.startswith(("p", "o", "g")):
                    continue
                if party not in stakes or stakes[party].role in {Role.ATTENDEE, Role.SPEAKER}:
                    stakes[party] = stake
        for stake in self._beside(draft):
            stakes.setdefault(stake.mention.ref or "", stake)
        for number, (party, stake) in enumerate(stakes.items(), start=1):
            span = self.article.span(stake.mention.start, stake.mention.end)
            yield Participant(f"{ref}.{number}", party, stake.role, span, stake.rule, self.side(party), self.posts(party))

    def _beside(self, draft: Draft) -> Iterator[Stake]:
        """Yield the people named in the sentences that tell of an activity: they are there, unless only something of theirs is named."""
        if draft.status in PAST:
            return
        for one in draft.sightings:
            if one.is_said or one.rule.get("part"):
                continue
            scene = one.scene
            of_words = tuple(f" {word}" for word in scene.pack.list_of("activities", "of_words"))
            for position, mention in scene.of_type("person"):
                before = f" {scene.tape.folded[:position].rstrip()}"
                if mention.ref and not (of_words and before.endswith(of_words)):
                    yield Stake(mention, Role.ATTENDEE, "named-beside")

    def side(self, party: str) -> str | None:
        """Return the country that a party stands for, where known."""
        person, body = self.people.get(party), self.bodies.get(party)
        country = person.country if person else body.country if body else None
        if country is None:
            country = next((d.country for d in self.mentions.delegations if d.id == party), None)
        return country.value if country else None

    def posts(self, party: str) -> tuple[str, ...]:
        """Return the ids of a person's posts."""
        person = self.people.get(party)
        return tuple(post.id for post in person.posts) if person else ()

    def _details(self, draft: Draft, field_name: str) -> Iterator[Cited[str]]:
        """Yield what other words of the sentences of an activity say of it, each item of a list on its own."""
        for one in draft.sightings:
            for detail in one.details:
                if detail.field != field_name:
                    continue
                for start, end in detail.items:
                    span = self._span(one.scene, start, end)
                    yield Cited(span.exact, span, detail.rule)

    def _gifts(self, draft: Draft, ref: str) -> Iterable[Gift]:
        for number, one in enumerate((s for s in draft.sightings if s.mode == "gift"), start=1):
            giver = next((s.mention.ref for s in one.stakes if s.role == Role.GIVER), None)
            receiver = next((s.mention.ref for s in one.stakes if s.role == Role.RECIPIENT), None)
            sentence = one.scene.sentence
            yield Gift(f"{ref}.g{number}", self.article.span(sentence.start, sentence.end), one.rule.name, giver, receiver)

    def _parts(self, made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
        """Point the parts of a programme to the activity that holds them."""
        main = [(one, draft) for one, draft in zip(made, drafts, strict=True) if one.main]
        holders = [one for one, _ in main if one.kind.value in CONTAINERS]
        whole = next((one for one in holders if one.occasions), holders[0] if holders else None)
        centre = whole or next((one for one, draft in main if not draft.lead.rule.get("part")), None)
        if centre is None:
            return made
        result = []
        for one, draft in zip(made, drafts, strict=True):
            point = all(s.rule.get("part") for s in draft.sightings)
            inside = whole is not None and self._shares(whole, one) and any(_is_inside(s) for s in draft.sightings)
            recalled = one.status is not None and one.status.value in PAST
            held = (point or inside) and one is not centre and not recalled and one.kind.value not in {"visit", "congress"}
            result.append(replace(one, part_of=centre.id) if held else one)
        return result
