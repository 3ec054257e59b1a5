"""One thing said, and the words of direct speech as such."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from giaoluu.activities.scenes import Scene
from giaoluu.langs.pack import Rule
from giaoluu.model.activities import Act, Attribution
from giaoluu.model.mentions import Mention


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said: its scene, the cue and the content on the tape, who speaks and what is done by it."""

    scene: Scene
    rule: Rule
    cue: tuple[int, int]
    content: tuple[int, int]
    act: Act
    strength: str | None
    speaker: str | None
    speaker_mention: Mention | None
    party: Mention | None = None
    attribution: Attribution = Attribution.EXPLICIT
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What a sentence has of a turn: who speaks in it (None: nobody who is known), and where the words begin."""

    speaker: Mention | None
    start: int = 0
    named: bool = False
    """Whether a head names the speaker."""


def turns_of(speakers: Mapping[int, Mention | None]) -> dict[int, Turn]:
    """Return number of scene → turn, of who speaks in it."""
    return {number: Turn(speaker) for number, speaker in speakers.items()}


def words_of(scene: Scene, turn: Turn) -> Iterator[Saying]:
    """Yield a sentence of direct speech, with the act of its weightiest verb; nothing where nobody known speaks."""
    speaker = turn.speaker
    if speaker is None:
        return
    cues = sorted(scene.find("cue"), key=lambda match: match.start)
    names = [match for match in cues if any(one == speaker for _, one in scene.parties(match.start, match.end))]
    others = [match.rule for match in cues if match not in names and _does(match.rule)]
    rule = others[0] if others else Rule("cue", "direct-speech", {"act": "affirm"})
    for other in others[1:]:
        rule = weightier(rule, other)
    end = names[-1].start if names else len(scene.tape.text)
    cue = (names[-1].start, names[-1].end) if names else (0, 0)
    attribution = Attribution.EXPLICIT if names or turn.named else Attribution.IMPLICIT
    yield Saying(
        scene,
        rule,
        cue,
        (turn.start, end),
        Act(rule.get("act")),
        rule.get("strength"),
        speaker.ref,
        speaker,
        None,
        attribution,
        direct=True,
    )


def by_words(saying: Saying) -> Saying:
    """Return a saying told by a plain verb with the act that its words do (rules of `act`): what is valued is held."""
    if saying.act is not Act.INFORM:
        return saying
    start, end = saying.content
    inside = (match for match in saying.scene.find("act") if start <= match.start < end)
    done = min(inside, key=lambda match: match.start, default=None)
    return saying if done is None else replace(saying, act=Act(done.rule.get("act")))


def _does(rule: Rule) -> bool:
    """Say whether a verb tells what is done in direct speech: no plain "say" that is not for such speech."""
    return bool(rule.get("direct")) or Act(rule.get("act")) is not Act.INFORM


def weightier(first: Rule, second: Rule) -> Rule:
    """Return the cue that tells more of what is done: a promise or a wish before a plain verb of saying.

    A `weak` cue ("… will …") tells something only after a plain verb of saying: after a wish it is what is wished,
    and by itself it is a plan that the article tells.
    """
    if second.get("weak") and first.get("act") not in {"inform", "affirm"}:
        return first
    order = ["commit", "propose", "agree", "thank", "praise", "affirm", "inform"]
    return min((first, second), key=lambda rule: order.index(rule.get("act")))
