"""What can be wrong with the rules and words of a pack, whatever their examples say."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from giaoluu.langs.endings import idle_ending
from giaoluu.langs.kinds import Importance, kinds
from giaoluu.langs.pack import Pack
from giaoluu.langs.schema import SECTIONS
from giaoluu.model.activities import Act, Status
from giaoluu.model.errors import PackError

CLOSED: Mapping[tuple[str, str], frozenset[str]] = {
    ("cue", "act"): frozenset(Act),
    ("act", "act"): frozenset(Act),
    ("status", "status"): frozenset(Status),
    ("trigger", "status"): frozenset(Status),
}
"""Section and key → the values that the model knows."""


TODO = "TODO"
"""What stands in the text of a rule that is still to be written."""


def rule_problems(pack: Pack, section: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with one rule: keys, templates, kinds, missing examples."""
    unknown = sorted(set(entry) - SECTIONS[section])
    if unknown:
        yield f"unknown key {', '.join(unknown)}; use one of {', '.join(sorted(SECTIONS[section]))}"
    text = entry.get("text")
    texts = [text] if isinstance(text, str) else text
    if not isinstance(texts, list) or not texts or not all(isinstance(one, str) and one for one in texts):
        yield "no text; give a template or a list of them"
        return
    if not entry.get("examples"):
        yield "no example; give at least one text that the rule matches"
    for template in [*texts, *entry.get("not", ())]:
        try:
            pack.template(template)
        except PackError as error:
            yield str(error).removeprefix(f"pack {pack.code}: ")
    for trap in entry.get("not", ()):
        yield from _idle_problems(pack, trap)
    for (of, key), allowed in CLOSED.items():
        if of == section and key in entry and entry[key] not in allowed:
            yield f"{key} {entry[key]!r} is not known; use one of {', '.join(sorted(allowed))}"
    if section == "trigger":
        yield from _kind_problems(entry)


def words_problems(pack: Pack) -> Iterator[str]:
    """Yield what is wrong with the pack as a whole: kinds without words, words with two kinds, surnames given twice."""
    triggers = {entry.get("kind") for entry in pack.sections.get("trigger", ())}
    for name, kind in kinds().items():
        if kind.importance is Importance.REQUIRED and name not in triggers:
            yield f"{pack.code}/activities.toml: no trigger of kind {name!r}, which every pack must have"
    for section in ("trigger", "post", "body", "occasion", "document"):
        yield from _two_kinds(pack, section)
    for surname, count in Counter(pack.list_of("names", "surnames")).items():
        if count > 1:
            yield f"{pack.code}/names.toml: surname {surname!r} stands {count} times; keep one"


def is_todo(entry: Mapping[str, Any]) -> bool:
    """Say whether a rule is one of a new pack that nobody has written yet."""
    return TODO in str(entry.get("text", ""))


def todo_problems(pack: Pack) -> Iterator[str]:
    """Yield, for each section, how many rules of a new pack are still to be written."""
    for section, entries in pack.sections.items():
        count = sum(map(is_todo, entries))
        if count:
            yield f"{pack.code}: [[{section}]] {count} of {len(entries)} rules are to be written ({TODO} in their text)"


def _kind_problems(entry: Mapping[str, Any]) -> Iterator[str]:
    name, mode = str(entry.get("kind")), entry.get("mode")
    if name not in kinds():
        yield f"kind {name!r} is not in the closed list; use one of {', '.join(kinds())}"
    elif mode is not None and mode not in kinds()[name].modes:
        known = ", ".join(kinds()[name].modes) or "none"
        yield f"kind {name!r} has no mode {mode!r}; its modes: {known}"


def _idle_problems(pack: Pack, trap: str) -> Iterator[str]:
    """Yield what is wrong with a trap that was meant to reach further than its slots do."""
    try:
        slot = idle_ending(trap, pack.fragments.texts)
    except PackError:
        return  # reported where the template was compiled
    if slot:
        yield (
            f"the trap {trap!r} ends in {{{slot}}}, which stops at once and covers nothing that follows; "
            "leave it out, or write {rest} to cover all to the end of the sentence"
        )


def _two_kinds(pack: Pack, section: str) -> Iterator[str]:
    """Yield words that two rules of one section give different kinds, with no trap to tell them apart."""
    meanings: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for entry in pack.sections.get(section, ()):
        if entry.get("not") or is_todo(entry):
            continue
        texts = entry.get("text", ())
        for text in (texts,) if isinstance(texts, str) else texts:
            meanings[text.lower()].add((str(entry.get("kind", "")), str(entry.get("mode", ""))))
    for text, found in meanings.items():
        if len(found) > 1:
            several = " and ".join(sorted("/".join(filter(None, meaning)) for meaning in found))
            yield f"{pack.code}: [[{section}]] {text!r} has two kinds, {several}; keep one, or add `not`"
