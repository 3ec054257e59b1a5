"""Which words of another kind tell of one encounter: talks are a meeting too, and a title says only that people met."""

from collections.abc import Collection, Sequence

from giaoluu.activities.sightings import Sighting
from giaoluu.model.article import ZoneKind

HOW_THEY_MET = frozenset({"talks", "phone_call"})
"""Kinds of encounters that a title calls a meeting."""

TITLE = "title"
"""Value of `one_sitting` of a pack in which only titles call talks a meeting."""


def is_titled(sighting: Sighting) -> bool:
    """Say whether the title tells it."""
    return sighting.scene.sentence.zone == ZoneKind.TITLE


def is_one_sitting(own_words: Sequence[Sighting], parties: Collection[str], sighting: Sighting) -> bool:
    """Say whether words of another kind tell again of an encounter of some parties, where packs say so (`one_sitting`).

    Talks are those of the people of whom it is told that one received the other, or only of whom a title tells.
    """
    asked = sighting.scene.pack.words.get("activities", {}).get("one_sitting")
    if not asked or not own_words:
        return False
    lead = next((one for one in own_words if one.mode), own_words[0])
    if asked == TITLE:
        return len(own_words) == 1 and is_of_title(lead, sighting) and _are_the_same(parties, sighting)
    if {lead.kind, sighting.kind} != {"meeting", "talks"}:
        return False
    told = {stake.mention.ref for stake in sighting.stakes if stake.mention.ref and stake.mention.ref.startswith("p")}
    known = {ref for ref in parties if ref.startswith("p")}
    return len(known) > 1 and bool(told) and told <= known


def is_of_title(title: Sighting, sighting: Sighting) -> bool:
    """Say whether a title tells of a meeting, and the text of talks or a call: how those met."""
    asked = title.scene.pack.words.get("activities", {}).get("one_sitting") == TITLE
    told = sighting.scene.sentence.zone not in {ZoneKind.TITLE, ZoneKind.CAPTION} and not sighting.is_weak
    return asked and is_titled(title) and title.kind == "meeting" and told and sighting.kind in HOW_THEY_MET


def _are_the_same(parties: Collection[str], sighting: Sighting) -> bool:
    """Say whether those of a title and of the text may be the same: two are, or all of one side are."""
    told = {stake.mention.ref for stake in sighting.stakes if stake.mention.ref and stake.mention.kind != "body"}
    known = {ref for ref in parties if not ref.startswith("o")}
    return bool(told & known) and (len(told & known) > 1 or len(known) == 1 or told <= known)
