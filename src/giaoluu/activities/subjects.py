"""Subjects of verbs of saying: who stands before, inside or right behind them."""

import re
from dataclasses import replace
from itertools import pairwise

from giaoluu.activities.coordination import shared_subject
from giaoluu.activities.countries import country_subject
from giaoluu.activities.parties import are_joined, parties_left, parties_right
from giaoluu.activities.quotations import CLOSING
from giaoluu.activities.scenes import Scene
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Found
from giaoluu.model.letters import SIGNS
from giaoluu.model.mentions import Mention

NEAR = 48
"""Signs of the tape between a speaker and the verb of saying."""

BESIDE = 2
"""Signs of the tape between a verb of saying and who says it right behind."""

PLAIN = frozenset({"affirm", "inform"})
"""Acts of the plain verbs of saying."""

QUOTED_WORD = re.compile(f"“[{SIGNS}]{{1,12}}”")
"""A word in quotation marks in a script without spaces: no speech."""

QUOTED_NAME = re.compile(r"(?<![:,] )(?:“[^“”.,:;!?]{1,60}”|\"[^\".,:;!?]{1,60}\"|«[^«».,:;!?]{1,60}»)")
"""A name in quotation marks: of a festival, a project."""

OPENER = 2
"""Signs of the tape before a verb of saying that only opens its sentence."""

MET = 2
"""Parties of a clause in which one receives another."""

CLOSE = 30
"""Signs of the tape that may follow a verb of saying at the close of a sentence."""


LONG_CLOSE = 80
"""The same where those signs tell at what it was said ("…, Brandt said at a meeting with Lund")."""


def closing_speaker(scene: Scene, cues: list[Found]) -> tuple[Mention, int] | None:
    """Return the person to whom a verb set off by commas gives the words before it, and which cue that is; or None.

    So it is in: "the two sides should go on …, Brandt said" and "…, Brandt said, adding that …".
    """
    for number, (before, cue) in enumerate(pairwise(cues), start=1):
        subject = subject_of(scene, cue, before.end)
        if subject is None or subject.kind not in {"person", "pronoun", "post"} or not subject.ref:
            continue
        opens = number == 1 and _only_opens(scene, before, cue)
        if not opens and _sets_off(scene, cue, subject) and first_of(scene, cue, subject) >= before.end:
            return subject, number
    return None


def _only_opens(scene: Scene, first: Found, cue: Found) -> bool:
    """Say whether a first cue only opens its sentence, and the next is not at its end ("Sharing on X, Y said, …")."""
    head = first.start <= OPENER and subject_of(scene, first, 0) is None
    return head and len(scene.tape.text) - cue.end > CLOSE


def _sets_off(scene: Scene, cue: Found, subject: Mention) -> bool:
    """Say whether subject and verb stand behind a comma, and before another or near the end of the sentence."""
    text, first = scene.tape.text, first_of(scene, cue, subject)
    after = text[cue.end - 1 : cue.end + 1]
    points = tuple(f"{word} " for word in scene.pack.list_of("activities", "points"))
    tail = bool(points) and scene.tape.folded[cue.end :].lstrip().startswith(points)
    ends = _closes(scene, cue, first) or (tail and len(text) - cue.end <= LONG_CLOSE)
    ends = ends or (("," in after or "，" in after) and cue.value.get("act") in PLAIN)
    return ends and first > CLOSE // 2 and text[:first].rstrip(" ’" + "".join(CLOSING)).endswith((",", "，"))


def _closes(scene: Scene, cue: Found, first: int) -> bool:
    """Say whether a verb closes its sentence: few words follow it, and far fewer than stand before it.

    Behind other verbs than the plain ones none follow: "At the talks, Brandt thanked Lund" is no quotation.
    """
    rest = len(scene.tape.text[cue.end :].strip(" .!。！"))
    return rest == 0 or (cue.value.get("act") in PLAIN and rest <= min(CLOSE, first // 2))


def first_of(scene: Scene, cue: Found, subject: Mention) -> int:
    """Return where a cue with its subject begins."""
    return min([cue.start, *(position for position, mention in scene.parties() if mention is subject)])


def is_opener(scene: Scene, cues: list[Found]) -> bool:
    """Say whether a first cue only opens its sentence ("Speaking of trade, the two agreed …").

    The next cue has a subject of its own then. Behind a wish or thanks "both sides" are none, but its object.
    """
    opens = len(cues) > 1 and cues[0].start <= OPENER
    subject = subject_of(scene, cues[1], cues[0].end) if opens else None
    return subject is not None and (cues[0].value.get("act") in PLAIN or subject.kind != "joint")


def subject_of(scene: Scene, cue: Found, floor: int) -> Mention | None:
    """Return who a cue's subject is: inside the cue, right before it, or right after it where the words come first."""
    around = [] if cue.value.get("object") else scene.parties(cue.start, cue.end)
    inside = [(at, mention) for at, mention in around if not _is_owner(scene, at)]
    if inside and inside[-1][1].kind != "pronoun":
        return inside[-1][1]
    if not inside and _is_participle(scene, cue):
        return next((mention for _, mention in scene.parties(0, cue.start)), None) if floor == 0 else None
    proxy = _before_proxy(scene, floor, cue.start)
    if proxy is None and (country := country_subject(scene, cue, floor)) is not None:
        return country
    if (opener := shared_subject(scene, cue.start)) is not None:
        return opener
    if (speaker := _right_behind(scene, cue, floor)) is not None:
        return speaker
    stop = _before_aside(scene, floor, cue.start) if proxy is None else proxy
    before = [(at, mention) for at, mention in scene.parties(floor, stop) if not _is_where(scene, at, mention)]
    if len(before) > 1 and _is_affiliation(scene, *before[-2:]):
        before.pop()
    if before and stop - before[-1][0] <= NEAR and _is_open(scene.tape.text[before[-1][0] + 1 : stop]):
        listed = parties_left(scene, stop)
        people = [mention for mention in listed if mention.kind == "person"]
        many = len(people) > 1 and cue.value.get("joint") and not _is_object(scene, people[0])
        together = many or are_joined(scene, stop, listed)
        return replace(before[-1][1], kind="joint") if together else before[-1][1]
    if inside:
        return inside[-1][1]
    behind = scene.parties(cue.end, cue.end + 2) if scene.pack.words.get("activities", {}).get("inverted") else []
    if behind and not before:
        return behind[0][1]
    if not scene.pack.words.get("sayings", {}).get("speaker_behind", True):
        return None
    if scene.tape.text[: cue.start].rstrip().endswith(('"', "”", "’", "»", ",")):
        after = parties_right(scene, cue.end)
        return after[0] if after and not scene.tape.text[cue.end :].startswith((",", ":")) else None
    return None


def _is_object(scene: Scene, person: Mention) -> bool:
    """Say whether somebody belongs to the clause before ("Valuing the advice of Brandt, Minister Berg agreed …")."""
    at = next(position for position, mention in scene.parties() if mention is person)
    before = scene.tape.folded[:at].rstrip(f" {SIGN['post']}{SIGN['honorific']}") + " "
    return before.endswith(scene.pack.list_of("sayings", "object_after") or ("\0",))


def _host_goes_on(scene: Scene, cue: Found) -> Mention | None:
    """Return who received a guest in the clause right before a verb of saying, and goes on."""
    parties = scene.parties(0, cue.start)
    if len(parties) < MET or scene.tape.folded[cue.start - 1 : cue.start] not in {"，", ","}:
        return None
    (at, host), (last, _) = parties[0], parties[-1]
    if host.kind != "person" or re.search("[，,。；]", scene.tape.text[at : cue.start - 1]):
        return None
    received = (match for match in scene.find("trigger") if match.rule.get("left") == "host" and not match.slots)
    return host if any(at < match.start and match.end <= last for match in received) else None


def _right_behind(scene: Scene, cue: Found, floor: int) -> Mention | None:
    """Return who stands right behind a verb that closes the words before it ("…, said Brandt."), or None.

    In a script without spaces it is who received a guest right before it.
    """
    text = scene.tape.text
    if not scene.pack.has_spaces:
        return None if floor else _host_goes_on(scene, cue)
    if cue.value.get("act") not in PLAIN or not text[: cue.start].rstrip().endswith((",", '"', "”", "»")):
        return None
    articles = ("", *(f"{word} " for word in scene.pack.list_of("names", "alone_after")))
    for at, mention in scene.parties(cue.end, cue.end + BESIDE + max(map(len, articles))):
        if mention.kind in {"person", "post", "joint"} and scene.tape.folded[cue.end : at].lstrip() in articles:
            return (
                mention
                if text[at + 1 : at + 2].strip() in {"", ".", ",", ";"} and text[at + 1 : at + 2] != " "
                else None
            )
    return None


def _before_aside(scene: Scene, floor: int, position: int) -> int:
    """Return where a clause between commas that ends right before a position begins ("Brandt, who is …, said").

    It opens with one of the pack's `relatives`; without one it is the position itself.
    """
    words = scene.pack.list_of("sayings", "relatives")
    text = scene.tape.folded[floor:position].rstrip()
    if not words or not text.endswith(","):
        return position
    starts = [at for word in words if (at := text.rfind(f", {word} ", 0, len(text) - 1)) >= 0]
    return floor + max(starts) if starts else position


def _before_proxy(scene: Scene, floor: int, position: int) -> int | None:
    """Return where words begin that tell in whose name somebody acts who stands before them, or None.

    So it is in "Anna Berg on behalf of the government sends greetings": no comma parts them from the verb.
    """
    text = scene.tape.folded[:position]
    starts = [text.rfind(f" {word} ", floor) for word in scene.pack.list_of("sayings", "on_behalf")]
    start = max(starts, default=-1)
    if start < 0 or "," in text[start:]:
        return None
    return start if any(one.kind in {"person", "post", "pronoun"} for _, one in scene.parties(floor, start)) else None


def whole_of(scene: Scene, cue: Found) -> Mention:
    """Return a cue without any subject as a mention of both sides: they did it together."""
    start, end = scene.tape.span(cue.start, cue.end)
    return Mention(start, end, "joint", None)


def _is_participle(scene: Scene, cue: Found) -> bool:
    """Say whether a cue has no subject of its own but that of its sentence ("…, noting that")."""
    first = scene.tape.folded[cue.start : cue.end].partition(" ")[0]
    return cue.start > 0 and first.endswith(scene.pack.list_of("sayings", "participles") or ("\0",))


def _is_owner(scene: Scene, position: int) -> bool:
    """Say whether a party inside a cue only owns what is said: the pack's possessive stands behind it."""
    words = scene.pack.list_of("names", "possessives")
    return bool(words) and scene.tape.folded.startswith(words, position + 1)


def owns(scene: Scene, subject: Mention) -> bool:
    """Say whether somebody before a verb only owns what does something ("Brandt’s visit confirms …")."""
    return any(mention is subject and _is_owner(scene, at) for at, mention in scene.parties())


def _is_where(scene: Scene, position: int, mention: Mention) -> bool:
    """Say whether a body is only where something is: a place word stands before it."""
    words = scene.pack.list_of("activities", "place_words")
    return (
        mention.kind == "body"
        and bool(words)
        and scene.tape.folded[:position].rstrip().endswith(tuple(f" {w}" for w in words))
    )


def _is_affiliation(scene: Scene, holder: tuple[int, Mention], body: tuple[int, Mention]) -> bool:
    """Say whether a body only tells whose a person is who opens the clause ("Anna Berg, Friendship Union, said")."""
    (at, one), (position, other) = holder, body
    opens = not (before := scene.tape.text[:at].rstrip()) or before.endswith(",")
    apposed = scene.tape.text[at + 1 : position] in {", ", " - ", " \u2013 "}
    return opens and apposed and one.kind == "person" and other.kind == "body"


def _is_open(between: str) -> bool:
    """Say whether the words between a subject and its verb hold no other clause."""
    between = QUOTED_NAME.sub("", between)
    between = QUOTED_WORD.sub("", re.sub(r"^,[^,]{1,40},(?= ?[^ ]{0,12} ?$)", "", between))
    return len(re.findall(r"[,，]", between)) <= 1 and not re.search(r"[;；:：.。\"“”]", between)


def said_before(scene: Scene, cue: Found, subject: Mention | None) -> tuple[int, int] | None:
    """Return the words before a cue that closes its sentence ("…", ông Phong nói), or None."""
    if subject is None:
        return None
    first = first_of(scene, cue, subject)
    closes = _closes(scene, cue, first) or _sets_off(scene, cue, subject)
    return (0, first) if closes and first > CLOSE // 2 else None
