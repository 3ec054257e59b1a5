"""From drafts to the activities of an article, with every value on its span."""

import re
from collections.abc import Iterable, Iterator, Mapping

from giaoluu.activities.background import looked_back
from giaoluu.activities.days import lasts_over, own_day
from giaoluu.activities.drafts import PAST, Draft, has_person, is_crowd
from giaoluu.activities.hosting import at_hosts, at_seats
from giaoluu.activities.parties import holds_envoy_post, is_possessor
from giaoluu.activities.pictures import at_pictures
from giaoluu.activities.scenes import Scene, edition_of
from giaoluu.activities.setting import alike, lent_by_lead, parts, pictured, promoted, to_come
from giaoluu.activities.sightings import Sighting, Stake
from giaoluu.activities.sittings import taken_apart
from giaoluu.activities.stand_ins import stood_in
from giaoluu.activities.travellers import with_travellers
from giaoluu.activities.whereabouts import Whereabouts
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import ActivityMention, Gift, Participant, Role, Status
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.mentions import DateMention, Mention, Mentions, Occasion, Organisation, Person, PlaceLevel
from giaoluu.model.spans import Cited, Span

OPENING = 3
"""Sentences of the body that make up its lead."""

YEARS = re.compile(r"\d{4}(?:/\d{4})?")
"""A year, or from one year to another: when relations began rather than when something took place."""
WORDS, LONGEST_TITLE = re.compile(r"[\w ]{1,40}"), 160
"""A few words without anything that parts clauses: the noun in front of an occasion."""


def _longest_first(sighting: Sighting) -> list[Mention]:
    """Return the dates beside a trigger; of a visit, from when till when before a day in between."""
    dates = list(sighting.dates)
    if sighting.kind != "visit" or not dates:
        return dates
    first = dates[0].value or ""
    return sorted(dates, key=lambda date: not lasts_over(date.value or "", first))


class Assembler:
    """Turns drafts into the activities of one article."""

    def __init__(self, article: Article, mentions: Mentions, *, is_of_many: bool = False) -> None:
        """Index what the article names by id; `is_of_many`: it is a page of many short reports."""
        self.is_of_many = is_of_many
        self.article, self.mentions = article, mentions
        self.people: dict[str, Person] = {person.id: person for person in mentions.people}
        self.bodies: dict[str, Organisation] = {body.id: body for body in mentions.organisations}
        self.whereabouts = Whereabouts(mentions.places, article.text)
        self.countries = {place.id: place.country for place in mentions.places if place.level == PlaceLevel.COUNTRY}
        self.dates: dict[str, DateMention] = {date.id: date for date in mentions.dates}
        self.occasions: dict[str, Occasion] = {occasion.id: occasion for occasion in mentions.occasions}
        body = [s for s in mentions.sentences if s.zone in {ZoneKind.BODY, ZoneKind.SAPO}]
        titles = [one for one in mentions.sentences if one.zone == ZoneKind.TITLE]
        self.heralded = {
            number
            for one in mentions.mentions
            if one.kind == "occasion"
            and any(title.start <= one.start < title.end for title in titles)
            and (number := edition_of(one))
        }
        """Numbers of the editions that the title names."""
        self.opening = {s.start for s in body[:OPENING]}
        self.taken: dict[int, set[str]] = {}
        """Number of a scene → the people whose own meeting it tells."""

    def activities(self, drafts: list[Draft]) -> list[ActivityMention]:
        """Return the activities, main ones first named, parts pointing to what holds them."""
        self.taken = taken_apart(drafts)
        made = [self.activity(draft, f"a{number}") for number, draft in enumerate(drafts, start=1)]
        made = with_travellers(made, self.mentions)
        made = at_pictures(pictured(alike(looked_back(self.article, made), drafts), drafts), self.mentions, drafts)
        sites = frozenset(place.id for place in self.mentions.places if place.level == PlaceLevel.SITE)
        made = at_seats(made, self.bodies, self.mentions.places)
        made = lent_by_lead(made, drafts, sites)
        made = made if any(one.main for one in made) else promoted(made, drafts)
        return to_come(at_hosts(parts(made, drafts), self.mentions, self.article), drafts)

    def _is_told_early(self, draft: Draft) -> bool:
        """Say whether the first sentences of the body tell of it."""
        return any(one.scene.sentence.start in self.opening for one in draft.sightings)

    def _is_heralded(self, draft: Draft) -> bool:
        """Say whether the title tells of it and the first sentences do once more, whole and not a part of another."""
        rule = draft.lead.rule
        if not draft.lead.scene.pack.has_spaces:
            return False
        return draft.is_in_title and self._is_told_early(draft) and bool(rule.get("noun")) and not rule.get("part")

    def activity(self, draft: Draft, ref: str) -> ActivityMention:
        """Return one activity with every value on its span."""
        lead, status = draft.lead, self._status(draft)
        kind_span = self._span(lead.scene, lead.start, lead.end)
        day, words = self._date(draft)
        places = [mention for one in draft.sightings for mention in one.places]
        place = self.whereabouts.finest(places)
        mode = next(
            (
                (one.mode, self._span(one.scene, one.start, one.end), one.rule.name)
                for one in sorted(draft.sightings, key=lambda s: s.is_weak)
                if one.mode and one.kind == lead.kind
            ),
            None,
        )
        occasions = dict.fromkeys(m.ref for one in draft.sightings for m in one.occasions if m.ref)
        quantities = dict.fromkeys(m.ref for one in draft.sightings for m in one.quantities if m.ref)
        delegations = dict.fromkeys(
            s.mention.ref
            for one in draft.sightings
            for s in one.stakes
            if s.mention.kind == "delegation" and s.mention.ref
        )
        return ActivityMention(
            ref,
            Cited(lead.kind, kind_span, lead.rule.name),
            Cited(mode[0], mode[1], mode[2]) if mode else None,
            status,
            self._is_main(draft),
            self._title(draft),
            day,
            words,
            place=Cited(
                self.article.text[place.start : place.end], self.article.span(place.start, place.end), "place-word"
            )
            if place
            else None,
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
        one = draft.stating
        if one is not None and one.status and one.status_at:
            return Cited(one.status, self.article.span(*one.status_at), "status-word")
        return Cited(
            Status.HELD, self._span(draft.lead.scene, draft.lead.start, draft.lead.end), "told-as-done", inferred=True
        )

    def _date(self, draft: Draft) -> tuple[Cited | None, Span | None]:  # type: ignore[type-arg]
        """Return the first resolved date, one with a month before a mere year, else the words of an unresolved one."""
        words = years = None
        may_be_of_year = draft.status in PAST or kind_of(draft.lead.kind).group != "encounter"
        days: list[DateMention] = []
        for one in sorted(draft.sightings, key=lambda s: s.scene.sentence.zone == ZoneKind.CAPTION):
            for mention in _longest_first(one):
                found = self.dates.get(mention.ref or "")
                if found is None:
                    continue
                if found.edtf is None or str(found.edtf).endswith("/.."):
                    words = words or found.span
                elif YEARS.fullmatch(str(found.edtf)):
                    years = years or (found if may_be_of_year else None)
                else:
                    days.append(found)
        day = own_day(days, draft.lead.kind)
        if day is not None and day.edtf is not None:
            return Cited(day.edtf, day.span, day.rule), day.span
        if years is not None and years.edtf is not None and "/" not in str(years.edtf):
            return Cited(years.edtf, years.span, years.rule), years.span
        for ref in (m.ref for one in draft.sightings for m in one.occasions):
            occasion = self.occasions.get(ref or "")
            if occasion and occasion.edition and occasion.date:
                return occasion.date, occasion.date.span
        return None, words

    def _title(self, draft: Draft) -> Cited[str] | None:
        """Return its name: a series with its edition, or a noun for it with its occasion."""
        for one in draft.sightings:
            for mention in one.occasions:
                first = one.scene.tape.span(one.start, one.start + 1)[0]
                before = self.article.text[first : mention.start]
                start = first if one.rule.get("noun") and WORDS.fullmatch(before) else mention.start
                if mention.end - start <= LONGEST_TITLE and self.article.text.find("\n", start, mention.end) < 0:
                    span = self.article.span(start, mention.end)
                    return Cited(span.exact, span, one.rule.name)
        return None

    def _is_main(self, draft: Draft) -> bool:
        """Say whether the article is about it: told in its title, lead or a caption, and not just recalled."""
        if (
            draft.status in PAST
            or all(one.is_said for one in draft.sightings)
            or (draft.is_bare and not draft.lead.is_weak and not self._is_heralded(draft))
        ):
            return False
        zones = {one.scene.sentence.zone for one in draft.sightings}
        early = self.is_of_many or self._is_told_early(draft)
        done = any(not s.rule.get("noun") and not s.rule.get("part") and has_person(s) for s in draft.sightings)
        heralded = bool(draft.numbers & self.heralded) and not draft.lead.rule.get("part")
        return (
            early or done or heralded or ZoneKind.TITLE in zones or (ZoneKind.CAPTION in zones and bool(draft.parties))
        )

    def _participants(self, draft: Draft, ref: str) -> Iterable[Participant]:
        """Yield each party once, in the most telling role that any sighting gives."""
        stakes: dict[str, Stake] = {}
        for one in draft.sightings:
            for stake in one.stakes if not (one.rule.get("noun") and draft.status in PAST) else ():
                party = stake.mention.ref
                if party is None or not party.startswith(("p", "o", "g")) or is_crowd(stake, one):
                    continue
                if party not in stakes or stakes[party].role in {Role.ATTENDEE, Role.SPEAKER}:
                    stakes[party] = stake
        for stake in self._beside(draft):
            stakes.setdefault(stake.mention.ref or "", stake)
        for number, (party, stake) in enumerate(self._present(stakes, draft), start=1):
            span = self.article.span(stake.mention.start, stake.mention.end)
            yield Participant(
                f"{ref}.{number}", party, stake.role, span, stake.rule, self.side(party), self.posts(party)
            )

    def _present(self, stakes: Mapping[str, Stake], draft: Draft) -> Iterator[tuple[str, Stake]]:
        """Yield the parties but for stand-ins, and people of history, who only take part in what is recalled."""
        past = set() if draft.status in PAST else {id for id, one in self.people.items() if one.background}
        absent = past | stood_in(stakes, self.people, self.article)
        honoured = Role.RECIPIENT if draft.lead.kind == "award" else None
        yield from ((party, one) for party, one in stakes.items() if party not in absent or one.role is honoured)

    def _beside(self, draft: Draft) -> Iterator[Stake]:
        """Yield the people named in the sentences that tell of an activity.

        They are there, unless only something of theirs is named.
        """
        if draft.status in PAST:
            return
        for one in draft.sightings:
            if one.is_said or one.rule.get("part") or one.rule.get("each"):
                continue
            scene = one.scene
            said = len(scene.tape.text)
            if one.is_weak:
                inverted = scene.pack.words.get("activities", {}).get("inverted") or scene.pack.has_spaces
                cues = (match for match in scene.find("cue") if match.start >= one.end)
                said = min((match.end if inverted else match.start for match in cues), default=said)
            of_words = tuple(f" {word}" for word in scene.pack.list_of("activities", "of_words"))
            for position, mention in scene.of_type("person"):
                before = f" {scene.tape.folded[:position].rstrip()}"
                if mention.ref in self.taken.get(scene.number, {}) and mention.ref not in draft.parties:
                    continue
                apart = position in one.aside or before.endswith(of_words or "\0") or is_possessor(scene, position)
                if mention.ref and position < said and not apart:
                    yield Stake(mention, Role.ATTENDEE, "named-beside")

    def side(self, party: str) -> str | None:
        """Return the country that a party stands for, where known."""
        person, body = self.people.get(party), self.bodies.get(party)
        country = person.country if person else body.country if body else None
        if country is None:
            country = next((d.country for d in self.mentions.delegations if d.id == party), None)
        return country.value if country else self.countries.get(party)

    def is_envoy(self, party: str) -> bool:
        """Say whether somebody is an ambassador or consul: of whatever country, whom a report names is there."""
        person = self.people.get(party)
        return person is not None and holds_envoy_post(person)

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
            yield Gift(
                f"{ref}.g{number}", self.article.span(sentence.start, sentence.end), one.rule.name, giver, receiver
            )
