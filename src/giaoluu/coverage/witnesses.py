"""How many independent sources an activity has: copies, translations and reports of one source do not add one."""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from giaoluu.coverage.sources import Origin, source_tie
from giaoluu.model.links import AccountKey, TextTie, Witness

ALONE = "a report of its own"
MOST_COMPARED = 64
"""Reports of one activity beyond so many are compared with the first ones only."""


def witnesses_of(
    accounts: Iterable[AccountKey],
    origins: Mapping[str, Origin],
    text_tie: Callable[[str, str], TextTie | None],
) -> tuple[Witness, ...]:
    """Return the independent sources of an activity, each with the articles that go back to it and why."""
    readings = sorted({account.reading for account in accounts})
    group = {reading: {reading} for reading in readings}
    reasons: dict[str, list[str]] = {reading: [] for reading in readings}
    for left, right in combinations(readings, 2):
        if readings.index(left) >= MOST_COMPARED:
            break
        tie = text_tie(left, right) or source_tie(origins[left], origins[right])
        if tie:
            together = group[left] | group[right]
            why = [*reasons[left], *reasons[right], tie.reason] if group[left] is not group[right] else reasons[left]
            for reading in together:
                group[reading], reasons[reading] = together, why
    found = {tuple(sorted(group[reading])): reasons[reading] for reading in readings}
    return tuple(Witness(names, "; ".join(dict.fromkeys(why)) or ALONE) for names, why in sorted(found.items()))
