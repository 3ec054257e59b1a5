"""Pages named on the command line, turned into what is printed; also run in other processes."""

import json
import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from giaoluu.cli.spread import spread
from giaoluu.cli.terminal import Outcome, complain

if TYPE_CHECKING:
    from giaoluu.endpoint import Endpoint
    from giaoluu.model.capture import Capture
    from giaoluu.model.reading import Reading
    from giaoluu.sources import SourceFailure, Wishes

Result = TypeVar("Result")

FORMS = ("text", "record", "reading", "article")
"""What `read` can print of a page."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How pages are read."""

    endpoint: "Endpoint | None" = None
    """The model that reads them once more."""
    gate: bool = False
    """Whether pages that cannot be about an exchange are not read."""


RULES = Reader()
"""The rules alone, for every page."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One page as it is printed with what is to be told of it, or the complaint that stands in its place."""

    text: str = ""
    complaint: str = ""
    loss: str = ""
    """What is lost of a page that is printed."""
    note: str = ""
    """What its reader should know, though nothing went wrong."""


def print_pages(
    names: Iterable[str], *, form: str, explain: bool, jobs: int, reader: Reader = RULES, wishes: "Wishes | None" = None
) -> Iterator[Printed]:
    """Yield each named page in one of the forms, in order; a page that fails yields its complaint."""
    from giaoluu.sources import Wishes, captures

    work = partial(print_page, form=form, explain=explain, reader=reader)
    yield from spread(work, captures(names, wishes=wishes or Wishes(complain)), died=lost_page, jobs=jobs)


def print_page(capture: "Capture | SourceFailure", *, form: str, explain: bool, reader: Reader = RULES) -> Printed:
    """Return one page in one of the forms."""

    def print_it(page: "Capture") -> Printed:
        loss = lost_characters(page)
        if form == "article":
            return Printed(_article(page), loss=loss)
        reading, loss, note = _read(page, reader)
        return Printed(_reading(reading, form=form, explain=explain), loss=loss, note=note)

    return _tried(capture, print_it)


def readings_of(
    names: Iterable[str], *, jobs: int, outcome: Outcome, reader: Reader = RULES, wishes: "Wishes | None" = None
) -> "Iterator[tuple[Capture, Reading]]":
    """Yield the reading of each named page with its capture, in order; failures go to the outcome."""
    from giaoluu.sources import Wishes, captures

    found = captures(names, wishes=wishes or Wishes(complain))
    for page in spread(partial(read_page, reader=reader), found, died=lost_page, jobs=jobs):
        if isinstance(page, Printed):
            outcome.fail(page.complaint)
            continue
        capture, reading, loss, note = page
        if loss:
            outcome.lose(loss)
        if note:
            complain(note)
        yield capture, reading


def read_page(
    capture: "Capture | SourceFailure", *, reader: Reader = RULES
) -> "tuple[Capture, Reading, str, str] | Printed":
    """Return a page, its reading, what is lost of it and what to know of it; or the complaint in its place."""
    return _tried(capture, lambda page: (page, *_read(page, reader)))


def _read(page: "Capture", reader: Reader) -> "tuple[Reading, str, str]":
    """Return the reading of a page, what is lost of it and what to know of it.

    A model that gives no answer costs its part alone: the reading of the rules stands.
    """
    from giaoluu.model.errors import EndpointError
    from giaoluu.pipeline import read

    plugged = os.environ.get("GIAOLUU_READER")
    reading = _plugged_reader(plugged)(page) if plugged else read(page, gate=reader.gate)
    losses, notes = [lost_characters(page)], [without_pack(page, reading)]
    if reader.endpoint is not None:
        from giaoluu.endpoint import ask

        try:
            second = ask(reader.endpoint, reading)
            reading = second.reading
            notes += [f"{page.name or page.id}: refused, {one}" for one in second.refused]
        except EndpointError as error:
            losses.append(str(error))
    return reading, "; ".join(filter(None, losses)), "\n".join(filter(None, notes))


def _plugged_reader(name: str) -> "Callable[[Capture], Reading]":
    """Return the reader of a plug-in."""
    from giaoluu.langs.plugins import plugin

    chosen: Callable[[Capture], Reading] = plugin("giaoluu.readers", name)
    return chosen


def _tried(capture: "Capture | SourceFailure", work: "Callable[[Capture], Result]") -> Result | Printed:
    """Return what comes of a page, or a complaint: one page must not cost the rest of a batch."""
    from giaoluu.model.capture import Capture
    from giaoluu.model.errors import GiaoluuError

    if not isinstance(capture, Capture):
        return Printed(complaint=str(capture))
    try:
        return work(capture)
    except GiaoluuError as error:
        return Printed(complaint=_named(capture, str(error)))
    except Exception as error:  # noqa: BLE001 - a fault of ours on one page; the others are still read
        step = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__}: {error}, {Path(step.filename).name}:{step.lineno}"
        return Printed(
            complaint=f"{capture.name or capture.id}: giaoluu is at fault ({fault}); please report it with the page"
        )


def _named(capture: "Capture", message: str) -> str:
    """Return a message that begins with the name of the page, once."""
    name = capture.name or capture.id
    return message if message.startswith(name) else f"{name}: {message}"


def lost_characters(capture: "Capture") -> str:
    """Return what to tell of a page with broken characters; nothing where all are whole."""
    if "unreadable" not in (capture.encoding or ""):
        return ""
    return f"{capture.name or capture.id}: characters are broken, {capture.encoding}; save the page again as UTF-8"


def without_pack(capture: "Capture", reading: "Reading") -> str:
    """Return what to tell of a page in a language that no pack knows; nothing where one does."""
    if reading.run.packs:
        return ""
    from giaoluu.langs.pack import codes

    name = capture.name or capture.id
    return f"{name}: {reading.exchange_reason}, so that it gives no facts; packs at hand: {', '.join(codes())}"


def lost_page(capture: "Capture | SourceFailure") -> Printed:
    """Return the complaint about a page with which a reading process ended."""
    from giaoluu.model.capture import Capture

    name = (capture.name or capture.id) if isinstance(capture, Capture) else str(capture)
    return Printed(
        complaint=f"{name}: the process that read it was ended by the system; look at its size, then --jobs 1"
    )


def _article(capture: "Capture") -> str:
    """Return the article of a capture as a line of JSON."""
    from giaoluu.articles import article_of
    from giaoluu.reports.article import article_record

    return one_line(article_record(article_of(capture)))


def _reading(reading: "Reading", *, form: str, explain: bool) -> str:
    """Return a reading as text, record or full JSON."""
    if form == "text":
        from giaoluu.reports.text import readable

        return readable(reading, explain=explain)
    if form == "record":
        from giaoluu.reports.record import record

        return one_line(record(reading))
    from giaoluu.model.codec import to_json

    return to_json(reading)


def one_line(value: object) -> str:
    """Return a value as one line of JSON, letters as they are.

    >>> one_line({"name": "Hà Nội"})
    '{"name": "Hà Nội"}'
    """
    return json.dumps(value, ensure_ascii=False)
