"""Which day it is where the register is kept."""

from datetime import date


def today() -> date:
    """Return the day by the clock of this machine: what is due is due by the calendar of those who work here."""
    return date.today()  # noqa: DTZ011 - a day, not a moment
