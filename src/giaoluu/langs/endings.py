"""What a template can end in: a slot for words in between stops there at once, so it reaches nothing."""

from collections.abc import Mapping

from giaoluu.langs.template import Token, tokens_of

IDLE = frozenset({"any", "words", "few"})
"""Slots for words in between that take as little as they can."""


def idle_ending(source: str, fragments: Mapping[str, str]) -> str | None:
    """Return the slot for words in between that a template can end in, or None.

    >>> idle_ending("peace talks{any}", {}), idle_ending("(by {few}|{few} on) leave", {})
    ('any', None)
    >>> idle_ending("(mutual|at[ the {words}])", {})
    'words'
    """
    for token in _last_of(source, fragments):
        if isinstance(token, tuple) and token[0] == "slot" and token[1] in IDLE:
            return token[1]
    return None


def _last_of(source: str, fragments: Mapping[str, str]) -> set[Token]:
    """Return all that a template can end in, the pieces of its fragments among it."""
    branch, ended, outer = set[Token](), set[Token](), list[tuple[set[Token], set[Token]]]()
    for token in tokens_of(source):
        if token in {"(", "["}:
            outer.append((branch, ended))
            branch, ended = set(), set()
        elif token == "|":
            branch, ended = set(), ended | branch
        elif token in {")", "]"}:
            inner = ended | branch
            branch, ended = outer.pop()
            branch = inner if token == ")" else branch | inner
        elif token[0] == "fragment" and token[1] in fragments:
            branch = _last_of(fragments[token[1]], fragments)
        else:
            branch = {token}
    return ended | branch
