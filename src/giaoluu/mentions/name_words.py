"""Words in capitals that can be a person's name by their form."""

import re
from unicodedata import normalize

from giaoluu.langs.pack import Pack

VOWELS = re.compile("[aeiouy]+")
"""The heart of a syllable, without marks."""


def can_be_name(name: str, pack: Pack) -> bool:
    """Say whether words in capitals can be a person's name: no abbreviation, no lone word of the language.

    A lone word counts where it cannot be a common one: in a language of single syllables whose words carry marks
    (`marked_words` in names.toml), four plain letters or more, or two syllables.

    >>> from giaoluu.langs.pack import pack
    >>> [can_be_name(word, pack("vi")) for word in ("Xổmxay", "Bounnhang", "Hội", "UBND")]
    [True, True, False, False]
    """
    if not pack.has_spaces:
        return True
    if name.isupper() and " " not in name:
        return False
    if " " in name or not pack.words.get("names", {}).get("marked_words"):
        return True
    return (name.isascii() and len(name) > 3) or len(VOWELS.findall(_plain(name))) > 1


def _plain(word: str) -> str:
    """Return a word without marks, in small letters."""
    return "".join(sign for sign in normalize("NFD", word.lower()) if sign.isascii())
