"""Text folded for finding: case, marks, width and traditional signs do not matter."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from operator import add

from giaoluu.model.letters import RARE_SIGNS, SIGNS, WHOLE, Letters, parted

_TOKEN = re.compile(rf"(?P<han>[{SIGNS}{RARE_SIGNS}]+)|[^\W_{SIGNS}]+")

_SIGN = re.compile(f"[{SIGNS}{RARE_SIGNS}]")

SHORT = 24
"""The longest text without spaces whose words are remembered."""


def fold(text: str) -> str:
    """Return the text as it is searched: lower case, without marks, traditional signs as simplified ones.

    >>> fold("TRƯỜNG Đại học 國會")
    'truong dai hoc 国会'
    """
    return parted(text).translate(_table())


def tokens(text: str) -> list[str]:
    """Return the words of a text as they are indexed; Chinese as pairs of signs, and the last sign.

    >>> tokens("Gặp 杨万明")
    ['gap', '杨万', '万明', '明']
    """
    found: list[str] = []
    for part in text.split():
        found += _known_tokens(part) if len(part) <= SHORT else _tokens_of(part)
    return found


def folded_words(text: str) -> str:
    """Return the words of a text as `tokens` has them, in one line.

    >>> folded_words("Gặp - 杨万明")
    'gap 杨万 万明 明'
    """
    parts = text.split()
    if max(map(len, parts), default=0) <= SHORT:
        return " ".join(filter(None, map(_known_words, parts)))
    return " ".join(tokens(text))


def _tokens_of(part: str) -> list[str]:
    """Return the words of a text without spaces."""
    found: list[str] = []
    for match in _TOKEN.finditer(fold(part)):
        word = match[0]
        if match["han"]:
            found += map(add, word, word[1:])
            found.append(word[-1])
        else:
            found.append(word)
    return found


_known_tokens = lru_cache(maxsize=1 << 15)(_tokens_of)
"""The words of a short text without spaces; those of a language come again and again."""


@lru_cache(maxsize=1 << 15)
def _known_words(part: str) -> str:
    """Return the words of a short text without spaces, in one line."""
    return " ".join(_tokens_of(part))


def phrases(text: str) -> list[list[str]]:
    """Return what a query asks for: each word, and each run of signs as its pairs; all begin, the last may go on.

    >>> phrases("duong 杨万明 河")
    [['duong'], ['杨万', '万明'], ['河']]
    """
    asked: list[list[str]] = []
    for match in _TOKEN.finditer(fold(text)):
        word = match[0]
        pairs = [word[turn : turn + 2] for turn in range(len(word) - 1)] if match["han"] else []
        asked.append(pairs or [word])
    return asked


def is_pair(word: str) -> bool:
    """Say whether a word of an index is two signs: such a word never goes on, and is found faster as a whole one.

    >>> [is_pair(word) for word in ("合作", "作", "ha")]
    [True, False, False]
    """
    return len(word) == 2 and bool(_SIGN.match(word))


@cache
def _table() -> Letters:
    """Return signs that are searched as others: letters without parts, traditional signs as simplified ones."""
    lines = (files("giaoluu.langs") / "zh" / "fold.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return Letters({**WHOLE, **{ord(one): other for one, other in pairs}})
