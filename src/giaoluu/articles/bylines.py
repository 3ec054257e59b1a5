"""Who wrote an article, and what it names as its source: short lines after the title or at the end."""

import re
from dataclasses import dataclass

from giaoluu.langs.furniture import Furniture

NAME_WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*$")
HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}(?:\u00b7[\u4e00-\u9fff]{2,6})?$")
ADDRESS = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
TAIL = re.compile(r"[(\uff08]\s*(?P<inside>[^()\uff08\uff09]{2,60})\s*[)\uff09]\s*$")
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a line that names somebody: where it stands and how it reads."""

    start: int
    end: int
    value: str


def source_in(line: str, words: Furniture) -> Named | None:
    """Return the source that a line gives, its label included; an empty value for a label alone.

    >>> from giaoluu.langs.furniture import furniture
    >>> source_in("Source: https://example.org/a", furniture("en")).value
    'https://example.org/a'
    """
    if len(line) > 3 * LONGEST:
        return None
    found = words.source.match(line)
    if found is None and len(line) <= LONGEST and not line.rstrip().endswith((".", ",")):
        found = words.source_bare.match(line)
    if found is None:
        return None
    value = found["value"].strip()
    if not ADDRESS.match(value) and len(value) > 80:
        return None
    return Named(found.start(), found.end(), value)


def authors_in(line: str, words: Furniture) -> tuple[Named, ...]:
    """Return the people whom a byline names: after a label, or as a line of names and nothing else.

    >>> from giaoluu.langs.furniture import furniture
    >>> [author.value for author in authors_in("By Maria Lund and Tor Ek", furniture("en"))]
    ['Maria Lund', 'Tor Ek']
    """
    if len(line) > LONGEST:
        return ()
    label = words.byline.match(line)
    start = label.start("value") if label else 0
    names = tuple(_names(line, start, _name_end(line, start), words))
    good = (
        bool(names)
        and (label is not None or line[-1] not in ".,;:!?")
        and all(is_name(name.value, labelled=label is not None) for name in names)
    )
    return names if good else ()


def is_name(text: str, *, labelled: bool = False) -> bool:
    """Say whether a text has the shape of a person's name: two to five capitalised words, or a few Han characters.

    >>> is_name("Maria Lund"), is_name("Maria lund"), is_name("The new hall of the city")
    (True, False, False)
    """
    if HAN_NAME.match(text):
        return labelled
    parts = text.split()
    fewest = 1 if labelled else 2
    return fewest <= len(parts) <= 5 and all(NAME_WORD.match(part) and part[0].isupper() for part in parts)


def _name_end(line: str, start: int) -> int:
    """Return where the names end: before a source in brackets."""
    tail = TAIL.search(line, start)
    return tail.start() if tail else len(line)


def _names(line: str, start: int, end: int, words: Furniture) -> list[Named]:
    """Split a list of names, keeping where each stands."""
    found, position = [], start
    cuts = [(match.start(), match.end()) for match in words.name_join.finditer(line, start, end)]
    for cut, after in [*cuts, (end, end)]:
        piece = line[position:cut]
        value = piece.strip(" .|-\u2013\u2014")
        if value:
            left = position + piece.index(value)
            found.append(Named(left, left + len(value), value))
        position = after
    return found
