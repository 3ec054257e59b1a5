"""Quotations: who says what, with which act; and whose words a sentence without a verb of saying goes on with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from giaoluu.activities.carrying import (
    OPENING,
    is_carried,
    lists_on,
    opens_anew,
    opens_with_date,
    promises_on,
    sounds_said,
    wishes_on,
)
from giaoluu.activities.clauses import sets_apart, taken_in
from giaoluu.activities.coordination import is_joined
from giaoluu.activities.cues import cues_of, is_stance, is_wished_of_both
from giaoluu.activities.floor import Floor
from giaoluu.activities.joint_texts import is_sentence, is_undertaken, joint_text, promise_at, promising
from giaoluu.activities.paragraphs import (
    adds_nothing,
    agent,
    by_paragraph,
    first_person_paragraphs,
    goes_on,
    is_outside,
    is_we,
    lasts,
    signed,
    speaks_of,
    takes_floor,
)
from giaoluu.activities.quotations import CLOSING, quoted_on
from giaoluu.activities.saying import Saying, Turn, by_words, turns_of, words_of
from giaoluu.activities.scenes import Scene
from giaoluu.activities.speech import closed_quotations, said_behind, speakers_of
from giaoluu.activities.subjects import (
    closing_speaker,
    is_opener,
    owns,
    said_before,
    subject_of,
    whole_of,
)
from giaoluu.langs.pack import Rule
from giaoluu.langs.tape import Found
from giaoluu.model.activities import JOINT, Act, Attribution
from giaoluu.model.article import ZoneKind
from giaoluu.model.mentions import Mention


def sayings_of(
    scenes: list[Scene],
    narrated: set[int],
    side: Callable[[str], str | None] | None = None,
    turns: Mapping[int, Turn] = MappingProxyType({}),
) -> Iterator[Saying]:
    """Yield what is said in an article, in reading order.

    `narrated` are the numbers of scenes in which something is told to happen: they end a speech. `side` tells the
    country of a party, `turns` who speaks in the sentences of a transcript.
    """
    floor = Floor(side=side)
    named = {**(behind := said_behind(scenes)), **speakers_of(scenes), **signed(scenes)}
    carries = not (named or turns) and (not scenes or scenes[0].pack.words.get("sayings", {}).get("carries", True))
    spoken = {**turns_of({**dict(closed_quotations(scenes)), **named}), **turns}
    own, quoted, together = first_person_paragraphs(scenes), quoted_on(scenes), joint_text(scenes)
    for scene in (one for one in scenes if one.sentence.zone in {ZoneKind.BODY, ZoneKind.SAPO}):
        floor.reach(scene.sentence.paragraph, own)
        if scene.number in together:
            yield from _together(scene, narrated, side)
            continue
        if scene.number in spoken:
            yield from words_of(scene, spoken[scene.number])
            floor = _behind(scene, behind, side)
            continue
        said = [] if (outside := is_outside(scene)) else _said(scene, floor)
        if scene.number in quoted and floor.quoting(scene.sentence.paragraph) and not _names_other(said, floor):
            yield from words_of(scene, Turn(floor.mention))
            floor.quotes = True
        elif said or outside:
            floor = _floor_of(said[-1], side) if said and _speaks_on(said[-1], floor) else Floor(side=side)
            yield from said
        elif (one := _going_on(scene, floor, told=scene.number in narrated, carries=carries)) is not None:
            yield one


def _said(scene: Scene, floor: Floor) -> list[Saying]:
    """Return what the verbs of saying of a sentence tell; none, where it lists what somebody goes on to wish."""
    return [] if lists_on(scene, floor) else [by_words(one) for one in _explicit(scene, floor)]


def _names_other(said: Sequence[Saying], floor: Floor) -> bool:
    """Say whether a sentence says of another person than who has the floor that they say something."""
    return any(one.speaker not in {None, floor.speaker} and str(one.speaker).startswith("p") for one in said)


def _going_on(scene: Scene, floor: Floor, *, told: bool, carries: bool) -> Saying | None:
    """Return what a sentence without a verb of saying says, or None; one that tells something ends a speech."""
    if lasts(scene, floor.speaker, floor.paragraph) or (not told and speaks_of(scene, floor)):
        return _implicit(scene, floor)
    if told or opens_anew(scene, floor) or by_paragraph(scene):
        floor.end()
    elif carries and floor.reaches(scene.sentence.paragraph) and is_carried(scene, floor):
        one = _implicit(scene, floor)
        floor.carry(scene.sentence.paragraph)
        return one
    return None


def _together(scene: Scene, narrated: set[int], side: Callable[[str], str | None] | None) -> Iterator[Saying]:
    """Yield what both sides say in a sentence of a joint text, or one of them where it alone is named."""
    floor = Floor(JOINT, None, scene.sentence.paragraph, side=side, together=True)
    said = list(_explicit(scene, floor))
    if not said and promise_at(scene) is not None:
        one = promising(scene)
        floor.speaker, floor.mention = (one.ref, one) if one else (JOINT, None)
        said = [replace(_implicit(scene, floor), act=Act.COMMIT, strength="w3")]
    elif not said and is_undertaken(scene):
        said = [replace(_implicit(scene, floor), act=Act.COMMIT, strength="w3")]
    elif not said and is_sentence(scene) and sounds_said(scene) and scene.number not in narrated:
        said = [] if opens_with_date(scene) else [_implicit(scene, floor)]
    yield from said


def _floor_of(last: Saying, side: Callable[[str], str | None] | None) -> Floor:
    """Return who has the floor behind something said."""
    sentence = last.scene.sentence
    quotes = last.scene.source[sentence.start : sentence.end].rstrip(" .").endswith(CLOSING)
    return Floor(last.speaker, last.speaker_mention, sentence.paragraph, last.act, quotes=quotes, side=side)


def _speaks_on(last: Saying, floor: Floor) -> bool:
    """Say whether who said something may speak on: not where the report only tells that they talked."""
    had = floor.speaker == last.speaker and floor.paragraph == last.scene.sentence.paragraph
    return last.act != Act.INFORM or had or bool(last.rule.get("opens")) or not by_paragraph(last.scene)


def _behind(scene: Scene, behind: Mapping[int, Mention | None], side: Callable[[str], str | None] | None) -> Floor:
    """Return who has the floor behind direct speech: whom the sentence behind a quotation names, or nobody."""
    speaker = behind.get(scene.number - 1) if scene.number in behind else None
    return Floor(speaker.ref, speaker, scene.sentence.paragraph, side=side) if speaker else Floor(side=side)


def _implicit(scene: Scene, floor: Floor) -> Saying:
    """Return the sentence as the previous speaker's words."""
    everything = (0, len(scene.tape.text))
    rule = Rule("cue", "implicit-continuation", {})
    act, strength = Act.AGREE if floor.speaker == JOINT and floor.act == Act.AGREE else Act.AFFIRM, None
    if wishes_on(scene, floor):
        act, strength = Act.PROPOSE, "w1"
    elif promises_on(scene, floor):
        act, strength = Act.COMMIT, "w3"
    return Saying(
        scene, rule, (0, 0), everything, act, strength, floor.speaker, floor.mention, None, Attribution.IMPLICIT
    )


def _explicit(scene: Scene, floor: Floor) -> Iterator[Saying]:
    """Yield the sayings that the cues of one sentence show."""
    cues = cues_of(scene)
    mention, at = closing_speaker(scene, cues) or (None, len(cues))
    speaker, cues = mention.ref if mention else None, [*cues[:at], *cues[at + 1 :]]
    last: Saying | None = None
    for number, cue in enumerate(cues):
        rule: Rule = cue.value
        stop = cues[number + 1].start if number + 1 < len(cues) else len(scene.tape.text)
        subject = agent(scene, cue, subject_of(scene, cue, cues[number - 1].end if number else 0))
        if subject is None and not by_paragraph(scene) and is_opener(scene, cues[number:]):
            continue
        held = _is_held(scene, floor, speaker)
        subject = _new_subject(scene, cue, subject, floor, speaker)
        quoted = said_before(scene, cue, subject) if not number else None
        subject = _as_joint(scene, cue, subject, speaker)
        person = _speaks(subject, speaker)
        if person and subject is not None:
            speaker, mention = (JOINT if _is_of_both(subject, floor) else subject.ref), subject
        elif speaker is None and floor.paragraph >= scene.sentence.paragraph - 1:
            speaker, mention = floor.speaker, floor.mention
        if speaker is None or (last is None and _is_only_told(scene, rule, speaker, floor, person=person)):
            continue
        if last is not None:
            again = held and subject is None and adds_nothing(last.rule, rule)
            if again or not sets_apart(scene, last, cue, subject):
                last = taken_in(last, cue, stop, subject)
                continue
            yield last
        last = Saying(
            scene,
            rule,
            (cue.start, cue.end),
            quoted or (cue.end, stop),
            Act(rule.get("act")),
            rule.get("strength"),
            speaker,
            mention,
            subject,
            Attribution.EXPLICIT if person else Attribution.IMPLICIT,
            quoted is not None,
        )
    if last is not None:
        yield last


def _is_held(scene: Scene, floor: Floor, speaker: str | None) -> bool:
    """Say whether somebody has the paragraph already, where a speech lasts to its end."""
    before = floor.paragraph == scene.sentence.paragraph and floor.speaker not in {None, JOINT}
    return by_paragraph(scene) and bool(speaker or before)


def _new_subject(
    scene: Scene, cue: Found, subject: Mention | None, floor: Floor, speaker: str | None
) -> Mention | None:
    """Return the subject of a cue, or None where who has the floor speaks on."""
    if speaker is not None and is_joined(scene, cue.start):
        return None
    lasts_on = floor.reaches(scene.sentence.paragraph) and floor.speaker != JOINT and not floor.together
    if lasts_on and ((cue.start <= OPENING and is_wished_of_both(cue, subject)) or is_we(scene, subject)):
        return None
    if speaker is not None and subject is not None and owns(scene, subject):
        return None
    speaks_on = goes_on(scene, cue.start) or floor.is_own(subject, scene.sentence.paragraph)
    if by_paragraph(scene) and floor.speaker is not None and speaks_on:
        return None
    if floor.speaker and speaker is None and floor.side and is_stance(scene, cue, subject, floor.side(floor.speaker)):
        return None
    if _is_held(scene, floor, speaker) and not takes_floor(
        scene, cue, subject, spoken=speaker is not None, guest=floor.is_other(subject)
    ):
        return None
    return subject


def _as_joint(scene: Scene, cue: Found, subject: Mention | None, speaker: str | None) -> Mention | None:
    """Return the subject of a cue as both sides together, where its rule says so (always, or `alone`)."""
    together = cue.value.get("joint")
    if together == "always" or (together == "alone" and subject is None and speaker is None):
        return replace(subject or whole_of(scene, cue), kind="joint")
    return subject


def _is_of_both(subject: Mention, floor: Floor) -> bool:
    """Say whether a subject is both sides; so are delegations without a country in a joint text."""
    return subject.kind == "joint" or (floor.together and subject.kind == "delegation" and subject.value is None)


def _speaks(subject: Mention | None, speaker: str | None) -> bool:
    """Say whether a subject speaks itself: a person does, anything else where nobody else speaks."""
    return subject is not None and (speaker is None or subject.kind in {"person", "pronoun", "post"})


def _is_only_told(scene: Scene, rule: Rule, speaker: str, floor: Floor, *, person: bool) -> bool:
    """Say whether the first cue of a sentence is a plan or an agreement that the article tells, and nobody says.

    What somebody will do who has just spoken is said.
    """
    person = person and not floor.together and not floor.is_of(speaker, scene.sentence.paragraph)
    if speaker == JOINT:
        return person and rule.get("act") == "commit" and opens_with_date(scene)
    return person and bool(rule.get("weak"))
