"""People of whom the report tells, and to whom no words give a role: in a report of a meeting they are there.

So it is in lists of companions ("Also in the delegation: …") and in what else the same day brought.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from giaoluu.activities.assembly import Assembler
from giaoluu.activities.cues import cues_of
from giaoluu.activities.parties import is_possessor
from giaoluu.activities.scenes import SPOKEN_ZONES, Scene
from giaoluu.langs.signs import SIGN
from giaoluu.model.activities import ActivityMention, Participant, Role, Status
from giaoluu.model.mentions import Mention

LISTS = ",;:(-\u2013\u2014\u2022\uff0c\uff1b\uff1a\uff08\u3001"
"""Signs behind which somebody is the next of a list, or opens a clause."""


def with_named(
    activities: list[ActivityMention], scenes: Sequence[Scene], spoken: Collection[int], assembler: Assembler
) -> list[ActivityMention]:
    """Let people with a post whom the report itself names take part in what it is about, if in nothing else.

    They are of one of the sides, or ambassadors of another, and stand where a subject or an item of a list does, before
    any verb of saying. It is so in a language whose pack says so (`named_are_present`).
    """
    whole = next((one for one in activities if one.main and not one.part_of), None)
    if whole is None or assembler.is_of_many or not _asked(scenes):
        return activities
    present = {party.party for one in activities if not _is_point(one, whole) for party in one.participants}
    sides = {party.side for one in activities if one.main for party in one.participants if party.side}
    joined = list[Participant]()
    for mention in _told(scenes, spoken):
        person, side = assembler.people.get(mention.ref or ""), assembler.side(mention.ref or "")
        if person is None or person.id in present or person.background or not person.posts:
            continue
        if side is None or (len(sides) > 1 and side not in sides and not assembler.is_envoy(person.id)):
            continue
        present.add(person.id)
        number = len(whole.participants) + len(joined) + 1
        span = assembler.article.span(mention.start, mention.end)
        ref, posts = f"{whole.id}.{number}", assembler.posts(person.id)
        joined.append(Participant(ref, person.id, Role.ATTENDEE, span, "told-of", side, posts, inferred=True))
    return [replace(one, participants=(*one.participants, *joined)) if one is whole else one for one in activities]


def _is_point(one: ActivityMention, whole: ActivityMention) -> bool:
    """Say whether something held is only a point of the activity that a report is about, or a ceremony beside it."""
    held = one.status is None or one.status.value is Status.HELD
    beside = one.part_of == whole.id or one.kind.value == "ceremony"
    return beside and not one.main and held


def _asked(scenes: Sequence[Scene]) -> bool:
    return bool(scenes) and bool(scenes[0].pack.words.get("activities", {}).get("named_are_present"))


def _told(scenes: Sequence[Scene], spoken: Collection[int]) -> Iterator[Mention]:
    """Yield whom sentences of the running text name that nobody speaks, before any verb of saying."""
    for scene in scenes:
        if scene.number in spoken or scene.sentence.zone not in SPOKEN_ZONES:
            continue
        people = scene.of_type("person")
        said = min((cue.start for cue in cues_of(scene)), default=len(scene.tape.text)) if people else 0
        yield from (one for at, one in people if at < said and _is_listed(scene, at) and not is_possessor(scene, at))


def _is_listed(scene: Scene, position: int) -> bool:
    """Say whether somebody stands where a sentence or clause begins, or in a list."""
    before = scene.tape.folded[:position].rstrip()
    leads = scene.pack.words.get("names", {}).get("sides", {}).get("leads", ())
    space = " " if scene.pack.has_spaces else ""
    joins = tuple(f"{space}{word}" for word in (*scene.pack.list_of("names", "and"), *leads))
    lists = LISTS if scene.pack.has_spaces else LISTS + SIGN["post"]
    return not before or before[-1] in lists or before.endswith(joins or ("\0",))
