"""Posts that a mark sets apart from the name of their holder behind it: "the chair of the association, Anna Berg,"."""

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Tape
from giaoluu.mentions.appositions import is_apposition
from giaoluu.mentions.mere_posts import ends_clause
from giaoluu.mentions.names_inner import opens
from giaoluu.mentions.names_latin import is_called_after
from giaoluu.mentions.posts_at_length import SOMEBODY


def is_for_another(tape: Tape, post: int, pack: Pack) -> bool:
    """Say whether a post before a comma means another than who is named behind it ("As guest of the King, Eva Lind").

    So do words for somebody named before, and, where appositions are closed, a post behind a word of `others_post`.
    """
    item = tape.payload[post]
    if item.type != "post" or tape.text[post + 1 : post + 2] != ",":
        return False
    closed = bool(pack.words.get("names", {}).get("closed_appositions"))
    return item.value.kind == SOMEBODY or (closed and is_called_after(tape, post, pack, key="others_post"))


def post_in_front(tape: Tape, position: int, start: int, pack: Pack) -> int | None:
    """Return the position of a post that a name explains ("the president of the association, X, said"), or None.

    The name begins at `start`, with its honorific. The post is no apposition of a name before it.
    """
    if (dashed := _post_before_dash(tape, position, start, pack)) is not None:
        return dashed
    text, post = tape.text, start - 3
    order = "post , person" if start == position else "post , honorific person"
    if order not in pack.list_of("posts", "order") or text[start - 2 : start] != ", ":
        return None
    item = tape.payload.get(post)
    if (
        item is None
        or item.type != "post"
        or is_for_another(tape, post, pack)
        or is_called_after(tape, post, pack, key="others_post")
        or is_apposition(tape, post, pack)
        or (
            start < position
            and tape.folded[max(0, post - 3) : post].strip(" ,-") != ""
            and tape.folded[:post].rstrip(" ,-\u2013")[-1:] in {SIGN["name"], SIGN["person"], SIGN["post"]}
        )
    ):
        return None
    whole, following = " " in tape.payload[position].value[0], text[position + 1 : position + 2]
    closed = whole and not following.strip(" ,.;)(") and (following != " " or opens(tape, post, pack))
    beside = start < position and following in {" ", ","} and not ends_clause(tape, post)
    return post if closed or beside else None


def _post_before_dash(tape: Tape, position: int, start: int, pack: Pack) -> int | None:
    """Return the position of a post that a dash sets apart from its holder's full name ("Chair - Anna Berg"), or None.

    Nobody is named right before that post, whose it might be.
    """
    post, dash = start - 4, tape.text[start - 3 : start]
    if "post - person" not in pack.list_of("posts", "order") or dash not in {" - ", " \u2013 "}:
        return None
    item = tape.payload.get(post)
    if item is None or item.type != "post" or " " not in tape.payload[position].value[0]:
        return None
    before = tape.folded[: max(0, post)].rstrip(" ,-\u2013")[-1:]
    taken = before in {SIGN["name"], SIGN["person"]} or is_called_after(tape, post, pack, key="others_post")
    return None if taken else post
