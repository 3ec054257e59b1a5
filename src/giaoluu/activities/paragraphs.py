"""Speech by paragraph: where `by_paragraph` of sayings.toml says so, a speech lasts to the end of its paragraph."""

import re
from collections.abc import Collection, Mapping, Sequence

from giaoluu.activities.floor import Floor
from giaoluu.activities.quotations import CLOSING
from giaoluu.activities.scenes import Scene
from giaoluu.langs.pack import Rule
from giaoluu.langs.tape import Found
from giaoluu.model.article import ZoneKind
from giaoluu.model.mentions import Mention

LONGEST_VOICE = 16
"""Signs of the tape in words for a voice without a name."""

FULL_STOPS = ("\u3002", "\uff01", "\uff1f", "\uff1b")
"""Marks that end a sentence of a printed article: its headings and its by-line have none."""

CREDIT = 12
"""Signs of the tape below which a line without a full stop is a credit ("Li Hua, photographer"), not said."""

SIGNED = 4
"""Sentences of a report in which it announces an article that it prints."""

PEOPLE = frozenset({"person", "pronoun", "post"})


def by_paragraph(scene: Scene) -> bool:
    """Say whether in this language's reports a speech lasts to the end of its paragraph."""
    return bool(scene.pack.words.get("sayings", {}).get("by_paragraph"))


def spoken(scenes: Sequence[Scene]) -> set[int]:
    """Return the numbers of the scenes that go on with the speech of their paragraph, where reports are written so."""
    numbers, speaking = set[int](), -1
    for scene in scenes:
        if not by_paragraph(scene) or scene.sentence.zone not in {ZoneKind.BODY, ZoneKind.SAPO}:
            continue
        if any(match.rule.get("opens") for match in scene.find("cue")):
            speaking = scene.sentence.paragraph
        elif scene.sentence.paragraph == speaking:
            numbers.add(scene.number)
    return numbers


def first_person_paragraphs(scenes: Sequence[Scene]) -> Mapping[int, Collection[str]]:
    """Return the paragraphs in which a speech of several goes on, with the countries that may be the speaker's.

    Somebody speaks there as "I" or "we", or a sentence begins with what is promised or wished: whoever it is (no
    country). Or one begins with what a country thinks or wishes.
    """
    own: dict[int, set[str]] = {}
    for scene in scenes if scenes and by_paragraph(scenes[0]) else ():
        if _speaks_on(scene):
            own[scene.sentence.paragraph] = set()
        elif (side := _stance_of(scene)) and own.get(scene.sentence.paragraph) != set():
            own.setdefault(scene.sentence.paragraph, set()).add(side)
    return own


def _stance_of(scene: Scene) -> str | None:
    """Return the country with which a sentence begins that says, wishes or promises something."""
    opening = scene.of_type("country", end=1)
    return opening[0][1].value if opening and scene.find("cue") else None


def _speaks_on(scene: Scene) -> bool:
    cues = (match for match in scene.find("cue") if match.start == 0 and match.rule.get("act") in {"commit", "propose"})
    return goes_on(scene, len(scene.tape.text)) or any(not scene.parties(cue.start, cue.end) for cue in cues)


def signed(scenes: Sequence[Scene]) -> dict[int, Mention]:
    """Return number of scene → author, for the text of an article that a report announces as somebody's own.

    The pack's `signed` names such articles; somebody is named beside it and speaks as "I" or "we" after it.
    """
    for number, scene in enumerate(scenes[:SIGNED]):
        words = scene.pack.list_of("sayings", "signed")
        author = next((one for _, one in scene.parties() if one.kind == "person"), None)
        if (
            scene.sentence.zone is ZoneKind.TITLE
            or author is None
            or not any(one in scene.tape.folded for one in words)
        ):
            continue
        after = [one for one in scenes[number + 1 :] if one.sentence.zone in {ZoneKind.BODY, ZoneKind.SAPO}]
        if any(goes_on(one, len(one.tape.text)) for one in after):
            return {one.number: author for one in after if one.tape.text.rstrip("".join(CLOSING)).endswith(FULL_STOPS)}
    return {}


def lasts(scene: Scene, speaker: str | None, paragraph: int) -> bool:
    """Say whether a sentence without a verb of saying still belongs to the speech of its paragraph."""
    if not by_paragraph(scene) or speaker is None or paragraph != scene.sentence.paragraph:
        return False
    if scene.tape.folded.startswith(scene.pack.list_of("sayings", "narration") or ("\0",)):
        return False
    if len(scene.tape.text) < CREDIT and not scene.tape.text.endswith((*FULL_STOPS, *CLOSING, "……")):
        return False
    if scene.tape.text.startswith(("(", "（")) and scene.tape.text.rstrip("。. 0123456789").endswith((")", "）")):
        return False
    first = next(iter(scene.parties(0, 1)), None)
    if first is None or first[1].kind not in {"person", "post", "delegation"} or first[1].ref == speaker:
        return True
    printed = scene.pack.fold(scene.source[scene.sentence.start : scene.sentence.end])
    return any(word in printed for word in scene.pack.list_of("sayings", "first_person"))


def speaks_of(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence inside a speech speaks of somebody else: it opens with them, and they do nothing there."""
    if not by_paragraph(scene) or floor.speaker is None or floor.paragraph != scene.sentence.paragraph:
        return False
    if scene.tape.folded.startswith(scene.pack.list_of("sayings", "narration") or ("\0",)):
        return False
    people = [one for _, one in scene.parties() if one.kind in PEOPLE]
    return len({one.ref for one in people}) == 1 and people[0].kind == "person" and not scene.find("role")


def goes_on(scene: Scene, position: int) -> bool:
    """Say whether words of the first person stand before a position: who speaks spoke before."""
    before = scene.tape.folded[:position]
    return any(map(before.__contains__, scene.pack.list_of("sayings", "first_person")))


def is_we(scene: Scene, subject: Mention | None) -> bool:
    """Say whether a subject is "we": who has the floor speaks on, for the own side."""
    words = scene.pack.list_of("sayings", "first_person") if subject is not None and subject.kind == "joint" else ()
    return subject is not None and scene.source[subject.start : subject.end].lower() in words


def agent(scene: Scene, cue: Found, subject: Mention | None) -> Mention | None:
    """Return the subject of a cue; where words of the pack (`object_after`) make it an object, who stands before it.

    Where nobody does, and posts of two stand before a name ("for the Board, Chair Berg said"), only the first is one.
    """
    words = scene.pack.list_of("sayings", "object_after")
    parties = scene.parties(0, cue.start) if subject is not None and words else []
    at = next((position for position, one in parties if one is subject), None)
    if at is None or not scene.tape.folded[:at].endswith(words):
        return subject
    free = [one for position, one in parties if position < at and not scene.tape.folded[:position].endswith(words)]
    proxies = tuple(f"{word} " for word in scene.pack.list_of("sayings", "on_behalf"))
    two = subject is not None and subject.kind == "person" and "," in scene.source[subject.start : subject.end]
    two = two and bool(proxies) and scene.tape.folded[:at].endswith(proxies)
    return free[-1] if free else subject if two else None


def is_outside(scene: Scene) -> bool:
    """Say whether a voice without a name speaks ("experts say").

    Words that are not of those which a speaker's own sentence may open with (`connectives`) stand before its first verb
    of saying, and no party; or one of the pack's `voices` does.
    """
    voices, connectives = scene.pack.list_of("sayings", "voices"), scene.pack.list_of("sayings", "connectives")
    first = min((match for match in scene.find("cue") if match.rule.get("opens")), key=lambda m: m.start, default=None)
    if not voices or first is None or scene.parties(0, first.end) or scene.of_type("country", end=first.end):
        return False
    words = scene.tape.folded[: first.start].rstrip()
    if words.endswith(voices):
        return True
    for word in connectives:
        words = words.replace(word, "")
    if words.startswith(scene.pack.list_of("sayings", "openings")):
        return False
    return 0 < len(words) <= LONGEST_VOICE and not re.search("[,，；：、。“”]", words)


def takes_floor(scene: Scene, cue: Found, subject: Mention | None, *, spoken: bool, guest: bool) -> bool:
    """Say whether the subject of a cue speaks although somebody else has the paragraph.

    It does with a verb of saying (in a clause of its own where this sentence has a speaker), or when it
    opens the sentence; a country or body does when it opens the sentence and is the `guest` of who speaks.
    """
    if subject is None or goes_on(scene, cue.start):
        return False
    rule: Rule = cue.value
    at = next((position for position, mention in scene.parties() if mention is subject), 0)
    if subject.kind == "joint":
        told = rule.get("act") in {"agree", "inform"}
        return told or (at == 0 and rule.get("act") == "affirm" and bool(rule.get("opens")))
    first = not spoken and subject.start == scene.tape.starts[0]
    if subject.kind == "delegation":
        return first
    if subject.kind not in PEOPLE:
        return first and guest and bool(rule.get("opens"))
    apart = not (spoken and re.search("[,，]", scene.tape.text[at : cue.start]))
    recalled = scene.pack.list_of("sayings", "recalls")
    if recalled and any(word in scene.tape.folded[at : cue.end] for word in recalled):
        return False
    begins = at == 0 and not spoken and rule.get("act") not in {"affirm", "inform"} and not rule.get("noun")
    return (bool(rule.get("opens")) and apart) or begins


def adds_nothing(told: Rule, rule: Rule) -> bool:
    """Say whether a second cue of a sentence does the same once more, or only holds what is said.

    A cue that is a `noun` ("a model of …") only holds what is promised or wished before it.
    """
    if rule.get("noun") and told.get("act") in {"commit", "propose"}:
        return True
    return rule.get("act") == told.get("act") or (rule.get("act") == "affirm" and not rule.get("opens"))
