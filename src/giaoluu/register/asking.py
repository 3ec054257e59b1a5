"""What a query asks of the index of words: phrases joined by and, or; each store writes it in its own language."""

from collections.abc import Callable, Container
from dataclasses import dataclass

from giaoluu.register.folding import is_pair, phrases
from giaoluu.register.spoken_names import known_among, other_forms

LONGEST_NAME = 5
"""Words of a query that are tried as one name."""

MOST_WORDS = 12
MOST_FORMS = 12


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other; `open` says that the last one may go on."""

    words: tuple[str, ...]
    open: bool = True


@dataclass(frozen=True, slots=True)
class Every:
    """All parts must be found."""

    parts: tuple["Asked", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """One part must be found."""

    parts: tuple["Asked", ...]


Asked = Phrase | Every | Some


@dataclass(frozen=True, slots=True)
class Query:
    """What words ask: the words themselves, and other forms of the names among them, folded → as printed."""

    asked: Asked | None
    plain: tuple[Phrase, ...]
    forms: dict[tuple[str, ...], str]


def query_of(text: str) -> Query:
    """Return what a text asks; a run of words that can be a name is found as one, and in the name's other forms."""
    pieces = text.split()[:MOST_WORDS]
    forms: dict[tuple[str, ...], str] = {}
    plain: list[Phrase] = []
    segments: list[Asked] = []
    runs = [_runs(pieces, turn) for turn in range(len(pieces))]
    known = known_among(text for some in runs for text in some.values())
    turn = 0
    while turn < len(pieces):
        size, others = _longest_name(runs[turn], known)
        own = _plain(" ".join(pieces[turn : turn + size]))
        if others:
            forms |= others
            own = (Phrase(tuple(word for one in own for word in one.words)),)
            segments.append(Some((*own, *(Phrase(words, open=False) for words in others))))
        elif own:
            segments.append(_all(own))
        plain += own
        turn += size
    return Query(_all(tuple(segments)), tuple(plain), forms) if plain else Query(None, (), {})


def both(*parts: Asked | None) -> Asked | None:
    """Return what asks for all parts that there are."""
    there = tuple(part for part in parts if part is not None)
    return _all(there) if there else None


def marks(*alternatives: str) -> Asked | None:
    """Return what asks for one of several marks; nothing for none."""
    parts = tuple(Phrase((mark,), open=False) for mark in alternatives)
    return (parts[0] if len(parts) == 1 else Some(parts)) if parts else None


def written(asked: Asked, phrase: Callable[[Phrase], str], every: str, some: str) -> str:
    """Return what is asked in the language of a store, which writes a phrase and joins by two words.

    >>> written(Every((Phrase(("a",)), Some((Phrase(("b",)), Phrase(("c",)))))), lambda one: one.words[0], "&", "|")
    '(a & (b | c))'
    """
    if isinstance(asked, Phrase):
        return phrase(asked)
    joint = f" {every if isinstance(asked, Every) else some} "
    return f"({joint.join(written(part, phrase, every, some) for part in asked.parts)})"


def _plain(text: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(tuple(words), open=not is_pair(words[-1])) for words in phrases(text))


def _all(parts: tuple[Asked, ...]) -> Asked:
    return parts[0] if len(parts) == 1 else Every(parts)


def _runs(pieces: list[str], turn: int) -> dict[int, str]:
    """Return the words from here on that may be a name, by how many they are, the most first."""
    longest = min(LONGEST_NAME, len(pieces) - turn)
    texts = {size: " ".join(pieces[turn : turn + size]) for size in range(longest, 0, -1)}
    return {size: text for size, text in texts.items() if size > 1 or not text.isascii()}


def _longest_name(runs: dict[int, str], known: Container[str]) -> tuple[int, dict[tuple[str, ...], str]]:
    """Return how many words are one name with other forms, the longest first, and those forms."""
    for size, text in runs.items():
        own = {word for words in phrases(text) for word in words}
        found = ((tuple(word for words in phrases(name) for word in words), name) for name in other_forms(text, known))
        others = {words: name for words, name in found if not own.issuperset(words)}
        if others:
            return size, dict(list(others.items())[:MOST_FORMS])
    return 1, {}
