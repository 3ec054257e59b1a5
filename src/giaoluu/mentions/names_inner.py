"""Pieces of people's names that look like places: what stands before them in the text tells."""

from giaoluu.langs.pack import Pack
from giaoluu.langs.tape import Found, Tape

OPENERS = ":-\u2013\u2014"
"""Signs behind which a sentence begins anew: those of a dateline."""

INNER = "_'’-"
"""Signs other than letters and figures that may stand inside a word."""


def is_inner(text: str, item: Found, before: tuple[int, str], pack: Pack) -> bool:
    """Say whether a place behind a word in capitals is a piece of a name ("Karl Lund Berg", "Tran Thi Hoa Binh").

    Such words stand on both sides, or a middle word of names stands before it. Behind a post and a lone word a town of
    the home country is none ("Ambassador Mori Malmö").
    """
    names = pack.words.get("names", {})
    if before[1] in pack.name_stops:
        return False
    place, _ = item.value
    if _behind_post(text, before, pack) and (place.country is None or place.country != pack.settings.get("home")):
        return text[item.start - 1] == " "
    if not names.get("places_in_names"):
        return False
    following = text[item.end : item.end + 2]
    inside = len(following) == 2 and following[0] == " " and following[1].isupper()
    middle = any(before[1] in words for words in names.get("gender_words", {}).values())
    return text[item.start - 1] == " " and (inside or middle)


def _behind_post(text: str, before: tuple[int, str], pack: Pack) -> bool:
    """Say whether a word in capitals stands right behind the last word of a post (`post_ends`): a surname opens there.

    So it is in "Secretary General Mori Akita", whose given name is a town's too.
    """
    start, word = before
    ends = pack.list_of("names", "post_ends") if pack.has_spaces else ()
    return bool(ends) and not word.isupper() and last_word(text, start)[1].lower() in ends


def is_surname(text: str, item: Found, before: str, pack: Pack) -> bool:
    """Say whether a country's name is somebody's surname ("Comrade Thai Van An").

    An honorific or the end of a post (`post_ends`) stands before it, and words in capitals behind. A name with words
    in small letters ("Kingdom of …") is none.
    """
    if any(word.islower() for word in text[item.start : item.end].split(" ")):
        return False
    titled = before.lower() in pack.honorifics or before.lower() in pack.list_of("names", "post_ends")
    following = text[item.end + 1 : item.end + 24].split(" ")
    name = " ".join([text[item.start : item.end], *following[:2]])
    inner = bool(following) and following[0].istitle() and (len(following) < 2 or following[1].istitle())
    return titled and inner and pack.has_spaces and bool(pack.name_countries(name))


def goes_on(text: str, start: int, pack: Pack, country: str | None = None) -> bool:
    """Say whether the word before a capital goes on with a name that a surname opens ("Lê Đức Vinh", "Le Duc Vinh").

    It is one of the language's own, where its words carry marks, or one of those who are named surname first; a town
    of another `country` than such names' is none of their words ("Le Duc Malmö").
    """
    before, word = last_word(text, start) if text[start - 1 : start] == " " else (0, "")
    if pack.words.get("names", {}).get("marked_words"):
        return word in pack.own_names or (word[:1].isupper() and last_word(text, before)[1] in pack.own_names)
    first = last_word(text, before)[1]
    of = [code for one in (word, first) for code in pack.name_countries(f"{one} {word}")]
    return word[:1].isupper() and (country in of if country else bool(of))


def last_word(text: str, end: int) -> tuple[int, str]:
    """Return the word right before a position, with a space between or none, and where it starts; else no word."""
    start = end = end - (text[max(0, end - 1) : end] == " ")
    while start and (text[start - 1].isalnum() or text[start - 1] in INNER):
        start -= 1
    while start < end and not text[start].isalpha():
        start += 1
    return start, text[start:end]


def opens(tape: Tape, position: int, pack: Pack) -> bool:
    """Say whether a post opens its sentence, behind an article, a colon or a dash at most, and names its country.

    Who follows between a comma and the verb holds it then: "The Ambassador of Norway, Eva Lund on Monday called …".
    """
    named, before = False, ""
    while (item := tape.payload.get(position)) is not None and item.type == "post":
        named = named or item.value.country is not None
        before = tape.folded[:position].rstrip()
        link = next((word for word in pack.list_of("names", "links") if word and before.endswith(f" {word}")), None)
        position = -1 if link is None else len(before.removesuffix(link).rstrip()) - 1
    article = next((word for word in pack.list_of("names", "alone_after") if before.endswith(word)), "")
    before = before.removesuffix(article).rstrip()
    return named and (not before or before[-1] in OPENERS)
