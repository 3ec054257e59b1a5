"""Names in scripts with spaces: where they end, the country behind them, and which two forms are one person's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from giaoluu.langs.pack import Pack
from giaoluu.langs.tape import Found, Tape
from giaoluu.mentions.bodies import code_of
from giaoluu.mentions.values import PersonValue, PostValue

Posts = list[tuple[PostValue, int, int]]

BEFORE_COLON = re.compile(r" ?(?:[(][^)]*[)] ?)?:")
"""What may stand between a name and the words of who bears it."""


def without_possessive(word: str, pack: Pack) -> str:
    """Return a word without the ending by which the pack marks who owns what follows.

    >>> from giaoluu.langs.pack import pack
    >>> without_possessive("Harlow’s", pack("en")), without_possessive("Harlow’s", pack("vi"))
    ('Harlow', 'Harlow’s')
    """
    for ending in pack.list_of("names", "possessives"):
        if word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending)
    return word


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    text: str
    start: int
    end: int


def words_of_names(text: str, pack: Pack) -> Iterator[Word]:
    """Yield the words of a text that a name may be made of: those with a capital, and the pack's small ones.

    >>> from giaoluu.langs.pack import pack
    >>> [word.text for word in words_of_names("then Ludwig van Beethoven went home", pack("en"))]
    ['Ludwig', 'van', 'Beethoven']
    """
    small = (*pack.list_of("names", "particles"), *pack.list_of("names", "name_syllables"))
    for match in _words(small, pack.list_of("names", "elisions")).finditer(text):
        start, end = match.span(1)
        yield Word(text[start:end], start, end)


SMALL = "".join(chr(code) for codes in (range(0x600), range(0x1E00, 0x1F00)) for code in codes if chr(code).islower())


@cache
def _words(small: tuple[str, ...], elisions: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of such words. Letters without a case are among them: that is for the caller to see.

    Behind a word cut short (`elisions`: "d'Eva") the next one begins.
    """
    cut = "|".join(re.escape(form) for word in elisions for form in (word, word.capitalize())) or "(?!)"
    listed = "|".join(map(re.escape, sorted(small, key=len, reverse=True))) or "(?!)"
    return re.compile(
        rf"(?<![\w'’.·-])(?:{cut})?[\d_'’.·-]*(?=[^\W\d_{SMALL}]|(?:{listed})(?!\w))"
        r"(?P<word>[^\W\d_](?:[\w'’.·-]*[\w])?(?:\.(?= [^\W\d_]))?)"
    )


def is_syllable(text: str, before: Word | None, word: Word, pack: Pack) -> bool:
    """Say whether a word in small letters is a name's last syllable, set off by a dash ("Park Min - ho")."""
    if before is None or word.text not in pack.list_of("names", "name_syllables"):
        return False
    return text[before.end : word.start].strip() in {"-", "\u2013"} and before.text[0].isupper()


def suffix_end(text: str, position: int, pack: Pack) -> int:
    """Return where a suffix of a name ("Jr.") that stands at a position ends; the position itself without one.

    >>> from giaoluu.langs.pack import pack
    >>> suffix_end("Paul R. Harlow, Jr. met", 14, pack("en"))
    19
    """
    words = pack.list_of("names", "name_suffixes")
    match = _suffixes(words).match(text, position) if words else None
    return match.end() if match else position


@cache
def _suffixes(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf",? (?:{either})(?!\w)")


def without_suffix(name: str, pack: Pack) -> str:
    """Return a name without its suffix.

    >>> from giaoluu.langs.pack import pack
    >>> without_suffix("Paul R. Harlow, Jr.", pack("en"))
    'Paul R. Harlow'
    """
    for suffix in pack.list_of("names", "name_suffixes"):
        if name.endswith(" " + suffix):
            return name.removesuffix(" " + suffix).rstrip(",")
    return name


def same_name(left: str, right: str, pack: Pack) -> bool:
    """Say whether two full names are forms of one: a short given name for a long one, middle names or none.

    >>> from giaoluu.langs.pack import pack
    >>> same_name("Joe Harlow", "Joseph R. Harlow, Jr.", pack("en")), same_name("Jill Harlow", "Joe Harlow", pack("en"))
    (True, False)
    """
    nicknames: Mapping[str, str] = pack.words.get("names", {}).get("nicknames", {})
    if not nicknames:
        return False
    first, second = (without_suffix(name, pack).split(" ") for name in (left, right))
    if len(first) == 1:
        return first[0] in second[1:-1]  # the first of two surnames
    if len(second) < 2 or pack.name_countries(left):
        return False
    if right.startswith(left + " "):
        return True
    if first[-1] != second[-1]:
        return False
    return nicknames.get(first[0], first[0]) == nicknames.get(second[0], second[0])


def is_addressed(tape: Tape, position: int, honorific: Found | None, posts: Posts) -> bool:
    """Say whether an honorific makes words a person's name, no abbreviation; or they head a turn ("MR. LUND:")."""
    heads = honorific is not None or any(post.words.isupper() for post, _, _ in posts)
    if heads and BEFORE_COLON.match(tape.text, position + 1):
        return True
    name = tape.payload[position].value[0]
    return honorific is not None and not (name.isupper() and len(name) > 3)


def in_capitals(known: Mapping[str, str], tapes: Iterable[Tape]) -> dict[str, str]:
    """Return name in capitals → full name, for the names that stand in capitals before a colon (in a transcript).

    >>> tape = Tape.of("LUND: (Laughs.) Welcome.").fold([Found(0, 4, "name", ("LUND", False, True))])
    >>> in_capitals({"Lund": "Eva Lund", "Berg": "Bo Berg"}, [tape])
    {'LUND': 'Eva Lund'}
    """
    heads = (
        item.value.name if isinstance(item.value, PersonValue) else item.value[0]
        for tape in tapes
        if ":" in tape.text
        for position, item in tape.signs()
        if item.type in {"name", "person"} and BEFORE_COLON.match(tape.text, position + 1)
    )
    printed = {name for name in heads if name.isupper()}
    full = {form.upper(): name for form, name in known.items() if not form.isupper()} if printed else {}
    return {name: full[name] for name in printed if name in full}


def owner_of(name: str, longer: Iterable[str], kinds: Mapping[str, set[str]]) -> str | None:
    """Return the one longer name that a name stands for, or None.

    It is the only one, or the only one with a post of the same kind; of a single word, also the only one named before
    it: `kinds` are in the order in which an article names people.
    """
    names = list(longer)
    alike = [other for other in names if kinds.get(other, set()) & kinds.get(name, set())]
    if len(names) > 1 and (alike or " " in name):
        names = alike
    if len(names) > 1 and " " not in name:
        earlier = set(takewhile(lambda one: one != name, kinds))
        names = [other for other in names if other in earlier]
    return names[0] if len(names) == 1 else None


def post_kinds(values: Iterable[PersonValue]) -> dict[str, set[str]]:
    """Return name → kinds of the posts that stand beside it."""
    kinds: dict[str, set[str]] = {}
    for value in values:
        kinds.setdefault(value.name, set()).update(post.kind for post, _, _ in value.posts)
    return kinds


def of_country(tape: Tape, position: int, posts: Posts, pack: Pack) -> tuple[Posts, int]:
    """Give the country that follows a name ("Prime Minister Brandt of Norway") to the posts before it that name none.

    Returns the posts and where on the tape the person ends.
    """
    for words in pack.list_of("names", "after_name"):
        at = position + len(words) + 2
        item: Found | None = tape.payload.get(at)
        if tape.folded[position:at] != f" {words} " or item is None or item.type not in {"country", "place", "body"}:
            continue
        code = code_of(item.value)
        if code is None or not posts or tape.text[at + 1 : at + 2] == "-":
            return posts, position
        given = [
            (
                replace(post, country=code, country_at=tape.span(at, at + 1), behind=True)
                if post.country is None or post.assumed
                else post,
                start,
                end,
            )
            for post, start, end in posts
        ]
        return given, at + 1
    return posts, position


def stands_alone(tape: Tape, position: int, pack: Pack) -> bool:
    """Say whether a post is that of somebody meant by it alone ("the President and Prime Minister Brandt met").

    So it is behind a word of `alone_after` (an article), where it names neither country nor body.
    """
    item = tape.payload[position]
    words = pack.list_of("names", "alone_after")
    bare = item.type == "post" and item.value.country is None and item.value.body is None
    return bare and tape.folded[:position].rstrip().endswith(tuple(words)) if words else False


def is_called_after(tape: Tape, position: int, pack: Pack, *, key: str = "called_after") -> bool:
    """Say whether one of the pack's words stands right before a position.

    So a name is that of a street or a school, or a post (`others_post`) is somebody else's than who is named next.
    """
    words = pack.list_of("names", key)
    return bool(words) and f" {tape.folded[max(0, position - 24) : position].rstrip()}".endswith(words)


def of_another_country(value: object, posts: Posts) -> bool:
    """Say whether a post is of another country than those already found: then somebody else holds it."""
    if not isinstance(value, PostValue) or value.country is None:
        return False
    return any(post.country is not None and post.country != value.country for post, _, _ in posts)


def gender_of(name: str, pack: Pack, honorific: str | None = None) -> str | None:
    """Return the gender that an honorific or a middle word of a name (`gender_words`) tells, or None.

    Only names that begin with a listed surname have such words.

    >>> from giaoluu.langs.pack import pack
    >>> gender_of("Tran Thi Binh", pack("en")), gender_of("Vincent Van Gogh", pack("en"))
    ('f', None)
    """
    if honorific in {"m", "f"}:
        return honorific
    words: Mapping[str, list[str]] = pack.words.get("names", {}).get("gender_words", {})
    inner = name.split(" ")[1:-1]
    home = bool(pack.settings.get("home_by_name")) and name.split(" ")[0] in pack.surnames
    if not words or not inner or not (home or pack.name_countries(name)):
        return None
    return next((gender for gender, listed in words.items() if any(word in listed for word in inner)), None)


def short_forms(name: str, pack: Pack) -> Iterable[str]:
    """Yield the forms by which an article may name a person again.

    >>> from giaoluu.langs.pack import pack
    >>> list(short_forms("Nguyễn Thành Phong", pack("vi")))
    ['Nguyễn Thành Phong', 'Phong']
    """
    yield name
    if not pack.has_spaces and len(name) > 3 and name[:2] in pack.list_of("names", "foreign_surnames"):
        yield name[:2]
    words = re.split(r"[ ·]", without_suffix(name, pack))
    if len(words) > 1:
        native = words[0] in pack.surnames
        if pack.words.get("names", {}).get("order") == "surname-given" and native and pack.has_spaces:
            yield words[-1]
        else:
            yield from (word.capitalize() for word in words if word.isupper() and len(word) > 2)
            inner = words[1:-1] if pack.list_of("names", "after_name") else []
            yield from (
                word
                for word in (words[-1], words[0], *inner)
                if len(word) > 2 or (len(word) > 1 and (pack.name_countries(name) or not pack.has_spaces))
            )
