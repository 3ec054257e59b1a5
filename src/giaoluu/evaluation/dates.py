"""When a date agrees with the golden one: strictly, softly, or not."""

import re

Day = tuple[int | None, int | None, int | None]
FORM = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")


def bounds(date: object) -> tuple[Day, Day] | None:
    """Return the first and the last day of an EDTF date, None where digits are masked or absent.

    >>> bounds("XXXX-09-23")
    ((None, 9, 23), (None, 9, 23))
    >>> bounds("2023/2024-05")
    ((2023, None, None), (2024, 5, None))
    """
    days: list[Day] = []
    for part in re.sub("[~?]", "", str(date)).split("/"):
        form = FORM.fullmatch(part)
        if not form:
            return None
        year, month, day = (None if digits is None or "X" in digits else int(digits) for digits in form.groups())
        days.append((year, month, day))
    return (days[0], days[-1]) if len(days) <= 2 else None


def agreement(given: object, golden: str | None, others: tuple[str, ...] = ()) -> str | None:
    """Return "strict", "soft" (the two overlap) or None; `others` are further right answers.

    >>> agreement("2025-10-18", "2025-10-18/2025-10-19"), agreement("2024", "2025-10-18")
    ('soft', None)
    >>> agreement("2026-09-23", "XXXX-09-23")
    'strict'
    """
    found = bounds(given)
    if found is None:
        return None
    alternatives = [one for one in map(bounds, others) if one]
    wanted = [one for one in (bounds(golden or ""), *alternatives) if one]
    if any(_equal(found, one) and _year_allowed(found, one, alternatives) for one in wanted):
        return "strict"
    return "soft" if any(_overlap(found, one) for one in wanted) else None


def _equal(given: tuple[Day, Day], wanted: tuple[Day, Day]) -> bool:
    """Say whether all that the wanted date tells is told, and nothing of it left out."""
    pairs = list(zip(given[0] + given[1], wanted[0] + wanted[1], strict=True))
    return all(want is None or have == want for have, want in pairs)


def _year_allowed(given: tuple[Day, Day], wanted: tuple[Day, Day], others: list[tuple[Day, Day]]) -> bool:
    """Say whether a year may fill the wanted date's mask: not against another right answer with that day."""
    year = given[0][0]
    known = [one[0][0] for one in others if one[0][0] is not None and one[0][1:] == wanted[0][1:]]
    return wanted[0][0] is not None or year is None or not known or year in known


def _overlap(given: tuple[Day, Day], wanted: tuple[Day, Day]) -> bool:
    """Say whether two dates have a day in common; a masked year is ignored on both sides."""
    cut = 1 if given[0][0] is None or wanted[0][0] is None else 0
    return _first(given[0])[cut:] <= _last(wanted[1])[cut:] and _first(wanted[0])[cut:] <= _last(given[1])[cut:]


def _first(day: Day) -> tuple[int, int, int]:
    """Return the earliest day that a partial date can be."""
    return (day[0] or 0, day[1] or 1, day[2] or 1)


def _last(day: Day) -> tuple[int, int, int]:
    """Return the latest day that a partial date can be."""
    return (day[0] or 9999, day[1] or 12, day[2] or 31)
