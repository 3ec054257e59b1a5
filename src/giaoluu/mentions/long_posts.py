"""Posts told at length in front of their holder: "Chair of the Advisory Board Anna Berg"."""

from collections.abc import Iterator
from dataclasses import replace

from giaoluu.langs.pack import Pack
from giaoluu.langs.tape import Found, Tape
from giaoluu.mentions.appositions import ENDS_POST
from giaoluu.mentions.bodies import code_of
from giaoluu.mentions.posts_at_length import LONGEST, UNCLOSED, verbs_of
from giaoluu.mentions.values import PostValue


def long_posts(tape: Tape, pack: Pack) -> Iterator[Found]:
    """Yield posts together with the words in capitals, bodies and places between them and the name of their holder.

    So it is in "Chair of the Advisory Board Anna Berg", in a language whose pack lists `post_verbs`: none of them
    and no mark stands between.
    """
    if not (verbs := pack.list_of("names", "post_verbs")):
        return
    ends = verbs_of((*verbs, *pack.list_of("names", "post_stops")))
    last: int | None = None
    for position, item in tape.signs():
        if item.type == "post":
            last = position
        elif item.type in ENDS_POST or (item.type == "name" and (item.value[1] or " " in item.value[0])):
            at, last = last, None
            if (
                at is None
                or _holds_none(tape, at, pack)
                or item.type not in {"name", "honorific"}
                or not 2 < position - at <= LONGEST
            ):
                continue
            between = tape.text[at + 1 : position]
            first = _behind_of(tape, at + 1, pack)
            opens = between[:1] == " " and (between[1:2].isupper() or _is_seat(tape, first, position))
            if opens and between.endswith(" ") and not (UNCLOSED.search(between) or ends.search(between.lower())):
                yield _lengthened(tape, at, position - 1)


def _holds_none(tape: Tape, at: int, pack: Pack) -> bool:
    """Say whether a post is in a form that no name follows ("kungen")."""
    words: str = tape.payload[at].value.words
    return words.lower().endswith(pack.list_of("names", "no_name_after") or ("\0",))


def _behind_of(tape: Tape, position: int, pack: Pack) -> int:
    """Return where what a post is of begins ("Secretary *of the* province …"): behind the pack's `after_name`."""
    words = sorted(pack.list_of("names", "after_name"), key=len, reverse=True)
    of = next((word for word in words if tape.folded.startswith(f" {word} ", position)), None)
    return position + (1 if of is None else len(of) + 2)


def _is_seat(tape: Tape, position: int, holder: int) -> bool:
    """Say whether a span tells whose post it is: a body, place or country, or a lone name right before the holder's."""
    item = tape.payload.get(position)
    if item is None:
        return False
    return item.type in {"body", "place", "country"} or (item.type == "name" and position + 2 == holder)


def _lengthened(tape: Tape, at: int, end: int) -> Found:
    """Return a post with the words up to a position; a country in them is its country if it has none."""
    value: PostValue = tape.payload[at].value
    told = [(position, code) for position, one in tape.signs(at + 1, end) if (code := code_of(one.value))]
    if value.country is None and told:
        value = replace(value, country=told[0][1], country_at=tape.span(told[0][0], told[0][0] + 1))
    return Found(at, end, "post", replace(value, words=tape.text[at:end]), tape.payload[at].rule)
