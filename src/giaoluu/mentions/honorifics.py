"""Honorifics: words of address before a name or a post, and after a name in Han script."""

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Found, Tape
from giaoluu.mentions.values import PlainValue


def honorifics(tape: Tape, pack: Pack) -> list[Found]:
    """Find honorifics that stand before a name or a post (after a name in Han script).

    >>> from giaoluu.langs.pack import pack
    >>> [item.value.gender for item in honorifics(Tape.of("fru Anna Lind och herr Ek"), pack("sv"))]
    ['f', 'm']
    """
    return [
        item._replace(value=PlainValue(item.value[1], item.value[0]), rule="honorific")
        for item in pack.honorific_words.find(tape)
        if _fits(tape, item.start, item.end, pack)
    ]


def _fits(tape: Tape, start: int, end: int, pack: Pack) -> bool:
    text = tape.text
    if not pack.has_spaces:
        return True
    if (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
        return False
    if text[start].isupper() and pack.words.get("names", {}).get("marked_words") and _goes_on(text, start, pack):
        return False
    following = text[end : end + 2]
    return len(following) == 2 and following[0] == " " and (following[1].isupper() or following[1] == SIGN["post"])


def _goes_on(text: str, start: int, pack: Pack) -> bool:
    """Say whether a word in capitals goes on with a name that a surname opens ("Lê Thị Anh Thi")."""
    before = text[:start].split(" ")[-4:-1] if text[start - 1 : start] == " " else []
    return bool(before) and before[-1][:1].isupper() and any(word in pack.surnames for word in before)
