"""Expressions of `edtf` and `time` in dates.toml: patterns (`{year}-{month}-{day}`) and calls (`shift(-1, day)`).

docs/reference/dates.md lists them. An expression is compiled once and then worked out for the slots
of each match.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from inspect import Parameter, signature
from typing import Any

from giaoluu.mentions import dates_periods as periods
from giaoluu.mentions import dates_relative as relative
from giaoluu.mentions.dates_anchor import Anchor, Value, lend, lend_interval
from giaoluu.mentions.dates_feasts import NoDateError
from giaoluu.model.errors import PackError

Slots = Mapping[str, Value]
Operation = Callable[..., str]
Step = Callable[[Anchor, Slots], Any]

CALL = re.compile(r"(\w+)\((.*)\)", re.S)
FIELD = re.compile(r"\{(\w+)\}")
NUMBER = re.compile(r"[+-]?\d+")
DATE_LIKE = re.compile(r"[\dX{]|\.\.")

RELATIVE = frozenset({"shift", "moved", "around", "weekday", "nth_weekday", "day_of_month", "previous"})
OPERATIONS: dict[str, Operation] = {
    operation.__name__: operation
    for operation in (
        relative.shift, relative.moved, relative.around, relative.weekday, relative.nth_weekday,
        relative.later, relative.day_of_month, relative.previous,
        periods.nth, periods.neighbours, periods.week_of, periods.week_number, periods.part,
        periods.quarter, periods.half, periods.months, periods.season, periods.solar_season, periods.decade,
        periods.century, periods.feast, periods.lunar,
    )
}  # fmt: skip
WIDTH = {"month": 2, "day": 2, "hour": 2, "minute": 2, "year": 4}
AFTER_NOON = {"afternoon", "evening", "night"}
PARTS_OF_DAY = AFTER_NOON | {"morning", "noon"}


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression. `is_relative`: the words count from the article's day or the date before."""

    source: str
    step: Step
    is_relative: bool
    hangs_on_previous: bool

    def value(self, anchor: Anchor, slots: Slots) -> str:
        """Return the text of the date. Raises NoDateError (or EdtfError, when it is built) where there is none."""
        return str(self.step(anchor, slots))


@lru_cache(maxsize=4096)
def compile_expression(source: str) -> Expression:
    """Compile an expression. Raises PackError where it cannot be read.

    >>> from giaoluu.model.edtf import Edtf
    >>> anchor = Anchor(Edtf("2024-06-15"))
    >>> compile_expression("{year}-{month}-{day}").value(anchor, {"month": 5, "day": 3})
    '2024-05-03'
    >>> compile_expression("nth({nth}, {weekday}, {year}-{month})").value(anchor, {"nth": -1, "weekday": 7, "month": 3})
    '2024-03-31'
    >>> compile_expression("{year}/{end_year}").value(anchor, {"year": 2017, "end_year": 23})
    '2017/2023'
    """
    called = frozenset(re.findall(r"(\w+)\(", source))
    if unknown := called - OPERATIONS.keys() - {"clock"}:
        raise PackError(f"edtf {source!r}: no operation {sorted(unknown)[0]!r}; use one of {sorted(OPERATIONS)}")
    return Expression(
        source, _expression(source.strip()), bool(called & RELATIVE), bool(called & {"previous", "day_of_month"})
    )


def _expression(source: str) -> Step:
    """Compile an interval, a call or a pattern."""
    ends = _split(source, "/")
    if len(ends) == 2:
        return _interval([_end(text) for text in ends])
    match = CALL.fullmatch(source)
    if match is not None:
        return _call(match[1], [_argument(text) for text in _split(match[2], ",")])
    if source in PARTS_OF_DAY:
        return lambda anchor, slots: source
    if source and (not DATE_LIKE.match(source) or set(FIELD.sub("", source)) & set("{}")):
        raise PackError(f"edtf {source!r}: neither a pattern nor a call; write {{year}}-{{month}} or name(…)")
    if "{day}" in source:
        return lambda anchor, slots: lend(anchor, _fill(source, slots), slots.get("weekday"))
    return lambda anchor, slots: lend(anchor, _fill(source, slots))


def _interval(ends: list[Step]) -> Step:
    """Compile an interval: its ends lend each other a year before the anchor does."""

    def step(anchor: Anchor, slots: Slots) -> str:
        first, last = (end(anchor, slots) for end in ends)
        if ".." in (first, last):
            return f"{lend(anchor, first)}/{lend(anchor, last)}"
        return lend_interval(anchor, first.partition("/")[0], last.rpartition("/")[2])

    return step


def _end(source: str) -> Step:
    """Compile one end of an interval; a pattern keeps its year masked where none is told."""
    step = _expression(source)
    return step if CALL.fullmatch(source) else lambda anchor, slots: str(step(Anchor(), slots))


def _call(name: str, arguments: list[Step]) -> Step:
    if name == "clock":
        return lambda anchor, slots: _clock(*(argument(anchor, slots) for argument in arguments))
    operation = OPERATIONS[name]
    needed = sum(parameter.default is Parameter.empty for parameter in signature(operation).parameters.values()) - 1

    def step(anchor: Anchor, slots: Slots) -> str:
        values = [argument(anchor, slots) for argument in arguments]
        while values and values[-1] is None:
            values.pop()
        if None in values or len(values) < needed:
            raise NoDateError(f"{name} lacks what it counts")
        return operation(anchor, *values)

    return step


def _clock(hour: Value, minute: Value = None, part: Value = None) -> str:
    """Return a time of day; a part of the day tells which half is meant."""
    told = int(hour or 0)
    if told == 12 and part in ("morning", "night"):
        told = 0
    elif part in AFTER_NOON and (told > 5 or part != "night") and told < 12:
        told += 12
    if told > 24 or (told == 24 and minute):
        raise NoDateError("no clock shows it")
    return f"{told % 24:02}:{int(minute or 0):02}"


def _argument(source: str) -> Step:
    text = source.strip()
    sign, bare = (-1, text[1:]) if text.startswith("-{") else (1, text)
    if NUMBER.fullmatch(text):
        number = int(text)
        return lambda anchor, slots: number
    if FIELD.fullmatch(bare):
        name = bare[1:-1]
        return lambda anchor, slots: _signed(slots.get(name), sign)
    if CALL.fullmatch(text) or "{" in text:
        return _expression(text)
    return lambda anchor, slots: text


def _signed(value: Value, sign: int) -> Value:
    return value * sign if isinstance(value, int) else value


def _fill(pattern: str, slots: Slots) -> str:
    """Return a pattern with its fields filled; an untold year is masked."""

    def field(match: re.Match[str]) -> str:
        name = match[1]
        value = slots.get(name)
        base = name.rpartition("_")[2]
        if value is None:
            if base == "year":
                return "XXXX"
            raise NoDateError(f"{name} is not told")
        if not isinstance(value, int):
            return value
        if base == "year" and value < 100:
            value += 2000 if value < 50 else 1900
        return f"{value:0{WIDTH.get(base, 1)}}"

    return FIELD.sub(field, pattern)


def _split(text: str, mark: str) -> list[str]:
    """Split at a mark that stands outside brackets."""
    pieces, depth, start = [], 0, 0
    for position, sign in enumerate(text):
        depth += (sign in "({") - (sign in ")}")
        if sign == mark and not depth:
            pieces.append(text[start:position])
            start = position + 1
    return [*pieces, text[start:]]
