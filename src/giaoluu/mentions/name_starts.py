"""Where in a run of capitals somebody's name begins."""

from collections.abc import Sequence
from itertools import pairwise

from giaoluu.langs.pack import Pack


def name_start(words: Sequence[str], pack: Pack, *, at_start: bool = False) -> int:
    """Return which word of a run of capitals begins the name: abbreviations and plain words before a surname do not.

    `at_start`: the run opens its sentence, so that any first word has its capital.

    >>> from giaoluu.langs.pack import pack
    >>> name_start(["LHQ", "Antonio", "Guterres"], pack("vi")), name_start(["Huawei", "Lê", "Văn", "Bình"], pack("vi"))
    (1, 1)
    >>> name_start(["Interpreter", "Tran", "Thi", "Binh"], pack("en"))
    1
    """
    start = int(at_start and len(words) > 2 and not _opens_native(words, pack) and words[1] in pack.surnames)
    rest = words[start:]
    if not pack.words.get("names", {}).get("marked_words"):
        return start + _middle_start(rest, pack)
    while start < len(words) - 2 and len(words[start]) > 1 and words[start].isupper():
        start += 1
    rest = words[start:]
    marked = next((at for at, word in enumerate(rest) if at and word in pack.surnames and not word.isascii()), None)
    return (
        start + marked
        if marked and rest[0].isascii() and rest[0] not in pack.surnames and len(rest) - marked > 1
        else start
    )


def _opens_native(words: Sequence[str], pack: Pack) -> bool:
    """Say whether a surname stands first, also one of those who are named surname first ("Vo Van An")."""
    first = words[0]
    return first in pack.surnames or (
        bool(pack.name_countries(f"{first} {words[1]}")) and first not in pack.list_of("names", "name_stops")
    )


def has_middle_word(words: Sequence[str], pack: Pack) -> bool:
    """Say whether words are a surname of those named surname first, a middle word of their names and more.

    >>> from giaoluu.langs.pack import pack
    >>> [has_middle_word(name.split(), pack("en")) for name in ("Le Van Binh", "Tran Binh", "Le Petit Prince")]
    [True, False, False]
    """
    return len(words) > 2 and words[1] in _middle_words(pack) and bool(pack.name_countries(" ".join(words)))


def _middle_words(pack: Pack) -> frozenset[str]:
    """Return the middle words of names that tell the gender."""
    listed = pack.words.get("names", {}).get("gender_words", {})
    return frozenset(word for words in listed.values() for word in words)


def _middle_start(words: Sequence[str], pack: Pack) -> int:
    """Return where a surname with a middle word of such names behind it stands, whatever words are before it, or 0."""
    middle = _middle_words(pack)
    if middle.isdisjoint(words[2:-1]) or pack.name_countries(" ".join(words)):
        return 0
    pairs = enumerate(pairwise(words))
    return next((at for at, (one, inner) in pairs if inner in middle and pack.name_countries(f"{one} {inner}")), 0)
