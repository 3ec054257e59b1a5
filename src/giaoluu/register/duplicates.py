"""What the register may hold already of a reading that is not in it yet: looked for before anything is saved.

Candidates share a person's name key (in any script) or days and a country; each is then weighed as linking weighs it,
and comes with the sentence that says why.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import Q

from giaoluu.coverage import print_of
from giaoluu.coverage.evidence import REVIEW_FROM, judge
from giaoluu.coverage.linking import text_tie_of
from giaoluu.identities.keys import keys
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import Decision, Tie
from giaoluu.model.reading import Reading
from giaoluu.pipeline import Names
from giaoluu.register.models import Activity, ActivityCountry, NameKey, Participant
from giaoluu.register.showing import reading_of

NEARBY = timedelta(2)
LONGEST = timedelta(95)
MOST_ASKED = 400
MOST_WEIGHED = 15
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Likely:
    """An activity of the register that may be the one at hand: which of the reading's activities, and why."""

    activity: Activity
    local: str
    sure: bool
    score: float
    reasons: tuple[str, ...]


def likely_same(reading: Reading, *, but: str = "") -> list[Likely]:
    """Return the activities of the register that may be one with those of a reading, the likeliest first.

    `but` is the page that the reading is of: an entry is no duplicate of its own earlier version.
    """
    if not reading.activities:
        return []
    names = Names({})
    new = print_of(_called(reading, "new"))
    found: dict[int, Likely] = {}
    for article_activities in _by_article(_candidates(reading, but)):
        held = _called(reading_of(article_activities[0].article), "old")
        old = print_of(held)
        text = text_tie_of(new, old, names)
        rows = {row.local: row for row in article_activities[0].article.activities.filter(current=True)}
        for mine in new.accounts:
            for its in old.accounts:
                tie = judge(mine, its, names, text=text)
                row = rows.get(its.key.activity)
                if row is not None and _is_worth_telling(tie) and tie.score > _score(found, row):
                    sure = tie.decision is Decision.SAME
                    found[row.pk] = Likely(row, mine.key.activity, sure, tie.score, tie.reasons)
    return sorted(found.values(), key=lambda one: -one.score)[:MOST_SHOWN]


def _is_worth_telling(tie: Tie) -> bool:
    return tie.decision is not Decision.DIFFERENT and tie.score >= REVIEW_FROM


def _score(found: dict[int, Likely], row: Activity) -> float:
    return found[row.pk].score if row.pk in found else 0.0


def _called(reading: Reading, name: str) -> Reading:
    """Return a reading under another id, so that two of one name can be compared."""
    return replace(reading, article=replace(reading.article, id=name))


def _candidates(reading: Reading, but: str) -> list[Activity]:
    """Return the activities that share the most with those of a reading."""
    votes: Counter[int] = Counter()
    for days in _windows(reading):
        votes.update(_by_names(reading, days))
        votes.update(_by_days(reading, days))
    best = [number for number, _ in votes.most_common(4 * MOST_WEIGHED)]
    rows = Activity.objects.filter(pk__in=best, current=True).exclude(article__page=but).select_related("article")
    return sorted(rows, key=lambda row: (-votes[row.pk], row.pk))[: 2 * MOST_WEIGHED]


def _windows(reading: Reading) -> Iterator[Edtf | None]:
    """Yield the days of each activity, once; None where one has none."""
    yield from dict.fromkeys(one.date.value if one.date else None for one in reading.activities if one.main)


def _by_names(reading: Reading, days: Edtf | None) -> Iterator[int]:
    """Yield the activities in which somebody of one of the names took part, at about that time."""
    printed = [name.value for person in reading.people for name in person.names][:40]
    wanted = frozenset().union(*(keys(name) for name in printed)) if printed else frozenset()
    people = NameKey.objects.filter(key__in=sorted(wanted)[:MOST_ASKED], person__current=True).values("person")
    told = Participant.objects.filter(person__in=people, activity__current=True).filter(_near("activity__", days))
    yield from told.order_by("-activity").values_list("activity", flat=True)[:MOST_ASKED]


def _by_days(reading: Reading, days: Edtf | None) -> Iterator[int]:
    """Yield the activities of the same days with a country in common."""
    if days is None or days.earliest is None or days.latest is None or days.latest - days.earliest > LONGEST:
        return
    codes = {who.side for one in reading.activities for who in one.participants if who.side}
    codes |= {one.country.value for one in reading.people if one.country}
    codes |= {one.country.value for one in reading.organisations if one.country}
    told = ActivityCountry.objects.filter(code__in=codes, activity__current=True).filter(_near("activity__", days))
    yield from told.order_by("-activity").values_list("activity", flat=True)[:MOST_ASKED]


def _near(prefix: str, days: Edtf | None) -> Q:
    """Return the condition that an activity may have been on these days, or has none."""
    if days is None or days.earliest is None or days.latest is None:
        return Q()
    near = {f"{prefix}earliest__lte": days.latest + NEARBY, f"{prefix}latest__gte": days.earliest - NEARBY}
    return Q(**near) | Q(**{f"{prefix}earliest": None})


def _by_article(rows: Iterable[Activity]) -> list[list[Activity]]:
    """Return activities in groups of one article, the most promising first."""
    groups: dict[int, list[Activity]] = {}
    for row in rows:
        groups.setdefault(row.article_id, []).append(row)
    return list(groups.values())[:MOST_WEIGHED]
