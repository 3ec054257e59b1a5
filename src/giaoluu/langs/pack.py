"""A language pack: the words of one language as data, compiled once for the engine.

A pack is a folder of TOML and TSV files (docs/reference/packs.md). Rules are tables such as

    [[trigger]]
    kind = "meeting"
    text = "chào xã giao"
    examples = ["Đại sứ chào xã giao Chủ tịch nước"]

`text` is a template or a list of them, `not` holds traps, `examples` must match (`giaoluu pack check`).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Any

from giaoluu.langs.calendar_words import date_slots
from giaoluu.langs.numerals import roman
from giaoluu.langs.pack_files import contents, installed
from giaoluu.langs.plugins import plugged
from giaoluu.langs.respelling import Respelling
from giaoluu.langs.rules import Lexicon, Match, RuleIndex, RuleSet
from giaoluu.langs.schema import SECTIONS
from giaoluu.langs.signs import WORD_SLOTS
from giaoluu.langs.tape import Tape, fold_case
from giaoluu.langs.template import Fragments, Part, Template
from giaoluu.model.errors import PackError

NOT = " not"
"""What is added to the name of a section for its traps."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule of a pack: its section, its name in explanations, and the keys that the pack gave it."""

    section: str
    name: str
    values: Mapping[str, Any]
    traps: tuple[Template, ...] = ()
    get: Callable[..., Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Let `get(key, default)` ask the values themselves: nothing is called as often."""
        object.__setattr__(self, "get", self.values.get)


@dataclass(frozen=True, eq=False)
class Pack:
    """One language. `settings` is pack.toml; `sections` the rules by section as the files give them."""

    code: str
    settings: Mapping[str, Any]
    sections: Mapping[str, tuple[Mapping[str, Any], ...]]
    words: Mapping[str, Any]
    tables: Mapping[str, tuple[tuple[str, ...], ...]]
    _compiled: dict[str, RuleSet[Rule]] = field(default_factory=dict, repr=False, compare=False)
    _lists: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _templates: dict[str, Template] = field(default_factory=dict, repr=False, compare=False)

    @property
    def version(self) -> str:
        """The pack's version, kept in every reading."""
        return str(self.settings["version"])

    @cached_property
    def has_spaces(self) -> bool:
        """Say whether the script sets words apart by spaces (Han script does not)."""
        return bool(self.settings.get("spaces", True))

    @cached_property
    def folds(self) -> Mapping[int, str]:
        """Signs that match as others (traditional as simplified), from fold.tsv; always one for one."""
        return {ord(sign): other for sign, other in self.tables.get("fold", ())}

    def fold(self, text: str) -> str:
        """Return text as it stands on this language's tapes: small letters, variant signs as one.

        >>> pack("vi").fold("Hội HỮU NGHỊ")
        'hội hữu nghị'
        """
        folded = fold_case(text)
        return self.respell(folded.translate(self.folds) if self.folds else folded)

    @cached_property
    def respell(self) -> Respelling:
        """What writes one spelling for several of equal length, from `spellings` of pack.toml (uỷ as ủy)."""
        return Respelling(self.settings.get("spellings", ()))

    def tape(self, text: str, *, start: int = 0, end: int | None = None, sections: bool = True) -> Tape:
        """Return a tape over `text[start:end]`; without `sections` no rule is compiled that nobody asks for."""
        tape = Tape.of(text, start=start, end=end, signs=self.folds)
        tape.folded = self.respell(tape.folded)
        if sections:
            tape.wanted = self.index.wanted(tape.folded)
        return tape

    @cached_property
    def index(self) -> RuleIndex:
        """The rules of all sections and their traps, found in one pass."""
        traps = {f"{section}{NOT}": self.traps(section) for section in SECTIONS}
        return RuleIndex({section: self.rules(section) for section in SECTIONS} | traps)

    @cached_property
    def fragments(self) -> Fragments:
        """Named pieces of templates (`<name>`)."""
        return Fragments({name: str(text) for name, text in self.words.get("fragments", {}).items()})

    @cached_property
    def slots(self) -> "Mapping[str, str | Part]":
        """Word slots: of all languages, of dates, and `{numeral}`, a number in figures, Roman figures or words."""
        numerals = sorted(self.words.get("numbers", {}).get("values", {}), key=len, reverse=True)
        numeral = "(?:" + "|".join([r"\d+(?:[.,]\d+)*", *map(re.escape, numerals), r"[ivxlc]+\b"]) + ")"
        return {**WORD_SLOTS, "numeral": numeral, **date_slots(self.words.get("dates", {}))}

    def numeral(self, words: str) -> int | None:
        """Return the number that figures, Roman figures or number words stand for, or None.

        >>> pack("vi").numeral("VII"), pack("vi").numeral("hai"), pack("vi").numeral("12")
        (7, 2, 12)
        """
        text = words.strip().lower()
        value = self.words.get("numbers", {}).get("values", {}).get(text)
        return int(value) if value is not None else int(text) if text.isdecimal() else roman(text)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words that open a person's name where nothing else tells it.

        Surnames, or given names where these stand first.
        """
        return self.own_names | {name for name in self.surname_countries if len(name) > 2}

    @cached_property
    def own_names(self) -> frozenset[str]:
        """Words that open the names of the language's own people, as written."""
        return frozenset({*self.list_of("names", "surnames"), *self.list_of("names", "given_names")})

    def name_countries(self, name: str) -> tuple[str, ...]:
        """Return the countries whose people are named surname first and have this name's first word for a surname.

        >>> pack("sv").name_countries("Nguyen Van Binh"), pack("sv").name_countries("Eva Lind")
        (('VN',), ())
        """
        first, *rest = name.split(" ")
        is_own = not set(self.list_of("names", "own_inner")).isdisjoint(rest[:-1])
        return self.surname_countries.get(first, ()) if rest and not is_own else ()

    @cached_property
    def surname_countries(self) -> Mapping[str, tuple[str, ...]]:
        """Surname → the countries of `surnames_of`, whose people are named surname first."""
        foreign = self.words.get("names", {}).get("surnames_of", {})
        return {one: tuple(code for code in foreign if one in foreign[code]) for one in chain(*foreign.values())}

    @cached_property
    def honorifics(self) -> frozenset[str]:
        """Words that stand before a person's name, in small letters."""
        groups = self.words.get("names", {}).get("honorifics", {})
        return frozenset(word.lower() for words in groups.values() for word in words)

    @cached_property
    def name_stops(self) -> frozenset[str]:
        """Words in capitals that begin no name; pronouns look like one at the start of a sentence."""
        pronouns = [word for words in self.words.get("names", {}).get("pronouns", {}).values() for word in words]
        return frozenset([*self.list_of("names", "name_stops"), *(word[:1].upper() + word[1:] for word in pronouns)])

    @cached_property
    def name_particles(self) -> frozenset[str]:
        """Words in small letters inside a name."""
        return frozenset(self.list_of("names", "particles"))

    @cached_property
    def name_links(self) -> re.Pattern[str]:
        """What may stand between two posts of one person: a comma, a dash, or one of `links` ("": a space)."""
        listed = self.list_of("names", "links")
        words = (f" {word} " if self.has_spaces and word else word or " " for word in listed)
        return re.compile("|".join([", ", " - ", " \u2013 ", "-", "\u3001", "\uff0c", *map(re.escape, words)]))

    @cached_property
    def name_breaks(self) -> frozenset[str]:
        """Words in capitals that never go on with a name."""
        return frozenset(self.list_of("names", "name_breaks"))

    @cached_property
    def short_countries(self) -> Mapping[str, str]:
        """Short name → country of the pack's table: what may stand in a pair."""
        rows = self.tables.get("countries", ())
        return {row[0] if self.has_spaces else self.fold(row[0]): row[1] for row in rows if row[2] == "short"}

    @cached_property
    def home_shorts(self) -> frozenset[str]:
        """Short names of the language's home country."""
        return frozenset(name for name, code in self.short_countries.items() if code == self.settings.get("home"))

    @cached_property
    def honorific_words(self) -> Lexicon:
        """Words that stand before (or after) a name, each with its gender."""
        groups = self.words.get("names", {}).get("honorifics", {})
        return self._word_list("honorific", {word: gender for gender, words in groups.items() for word in words})

    @cached_property
    def pronoun_words(self) -> Lexicon:
        """Pronouns for a person, each with its gender."""
        groups = self.words.get("names", {}).get("pronouns", {})
        return self._word_list("pronoun", {word: gender for gender, words in groups.items() for word in words})

    @cached_property
    def joint_words(self) -> Lexicon:
        """Words for both sides at once."""
        return self._word_list("joint", dict.fromkeys(self.list_of("names", "joint"), ""))

    def _word_list(self, type: str, words: Mapping[str, str]) -> Lexicon:
        return Lexicon({word: (word, value) for word, value in words.items()}, type=type, whole_words=self.has_spaces)

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Abbreviations whose dot ends no sentence, in small letters, without that dot."""
        return frozenset(word.rstrip(".").lower() for word in self.settings.get("abbreviations", ()))

    def template(self, text: str) -> Template:
        """Compile one template with this pack's fragments and script; whoever asks again is given the same one."""
        if text in self._templates:
            return self._templates[text]
        try:
            made = Template.compile(text, fragments=self.fragments, slots=self.slots, whole_words=self.has_spaces)
        except PackError as error:
            raise PackError(f"pack {self.code}: {error}") from error
        return self._templates.setdefault(text, made)

    def rules(self, section: str) -> RuleSet[Rule]:
        """Return the compiled rules of a section, in the order of its file (empty where the pack has none)."""
        if section not in self._compiled:
            pairs = [(rule, self.template(text)) for rule, texts in self._rules(section) for text in texts]
            self._compiled[section] = RuleSet(pairs)
        return self._compiled[section]

    def traps(self, section: str) -> RuleSet[Rule]:
        """Return the traps of a section's rules."""
        key = f"{section}{NOT}"
        if key not in self._compiled:
            rules = dict.fromkeys(rule for rule, _ in self.rules(section).rules)
            self._compiled[key] = RuleSet((rule, trap) for rule in rules for trap in rule.traps)
        return self._compiled[key]

    def find(self, section: str, tape: Tape) -> list[Match[Rule]]:
        """Return the matches of a section's rules on a tape, without those that a trap of their rule covers."""
        fitting = tape.fitting(section)
        matches = [] if fitting == [] else self.rules(section).find(tape, fitting)
        traps = self.traps(section).find(tape, tape.fitting(f"{section}{NOT}")) if matches else []
        return [match for match in matches if not any(trap.holds(match) for trap in traps)] if traps else matches

    def list_of(self, name: str, key: str) -> tuple[str, ...]:
        """Return a list of words, for example `list_of("names", "surnames")`; empty where there is none."""
        if (known := self._lists.get((name, key))) is None:
            known = self._lists[name, key] = tuple(self.words.get(name, {}).get(key, ()))
        return known

    def _rules(self, section: str) -> Iterator[tuple[Rule, tuple[str, ...]]]:
        for number, entry in enumerate(self.sections.get(section, ())):
            text = entry["text"]
            texts = (text,) if isinstance(text, str) else tuple(text)
            traps = tuple(replace(self.template(trap), proper=frozenset()) for trap in entry.get("not", ()))
            yield Rule(section, f"{self.code}:{section}:{entry.get('name', number + 1)}", entry, traps), texts


@cache
def pack(code: str) -> Pack:
    """Return the pack of a language that ships with giaoluu or is plugged in. Raises PackError where there is none.

    >>> pack("vi").has_spaces
    True
    """
    folder = installed(code)
    if not (folder / "pack.toml").is_file():
        raise PackError(f"no language pack {code!r}; packs at hand: {', '.join(codes())}")
    return load(folder, code)


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the packs at hand, sorted."""
    root = resources.files("giaoluu.langs")
    own = {entry.name for entry in root.iterdir() if entry.is_dir() and (entry / "pack.toml").is_file()}
    return tuple(sorted(own | {*plugged("giaoluu.packs")}))


def load(folder: Traversable, code: str) -> Pack:
    """Load a pack from its folder. Raises PackError with file and key where the pack breaks its contract."""
    sections, words, tables = contents(folder)
    settings = words.get("pack")
    if not settings or "version" not in settings:
        raise PackError(f"{folder}: pack.toml is missing or has no version")
    return Pack(code, settings, sections, words, tables)
