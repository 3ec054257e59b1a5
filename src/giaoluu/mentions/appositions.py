"""Posts that follow a name: "X, Chairman of the Association, Head of …"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import ANY_SIGN, SIGN
from giaoluu.langs.tape import Tape
from giaoluu.mentions.mere_posts import opens_clause
from giaoluu.mentions.names_latin import of_another_country
from giaoluu.mentions.posts_at_length import NOT_IN_POSTS, ends_in_occupation, told_at_length
from giaoluu.mentions.values import PostValue

Posts = Sequence[tuple[PostValue, int, int]]

OPENS = re.compile(r"(?:, | - | \u2013 |[-\u2013] | \(|\uff0c|\uff08)")
SPACE = re.compile(" ")
AGED = re.compile(r" \([^()]{1,24}\)(?=, | [-\u2013] )")
"""An aside in brackets between a name and the mark before a post."""
ENDS_POST = NOT_IN_POSTS | {"quantity"}
"""Spans behind which a post before them goes no further."""
WORDS_END = frozenset({"person", "name", "honorific", "date", "pronoun"})
BRACKET = re.compile(rf"[{ANY_SIGN}] \([^()]{{1,16}}\) $")
"""A short form in brackets behind a post, right before a name."""
WIDE_CLOSES = ("", "\uff0c", "\u3002", "\uff1b", "\uff09")
"""Marks that close a post behind a wide comma."""
CLOSES = " ,;)-\u2013.:"
REST = re.compile(rf"(?: (?:[^\W\d_][\w-]*|[{ANY_SIGN}]|\([^()]{{2,20}}\))){{1,9}}(?=[,;)]| [-\u2013] )")
"""Words in small letters and spans already found between a post and the mark that closes it."""


def posts_after(
    tape: Tape, position: int, name: str, pack: Pack, before: Posts = ()
) -> tuple[list[tuple[PostValue, int, int]], int]:
    """Return the posts that follow a name in apposition, and where they end; `before` are those in front of it.

    A post before the next name is that one's, and so is one of another country that no mark closes, behind a
    name of the home country.
    """
    posts: list[tuple[PostValue, int, int]] = []
    end = _behind_aside(tape, position, pack)
    strict = bool(pack.words.get("names", {}).get("closed_appositions"))
    while match := OPENS.match(tape.text, end) or (None if posts else _set_beside(tape, end)):
        at = _behind_article(tape, match.end(), pack)
        item = tape.payload.get(at)
        dashed = not match[0].startswith((",", "\uff0c"))
        told = told_at_length(tape, at, pack, name, dashed=dashed)
        if told is not None:
            closed = before or strict
            listed = before and not dashed and (item is None or item.type != "post")
            if listed or (closed and _names_next(tape, at, told[1])) or (before and _opens_next(tape, told[1])):
                break
        elif (
            item is None
            or item.type != "post"
            or (before and strict and not _is_closed(tape, at + 1))
            or not _is_own(tape, match, [*before, *posts], name, pack)
        ):
            break
        else:
            value, end_of_post = _whole(tape, at, item.value, pack)
            if before and (_opens_next(tape, end_of_post) or _names_whom(tape, at, end_of_post, pack)):
                break
            told = (value, *tape.span(at, end_of_post)), end_of_post
        posts.append(told[0])
        end = told[1]
    return posts, end if posts else position


def _set_beside(tape: Tape, position: int) -> re.Match[str] | None:
    """Return the space between a name and a full post that follows it without a mark and is closed by one, or None."""
    item = tape.payload.get(position + 1)
    if item is None or item.type != "post" or tape.text[position + 2 : position + 3] not in {",", ";", "."}:
        return None
    return SPACE.match(tape.text, position) if item.value.country or item.value.body else None


def _is_own(tape: Tape, opening: re.Match[str], others: Posts, name: str, pack: Pack) -> bool:
    """Say whether a post that a rule found behind a name is that of its holder, not of who is named next."""
    at = _behind_article(tape, opening.end(), pack)
    post: PostValue = tape.payload[at].value
    following = tape.folded[at + 1 : at + 3].strip()
    if following[:1] in {SIGN["name"], SIGN["honorific"], SIGN["person"]}:
        return following[:1] == SIGN["honorific"] and heads_row(tape, opening.start())
    if (
        _is_another(tape, at, post, name, pack)
        or (opening[0] == ", " and not _is_closed(tape, at + 1) and opens_clause(tape, opening.start() - 1, at, pack))
        or of_another_country(post, list(others))
    ):
        return False
    return pack.has_spaces or opening[0] != "\uff0c" or tape.text[at + 1 : at + 2] in WIDE_CLOSES


def _behind_aside(tape: Tape, position: int, pack: Pack) -> int:
    """Return where a short aside in brackets right behind a name ends ("X (69), Chair of …"), or the position."""
    match = AGED.match(tape.text, position)
    if match is None or SIGN["post"] in tape.folded[position : match.end()]:
        return position
    return position if ends_in_occupation(tape, match.end() - 1, pack) else match.end()


def _opens_next(tape: Tape, position: int) -> bool:
    """Say whether a post right before the next name follows: then those before it are that one's too."""
    item = tape.payload.get(position + 2)
    behind = tape.folded[position + 3 : position + 5].strip()[:1]
    names = {SIGN["name"], SIGN["honorific"], SIGN["person"]}
    return tape.text[position : position + 2] == ", " and item is not None and item.type == "post" and behind in names


def _names_whom(tape: Tape, at: int, end: int, pack: Pack) -> bool:
    """Say whether a comma and a name are behind a post in its definite form ("A, the minister of trade, B")."""
    item = tape.payload.get(end + 2)
    if tape.text[end : end + 2] != ", " or item is None or item.type != "name":
        return False
    return _is_definite(tape, at, pack) and tape.text[end + 3 : end + 4] in CLOSES


def is_apposition(tape: Tape, post: int, pack: Pack) -> bool:
    """Say whether a post is that of the name before its comma, and not of the name behind it.

    In its definite form it is not, where that name has a post in front of it.
    """
    if tape.text[post - 2 : post] != ", " or tape.folded[post - 3] != SIGN["name"]:
        return False
    return not (tape.folded[max(0, post - 5) : post - 3] == SIGN["post"] + " " and _is_definite(tape, post, pack))


def _is_definite(tape: Tape, post: int, pack: Pack) -> bool:
    """Say whether the first word of a post has a definite ending, in a language that has such."""
    words: str = tape.payload[post].value.words
    return words.split(" ")[0].endswith(pack.list_of("names", "definite") or ("\0",))


def heads_row(tape: Tape, end: int) -> bool:
    """Say whether the name that ends there has an honorific but no post before it: in a row of such, posts are behind.

    A post before it that is behind another name of the row is that one's.
    """
    if not tape.folded.endswith(f"{SIGN['honorific']} {SIGN['name']}", 0, end):
        return False
    before = end - 4
    if not tape.folded.endswith(SIGN["post"], 0, max(0, before)):
        return True
    return tape.folded.endswith(", ", 0, before - 1) and heads_row(tape, before - 3)


def _behind_article(tape: Tape, position: int, pack: Pack) -> int:
    """Return where a post begins behind an article or the like ("X, who is the ambassador"), or the position."""
    for word in (*pack.list_of("names", "alone_after"), *pack.list_of("names", "post_openers")):
        at = position + len(word) + 1
        item = tape.payload.get(at)
        if tape.folded.startswith(f"{word} ", position) and item is not None and item.type == "post":
            return at
    return position


def _is_closed(tape: Tape, position: int) -> bool:
    """Say whether a mark (or the end) stands at a position."""
    return tape.text[position : position + 2].strip()[:1] in {"", *",;.:)-–"}


def _names_next(tape: Tape, at: int, end: int) -> bool:
    """Say whether the next person's name stands in a post told at length: right behind a post, or at its end."""
    signs = [position for position, item in tape.signs(at + 1, end) if item.type == "name"]
    behind = any(tape.folded[position - 2 : position] == SIGN["post"] + " " for position in signs)
    last = signs[-1] if signs else 0
    return behind or (last == end - 1 and " " in tape.payload[last].value[0] and tape.text[last - 1] == " ")


def post_behind_bracket(tape: Tape, start: int) -> int | None:
    """Return the position of a post whose body's short form stands between it and a name ("… Federation (WFX) Y")."""
    match = BRACKET.search(tape.text, max(0, start - 24), start)
    return match.start() if match and tape.payload[match.start()].type == "post" else None


def _is_another(tape: Tape, at: int, post: PostValue, name: str, pack: Pack) -> bool:
    """Say whether a post right before a verb is somebody else's: of another country than a name of the home country."""
    home = pack.settings.get("home")
    if not pack.settings.get("home_by_name") or post.country in {None, home}:
        return False
    native = name.split(" ")[0] in pack.own_names and post.country not in pack.name_countries(name)
    return native and tape.text[at + 1 : at + 2] == " " and tape.text[at + 2 : at + 3] not in CLOSES


def _whole(tape: Tape, at: int, post: PostValue, pack: Pack) -> tuple[PostValue, int]:
    """Return a post with the words in small letters that stand between it and the mark that closes it."""
    stops = pack.list_of("names", "post_stops")
    match = REST.match(tape.text, at + 1) if stops else None
    if (
        match is None
        or match[0] != match[0].lower()
        or any(f" {word} " in f"{tape.folded[at + 1 : match.end()]} " for word in stops)
    ):
        return post, at + 1
    if any(item.type in WORDS_END for _, item in tape.signs(at + 1, match.end())):
        return post, at + 1
    return replace(post, words=tape.text[at : match.end()]), match.end()
