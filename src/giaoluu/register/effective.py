"""A reading after what people decided: rejected values are out, corrected ones in."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from typing import Any, NamedTuple

from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import ActivityMention
from giaoluu.model.article import Article
from giaoluu.model.claims import SINGULAR, WHOLE, plain
from giaoluu.model.errors import GiaoluuError, RegisterError
from giaoluu.model.reading import Reading
from giaoluu.model.spans import Cited, Span

BY_PEOPLE = "review"
"""The rule of a corrected value."""

NAMED_BY_ID = frozenset({"participant", "gift", "photo"})
"""Claims whose value is an id of their reading: they stand or fall, there is nothing to correct."""

UNREAD = frozenset({"zones", "leads", "run", "issues"})
_COUNTRY = re.compile("[A-Z]{2,3}")


class Key(NamedTuple):
    """What a claim is known by inside one reading."""

    subject: str
    property: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading after decisions, and the ids of the activities that people rejected."""

    reading: Reading
    rejected: frozenset[str]


@dataclass(slots=True)
class _Judge:
    """Walks a reading as its claims are made. A decision is the corrected value, or None for a rejected one."""

    decisions: Mapping[Key, str | None]
    rejected: set[str] = field(default_factory=set)

    def word(self, word: Any, subject: str) -> Any:
        """Return a word after decisions, or None where it is rejected."""
        own = getattr(word, "id", subject)
        changes: dict[str, Any] = {}
        if type(word) in WHOLE:
            name, span, value = WHOLE[type(word)]
            holder = subject if name in {"participant", "gift"} else own
            key = _key(holder, name, getattr(word, value), getattr(word, span))
            if key in self.decisions:
                if (corrected := self.decisions[key]) is None:
                    return None
                changes[value] = parse(name, getattr(word, value), corrected)
        below = subject if isinstance(word, Article) else own
        for item in fields(word):
            if item.name not in UNREAD:
                old = getattr(word, item.name)
                new = self._value(old, SINGULAR.get(item.name, item.name), own, below)
                if new is None and old is not None and _is_required(item):
                    if not isinstance(word, ActivityMention):
                        return None
                    self.rejected.add(word.id)
                elif new is not old:
                    changes[item.name] = new
        return replace(word, **changes) if changes else word

    def _value(self, old: Any, name: str, own: str, below: str) -> Any:
        """Return a field's value after decisions; the same object where nothing was decided."""
        if isinstance(old, tuple):
            new = tuple(part for one in old if (part := self._value(one, name, own, below)) is not None)
            return old if len(new) == len(old) and all(a is b for a, b in zip(new, old, strict=True)) else new
        if isinstance(old, Cited):
            key = _key(own, name, old.value, old.span)
            if key not in self.decisions:
                return old
            if (corrected := self.decisions[key]) is None:
                return None
            return replace(old, value=parse(name, old.value, corrected), rule=BY_PEOPLE, inferred=False)
        if is_dataclass(old) and not isinstance(old, (type, Span)):
            return self.word(old, below)
        return old


def judged(reading: Reading, decisions: Mapping[Key, str | None]) -> Judged:
    """Return a reading after decisions: claim → corrected value, None for a rejected one.

    Raises RegisterError for a corrected value that its field cannot hold.
    """
    if not decisions:
        return Judged(reading, frozenset())
    judge = _Judge(decisions)
    new = judge.word(reading, reading.id)
    return Judged(new, frozenset(judge.rejected))


def parse(name: str, old: Any, text: str) -> Any:
    """Return a corrected value as its field holds it: a date as a date, a code of its list.

    >>> parse("edition", 9, "10")
    10
    >>> parse("kind", "meeting", "war")
    Traceback (most recent call last):
    giaoluu.model.errors.RegisterError: kind: 'war' is not of the closed list; see docs/reference/kinds.md
    """
    text = text.strip()
    if not text or name in NAMED_BY_ID:
        raise RegisterError(f"{name}: there is nothing to put in its place; reject it where it is wrong")
    if name == "kind" and text not in kinds():
        raise RegisterError(f"kind: {text!r} is not of the closed list; see docs/reference/kinds.md")
    if name == "mode" and not any(text in kind.modes for kind in kinds().values()):
        raise RegisterError(f"mode: {text!r} is not of the closed list; see docs/reference/kinds.md")
    if name == "country" and not _COUNTRY.fullmatch(text):
        raise RegisterError(f"country: {text!r} is no code; write two capital letters, for example VN")
    try:
        return text if old is None or type(old) is str else type(old)(text)
    except (GiaoluuError, ValueError) as error:
        raise RegisterError(f"{name}: {text!r} cannot stand there ({error})") from error


def _is_required(item: "Field[Any]") -> bool:
    """Say whether a word cannot be without this field."""
    return item.default is MISSING and item.default_factory is MISSING


def _key(subject: str, name: str, value: Any, span: Span) -> Key:
    """Return what the claim of a value is known by."""
    return Key(subject, name, plain(value), span.start, span.end)
