"""The reading of an entry: its cells as facts, each on its own words in the entry's text."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from giaoluu import __version__
from giaoluu.entries.entry import Sort, entry_of
from giaoluu.entries.facts import Facts
from giaoluu.entries.lines import laid_out
from giaoluu.entries.parties import EntryParties, Lend
from giaoluu.entries.telling import told_of
from giaoluu.model.article import Article, Zone, ZoneKind
from giaoluu.model.capture import Capture
from giaoluu.model.mentions import DateMention, Document, Mentions, Occasion, OccasionKind, Quantity
from giaoluu.model.reading import Reading, Run
from giaoluu.model.spans import Cited

HEADINGS = ("title", "name", "delegation", "topics.0", "participants.0.name", "outcome.0", "kind")
"""Places of an entry by which it is called, the best first."""


READER = ("entry", "1")
"""What stands for a pack in the run of an entry's reading."""


def is_by_hand(reading: Reading) -> bool:
    """Say whether a reading is that of an entry, and not of a page that somebody published."""
    return any((*pack,) == READER for pack in reading.run.packs)


def entry_language(capture: Capture) -> str:
    """Return the language in which an entry is kept."""
    return _facts(capture.content).entry.language


def article_of_entry(capture: Capture) -> Article:
    """Return the article that an entry is: a line for each field; its title is what it is called by."""
    facts = _facts(capture.content)
    entry = facts.entry
    zones = tuple(Zone(start, end, _zone_kind(name), "entry") for start, end, name in facts.page.lines)
    title = next((facts.cite(words, name) for name in HEADINGS if (words := facts.words(name))), None)
    return Article(
        capture.id,
        capture.digest,
        facts.page.text,
        entry.language,
        zones,
        title=title,
        source=facts.cited("source"),
        fetched=entry.when or None,
    )


def read_entry(capture: Capture, lend: Lend | None = None) -> Reading:
    """Return the reading of an entry. `lend` gives what a pack knows of a cell: keys of places, kinds of bodies.

    >>> from giaoluu.entries.entry import Entry, capture_of_entry
    >>> cells = {"kind": "meeting", "date": "5/3/2025", "place": "Huế"}
    >>> entry = Entry("entry-1", Sort.ACTIVITY, "vi", cells, dates={"date": "2025-03-05"})
    >>> activity = read_entry(capture_of_entry(entry)).activities[0]
    >>> activity.kind.value, str(activity.date.value), activity.date.span.exact
    ('meeting', '2025-03-05', '5/3/2025')
    """
    facts = _facts(capture.content)
    entry = facts.entry
    article = article_of_entry(capture)
    run = Run(__version__, (READER,))
    if entry.withdrawn:
        return Reading(article, run, is_exchange=False, exchange_reason=f"withdrawn by {entry.who or 'its author'}")
    parties = EntryParties(facts, lend or (lambda _words: Mentions()))
    if entry.sort is not Sort.ACTIVITY:
        return _record(article, run, facts, parties)
    return _activity(article, run, facts, parties)


@lru_cache(maxsize=2)
def _facts(content: bytes) -> Facts:
    """Return the entry that stands in bytes with its text; its article and its reading ask one after the other."""
    entry = entry_of(content)
    return Facts(entry, laid_out(entry.sort, entry.language, entry.cells, entry.rows, entry.other))


def _zone_kind(name: str) -> ZoneKind:
    return ZoneKind.TITLE if name == "title" else ZoneKind.BODY


def _activity(article: Article, run: Run, facts: Facts, parties: EntryParties) -> Reading:
    """Return the reading of an entry that tells of an activity."""
    participants = parties.participants()
    places = parties.places("place")
    quantities = tuple(_quantities(facts))
    occasions = tuple(_occasions(facts, parties))
    documents = tuple(Document(f"u{n}", "agreement", one) for n, one in enumerate(facts.items("agreements"), start=1))
    delegations = parties.delegations(next((one.id for one in quantities if one.of == "persons"), None))
    told = told_of(facts, parties, participants=participants, places=places)
    activities = tuple(
        replace(
            one,
            quantities=tuple(quantity.id for quantity in quantities),
            occasions=tuple(occasion.id for occasion in occasions),
            documents=tuple(document.id for document in documents),
            delegations=tuple(delegation.id for delegation in delegations),
        )
        for one in told.activities
    )
    return Reading(
        article,
        run,
        is_exchange=True,
        exchange_reason="entered by hand" if facts.is_by_hand else "entered from a sheet",
        people=parties.people(),
        organisations=parties.organisations(),
        delegations=delegations,
        places=places,
        dates=tuple(_dates(facts)),
        quantities=quantities,
        occasions=occasions,
        documents=documents,
        activities=activities,
        quotations=told.quotations,
        commitments=told.commitments,
        proposals=told.proposals,
    )


def _record(article: Article, run: Run, facts: Facts, parties: EntryParties) -> Reading:
    """Return the reading of an entry that tells of a person, a body, a series or a term."""
    match facts.entry.sort:
        case Sort.PERSON:
            parties.add_subject()
        case Sort.BODY:
            parties.add_body_subject()
    occasions = tuple(_subject_occasions(facts, parties))
    places = parties.places("place")
    return Reading(
        article,
        run,
        is_exchange=False,
        exchange_reason="entered by hand: no activity",
        people=parties.people(),
        organisations=parties.organisations(),
        places=places,
        dates=tuple(_dates(facts)),
        occasions=occasions,
    )


def _quantities(facts: Facts) -> Iterator[Quantity]:
    """Yield how many people and days there were."""
    for number, (name, unit) in enumerate((("persons", None), ("days", "day")), start=1):
        if span := facts.span(name):
            yield Quantity(
                f"n{number}", span, facts.rule, facts.number(name), unit, "persons" if unit is None else None
            )


def _dates(facts: Facts) -> Iterator[DateMention]:
    """Yield the dates that were written."""
    for number, (place, edtf) in enumerate(facts.edtfs(), start=1):
        if span := facts.span(place):
            yield DateMention(f"d{number}", span, facts.rule, edtf)


def _occasions(facts: Facts, parties: EntryParties) -> Iterator[Occasion]:
    """Yield the programme, the series with its edition, and the anniversary."""
    if name := facts.cited("programme"):
        yield Occasion("s1", OccasionKind.PROGRAMME, name)
    if name := facts.cited("series"):
        edition = facts.ordinal("edition")
        yield Occasion("s2", OccasionKind.SERIES, name, facts.cite(edition, "edition") if edition else None)
    if name := facts.cited("occasion"):
        yield parties.anniversary("s3", name)


def _subject_occasions(facts: Facts, parties: EntryParties) -> Iterator[Occasion]:
    """Yield what an entry of a series or a term tells: each edition, or the term with its body."""
    name = facts.cited("name")
    if name is None:
        return
    if facts.entry.sort is Sort.TERM:
        number = facts.ordinal("edition")
        edition: Cited[int] | None = facts.cite(number, "edition") if number else None
        yield Occasion("s1", OccasionKind.TERM, name, edition, date=facts.date("date"), body=parties.body("body"))
    if facts.entry.sort is Sort.SERIES:
        body = parties.body("host")
        rows = range(len(facts.entry.rows.get("editions", ())))
        for row in rows:
            at = f"editions.{row}."
            number = facts.ordinal(at + "edition")
            edition = facts.cite(number, at + "edition") if number else None
            yield Occasion(f"s{row + 1}", OccasionKind.SERIES, name, edition, date=facts.date(at + "date"), body=body)
        if not rows:
            yield Occasion("s1", OccasionKind.SERIES, name, body=body)
