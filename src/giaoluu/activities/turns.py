"""Turns of speech: a transcript or an interview names who speaks at the head of each turn ("PRESIDENT BRANDT: …").

Whoever is named there speaks to the head of the next turn, over paragraphs, and is the "I" of all that stands between.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from giaoluu.activities.quotations import CLOSING, OPENING
from giaoluu.activities.saying import Turn
from giaoluu.activities.scenes import SPOKEN_ZONES, Scene
from giaoluu.langs.signs import ANY_SIGN
from giaoluu.model.mentions import Mention

HEAD = re.compile(
    r"(?:^|(?<=[—–] )|(?<=[.!?)”\"] ))[-–—*• ]*(?P<who>[^:：.!?—–“”\"()（）]{1,60}?) ?(?:[(（][^)）]*[)）] ?)?[:：]"
)
"""Who speaks, perhaps with a remark in brackets, before a colon."""

WORDS = re.compile(rf"[^\W\d_{ANY_SIGN}]+")
QUOTED = re.compile(f" ?[{''.join(OPENING)}]")
CLOSED = re.compile(f"[{''.join(CLOSING)}][ .。!！?？]*$")
STOP = re.compile("[.。!！?？;；]$")
SHORT, SHORT_WIDE, NAME = 6, 10, 2
"""Words of a sentence (signs where words are not set apart) below which it says nothing without a verb of saying.

The third is for how many signs a span counts there.
"""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a turn: where it ends on the tape, who speaks (None: nobody who is known), and whether that asks."""

    start: int
    end: int
    speaker: Mention | None
    asks: bool = False
    answers: bool = False
    quoted: bool = False
    """Whether marks of quotation hold the words of the turn: it ends with them."""


def turns_of(scenes: Sequence[Scene]) -> Mapping[int, Turn]:
    """Return number of scene → turn, for an article that sets down what several say; nothing for any other.

    It has a question and somebody named who speaks, or two heads and words of the first person behind half of them.
    The pack's `askers` and `answerers` are heads that name nobody ("Q", "A").
    """
    read = [scene for scene in scenes if scene.sentence.zone in SPOKEN_ZONES]
    heads = {scene.number: found for scene in read if (found := _heads(scene))}
    if not _is_transcript(read, heads):
        return {}
    result: dict[int, Turn] = {}
    main = next((one for scene in scenes for _, one in scene.parties() if one.kind == "person"), None)
    now, paragraph = None, -1
    for scene in read:
        found, start = heads.get(scene.number, []), 0
        opens, paragraph = scene.sentence.paragraph != paragraph, scene.sentence.paragraph
        if found and not _letters(scene, 0, found[0].start):
            now, start = found[0], found[0].end
        elif opens and now is not None and _is_over(scene, now):
            now = None
        if now is not None:
            speaker = main if now.answers else now.speaker
            result[scene.number] = Turn(speaker if says_something(scene, start) else None, start, named=True)
        for one in found:
            now, main = one, one.speaker or main
        if now is not None and now.quoted and CLOSED.search(scene.tape.text, start):
            now = None
    return result


def heading_places(scenes: Sequence[Scene], turns: Mapping[int, Turn]) -> list[Mention]:
    """Return the places in the lines between the title of a transcript and its first turn that are no sentences."""
    first = min(turns, default=0)
    lines = (one for one in scenes[:first] if one.sentence.zone in SPOKEN_ZONES and not STOP.search(one.tape.text))
    return [mention for scene in lines for _, mention in scene.of_type("place")]


def days_of_speech(scenes: Sequence[Scene], turns: Mapping[int, Turn]) -> frozenset[str | None]:
    """Return the ids of the dates that those who speak in a transcript name."""
    return frozenset(mention.ref for number in turns for _, mention in scenes[number].of_type("date"))


def _heads(scene: Scene) -> list[Head]:
    """Return the heads of turns in a sentence, left to right."""
    text = scene.tape.text
    bare = next((one for one in scene.pack.list_of("sayings", "askers") if len(one) == 1), None)
    if bare and text.startswith(f"{bare} ") and not text[2:3].islower():
        return [Head(0, 1, None, asks=True)]
    if ":" not in text and "：" not in text:
        return []
    return [head for match in HEAD.finditer(text) if (head := _head(scene, match))]


def _head(scene: Scene, match: re.Match[str]) -> Head | None:
    """Return the head of a turn that words before a colon are, or None for other words."""
    start, end = match.span("who")
    rest = " ".join(WORDS.findall(scene.tape.text[start:end]))
    folded = f" {scene.pack.fold(rest)}" if scene.pack.has_spaces else scene.pack.fold(rest)
    gap = " " if scene.pack.has_spaces else ""
    for key in ("askers", "answerers"):
        words = tuple(gap + scene.pack.fold(one) for one in scene.pack.list_of("sayings", key))
        if rest and words and folded.endswith(words) and match.start() == 0:
            return Head(start, match.end(), None, asks=key == "askers", answers=key == "answerers")
    people = [one for _, one in scene.parties(start, end) if one.kind in {"person", "post"} and one.ref]
    named = [one for one in people if one.kind == "person"] or people
    printed = scene.source[slice(*scene.tape.span(start, end))]
    if len({one.ref for one in named}) == 1 and (not rest or printed.isupper()):
        return (
            None
            if _only_names(scene, match.end())
            else Head(start, match.end(), named[-1], quoted=QUOTED.match(scene.tape.text, match.end()) is not None)
        )
    if rest.isupper() and printed.isupper() and len(rest) > 1:
        return Head(start, match.end(), None)
    return None


def _only_names(scene: Scene, start: int) -> bool:
    """Say whether nothing but names stands behind a colon: a list tells there who holds a post."""
    return bool(scene.parties(start)) and not _letters(scene, start, len(scene.tape.text))


def _is_transcript(scenes: Sequence[Scene], heads: Mapping[int, Sequence[Head]]) -> bool:
    """Say whether heads of turns make an article a transcript."""
    told = [head for found in heads.values() for head in found]
    named = [number for number, found in heads.items() if any(one.speaker or one.answers for one in found)]
    if not named or len(told) < 2:
        return False
    if any(one.asks for one in told):
        return True
    turn, spoken = -1, set[int]()
    for scene in scenes:
        turn = scene.number if scene.number in named else turn
        if turn >= 0 and in_first_person(scene):
            spoken.add(turn)
    return len(named) > 1 and 2 * len(spoken) >= len(named)


def _is_over(scene: Scene, head: Head) -> bool:
    """Say whether a new paragraph tells of who has the turn, so that the article itself speaks again."""
    if head.speaker is None or in_first_person(scene):
        return False
    return any(one.ref == head.speaker.ref and one.kind == "person" for _, one in scene.parties())


def in_first_person(scene: Scene) -> bool:
    """Say whether somebody speaks of themselves in a sentence."""
    words = scene.pack.list_of("sayings", "first_person")
    if not scene.pack.has_spaces:
        return any(word in scene.tape.folded for word in words)
    printed = scene.pack.fold(scene.source[scene.sentence.start : scene.sentence.end])
    return not set(words).isdisjoint(WORDS.findall(printed)) or any(" " in word and word in printed for word in words)


def says_something(scene: Scene, start: int) -> bool:
    """Say whether words of a turn say more than "yes" and "good morning": they do something, or are many."""
    if any(match.start >= start for match in scene.find("cue")):
        return True
    least = SHORT if scene.pack.has_spaces else SHORT_WIDE
    length = _letters(scene, start, len(scene.tape.text))
    length += 0 if scene.pack.has_spaces else NAME * sum(1 for _ in scene.tape.signs(start))
    return length >= least and not scene.tape.text.rstrip('”"’」』').endswith(("?", "？"))


def _letters(scene: Scene, start: int, end: int) -> int:
    """Return how many words (signs, where words are not set apart) stand in a stretch, without those in brackets."""
    text = re.sub(r"[(（][^)）]*[)）]", "", scene.tape.text[start:end])
    words = WORDS.findall(text)
    return len(words) if scene.pack.has_spaces else sum(map(len, words))
