"""The setting: what the lead lends, what only pictures show, what is part of what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from giaoluu.activities.days import tells_day
from giaoluu.activities.drafts import PAST, Draft
from giaoluu.activities.sightings import Sighting
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import ActivityMention, Status
from giaoluu.model.article import ZoneKind
from giaoluu.model.days import Precision
from giaoluu.model.edtf import Edtf
from giaoluu.model.spans import Cited

T = TypeVar("T")
Told: TypeAlias = Mapping[int, Sequence[tuple[Draft, T]]]
"""Number of a scene → something of each activity of which it tells."""

FIRST = 8
"""Sentences in which a report in a script without spaces names what it is about."""

NEAR = 4
"""Sentences after the first in which something is told from which the lead may still take its day."""

GATHERINGS = frozenset({"assembly", "culture"})
"""Groups of kinds at which people of many sides meet."""

COURTESIES = frozenset({"gift", "group_photo"})
"""Modes of what goes with a meeting and is none of its own."""

AFAR = frozenset({"phone_call", "message"})
"""Kinds of which the parties are in several places."""

RUN = 2
"""Sentences behind a day in which what is told next took place on that day too."""

CONTAINERS = frozenset({"visit", "festival", "forum", "congress", "celebration", "joint_activity"})
"""Kinds that hold other activities as their parts."""


def lent_by_lead(
    made: list[ActivityMention], drafts: list[Draft], sites: frozenset[str] = frozenset()
) -> list[ActivityMention]:
    """Lend the date and the place of the lead to main activities that have none: the lead sets the scene.

    Of places those of the `sites` are not lent where somebody only arrives.
    What the lead's own words tie to another activity than the main one is not lent.
    """
    lead = _lead(drafts)
    told = _told_in(lead, made, drafts)
    days = [one.date for one in _told_in(_lead(drafts, dated=True), made, drafts) if one.date]
    dated = next((date for date in days if tells_day(str(date.value))), None)
    arrivals = {one.id for one in told if one.kind.value == "visit" and sites.intersection(one.places)}
    placed = next((one for one in told if one.place and one.id not in arrivals), None) or _framework(made, drafts, lead)
    days_told, places_told = _days_told(made, drafts), _places_told(made, drafts)
    result = []
    for one, draft in zip(made, drafts, strict=True):
        if one.main and (not one.occasions or _is_beside(draft)):
            day = _day_before(draft, days_told) or (None if _is_to_come(one) else dated)
            if one.date is None and one.date_words is None and day is not None:
                one = replace(one, date=replace(day, rule="lead-setting", inferred=True))
            there = _told_with(draft, places_told) or placed
            if one.place is None and there is not None and there.place is not None and one.kind.value not in AFAR:
                one = replace(one, place=replace(there.place, rule="lead-setting", inferred=True), places=there.places)
        result.append(one)
    return result


def _is_beside(draft: Draft) -> bool:
    """Say whether words set an edition inside what the lead tells ("during the fair"), in a script without spaces."""
    return not draft.lead.scene.pack.has_spaces and any(sighting.within for sighting in draft.sightings)


def _is_to_come(one: ActivityMention) -> bool:
    """Say whether a visit is only planned: what the lead tells took place before it."""
    return one.kind.value == "visit" and one.status is not None and one.status.value is Status.PLANNED


def _told_with(draft: Draft, places_told: Told[ActivityMention]) -> ActivityMention | None:
    """Return a gathering with a place in the sentence of the text that first tells of an activity: it was there."""
    scenes = [sighting.scene for sighting in draft.telling]
    first = next((one for one in scenes if one.sentence.zone != ZoneKind.TITLE), scenes[0])
    together = places_told.get(first.number, ())
    return next((one for other, one in together if other is not draft), None)


def _places_told(made: list[ActivityMention], drafts: list[Draft]) -> Told[ActivityMention]:
    """Return by number of scene the gatherings and visits with a place of which it tells."""
    told: dict[int, list[tuple[Draft, ActivityMention]]] = {}
    for one, draft in zip(made, drafts, strict=True):
        if one.place and (one.kind.value == "visit" or kind_of(one.kind.value).group in GATHERINGS):
            for number in {s.scene.number for s in draft.sightings}:
                told.setdefault(number, []).append((draft, one))
    return told


def _day_before(draft: Draft, days_told: Told[Cited[Edtf]]) -> Cited[Edtf] | None:
    """Return the day of what the sentences right before tell of: a programme is told in its order."""
    first = min(sighting.scene.number for sighting in draft.telling)
    before = (day for number in range(first - 1, first - RUN - 1, -1) for day in days_told.get(number, ()))
    return next((day for other, day in before if other is not draft), None)


def _days_told(made: list[ActivityMention], drafts: list[Draft]) -> Told[Cited[Edtf]]:
    """Return by number of scene the activities of which it tells the day."""
    told: dict[int, list[tuple[Draft, Cited[Edtf]]]] = {}
    for one, draft in zip(made, drafts, strict=True):
        past = draft.status in PAST or (one.status is not None and one.status.value in PAST)
        if one.date is None or draft.is_said or past or not _is_one_day(one.date):
            continue
        for number in {s.scene.number for s in draft.sightings if s.dates}:
            told.setdefault(number, []).append((draft, one.date))
    return told


def _is_one_day(date: Cited[Edtf]) -> bool:
    return not date.value.is_interval and date.value.precision is Precision.DAY


def _framework(made: list[ActivityMention], drafts: list[Draft], lead: set[int]) -> ActivityMention | None:
    """Return what holds the activities of the lead ("on the margins of the forum in …"), where its place is told."""
    inside = (
        one
        for one, draft in zip(made, drafts, strict=True)
        if one.place and any(s.within and s.scene.number in lead for s in draft.sightings)
    )
    return next(inside, None)


def _told_in(lead: set[int], made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
    """Return the main activities of which scenes with these numbers tell."""
    return [
        one
        for one, draft in zip(made, drafts, strict=True)
        if one.main and any(s.scene.number in lead for s in draft.sightings)
    ]


def _lead(drafts: list[Draft], *, dated: bool = False) -> set[int]:
    """Return the numbers of the first scene of the sapo and of the body in which something is told.

    With `dated` also those of the first in which a day is told, soon behind the former.
    """
    lead: dict[tuple[ZoneKind, bool], int] = {}
    for one in (sighting for draft in drafts for sighting in draft.sightings if not sighting.is_said):
        zone = one.scene.sentence.zone
        if zone in {ZoneKind.SAPO, ZoneKind.BODY}:
            for key in {(zone, False), (zone, dated and bool(one.dates))}:
                lead[key] = min(lead.get(key, one.scene.number), one.scene.number)
    first = min(lead.values(), default=0)
    return {number for (_, later), number in lead.items() if not later or number <= first + NEAR}


def promoted(made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
    """Where the opening tells of none.

    The first activity that has parties (or the first) is what the article is about.
    """
    live = [n for n, draft in enumerate(drafts) if draft.status not in PAST and not _is_told_late(draft)]
    first = next((n for n in live if drafts[n].parties), live[0] if live else None)
    return [replace(one, main=number == first) for number, one in enumerate(made)]


def _is_told_late(draft: Draft) -> bool:
    """Say whether an article in a script without spaces, whose news stands first, tells of an activity far behind."""
    first = draft.sightings[0].scene
    return not first.pack.has_spaces and first.number > FIRST


def alike(made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
    """Make main what other bodies hold of the same kind as a main activity: a round is told one by one."""
    told = [one.kind.value for one in made if one.main]
    hosts: dict[str, set[str]] = {}
    for one, draft in zip(made, drafts, strict=True):
        hosts.setdefault(one.kind.value, set()).update(draft.hosts)
    result = []
    for one, draft in zip(made, drafts, strict=True):
        fits = one.kind.value in told and draft.hosts and len(hosts[one.kind.value]) > 1 and draft.status not in PAST
        said = all(sighting.is_said for sighting in draft.sightings)
        result.append(replace(one, main=True) if fits and not said else one)
    return result


def pictured(made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
    """Take a meeting that only captions tell for one of those that the text tells, where it tells any."""
    met = [kind_of(one.kind.value).group == "encounter" for one in made]
    shown = [_is_shown(draft) for draft in drafts]
    told = any(one.main and meets and not only for one, meets, only in zip(made, met, shown, strict=True))
    return [
        replace(one, main=False) if told and meets and only else one
        for one, meets, only in zip(made, met, shown, strict=True)
    ]


def parts(made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
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
        own = bool(draft.numbers) and not point
        inside = whole is not None and not own and _shares(whole, one) and any(_is_inside(s) for s in draft.sightings)
        recalled = one.status is not None and one.status.value in PAST
        held = (point or inside) and one is not centre and not recalled and one.kind.value not in {"visit", "congress"}
        besides = point and _is_courtesy(draft) and (_first(centre) < _first(one) or _is_shown(draft))
        result.append(replace(one, part_of=centre.id, main=one.main and not besides) if held else one)
    return result


def _is_shown(draft: Draft) -> bool:
    """Say whether only captions tell of something."""
    return all(one.scene.sentence.zone is ZoneKind.CAPTION for one in draft.sightings)


def to_come(made: list[ActivityMention], drafts: list[Draft]) -> list[ActivityMention]:
    """Take what is only planned, beside what was held, for what the article goes on to: the next points of a visit.

    What the title tells stays, a visit told early, what is told to be on a day of what was held, and all plans where
    nothing was held, or where an article of plans names only later what nothing says was held.
    """
    ahead = min((one for one in made if one.main), key=_first, default=None)
    plans = ahead is not None and ahead.status is not None and ahead.status.value is Status.PLANNED
    held = [one for one in made if one.main and one.status and one.status.value is Status.HELD]
    held = [one for one in held if one.status and not (plans and one.status.inferred)]
    days = {str(one.date.value) for one in held if one.date}
    result = []
    for one, draft in zip(made, drafts, strict=True):
        planned = one.status is not None and one.status.value is Status.PLANNED
        early = one.kind.value == "visit" and draft.sightings[0].scene.number <= NEAR
        stays = draft.is_in_title or early or draft.dates & days
        result.append(replace(one, main=False) if held and planned and not stays else one)
    return result


def _first(one: ActivityMention) -> int:
    """Return where an activity is told first."""
    return min((span.start for span in one.evidence), default=0)


def _is_courtesy(draft: Draft) -> bool:
    """Say whether it is only what guests and hosts do besides: a present given, a picture taken together."""
    return {sighting.mode for sighting in draft.sightings} <= COURTESIES


def _shares(whole: ActivityMention, one: ActivityMention) -> bool:
    """Say whether a part can be of a visit: it is without parties, or one of them is on the visit."""
    mine = {participant.party for participant in one.participants}
    return whole.kind.value != "visit" or not mine or bool(mine & {p.party for p in whole.participants})


def _is_inside(sighting: Sighting) -> bool:
    """Say whether words put an activity inside a larger one: a framework, "the same day", a picture's caption."""
    same_day = any(mention.value is None for mention in sighting.dates)
    return sighting.within or same_day or sighting.scene.sentence.zone == ZoneKind.CAPTION
