"""A date as people write it into a form or a sheet, and how it was understood.

Stricter than reading: every word must be understood, or the whole is refused, for nobody wrote a sentence around it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from giaoluu.langs.pack import codes, pack
from giaoluu.mentions.dates import find_dates
from giaoluu.mentions.dates_anchor import Anchor
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError

Prefer = Literal["past", "future"]


class Answer(StrEnum):
    """What was answered where a date is asked for."""

    DATE = "date"
    UNKNOWN = "unknown"
    NOT_STATED = "not_stated"
    EMPTY = "empty"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """How a written date was understood; `language` is that of the pack that read it, empty for plain figures."""

    answer: Answer
    edtf: Edtf | None = None
    language: str = ""


YEARS = re.compile(r"(\d{4})\s*[-\u2013\u2014/~]\s*(\d{4})")
MONTH = re.compile(r"(?:(\d{1,2})[/.\-](\d{4})|(\d{4})[/.](\d{1,2}))")
DAY = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})")
DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
YEAR = re.compile(r"\d{4}")
DASHES = re.compile(r"\s*[\u2013\u2014]\s*|\s+-\s+|\s*\.\.\.?\s*")
EDGES = " \t\u3000,;:()[]\u3002"
SIGNS = {"about": "~", "unsure": "?", "within": "", "period": ""}
"""List of words that qualify a date → the sign of EDTF for it; no date can say which part of it is meant, or that it is
a term of office."""


def written_date(text: str, languages: Iterable[str], reference: Edtf, *, prefer: Prefer = "past") -> WrittenDate:
    """Return what a written date means, tried in the order of the languages and then in all others.

    A day without a year is the last one before `reference`, the day on which it was written, or the next one.

    >>> today = Edtf("2026-11-22")
    >>> [str(written_date(text, ["vi"], today).edtf) for text in ("khoảng tháng 3/2024", "2017–2023", "5/3/2025")]
    ['2024-03~', '2017/2023', '2025-03-05']
    >>> written_date("không rõ", ["vi"], today).answer.value, written_date("sớm thôi", ["vi"], today).answer.value
    ('unknown', 'unreadable')
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split()).strip(EDGES)
    if not plain:
        return WrittenDate(Answer.EMPTY)
    if plain == "?":
        return WrittenDate(Answer.UNKNOWN)
    if plain in {"-", "\u2013", "\u2014"}:
        return WrittenDate(Answer.NOT_STATED)
    if (figures := _figures(plain)) is not None:
        return WrittenDate(Answer.DATE, figures)
    for language in _in_order(languages):
        found = _in_language(plain, language, Anchor(reference, prefer=prefer))
        if found is not None:
            return found
    return WrittenDate(Answer.UNREADABLE)


@lru_cache(maxsize=64)
def _ordered(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return languages that have a pack, those asked for first."""
    known = tuple(codes())
    return tuple(dict.fromkeys([*(one for one in languages if one in known), *known]))


def _in_order(languages: Iterable[str]) -> tuple[str, ...]:
    return _ordered(tuple(languages))


def _figures(text: str) -> Edtf | None:
    """Return a date that is written in figures alone, or as EDTF, with `~` or `?` after it."""
    bare, mark = (text[:-1].rstrip(), text[-1]) if text[-1] in "~?%" else (text, "")
    if years := YEARS.fullmatch(bare):
        return _edtf(f"{years[1]}/{years[2]}", mark)
    if month := MONTH.fullmatch(bare):
        year, number = month[2] or month[3], month[1] or month[4]
        return _edtf(f"{year}-{int(number):02}", mark)
    if day := DAY.fullmatch(bare):
        return _edtf(f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}", mark)
    if day := DAY_FIRST.fullmatch(bare):  # in every language: one office writes one way
        return _edtf(f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}", mark)
    return _edtf(bare, mark)


def _edtf(text: str, mark: str = "") -> Edtf | None:
    """Return the date of a text with its mark on each end, or None where it is none."""
    try:
        return Edtf("/".join(end + mark if end not in {"", ".."} else end for end in text.split("/")))
    except EdtfError:
        return None


def _in_language(text: str, language: str, anchor: Anchor) -> WrittenDate | None:
    """Return what a text means in one language, or None where that language does not read it."""
    said = pack(language).words.get("dates", {}).get("written", {})
    folded = text.casefold()
    for answer in (Answer.UNKNOWN, Answer.NOT_STATED):
        if folded in (word.casefold() for word in said.get(answer.value, ())):
            return WrittenDate(answer, language=language)
    mark = ""
    edtf = _plain(text, language, anchor)
    for word, sign in _qualifiers(said) if edtf is None else ():
        if (rest := _without(text, word)) is not None:
            text, mark = rest, sign
            break
    edtf = edtf or _plain(text, language, anchor) or _between(text, said, language, anchor)
    if edtf is None:
        return None
    if mark and not (edtf.is_approximate or edtf.is_uncertain):
        edtf = _edtf(edtf.text, mark) or edtf
    return WrittenDate(Answer.DATE, edtf, language)


def _qualifiers(said: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the words that qualify a date with the sign of EDTF for each, the longest first."""
    signs = {word: sign for key, sign in SIGNS.items() for word in said.get(key, ())}
    yield from sorted(signs.items(), key=lambda item: -len(item[0]))


def _without(text: str, word: str) -> str | None:
    """Return a text without a word at its start or end, or None where it stands at neither."""
    folded, sought = text.casefold(), word.casefold()
    if len(folded) != len(text):
        return None
    is_apart = sought[-1].isascii() or len(sought) > 2  # Han words stand without a space
    if folded.startswith(sought) and (rest := text[len(sought) :]) and (not _is_letter(rest[0]) or not is_apart):
        return rest.strip(EDGES)
    if folded.endswith(sought) and (rest := text[: -len(sought)]) and (not _is_letter(rest[-1]) or not is_apart):
        return rest.strip(EDGES)
    return None


def _is_letter(sign: str) -> bool:
    return (sign.isalpha() and sign.isascii()) or "\u00c0" <= sign <= "\u1ef9"


def _plain(text: str, language: str, anchor: Anchor) -> Edtf | None:
    """Return a date that fills the whole text, or None."""
    if (figures := _figures(text)) is not None:
        return figures
    words = pack(language)
    tape = words.tape(text, sections=False)
    found = find_dates(tape, words, anchor, dictation=True)
    dates = [one for one in found if one.value.edtf is not None]
    if len(dates) != 1:
        return None
    rest = tape.text[: dates[0].start] + tape.text[dates[0].end :]
    return dates[0].value.edtf if not rest.strip(EDGES) else None


def _between(text: str, said: dict[str, list[str]], language: str, anchor: Anchor) -> Edtf | None:
    """Return the interval of two dates, or of one that is open at an end."""
    opened = False
    for word in sorted(said.get("since", ()), key=len, reverse=True):
        if (rest := _without(text, word)) is not None:
            text, opened = rest, True
            break
    for first, last in _halves(text, said.get("until", ())):
        end = _plain(last, language, anchor)
        if end is None:
            continue
        if not first:
            return _edtf(f"../{end}")
        start = _lent(first, end, language, anchor)
        if start is not None:
            return _edtf(f"{start}/{end}")
    alone = _plain(text, language, anchor) if opened else None
    return _edtf(f"{alone}/..") if alone is not None and not alone.is_interval else None


def _halves(text: str, until: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the two sides of each word or dash that may stand between two dates."""
    for dash in DASHES.finditer(text):
        yield text[: dash.start()].strip(EDGES), text[dash.end() :].strip(EDGES)
    folded = text.casefold()
    for word in sorted(until, key=len, reverse=True):
        place = folded.find(word.casefold())
        if place >= 0 and len(folded) == len(text):
            yield text[:place].strip(EDGES), text[place + len(word) :].strip(EDGES)


def _lent(first: str, end: Edtf, language: str, anchor: Anchor) -> Edtf | None:
    """Return the start of an interval; the year, or month and year, that it lacks are those of the end."""
    if first.isdecimal() and len(first) <= 2 and len(end.text) == 10:
        return _edtf(f"{end.text[:8]}{int(first):02}")
    if YEAR.search(first):
        return _plain(first, language, anchor)
    words = pack(language)
    masked = find_dates(words.tape(first, sections=False), words, Anchor(), dictation=True)
    edtf = masked[0].value.edtf if len(masked) == 1 else None
    if edtf is None or not end.earliest:
        return _plain(first, language, anchor)
    try:
        start: Edtf = edtf.with_year(end.earliest.year)
    except EdtfError:
        return None
    earlier: Edtf = edtf.with_year(end.earliest.year - 1)
    return start if start <= end else earlier
