"""Rule sets and lexicons: many templates, or many names, found in one pass over a tape.

An Aho–Corasick automaton over the literals that each rule needs tells which rules are worth trying
on a sentence, so that the cost follows the text, not the number of rules.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from giaoluu.langs.signs import WORD
from giaoluu.langs.tape import Found, Tape, Wanted
from giaoluu.langs.template import DIGIT, FIGURES, Template

R = TypeVar("R")
WORDS = re.compile(WORD)
SETS = 3
"""Sets of literals that are looked for, of each rule, before it is tried."""
NO_SLOTS: Mapping[str, tuple[int, int]] = MappingProxyType({})
SHORT = 0
"""Letters of a literal that stands in too many sentences to tell anything."""


@dataclass(slots=True, eq=False)
class Match(Generic[R]):
    """Where a rule matched on a tape, and where its named slots are."""

    rule: R
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]

    def holds(self, other: "Match[R]") -> bool:
        """Say whether another match of the same rule lies in this one."""
        return self.rule is other.rule and self.start <= other.start and other.end <= self.end


class RuleSet(Generic[R]):
    """Rules with their templates; `find` yields every match of every rule on a tape."""

    def __init__(self, rules: Iterable[tuple[R, Template]]) -> None:
        """Index the rules by the literals that they need."""
        self.rules: Sequence[tuple[R, Template]] = tuple(rules)
        by_anchor: dict[str, set[int]] = {}
        self.always: list[int] = []
        for index, (_, template) in enumerate(self.rules):
            for anchor in template.anchors or ():
                by_anchor.setdefault(FIGURES.sub(DIGIT, anchor), set()).add(index)
            if template.anchors is None:
                self.always.append(index)
        self.anchors = list(by_anchor)
        self.indexes = [sorted(by_anchor[anchor]) for anchor in self.anchors]
        self.automaton = AhoCorasick(self.anchors) if self.anchors else None

    def wanted(self, text: str) -> Sequence[int]:
        """Return the rules worth trying on a text: those whose literals stand in it, and those that need none."""
        if self.automaton is None:
            return self.always
        found = self.automaton.find_matches_as_indexes(FIGURES.sub(DIGIT, text), overlapping=True)
        return sorted({*self.always, *(index for anchor, _, _ in found for index in self.indexes[anchor])})

    def find(self, tape: Tape, wanted: Iterable[int] | None = None) -> list[Match[R]]:
        """Return the matches of all rules on a tape, rule by rule in the order of the pack.

        `wanted` are the rules worth trying, where the caller knows them.
        """
        found: list[Match[R]] = []
        text, rules = tape.folded, self.rules
        for index in self.wanted(text) if wanted is None else wanted:
            rule, template = rules[index]
            if template.proper:
                found += _proper_matches(rule, template, tape)
                continue
            named = template.named if template.groups else None
            for match in template.pattern.finditer(text):
                start, end = match.span()
                if end > start:
                    found.append(Match(rule, start, end, named(match) if named else NO_SLOTS))
        return found


class RuleIndex:
    """Tells for many rule sets at once which rules are worth trying on a text: one pass instead of one each."""

    def __init__(self, sets: Mapping[str, RuleSet[Any]]) -> None:
        """Join the literals of all sets."""
        self.rules: list[tuple[str, int, tuple[int, ...]]] = []
        """Each rule's set, its number there, and the sets of span types (as bits) of which it needs one each."""
        self.width = sum(len(rules.rules) for rules in sets.values())
        held: dict[str, int] = {}
        """Literal → the rules that need it, a bit each: those of whose first set it is, then of whose second, …"""
        self.always = (1 << self.width * SETS) - 1
        for name, rules in sets.items():
            for number, (_, template) in enumerate(rules.rules):
                for place, literals in enumerate(_required(template)):
                    bit = 1 << len(self.rules) + place * self.width
                    self.always &= ~bit
                    for literal in literals:
                        held[literal] = held.get(literal, 0) | bit
                self.rules.append((name, number, tuple(template.needs)))
        self.bits = list(held.values())
        self.automaton = AhoCorasick(list(held)) if held else None
        self.every = (1 << self.width) - 1

    def wanted(self, text: str) -> Wanted:
        """Return the rules worth trying on a text, those that need no literal among them.

        What is folded on a tape later only takes literals away, so the answer holds for all its levels.
        """
        found, bits, width = self.always, self.bits, self.width
        if self.automaton is not None:
            for anchor, _, _ in self.automaton.find_matches_as_indexes(FIGURES.sub(DIGIT, text), overlapping=True):
                found |= bits[anchor]
        rest = reduce(int.__and__, (found >> place * width for place in range(SETS))) & self.every
        wanted: dict[str, list[tuple[int, tuple[int, ...]]]] = {}
        while rest:
            lowest = rest & -rest
            name, number, needs = self.rules[lowest.bit_length() - 1]
            wanted.setdefault(name, []).append((number, needs))
            rest ^= lowest
        return wanted


class Lexicon:
    """Names with values, found longest first; whole words only where the script has words."""

    def __init__(
        self, entries: Mapping[str, object], *, type: str, whole_words: bool, match_case: bool = False
    ) -> None:
        """Index the entries under one span type."""
        self.type, self.whole_words, self.match_case = type, whole_words, match_case
        self.names = list(entries) if match_case else [name.lower() for name in entries]
        self.values = list(entries.values())
        self.automaton = AhoCorasick(self.names, matchkind=MatchKind.LeftmostLongest) if self.names else None

    def find(self, tape: Tape) -> Iterator[Found]:
        """Yield the entries that stand on a tape."""
        if self.automaton is None:
            return
        text = tape.text if self.match_case else tape.folded
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            if self.whole_words and (_is_letter(text, start - 1) or _is_letter(text, end)):
                continue
            yield Found(start, end, self.type, self.values[index], rule=f"{self.type}:{self.names[index]}")


def _required(template: Template) -> list[set[str]]:
    """Return the sets of literals of which a text must hold one each for a template to match: the rarest first."""
    rest = [piece for piece in template.pieces if piece != template.anchors and min(map(len, piece)) > SHORT]
    sets = [] if template.anchors is None else [template.anchors, *sorted(rest, key=_shortest, reverse=True)]
    return [{FIGURES.sub(DIGIT, literal) for literal in literals} for literals in sets[:SETS]]


def _shortest(literals: frozenset[str]) -> int:
    return min(map(len, literals))


def _proper_matches(rule: R, template: Template, tape: Tape) -> Iterator[Match[R]]:
    """Yield the matches of a template with `{proper}` slots.

    Where a slot holds words without capitals, the search goes on behind the first of them.
    """
    position = 0
    while match := template.pattern.search(tape.folded, position):
        end = _proper_end(tape.text, match, template)
        if end > match.start():
            yield Match(rule, match.start(), end, template.named(match))
            position = max(end, match.start() + 1)
            continue
        position = match.start() + 1


def _proper_end(text: str, match: re.Match[str], template: Template) -> int:
    """Return where a match with `{proper}` slots ends: after its last word in capitals, or nowhere (0)."""
    end = match.end()
    for group in template.proper:
        start, stop = match.span(group)
        if start < 0:
            continue
        last = start
        for word in WORDS.finditer(text, start, stop):
            if not (word[0][0].isupper() or word[0][0].isdigit()):
                break
            last = word.end()
        if last == start or (last < stop and stop != end):
            return 0
        end = min(end, last) if stop == end else end
    return end


def _is_letter(text: str, position: int) -> bool:
    """Say whether a letter or digit (not a sign) stands at a position."""
    return 0 <= position < len(text) and text[position].isalnum()
