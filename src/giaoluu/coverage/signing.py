"""Whose report a text is where no label says so: the agency in its dateline, the body whose name alone closes it."""

import re
from typing import NamedTuple

from giaoluu.coverage.outlets import agency_at, side_of_name
from giaoluu.model.article import ZoneKind
from giaoluu.model.reading import Reading

OPENING = 120
"""So far into a text the agency of its dateline stands."""

LONGEST = 80
"""A longer line is a sentence, whatever sign it ends with."""

BRACKETED = re.compile(r"[(\uff08]([^()\uff08\uff09]{2,40})[)\uff09]")
AROUND = " \t()\uff08\uff09[]\u3010\u3011*-\u2013\u2014\u00a9\u2022"
SENTENCE_END = tuple('.!?:;\u3002\uff01\uff1f\uff1a\u201d"\u2026')
LEAST = 0.4
"""What the name of a body takes up of the line that it signs, at least; the rest is how it was sent, and the day."""


class Signature(NamedTuple):
    """Who signs a report, as printed, and on whose side that is; None where nobody knows."""

    words: str
    side: str | None


def signature_of(reading: Reading) -> Signature | None:
    """Return who signs a report, or None.

    >>> from giaoluu import captures, read, samples
    >>> (page,) = captures([str(samples.page_of("readout-vi"))])
    >>> signature_of(read(page)) is None  # its label says whose account it is
    True
    """
    article = reading.article
    bodies = [zone for zone in article.zones if zone.kind is ZoneKind.BODY]
    if not bodies:
        return None
    opening = article.text[bodies[0].start : min(bodies[0].end, bodies[0].start + OPENING)]
    return _sent_by(opening) or _closed_by(reading, bodies[0].start, bodies[-1].end)


def _sent_by(opening: str) -> Signature | None:
    """Return the agency that a dateline names, in brackets or, in signs, as its first word."""
    names = [*(match[1].strip() for match in BRACKETED.finditer(opening)), agency_at(opening.lstrip(AROUND)) or ""]
    return next((Signature(name, side) for name in names if (side := side_of_name(name))), None)


def _closed_by(reading: Reading, start: int, end: int) -> Signature | None:
    """Return the body or outlet whose name alone makes the last line of a text of several."""
    before, _, last = reading.article.text[start:end].rstrip().rpartition("\n")
    line = last.strip(AROUND)
    if not before.strip() or not line or len(line) > LONGEST or line.endswith(SENTENCE_END):
        return None
    place = start + len(before) + 1 + last.index(line)
    for body in reading.organisations:
        for span in body.mentions:
            if span.start == place and span.end - place >= LEAST * len(line):
                country = body.country.value if body.country else None
                return Signature(span.exact, country or side_of_name(span.exact))
    name = line.partition(",")[0]
    side = side_of_name(name)
    return Signature(name, side) if side else None
