"""The branches of a choice as pieces of a pattern, so written that what several share is tried once."""

import re
from collections.abc import Iterable
from itertools import groupby

PLAIN = re.compile(r"(?:\\[^\w\s]|\\ |[^\\.^$*+?{}\[\]|()])+", re.S)
"""A pattern that is nothing but words, as `re.escape` writes them."""
SIGNS = re.compile(r"\\.|.", re.S)


def joined(branches: list[str]) -> list[str]:
    """Return branches of a choice with plain words side by side joined, so that what they share is tried once.

    >>> joined(["hall", "harbour", "[0-9]"])
    ['ha(?:ll|rbour)', '[0-9]']
    """
    written: list[str] = []
    for is_plain, group in groupby(branches, key=lambda branch: PLAIN.fullmatch(branch) is not None):
        beside = list(group)
        written += [_tree(map(SIGNS.findall, beside))] if is_plain else beside
    return written


def _tree(words: Iterable[list[str]]) -> str:
    """Return a pattern of words, each a list of escaped signs, the longer before the shorter that it starts with."""
    following: dict[str, list[list[str]]] = {}
    ends = False
    for word in words:
        if word:
            following.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    branches = [sign + (_tree(rest) if rest[1:] else "".join(rest[0])) for sign, rest in following.items()]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + "?" * ends
