"""The measurement of one document, and of links between documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from giaoluu.evaluation.dates import agreement
from giaoluu.evaluation.pairing import (
    Someone,
    golden_people,
    pair_bodies,
    pair_deeds,
    pair_people,
    pairs_of,
    predicted_people,
    right_country,
    right_site,
    right_speaker,
    right_words,
    same_group,
)
from giaoluu.evaluation.records import Deed, Party, Record, Saying
from giaoluu.evaluation.scores import Tally
from giaoluu.evaluation.text import Text
from giaoluu.evaluation.words import same_post

PERSONS = ("persons name+country", "persons name")
KINDS = ("activity kind", "activity kind group")
SAYINGS = ("statements evidence", "statements +speaker", "statements +speaker+type")


@dataclass(frozen=True, slots=True)
class Link:
    """A mention whose golden identity is known, with the identity that the reader gave it."""

    document: str
    language: str
    golden: str
    given: str | None


@dataclass(frozen=True, slots=True)
class Links:
    """Mentions of persons and of activities that may be the same in several documents."""

    persons: tuple[Link, ...] = ()
    events: tuple[Link, ...] = ()


def measure_negative(tally: Tally, given: Record | None) -> None:
    """Count all that was found in a document that reports no exchange: it is wrong."""
    if given is None or not given.is_exchange:
        return
    tally.add("relevance", wrong=1)
    tally.miss("relevance", given.id, "taken for an exchange")
    persons, bodies = predicted_people(given)
    tally.add("bodies (org)", wrong=len(bodies))
    for measures, found in ((PERSONS, persons), (KINDS, given.deeds), (SAYINGS, given.sayings)):
        for measure in measures:
            tally.add(measure, wrong=len(found))


def measure_document(tally: Tally, golden: Record, given: Record | None, text: Text | None) -> Links:
    """Count what a reader found in one document against its golden record."""
    said = given is not None and given.is_exchange
    if not golden.borderline:
        right = said == golden.is_exchange
        tally.add("relevance", right=said and right, wrong=said and not right, missed=not said and not right)
        if not right:
            tally.miss("relevance", golden.id, "taken for an exchange" if said else "missed")
    record = given if given is not None and said else Record(golden.id, is_exchange=False)
    wanted, wanted_bodies = golden_people(golden)
    persons, bodies = predicted_people(record)
    found = pair_people(persons, wanted)
    _persons(tally, golden.id, persons, wanted, found)
    _posts(tally, golden.id, persons, wanted, found)
    _bodies(tally, bodies, wanted_bodies)
    events = _deeds(tally, golden, record)
    _sayings(tally, golden, record, text, wanted)
    links = (
        Link(golden.id, golden.language, one, persons[a].identity)
        for a, b in found.items()
        if (one := wanted[b].party.identity)
    )
    return Links(tuple(links), events)


def measure_links(tally: Tally, links: Sequence[Links]) -> None:
    """Count pairs of mentions in different documents: linked if and only if they are the same."""
    persons = [link for one in links for link in one.persons]
    events = [link for one in links for link in one.events]
    for left, right in combinations(persons, 2):
        _link(tally, "identity all", left, right)
        if left.language != right.language:
            _link(tally, "identity across languages", left, right)
    for left, right in combinations(events, 2):
        _link(tally, "merging", left, right)


def _link(tally: Tally, measure: str, left: Link, right: Link) -> None:
    """Count one pair of mentions."""
    if left.document == right.document:
        return
    same, said = left.golden == right.golden, left.given is not None and left.given == right.given
    tally.add(measure, right=same and said, wrong=said and not same, missed=same and not said)
    if same != said:
        verdict = "not linked" if same else "wrongly linked"
        tally.miss(measure, f"{left.document} ~ {right.document}", f"{left.golden} / {right.golden}: {verdict}")


def _persons(tally: Tally, document: str, persons: list[Party], wanted: list[Someone], found: dict[int, int]) -> None:
    """Count names, and names with the right country."""
    for a, b in found.items():
        if wanted[b].needed:
            tally.add("persons name", right=1)
            right = right_country(persons[a], wanted[b])
            tally.tick("persons name+country", right)
            if not right:
                given, wish = (sorted(one) for one in (persons[a].countries, wanted[b].party.countries))
                tally.miss("persons name+country", document, f"{persons[a].name}: {given} for {wish}")
    extra = [party.name for a, party in enumerate(persons) if a not in found]
    lost = [someone.name for b, someone in enumerate(wanted) if someone.needed and b not in found.values()]
    for measure in PERSONS:
        tally.add(measure, wrong=len(extra), missed=len(lost))
    for name in extra:
        tally.miss("persons name", document, f"extra: {name}")
    for name in lost:
        tally.miss("persons name", document, f"missed: {name}")


def _posts(tally: Tally, document: str, persons: list[Party], wanted: list[Someone], found: dict[int, int]) -> None:
    """Count the posts of the persons that must be found; one who has no post in the document is not judged."""
    by_golden = {b: a for a, b in found.items()}
    for b, someone in enumerate(wanted):
        if not someone.needed or not someone.post:
            continue
        given = persons[by_golden[b]].post if b in by_golden else None
        right = bool(given) and same_post(given or "", someone.wanted_posts)
        tally.add("posts", right=right, wrong=bool(given) and not right, missed=not right)
        if not right:
            tally.miss("posts", document, f"{someone.name}: {given!r} for {someone.post!r}")


def _bodies(tally: Tally, bodies: list[Party], wanted: list[Someone]) -> None:
    """Count bodies that take part without a named person."""
    found = pair_bodies(bodies, wanted)
    lost = sum(someone.needed and b not in found.values() for b, someone in enumerate(wanted))
    tally.add(
        "bodies (org)", right=sum(wanted[b].needed for b in found.values()), wrong=len(bodies) - len(found), missed=lost
    )


def _deeds(tally: Tally, golden: Record, given: Record) -> tuple[Link, ...]:
    """Count kinds, dates and places of the main activities; return the mentions of shared events."""
    found = pair_deeds(given.deeds, golden.deeds)
    for a, deed in enumerate(given.deeds):
        if a not in found:
            for measure in KINDS:
                tally.add(measure, wrong=1)
            tally.miss("activity kind", golden.id, f"extra: {deed.kind} {deed.date}")
    by_golden = {b: given.deeds[a] for a, b in found.items()}
    for b, wanted in enumerate(golden.deeds):
        if wanted.main:
            _kind(tally, golden.id, by_golden.get(b), wanted)
            _date(tally, golden.id, by_golden.get(b), wanted)
            _site(tally, golden.id, by_golden.get(b), wanted)
    main = ((b, deed) for b, deed in enumerate(golden.deeds) if deed.main and b in by_golden)
    return tuple(Link(golden.id, golden.language, deed.event, by_golden[b].event) for b, deed in main if deed.event)


def _kind(tally: Tally, document: str, given: Deed | None, wanted: Deed) -> None:
    """Count the kind of one main activity."""
    if given is None:
        for measure in KINDS:
            tally.add(measure, missed=1)
        tally.miss("activity kind", document, f"missed: {wanted.kind} {wanted.date}")
        return
    right = given.kind in wanted.kinds
    tally.tick("activity kind", right)
    tally.tick("activity kind group", same_group(given, wanted))
    if not right:
        tally.miss("activity kind", document, f"{given.kind} for {wanted.kind}")


def _date(tally: Tally, document: str, given: Deed | None, wanted: Deed) -> None:
    """Count the date of one main activity; where none is right too, its absence is no miss."""
    date = given.date if given else None
    match = agreement(date, wanted.date, wanted.other_dates) if date else None
    needed = bool(wanted.date) and not wanted.dateless
    for measure, right in (("date strict", match == "strict"), ("date soft", match is not None)):
        tally.add(measure, right=right, wrong=bool(date) and not right, missed=needed and not right)
    if date and match != "strict":
        tally.miss("date strict", document, f"{date} for {wanted.date} ({match})")


def _site(tally: Tally, document: str, given: Deed | None, wanted: Deed) -> None:
    """Count the place of one main activity; a place where the golden record has none is not judged."""
    if wanted.site is None:
        return
    site = given.site if given else None
    right = site is not None and right_site(site, wanted.site)
    tally.add("place", right=right, wrong=_says(given) and not right, missed=not right)
    if site and not right:
        tally.miss("place", document, f"{site.names} for {wanted.site.names}")


def _says(deed: Deed | None) -> bool:
    """Say whether a predicted activity names a place at all."""
    return deed is not None and deed.site is not None and bool(deed.site.names or deed.site.country)


def _sayings(tally: Tally, golden: Record, given: Record, text: Text | None, people: list[Someone]) -> None:
    """Count statements: the sentence, then the speaker too, then the act too."""
    cells = tuple(product(range(len(given.sayings)), range(len(golden.sayings))))
    words = {(a, b): right_words(text, given.sayings[a], golden.sayings[b]) for a, b in cells}
    voice = {(a, b): right_speaker(given.sayings[a], golden.sayings[b], people) for a, b in cells}
    act = {(a, b): golden.sayings[b].allows(given.sayings[a].act) for a, b in cells}
    worth = {(a, b): 1 + voice[a, b] + act[a, b] + (given.sayings[a].act == golden.sayings[b].act) for a, b in cells}
    free = _free(golden, given, text, {a for a, b in cells if words[a, b]})
    found: dict[int, int] = {}
    for measure, demand in zip(SAYINGS, (words, voice, act), strict=True):
        worth = {cell: worth[cell] * demand[cell] for cell in cells}
        found = pairs_of(worth, least=1)
        wrong = len(given.sayings) - len(found) - free if golden.complete else 0
        tally.add(measure, right=len(found), missed=len(golden.sayings) - len(found), wrong=wrong)
    for b, wanted in enumerate(golden.sayings):
        if b not in found.values():
            tally.miss(SAYINGS[-1], golden.id, f"missed: {wanted.speakers[0]} {wanted.act}: {wanted.words}")


def _free(golden: Record, given: Record, text: Text | None, matched: set[int]) -> int:
    """Return how many statements rest on sentences that cost nothing: repeating captions, voices from outside."""
    neutral = [Saying((), None, words) for words in golden.neutral]
    return sum(
        a not in matched and any(right_words(text, one, other) for other in neutral)
        for a, one in enumerate(given.sayings)
    )
