"""Templates of the packs, compiled to patterns over a tape.

They are written with `[optional]`, `(a|b)`, `{slot}`, `{slot:name}` and `<fragment>`.

A space matches one space of the tape (the tape has folded every run of white space to one). Letters
ignore case, because the tape's folded text does. A slot stands for one span already found (one sign
of the tape) or, for the word slots of `WORD_SLOTS`, for words in between. A backslash takes the next
sign literally.

>>> Template.compile("tháng {number:month}[ năm {number:year}]").anchors
frozenset({'tháng '})
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, reduce

from giaoluu.langs.branches import joined
from giaoluu.langs.signs import WORD_SLOTS, sign_class, type_bits
from giaoluu.model.errors import PackError

SYNTAX = re.compile(
    r"\\(?P<escaped>.)|(?P<mark>[\[\]()|])|\{(?P<slot>[\w+]+)(?::(?P<name>\w+))?\}|<(?P<fragment>\w+)>|(?P<text>[^\\\[\](){}<>|]+)",
    re.S,
)

Anchors = frozenset[str] | None
Token = str | tuple[str, ...]
"""A mark of the syntax, or a piece: its kind and what it says."""

DIGIT = "0"
"""What stands for any run of figures in anchors and in the text that they are sought in."""
FIGURES = re.compile(r"\d+")
ONLY_NOTHING = frozenset({""})
FEW = 64
"""How many literals side by side are still worth being anchors together."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern, and the literals of which each match must hold one (None: none known)."""

    pattern: str
    anchors: Anchors = None
    literals: Anchors = None
    """All that the piece can be, as anchors write it (DIGIT for a number in figures), where that is few; else None."""
    needs: frozenset[int] = frozenset()
    """Sets of span types, as bits: each match holds one of each set."""
    pieces: tuple[frozenset[str], ...] = ()
    """Literals side by side: each match holds one of each set."""


class Fragments:
    """Named pieces of templates, each read once however many templates hold it.

    >>> sorted(Fragments({"house": "hall|shed"}).read("house", WORD_SLOTS)[0].anchors)
    ['hall', 'shed']
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take name → text."""
        self.texts = texts
        self._read: dict[str, tuple[Part, Mapping[str, str], frozenset[str]]] = {}

    def read(self, name: str, slots: "Mapping[str, str | Part]") -> tuple[Part, Mapping[str, str], frozenset[str]]:
        """Return a fragment as a part of a pattern, with its groups and those of its `{proper}` slots."""
        if name not in self._read:
            inner = _Reader(self.texts[name], self, slots)
            self._read[name] = inner.alternatives(closing=""), inner.groups, frozenset(inner.proper)
        return self._read[name]


@dataclass(eq=False)
class Template:
    """A template as it is read: its pattern, the literals that a match must hold, and what its groups are called."""

    source: str
    written: str
    """The pattern as text; it is compiled when it is first used, for most texts need few of a pack's rules."""
    anchors: Anchors
    groups: Mapping[str, str]
    """Group of the pattern → name that the template gave it (one name may stand in several branches)."""
    proper: frozenset[str] = frozenset()
    """Groups of `{proper}` slots: words in capitals, which only the text in its own case can tell."""
    needs: frozenset[int] = frozenset()
    """Sets of span types, as bits: each match holds one of each set."""
    literals: tuple[str, ...] = ()
    """Literals without figures of which each match holds one; empty where none are known."""
    pieces: tuple[frozenset[str], ...] = ()
    """Literals side by side: each match holds one of each set."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.written)

    @cached_property
    def places(self) -> tuple[tuple[int, str], ...]:
        """Number of a group of the pattern → name that the template gave it."""
        return tuple((self.pattern.groupindex[group], name) for group, name in self.groups.items())

    @classmethod
    def compile(
        cls,
        source: str,
        *,
        fragments: Fragments | None = None,
        slots: "Mapping[str, str | Part]" = WORD_SLOTS,
        whole_words: bool = True,
    ) -> "Template":
        """Compile one template.

        `slots` are the word slots of one language (`{numeral}`), with their anchors where they have any. `whole_words`
        refuses a match inside a longer word; packs of scripts without spaces turn it off.
        Raises PackError for an unknown slot or fragment and for brackets that do not close.
        """
        reader = _Reader(source, fragments or Fragments({}), slots)
        part = reader.alternatives(closing="")
        body = part.pattern
        if whole_words:
            body = rf"(?<![^\W\d_])(?:{body})(?![^\W\d_])"
        literals = () if part.anchors is None or any(DIGIT in one for one in part.anchors) else tuple(part.anchors)
        proper = frozenset(reader.proper)
        return cls(source, body, part.anchors, reader.groups, proper, part.needs, literals, part.pieces)

    def named(self, match: re.Match[str]) -> dict[str, tuple[int, int]]:
        """Return name → (start, end) on the tape for the groups that took part in a match."""
        if not self.places:
            return {}
        spans = match.regs
        return {name: spans[number] for number, name in self.places if spans[number][0] >= 0}


class _Reader:
    """Reads one template from left to right; fragments are read in place."""

    def __init__(self, source: str, fragments: Fragments, slots: "Mapping[str, str | Part]") -> None:
        self.source, self.fragments, self.slots, self.groups = source, fragments, slots, dict[str, str]()
        self.proper: set[str] = set()
        self.tokens = list(tokens_of(source))
        self.position = 0

    def alternatives(self, *, closing: str) -> Part:
        """Read branches up to a closing mark; the anchors of a choice are those of all its branches."""
        branches = [self.sequence()]
        while self.peek() == "|":
            self.position += 1
            branches.append(self.sequence())
        if self.peek() != closing:
            raise PackError(
                f"template {self.source!r}: expected {closing or 'the end'!r}, "
                f"found {self.peek()!r}; close every bracket"
            )
        if len(branches) == 1:
            return branches[0]
        anchors: Anchors = reduce(_either, (branch.anchors for branch in branches))
        literals: Anchors = reduce(_either, (branch.literals for branch in branches))
        longest_first = joined(sorted((branch.pattern for branch in branches), key=len, reverse=True))
        needs = [branch.needs for branch in branches]
        either = frozenset({reduce(int.__or__, (min(one) for one in needs))}) if all(needs) else frozenset[int]()
        pieces = () if anchors is None else (anchors,)
        return Part("(?:" + "|".join(longest_first) + ")", anchors, literals, either, pieces)

    def sequence(self) -> Part:
        """Read pieces up to `|`, `)`, `]` or the end; literals side by side join into longer anchors."""
        patterns, anchors, runs, needs = [], list[Anchors](), ONLY_NOTHING, frozenset[int]()
        pieces: tuple[frozenset[str], ...] = ()
        while (token := self.token()) is not None:
            if isinstance(token, str) and token in {"|", ")", "]"}:
                break
            self.position += 1
            if isinstance(token, str) and token in {"(", "["}:
                part = self.alternatives(closing=")" if token == "(" else "]")
                self.position += 1
                if token == "[":
                    part = Part(f"(?:{part.pattern})?", literals=_either(part.literals, ONLY_NOTHING))
            else:
                part = self.piece(token)
            if part.literals is not None and len(part.literals) * len(runs) <= FEW:
                runs = frozenset(left + right for left in runs for right in part.literals)
            else:
                literal = _anchor(runs)
                anchors += [literal, part.anchors]
                pieces += (*([] if literal is None else [literal]), *part.pieces)
                runs = ONLY_NOTHING
            patterns.append(part.pattern)
            needs |= part.needs
        literals = None if anchors else runs
        last = _anchor(runs)
        pieces += () if last is None else (last,)
        return Part("".join(patterns), max([*anchors, last], key=_worth), literals, needs, pieces)

    def piece(self, token: Token) -> Part:
        """Return the pattern of one literal, slot or fragment."""
        kind, *rest = (token,) if isinstance(token, str) else token
        if kind == "text":
            return Part(re.escape(rest[0].lower()), literals=frozenset({rest[0].lower()}))
        if kind == "fragment":
            if rest[0] not in self.fragments.texts:
                raise PackError(
                    f"template {self.source!r}: fragment <{rest[0]}> is not defined; "
                    f"use one of {sorted(self.fragments.texts)}"
                )
            part, groups, proper = self.fragments.read(rest[0], self.slots)
            renamed = part.pattern
            for number, (group, name) in enumerate(groups.items()):
                own = f"{self.group(name)}_{number}"
                self.groups[own] = self.groups.pop(own.rpartition("_")[0])
                renamed = renamed.replace(f"(?P<{group}>", f"(?P<{own}>")
                if group in proper:
                    self.proper.add(own)
            return Part(f"(?:{renamed})", part.anchors, part.literals, part.needs, part.pieces)
        slot, name = rest
        known = self.slots.get(slot) or sign_class(slot, self.source)
        part = (
            known if isinstance(known, Part) else Part(known, literals=frozenset({DIGIT}) if slot == "digits" else None)
        )
        group = self.group(name or slot)
        if slot == "proper":
            self.proper.add(group)
        needs = frozenset({type_bits(slot)}) if slot not in self.slots else part.needs
        pieces = part.pieces or (() if part.anchors is None else (part.anchors,))
        return Part(f"(?P<{group}>{part.pattern})", part.anchors, part.literals, needs, pieces)

    def group(self, name: str) -> str:
        """Return a new group for a name of the template."""
        group = f"{name.replace('+', '_')}__{len(self.groups)}_{self.position}"
        self.groups[group] = name
        return group

    def token(self) -> Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def peek(self) -> str:
        token = self.token()
        return token if isinstance(token, str) else "" if token is None else token[0]


def tokens_of(source: str) -> list[Token]:
    """Split a template into marks and pieces. Raises PackError where it cannot be read."""
    tokens: list[Token] = []
    position = 0
    while position < len(source):
        match = SYNTAX.match(source, position)
        if match is None:
            raise PackError(
                f"template {source!r}: cannot read {source[position:]!r}; write a backslash before a literal bracket"
            )
        position = match.end()
        if match["mark"]:
            tokens.append(match["mark"])
        elif match["slot"]:
            tokens.append(("slot", match["slot"], match["name"] or ""))
        elif match["fragment"]:
            tokens.append(("fragment", match["fragment"]))
        else:
            text = match["escaped"] or match["text"]
            if tokens and isinstance(tokens[-1], tuple) and tokens[-1][0] == "text":
                tokens[-1] = ("text", tokens[-1][1] + text)
            else:
                tokens.append(("text", text))
    return tokens


def _anchor(runs: frozenset[str]) -> Anchors:
    """Return the anchors of literals side by side; how many figures they have does not matter."""
    return frozenset(FIGURES.sub(DIGIT, run) for run in runs) if all(run.strip() for run in runs) else None


def _either(left: Anchors, right: Anchors) -> Anchors:
    """Return anchors of a choice: a branch without any leaves the choice without any."""
    return None if left is None or right is None else left | right


def _worth(anchors: Anchors) -> float:
    """Rank anchors: the longer the shortest of them, the rarer a false alarm."""
    return 0.0 if anchors is None else min(map(len, anchors)) - 0.01 * len(anchors)
