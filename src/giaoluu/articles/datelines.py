"""The line by which a page says when it was published: its date, its time and its offset from UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from giaoluu.langs.furniture import SINCE, Furniture

NUMERIC = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[/.]\s?(?P<month>[01]?\d)\s?[/.]\s?(?P<day>[0-3]?\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>[0-3]?\d)\s?[/.-]\s?(?P<month>[01]?\d)\s?[/.-]\s?(?P<year>(?:19|20)\d\d)(?!\d)"),
)
FIGURE = re.compile(r"\d")
"""What stands in each form of a date, whichever years it counts."""
CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?!\d)\s*(?P<half>[AaPp]\.?[Mm]\.?(?!\w))?",
)
OFFSET = re.compile(
    r"(?:GMT|UTC)?\s*(?P<sign>[+\u2212-])(?P<hours>[01]?\d):?(?P<minutes>[0-5]\d)?(?!\d)|(?P<zulu>(?<=\d)Z\b|\b(?:GMT|UTC)\b)",
    re.IGNORECASE,
)
REST = re.compile(r"[\W\d_T]+")
LONGEST = 160
LONGEST_OPENING = 120
OPENING = re.compile(r"[\W_]*(?:[^\W\d_a-z][\w.'\u2019-]*(?:[\s,/(]+|$)){0,6}[\W_]*")
"""What may stand before the day of a dateline: a few words that open with a capital, or signs without case."""
SIGNATURE = re.compile(r"[\W_]*(?:[^\W\d_a-z][\w.'\u2019-]*[\s,:\uff1a/|(\u2013\u2014-]+){1,6}")
"""What may stand before the day that closes an article: the paper, or who wrote it."""


@dataclass(frozen=True, slots=True)
class Published:
    """A printed time of publication: the day, the full time where printed, and where in the line it stands."""

    day: str
    at: str | None
    start: int
    end: int
    labelled: bool
    updated: bool
    rest: str


def published_in(line: str, words: Furniture) -> Published | None:
    """Return the time of publication that a line prints, or None where it says anything else.

    `rest` is what is left of the line without date, time and their words: empty on a pure date line.

    >>> from giaoluu.langs.furniture import furniture
    >>> found = published_in("Published 3 May 2024, 16:41 GMT+7", furniture("en"))
    >>> found.day, found.at, found.rest
    ('2024-05-03', '2024-05-03T16:41:00+07:00', '')
    """
    spot = _date(line, words) if len(line) <= LONGEST else None
    if spot is None:
        return None
    day, start, end = spot
    rest = line[:start] + " " * (end - start) + line[end:]
    at, rest, time_end, time_start = _time(day, rest, end, words)
    left = words.dateline_noise.sub(" ", rest)
    return Published(
        day=day.isoformat(),
        at=at,
        start=min(start, time_start),
        end=max(end, time_end),
        labelled=words.published.match(rest.lstrip(" -|(")) is not None
        or any(not line[found.end() : start].strip(" :-") for found in words.published.finditer(line, 0, start)),
        updated=words.updated.search(rest) is not None,
        rest=REST.sub(" ", left).strip(),
    )


def dateline_in(paragraph: str, words: Furniture) -> Published | None:
    """Return the day that a paragraph opens with, behind a place and before a dash or a stop: when the report was sent.

    >>> from giaoluu.langs.furniture import furniture
    >>> found = dateline_in("NORRBY, 3 May 2024 (Town Wire) - The hall opened on Thursday.", furniture("en"))
    >>> found.day, dateline_in("The hall was built by 3 May 2024 - a record.", furniture("en"))
    ('2024-05-03', None)
    """
    head = paragraph[:LONGEST_OPENING]
    spot = _date(head, words)
    if spot is None:
        return None
    day, start, end = spot
    opening = words.dateline_noise.sub(" ", head[:start])
    stops = any(sign.isalpha() for sign in opening) and head.startswith(". ", end)
    if OPENING.fullmatch(opening) is None or not (stops or words.sent.match(head, end)):
        return None
    return Published(day.isoformat(), None, start, end, labelled=False, updated=False, rest="")


def closes_with_day(line: str, found: Published) -> bool:
    """Say whether a line under an article is a name or two and the day of print, and nothing else.

    >>> from giaoluu.langs.furniture import furniture
    >>> lines = ("Norrby Times, 3 May 2024", "Text: Bo Ek. 2024-05-03", "The hall stands since 3 May 2024")
    >>> [closes_with_day(line, published_in(line, furniture("en"))) for line in lines]
    [True, True, False]
    """
    return SIGNATURE.fullmatch(line[: found.start]) is not None and not any(map(str.isalnum, line[found.end :]))


def day_and_time(value: str) -> tuple[str, str | None] | None:
    """Return the day and, with its offset, the time of an ISO 8601 value of a page's head; None where it is none.

    >>> day_and_time("2024-05-03T16:41:00+0700")
    ('2024-05-03', '2024-05-03T16:41:00+07:00')
    """
    text = value.strip()
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00") if text.endswith("Z") else text)
    except ValueError:
        found = NUMERIC[0].match(text)
        day = _day(found.groupdict()) if found else None
        return (day.isoformat(), None) if day else None
    if len(text) <= 10:
        return moment.date().isoformat(), None
    return moment.date().isoformat(), moment.isoformat(timespec="seconds")


def _date(line: str, words: Furniture) -> tuple[date, int, int] | None:
    """Return the first date of a line, by the forms of all languages and by digits."""
    if FIGURE.search(line) is None:
        return None
    spots = []
    for form in (*words.dates, *NUMERIC):
        found = form.search(line)
        if found is None:
            continue
        parts = found.groupdict()
        if parts.get("month_name"):
            parts["month"] = str(words.months[parts["month_name"].casefold().rstrip(".")])
        for slot in (name for name in form.groupindex if name.startswith(SINCE)):
            parts["year"] = str(int(parts[slot] or 0) + int(slot.removeprefix(SINCE)))
        day = _day(parts)
        if day is not None:
            spots.append((found.start(), -found.end(), day))
    if not spots:
        return None
    start, end, day = min(spots)
    return day, start, -end


def _day(parts: dict[str, str | None]) -> date | None:
    """Return the day of the three numbers, or None where the calendar has none."""
    try:
        return date(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))
    except ValueError:
        return None


def _time(day: date, rest: str, end: int, words: Furniture) -> tuple[str | None, str, int, int]:
    """Return the full time, the line without it, and where the time ends and starts."""
    found = next((match for form in (CLOCK, *words.times) if (match := form.search(rest))), None)
    if found is None:
        return None, rest, end, len(rest)
    parts = found.groupdict()
    hour = int(parts["hour"])
    half = (parts.get("half") or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 23:
        return None, rest, end, len(rest)
    start, stop = found.span()
    offset = OFFSET.match(rest, stop + len(rest[stop:]) - len(rest[stop:].lstrip(" ,|"))) or OFFSET.search(rest, stop)
    zone = _zone(offset)
    stop = max(stop, offset.end() if offset and zone is not None else stop)
    moment = datetime(
        day.year, day.month, day.day, hour, int(parts["minute"]), int(parts.get("second") or 0), tzinfo=zone
    )
    blank = rest[:start] + " " * (stop - start) + rest[stop:]
    return moment.isoformat(), blank, max(end, stop), start


def _zone(offset: re.Match[str] | None) -> timezone | None:
    """Return the printed offset from UTC."""
    if offset is None:
        return None
    if offset["zulu"]:
        return UTC
    if int(offset["hours"]) > 14:
        return None
    ahead = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
    return timezone(ahead if offset["sign"] == "+" else -ahead)
