"""Sightings: each place where an article tells of an activity, with the parties, dates and places beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from giaoluu.activities.scenes import Scene, edition_of
from giaoluu.langs.pack import Pack, Rule
from giaoluu.langs.rules import Match
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.model.activities import Role, Status
from giaoluu.model.mentions import Mention

BREAK = re.compile(r"[;；。|]")
LIST_BREAK = re.compile(r"[,，、]")

REACH = 90
"""Signs of the tape between a trigger and a party that still belongs to it."""


@dataclass(frozen=True, slots=True)
class Stake:
    """A party with the role that the words beside it give."""

    mention: Mention
    role: Role
    rule: str


@dataclass(frozen=True, slots=True)
class Detail:
    """What other words say of an activity: the field, and the stretches of the tape with its items."""

    field: str
    items: tuple[tuple[int, int], ...]
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
    details: tuple["Detail", ...] = ()
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
    def is_bare(self) -> bool:
        """Say whether nothing beside the words tells which activity is meant."""
        return not (self.dates or self.places or self.numbers or any(stake.mention.ref for stake in self.stakes))

    @property
    def is_weak(self) -> bool:
        """Say whether the words also serve to point back ("at the meeting")."""
        return bool(self.rule.get("weak"))


def sightings_of(scene: Scene) -> list[Sighting]:
    """Return the sightings of a scene, left to right, with what stands beside each."""
    matches = [*scene.find("trigger"), *_named_occasions(scene)]
    found = settle(Found(match.start, match.end, "trigger", match, match.rule.name, weight=_weight(match)) for match in matches)
    triggers: list[Match[Rule]] = [item.value for item in found]
    sightings = [Sighting(scene, match.rule, match.start, match.end, goals=_goals(scene, match)) for match in triggers]
    sightings = [replace(one, stakes=tuple(_stakes(one, match))) for one, match in zip(sightings, triggers, strict=True)]
    sightings = _roles(scene, sightings)
    return [_surroundings(one, sightings) for one in sightings]


def _named_occasions(scene: Scene) -> Iterator[Match[Rule]]:
    """Yield a trigger for each occasion whose own name tells a kind of activity: a forum with its number is a forum."""
    for position, item in scene.tape.signs():
        if item.type != "occasion":
            continue
        mention: Mention = item.value
        start, end = scene.tape.span(position, position + 1)
        name = scene.pack.tape(scene.source, start=start, end=end)
        told = min(scene.pack.find("trigger", name), key=lambda match: (match.start, -match.end), default=None)
        if told is not None and (edition_of(mention) or told.start == 0):
            yield Match(told.rule, position, position + 1, {})


def _weight(match: Match[Rule]) -> int:
    return 0 if match.rule.get("weak") or match.rule.get("noun") else 1


def _stakes(sighting: Sighting, match: Match[Rule]) -> Iterator[Stake]:
    """Yield the parties left and right of a trigger in the roles that its rule names."""
    scene, rule = sighting.scene, sighting.rule
    left, right = rule.get("left"), rule.get("right")
    subjects = _inside(scene, match, "left") or (parties_left(scene, match.start) if left else [])
    inner = [mention for _, mention in scene.parties(match.start, match.end) if mention not in subjects]
    following = parties_right(scene, match.end) if not inner else [*inner, *_list_right(scene, match.end - 1)]
    if left and not subjects and scene.pack.words.get("activities", {}).get("inverted") and not rule.get("noun"):
        subjects, following = following, parties_right(scene, max((at for at, one in scene.parties() if one in following), default=len(scene.tape.text)) + 1)
    if left:
        for mention in subjects:
            yield Stake(mention, _role(left), rule.name)
    if right:
        for mention in following:
            yield Stake(mention, _role(right), rule.name)
    if rule.get("noun"):
        for mention in _between(scene, match.end):
            yield Stake(mention, Role.ATTENDEE, rule.name)


def _goals(scene: Scene, match: Match[Rule]) -> tuple[Mention, ...]:
    """Return the place or country in the slot of a trigger that is called goal ("besökte {country:goal}")."""
    stretch = match.slots.get("goal")
    return tuple(mention for _, mention in scene.of_type("place", "country", start=stretch[0], end=stretch[1])) if stretch else ()


def _inside(scene: Scene, match: Match[Rule], slot: str) -> list[Mention]:
    """Return the parties in a slot of a trigger that is called after a side of it ("tog {any:left} emot")."""
    stretch = match.slots.get(slot)
    return [mention for _, mention in scene.parties(*stretch)] if stretch else []


def _role(name: str) -> Role:
    """Return the role that a pack names; `actor` (no clear host) is an attendee."""
    return Role.ATTENDEE if name == "actor" else Role(name)


def parties_left(scene: Scene, position: int) -> list[Mention]:
    """Return the nearest party before a position with those listed before it, in text order."""
    before = scene.parties(0, position)
    if not before or position - before[-1][0] > REACH:
        return []
    at, mention = before.pop()
    if re.search(r"[.;；。]", scene.tape.text[at:position]):
        return []
    listed = [mention]
    while before and _links(scene.pack).fullmatch(scene.tape.folded, before[-1][0] + 1, at):
        at, mention = before.pop()
        listed.insert(0, mention)
    return listed


def parties_right(scene: Scene, position: int) -> list[Mention]:
    """Return the nearest party after a position with those listed after it."""
    after = scene.parties(position)
    if not after or after[0][0] - position > REACH // 2:
        return []
    between = scene.tape.text[position : after[0][0]]
    if re.search(r"[.;:,，；：。]", between):
        return []
    return [after[0][1], *_list_right(scene, after[0][0])]


def _list_right(scene: Scene, position: int) -> list[Mention]:
    """Return the parties listed after the sign at a position."""
    listed: list[Mention] = []
    for at, mention in scene.parties(position + 1):
        if not _links(scene.pack).fullmatch(scene.tape.folded, position + 1, at):
            break
        listed.append(mention)
        position = at
    return listed


def _between(scene: Scene, position: int) -> list[Mention]:
    """Return the parties of "between A and B" after a noun that names an activity."""
    words = scene.pack.list_of("activities", "between")
    for word in words:
        at = scene.tape.folded.find(word, position, position + REACH)
        if at >= 0:
            return parties_right(scene, at + len(word))
    return []


@cache
def _links_of(code: str, words: tuple[str, ...], spaces: bool) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    space = " ?" if spaces else ""
    return re.compile(rf"{space}(?:[,，、]|[,，]? ?(?:{either}))?{space}(?:\([^()]*\))?{space}" if either else rf"{space}[,，、]{space}")


def _links(pack: Pack) -> re.Pattern[str]:
    """Return the pattern of what may stand between two parties of a list; never nothing at all."""
    return _links_of(pack.code, pack.list_of("names", "and"), pack.has_spaces)


def _roles(scene: Scene, sightings: list[Sighting]) -> list[Sighting]:
    """Add the parties to which other words of the sentence give a role ("tổ chức", "do … dẫn đầu")."""
    if not sightings:
        return sightings
    for match in scene.find("role"):
        needs = match.rule.get("needs")
        if needs and not scene.pack.template(needs).pattern.search(scene.tape.folded, match.end):
            continue
        mentions = [mention for _, mention in scene.parties(match.start, match.end)]
        role = match.rule.get("left") or match.rule.get("right")
        if not mentions:
            mentions = parties_left(scene, match.start) if match.rule.get("left") else parties_right(scene, match.end)
        nearest = min(sightings, key=lambda one: (one.start < match.end and bool(match.rule.get("left")), abs(one.start - match.end)))
        stakes = tuple(Stake(mention, _role(role), match.rule.name) for mention in mentions)
        sightings = [replace(one, stakes=(*stakes, *one.stakes)) if one is nearest else one for one in sightings]
    return sightings


def _surroundings(sighting: Sighting, all_here: list[Sighting]) -> Sighting:
    """Add dates, places, occasions, quantities and the status that stand beside a trigger."""
    scene = sighting.scene
    status, status_at = _status(sighting, all_here)
    within = any(match.rule.get("field") == "within" and match.start < sighting.start for match in scene.find("detail"))
    return replace(
        sighting,
        dates=tuple(_nearest(sighting, all_here, "date")),
        places=tuple(_nearest(sighting, all_here, "place")) or sighting.goals,
        occasions=tuple(_nearest(sighting, all_here, "occasion")),
        quantities=tuple(_nearest(sighting, all_here, "quantity")),
        status=status,
        status_at=status_at,
        within=within,
        clause=_clause(sighting, all_here),
        details=tuple(_details(sighting, all_here)),
        is_said=any(match.end <= sighting.start for match in scene.find("cue")),
    )


def _details(sighting: Sighting, all_here: list[Sighting]) -> Iterator[Detail]:
    """Yield the details of a sentence for the sighting that they follow, or, before any, for the first."""
    scene = sighting.scene
    for match in scene.find("detail"):
        field = str(match.rule.get("field"))
        before = [one for one in all_here if one.start <= match.start]
        if field == "within" or (before[-1] if before else all_here[0]) is not sighting:
            continue
        words = match.slots.get("words")
        items = tuple(_items(scene.tape.text, *words)) if words and field == "topic" else ((match.start, match.end),)
        yield Detail(field, items, match.rule.name)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a list in a stretch of the tape."""
    for match in re.finditer(r"[^,;，；、]+", text[start:end]):
        if match[0].strip():
            yield start + match.start(), start + match.end()


def _clause(sighting: Sighting, all_here: list[Sighting]) -> tuple[int, int]:
    """Return the clause that tells of a sighting: from the last break before it to the first after it.

    A semicolon breaks, and so does a comma between two triggers.
    """
    text = sighting.scene.tape.text
    before = max((one.end for one in all_here if one.end <= sighting.start), default=0)
    after = min((one.start for one in all_here if one.start >= sighting.end), default=len(text))
    start = max((match.end() for match in BREAK.finditer(text, 0, sighting.start)), default=0)
    if before:
        start = max(start, *(match.end() for match in LIST_BREAK.finditer(text, before, sighting.start)), 0)
    end = min((match.start() for match in BREAK.finditer(text, sighting.end)), default=len(text))
    if after < end:
        end = min(end, *(match.start() for match in LIST_BREAK.finditer(text, sighting.end, after)), end)
    return start, end


def _nearest(sighting: Sighting, all_here: list[Sighting], kind: str) -> Iterator[Mention]:
    """Yield the spans of a type that belong to a trigger: those after it up to the next, and, for the first, those before."""
    scene = sighting.scene
    strong = [one for one in all_here if not one.rule.get("part")] or all_here
    for position, mention in scene.of_type(kind):
        if kind == "place" and not _is_location(scene, position):
            continue
        if kind == "occasion" and sighting.start <= position < sighting.end:
            yield mention
            continue
        before = [one for one in all_here if one.start <= position]
        owner = before[-1] if before else strong[0]
        if kind in {"date", "place"} and before and not _is_close(scene, before[-1].end, position):
            owner = before[-1]
        if owner is sighting or (kind == "date" and not before and sighting in strong):
            yield mention


def _is_close(scene: Scene, start: int, end: int) -> bool:
    return not re.search(r"[;；]", scene.tape.text[start:end])


def _is_location(scene: Scene, position: int) -> bool:
    """Say whether a place is where something is, not just named: a place word stands before it."""
    words = scene.pack.list_of("activities", "place_words")
    if scene.pack.has_spaces:
        words = tuple(f" {word}" for word in words)
    before = f" {scene.tape.folded[max(0, position - 14) : position]}".rstrip(" (")
    after = scene.tape.folded[position + 1 : position + 4].lstrip()
    return before.endswith(words) or after.startswith(scene.pack.list_of("activities", "place_words_after") or ("\0",))


def _status(sighting: Sighting, all_here: list[Sighting]) -> tuple[Status | None, tuple[int, int] | None]:
    """Return the status that the words before a trigger (and after the trigger before it) tell."""
    scene = sighting.scene
    floor = max((one.end for one in all_here if one.end <= sighting.start), default=0)
    best: tuple[Status | None, tuple[int, int] | None] = (None, None)
    order = [Status.CANCELLED, Status.RECALLED, Status.RECURRING, Status.PLANNED, Status.HELD]
    floor = max(floor, *(match.end() for match in BREAK.finditer(scene.tape.text, floor, sighting.start)), 0)
    for match in scene.find("status"):
        beside = match.start < sighting.end and sighting.start < match.end
        if not beside and not floor <= match.start < sighting.start:
            continue
        status = Status(match.rule.get("status"))
        if best[0] is None or (status in order and best[0] in order and order.index(status) < order.index(best[0])):
            best = status, scene.tape.span(match.start, match.end)
    return best
