"""Whether two accounts tell one activity: a list of small questions, each answered with points and a sentence.

What must not be (another edition, another counterpart, days too far apart) decides alone; the rest adds up. Points say
how seldom an agreement comes by chance: docs/reference/coverage.md has the table and the reasons.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.bars import DOUBTS, REFUSALS, needs_counterpart, other_counterpart
from giaoluu.coverage.pairs import FRESH, Pair, is_few_days, overlap
from giaoluu.coverage.parties import Likeness, Party, body_likeness, pairs_of
from giaoluu.langs.places import holders
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import Decision, Identities, TextRelation, TextTie, Tie

SAME_FROM = 8.5
"""From so many points on two accounts are one activity."""

REVIEW_FROM = 6.0
"""From so many points on a person should look."""

TEXT_POINTS = {TextRelation.COPY: 6.0, TextRelation.TRANSLATION: 5.0, TextRelation.SAME_SOURCE: 1.0}


ONE_A_DAY = frozenset({"forum", "congress", "festival", "exhibition", "performance", "commemoration"})
"""Kinds of which hardly anybody takes part in two on one day; gifts, awards and messages go to many."""


class Point(NamedTuple):
    """What one question adds, and the sentence for it."""

    points: float
    reason: str


def judge(
    left: Account,
    right: Account,
    identities: Identities,
    *,
    text: TextTie | None = None,
    beside: Tie | None = None,
) -> Tie:
    """Return whether two accounts tell one activity, with every reason.

    `text` says that one text depends on the other, `beside` that the two reports tell another activity together.
    """
    if right.key < left.key:
        left, right = right, left
    pair = Pair(left, right, [], text, beside)
    refused = next((reason for refuse in REFUSALS if (reason := refuse(pair))), None)
    if refused is None:  # only now names are compared, which takes the time
        fewest = 2 if needs_counterpart(pair) else 0
        pair = pair._replace(shared=pairs_of(left.people, right.people, identities, fewest=fewest))
        refused = other_counterpart(pair)
    if refused:
        return Tie(left.key, right.key, Decision.DIFFERENT, 0.0, (refused,))
    named, bodies = _only_named(left, right, identities), _shared_bodies(left, right, identities)
    pair = pair._replace(named=tuple(named), bodies=tuple(bodies))
    points = [point for question in QUESTIONS for point in question(pair)]
    score = sum(point.points for point in points)
    reasons = tuple(point.reason for point in points)
    doubt = next((reason for ask in DOUBTS if (reason := ask(pair))), None)
    if score >= SAME_FROM and not doubt:
        return Tie(left.key, right.key, Decision.SAME, score, reasons)
    decision = Decision.REVIEW if score >= REVIEW_FROM else Decision.DIFFERENT
    return Tie(left.key, right.key, decision, score, (*reasons, doubt) if doubt else reasons)


def _kind(pair: Pair) -> Iterator[Point]:
    if shared := pair.left.kinds & pair.right.kinds:
        yield Point(2.0, f"both a {min(shared)}")
    else:
        yield Point(1.0, f"a {pair.left.kind} and a {pair.right.kind}")


def _same_days(pair: Pair) -> Iterator[Point]:
    left, right = pair.left.days, pair.right.days
    if left is None or right is None:
        return
    if not overlap(left, right) and pair.left.editions & pair.right.editions:
        yield Point(0.0, f"other days of one edition: {left} and {right}")
    elif not overlap(left, right):
        yield Point(-2.0, f"a day or two apart: {left} and {right}")
    elif is_few_days(left) and is_few_days(right):
        begins_and_ends = left == right and left.earliest != left.latest
        yield Point(4.0 if begins_and_ends else 3.0, _days_told(left, right))
    elif left.contains(right) or right.contains(left):
        yield Point(1.0, f"days that go together: {left} and {right}")


def _days_told(left: Edtf, right: Edtf) -> str:
    return f"same days: {left}" if left == right else f"days in common: {left} and {right}"


def _fresh(pair: Pair) -> Iterator[Point]:
    """Weigh the days of print where an account has no day of its own."""
    if pair.print_days is not None:
        printed, other, gap = pair.print_days
        is_near = gap <= FRESH
        yield Point(1.5 if is_near else -2.0, f"printed on {printed}, {'near' if is_near else 'long from'} {other}")


def _people(pair: Pair) -> Iterator[Point]:
    sure = [one for one in pair.shared if one[2] >= Likeness.NAME]
    for number, (mine, its, _) in enumerate(sure[:4]):
        yield Point(3.0 if number < 2 else 1.0, _as_one(mine, its))
    for mine, its, like in pair.shared:
        if like is Likeness.PERHAPS:
            yield Point(2.0, f"{mine.names[0]} and {its.names[0]} hold one post")
    if sure and pair.left.kinds & pair.right.kinds & ONE_A_DAY:
        yield Point(0.5, "seldom two of that kind on one day")
    fewest = min(len(pair.left.people), len(pair.right.people))
    if fewest >= 2 and pair.likely * 2 < fewest:
        yield Point(-3.0, "hardly anybody in common")


def _only_named(left: Account, right: Account, identities: Identities) -> Iterator[tuple[Party, Party]]:
    """Yield who is named on both pages, but does not take part in both accounts."""
    for mine, its in ((left.people, right.named), (right.people, left.named), (left.named, right.named)):
        if mine and its:
            yield from ((one, other) for one, other, like in pairs_of(mine, its, identities) if like >= Likeness.NAME)


def _named(pair: Pair) -> Iterator[Point]:
    for mine, its in pair.named[:2]:
        yield Point(1.5, f"{_as_one(mine, its)}, named in both")


def _as_one(mine: Party, its: Party) -> str:
    """Return how two printed names stand for one person."""
    left, right = mine.names[0], its.names[0]
    return left if left == right else f"{left} = {right}"


def _shared_bodies(left: Account, right: Account, identities: Identities) -> Iterator[tuple[Party, Party, Likeness]]:
    """Yield the bodies of one account with those of the other that they may be, each once."""
    others = list(right.bodies)
    for mine in left.bodies:
        likes = [(body_likeness(mine, its, identities), -place, its) for place, its in enumerate(others)]
        like, _, its = max(likes, key=lambda one: one[:2], default=(Likeness.NONE, 0, mine))
        if like:
            others.remove(its)
            yield mine, its, like


def _bodies(pair: Pair) -> Iterator[Point]:
    for mine, its, like in pair.bodies[:2]:
        yield Point(1.5 if like is Likeness.ENTITY else 0.75, f"{mine.names[0]} = {its.names[0]}")


def _place(pair: Pair) -> Iterator[Point]:
    left, right = pair.left, pair.right
    if shared := left.places & right.places:
        yield Point(1.5, f"same place: {min(shared)}")
    elif left.places and right.places and not pair.is_one_visit and not _one_holds(left.places, right.places):
        yield Point(-3.0, f"other places: {min(left.places)} and {min(right.places)}")


def _one_holds(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether a province on one side may hold the city on the other: no table says that it lies elsewhere."""
    held = [_within(places) for places in (left, right)]
    if held[0] & right or held[1] & left:
        return True
    codes = [key.partition("-")[2] for places in (left, right) for key in places]
    is_one_country = {key[:2] for key in left} == {key[:2] for key in right}
    return is_one_country and len({code.isupper() or code.isdigit() for code in codes}) > 1 and not (held[0] | held[1])


def _within(places: frozenset[str]) -> frozenset[str]:
    """Return what places lie in, as far as tables say so."""
    return frozenset(holders()[key] for key in places if key in holders())


def _visit(pair: Pair) -> Iterator[Point]:
    if pair.is_one_visit:
        yield Point(1.5, "nobody visits one country twice at one time")


def _countries(pair: Pair) -> Iterator[Point]:
    left, right = pair.left.countries, pair.right.countries
    if len(left & right) >= 2:
        yield Point(1.0, f"between {' and '.join(sorted(left & right))}")
    elif left - right and right - left and len(left | right) > 2:  # two may each be told by one report alone
        yield Point(-1.5, f"{min(left - right)} here, {min(right - left)} there")


def _series(pair: Pair) -> Iterator[Point]:
    if shared := pair.left.editions & pair.right.editions:
        is_told_of_one = (
            pair.known or pair.named or len(pair.bodies) > 1 or len(pair.left.countries & pair.right.countries) > 1
        )
        yield Point(4.0 if is_told_of_one else 3.0, f"edition {min(shared)}")
    if shared := pair.left.ordinals & pair.right.ordinals:
        yield Point(2.0, f"anniversary {min(shared)}")


def _numbers(pair: Pair) -> Iterator[Point]:
    shared = sorted(pair.left.numbers & pair.right.numbers, key=lambda number: (-len(number), number))
    if shared:
        yield Point(min(0.5 * len(shared), 1.5), f"same numbers: {', '.join(shared[:3])}")


def _texts(pair: Pair) -> Iterator[Point]:
    if pair.text:
        yield Point(TEXT_POINTS[pair.text.relation], pair.text.reason)


def _beside(pair: Pair) -> Iterator[Point]:
    if pair.beside:
        yield Point(2.0, "both reports tell another activity together")


QUESTIONS: tuple[Callable[[Pair], Iterator[Point]], ...] = (
    _kind,
    _same_days,
    _fresh,
    _people,
    _named,
    _bodies,
    _place,
    _visit,
    _countries,
    _series,
    _numbers,
    _texts,
    _beside,
)
