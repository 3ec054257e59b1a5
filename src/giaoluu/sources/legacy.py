"""Encodings of Vietnamese from before Unicode: known by their syllables, decoded by tables.

`legacy.toml` lists them; the tables beside it name their sources.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

ENOUGH_WORDS = 6
ENOUGH_SYLLABLES = 0.8
"""Share of the words with marks that must be well-formed syllables; other languages stay far below."""

SAMPLE_BYTES = 1 << 22
SAMPLE_WORDS = 400
FROM_A_MARK = re.compile(r"[\x80-\xff][A-Za-z\x80-\xff]{0,24}")
ASCII_LETTER = re.compile(r"[A-Za-z]")
UP_TO_A_MARK = re.compile(r"[A-Za-z]*$")
BEFORE_A_MARK = 12
"""Bounds of a word: a long run of letters without any mark costs no more than a short one."""

WIDE_LETTER = re.compile(r"[^\W\d_\x00-\xff]")
"""A letter that bytes copied one by one into Unicode never make."""

BREAKS = re.compile(r"[\x00-\x40\x5b-\x60\x7b-\x7f\xa0\xab\xbb\u2010-\u2027]+")


@dataclass(frozen=True, slots=True)
class LegacyEncoding:
    """One encoding: its name, and how its bytes are decoded."""

    name: str
    decode: Callable[[bytes], str]


def legacy_encoding_of(content: bytes) -> LegacyEncoding | None:
    """Return the legacy encoding in which most marked words are well-formed syllables, or None.

    >>> legacy_encoding_of("Den 6 mars tog vänerna emot på rådhuset, där även båda körerna sjöng".encode("cp1252"))
    """
    return _best(_marked_words(content[:SAMPLE_BYTES].decode("latin-1")))


def legacy_encoding_inside(text: str) -> LegacyEncoding | None:
    """Return the legacy encoding whose bytes stand one by one as characters of a text, or None."""
    head = text[:SAMPLE_BYTES]
    if head.isascii() or WIDE_LETTER.search(head):
        return None
    words = _marked_words(head)
    if _share_of_syllables(" ".join(sorted(words))) >= ENOUGH_SYLLABLES:
        return None
    return _best(words)


def decode_inside(text: str, encoding: LegacyEncoding) -> str:
    """Return the text with its characters below U+0100 decoded as bytes of the encoding."""
    pieces = re.split(r"([^\x00-\xff]+)", text)
    return "".join(
        piece if index % 2 else encoding.decode(piece.encode("latin-1")) for index, piece in enumerate(pieces)
    )


def _marked_words(text: str) -> set[str]:
    """Return different words that have a character from U+0080 to U+00FF.

    Words have a letter of ASCII too: a sign or a no-break space on its own could be read as any letter.
    """
    words = set()
    for match in islice(FROM_A_MARK.finditer(text), SAMPLE_WORDS):
        before = UP_TO_A_MARK.search(text[max(0, match.start() - BEFORE_A_MARK) : match.start()])
        words.add((before.group() if before else "") + match.group())
    return {word for word in words if ASCII_LETTER.search(word)}


def _best(words: set[str]) -> LegacyEncoding | None:
    """Return the encoding that makes the most syllables of different words, where it makes enough."""
    if len(words) < ENOUGH_WORDS:
        return None
    content = " ".join(sorted(words)).encode("latin-1")
    scored = [(_share_of_syllables(known.decode(content)), known) for known in _encodings()]
    share, best = max(scored, key=lambda pair: pair[0])
    return best if share >= ENOUGH_SYLLABLES else None


def _share_of_syllables(text: str) -> float:
    """Return the share of the words with marks that are well-formed syllables."""
    pattern, tones = _syllable()
    words = [word for word in BREAKS.split(unicodedata.normalize("NFC", text).lower()) if word and not word.isascii()]
    if len(words) < ENOUGH_WORDS:
        return 0.0
    return sum(_is_syllable(word, pattern, tones) for word in words) / len(words)


def _is_syllable(word: str, pattern: re.Pattern[str], tones: str) -> bool:
    """Say whether a word is one syllable with at most one tone mark."""
    marks = [char for char in unicodedata.normalize("NFD", word) if char in tones]
    if len(marks) > 1:
        return False
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if char not in tones)
    return pattern.fullmatch(unicodedata.normalize("NFC", bare)) is not None


@cache
def _syllable() -> tuple[re.Pattern[str], str]:
    """Return the pattern of a syllable without its tone, and the tone marks."""
    rules = tomllib.loads(_file("legacy.toml"))["syllable"]
    return re.compile(f"(?:{rules['onset']})?{rules['nucleus']}(?:{rules['coda']})?"), rules["tones"]


@cache
def _encodings() -> tuple[LegacyEncoding, ...]:
    """Return the legacy encodings in the order of their file."""
    listed = tomllib.loads(_file("legacy.toml"))["encoding"]
    return tuple(LegacyEncoding(row["name"], _decoder(row)) for row in listed)


def _decoder(row: dict[str, str]) -> Callable[[bytes], str]:
    """Return the function that decodes bytes by a codec or a table."""
    if "codec" in row:
        return lambda content: content.decode(row["codec"], errors="replace")
    lines = (line.split("\t") for line in _file(row["table"]).splitlines() if not line.startswith("#"))
    table = {bytes.fromhex(code).decode("latin-1"): text for code, text in lines}
    if all(len(code) == 1 for code in table):
        letters = str.maketrans(table)
        return lambda content: content.decode("latin-1").translate(letters)
    pattern = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    return lambda content: pattern.sub(lambda match: table[match.group()], content.decode("latin-1"))


def _file(name: str) -> str:
    """Return the text of a file of this package."""
    return files("giaoluu.sources").joinpath(name).read_text(encoding="utf-8")
