"""Years of days printed without one: the same day of the same article with its year lends it."""

from collections.abc import Sequence
from dataclasses import replace

from giaoluu.langs.tape import Tape
from giaoluu.mentions.dates import DateValue
from giaoluu.model.days import Precision
from giaoluu.model.edtf import Edtf


def lend_years(tapes: Sequence[Tape]) -> None:
    """Give days without a year the year with which the article prints the same day of the month elsewhere.

    Where it prints that day with two years, none is given.
    """
    values = [item.value for tape in tapes for _, item in tape.signs() if isinstance(item.value, DateValue)]
    if not any(value.edtf is not None and value.edtf.is_year_masked for value in values):
        return
    years: dict[str, set[Edtf]] = {}
    for value in values:
        day = value.edtf
        if day is not None and not day.is_interval and day.precision is Precision.DAY and not day.is_year_masked:
            years.setdefault(_day_of(day), set()).add(day)
    for tape in tapes:
        for position, item in tape.signs():
            told = item.value.edtf if isinstance(item.value, DateValue) else None
            whole = years.get(_day_of(told), set()) if told is not None and told.is_year_masked else set[Edtf]()
            if len(whole) == 1:
                tape.payload[position] = item._replace(value=replace(item.value, edtf=next(iter(whole))))


def _day_of(day: Edtf) -> str:
    """Return month and day, as EDTF writes them."""
    return str(day).partition("-")[2]
