"""Dates on a tape, each as EDTF: as precise as the text and no more.

The packs say which words are a date and what they mean (docs/reference/dates.md); a rule without
`edtf` and `time` is a trap, which takes its words away from all others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from giaoluu.langs.calendar_words import date_value
from giaoluu.langs.pack import Pack, Rule
from giaoluu.langs.pack import pack as pack_of
from giaoluu.langs.rules import Match
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.dates_anchor import Anchor, Value
from giaoluu.mentions.dates_expression import Expression, compile_expression
from giaoluu.mentions.dates_feasts import AnniversaryError, NoDateError
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError

__all__ = ["Anchor", "DateValue", "find_dates", "read_date"]

JOINING = ".,/-–:"
TRAP_WEIGHT = 1
CLAUSE = re.compile(r"[,;:.!?()\uff0c\uff1b\u3002\uff1a\uff08\uff09]")
FAR_BEFORE = 80
FAR_AHEAD = 300
"""Days that a date without a year may lie ahead where its clause speaks of what is to come."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """What words of date mean. `edtf` is None for a time of day alone, and for a relative date that nothing resolves.

    `time` is a clock time (`14:30`) or a part of the day (`morning`, `noon`, `afternoon`, `evening`,
    `night`); `feast` says that the words name a feast, which often is an occasion and not a day of doing.
    """

    edtf: Edtf | None
    relative: bool = False
    time: str | None = None
    feast: bool = False


def find_dates(tape: Tape, pack: Pack, anchor: Anchor, *, dictation: bool = False) -> list[Found]:
    """Find the dates on a tape, from left to right; none overlaps another.

    Each is a `Found` of type `date` with a `DateValue`; a clock time that belongs to no date is one of
    type `time`. `dictation` adds the rules for what only people who speak to a calendar say.

    >>> tape = Tape.of("Tối 29-6, lễ hội khai mạc; đến cùng ngày hôm sau, 75 năm sau")
    >>> [(f.value.edtf, f.value.time) for f in find_dates(tape, pack_of("vi"), Anchor(Edtf("2024-07-01")))][0]
    (Edtf('2024-06-29'), 'evening')
    """
    candidates = list(_candidates(tape, pack, anchor, dictation=dictation))
    if not candidates:
        return []
    settled = [found for found in settle(candidates) if found.weight < TRAP_WEIGHT]
    return [found for found in _joined(_in_order(settled, anchor), tape, pack) if _stands_alone(found)]


def read_date(text: str, lang: str, reference: str | Edtf, prefer: Literal["past", "future"] = "past") -> Edtf | None:
    """Return the date that a text is, or None where it is none.

    >>> read_date("thứ năm tuần này", "vi", "2017-02-02"), read_date("75 năm", "vi", "2017-02-02")
    (Edtf('2017-02-02'), None)
    """
    day = reference if isinstance(reference, Edtf) else Edtf(reference)
    anchor = Anchor(day, prefer=prefer, ahead=0)
    pack = pack_of(lang)
    found = find_dates(pack.tape(text.strip(), sections=False), pack, anchor, dictation=True)
    dates = [item for item in found if item.value.edtf is not None]
    longest = max(dates, key=lambda item: item.end - item.start, default=None)
    return longest.value.edtf if longest else None


def _candidates(tape: Tape, pack: Pack, anchor: Anchor, *, dictation: bool) -> Iterator[Found]:
    """Yield what each rule finds; rules of dictation first, for the first of equal spans is kept."""
    for section in ("dictation", "date") if dictation else ("date",):
        for match in pack.find(section, tape):
            if not dictation and _lacks_capital(tape.text, match, pack.words.get("dates", {}).get("capitals", ())):
                continue
            found = _found(tape, pack, anchor, match)
            if found is not None:
                yield found


def _found(tape: Tape, pack: Pack, anchor: Anchor, match: Match[Rule]) -> Found | None:
    """Return the date of one match, or None where it is none after all."""
    rule = match.rule
    when, clock = _expressions(rule.get("edtf", ""), rule.get("time", ""))
    if when is None and clock is None:
        return Found(match.start, match.end, "date", None, rule.name, TRAP_WEIGHT)
    if _is_cut(tape.folded, match.start, match.end):
        return None
    words = pack.words.get("dates", {})
    slots = {name: date_value(name, tape.folded[start:end], words) for name, (start, end) in match.slots.items()}
    if prefer := rule.get("prefer"):
        anchor = replace(anchor, prefer=prefer, ahead=0)
    elif _is_to_come(tape.folded, match.start, words.get("to_come", ())):
        anchor = replace(anchor, ahead=FAR_AHEAD)
    time = _time(clock, anchor, slots)
    if when is None:
        return Found(match.start, match.end, "time", DateValue(None, time=time), rule.name) if time else None
    feast = bool(rule.get("feast"))
    try:
        value = DateValue(Edtf(when.value(anchor, slots)), when.is_relative, time, feast)
    except AnniversaryError:
        return Found(match.start, match.end, "date", None, rule.name, TRAP_WEIGHT)
    except (NoDateError, EdtfError, OverflowError):
        if not when.is_relative:
            return None
        value = DateValue(None, relative=True, time=time, feast=feast)
    later = (when, slots, anchor) if when.hangs_on_previous else None
    return Found(match.start, match.end, "date", (value, later) if later else value, rule.name)


def _is_to_come(folded: str, start: int, words: Sequence[str]) -> bool:
    """Say whether a word for what is to come stands before a date in its clause."""
    clause = CLAUSE.split(folded[max(0, start - FAR_BEFORE) : start])[-1]
    return any(word in clause for word in words)


@lru_cache(maxsize=4096)
def _expressions(edtf: str, time: str) -> tuple[Expression | None, Expression | None]:
    """Return the compiled expressions of a rule."""
    return compile_expression(edtf) if edtf else None, compile_expression(time) if time else None


def _time(clock: Expression | None, anchor: Anchor, slots: dict[str, Value]) -> str | None:
    """Return the time of day of a match, None where its words tell none."""
    if clock is None:
        return None
    try:
        return clock.value(anchor, slots)
    except NoDateError:
        return None


def _in_order(settled: list[Found], anchor: Anchor) -> Iterator[Found]:
    """Yield dates with those resolved that hang on the date before them."""
    before = anchor.previous
    for found in settled:
        if isinstance(found.value, tuple):
            value, (when, slots, own) = found.value
            found = found._replace(value=replace(value, edtf=_after(when, slots, replace(own, previous=before))))
        edtf = found.value.edtf
        if edtf is not None and not edtf.is_interval:
            before = edtf
        yield found


def _after(when: Expression, slots: dict[str, Value], anchor: Anchor) -> Edtf | None:
    """Return a date that hangs on the one before it, or None where there is none."""
    try:
        return Edtf(when.value(anchor, slots))
    except (NoDateError, EdtfError, OverflowError):
        return None


def _joined(dates: Iterator[Found], tape: Tape, pack: Pack) -> Iterator[Found]:
    """Yield dates with the times that stand beside them joined to them."""
    joints = pack.words.get("dates", {}).get("joints", ("", " "))
    held: Found | None = None
    for found in dates:
        if held is not None and tape.folded[held.end : found.start] in joints and (joined := _join(held, found)):
            held = joined
            continue
        if held is not None:
            yield held
        held = found
    if held is not None:
        yield held


def _join(left: Found, right: Found) -> Found | None:
    """Return a time and a date (or two words of time) as one, or None where they are two."""
    if left.type == right.type == "date":
        return None
    day, hour = (left, right) if left.type == "date" else (right, left)
    if day.value.time and _is_clock(day.value.time) and _is_clock(hour.value.time):
        return None
    times = [item.value.time for item in (day, hour) if item.value.time]
    time = max(times, key=_is_clock)
    return day._replace(start=left.start, end=right.end, value=replace(day.value, time=time))


def _is_clock(time: str) -> bool:
    return ":" in time


def _stands_alone(found: Found) -> bool:
    """Say whether a find means something by itself: a date, or a clock time (not "evening")."""
    return found.type == "date" or _is_clock(found.value.time)


def _lacks_capital(text: str, match: Match[Rule], names: Sequence[str]) -> bool:
    """Say whether a word that the language writes with a capital ("May", "Sun") stands without it."""
    return any(text[match.slots[name][0]].islower() for name in names if name in match.slots)


def _is_cut(text: str, start: int, end: int) -> bool:
    """Say whether a match cuts a longer number or code in two ("272-QĐ", "1.25/11", "3/4%")."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if (
        text[start].isdecimal()
        and before
        and (before[-1].isdecimal() or (before[-1] in JOINING and before[:1].isdecimal()))
    ):
        return True
    if not text[end - 1].isdecimal() or not after:
        return False
    if after[0].isdecimal() or after[0] == "%":
        return True
    return (
        len(after) == 2 and after[0] in JOINING and (after[1].isdecimal() or (after[0] in "/-" and after[1].isalpha()))
    )
