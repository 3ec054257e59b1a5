"""Sentences of the zones that are read."""

import re
from collections.abc import Iterator
from functools import cache

from giaoluu.langs.pack import Pack
from giaoluu.model.article import Article, Zone, ZoneKind
from giaoluu.model.mentions import Sentence

WIDE_END = "。！？；"
LONGEST = 2000
"""Code points of the longest sentence: tables and texts without marks are read in pieces."""

REACH = 40
"""Code points around a dot that tell whether it ends a sentence."""

WORD = re.compile(r"[\w.]+")

INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,2}")
"""Initials of given names: the surname follows."""

CLOSERS = "\"'”’»)）】」』”"


def sentences_of(article: Article, pack: Pack) -> Iterator[Sentence]:
    """Yield the sentences of an article's read zones in their order; a zone printed twice is read once."""
    paragraph = 0
    for zone in article.read_zones:
        words = _caption_words(article, zone) if zone.kind == ZoneKind.CAPTION else (zone.start, zone.end)
        if words is None:
            continue
        for line in re.finditer(r"[^\n]+", article.text[words[0] : words[1]]):
            for start, end in _bounded(line[0], pack):
                yield Sentence(words[0] + line.start() + start, words[0] + line.start() + end, paragraph, zone.kind)
            paragraph += 1


def _bounded(line: str, pack: Pack) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line, none longer than LONGEST: text without a full stop is cut at a space."""
    for start, end in split(line, pack):
        while end - start > LONGEST:
            cut = line.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > 0 else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def _caption_words(article: Article, zone: Zone) -> tuple[int, int] | None:
    """Return where the words about a picture stand, without its credit; None for a picture without any."""
    inside = [caption for caption in article.captions if zone.start <= caption.span.start < zone.end]
    if not inside:
        return None
    words = inside[0].words
    return None if words is None else (words.start, words.end)


def split(text: str, pack: Pack) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the sentences of one line; abbreviations of the pack do not end one.

    >>> from giaoluu.langs.pack import pack
    >>> list(split("Tại TP. HCM có lễ. Ông đến.", pack("vi")))
    [(0, 18), (19, 27)]
    """
    start = 0
    for match in _ends().finditer(text):
        end = match.end("mark")
        if match["dot"] and _is_abbreviation(text, match.start("mark"), pack):
            continue
        piece = text[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end
    rest = text[start:]
    if rest.strip():
        yield start + len(rest) - len(rest.lstrip()), start + len(rest.rstrip())


@cache
def _ends() -> re.Pattern[str]:
    closers = re.escape(CLOSERS)
    at_space = rf"(?=[{closers}]*(?:\s|$))"
    return re.compile(rf"(?P<mark>(?:(?P<dot>\.){at_space}|[!?…]{at_space}|[{WIDE_END}])[{closers}]*)")


def _is_abbreviation(text: str, dot: int, pack: Pack) -> bool:
    """Say whether the dot belongs to an abbreviation or an initial, or the next word goes on in small letters."""
    backwards = WORD.match(text[max(0, dot - REACH) : dot][::-1])
    if backwards is None:
        return False
    word = backwards[0][::-1]
    bare = word.lower()
    if bare in pack.abbreviations or (len(bare) == 1 and word.isupper() and text[dot - 2 : dot - 1] in {" ", ".", ""}):
        return True
    following = text[dot + 1 : dot + 1 + REACH].lstrip()
    if INITIALS.fullmatch(word) and following[:1].isupper():
        return following.partition(" ")[0] not in pack.name_stops
    return bool(following) and following[0].islower()
