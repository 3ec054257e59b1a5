"""The names of an article's people: which are forms of one, and where a sentence holds one of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from giaoluu.langs.pack import Pack
from giaoluu.langs.tape import Tape
from giaoluu.mentions.names_latin import in_capitals, owner_of, post_kinds, same_name, short_forms, without_suffix
from giaoluu.mentions.values import PersonValue
from giaoluu.model.mentions import Sentence

BETWEEN = re.compile("[ ·]")
"""What stands between the words of a name."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A sentence with its tape."""

    sentence: Sentence
    tape: Tape


def known_names(folded: Sequence[Folded], pack: Pack) -> dict[str, str]:
    """Return short form → full name for the people of an article; a form that two people share is left out.

    A person's own full name always stands for itself.
    """
    full: dict[str, str] = {}
    kinds = post_kinds(
        item.value for one in folded for _, item in one.tape.signs() if isinstance(item.value, PersonValue)
    )
    names = Names(pack)
    for name in sorted(kinds, key=len, reverse=True):
        longer = {
            full[other]
            for other in names.sharing(name)
            if without_suffix(other, pack).endswith((" " + name, "·" + name))
            or other.startswith(name + "·")
            or same_name(name, other, pack)
        }
        if not longer and pack.has_spaces and " " not in name:
            longer = {full[other] for other in names.sharing(name) if other.startswith(name + " ")}
        if not longer and pack.has_spaces and " " not in name:
            printed = name.upper()
            longer = {full[other] for other in names.sharing(printed) if printed in other.split(" ") and other != name}
        if not longer and " " in name and pack.words.get("names", {}).get("marked_words"):
            longer = {full[other] for other in names.sharing(name) if _is_cut_off(name, other, pack)}
        full[name] = owner_of(name, longer, kinds) or name
        names.add(name)
    for name in full:
        bare = [name.removesuffix(end) for end in pack.list_of("names", "genitives") if name.endswith(end)]
        owners = {
            full[other]
            for one in bare
            for other in (one, *names.sharing(one))
            if other in full and (other == one or other.endswith(" " + one))
        }
        full[name] = owners.pop() if len(owners) == 1 else full[name]
    forms: dict[str, set[str]] = {}
    for name in set(full.values()):
        for form in short_forms(name, pack):
            for spelling in (form, *(form + end for end in pack.list_of("names", "genitives"))):
                forms.setdefault(spelling, set()).add(name)
    known = {form: names.pop() for form, names in forms.items() if len(names) == 1}
    known = {**known, **full}
    return {**known, **in_capitals(known, (one.tape for one in folded))}


def _is_cut_off(name: str, other: str, pack: Pack) -> bool:
    """Say whether a name is another one without its end, as headlines are cut ("Lê Văn" of "Lê Văn Bình")."""
    return other.startswith(name + " ") and name.split(" ")[0] in pack.own_names


class Names:
    """Names by the words at their ends, so that only those are compared that can be forms of one.

    >>> from giaoluu.langs.pack import pack
    >>> names = Names(pack("en"))
    >>> names.add("Paul R. Harlow, Jr.")
    >>> sorted(names.sharing("Harlow")), sorted(names.sharing("Eva Lind"))
    (['Paul R. Harlow, Jr.'], [])
    """

    def __init__(self, pack: Pack) -> None:
        """Start without any."""
        self.pack = pack
        self.by_words: dict[str, set[str]] = {}

    def add(self, name: str) -> None:
        """Enter a name."""
        for words in {*_pieces(name), *_pieces(without_suffix(name, self.pack))}:
            self.by_words.setdefault(words, set()).add(name)

    def sharing(self, name: str) -> set[str]:
        """Return the names that begin or end with a name, or have its last word."""
        bare = without_suffix(name, self.pack)
        last = bare.rpartition(" ")[2] if self.pack.words.get("names", {}).get("nicknames") else name
        return set().union(*(self.by_words.get(words, ()) for words in (name, bare, last)))


def _pieces(name: str) -> Iterator[str]:
    """Yield the words with which a name begins and ends, one or more, and those inside it."""
    for between in BETWEEN.finditer(name):
        yield name[: between.start()]
        yield name[between.end() :]
    yield from BETWEEN.split(name)


class Forms:
    """The forms by which an article names its people, found in one pass over a sentence."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """Index the forms; `known` gives each its full name."""
        self.forms = list(known.items())
        self.automaton = AhoCorasick(list(known), implementation=Implementation.NoncontiguousNFA) if known else None

    def again(self, one: Folded, done: Folded) -> dict[str, str]:
        """Return the forms in a sentence with their full names, if any was not found there in the first round (`done`).

        Else nothing: then it need not be read again.
        """
        if self.automaton is None:
            return {}
        found = {hit for hit, _, _ in self.automaton.find_matches_as_indexes(one.tape.text, overlapping=True)}
        here = dict(self.forms[hit] for hit in sorted(found))
        named = {item.value.name for _, item in done.tape.signs() if item.type == "person"} if here else here
        return here if any(form not in named or full != form for form, full in here.items()) else {}
