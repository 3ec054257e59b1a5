"""Names in a script without spaces: posts, surnames and signs of transliteration tell where one starts and ends.

What the pack's names.toml gives: `surnames` of the own people and `foreign_surnames`, `transliteration`
(the signs by which foreign names are written), `name_ends` (words that follow a name), `name_inner`
(signs with which no given name ends), `name_middle` (signs between surname and given name),
`name_stops` (words that look like a name), `name_before` (signs after which a name may start),
`list_ends` (words that follow the last name of a list), `speech_verbs` (words before which a name may
open a sentence).
"""

import re
from collections.abc import Iterable, Iterator

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Found, Tape
from giaoluu.mentions.names_han_lists import listed, listed_after, marked
from giaoluu.mentions.names_script import DOTS, Script, script_of
from giaoluu.model.letters import SIGNS

ANCHORS = re.compile(f"[{SIGN['post']}{SIGN['honorific']}]")
"""What stands beside a name."""
DOT, ALL_HAN, NO_HAN = re.compile(f"[{DOTS}]"), re.compile(f"[{SIGNS}]+"), re.compile(f"[^{SIGNS}]")
WORD = r"[A-Z][a-zA-Z\u00e0-\u1ef9.'\u2019-]*"
LATIN = re.compile(rf"{WORD}(?: (?:{WORD}|(?:al|bin|da|de|del|der|di|du|el|la|van|von)(?= [A-Z]))){{1,4}}")
"""A name in Latin letters: two capitals or more, with particles."""

QUOTES = frozenset("“‘《〈")
"""Marks before a title."""

LONGEST = 18
"""No name written out is longer."""

UNLISTED = (3, 4, 5, 2)
"""Signs of a name whose surname is in no list, the likeliest first."""

WHOLE = 3
"""Signs of a name with a surname of one sign and a given name of two: the clearest form."""

GLOSSED = re.compile(rf"[{SIGNS}]{{1,8}}(?:[{DOTS}][{SIGNS}]{{1,8}})*(?= ?[（(][A-Z][\w.'’-]*[a-z][\w.'’ -]*[）)])")
"""A name that the same name in Latin letters follows in brackets."""


def is_native(name: str, language: Pack, *, bare: bool = False) -> bool:
    """Say whether a name has the form of the own people's names: a surname and one or two signs.

    Names that may be transliterated as well are native where the person stands `bare`, without a post abroad,
    and so are dotted ones.

    >>> from giaoluu.langs.pack import pack
    >>> is_native("王小明", pack("zh")), is_native("马克龙", pack("zh")), is_native("马克龙", pack("zh"), bare=True)
    (True, False, True)
    """
    script, folded = script_of(language.code), language.fold(name)
    if bare and DOT.search(folded):
        return True
    if len(folded) == 4:
        return folded[:2] in script.surnames
    return folded[:1] in script.surnames and len(folded) <= 3 and (bare or not script.run.fullmatch(folded))


def is_alien(name: str, *, home: str | None, pack: Pack) -> bool:
    """Say whether a name is written with dots, as nobody's of the home country is (`undotted` of names.toml).

    >>> from giaoluu.langs.pack import pack
    >>> [is_alien(name, home="VN", pack=pack("zh")) for name in ("艾诺·萨洛", "阮氏平")]
    [True, False]
    """
    return home in pack.list_of("names", "undotted") and DOT.search(name) is not None


def han_names(tape: Tape, language: Pack, known: dict[str, str]) -> Iterator[Found]:
    """Yield what may be names: those of the article, those beside a post or an honorific, dotted ones, lists."""
    script = script_of(language.code)
    yield from listed(tape, script)
    yield from _known(tape, script, known)
    text = tape.folded
    before = language.list_of("names", "honorifics_before") + language.list_of("names", "styles")
    for mark in ANCHORS.finditer(text):
        at = mark.end() + (1 if text[mark.end() : mark.end() + 1] == " " else 0)
        anchored = tape.payload[mark.start()]
        if anchored.type == "post":
            opens = bool(anchored.value.country or anchored.value.body) or _opens(text, mark.start(), script)
        else:
            opens = anchored.value.word in before
        if glossed := GLOSSED.match(tape.text, at) or LATIN.match(tape.text, at):
            yield marked(tape, at, glossed[0], "glossed", weight=2)
        elif opens and (name := name_at(text, at, script) or _unlisted(text, at, anchored, language)):
            yield marked(tape, at, name, "after-post", weight=1)
            yield from listed_after(tape, at + len(name), script)
        elif anchored.type == "post" and (name := _after_words(text, mark.start(), at, script)):
            yield marked(tape, at, name, "after-words")
            yield from listed_after(tape, at + len(name), script)
    yield from _before_posts(tape, language, script)
    for match in script.run.finditer(text):
        if DOT.search(match[0]) and not _is_title(text, match.start(), script):
            name = _cut(match[0], text, match.start(), script)
            if DOT.search(name):
                yield marked(tape, match.start(), name, "dotted")
    if (name := name_at(text, 0, script)) and script.verbs.match(text, len(name)):
        yield marked(tape, 0, name, "speaks")


def _is_title(text: str, start: int, script: Script) -> bool:
    """Say whether words with a dot are those of a title or of a list, and nobody's name: in marks, or plain words."""
    return text[start - 1 : start] in QUOTES or script.stops.match(text, start) is not None


def _before_posts(tape: Tape, language: Pack, script: Script) -> Iterator[Found]:
    """Yield names that stand right before a post or an honorific."""
    text = tape.folded
    for mark in ANCHORS.finditer(text):
        item = tape.payload[mark.start()]
        if item.type == "post" and (
            item.value.body or item.value.country_at not in {None, tape.span(mark.start(), mark.end())}
        ):
            continue
        foreign = item.type == "honorific" or item.value.kind in language.list_of("names", "post_after")
        if span := _name_before(text, mark.start(), script, foreign=foreign):
            yield marked(tape, span[0], text[slice(*span)], "before-post", weight=1)


def _after_words(text: str, start: int, at: int, script: Script) -> str | None:
    """Return the whole name of the own people's form behind a post that goes on from words of no rule, or None.

    So it is behind the office of a body that nothing else tells; the post of a name right before it is that one's.
    """
    if script.ends.match(text, at) or script.stops.match(text, at) or _name_before(text, start, script, foreign=True):
        return None
    name = _native_at(text, at, script)
    if name is None or len(name) == WHOLE:
        return name
    word = script.ends.match(text, at + len(name))
    return name if len(name) < WHOLE and word is not None and word.end() - word.start() > 1 else None


def _unlisted(text: str, at: int, anchored: Found, language: Pack) -> str | None:
    """Return what stands between a post and a word that follows names, or None.

    So it is for posts of a country with more surnames than a pack can list (`unlisted_surnames` of names.toml).
    """
    if anchored.type != "post" or anchored.value.country not in language.list_of("names", "unlisted_surnames"):
        return None
    script = script_of(language.code)
    if script.stops.match(text, at) or script.ends.match(text, at):
        return None
    sizes = (size for size in UNLISTED if ALL_HAN.fullmatch(text, at, at + size) and script.ends.match(text, at + size))
    size = next((size for size in sizes if size <= len(text) - at), None)
    return text[at : at + size] if size else None


def _opens(text: str, start: int, script: Script) -> bool:
    """Say whether a post starts a phrase: one that goes on from other words follows a name, and none follows it."""
    return start == 0 or script.opens.match(text[start - 1]) is not None


def _known(tape: Tape, script: Script, known: Iterable[str]) -> Iterator[Found]:
    """Yield names of the article wherever they stand, but not inside a longer foreign name."""
    text = tape.text
    for name in known:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            foreign = bool(script.run.fullmatch(tape.folded, start, end))
            if not (foreign and _goes_on(tape.folded, start, end, script)):
                yield marked(tape, start, name, "known", weight=2)
            start = text.find(name, start + 1)


def _goes_on(text: str, start: int, end: int, script: Script) -> bool:
    """Say whether a foreign name is only a piece of a longer one."""
    after = text[end : end + 1]
    if after and (script.run.match(after) or after in DOTS) and not script.ends.match(text, end):
        return True
    return text[start - 1 : start] in DOTS and start > 0


def name_at(text: str, start: int, script: Script) -> str | None:
    """Return the name that starts at a position after a post, or None.

    >>> zh = script_of("zh")
    >>> name_at("王小明在京会见", 0, zh), name_at("托马斯表示", 0, zh), name_at("特别代表", 0, zh)
    ('王小明', '托马斯', None)
    """
    if script.stops.match(text, start):
        return None
    run = script.run.match(text, start)
    foreign = _cut(run[0], text, start, script) if run else ""
    native = _native_at(text, start, script) or ""
    clear = (
        len(foreign) >= 2
        and (end := script.ends.match(text, start + len(foreign))) is not None
        and end.start() < len(text)
        and not (len(native) > len(foreign) and NO_HAN.match(text, start + len(native)))
    )
    best = foreign if clear and len(foreign) < len(native) else max(foreign, native, key=len)
    return best if len(best) >= 2 else None


def _native_at(text: str, start: int, script: Script) -> str | None:
    """Return a surname with its given name and a clear end; two signs are likelier than one, three are rare."""
    for size in (2, 1):
        surname = text[start : start + size]
        foreign = surname in script.foreign
        if not foreign and surname not in script.surnames:
            continue
        if size == 2 and (word := script.ends.match(text, start + size)) and word.end() - word.start() > 1:
            continue
        for given in (2, 1, 3):
            stop = start + size + given
            name = text[start:stop]
            if given == 3 and not ((foreign and size == 2) or name[1:2] in script.middle):
                continue
            shorter = script.ends.match(text, stop - 1)
            if given > 1 and shorter and shorter.end() - shorter.start() > 1:
                continue
            if (
                len(name) == size + given
                and ALL_HAN.fullmatch(name)
                and name[-1] not in script.inner
                and script.ends.match(text, stop)
            ):
                return name
    return None


def _cut(run: str, text: str, start: int, script: Script) -> str:
    """Return a run of transliteration signs up to a word that follows names."""
    run = run[:LONGEST]
    for size in range(2, len(run)):
        if (
            run[size] not in DOTS + " －-"
            and run[size - 2] not in DOTS
            and (end := script.ends.match(text, start + size))
            and end.end() > end.start()
        ):
            return run[:size]
    return run.rstrip(DOTS + "－- ")


def _name_before(text: str, end: int, script: Script, *, foreign: bool) -> tuple[int, int] | None:
    """Return (start, end) of a name that stands right before a post or an honorific, or None."""
    start = end
    while (
        start > 0
        and end - start < LONGEST
        and (script.run.fullmatch(text[start - 1]) or (start < end and text[start - 1] in DOTS))
    ):
        start -= 1
    if start < end and start and script.word.fullmatch(text, start - 1, start + 1):
        start += 1
    if (
        foreign
        and 2 <= end - start <= LONGEST
        and not script.stops.search(text, start, end)
        and text[start] not in DOTS
    ):
        return start, end
    for size in (4, 3, 2):
        name = text[end - size : end] if end >= size else ""
        if not ALL_HAN.fullmatch(name) or script.stops.match(name) or name[-1] in script.inner:
            continue
        if name in script.surnames:
            continue
        surname = 2 if size > 2 and (name[:2] in script.surnames or name[:2] in script.foreign) else 1
        if script.ends.fullmatch(text, end - size + 1, end):
            continue
        known = name[:surname] in script.surnames or name[:surname] in script.foreign
        if known and size - surname in {1, 2} and (end == size or script.opens.match(text[end - size - 1])):
            return end - size, end
    return None
