"""Pages named on the command line, turned into what is printed; also run in other processes."""

import json
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from giaoluu.cli.spread import spread
from giaoluu.cli.terminal import Outcome

if TYPE_CHECKING:
    from giaoluu.model.capture import Capture
    from giaoluu.model.reading import Reading
    from giaoluu.sources import SourceFailure

Result = TypeVar("Result")

FORMS = ("text", "record", "reading", "article")
"""What `read` can print of a page."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One page as it is printed, or the complaint that stands in its place."""

    text: str = ""
    complaint: str = ""


def print_pages(names: Iterable[str], *, form: str, explain: bool, jobs: int) -> Iterator[Printed]:
    """Yield each named page in one of the forms, in order; a page that fails yields its complaint."""
    from giaoluu.sources import captures

    yield from spread(partial(print_page, form=form, explain=explain), captures(names), died=lost_page, jobs=jobs)


def print_page(capture: "Capture | SourceFailure", *, form: str, explain: bool) -> Printed:
    """Return one page in one of the forms."""

    def print_it(page: "Capture") -> Printed:
        return Printed(_article(page) if form == "article" else _reading(page, form=form, explain=explain))

    return _tried(capture, print_it)


def readings_of(names: Iterable[str], *, jobs: int, outcome: Outcome) -> "Iterator[tuple[Capture, Reading]]":
    """Yield the reading of each named page with its capture, in order; failures go to the outcome."""
    from giaoluu.sources import captures

    for page in spread(read_page, captures(names), died=lost_page, jobs=jobs):
        if isinstance(page, Printed):
            outcome.fail(page.complaint)
        else:
            yield page


def read_page(capture: "Capture | SourceFailure") -> "tuple[Capture, Reading] | Printed":
    """Return a page with its reading, or the complaint that stands in its place."""
    from giaoluu.pipeline import read

    return _tried(capture, lambda page: (page, read(page)))


def _tried(capture: "Capture | SourceFailure", work: "Callable[[Capture], Result]") -> Result | Printed:
    """Return what comes of a page, or a complaint: one page must not cost the rest of a batch."""
    from giaoluu.model.capture import Capture
    from giaoluu.model.errors import GiaoluuError

    if not isinstance(capture, Capture):
        return Printed(complaint=str(capture))
    try:
        return work(capture)
    except GiaoluuError as error:
        return Printed(complaint=f"{capture.name or capture.id}: {error}")
    except Exception as error:  # noqa: BLE001 - a fault of ours on one page; the others are still read
        step = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__}: {error}, {Path(step.filename).name}:{step.lineno}"
        return Printed(
            complaint=f"{capture.name or capture.id}: giaoluu is at fault ({fault}); please report it with the page"
        )


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


def _reading(capture: "Capture", *, form: str, explain: bool) -> str:
    """Return the reading of a capture as text, record or full JSON."""
    from giaoluu.pipeline import read

    reading = read(capture)
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
