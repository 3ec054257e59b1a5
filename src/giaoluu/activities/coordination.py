"""Verbs that share the subject of an earlier one: "A met B in Hanoi and said" is A's word, though B stands nearer."""

from itertools import pairwise

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
    joined = scene.tape.folded[:position].endswith(joins or ("\0",)) or is_joined(scene, position)
    if not before or not joined:
        return None
    at, opener = next(
        (one for one, (behind, _) in pairwise(before) if not _is_aside(scene, one[0], behind)), before[-1]
    )
    return opener if at <= OPENING and position - at > APART and opener.kind != "body" else None


def is_joined(scene: Scene, position: int) -> bool:
    """Say whether a verb itself begins with words that join it to an earlier one ("…, and also said")."""
    joins = tuple(join.lstrip(" ,") for join in scene.pack.list_of("sayings", "coordinated"))
    marked = scene.tape.folded[:position].rstrip().endswith((",", ";"))
    return marked and bool(joins) and scene.tape.folded.startswith(joins, position)


def _is_aside(scene: Scene, position: int, following: int) -> bool:
    """Say whether a party closes words before the subject: a comma alone stands between ("Speaking with A, B said")."""
    return position > 0 and scene.tape.folded[position + 1 : following].strip() == ","
