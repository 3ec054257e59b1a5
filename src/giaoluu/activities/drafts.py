"""Drafts: the sightings of one activity gathered; what is told twice is one."""

from collections.abc import Iterable

from giaoluu.activities.one_sitting import is_of_title, is_one_sitting, is_titled
from giaoluu.activities.sightings import Sighting, Stake
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import Role, Status
from giaoluu.model.article import ZoneKind
from giaoluu.model.edtf import Edtf

PAST = frozenset({Status.RECALLED, Status.RECURRING})
"""Statuses of what an article only looks back on, or tells in general."""

MET = frozenset({"encounter", "visit", "ceremony"})
"""Groups of kinds in which a picture shows people who meet."""

DELEGATIONS = frozenset({"delegation_in", "delegation_out"})
"""Modes of visits that tell no more than that a delegation is on its way."""

ROLE = ":role:"
"""Part of the names of rules that give a role: who "attended the meeting" too need not be those who met."""

ENDING = 2
"""Letters of the ending that words pointing back may have beside the word that told of it: an article grown onto it."""

REMEMBERED = 60
"""Drafts before a sighting of which it may tell: more stand in no article, only in texts of many."""


class Draft:
    """An activity in the making: its sightings and what they have told so far, kept up with each that is added.

    `parties` and `hosts` are ids, of all who take part and of the bodies that hold it; `guests` those of people
    and delegations on a visit; `dates` are EDTF, `numbers` those of editions, `countries` where a visit goes;
    `is_bare`: nothing tells which activity is meant; `is_in_title`: the title tells of it.
    """

    def __init__(self) -> None:
        """Start without any sighting."""
        self.sightings: list[Sighting] = []
        self.own_words: list[Sighting] = []
        self.parties, self.hosts, self.guests = set[str](), set[str](), set[str]()
        self.dates, self.numbers, self.countries = set[str](), set[str](), set[str]()
        self.is_bare, self.is_in_title = True, False

    def add(self, sighting: Sighting) -> None:
        """Add one more place that tells of it."""
        self.sightings.append(sighting)
        if not sighting.is_weak:
            self.own_words.append(sighting)
        self.parties |= {stake.mention.ref for stake in sighting.stakes if stake.mention.ref}
        self.hosts |= _hosts(sighting)
        self.guests |= _guests(sighting)
        self.dates |= {mention.value for mention in sighting.dates if mention.value}
        self.numbers |= sighting.numbers
        self.countries |= sighting.countries
        self.is_bare = self.is_bare and sighting.is_bare
        self.is_in_title = self.is_in_title or sighting.scene.sentence.zone == ZoneKind.TITLE

    @property
    def is_said(self) -> bool:
        """Say whether only what somebody says tells of it."""
        return all(one.is_said for one in self.sightings)

    @property
    def lead(self) -> Sighting:
        """The sighting that names the kind best: the first that is not weak, one with a mode before one without.

        A title that only says that people met leaves it to the text what that was.
        """
        first = next((one for one in self.telling if one.mode), self.telling[0])
        return next((one for one in self.telling if is_of_title(first, one)), first)

    @property
    def status(self) -> Status | None:
        """The status that the first telling sighting gives; words that only point back give it where no others do."""
        return self.stating.status if self.stating else None

    @property
    def stating(self) -> Sighting | None:
        """The sighting whose words tell the status: the first that has such words.

        That something was done before is told where it is first told, or not at all. What a title plans and
        the text has done is done: titles write the present for the past.
        """
        telling = self.telling
        first = telling[0]
        if first.status is Status.PLANNED and is_titled(first):
            done = next((one for one in telling if one.status is Status.HELD and not is_titled(one)), None)
            if done is not None:
                return done
        only_said = all(one.is_said for one in telling)
        told = (one for one in telling if only_said or not one.is_said)
        return next((one for one in told if one.status and (one is first or one.status not in PAST)), None)

    @property
    def telling(self) -> list[Sighting]:
        """The sightings that tell of it in words of their own, or all where there are none."""
        return self.own_words or self.sightings


def drafts_of(sightings: Iterable[Sighting]) -> list[Draft]:
    """Gather sightings of one activity into drafts, in reading order."""
    drafts: list[Draft] = []
    for sighting in sightings:
        draft = next((draft for draft in _candidates(drafts, sighting) if _same(draft, sighting)), None)
        if draft is None:
            draft = Draft()
            drafts.append(draft)
        draft.add(sighting)
    return drafts


def is_crowd(stake: Stake, sighting: Sighting) -> bool:
    """Say whether a stake is a group of nobody in particular ("the guests"), in a script without spaces."""
    return stake.mention.kind == "delegation" and not stake.mention.value and not sighting.scene.pack.has_spaces


def has_person(sighting: Sighting) -> bool:
    """Say whether a named person or a delegation has a stake, or both sides sign."""
    together = sighting.kind == "signing" and any(stake.mention.kind == "joint" for stake in sighting.stakes)
    return together or any(stake.mention.ref and stake.mention.ref.startswith(("p", "g")) for stake in sighting.stakes)


def _candidates(drafts: list[Draft], sighting: Sighting) -> list[Draft]:
    """Return the drafts of which a sighting may tell, the likeliest first: the last, or for bare words the title's."""
    recent = drafts[: -REMEMBERED - 1 : -1]
    if sighting.is_weak and not sighting.scene.pack.has_spaces:
        met = {one.ref for _, one in sighting.scene.parties(sighting.start, sighting.end)}
        return sorted(
            recent, key=lambda draft: (not (met & draft.parties), draft.is_said, draft.lead.kind != sighting.kind)
        )
    if sighting.is_weak or sighting.scene.sentence.zone is ZoneKind.CAPTION:
        return sorted(recent, key=lambda draft: draft.lead.kind != sighting.kind)
    if not sighting.is_bare:
        return recent
    return sorted(recent, key=lambda draft: not draft.is_in_title)


def _same(draft: Draft, sighting: Sighting) -> bool:
    """Say whether a sighting tells of a draft's activity once more."""
    if _echoes(draft, sighting):
        return True
    if not _kinds_fit(draft, sighting) or not _people_fit(draft, sighting):
        return False
    if draft.numbers and sighting.numbers and not draft.numbers & sighting.numbers:
        return False
    if sighting.numbers and not draft.numbers and draft.is_bare and not draft.is_in_title:
        return False
    hosts = _hosts(sighting)
    if hosts and draft.hosts and not hosts & draft.hosts and not sighting.is_weak:
        return False
    if draft.countries and sighting.countries and not draft.countries & sighting.countries:
        return False
    if _elsewhere(draft, sighting):
        return False
    if (draft.status in PAST) != (sighting.status in PAST) and not sighting.is_weak:
        return False
    dates = {mention.value for mention in sighting.dates if mention.value}
    return not (dates and draft.dates and not dates & draft.dates and not _overlap(dates, draft.dates))


def _elsewhere(draft: Draft, sighting: Sighting) -> bool:
    """Say whether two meetings are told in towns of two countries, in a script without spaces."""
    if sighting.is_weak or sighting.scene.pack.has_spaces or kind_of(sighting.kind).group != "encounter":
        return False
    here = {place.value for place in sighting.places if place.value}
    there = {place.value for place in draft.lead.places if place.value}
    return bool(here and there and not here & there)


def _kinds_fit(draft: Draft, sighting: Sighting) -> bool:
    """Say whether both are of one kind and mode; words that point back only of one group."""
    lead = draft.lead
    group = kind_of(lead.kind).group
    weak = lead.is_weak or sighting.is_weak
    if lead.kind != sighting.kind:
        again = _is_named_again(draft, sighting) or is_one_sitting(draft.own_words, draft.parties, sighting)
        general = bool(sighting.rule.get("any_kind")) and sighting.is_weak
        return (group == kind_of(sighting.kind).group and weak) or again or general
    if group == "ceremony" and not (lead.mode or sighting.mode) and lead.rule.name != sighting.rule.name:
        return len(_words(lead) & _words(sighting)) > 1 or not sighting.scene.pack.has_spaces
    modes = lead.mode and sighting.mode and lead.mode != sighting.mode
    if group == "visit" and DELEGATIONS & {lead.mode, sighting.mode} and draft.guests & _guests(sighting):
        return True
    return weak or not modes or group == "encounter" or _celebrates_once(draft, sighting)


def _people_fit(draft: Draft, sighting: Sighting) -> bool:
    """Say whether those who take part may be the same."""
    lead = draft.lead
    kinds, sentence = ({"person", "post"} if sighting.rule.get("each") else {"person"}), sighting.scene.sentence
    here = [one for one in sighting.stakes if one.mention.kind in kinds and one.mention.start < sentence.end]
    if sighting.is_weak and sighting.scene.pack.has_spaces:
        here = [one for one in here if ROLE not in one.rule]
    told = {stake.mention.ref for stake in here if stake.mention.ref}
    known = {ref for ref in draft.parties if ref.startswith("p")}
    if sighting.rule.get("each") and known and not told <= known:
        return draft.is_in_title and len(draft.sightings) == 1 and known <= told
    named = bool(lead.rule.get("noun")) and bool(sighting.rule.get("noun"))
    if min(len(told), len(known)) > 1 and len(told & known) < 2 and not named:
        return False
    weak = lead.is_weak or sighting.is_weak
    if told and known and not told & known and not (weak or named):
        return False
    return weak or not _apart(draft, sighting)


def _is_named_again(draft: Draft, sighting: Sighting) -> bool:
    """Say whether words that point back end in a word of those that told of it ("the get-together to mark …")."""
    if not sighting.is_weak or not sighting.scene.pack.has_spaces:
        return False
    last = sighting.scene.tape.folded[sighting.start : sighting.end].split()[-1]
    known = set().union(*map(_words, draft.own_words))
    stems = [last[: len(last) - cut] for cut in range(ENDING + 1) if len(last) - cut > ENDING + 1]
    return last in known or any(word.endswith(tuple(stems)) for word in known)


def _words(sighting: Sighting) -> set[str]:
    """Return the words that tell of an activity."""
    return set(sighting.scene.tape.folded[sighting.start : sighting.end].split())


def _echoes(draft: Draft, sighting: Sighting) -> bool:
    """Say whether a caption shows people of whom the text tells that they met, in whatever words."""
    shown = {stake.mention.ref for stake in sighting.stakes if stake.mention.kind == "person"}
    if sighting.scene.sentence.zone is not ZoneKind.CAPTION or not shown:
        return False
    groups = {kind_of(sighting.kind).group, kind_of(draft.lead.kind).group}
    known = {party for party in draft.parties if party.startswith("p")}
    alike = groups == {"encounter"}
    several = len(shown) > 1
    again = shown <= known and (alike or (several and sighting.kind != "talks"))
    return groups <= MET and (again or (alike and bool(known) and known <= shown))


def _celebrates_once(draft: Draft, sighting: Sighting) -> bool:
    """Say whether a celebration goes by another word in a script without spaces ("reception" for "ceremony").

    Nothing beside it tells of another one, or the same bodies hold it.
    """
    told = sighting.is_bare or bool(_hosts(sighting) & draft.hosts)
    return sighting.kind == "celebration" == draft.lead.kind and not sighting.scene.pack.has_spaces and told


def _guests(sighting: Sighting) -> set[str]:
    """Return the ids of the people and delegations on a visit."""
    stakes = (stake for stake in sighting.stakes if stake.role is Role.GUEST)
    return {
        stake.mention.ref for stake in stakes if stake.mention.ref and stake.mention.kind in {"person", "delegation"}
    }


def _apart(draft: Draft, sighting: Sighting) -> bool:
    """Say whether the guests of both are known and nobody is in both.

    People and the delegation that they lead are no two groups of guests: in a script without spaces, and of what
    the title tells.
    """
    left, right = draft.guests, _guests(sighting)
    if all(is_titled(one) for one in draft.sightings) and _groups(draft.lead) & _groups(sighting):
        return False
    if draft.is_in_title or not sighting.scene.pack.has_spaces:
        kinds = {one[:1] for one in left} & {one[:1] for one in right}
        left, right = ({one for one in guests if one[:1] in kinds} for guests in (left, right))
    return bool(left and right and not left & right)


def _groups(sighting: Sighting) -> set[str]:
    """Return of which countries groups are: a title says "guests from Laos" where the text names the delegation."""
    return {one.mention.value for one in sighting.stakes if one.mention.kind == "delegation" and one.mention.value}


def _hosts(sighting: Sighting) -> set[str]:
    """Return the bodies that hold what is told."""
    return {
        stake.mention.ref
        for stake in sighting.stakes
        if stake.role == Role.ORGANISER and stake.mention.ref and stake.mention.kind == "body"
    }


def _overlap(left: set[str], right: set[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) or Edtf(a).overlaps(Edtf(b)) for a in left for b in right)
