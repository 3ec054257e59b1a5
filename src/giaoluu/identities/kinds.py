"""What syllables of names are written in."""

from enum import StrEnum


class Kind(StrEnum):
    """What a syllable is written in; the value is the mark that opens it."""

    MARKED = "v"
    UNMARKED = "a"
    PINYIN = "p"
    KOREAN = "k"
    WORD = "w"
    INITIAL = "i"
    SIGN = ""


_KINDS = {kind.value: kind for kind in Kind}


def kind_of(syllable: str) -> Kind:
    """Return what a syllable is written in.

    >>> kind_of("杨"), kind_of("pyang")
    (<Kind.SIGN: ''>, <Kind.PINYIN: 'p'>)
    """
    return _KINDS[syllable[0]] if len(syllable) > 1 and syllable[0] in _KINDS else Kind.SIGN
