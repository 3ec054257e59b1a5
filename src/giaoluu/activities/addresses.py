"""Addresses: speeches, letters and statements of one person in the first person, printed as they are."""

from collections.abc import Mapping, Sequence

from giaoluu.activities.saying import Turn
from giaoluu.activities.scenes import SPOKEN_ZONES, Scene
from giaoluu.activities.turns import STOP, in_first_person, says_something
from giaoluu.model.article import ZoneKind
from giaoluu.model.mentions import Mention

SHARE = 5
"""One of so many sentences of an address is in the first person, at least."""

MARKS = " （()）"


def address_of(scenes: Sequence[Scene]) -> Mapping[int, Turn]:
    """Return number of scene → turn, for a text that its title calls somebody's address; nothing for any other.

    The pack's `addresses` are what such texts are called: who is named behind one speaks, or, where the title ends with
    one, who is named first. The text speaks as "I" or "we" and does not name who speaks.
    """
    author = _author(scenes)
    if author is None:
        return {}
    said = [
        one for one in scenes if one.sentence.zone in SPOKEN_ZONES and STOP.search(one.tape.text.rstrip('”"’」』* '))
    ]
    own = sum(map(in_first_person, said))
    named = any(mention.ref == author.ref for one in said for _, mention in one.of_type("person"))
    if named or not own or SHARE * own < len(said) or _told_of(said, _others(scenes[0], author)):
        return {}
    return {one.number: Turn(author if says_something(one, 0) else None) for one in said}


def _others(title: Scene, author: Mention) -> set[str | None]:
    """Return of whose doings a title tells in somebody else's name ("Statement by A on B's Meeting with C")."""
    first = min((match.end for match in title.find("trigger")), default=0)
    return {one.ref for _, one in title.parties(0, first) if one.kind == "person"} - {author.ref}


def _told_of(said: Sequence[Scene], others: set[str | None]) -> bool:
    """Say whether half of the sentences open with one of these, or with "they" behind such a one."""
    opened = [scene.parties()[:1] for scene in said]
    of_them = sum(one.ref in others for first in opened for _, one in first)
    with_them = sum(one.kind == "joint" for first in opened for _, one in first) if of_them else 0
    return 2 * (of_them + with_them) >= len(said)


def _author(scenes: Sequence[Scene]) -> Mention | None:
    """Return whose address the title announces, or None."""
    title = next((one for one in scenes[:1] if one.number == 0 or one.sentence.zone is ZoneKind.TITLE), None)
    words = title.pack.list_of("sayings", "addresses") if title else ()
    if title is None or not words:
        return None
    people = [(at, one) for at, one in title.parties() if one.kind == "person"]
    folded = title.tape.folded
    begins = [folded.find(word) + len(word) for word in words if word in folded]
    behind = [one for at, one in people if begins and 0 <= at - min(begins) <= 2]
    if behind:
        return behind[0] if len({one.ref for _, one in people if one in behind}) == 1 else None
    for word in title.pack.list_of("sayings", "full_text"):
        folded = folded.strip(MARKS).removesuffix(word)
    return people[0][1] if people and folded.strip(MARKS).endswith(words) else None
