"""What was promised over time: told once however many report it, said again later, followed by what took place.

A follow-up is a proposal for a person. Time order is hard: nothing that took place before a promise can fulfil it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import blake2b

from giaoluu.coverage.accounts import accounts_of, told_as_one
from giaoluu.coverage.copies import WORD
from giaoluu.coverage.following import Happening, follow_ups, happening_of
from giaoluu.coverage.statements import ALIKE_FROM, Statement, alike, statements_of
from giaoluu.model.activities import Commitment, Specificity, Strength
from giaoluu.model.links import (
    CommitmentKey,
    FollowUp,
    FollowUpRelation,
    Identities,
    Links,
    Undertaking,
    UndertakingStatus,
)
from giaoluu.model.reading import Reading

SAID_AGAIN_FROM = 0.5
"""From here on a later promise of the same side says an earlier one again."""

JOINS_FROM = 0.35
"""From here on a promise of a translation is one that its original makes."""

LAST_SAID = 8
"""A promise is compared with so many of the latest of its side and theme."""


QUIET = timedelta(730)
"""A promise without a day that nothing was read of for so long has no evidence."""

STANDINGS = (
    UndertakingStatus.DONE,
    UndertakingStatus.DROPPED,
    UndertakingStatus.PARTLY,
    UndertakingStatus.OVERDUE,
    UndertakingStatus.RECURRING,
    UndertakingStatus.SCHEDULED,
    UndertakingStatus.NOT_TRACKABLE,
    UndertakingStatus.SUPERSEDED,
    UndertakingStatus.UNDER_WAY,
    UndertakingStatus.NO_EVIDENCE,
    UndertakingStatus.STATED,
)
"""Where several of them could be said of a promise, the first is."""


@dataclass(slots=True)
class Draft:
    """One undertaking of one activity while it is put together."""

    happening: Happening
    statement: Statement
    commitment: Commitment
    reading: Reading
    told: list[CommitmentKey] = field(default_factory=list)
    repeats: str | None = None
    strength: Strength = Strength.WILLING

    def __post_init__(self) -> None:
        self.told.append(CommitmentKey(self.reading.id, self.commitment.id))
        self.strength = self.commitment.strength

    @property
    def id(self) -> str:
        """The id, which follows from where it was told first."""
        first = min(self.told)
        return f"c-{blake2b(f'{first.reading}#{first.commitment}'.encode(), digest_size=6).hexdigest()}"


def undertakings(
    readings: Iterable[Reading], links: Links, identities: Identities, *, today: date | None = None
) -> tuple[Undertaking, ...]:
    """Return what was undertaken in the readings, in the order of time, with what may have come of it.

    `today` is the day on which something is overdue; without it nothing is.
    """
    by_id = {reading.id: reading for reading in readings}
    accounts = {account.key: account for one in by_id.values() for account in accounts_of(one, identities)}
    happenings = [happening_of(activity, accounts) for activity in links.activities]
    by_kind: dict[str, list[Happening]] = defaultdict(list)
    for one in happenings:
        for kind in one.kinds:
            by_kind[kind].append(one)
    drafts = [draft for one in happenings for draft in _told_in(one, by_id, links, identities)]
    drafts.sort(key=lambda draft: (draft.happening.first or date.max, draft.id))
    _chain(drafts, identities)
    again: dict[str, list[FollowUp]] = defaultdict(list)
    for draft in drafts:
        again[draft.repeats or ""].append(_repeats(draft))
    known = {account: one for one in happenings for account in one.activity.accounts}
    found = []
    for draft in drafts:
        proposals = (*follow_ups(draft.commitment, draft.reading, draft.happening, known, by_kind), *again[draft.id])
        found.append(_undertaking(draft, proposals, today=today))
    return tuple(found)


def _told_in(happening: Happening, by_id: Mapping[str, Reading], links: Links, identities: Identities) -> list[Draft]:
    """Return the undertakings of one activity: told by several accounts they are one, twice in one they are two."""
    drafts: list[Draft] = []
    texts = {(tie.left, tie.right): tie for tie in links.texts}
    for account in happening.activity.accounts:
        reading = by_id[account.reading]
        known = tuple(drafts)
        new = [Draft(happening, *one, reading) for one in _promises(reading, account.activity, identities)]
        pairs = [
            (
                alike(draft.statement, one.statement, identities, one_text=(draft.reading.id, reading.id) in texts)[0],
                draft,
                one,
            )
            for draft in known
            for one in new
        ]
        pairs.sort(key=lambda pair: (-pair[0], pair[1].id, pair[2].id))
        taken: set[str] = set()
        for score, draft, one in pairs:
            is_one_text = (draft.reading.id, reading.id) in texts
            is_free = draft.id not in taken or is_one_text  # a translation may join what the original tells apart
            if one in new and is_free and score >= (JOINS_FROM if is_one_text else ALIKE_FROM):
                new.remove(one)
                taken.add(draft.id)
                draft.told += one.told
                draft.strength = max(draft.strength, one.strength)
        drafts += new
    return drafts


def _promises(reading: Reading, activity: str, identities: Identities) -> Iterator[tuple[Statement, Commitment]]:
    """Yield the promises made in an activity, each as a statement of its own words and themes."""
    together = told_as_one(reading, activity)
    statements = {one.id: one for one in statements_of(reading, together, identities)}
    told = [one for one in reading.commitments if one.quotation in statements and _belongs(reading, one, together)]
    told.sort(key=lambda one: one.action.start)
    counts = Counter(one.quotation for one in told)
    for number, one in enumerate(told):
        said = statements[one.quotation]
        if counts[one.quotation] > 1:
            said = replace(said, is_only=False, themes=frozenset(one.themes), named=frozenset())
        place = number / max(len(told) - 1, 1)
        yield replace(said, words=frozenset(WORD.findall(one.action.exact.casefold())), place=place), one


def _belongs(reading: Reading, commitment: Commitment, together: tuple[str, ...]) -> bool:
    """Say whether a promise was made in some activities; one tied to none was made in the first main one."""
    said_in = next((one.activity for one in reading.quotations if one.id == commitment.quotation), None)
    first = next((one.id for one in reading.activities if one.main), None)
    return (said_in or first) in together


def _chain(drafts: list[Draft], identities: Identities) -> None:
    """Mark each draft that says an earlier one again; drafts come in the order of time."""
    latest: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        keys = [
            (side, theme)
            for side in sides_bound(draft.commitment, draft.statement)
            for theme in sorted(draft.statement.themes)
        ]
        earlier = {id(one): one for key in keys for one in latest[key][-LAST_SAID:]}
        scored = [(_said_again(one, draft, identities), one) for one in earlier.values()]
        best = max(scored, key=lambda one: (one[0], one[1].id), default=None)
        if best and best[0] >= SAID_AGAIN_FROM:
            draft.repeats = best[1].id
        for key in keys:
            latest[key].append(draft)


def _said_again(earlier: Draft, later: Draft, identities: Identities) -> float:
    """Return how surely a later promise says an earlier one again: its themes and frameworks, or its very words."""
    before, after = earlier.happening, later.happening
    if (
        before.activity.id == after.activity.id
        or before.last is None
        or after.first is None
        or before.last >= after.first
    ):
        return 0.0
    mine, its = earlier.statement, later.statement
    if (
        mine.named
        and its.named
        and not mine.named & its.named
        and later.commitment.specificity >= Specificity.DELIVERABLE
    ):
        return 0.0
    themes = len(mine.themes & its.themes) / (len(mine.themes | its.themes) or 1)
    words = len(mine.words & its.words) / (len(mine.words | its.words) or 1)
    return max(themes if len(mine.themes & its.themes) >= 2 else 0.0, words)


def sides_bound(commitment: Commitment, statement: Statement) -> tuple[str, ...]:
    """Return whose promise it is: the countries bound by it."""
    if commitment.sides:
        return tuple(sorted(commitment.sides))
    speaker = statement.speaker
    return (speaker.country,) if speaker and speaker.country else ("",)


def _repeats(draft: Draft) -> FollowUp:
    """Return the proposal that an activity is where an earlier promise was said again."""
    day = draft.happening.activity.date or "later"
    return FollowUp(FollowUpRelation.REPEATS, draft.happening.activity.id, f"said again, {day}", SAID_AGAIN_FROM)


def _undertaking(draft: Draft, proposals: tuple[FollowUp, ...], *, today: date | None) -> Undertaking:
    status, reason = _status(draft, proposals, today=today)
    made = Undertaking(draft.id, draft.happening.activity.id, tuple(sorted(draft.told)), draft.strength, status)
    return replace(made, repeats=draft.repeats, follow_ups=proposals, reason=reason)


def _status(draft: Draft, proposals: tuple[FollowUp, ...], *, today: date | None) -> tuple[UndertakingStatus, str]:
    """Return where an undertaking stands, and why; what follow-ups say is a proposal as they are."""
    commitment = draft.commitment
    relations = {one.relation: one for one in reversed(proposals)}
    for relation, status in (
        (FollowUpRelation.FULFILS, UndertakingStatus.DONE),
        (FollowUpRelation.CANCELS, UndertakingStatus.DROPPED),
        (FollowUpRelation.PARTLY, UndertakingStatus.PARTLY),
        (FollowUpRelation.CONTRADICTS, UndertakingStatus.PARTLY),
    ):
        if relation in relations:
            return status, relations[relation].reason
    due = commitment.due.value.latest if commitment.due else None
    if due and today and due < today:
        return UndertakingStatus.OVERDUE, f"due {commitment.due.value if commitment.due else due}, nothing read of it"
    if commitment.recurring:
        return UndertakingStatus.RECURRING, "promised for every time"
    if FollowUpRelation.SCHEDULES in relations:
        return UndertakingStatus.SCHEDULED, relations[FollowUpRelation.SCHEDULES].reason
    if commitment.specificity is Specificity.VAGUE:
        return UndertakingStatus.NOT_TRACKABLE, "too vague to be checked"
    if FollowUpRelation.REPEATS in relations:
        return UndertakingStatus.SUPERSEDED, relations[FollowUpRelation.REPEATS].reason
    if commitment.continuing:
        return UndertakingStatus.UNDER_WAY, "the promise is to go on"
    said = draft.happening.last
    if today and said and today - said > QUIET:
        return UndertakingStatus.NO_EVIDENCE, f"stated by {said}, and nothing read of it in {QUIET.days // 365} years"
    return UndertakingStatus.STATED, "stated, nothing read of it yet"
