"""Which sightings are one person beyond doubt: the same name, country and post, body or day, year after year."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from giaoluu.identities.forms import HAN, fold_name
from giaoluu.identities.keys import keys
from giaoluu.identities.organisations import organisation_key
from giaoluu.identities.people import match_names
from giaoluu.identities.posts import fields_of, is_one_in_a_country
from giaoluu.identities.sightings import Sighting
from giaoluu.identities.verdicts import Context, Decision, Verdict

MOST_NAMES = 60
"""Names that share a key, country and post, body or day; where there are more, the key says too little."""


class Written(NamedTuple):
    """A name as it is written: folded, and whether in Han signs."""

    folded: str
    is_han: bool

    def differs(self, other: "Written") -> bool:
        """Say whether two names in Han signs are not the same: signs tell apart whom sounds do not."""
        return self.is_han and other.is_han and self.folded != other.folded


class Profile(NamedTuple):
    """What sightings share that nothing tells apart: name and context. `only` sets apart one that a person judged."""

    name: str
    context: Context
    written: Written
    only: str = ""


class Link(NamedTuple):
    """Two profiles that are one person, and how sure that is."""

    left: Profile
    right: Profile
    score: float


Strand = list[Profile]


def profile_of(sighting: Sighting, *, single: bool) -> Profile:
    """Return the profile of a sighting, by its fullest name."""
    name = sighting.names[0]
    written = Written(fold_name(name), bool(HAN.search(name)))
    return Profile(name, sighting.context, written, sighting.id if single else "")


def links(profiles: Iterable[Profile]) -> Iterator[Link]:
    """Yield the links among profiles: along each strand, and between strands of names that read as one.

    A name that could be either of two people with different signs is linked to neither.
    """
    strands = _strands(profiles)
    for strand in strands.values():
        yield from _along(strand)
    found = list(_across(strands))
    readings: dict[tuple[Profile, bool], set[str]] = defaultdict(set)
    for link in found:
        for one, other in ((link.left, link.right), (link.right, link.left)):
            if other.written.is_han:
                readings[one, True].add(other.written.folded)
    for link in found:
        if all(len(readings.get((profile, True), ())) < 2 for profile in (link.left, link.right)):
            yield link


def _strands(profiles: Iterable[Profile]) -> dict[tuple[str, str], Strand]:
    """Return (folded name, anchor) → profiles in order of time."""
    found: dict[tuple[str, str], Strand] = defaultdict(list)
    for profile in profiles:
        for anchor in _anchors(profile.context):
            found[profile.written.folded, anchor].append(profile)
    for strand in found.values():
        strand.sort(key=_time)
    return found


def _anchors(context: Context) -> Iterator[str]:
    """Yield what may hold sightings together: each post, its field, each body, the day."""
    for post in context.posts:
        what = post.kind or fold_name(post.words or "")
        body = "" if post.body is None or is_one_in_a_country(post) else organisation_key(post.body)
        yield f"post {context.country} {what} {body}"
        if fields := fields_of(post.words or ""):  # a ministry is named with its country here, not at all there
            yield f"field {context.country} {what} {' '.join(sorted(fields))}"
    for body in context.bodies:
        yield f"body {context.country} {fold_name(body)}"
    if context.date:
        yield f"day {context.country} {context.date.text}"


def _time(profile: Profile) -> tuple[str, str]:
    return (profile.context.date.text if profile.context.date else "", profile.only)


def _along(strand: Strand) -> Iterator[Link]:
    for one, other in pairwise(strand):
        verdict = _verdict(one, other)
        if verdict.decision is Decision.SAME:
            yield Link(one, other, verdict.score)


def _across(strands: Mapping[tuple[str, str], Strand]) -> Iterator[Link]:
    """Yield links between names that share a key and an anchor, each profile with those nearest in time.

    Anchor by anchor, so that the names that are compared are few at a time, however many there are in all.
    """
    anchored: dict[str, list[str]] = defaultdict(list)
    for name, anchor in sorted(strands):
        anchored[anchor].append(name)
    for anchor, names in anchored.items():
        for one, other in _meeting(names):
            yield from _between(strands[one, anchor], strands[other, anchor])


def _meeting(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each pair of names that share a key, once; a key of too many says too little."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for key in keys(name):
            by_key[key].append(number)
    met: dict[int, set[int]] = defaultdict(set)
    for numbers in by_key.values():
        if 1 < len(numbers) <= MOST_NAMES:
            for place, number in enumerate(numbers[:-1]):
                met[number].update(numbers[place + 1 :])
    for number, others in met.items():
        yield from ((names[number], names[other]) for other in others)


def _between(ours: Strand, theirs: Strand) -> Iterator[Link]:
    if match_names(ours[0].name, theirs[0].name).decision is Decision.DIFFERENT:
        return
    times = [_time(profile) for profile in theirs]
    for profile in ours:
        place = bisect_left(times, _time(profile))
        for other in theirs[max(0, place - 1) : place + 1]:
            verdict = _verdict(profile, other)
            if verdict.decision is Decision.SAME:
                yield Link(profile, other, verdict.score)


def _verdict(one: Profile, other: Profile) -> Verdict:
    return match_names(one.name, other.name, context_a=one.context, context_b=other.context)
