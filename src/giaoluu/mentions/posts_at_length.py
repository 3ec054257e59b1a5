"""Posts told in words of no rule behind a name: "X, head of the unit for music at the university"."""

import re
from dataclasses import replace
from functools import cache

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Tape
from giaoluu.mentions.bodies import code_of
from giaoluu.mentions.names_listed import SHORT_NAME, is_at_home
from giaoluu.mentions.values import PostValue

SOMEBODY = "somebody"
"""Kind of the words for somebody named before ("the Norwegian guest"): who is named behind is another."""
LONGEST = 90
"""Signs of the tape in a post told at length."""
FIRST = re.compile(r"[a-z\u00e0-\u00ff][\w-]{4,}(?![\w-])")
"""A word in small letters."""
QUALIFIED = re.compile(r"(?:, | \()(?:[a-z\u00e0-\u00ff][\w-]* ){0,2}([a-z\u00e0-\u00ff][\w-]{3,})$")
"""One to three words in small letters behind a mark."""
UNCLOSED = re.compile(r"[,;:()\u2013\"\u201c\u201d]|\.\s")
"""Marks inside which a post does not reach a verb."""
LENGTH = re.compile(r"[^,;.:()\u2013\"\u201c\u201d]{1,90}?(?=[,;.](?:\s|$)|\)| [-\u2013] | \(|$)")
"""The stretch of a post between two marks."""
NOT_IN_POSTS = frozenset({"person", "honorific", "date", "pronoun", "joint", "delegation"})


def told_at_length(
    tape: Tape, at: int, pack: Pack, name: str, *, dashed: bool
) -> tuple[tuple[PostValue, int, int], int] | None:
    """Return a post that stands in words of no rule between a name and the mark that closes it, and where it ends.

    Its first word is one of the pack's `post_heads` or ends as `occupations` do. Names inside it belong to it only
    between dashes. Where somebody of the home country works in another one, the post is not that country's.
    """
    item = tape.payload.get(at)
    heads = pack.list_of("names", "post_heads")
    opening = item.value[0].lower() + tape.folded[at + 1 : at + 24] if item is not None and item.type == "name" else ""
    if not heads or not (
        tape.folded.startswith(heads, at)
        or opening.startswith(heads)
        or (item is not None and item.type == "post" and item.value.kind != SOMEBODY)
        or _is_occupation(tape, at, pack)
        or ends_in_occupation(tape, _length(tape, at, pack) or at, pack)
    ):
        return None
    end = _length(tape, at, pack)
    if end is None or end - at < 2:
        return None
    words = f" {tape.folded[at + 1 : end]} "
    if any(f" {word} " in words for word in pack.list_of("names", "post_stops")):
        return None
    inner = [one for _, one in tape.signs(at + 1, end)]
    if any(one.type in NOT_IN_POSTS for one in inner) or (not dashed and _has_name(tape, at, end)):
        return None
    signs = sorted(tape.signs(at + 1, end), key=lambda sign: sign[1].type != "body")
    told = ((position, code) for position, one in signs if (code := code_of(one.value)))
    where, code = next(told, (at, None))
    value = item.value if item is not None and item.type == "post" else PostValue("post", abroad="by-name")
    if value.country is None and code and not (_is_seat(tape, where, pack) and _is_short_native(name, pack)):
        value = replace(value, country=code, country_at=tape.span(where, where + 1))
    return (replace(value, words=tape.text[at:end]), *tape.span(at, end)), end


def _is_short_native(name: str, pack: Pack) -> bool:
    """Say whether a name is of the home country by its words and their number."""
    return len(name.split(" ")) in SHORT_NAME and is_at_home(name, pack)


def _is_seat(tape: Tape, position: int, pack: Pack) -> bool:
    """Say whether a country is told as where something is ("in Norway")."""
    return tape.folded.endswith(tuple(f" {word} " for word in pack.list_of("activities", "country_words")), 0, position)


def _is_occupation(tape: Tape, at: int, pack: Pack) -> bool:
    """Say whether a word in small letters stands there that ends as words for what somebody does (`occupations`)."""
    endings = pack.list_of("names", "occupations")
    word = FIRST.match(tape.text, at) if endings else None
    return word is not None and word[0].endswith(endings)


def ends_in_occupation(tape: Tape, end: int, pack: Pack) -> bool:
    """Say whether the word that ends there is one for what somebody does, behind words in small letters at most."""
    endings = pack.list_of("names", "occupations")
    words = QUALIFIED.search(tape.text, max(0, end - LONGEST), end) if endings else None
    return words is not None and words[1].endswith(endings)


def _has_name(tape: Tape, at: int, end: int) -> bool:
    """Say whether words in capitals in a post may be a person's name: by their form, or right behind a post."""
    head = tape.payload.get(at)
    bare = head is None or head.type != "post" or (head.value.body is None and head.value.country is None)
    for position, item in tape.signs(at + 1, end):
        if item.type != "name" or item.value[0].isupper():
            continue
        name, native, _ = item.value
        behind = bare and " " not in tape.text[at:position].strip() and (" " in name or name.isascii())
        if native or behind:
            return True
    return False


def _length(tape: Tape, at: int, pack: Pack) -> int | None:
    """Return where a post that begins at a position ends: at a mark, or before the verb of its holder."""
    verbs = pack.list_of("names", "post_verbs")
    verbs += pack.list_of("names", "post_stops") if verbs else ()
    match = LENGTH.match(tape.text, at)
    verb = (
        verbs_of(verbs).search(tape.folded, at + 1, at + LONGEST if match is None else match.end()) if verbs else None
    )
    if verb is not None and not UNCLOSED.search(tape.text, at, verb.start()):
        return verb.start()
    return match.end() if match else None


@cache
def verbs_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of verbs that end a post; `{post}` in one stands for a post found before ("as {post}")."""
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True))).replace(r"\{post\}", SIGN["post"])
    return re.compile(rf" (?:{either})(?![^\W\d_])")
