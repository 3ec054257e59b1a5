"""Start a language pack: a folder with every file, every section, and a rule to write for every kind of thing.

A rule whose text holds `TODO` waits for words; `giaoluu pack check` counts them and finds nothing else
to mend in a new pack.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from giaoluu.langs.check_words import TODO
from giaoluu.langs.contract import TABLES
from giaoluu.langs.furniture import SECTIONS as FURNITURE
from giaoluu.langs.kinds import Importance, kinds
from giaoluu.langs.pack import codes, pack
from giaoluu.model.activities import Act, Status
from giaoluu.model.errors import PackError

LISTS = {
    "names": ("surnames", "particles", "name_stops", "joint"),
    "sayings": ("and_then",),
    "activities": ("place_words", "between"),
}
"""File → the lists of words that every language has."""


def new(code: str, folder: Path) -> list[Path]:
    """Write the skeleton of a pack into `folder/code` and return its files.

    Raises PackError where the code is none or the folder exists: nothing is overwritten.
    """
    if not re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", code):
        raise PackError(f"{code!r} is no language code; use one of BCP 47, such as th or pt-BR")
    target = folder / code
    if target.exists():
        raise PackError(f"{target} exists already; choose another folder, or mend that pack")
    target.mkdir(parents=True)
    written = []
    for name, text in _files(code).items():
        path = target / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


new_pack = new


def _files(code: str) -> dict[str, str]:
    """Return the files of a new pack."""
    home = code.partition("-")[2] or TODO
    about = [
        f"name = {_quoted(TODO)}",
        'owner = "maintainers"',
        'version = "0"',
        "spaces = true",
        f"home = {_quoted(home)}",
    ]
    files = {
        "pack.toml": _page(
            "The language: its own name, whether a space parts words, the country it is at home in.", about
        ),
        "names.toml": _page("People: what names are made of, and what stands for a person.", _names()),
        "numbers.toml": _page("Number words.", ["[values]"]),
        "dates.toml": _page("Dates: what they look like and what they mean (docs/reference/dates.md).", _dates()),
        "bodies.toml": _page("Bodies: one rule for each kind that other packs know.", _each("body", "kind")),
        "posts.toml": _page("Posts: one rule for each kind that other packs know.", _each("post", "kind")),
        "places.toml": _page("Places told by their words: units with a name, and sites.", _each("place", "level")),
        "occasions.toml": _page("Series, anniversaries, programmes, terms.", _each("occasion", "kind")),
        "frameworks.toml": _page("Formulas of relations that are invoked.", _each("framework", "key")),
        "quantities.toml": _page(
            "Numbers with what they count.", _rule("quantity", {}, text=f"{{numeral:number}} {TODO}")
        ),
        "delegations.toml": _page("Delegations.", _rule("delegation", {})),
        "activities.toml": _page("What tells of an activity: a trigger for each kind.", _activities()),
        "sayings.toml": _page("What shows something being said or undertaken.", _sayings()),
        "furniture.toml": _page("Words of page furniture; lines are compared as printed.", _furniture()),
    }
    for table in ("countries", "places"):
        files[f"{table}.tsv"] = f"# {' '.join(TABLES[table])}: one row a line, columns set apart by tabs.\n"
    return files


def _page(opening: str, lines: Iterable[str]) -> str:
    return "\n".join([f"# {opening}", *lines]) + "\n"


def _names() -> list[str]:
    lists = [f"{key} = []" for key in LISTS["names"]]
    genders = ["m = []", "f = []", "n = []"]
    return [
        'order = "given-surname"  # or "surname-given"',
        *lists,
        "",
        "[honorifics]",
        *genders,
        "",
        "[pronouns]",
        *genders,
    ]


def _dates() -> list[str]:
    """Return the one date that is written alike everywhere, and those to write."""
    example = "2024-03-05"
    return [
        "[[date]]",
        'text = "{year}-{month}-{day}"',
        'edtf = "{year}-{month}-{day}"',
        f'examples = {{ "{example}" = "{example}" }}',
        *_rule("date", {"edtf": "{year}-{month}-{day}"}, text=f"{TODO} {{day}} {{month}} {{year}}"),
        *_rule("date", {"edtf": "{year}-{month}"}, text=f"{TODO} {{month}} {{year}}"),
    ]


def _activities() -> list[str]:
    lines = [f"{key} = []" for key in LISTS["activities"]]
    for name, kind in kinds().items():
        if kind.importance is not Importance.OPTIONAL:
            lines += [f"# {kind.definition} ({kind.importance})", *_rule("trigger", {"kind": name})]
    for status in Status:
        if status is not Status.HELD:
            lines += _rule("status", {"status": status})
    for section, key in (("role", "left"), ("role", "right"), ("detail", "field"), ("reject", "reason")):
        lines += _each(section, key)
    return lines


def _sayings() -> list[str]:
    lines = [f"{key} = []" for key in LISTS["sayings"]]
    for act in Act:
        lines += _rule("cue", {"act": act})
    return [*lines, *_each("strength", "strength"), *_each("theme", "theme")]


def _furniture() -> list[str]:
    lines: list[str] = []
    for section, keys in FURNITURE.items():
        lines += [f"[{section}]", *(f"{key} = {'{}' if key == 'months' else '[]'}" for key in keys)]
    return lines


def _each(section: str, key: str) -> list[str]:
    """Return a rule to write for each value of a key that two of the packs at hand have in a section."""
    known = Counter(
        value
        for code in codes()
        for value in {str(entry[key]) for entry in pack(code).sections.get(section, ()) if key in entry}
    )
    return [line for value in sorted(known) if known[value] > 1 for line in _rule(section, {key: value})]


def _rule(section: str, keys: Mapping[str, str], *, text: str = TODO) -> list[str]:
    """Return a rule to write."""
    return ["", f"[[{section}]]", *_given(keys), f"text = {_quoted(text)}", "examples = []"]


def _given(keys: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{key} = {_quoted(value)}" for key, value in keys.items())


def _quoted(text: str) -> str:
    """Return text as a basic string of TOML, which JSON's strings are."""
    return json.dumps(str(text), ensure_ascii=False)
