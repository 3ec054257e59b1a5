"""Posts in the plural, of all whose names follow in a row: "the members of parliament Anna Berg (S) and Per Ek (M)"."""

import re
from functools import cache

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import BIT, SIGN
from giaoluu.langs.tape import Tape
from giaoluu.mentions.names_listed import ASIDE
from giaoluu.mentions.values import PersonValue, PostValue


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
    for row in _rows(pack.list_of("names", "row_joins")).finditer(tape.text):
        values = [item.value for _, item in tape.signs(row.start(), row.end()) if isinstance(item.value, PersonValue)]
        shared: tuple[tuple[PostValue, int, int], ...] = ()
        for value in values:
            if value.posts:
                shared = value.posts[-1:] if value.posts[-1][0].words.endswith(endings) else ()
            value.posts = value.posts or shared


@cache
def _rows(joins: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a row of people with commas or one of the joining words between them."""
    last = "|".join(re.escape(f" {word} ") for word in joins)
    return re.compile(rf"{SIGN['person']}(?:{ASIDE}(?:, |,?(?:{last})){SIGN['person']})+")
