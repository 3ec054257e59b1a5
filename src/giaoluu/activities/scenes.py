"""Scenes: each sentence with its tape, on which every mention is one sign."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from giaoluu.langs.pack import Pack, Rule
from giaoluu.langs.rules import Match
from giaoluu.langs.tape import Found, Tape
from giaoluu.langs.tapes import Tapes
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.mentions import Mention, Mentions, Sentence

HEAD = 40
"""Signs of the tape in which a report names its place and agency."""

AGENCY = re.compile(rf"[^(.]{{0,{HEAD}}}\([^()]{{1,20}}\) ?[-\u2013\u2014]")
"""The head of an agency's report."""

T = TypeVar("T")

SPOKEN_ZONES = frozenset({ZoneKind.BODY, ZoneKind.SAPO})
"""Zones of the running text."""

NAMES = frozenset({"person", "body", "post", "place", "country"})
"""Types of spans whose words are a name."""

PARTY_TYPES = frozenset({"person", "body", "delegation", "pronoun", "post", "joint"})
"""Span types that can take part in an activity or speak."""


@dataclass(slots=True)
class Scene:
    """One sentence: its number in the article, its tape, and the pack that reads it."""

    number: int
    sentence: Sentence
    tape: Tape
    pack: Pack
    source: str
    """The article's text."""
    printed: Tape
    """The tape with nothing folded: the words of groups and quantities stand there too."""
    found: dict[str, list[Match[Rule]]] = field(default_factory=dict, compare=False, repr=False)
    taking_part: list[tuple[int, Mention]] | None = field(default=None, compare=False, repr=False)
    """The parties of the whole sentence, once they were asked for."""

    def find(self, section: str) -> list[Match[Rule]]:
        """Return the matches of a section's rules on the tape, found once."""
        return self._found(section, self.tape, section)

    def find_printed(self, section: str) -> list[tuple[int, int, Rule]]:
        """Return (start, end, rule) in the article of a section's matches in words that name nobody and no place."""
        named = [self.tape.span(position, position + 1) for position, item in self.tape.signs() if item.type in NAMES]
        matches = self._found(section, self.printed, f"{section} as printed")
        spans = ((*self.printed.span(match.start, match.end), match.rule) for match in matches)
        return [one for one in spans if not any(start <= one[0] < end for start, end in named)]

    def _found(self, section: str, tape: Tape, key: str) -> list[Match[Rule]]:
        """Return the matches on one of the two tapes, sought when they are first asked for."""
        found = self.found.get(key)
        if found is None:
            found = self.found[key] = self.pack.find(section, tape)
        return found

    def parties(self, start: int = 0, end: int | None = None) -> list[tuple[int, Mention]]:
        """Return (position, mention) of the parties in a stretch of the tape, left to right."""
        if self.taking_part is None:
            self.taking_part = [
                (position, item.value)
                for position, item in self.tape.payload.items()
                if item.type in PARTY_TYPES
                and (item.value.ref or item.type == "joint")
                and not (item.type == "body" and self._is_source(position))
            ]
        end = len(self.tape.text) if end is None else end
        return [one for one in self.taking_part if start <= one[0] < end]

    def _is_source(self, position: int) -> bool:
        """Say whether a body at a position is only whom something is told by or to: the pack lists the words.

        So is the agency in brackets that opens a report ("Oslo (NTB) – …").
        """
        if position < HEAD and self.tape.text[position - 1 : position] == "(" and AGENCY.match(self.tape.text):
            return True
        words = self.pack.list_of("activities", "source_words")
        before = f" {self.tape.folded[max(0, position - 24) : position].rstrip()}" if words else ""
        return before.endswith(tuple(f" {word}" for word in words)) if words else False

    def of_type(self, *types: str, start: int = 0, end: int | None = None) -> list[tuple[int, Mention]]:
        """Return (position, mention) of the spans of some types in a stretch of the tape."""
        return [(position, item.value) for position, item in self.tape.signs(start, end) if item.type in types]

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Return the article's offsets of a stretch of the tape, without white space and marks at its ends."""
        text = self.tape.text
        while start < end and text[start] in " ,;:，；：、-–|":
            start += 1
        while end > start and text[end - 1] in " ,;:.，；：。、|":
            end -= 1
        return self.tape.span(start, end) if end > start else (0, 0)


def within(items: Sequence[T], start: int, end: int, *, at: Callable[[T], int]) -> Sequence[T]:
    """Return those of some items, which stand in the order of the article, that begin in a stretch of it."""
    return items[bisect_left(items, start, key=at) : bisect_left(items, end, key=at)]


def edition_of(mention: Mention) -> str | None:
    """Return the number of the edition that an occasion's mention names, or None."""
    return mention.value.split(":")[1] or None if mention.value else None


def countries_of(mention: Mention) -> tuple[str, ...]:
    """Return the codes of the countries that the name of an occasion joins."""
    codes = mention.value.split(":")[2] if mention.value else ""
    return tuple(codes.split(",")) if codes else ()


def is_deliverable(mention: Mention) -> bool:
    """Say whether an occasion can be checked: a number, a year or what it is held for tells which it is."""
    return (mention.value or "").endswith(":named")


def scenes_of(article: Article, mentions: Mentions, pack: Pack, tapes: Tapes) -> Iterator[Scene]:
    """Yield the scenes of an article in reading order."""
    rest = iter(sorted(mentions.mentions, key=lambda mention: mention.start))
    pending = next(rest, None)
    for number, sentence in enumerate(mentions.sentences):
        tape = tapes.of(sentence.start, sentence.end)
        inside: list[Mention] = []
        while pending is not None and pending.start < sentence.end:
            if pending.start >= sentence.start:
                inside.append(pending)
            pending = next(rest, None)
        yield Scene(number, sentence, tape.fold(_on_tape(inside, tape)), pack, article.text, tape)


def _on_tape(mentions: Sequence[Mention], tape: Tape) -> Iterator[Found]:
    """Yield the mentions at their positions on a tape that has nothing folded yet."""
    for mention in mentions:
        start, end = tape.position(mention.start), tape.position(mention.end)
        if start is not None and end is not None and end <= len(tape.text):
            yield Found(start, end, mention.kind, mention, "mention")
