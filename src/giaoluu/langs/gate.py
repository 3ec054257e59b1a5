"""The gate: whether a text can be about an exchange at all, by the packs' own words in one scan.

A text is let through where words of an activity stand near words of another country, in any one language: the literals
of a pack's `[[trigger]]` rules beside the names of its countries and places abroad, its pairs of countries, and what
its rules say of bodies and posts that are abroad or join two countries. What only the rules themselves can tell is not
asked, so that no exchange is lost and much else is let through.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from giaoluu.langs.pack import Pack, codes, pack
from giaoluu.langs.tape import fold_case
from giaoluu.langs.template import DIGIT, Template
from giaoluu.model.letters import SIGNS

NEAR = 2000
"""Code points between the words of an activity and another country: some paragraphs."""

STEP = 16_384
"""Code points that are looked at before it is asked whether they are enough."""

DASHES = ("-", " - ", "–", " – ", "—", " — ", "－")

ABROAD = frozenset({
    "state_visit", "credentials", "embassy", "consulate", "friendship_association", "peoples_friendship_organisation",
    "international_official",
})  # fmt: skip
"""Kinds and modes of activities, bodies and posts that tell of another country without naming it."""

HAN = re.compile(f"[{SIGNS}]")

REFUSED = "gate: no words of an activity beside another country"


class Mark(NamedTuple):
    """What a literal tells in one language: that something takes place, or that another country is in it."""

    language: int
    is_country: bool
    exact: str = ""
    """How the word is written, where capitals matter and it must stand alone."""


class Gate:
    """Tells which texts cannot be about an exchange.

    >>> gate = Gate([pack("en")])
    >>> gate.refusal("The King of Norway received the ambassador of Laos on Friday.")
    >>> gate.refusal("The choir sang in the park.")
    'gate: no words of an activity beside another country'
    """

    def __init__(self, packs: Iterable[Pack]) -> None:
        """Gather the words of these packs."""
        places: dict[str, set[Mark]] = defaultdict(set)
        self.folds: dict[int, str] = {}
        for language, own in enumerate(packs):
            self.folds.update(own.folds)
            for word in abroad(own):
                low = fold_case(word).translate(own.folds)
                places[low].add(Mark(language, is_country=True, exact=word if own.has_spaces else ""))
            for literal, is_country in telling(own):
                for spelling in spellings(literal, own):
                    places[spelling].add(Mark(language, is_country))
        self.marks = [tuple(marks) for marks in places.values()]
        self.automaton = AhoCorasick(list(places))
        self.longest = max(map(len, places), default=0)

    def refusal(self, text: str) -> str | None:
        """Return why a text cannot be about an exchange, or None where it may be."""
        country, activity = dict[int, int](), dict[int, int]()
        for start in range(0, len(text), STEP):
            base = max(0, start - self.longest)
            piece = text[base : start + STEP]
            low = fold_case(piece)
            if HAN.search(low):
                low = low.translate(self.folds)
            for literal, first, last in self.automaton.find_matches_as_indexes(low, overlapping=True):
                for language, is_country, exact in self.marks[literal]:
                    if exact and not _stands(piece, first, last, exact):
                        continue
                    own, other = (country, activity) if is_country else (activity, country)
                    own[language] = base + first
                    if language in other and base + first - other[language] <= NEAR:
                        return None
        return REFUSED


@cache
def gate() -> Gate:
    """Return the gate of all packs at hand, made once."""
    return Gate(map(pack, codes()))


def abroad(own: Pack) -> Iterator[str]:
    """Yield the names of countries, places and pairs that are not of the language's own country.

    >>> names = set(abroad(pack("vi")))
    >>> "Lào" in names, "Hà Nội" in names, "Việt-Trung" in names
    (True, False, True)
    """
    home = {own.settings.get("home"), *own.settings.get("home_parts", ())}
    for name, code, form, *_ in own.tables.get("countries", ()):
        if form != "short" and code not in home:
            yield name
            if own.has_spaces and name[:1].islower():
                yield name[0].upper() + name[1:]
    for name, _, _, code, *_ in own.tables.get("places", ()):
        if code and code not in home:
            yield name
    shorts = own.short_countries
    joints = DASHES if own.has_spaces else ("", *DASHES)
    yield from (a + joint + b for a in shorts for b in shorts if shorts[a] != shorts[b] for joint in joints)
    places = own.words.get("places", {})
    yield from places.get("pairs", {})
    foreign = [name for name, code in {**shorts, **places.get("shorts", {})}.items() if code not in home]
    yield from (name + word for name in foreign for word in own.list_of("places", "short_before"))
    yield from (word + name for name in foreign for word in own.list_of("places", "short_after"))


def telling(own: Pack) -> Iterator[tuple[str, bool]]:
    """Yield the literals of rules, and whether they tell of another country: by its kind or mode, or as the rule says.

    Of each rule those are taken that each of its matches must hold, and that the pack's examples hold the least often.
    """
    home = {own.settings.get("home"), *own.settings.get("home_parts", ())}
    examples = own.fold(
        "\n".join(text for section in own.sections.values() for rule in section for text in _examples(rule))
    )
    for section in ("body", "post", "trigger"):
        for rule, template in own.rules(section).rules:
            kinds = {rule.get("kind"), rule.get("mode")}
            is_country = bool(kinds & ABROAD) or rule.get("country", own.settings.get("home")) not in home
            if not (is_country or section == "trigger"):
                continue
            rarest = min(_plain(template), key=lambda piece: sum(map(examples.count, piece)), default=frozenset[str]())
            for literal in rarest:
                if is_country:
                    yield literal, True
                if section == "trigger":
                    yield literal, False


def _examples(rule: Mapping[str, Any]) -> Iterable[str]:
    """Return the examples of a rule: a list, or a table with what each gives."""
    examples: Iterable[str] = rule.get("examples", ())
    return examples


def spellings(literal: str, own: Pack) -> set[str]:
    """Return a literal as the pack writes it and as texts may ("ủy ban", "uỷ ban").

    >>> sorted(spellings("ủy ban", pack("vi"))) == ["uỷ ban", "ủy ban"]
    True
    """
    other = literal
    for written, matched in own.respell.table.items():
        other = re.sub(rf"{re.escape(matched)}(?![^\W\d_])", written, other)
    return {literal, other}


def _plain(template: Template) -> list[frozenset[str]]:
    """Return the pieces of a template without figures; a piece with them loses those."""
    plain = [piece for piece in template.pieces if not any(DIGIT in literal for literal in piece)]
    bare = (frozenset(literal.replace(DIGIT, "") for literal in piece) for piece in template.pieces)
    return plain or [piece for piece in bare if all(literal.strip() for literal in piece)]


def _stands(text: str, first: int, last: int, exact: str) -> bool:
    """Say whether a name stands there as it is written, and is no part of a longer word."""
    alone = not (first and text[first - 1].isalnum()) and not (last < len(text) and text[last].isalnum())
    return alone and text[first:last] == exact
