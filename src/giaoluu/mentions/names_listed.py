"""Names that only the words around them tell to be people's: one in a row of people, or behind a verb of saying."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import BIT, SIGN
from giaoluu.langs.tape import Found, Tape
from giaoluu.mentions.name_words import can_be_name
from giaoluu.mentions.names_latin import gender_of
from giaoluu.mentions.values import PersonValue, PostValue

ASIDE = r"(?: \([^()]{1,30}\))?"
"""Words in brackets behind a name of a row: party, country, post."""

SHORT_NAME = range(2, 4)
"""How many words a name has whose surname tells that it is one."""

COMPOUND = re.compile(r"-[a-z]|\d")
"""What the first word of no name holds: a small letter behind a dash, a figure."""

LAST = re.compile(r"(?<![\w-])((?:[^\W\d_A-Z]|(?<![^.!?:]\s)(?<![\w,;]\s)[^\W\d_])[\w-]*) $")
"""The word right before a name, in small letters or at the start of a sentence."""
OCCUPATION, LONGEST = 5, 40
"""Letters of the shortest and the longest word for what somebody does."""

WORDS = range(2, 5)
"""How many words a name has that nothing but its neighbours tells to be a person's."""


def listed_names(tape: Tape, pack: Pack) -> Iterator[Found]:
    """Yield marked names as people that stand in a row between two people, or close a row of them behind "and".

    >>> from giaoluu.langs.pack import pack
    >>> lind = Found(0, 9, "person", PersonValue("Anna Lind", (0, 9)))
    >>> karo = Found(14, 25, "name", ("Detlef Karo", False, False))
    >>> tape = Tape.of("Anna Lind och Detlef Karo kom").fold([lind, karo])
    >>> [found.value.name for found in listed_names(tape, pack("sv"))]
    ['Detlef Karo']
    """
    if not (joins := pack.list_of("names", "row_joins")) or not pack.has_spaces or not tape.types & BIT["name"]:
        return
    for row in _rows(joins).finditer(tape.text):
        for position in range(row.start(), row.end()):
            item = tape.payload.get(position)
            if item is not None and item.type == "name" and _is_full(item, pack, alone="," not in row[0]):
                yield _person(tape, position, pack)
    for position, item in tape.signs():
        if item.type != "name" or not _is_full(item, pack, alone=True) or is_owner(tape, position, item.value[0], pack):
            continue
        if (post := occupation(tape, position, pack)) is not None:
            yield _person(tape, position, pack, (post,))
        elif _is_said(tape, position, pack) or _comes_from(tape, position, pack):
            yield _person(tape, position, pack)


@cache
def _rows(joins: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a row: people and names with commas between, ending in a person or behind "and"."""
    one, person = f"[{SIGN['person']}{SIGN['name']}]", SIGN["person"]
    last = "|".join(re.escape(f" {word} ") for word in joins)
    link = rf"{ASIDE}(?:, |,?(?:{last}))"
    inner = rf"(?:{link}{one})*"
    return re.compile(
        rf"{person}{inner}(?:{link}{person}|{ASIDE},?(?:{last}){one})|{one}{inner}{link}{person}{link}{person}"
        rf"|(?<={SIGN['post']}, ){one}(?:{ASIDE}, {one})*{ASIDE}(?:{last}){one}"
    )


def is_own_name(words: Sequence[str], pack: Pack) -> bool:
    """Say whether words in capitals open or end as people's names do: nothing else has to tell that they are one.

    A given name may be made of two by a dash; a surname may have an ending of `[surname_endings]`.

    >>> from giaoluu.langs.pack import pack
    >>> [is_own_name(name.split(" "), pack("sv")) for name in ("Anna-Greta Karo", "Li Modigsson", "Karo Modig")]
    [True, True, False]
    """
    return opens_name(words[0], pack) or bool(ending_countries(words, pack))


def opens_name(word: str, pack: Pack) -> bool:
    """Say whether a word is one with which names begin, or two given names with a dash between."""
    return word in pack.surnames or ("-" in word and all(part in pack.own_names for part in word.split("-")))


def ending_countries(words: Sequence[str], pack: Pack) -> tuple[str, ...]:
    """Return the countries whose surnames have the ending of a name's last word (`[surname_endings]` of names.toml).

    >>> from giaoluu.langs.pack import pack
    >>> ending_countries(["Ylva-Li", "Modigsson"], pack("sv")), ending_countries(["Ada", "Lovelace"], pack("sv"))
    (('SE',), ())
    """
    endings: Mapping[str, list[str]] = pack.words.get("names", {}).get("surname_endings", {})
    if not endings or len(words) not in SHORT_NAME:
        return ()
    return tuple(code for code, listed in endings.items() if words[-1].endswith(tuple(listed)))


def is_at_home(name: str, pack: Pack) -> bool:
    """Say whether a name is one of the language's own people: by its first word, or by the ending of its last.

    >>> from giaoluu.langs.pack import pack
    >>> [is_at_home(name, pack("sv")) for name in ("Anna Karo", "Detlef Modigsson", "Anna Kaurinen", "Detlef Karo")]
    [True, True, False, False]
    """
    words = name.split(" ")
    if pack.name_countries(name) and words[0] not in pack.own_names:
        return False
    if codes := ending_countries(words, pack):
        return pack.settings.get("home") in codes
    return opens_name(words[0], pack) and bool({words[0], words[0].partition("-")[0]} & pack.own_names)


def _is_full(item: Found, pack: Pack, *, alone: bool) -> bool:
    """Say whether a marked name is a full one, no abbreviation and no compound word.

    `alone`, without a row of commas around it, it has two words: a third one may be what follows ("B C Saab").
    """
    name: str = item.value[0]
    words = name.split(" ")
    if len(words) not in WORDS or (alone and len(words) > 2) or not can_be_name(name, pack):
        return False
    return not COMPOUND.search(words[0]) and not any(word.isupper() for word in words)


def _is_said(tape: Tape, position: int, pack: Pack) -> bool:
    """Say whether a verb of saying stands right before a name (`speech_verbs`: "…, says Anna Berg")."""
    verbs = pack.list_of("names", "speech_verbs")
    before = tape.folded[max(0, position - 24) : position]
    return bool(verbs) and before.endswith(" ") and f" {before.rstrip()}".endswith(tuple(f" {verb}" for verb in verbs))


def is_owner(tape: Tape, position: int, name: str, pack: Pack) -> bool:
    """Say whether a name only tells whose or after whom something is called ("Sven Harrys museum").

    >>> from giaoluu.langs.pack import pack
    >>> tape = Tape.of("Sven Harrys museum").fold([Found(0, 11, "name", ("Sven Harrys", True, False))])
    >>> is_owner(tape, 0, "Sven Harrys", pack("sv"))
    True
    """
    genitive = name.endswith(pack.list_of("names", "genitives") or ("\0",))
    following = tape.text[position + 1 : position + 3]
    return genitive and following[:1] == " " and following[1:].islower()


def _comes_from(tape: Tape, position: int, pack: Pack) -> bool:
    """Say whether words of `behind` of `[sides]` and a country follow a name ("Anna Berg from Norway")."""
    for words in pack.words.get("names", {}).get("sides", {}).get("behind", ()):
        item = tape.payload.get(position + len(words) + 3)
        if tape.folded.startswith(f" {words} ", position + 1) and item is not None and item.type == "country":
            return True
    return False


def occupation(tape: Tape, position: int, pack: Pack) -> tuple[PostValue, int, int] | None:
    """Return the word for what somebody does right before the name, by its ending (`occupation_endings`), or None."""
    endings = pack.list_of("names", "occupation_endings")
    word = LAST.search(tape.text, max(0, position - LONGEST), position) if endings else None
    if word is None or len(word[1]) < OCCUPATION or not word[1].lower().endswith(endings):
        return None
    return PostValue("post", words=word[1], abroad="by-name"), *tape.span(word.start(1), word.end(1))


def _person(tape: Tape, position: int, pack: Pack, posts: tuple[tuple[PostValue, int, int], ...] = ()) -> Found:
    item = tape.payload[position]
    name = item.value[0]
    start = position - len(posts[0][0].words) - 1 if posts else position
    value = PersonValue(name, tape.span(position, position + 1), posts, gender=gender_of(name, pack))
    return Found(start, position + 1, "person", value, item.rule)
