"""The corridor: one capture in, one reading out; many readings in, links out. Pure: the same input, the same output.

A newcomer reads this file first: each line is a room, and what passes between them is a word of
`giaoluu.model`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from giaoluu import __version__
from giaoluu.activities import Told, find_activities
from giaoluu.articles import article_of, bare_capture
from giaoluu.coverage import Print, PrintedNames, Same, link_prints, print_of
from giaoluu.coverage import compare as compare_readings
from giaoluu.coverage import link as link_readings
from giaoluu.entries import entry_language, read_entry
from giaoluu.langs.gate import gate as gate_of_packs
from giaoluu.langs.pack import Pack, codes, pack
from giaoluu.langs.tapes import Tapes
from giaoluu.mentions import find_mentions
from giaoluu.model.activities import ActivityMention
from giaoluu.model.article import Article, Zone, ZoneKind
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.links import Comparison, Identities, Links, Tie
from giaoluu.model.mentions import Mentions, Person
from giaoluu.model.reading import Issue, Reading, Run

if TYPE_CHECKING:
    from giaoluu.identities.judgements import Ruling
    from giaoluu.identities.sightings import Sighting


def read(capture: Capture, *, gate: bool = False) -> Reading:
    """Return all that one capture says, every fact with its span.

    A page in a language without a pack is an article without facts: its reading says so. With `gate` so is a page
    that cannot be about an exchange by its words alone, which costs little to tell.
    Raises ArticleError where the capture holds no readable text.

    >>> from giaoluu.sources import capture_of
    >>> page = "Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath."
    >>> reading = read(capture_of(page.encode()))
    >>> [activity.kind.value for activity in reading.activities]
    ['meeting']
    """
    if capture.media_type is MediaType.ENTRY:
        return _read_entry(capture)
    if gate:
        bare = bare_capture(capture)
        if reason := gate_of_packs().refusal(bare.text):
            run = _run(*map(pack, codes()))
            return Reading(article_of(bare), run, is_exchange=False, exchange_reason=reason)
    article = article_of(capture)
    if article.language not in codes():
        reason = f"no language pack for {article.language or 'this language'}"
        return Reading(article, _run(), is_exchange=False, exchange_reason=reason)
    words = pack(article.language)
    tapes = Tapes(article.text, words)
    mentions = find_mentions(article, words, tapes)
    told = find_activities(article, mentions, words, tapes)
    return _reading(article, words, mentions, told)


def identify(
    readings: Iterable[Reading], links: Links | None = None, *, rulings: "Iterable[Ruling]" = ()
) -> Identities:
    """Return who is the same in these readings, as far as names, posts, countries and days show it.

    With `links` also those are one who took part in one activity under one name, or in one post. What people judged
    (`rulings`) wins over both, whichever way two come together.
    """
    from giaoluu.identities.sightings import sightings_of

    sightings = (sighting for reading in readings for sighting in sightings_of(reading))
    return _names(sightings, [*_merges(links), *rulings])


def link(readings: Iterable[Reading], identities: Identities | None = None, *, judged: Iterable[Tie] = ()) -> Links:
    """Return which readings tell one activity, who copied whom, and what a person should look at.

    `judged` are ties that people made: SAME with a score beyond all others, or DIFFERENT with none (`judged_tie`).
    Readings are asked for once, one after the other, and only what is compared of them is kept.

    >>> from giaoluu import samples
    >>> from giaoluu.sources import captures
    >>> pages = captures([str(samples.page_of(name)) for name in ("readout-vi", "readout-zh")])
    >>> [len(one.accounts) for one in link(map(read, pages)).activities if len(one.witnesses) > 1]
    [2]
    """
    if identities is not None:
        return link_readings(readings, identities, judged=judged)
    from giaoluu.identities.sightings import Kept, sightings_of

    kept, same, nobody = Kept(), Same(), PrintedNames()
    prints: list[Print] = []
    for reading in readings:
        kept.add(sightings_of(reading))
        prints.append(same.print(print_of(reading), nobody))
    return link_prints(prints, _names(kept.sightings), judged=judged)


def _names(sightings: "Iterable[Sighting]", rulings: "Iterable[Ruling]" = ()) -> Identities:
    """Return who is whom of these sightings."""
    from giaoluu.identities.resolver import Resolver

    entities = Resolver(sightings, rulings).entities()
    return Names({sighting: entity.id for entity in entities for sighting in entity.sightings})


def _merges(links: Links | None) -> "Iterator[Ruling]":
    """Yield what one activity shows of people as judgements before all others, so that any other overrules it."""
    from giaoluu.identities.judgements import Merge

    for number, one in enumerate(links.people if links else ()):
        left, right = (f"{end.reading}/{end.party}" for end in (one.left, one.right))
        yield Merge("", f"one activity {number}", why=one.reason, left=left, right=right)


def compare(left: Reading, right: Reading, identities: Identities | None = None) -> Comparison:
    """Return two accounts of one activity side by side. Raises ArticleError where one tells of no activity."""
    return compare_readings(left, right, identities or identify((left, right)))


class Names(PrintedNames):
    """Names across scripts by their readings: what `coverage` needs to know of `identities`."""

    def __init__(self, entities: Mapping[str, str]) -> None:
        self._entities = entities

    def entity(self, reading: str, party: str) -> str | None:
        """Return the entity of a person of a reading."""
        return self._entities.get(f"{reading}/{party}")

    NAME = 0.85
    PERHAPS = 0.4

    def keys(self, name: str) -> frozenset[str]:
        """Return what a name is filed under in any script."""
        from giaoluu.identities.keys import whole_keys  # tables of names, which reading does without

        return whole_keys(name)

    def alike(self, left: str, right: str) -> bool | None:
        """Say whether two names may be one person's; None where nothing decides it."""
        printed = super().alike(left, right)
        if printed:
            return True
        score = _fit(left, right)
        return True if score >= self.NAME else None if score >= self.PERHAPS else printed


def _read_entry(capture: Capture) -> Reading:
    """Return the reading of what a person entered; a pack lends only what it knows of the words of a cell."""
    language = entry_language(capture)
    return read_entry(capture, partial(_lent, language) if language in codes() else None)


@lru_cache(maxsize=1 << 12)
def _lent(language: str, words: str) -> Mentions:
    """Return what a pack finds in the words of one cell; offices write the same ones again and again."""
    zone = Zone(0, len(words), ZoneKind.BODY)
    return find_mentions(Article("cell", "", words, language, (zone,)), pack(language))


@lru_cache(maxsize=1 << 16)
def _fit(left: str, right: str) -> float:
    """Return how two names go together."""
    from giaoluu.identities.names import fit_names

    return fit_names(left, right).score


def _run(*packs: Pack) -> Run:
    """Return the versions of what reads."""
    return Run(__version__, tuple((one.code, one.version) for one in packs))


def _reading(article: Article, words: Pack, mentions: Mentions, told: Told) -> Reading:
    """Put together what the rooms found."""
    people = tuple(_placed(person, told.activities) for person in mentions.people)
    issues = tuple(
        Issue(f"i{number}", "reader", message, span) for number, (message, span) in enumerate(mentions.issues, start=1)
    )
    return Reading(
        article,
        _run(words),
        told.is_exchange,
        told.reason,
        people,
        mentions.organisations,
        told.delegations,
        mentions.places,
        mentions.dates,
        mentions.quantities,
        mentions.occasions,
        mentions.frameworks,
        mentions.documents,
        told.activities,
        told.quotations,
        told.commitments,
        told.proposals,
        issues,
    )


def _placed(person: Person, activities: tuple[ActivityMention, ...]) -> Person:
    """Mark a person who takes part in nothing here as background."""
    taking_part = any(
        participant.party == person.id for activity in activities for participant in activity.participants
    )
    return person if person.background != taking_part else replace(person, background=not taking_part)
