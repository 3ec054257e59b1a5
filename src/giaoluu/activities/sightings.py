"""Sightings: each place where an article tells of an activity, with the parties, dates and places beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from giaoluu.activities.chains import carried
from giaoluu.activities.cues import cues_of, is_quoted
from giaoluu.activities.occasions import fits_occasion, named_occasions
from giaoluu.activities.parties import (
    acting,
    between,
    goals_of,
    has_land_for_goal,
    inside,
    is_behind,
    is_near,
    is_pointed,
    is_possessor,
    list_right,
    owners,
    parties_left,
    parties_right,
)
from giaoluu.activities.scenes import Scene, edition_of
from giaoluu.activities.surroundings import Detail, clause_of, country_of_scene, details_of, nearest, status_of
from giaoluu.langs.pack import Rule
from giaoluu.langs.rules import Match
from giaoluu.langs.tape import Found, settle
from giaoluu.model.activities import Role, Status
from giaoluu.model.mentions import Mention


@dataclass(frozen=True, slots=True)
class Stake:
    """A party with the role that the words beside it give."""

    mention: Mention
    role: Role
    rule: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where an activity is told: its trigger on the tape of a scene, and what stands beside it."""

    scene: Scene
    rule: Rule
    start: int
    end: int
    stakes: tuple[Stake, ...] = ()
    dates: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    occasions: tuple[Mention, ...] = ()
    quantities: tuple[Mention, ...] = ()
    status: Status | None = None
    status_at: tuple[int, int] | None = None
    within: bool = False
    goals: tuple[Mention, ...] = ()
    clause: tuple[int, int] = (0, 0)
    """Where on the tape the clause stands that tells it."""
    aside: range = range(0)
    """Where on the tape its words name somebody who takes no part: the slot `aside` of a template."""
    details: tuple["Detail", ...] = ()
    goes_on: bool = False
    """Whether its verb goes on with the deeds of the subject of the one before it."""
    points: bool = False
    """Whether words for "at" open its sentence: it has been told of before."""
    is_said: bool = False
    """Whether it stands in somebody's words, after a verb of saying."""

    @property
    def kind(self) -> str:
        """The kind that the trigger tells."""
        return str(self.rule.get("kind"))

    @property
    def mode(self) -> str | None:
        """The mode that the trigger tells, if it tells one."""
        mode: str | None = self.rule.get("mode")
        return mode

    @property
    def numbers(self) -> set[str]:
        """Numbers of the editions in which it stands."""
        return {number for mention in self.occasions if (number := edition_of(mention))}

    @property
    def countries(self) -> set[str]:
        """Codes of the countries to which a visit goes."""
        return {mention.value for mention in self.goals if mention.kind == "country" and mention.value}

    @property
    def is_bare(self) -> bool:
        """Say whether nothing beside the words tells which activity is meant."""
        return not (
            self.dates
            or self.places
            or self.numbers
            or any(stake.mention.ref or stake.mention.kind == "joint" for stake in self.stakes)
        )

    @property
    def is_weak(self) -> bool:
        """Say whether the words also serve to point back ("at the meeting")."""
        return self.points or bool(self.rule.get("weak"))


def sightings_of(scene: Scene) -> list[Sighting]:
    """Return the sightings of a scene, left to right, with what stands beside each."""
    found = (
        match for match in scene.find("trigger") if fits_occasion(scene, match) and has_land_for_goal(scene, match)
    )
    matches = [*found, *named_occasions(scene)]
    settled = settle(
        Found(match.start, match.end, "trigger", match, match.rule.name, weight=_weight(match)) for match in matches
    )
    triggers: list[Match[Rule]] = [item.value for item in settled]
    sightings = [
        Sighting(
            scene, one.rule, one.start, one.end, goals=goals_of(scene, one), aside=range(*one.slots.get("aside", (0,)))
        )
        for one in triggers
    ]
    sightings = _with_parties(sightings, triggers)
    sightings = _roles(scene, sightings)
    placed = _with_status([_surroundings(one, sightings) for one in sightings])
    return [part for one in placed for part in _each(one)]


def _with_parties(sightings: list[Sighting], triggers: list[Match[Rule]]) -> list[Sighting]:
    """Give sightings the parties beside them; a verb that goes on with the deeds of one has the subject of that."""
    result: list[Sighting] = []
    subjects: list[Mention] = []
    for one, match in zip(sightings, triggers, strict=True):
        before = result[-1] if result else None
        parties = [*subjects, *(stake.mention for stake in before.stakes)] if before else []
        verb = before and match.rule.get("left")
        subjects = carried(one.scene, match, (before.start, before.end), parties) if before and verb else []
        known = set(subjects)
        stakes = tuple(_stakes(one, match, subjects))
        stakes = tuple(s for s in stakes if s.mention in known or is_near(one.scene, match, triggers, s.mention))
        acting = () if stakes else tuple(_acting(one, match))
        points = not stakes and is_pointed(one.scene, match)
        result.append(replace(one, stakes=stakes or acting, goes_on=bool(subjects), points=points))
    return result


def _with_status(sightings: list[Sighting]) -> list[Sighting]:
    """Give a verb that goes on with the deeds of the one before it the status of that, where it has none of its own."""
    result: list[Sighting] = []
    for one in sightings:
        if one.goes_on and one.status is None and result:
            one = replace(one, status=result[-1].status, status_at=result[-1].status_at)
        result.append(one)
    return result


def _each(sighting: Sighting) -> Iterator[Sighting]:
    """Yield a sighting once for each of those on the right of words that say "separately"; else as it is."""
    right = sighting.rule.get("right")
    people = [stake for stake in sighting.stakes if stake.mention.kind in {"person", "post"}]
    theirs = [stake for stake in people if stake.role == right]
    if not sighting.rule.get("each") or len({stake.mention.ref for stake in theirs if stake.mention.ref}) < 2:
        yield sighting
        return
    for stake in theirs:
        yield replace(sighting, stakes=(*(one for one in sighting.stakes if one not in theirs), stake))


def _weight(match: Match[Rule]) -> int:
    return 0 if match.rule.get("weak") or match.rule.get("noun") else 1


def _stakes(sighting: Sighting, match: Match[Rule], known: list[Mention]) -> Iterator[Stake]:
    """Yield the parties left (those `known` before) and right of a trigger in the roles that its rule names."""
    scene, rule = sighting.scene, sighting.rule
    left, right = rule.get("left"), rule.get("right")
    subjects = inside(scene, match, "left") or known or (owners(scene, match) if left else [])
    subjects = subjects or (_subjects(scene, match.start) if left else [])
    within = [mention for at, mention in scene.parties(match.start, match.end) if at not in sighting.aside]
    inner = [mention for mention in within if mention not in subjects]
    following = parties_right(scene, match.end) if not inner else [*inner, *list_right(scene, match.end - 1)]
    if left and not subjects and _is_inverted(scene) and not rule.get("noun") and (not inner or not right):
        following = parties_right(scene, match.end)
        subjects, following = (
            following,
            parties_right(
                scene, max((at for at, one in scene.parties() if one in following), default=len(scene.tape.text)) + 1
            ),
        )
    if left:
        for mention in subjects:
            yield Stake(mention, _role(left), rule.name)
    if right:
        for mention in following:
            yield Stake(mention, _role(right), rule.name)
    if rule.get("noun"):
        for mention in between(scene, match.end):
            yield Stake(mention, Role.ATTENDEE, rule.name)


def _acting(sighting: Sighting, match: Match[Rule]) -> Iterator[Stake]:
    """Yield those who act at an activity whose words open a sentence without telling who holds it."""
    if is_pointed(sighting.scene, match):
        for mention in acting(sighting.scene, match):
            yield Stake(mention, Role.ATTENDEE, sighting.rule.name)


def _subjects(scene: Scene, position: int) -> list[Mention]:
    """Return the parties left of a position.

    Passing by those to whom other words give a role of their own ("invited by …").
    """
    elsewhere = [
        at for match in scene.find("role") if match.rule.get("only") for at, _ in scene.parties(match.start, match.end)
    ]
    words = scene.pack.list_of("activities", "of_words")
    others = [at for at, _ in scene.parties(0, position) if words and is_behind(scene, at, words)]
    return parties_left(scene, position, apart=frozenset([*elsewhere, *others]))


def _is_inverted(scene: Scene) -> bool:
    """Say whether a subject may stand behind its verb in this language."""
    return bool(scene.pack.words.get("activities", {}).get("inverted"))


def _role(name: str) -> Role:
    """Return the role that a pack names; `actor` (no clear host) is an attendee."""
    return Role.ATTENDEE if name == "actor" else Role(name)


def _roles(scene: Scene, sightings: list[Sighting]) -> list[Sighting]:
    """Add the parties to which other words of the sentence give a role ("tổ chức", "do … dẫn đầu")."""
    if not sightings:
        return sightings
    for match in scene.find("role"):
        stakes = tuple(role_stakes(scene, match))
        nearest = min(
            sightings,
            key=lambda one: (one.start < match.end and bool(match.rule.get("left")), abs(one.start - match.end)),
        )
        sightings = [replace(one, stakes=(*stakes, *one.stakes)) if one is nearest else one for one in sightings]
    return sightings


def role_stakes(scene: Scene, match: Match[Rule]) -> Iterator[Stake]:
    """Yield the parties to which a role rule that matched gives its role."""
    needs = match.rule.get("needs")
    if needs and not scene.pack.template(needs).pattern.search(scene.tape.folded, match.end):
        return
    whole = match.slots.get("of", (0, 0))
    inside = scene.parties(match.start, match.end)
    mentions = [mention for at, mention in inside if not whole[0] <= at < whole[1]]
    role = match.rule.get("left") or match.rule.get("right")
    if not mentions:
        mentions = parties_left(scene, match.start) if match.rule.get("left") else parties_right(scene, match.end)
    if not mentions and _is_inverted(scene):
        mentions = parties_right(scene, match.end)
    if match.rule.get("rest"):
        stretch = (0, match.start) if match.rule.get("left") else (match.end, None)
        named = [one for at, one in scene.parties(*stretch) if one.kind == "person" and not is_possessor(scene, at)]
        mentions = [*(one for one in mentions if one.kind != "person"), *named]
    for mention in mentions:
        yield Stake(mention, _role(role), match.rule.name)


def _surroundings(sighting: Sighting, all_here: list[Sighting]) -> Sighting:
    """Add dates, places, occasions, quantities and the status that stand beside a trigger."""
    scene = sighting.scene
    status, status_at = status_of(sighting, all_here)
    within = any(match.rule.get("field") == "within" and match.start < sighting.start for match in scene.find("detail"))
    return replace(
        sighting,
        dates=tuple(nearest(sighting, all_here, "date")),
        places=tuple(nearest(sighting, all_here, "place")) or sighting.goals or country_of_scene(sighting),
        occasions=tuple(nearest(sighting, all_here, "occasion")),
        quantities=tuple(nearest(sighting, all_here, "quantity")),
        status=status,
        status_at=status_at,
        within=within,
        clause=clause_of(sighting, all_here),
        details=tuple(details_of(sighting, all_here)),
        is_said=_is_told_of(sighting) or is_quoted(scene, sighting.start),
    )


def _is_told_of(sighting: Sighting) -> bool:
    """Say whether a verb of saying stands before an activity, or it is only what others talk about.

    So it is in "exchanged views on holding the forum", in scripts without spaces.
    """
    scene = sighting.scene
    return any(cue.end <= sighting.start for cue in cues_of(scene)) or (
        not scene.pack.has_spaces
        and any(
            match.rule.get("field") == "topic" and match.start <= sighting.start and sighting.end <= match.end
            for match in scene.find("detail")
        )
    )
