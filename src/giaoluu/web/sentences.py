"""Sentences of rooms below, known again by their patterns and said in the language of the page.

Rooms below speak plain English, which commands print and the register keeps. A pattern is such a sentence with a hole
for each value; what has no pattern stays as it is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from re import Pattern

from django.utils.translation import get_language, gettext

NUMBER = "number"
"""The hole that figures alone fill, so that no other sentence fits into it."""

_HOLE = re.compile(r"%\((\w+?)\d*\)s")


class Sentences:
    """Patterns with holes, and how the value of a hole is said: by what the hole is called, without its number.

    >>> known = Sentences(["%(name)s is empty: save it again", "%(name)s is %(note)s"], {"note": str.upper})
    >>> known.said("a.txt is empty: save it again"), known.said("a.txt is odd"), known.said("odd")
    ('a.txt is empty: save it again', 'a.txt is ODD', None)
    """

    def __init__(self, patterns: Sequence[str], values: Mapping[str, Callable[[str], str]] | None = None) -> None:
        self.patterns, self.values = tuple(patterns), dict(values or {})

    def said(self, text: str) -> str | None:
        """Return a sentence in the language of the page, or None where it is not known."""
        found = self.found(text)
        if found is None:
            return None
        pattern, values = found
        words = pattern if (get_language() or "en").startswith("en") else gettext(pattern)
        return words % {hole: self._value(hole, value) for hole, value in values.items()}

    def found(self, text: str) -> tuple[str, dict[str, str]] | None:
        """Return the pattern of a sentence with its values, or None; the one with the most words of its own counts."""
        matches = ((pattern, match) for expression, pattern in self._compiled if (match := expression.fullmatch(text)))
        return next(((pattern, match.groupdict()) for pattern, match in matches), None)

    @cached_property
    def _compiled(self) -> tuple[tuple[Pattern[str], str], ...]:
        """The patterns as expressions, those with the most words of their own first."""
        made = []
        for pattern in self.patterns:
            expression = re.escape(pattern)
            for name in re.findall(r"%\((\w+)\)s", pattern):
                value = r"[\d., ]+" if name.rstrip("0123456789") == NUMBER else ".+?"
                expression = expression.replace(re.escape(f"%({name})s"), f"(?P<{name}>{value})", 1)
            made.append((re.compile(expression, re.DOTALL), pattern))
        return tuple(sorted(made, key=lambda one: (_HOLE.search(one[1]) is not None, -len(_HOLE.sub("", one[1])))))

    def _value(self, hole: str, value: str) -> str:
        say = self.values.get(hole.rstrip("0123456789"))
        return say(value) if say else value
