"""Lists of names in a script without spaces: behind somebody with a post, or before a word that ends such lists."""

import re
from collections.abc import Iterator

from giaoluu.langs.tape import Found, Tape
from giaoluu.mentions.names_script import DOTS, Script
from giaoluu.model.letters import SIGNS

CLOSES = frozenset("，。,；）)")
"""Signs that end a list of names."""
CLAUSES = re.compile(rf"(?:^|(?<=[，。；：\s]))(?=[{SIGNS}])")
"""Where a clause opens."""
DOT, ALL_HAN = re.compile(f"[{DOTS}]"), re.compile(f"[{SIGNS}]+")


def marked(tape: Tape, start: int, name: str, rule: str, *, weight: int = 0) -> Found:
    """Mark a name at a position of a tape, found by a rule."""
    end = start + len(name)
    return Found(start, end, "name", (tape.text[start:end], True, False), rule, weight)


def listed(tape: Tape, script: Script) -> Iterator[Found]:
    """Yield names of a list without posts, which opens a clause, before a word that ends such lists."""
    text = tape.folded
    for opening in CLAUSES.finditer(text):
        names, position = list[tuple[int, str]](), opening.end()
        while name := _list_name(text, position, script):
            names.append((position, name))
            position += len(name)
            if not (joint := script.joins.match(text, position)):
                break
            position = joint.end()
        if names and script.list_ends.match(text, position):
            for start, name in names:
                yield marked(tape, start, name, "listed", weight=2)


def listed_after(tape: Tape, position: int, script: Script) -> Iterator[Found]:
    """Yield names without posts that go on with a list after somebody with one."""
    text = tape.folded
    while joint := script.joins.match(text, position):
        name = _list_name(text, joint.end(), script, closed=True)
        if name is None:
            return
        yield marked(tape, joint.end(), name, "listed")
        position = joint.end() + len(name)


def _list_name(text: str, start: int, script: Script, *, closed: bool = False) -> str | None:
    """Return one name of a list: a native one, or a dotted foreign one; where `closed`, a mark may end it too."""
    if script.stops.match(text, start):
        return None
    run = script.run.match(text, start)
    if run and DOT.search(run[0]):
        return run[0]
    for given in (2, 1):
        for size in (2, 1):
            stop = start + size + given
            if (
                text[stop - 1 : stop] not in script.inner
                and text[start : start + size] in script.surnames
                and ALL_HAN.fullmatch(text, start, stop)
                and (
                    script.joins.match(text, stop)
                    or script.list_ends.match(text, stop)
                    or (closed and text[stop : stop + 1] in CLOSES)
                )
            ):
                return text[start:stop]
    return None
