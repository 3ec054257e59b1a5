"""Where an activity took place that the text tells without a place: a picture of those who met shows it."""

from collections.abc import Iterator
from dataclasses import replace

from giaoluu.activities.drafts import Draft
from giaoluu.activities.scenes import Scene
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import ActivityMention, Status
from giaoluu.model.article import ZoneKind
from giaoluu.model.mentions import Mentions
from giaoluu.model.spans import Cited, Span

SHOWN = frozenset({"encounter", "ceremony"})
"""Groups of kinds in which a picture shows people who are together in one place."""

REACH = 16
"""Signs before a place in which the word that says that somebody is there stands."""

TOGETHER = 2
"""People of an activity whom a picture's caption must name to be a picture of it."""


def at_pictures(made: list[ActivityMention], mentions: Mentions, drafts: list[Draft]) -> list[ActivityMention]:
    """Return activities without a place with that in the caption of a picture which names two of those who met."""
    captions = list(_captions(mentions, drafts[0].lead.scene)) if drafts else []
    return [_shown(one, captions) if captions and _is_open(one) else one for one in made]


def _is_open(one: ActivityMention) -> bool:
    held = one.status is None or one.status.value is Status.HELD
    sits = kind_of(one.kind.value).group in SHOWN and one.kind.value != "phone_call"
    return one.main and held and sits and one.place is None and not one.places


def _shown(one: ActivityMention, captions: list[tuple[set[str], Cited[str], str]]) -> ActivityMention:
    present = {party.party for party in one.participants}
    found = ((place, ref) for people, place, ref in captions if len(people & present) >= TOGETHER)
    place, ref = next(found, (None, ""))
    return replace(one, place=place, places=(ref,)) if place else one


def _captions(mentions: Mentions, scene: Scene) -> Iterator[tuple[set[str], Cited[str], str]]:
    """Yield the people whom a caption names and the place in which it says they are, with its id."""
    words = tuple(f" {word} " for word in scene.pack.list_of("activities", "place_words"))
    text = scene.source
    for sentence in mentions.sentences:
        if sentence.zone is not ZoneKind.CAPTION:
            continue
        here = [one for one in mentions.mentions if sentence.start <= one.start < sentence.end]
        people = {one.ref for one in here if one.kind in {"person", "post"} and one.ref}
        for one in here:
            if one.kind == "place" and one.ref and text[max(0, one.start - REACH) : one.start].lower().endswith(words):
                span = Span.of(text, one.start, one.end)
                yield people, Cited(span.exact, span, "picture-place", inferred=True), one.ref
                break
