"""Say what breaks the contract of a language pack, each problem as one sentence with file and rule.

>>> check("vi", sections=("framework",))
[]
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol

from giaoluu.langs.check_files import file_problems, rule_places
from giaoluu.langs.check_words import is_todo, rule_problems, todo_problems, words_problems
from giaoluu.langs.pack import Pack, Rule, codes, load
from giaoluu.langs.pack_files import installed
from giaoluu.langs.rules import Match, RuleSet
from giaoluu.langs.signs import GROUPS, SIGN
from giaoluu.langs.tape import Tape
from giaoluu.model.errors import PackError


class Trial(Protocol):
    """What the examples of rules over spans are tried with; `giaoluu.mentions.trial` has the one of the engine."""

    def folds(self, pack: Pack) -> bool:
        """Say whether spans are found on texts of this pack; where not, rules over spans are not tried."""

    def fold_for(self, section: str, tape: Tape, pack: Pack, *, through: bool = False) -> Tape:
        """Return a tape as the rules of a section see it; `through`: with what that section itself found as well."""

    def values(self, section: str, text: str, pack: Pack) -> list[str] | None:
        """Return what a text means by the rules of a section, or None where its rules have no values."""


class Unfolded:
    """The trial without the engine: tapes stay as they are, so only rules of words alone can be tried."""

    def folds(self, pack: Pack) -> bool:
        """Return False."""
        return False

    def fold_for(self, section: str, tape: Tape, pack: Pack, *, through: bool = False) -> Tape:
        """Return the tape itself."""
        return tape

    def values(self, section: str, text: str, pack: Pack) -> list[str] | None:
        """Return None: without the engine nothing has a value."""
        return None


def check(code: str, *, trial: Trial | None = None, sections: Sequence[str] | None = None) -> list[str]:
    """Return the problems of a pack, named by its code or its folder; none where it keeps its contract.

    `trial` folds examples as the engine does; without one, rules over spans are compiled but not tried.
    `sections` limits the check to the rules of some sections. Raises PackError where there is no such pack.
    """
    folder = folder_of(code)
    broken = list(file_problems(folder)) if sections is None else []
    try:
        pack = load(folder, folder.name)
    except PackError as error:
        return broken or [str(error)]
    return [*broken, *check_pack(pack, trial=trial, sections=sections, places=rule_places(folder))]


def folder_of(code: str) -> Traversable:
    """Return the folder of a pack that ships with giaoluu, or that a path names."""
    if (Path(code) / "pack.toml").is_file():
        return Path(code).resolve()
    folder = installed(code)
    if not (folder / "pack.toml").is_file():
        raise PackError(
            f"no language pack {code!r}; packs at hand: {', '.join(codes())}; or name a folder with a pack.toml"
        )
    return folder


def check_pack(
    pack: Pack,
    *,
    trial: Trial | None = None,
    sections: Sequence[str] | None = None,
    places: dict[tuple[str, int], str] | None = None,
) -> list[str]:
    """Return the problems of a pack that is loaded; `places` tells in which file each rule stands."""
    problems = [*words_problems(pack), *todo_problems(pack)] if sections is None else []
    for section, entries in pack.sections.items():
        if sections is not None and section not in sections:
            continue
        for number, entry in enumerate(entries):
            place = (places or {}).get((section, number), f"[[{section}]] {number + 1}")
            if is_todo(entry):
                continue
            found = list(rule_problems(pack, section, entry)) or _tried(pack, section, number, trial)
            problems += [f"{pack.code}/{place}: {problem}" for problem in found]
    return problems


def _tried(pack: Pack, section: str, number: int, trial: Trial | None) -> list[str]:
    """Return what is wrong with the examples of a rule, or why they cannot be tried."""
    try:
        return list(_example_problems(pack, section, number, trial))
    except PackError as error:
        return [f"its examples cannot be tried: {error}"]


def _example_problems(pack: Pack, section: str, number: int, trial: Trial | None) -> Iterator[str]:
    """Yield what is wrong with the examples and counter-examples of a rule."""
    entry = pack.sections[section][number]
    one = _Tried(pack, section, number, trial or Unfolded())
    for example in entry["examples"]:
        if not one.matches(example):
            if one.trial.folds(pack) or not one.needs_spans():
                yield f"the example {example!r} does not match; the rule sees {_shown(one.tape_below(example))!r}"
        elif isinstance(entry["examples"], dict):
            values = one.trial.values(section, example, pack)
            wanted = str(entry["examples"][example])
            if values is not None and wanted not in values:
                yield f"the example {example!r} means {' and '.join(values) or 'nothing'}, not {wanted!r}"
    for counter in entry.get("counter", ()):
        values = one.trial.values(section, counter, pack)
        if values or (values is None and one.matches(counter)):
            yield f"the counter-example {counter!r} matches; narrow the rule or add a trap (`not`)"


class _Tried:
    """One rule of a pack, tried on texts as its level of the cascade sees them."""

    def __init__(self, pack: Pack, section: str, number: int, trial: Trial) -> None:
        self.pack, self.section, self.number, self.trial = pack, section, number, trial
        entry = pack.sections[section][number]
        texts = (entry["text"],) if isinstance(entry["text"], str) else tuple(entry["text"])
        traps = tuple(pack.template(trap) for trap in entry.get("not", ()))
        self.name = f"{pack.code}:{section}:{entry.get('name', number + 1)}"
        self.templates = [pack.template(text) for text in texts]
        self.alone = RuleSet((Rule(section, self.name, entry, traps), template) for template in self.templates)

    def matches(self, example: str) -> bool:
        """Say whether the rule matches a text, plain or folded, or is what the engine used on it."""
        plain = self._tape(example)
        return (
            self._finds(plain)
            or self._finds(self.trial.fold_for(self.section, plain, self.pack))
            or self._is_used(self.trial.fold_for(self.section, plain, self.pack, through=True))
            or self._finds(self.trial.fold_for(self.section, plain, self._others(), through=True))
        )

    def tape_below(self, example: str) -> Tape:
        """Return a text as the rules of the section see it."""
        return self.trial.fold_for(self.section, self._tape(example), self.pack)

    def needs_spans(self) -> bool:
        """Say whether each template needs a span, so that plain words alone cannot match."""
        signs = set(SIGN.values())
        return all(signs & set(template.pattern.pattern) for template in self.templates)

    def _tape(self, example: str) -> Tape:
        """Return the tape of an example, which asks each section alone: a broken rule spoils no other's trial."""
        return Tape.of(with_signs(example), signs=self.pack.folds)

    def _finds(self, tape: Tape) -> bool:
        return any(not _is_trapped(match, tape) for match in self.alone.find(tape))

    def _is_used(self, tape: Tape) -> bool:
        return any(item.rule == self.name for _, item in tape.signs())

    def _others(self) -> Pack:
        """Return the pack without this rule, so that the others fold what lies inside its examples."""
        entries = self.pack.sections[self.section]
        kept = (*entries[: self.number], *entries[self.number + 1 :])
        return replace(self.pack, sections={**self.pack.sections, self.section: kept}, _compiled={})


def _is_trapped(found: Match[Rule], tape: Tape) -> bool:
    """Say whether a trap (`not`) of its rule covers a match."""
    traps = (match for trap in found.rule.traps for match in trap.pattern.finditer(tape.folded))
    return any(trap.start() <= found.start and found.end <= trap.end() for trap in traps)


def with_signs(example: str) -> str:
    """Return an example with the sign of a span for each `{type}` in it.

    >>> with_signs("met {person}") == "met " + SIGN["person"]
    True
    """
    for name in [*SIGN, *GROUPS]:
        example = example.replace(f"{{{name}}}", SIGN[GROUPS.get(name, (name,))[0]])
    return example


def _shown(tape: Tape) -> str:
    """Return a tape for people: each sign as the type of its span in braces."""
    names = {sign: f"{{{name}}}" for name, sign in SIGN.items()}
    return "".join(names.get(sign, sign) for sign in tape.folded)
