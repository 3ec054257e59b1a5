"""One round over the feeds that are watched: what is new is read and taken in, page by page."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click
from django.db import close_old_connections

from giaoluu.cli.ingest import tell
from giaoluu.cli.pages import Printed, Reader, one_line, read_page
from giaoluu.cli.terminal import Outcome, complain
from giaoluu.model.errors import SourceError
from giaoluu.register.ingesting import IngestReport, ingest
from giaoluu.register.linking import link_in_steps
from giaoluu.register.watching import is_known, note, note_failed, note_read
from giaoluu.sources import Wishes
from giaoluu.sources.capturing import without_password
from giaoluu.sources.visiting import captures_of_items, download_of_feed, opened, place_of

if TYPE_CHECKING:
    from giaoluu.model.capture import Capture
    from giaoluu.model.reading import Reading
    from giaoluu.register.models import Feed
    from giaoluu.sources import SourceFailure

BECAME = ("new", "changed", "reread", "unchanged")


class Round:
    """How rounds are made: what is wished of feeds, who reads, and whom failures are told."""

    def __init__(self, wishes: Wishes, reader: Reader, outcome: Outcome, *, as_json: bool, link: bool) -> None:
        self.met = list[tuple[str, str]]()
        self.wishes = replace(wishes, is_known=is_known, met=lambda *told: self.met.append(told))
        self.reader, self.outcome, self.as_json, self.link = reader, outcome, as_json, link

    def go(self, feeds: "list[Feed]") -> None:
        """Read each feed once; one that fails costs no other."""
        close_old_connections()  # a server may have ended those of the last round
        taken = sum(self._read(feed) for feed in feeds)
        if self.link and taken:
            sum(link_in_steps())

    def _read(self, feed: "Feed") -> int:
        """Take in what is new in a feed, and return how many pages that were."""
        version = feed.etag, feed.modified
        try:
            asked = download_of_feed(feed.address, version)
            if asked.is_unchanged:
                note_read(feed, title="", pages=0, version=version)
                return 0
            place = place_of(feed.address, asked)
            found = opened(asked.content, place)
        except SourceError as error:
            words = without_password(str(error))
            note_failed(feed, words)
            self.outcome.fail(words)
            return 0
        failures, tried, taken = self.outcome.failures, 0, 0
        for capture in captures_of_items(found, place, self.wishes):
            tried += 1
            taken += self._take(capture)
            note(self.met)
            self.met.clear()
        # What is left for the next time must be in the feed then, whether it changes or not.
        is_done = failures == self.outcome.failures and tried < self.wishes.most
        note_read(feed, title=found.title, pages=taken, version=(asked.etag, asked.modified) if is_done else ("", ""))
        return taken

    def _take(self, capture: "Capture | SourceFailure") -> int:
        """Read one page and take it in; say so in one line, and return 1 for one that is new to the register."""
        page = read_page(capture, reader=self.reader)
        if isinstance(page, Printed):
            self.outcome.fail(page.complaint)
            return 0
        got, reading, loss, remark = page
        if loss:
            self.outcome.lose(loss)
        if remark:
            complain(remark)
        report = ingest([(got, reading)])
        tell(report, self.outcome)
        if not report.refused:
            click.echo(self._line(report, got, reading))
        return report.new + report.changed

    def _line(self, report: IngestReport, capture: "Capture", reading: "Reading") -> str:
        """Return what is said of a page that was taken in."""
        became = next(name for name in BECAME if getattr(report, name))
        title = reading.article.title.value if reading.article.title else ""
        told = {
            "outcome": became,
            "id": reading.id,
            "title": title,
            "exchange": reading.is_exchange,
            "url": capture.url,
        }
        if self.as_json:
            return one_line(told)
        return "  ".join(filter(None, (became, reading.id, title, capture.url)))
