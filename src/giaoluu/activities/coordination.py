"""Verbs that share the subject of an earlier one: "A met B in Hanoi and said" is A's word, though B stands nearer."""

from giaoluu.activities.scenes import Scene
from giaoluu.model.mentions import Mention

OPENING = 40
"""Signs of the tape in which the subject of a sentence opens it."""

APART = 8
"""Signs between the subject and a verb that is joined to an earlier one: less has no earlier verb in it."""


def shared_subject(scene: Scene, position: int) -> Mention | None:
    """Return the party that opens a sentence where words of the pack (`coordinated`) join what follows to its verb.

    None where no such words stand there, or no party opens the sentence.
    """
    joins = scene.pack.list_of("sayings", "coordinated")
    before = scene.parties(0, position)
    if not joins or not before or not scene.tape.folded[:position].endswith(joins):
        return None
    at, opener = before[0]
    return opener if at <= OPENING and position - at > APART and opener.kind != "body" else None
