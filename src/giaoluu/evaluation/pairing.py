"""Who of the predicted is who of the golden: one to one, the best first."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from giaoluu.evaluation.dates import agreement
from giaoluu.evaluation.records import Deed, Party, Record, Saying, Site
from giaoluu.evaluation.text import Text
from giaoluu.evaluation.words import (
    GROUPS,
    country_code,
    folded,
    is_joint,
    name_score,
    posts_of,
    same_body,
    same_place_name,
    same_words,
    squeezed,
)

SAME_NAME = 86
SAME_BODY = 80
SAME_DEED = 2.0


@dataclass(slots=True)
class Someone:
    """A person or body of one document, merged over its activities. `needed`: a reader must find it."""

    name: str
    party: Party
    needed: bool
    names: list[str] = field(default_factory=list)
    post: str | None = None
    posts: list[str] = field(default_factory=list)

    @property
    def wanted_posts(self) -> list[str]:
        """Return all forms of the post that are right."""
        return [self.post or "", *posts_of(self.post), *self.posts]


def pairs(left: int, right: int, score: Callable[[int, int], float], *, least: float) -> dict[int, int]:
    """Return which of the left goes with which of the right: greedily by falling score, then by position.

    >>> pairs(2, 2, lambda a, b: a + b, least=1)
    {1: 1}
    """
    return pairs_of({(a, b): score(a, b) for a in range(left) for b in range(right)}, least=least)


def pairs_of(scores: Mapping[tuple[int, int], float], *, least: float) -> dict[int, int]:
    """Return the same for scores that are known.

    >>> pairs_of({(0, 0): 2, (0, 1): 3, (1, 1): 3}, least=1)
    {0: 1}
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for a, b in sorted(scores, key=lambda cell: (-scores[cell], *cell)):
        if scores[a, b] >= least and a not in found and b not in taken:
            found[a] = b
            taken.add(b)
    return found


def golden_people(record: Record) -> tuple[list[Someone], list[Someone]]:
    """Return the persons and the bodies of a golden record, each once."""
    persons: list[Someone] = []
    bodies: list[Someone] = []
    for deed in record.deeds:
        for party in deed.parties:
            needed = deed.main and not party.optional
            if party.name:
                _add_person(persons, party, needed=needed)
                _add_body(bodies, party, needed=False)
            else:
                _add_body(bodies, party, needed=needed)
    return persons, bodies


def predicted_people(record: Record) -> tuple[list[Party], list[Party]]:
    """Return the persons and the bodies that a reader named, each once, completed by later mentions."""
    persons: dict[str, Party] = {}
    bodies: dict[str, Party] = {}
    for party in [*(party for deed in record.deeds for party in deed.parties), *record.further]:
        if party.name:
            known = persons.get(folded(party.name))
            persons[folded(party.name)] = _completed(known, party) if known else party
        elif party.body:
            bodies.setdefault(folded(party.body), party)
    return list(persons.values()), list(bodies.values())


def person_score(party: Party, someone: Someone) -> float:
    """Return how well a predicted person's name agrees with any name of the golden one."""
    return max(name_score(party.name, name) for name in someone.names)


def right_country(party: Party, someone: Someone) -> bool:
    """Say whether a person's country is right; any is where the golden record knows none."""
    return not someone.party.countries or bool(party.countries & someone.party.countries)


def pair_people(persons: list[Party], wanted: list[Someone]) -> dict[int, int]:
    """Pair persons by name; the country decides between equals."""
    return pairs(
        len(persons),
        len(wanted),
        lambda a, b: person_score(persons[a], wanted[b]) + right_country(persons[a], wanted[b]),
        least=SAME_NAME,
    )


def pair_bodies(bodies: list[Party], wanted: list[Someone]) -> dict[int, int]:
    """Pair bodies by name."""
    return pairs(
        len(bodies), len(wanted), lambda a, b: same_body(bodies[a].body or "", wanted[b].name), least=SAME_BODY
    )


def pair_deeds(given: tuple[Deed, ...], wanted: tuple[Deed, ...]) -> dict[int, int]:
    """Pair activities by kind, date, place and persons."""
    return pairs(len(given), len(wanted), lambda a, b: deed_score(given[a], wanted[b]), least=SAME_DEED)


def deed_score(given: Deed, wanted: Deed) -> float:
    """Return how much speaks for two activities being the same one."""
    score = 0.0
    if given.kind in wanted.kinds:
        score += 3 if given.kind == wanted.kind else 2.5
    elif same_group(given, wanted):
        score += 1
    if given.date:
        score += {"strict": 1.5, "soft": 0.7}.get(agreement(given.date, wanted.date, wanted.other_dates) or "", 0)
    if given.site and wanted.site and right_site(given.site, wanted.site):
        score += 1
    score += 3 * _shared_persons(given, wanted)
    return score + (0.3 if wanted.main else 0)


def same_group(given: Deed, wanted: Deed) -> bool:
    """Say whether a kind lies in the group of a right kind."""
    return given.kind in GROUPS and GROUPS[given.kind] in {GROUPS[kind] for kind in wanted.kinds}


def right_site(given: Site, wanted: Site) -> bool:
    """Say whether a place is right; where the golden record knows only the country, that is enough."""
    if not wanted.names:
        return given.any_country is not None and given.any_country in {wanted.country, wanted.other_country}
    return any(same_place_name(one, other) for one in given.names for other in wanted.names)


def right_words(text: Text | None, given: Saying, wanted: Saying) -> bool:
    """Say whether two statements rest on the same sentence."""
    if text is None:
        return same_words(given.words, wanted.words or "")
    if given.start is not None and given.end is not None:
        found = text.sentences_at(given.start, given.end)
    else:
        found = text.sentences_of(given.words)
    return len(found) <= 6 and bool(found & text.sentences_of(wanted.words))


def right_speaker(given: Saying, wanted: Saying, people: Iterable[Someone]) -> bool:
    """Say whether the right person or side speaks."""
    names = tuple(squeezed(name) for name in given.speakers)
    speaker = wanted.speakers[0]
    if speaker == "joint":
        return is_joint(names)
    people = list(people)
    forms = [speaker]
    for someone in people:
        if speaker in someone.names:
            forms += someone.names
    if any(name_score(name, form) for name in names for form in forms):
        return True
    if any(someone.name == speaker for someone in people):
        return False
    own_name = any(name_score(name, someone.name) for name in names for someone in people)
    return bool(given.country) and country_code(given.country) == wanted.country and not own_name


def _add_person(persons: list[Someone], party: Party, *, needed: bool) -> None:
    """Add a person, or what this activity tells more of one who is known."""
    name = party.name or ""
    for known in persons:
        same = party.identity is not None and party.identity == known.party.identity
        if known.name == name or same or name_score(known.name, name) >= 95:
            known.needed |= needed
            known.names = list(dict.fromkeys([*known.names, *party.other_names, name]))
            if party.post and party.post not in (known.post or ""):
                if known.post:
                    known.posts += re.split("; ?", party.post)
                else:
                    known.post = party.post
            known.posts += party.other_posts
            return
    persons.append(Someone(name, party, needed, [name, *party.other_names], party.post, list(party.other_posts)))


def _add_body(bodies: list[Someone], party: Party, *, needed: bool) -> None:
    """Add a body, or remember that a known one is needed."""
    if not party.body:
        return
    for known in bodies:
        if folded(known.name) == folded(party.body):
            known.needed |= needed
            return
    bodies.append(Someone(party.body, party, needed))


def _completed(known: Party, more: Party) -> Party:
    """Return a predicted person with what a second mention adds."""
    return Party(
        name=known.name,
        post=known.post or more.post,
        body=known.body or more.body,
        countries=known.countries or more.countries,
        identity=known.identity or more.identity,
    )


def _shared_persons(given: Deed, wanted: Deed) -> float:
    """Return the share of persons that two activities have in common."""
    mine = [party for party in given.parties if party.name]
    theirs = [
        Someone(party.name, party, needed=True, names=[party.name, *party.other_names])
        for party in wanted.parties
        if party.name
    ]
    if not mine or not theirs:
        return 0
    shared = pairs(len(mine), len(theirs), lambda a, b: person_score(mine[a], theirs[b]), least=SAME_NAME)
    return len(shared) / max(len(mine), len(theirs))
