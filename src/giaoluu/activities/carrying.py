"""Sentences without a verb of saying that go on with what somebody says."""

from giaoluu.activities.cues import cues_of
from giaoluu.activities.floor import Floor
from giaoluu.activities.scenes import Scene
from giaoluu.model.activities import JOINT, Act

OPENING = 30
"""Signs of the tape in which the subject of a sentence opens it."""

CLOSED = "./."
"""What closes an article in some languages' press."""

OPENS = 4
"""Signs of the tape in which a pronoun is the subject of its sentence."""


def is_heading(scene: Scene) -> bool:
    """Say whether a line without a mark at its end stands by itself: a heading, a link to another article.

    That is in scripts with spaces; behind the sign that closes an article ("./.") everything is.
    """
    start, end = scene.sentence.start, scene.sentence.end
    if not scene.pack.has_spaces:
        return False
    alone = scene.source.endswith("\n", 0, start) and scene.source[end : end + 1] in {"", "\n"}
    return (alone and scene.source[end - 1].isalnum()) or scene.source.find(CLOSED, 0, start) >= 0


def is_carried(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence can go on with a speech: it sounds like it.

    Where the pack's `carries` says "paragraph", any does that stands in the paragraph of the speech, unless that was
    a quotation, or somebody says something in it or the speaker is named in it: the report tells that itself.
    """
    goes_on = wishes_on(scene, floor) or agrees_on(scene, floor)
    return goes_on or _fills_paragraph(scene, floor) or sounds_said(scene)


def _fills_paragraph(scene: Scene, floor: Floor) -> bool:
    whole = scene.pack.words.get("sayings", {}).get("carries") == "paragraph"
    if not whole or floor.quotes or scene.sentence.paragraph != floor.paragraph or cues_of(scene):
        return False
    own = [(at, mention.kind) for at, mention in scene.parties() if mention.ref == floor.speaker]
    return all(kind == "pronoun" and at > OPENS for at, kind in own)


def sounds_said(scene: Scene) -> bool:
    """Say whether a sentence can go on with a speech.

    It has one of the words of stance that the pack lists, if it lists any.
    """
    words = scene.pack.list_of("sayings", "stance")
    return not words or any(f" {word} " in f" {scene.tape.folded} " for word in words)


def wishes_on(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence goes on with a wish: it begins with what is to be done, or words that join it to that."""
    return floor.act is Act.PROPOSE and _opens_with_deed(scene)


def promises_on(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence goes on with a promise: what the speaker, or a body or land of theirs, will do."""
    own = floor.side(floor.speaker) if floor.side and floor.speaker and floor.speaker != JOINT else None
    if own is None or floor.side is None:
        return False
    for cue in cues_of(scene):
        if cue.value.get("weak") and cue.value.get("act") == "commit":
            by = [*scene.parties(cue.start, cue.end), *scene.of_type("country", start=cue.start, end=cue.end)]
            return all(own in {one.value, floor.side(one.ref or "")} or one.ref == floor.speaker for _, one in by)
    return False


def agrees_on(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence goes on with what was agreed: it begins with what is to be done."""
    return floor.act is Act.AGREE and _opens_with_deed(scene)


def lists_on(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence in which nobody is named goes on with a wish, whatever verbs it holds."""
    people = (one for _, one in scene.parties() if one.kind in {"person", "post", "pronoun"})
    return floor.reaches(scene.sentence.paragraph) and wishes_on(scene, floor) and next(people, None) is None


def _opens_with_deed(scene: Scene) -> bool:
    joins = scene.pack.list_of("sayings", "joins")
    deeds = [match.start for match in scene.find("strength") if match.rule.get("strength") == "action"]
    before = scene.tape.folded[: min(deeds)].strip(" ,") if joins and deeds else None
    return before is not None and (not before or before in joins)


def opens_anew(scene: Scene, floor: Floor) -> bool:
    """Say whether a sentence begins with a date, with whose account it is, or with somebody else.

    The article tells something, nobody speaks on.
    """
    if is_heading(scene) or opens_with_date(scene):
        return True
    told = scene.pack.list_of("sayings", "narration") if scene.sentence.paragraph != floor.paragraph else ()
    if told and scene.tape.folded.startswith(told):
        return True
    sources = scene.pack.list_of("activities", "source_words")
    if any(scene.tape.folded[:at].rstrip() in sources for at, _ in scene.of_type("body", end=OPENING)):
        return True
    first = next(iter(scene.parties(0, OPENING)), None)
    return first is not None and first[1].kind in {"person", "post", "delegation"} and first[1].ref != floor.speaker


def opens_with_date(scene: Scene) -> bool:
    """Say whether a date stands among the first words of a sentence."""
    return any(item.type == "date" for _, item in scene.tape.signs(0, 12))
