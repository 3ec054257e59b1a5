"""Posts without a country or body beside a name from which a comma parts them: mostly somebody else's."""

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Tape


def opens_clause(tape: Tape, name: int, post: int, pack: Pack) -> bool:
    """Say whether a mere post behind a name opens a clause: "Agreeing with what Ms Berg had said, the chair noted …".

    The name does not open the sentence, and neither a mark nor a word for "and" closes the post.
    """
    if pack.words.get("names", {}).get("closed_appositions") or not pack.has_spaces or not _is_mere(tape, post):
        return False
    if tape.folded.startswith(tuple(f" {word} " for word in pack.list_of("names", "and")), post + 1):
        return False
    return bool(tape.folded[:name].rstrip(f" {SIGN['honorific']}{SIGN['post']}"))


def ends_clause(tape: Tape, post: int) -> bool:
    """Say whether a mere post ends the clause before a name: "Glad to meet the ambassador, Ms Berg said …"."""
    before = tape.folded[:post].rstrip(" -\u2013")
    return _is_mere(tape, post) and bool(before) and not before.endswith(",")


def _is_mere(tape: Tape, post: int) -> bool:
    value = tape.payload[post].value
    return not value.country and not value.body
