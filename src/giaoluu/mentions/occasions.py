"""Series and their editions, anniversaries, programmes, terms, frameworks, quantities, documents on a tape."""

import re

from giaoluu.langs.pack import Pack, Rule
from giaoluu.langs.rules import Match
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.values import (
    BodyValue,
    CountryValue,
    FrameworkValue,
    OccasionValue,
    PairValue,
    PlainValue,
    QuantityValue,
)
from giaoluu.model.edtf import Edtf


def fold_frameworks(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with named formulas of relations folded."""
    found = [
        Found(
            match.start,
            match.end,
            "framework",
            FrameworkValue(match.rule.get("key"), match.rule.get("item"), bool(match.rule.get("variant"))),
            match.rule.name,
        )
        for match in pack.find("framework", tape)
    ]
    return tape.fold(settle(found)) if found else tape


def fold_occasions(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with series, anniversaries, programmes, themed years and terms folded."""
    found = []
    for match in pack.find("occasion", tape):
        value = _occasion(tape, match, pack)
        if value is not None:
            weight = -1 if match.rule.get("loose") else 0
            start = _behind_verbs(tape, match, pack)
            found.append(Found(start, match.end, "occasion", value, match.rule.name, weight))
    return tape.fold(settle(found)) if found else tape


def _behind_verbs(tape: Tape, match: Match[Rule], pack: Pack) -> int:
    """Return where the name of an edition begins: behind the verbs of the pack (`led_by`) that stand before it."""
    edition, verbs = match.slots.get("edition"), pack.list_of("occasions", "led_by")
    if edition is None or not verbs:
        return match.start
    before = tape.folded[: edition[0]]
    return max((at + len(word) for word in verbs if (at := before.rfind(word, match.start)) >= 0), default=match.start)


def fold_documents(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with documents that are referred to folded."""
    found = [
        Found(m.start, m.end, "document", PlainValue(word=m.rule.get("kind", "document")), m.rule.name)
        for m in pack.find("document", tape)
    ]
    return tape.fold(settle(found)) if found else tape


def fold_quantities(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with numbers and their units folded."""
    found = []
    for match in pack.find("quantity", tape):
        value = _number(tape, match, "number", pack)
        maximum = _number(tape, match, "to", pack)
        thing = _words(tape, match, "unit") or match.rule.get("unit")
        quantity = QuantityValue(value, thing, match.rule.get("of"), maximum, bool(match.rule.get("approximate")))
        found.append(Found(match.start, match.end, "quantity", quantity, match.rule.name))
    return tape.fold(settle(found)) if found else tape


def _occasion(tape: Tape, match: Match[Rule], pack: Pack) -> OccasionValue | None:
    """Read edition, ordinal, year and body off a match; None where the number cannot be read."""
    edition = _at(tape, match, "edition")
    ordinal = _at(tape, match, "ordinal")
    of = _at(tape, match, "of")
    year = year_at = None
    body: BodyValue | None = None
    for position, item in tape.signs(match.start, match.end):
        if item.type == "date" and isinstance(item.value.edtf, Edtf):
            year, year_at = item.value.edtf, tape.span(position, position + 1)
        elif isinstance(item.value, BodyValue):
            body = item.value
    if year is None and (printed := _words(tape, match, "year")) and printed.isdecimal() and len(printed) == 4:
        year, year_at = Edtf(printed), _at(tape, match, "year")
    first = pack.numeral(_words(tape, match, "edition") or "")
    nth = pack.numeral(_words(tape, match, "ordinal") or "")
    if (edition and first is None) or (ordinal and nth is None):
        return None
    codes = _joined(tape, match)
    return OccasionValue(match.rule.get("kind"), first, edition, nth, ordinal, of, year, year_at, body, codes)


def _joined(tape: Tape, match: Match[Rule]) -> tuple[str, ...]:
    """Return the codes of the countries that the name of an occasion joins: a pair, or two or more of them."""
    codes: list[str] = []
    for _, item in tape.signs(match.start, match.end):
        if isinstance(item.value, PairValue):
            codes += item.value.codes
        elif isinstance(item.value, CountryValue):
            codes.append(item.value.code)
    return tuple(dict.fromkeys(codes)) if len(set(codes)) > 1 else ()


def _at(tape: Tape, match: Match[Rule], slot: str) -> tuple[int, int] | None:
    """Return the offsets in the article of a slot, or None where it took no part."""
    place = match.slots.get(slot)
    return tape.span(*place) if place and place[1] > place[0] else None


def _words(tape: Tape, match: Match[Rule], slot: str) -> str | None:
    """Return the words of a slot as printed."""
    place = match.slots.get(slot)
    return tape.text[place[0] : place[1]] if place else None


def _number(tape: Tape, match: Match[Rule], slot: str, pack: Pack) -> float | None:
    """Return the number of a slot: figures with either decimal mark, or number words."""
    words = _words(tape, match, slot)
    if not words:
        return None
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", words):
        return float(re.sub(r"[.,]", "", words))
    if re.fullmatch(r"\d+[.,]\d+|\d+", words):
        return float(words.replace(",", "."))
    value = pack.numeral(words)
    return None if value is None else float(value)
