"""What people in a row share: a post in the plural ("the members of parliament Anna Berg (S) and Per Ek (M)").

Or a country that stands before the first post ("Norway's prime minister Kari Moen and foreign minister Ola Lund").
"""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import BIT, SIGN
from giaoluu.langs.tape import Tape
from giaoluu.mentions.names_listed import ASIDE, is_at_home
from giaoluu.mentions.values import PersonValue, PostValue

OF_A_STATE = frozenset({"head_of_state", "head_of_government", "minister", "speaker"})
"""Kinds of posts that each country has."""


def share_posts(tape: Tape, pack: Pack) -> None:
    """Give a post in the plural (`plural_posts`) to all who follow its first holder in a row and have none.

    >>> from giaoluu.langs.pack import pack
    >>> from giaoluu.langs.tape import Found
    >>> berg = PersonValue("Anna Berg", (14, 23), ((PostValue("post", words="ministrarna"), 0, 11),))
    >>> ek = PersonValue("Per Ek", (28, 34))
    >>> tape = Tape.of("ministrarna   Anna Berg och Per Ek")
    >>> share_posts(tape.fold([Found(0, 21, "person", berg), Found(26, 32, "person", ek)]), pack("sv"))
    >>> [post.words for post, _, _ in ek.posts]
    ['ministrarna']
    """
    endings = pack.list_of("names", "plural_posts")
    if not endings or not tape.types & BIT["person"]:
        return
    if pack.settings.get("home"):
        _share_countries(tape, pack)
    for row in _rows(pack.list_of("names", "row_joins")).finditer(tape.text):
        values = [item.value for _, item in tape.signs(row.start(), row.end()) if isinstance(item.value, PersonValue)]
        shared: tuple[tuple[PostValue, int, int], ...] = ()
        for value in values:
            if value.posts:
                shared = value.posts[-1:] if value.posts[-1][0].words.endswith(endings) else ()
            value.posts = value.posts or shared


def _share_countries(tape: Tape, pack: Pack) -> None:
    """Give the country that opens somebody's post to the next one's other post of a state, right behind "and".

    That one's name is of the home country or not, as the country is.
    """
    words = tuple(f" {word} " for word in pack.list_of("names", "links"))
    for (left, one), (right, other) in pairwise(tape.signs()):
        joined = tape.text[left + 1 : right] in words
        if not joined or not isinstance(one.value, PersonValue) or not isinstance(other.value, PersonValue):
            continue
        if not one.value.posts or len(other.value.posts) != 1:
            continue
        (first, start, _), (post, *at) = one.value.posts[0], other.value.posts[0]
        opens = first.country is not None and first.country_at is not None and first.country_at[0] == start
        alike = {first.kind, post.kind} <= OF_A_STATE and not first.words.endswith(post.words)
        at_home = first.country == pack.settings["home"]
        fits = " " in other.value.name and is_at_home(other.value.name, pack) == at_home
        if opens and alike and fits and post.country is None and post.body is None:
            shared = replace(post, country=first.country, country_at=first.country_at)
            other.value.posts = ((shared, at[0], at[1]),)


@cache
def _rows(joins: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a row of people with commas or one of the joining words between them."""
    last = "|".join(re.escape(f" {word} ") for word in joins)
    return re.compile(rf"{SIGN['person']}(?:{ASIDE}(?:, |,?(?:{last})){SIGN['person']})+")
