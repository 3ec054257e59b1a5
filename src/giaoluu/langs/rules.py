"""Rule sets and lexicons: many templates, or many names, found in one pass over a tape.

An Aho–Corasick automaton over the literals that each rule needs tells which rules are worth trying
on a sentence, so that the cost follows the text, not the number of rules.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from giaoluu.langs.signs import WORD
from giaoluu.langs.tape import Found, Tape
from giaoluu.langs.template import DIGIT, FIGURES, Template

R = TypeVar("R")
WORDS = re.compile(WORD)


@dataclass(frozen=True, slots=True)
class Match(Generic[R]):
    """Where a rule matched on a tape, and where its named slots are."""

    rule: R
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


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

    def find(self, tape: Tape, wanted: Iterable[int] | None = None) -> Iterator[Match[R]]:
        """Yield the matches of all rules on a tape, rule by rule in the order of the pack.

        `wanted` are the rules worth trying, where the caller knows them.
        """
        for index in self.wanted(tape.folded) if wanted is None else wanted:
            rule, template = self.rules[index]
            if template.proper:
                yield from _proper_matches(rule, template, tape)
                continue
            for match in template.pattern.finditer(tape.folded):
                if match.end() > match.start():
                    yield Match(rule, match.start(), match.end(), template.named(match))


class RuleIndex:
    """Tells for many rule sets at once which rules are worth trying on a text: one pass instead of one each."""

    def __init__(self, sets: Mapping[str, RuleSet[Any]]) -> None:
        """Join the literals of all sets."""
        places: dict[str, list[tuple[str, int]]] = {}
        for name, rules in sets.items():
            for anchor, indexes in zip(rules.anchors, rules.indexes, strict=True):
                places.setdefault(anchor, []).extend((name, index) for index in indexes)
        self.always = {name: rules.always for name, rules in sets.items()}
        self.places = list(places.values())
        self.automaton = AhoCorasick(list(places)) if places else None

    def wanted(self, text: str) -> dict[str, Sequence[int]]:
        """Return set → its rules worth trying, in their order; a set that is not there has those that need no literal.

        What is folded on a tape later only takes literals away, so the answer holds for all its levels.
        """
        if self.automaton is None:
            return {}
        found: dict[str, set[int]] = {}
        for anchor in {
            hit[0] for hit in self.automaton.find_matches_as_indexes(FIGURES.sub(DIGIT, text), overlapping=True)
        }:
            for name, index in self.places[anchor]:
                if name not in found:
                    found[name] = set(self.always[name])
                found[name].add(index)
        return {name: sorted(indexes) for name, indexes in found.items()}


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
