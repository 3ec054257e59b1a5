"""Values side by side with their sources, and which one is shown."""

import pytest
from tests.coverage.reports import account

from giaoluu.coverage.conflicts import conflicts_of, shown_date
from giaoluu.model.links import Witness


def witnesses(*groups: str) -> tuple[Witness, ...]:
    return tuple(Witness(tuple(group), "") for group in groups)


@pytest.mark.parametrize(
    ("days", "groups", "shown", "is_conflict"),
    [
        (("2024-03-05", "2024-03-05", "2024-03-06"), ("a", "b", "c"), "2024-03-05", True),
        (("2024-03-06", "2024-03-06", "2024-03-05"), ("ab", "c"), "2024-03-05", True),
        (("2024-03", "2024-03-05", "2024-03"), ("a", "b", "c"), "2024-03-05", False),
        ((None, None, "2024"), ("a", "b", "c"), "2024", False),
    ],
    ids=[
        "most sources",
        "copies count once, then what sorts first",
        "a month and its day go together",
        "only one says",
    ],
)
def test_the_shown_day(days: tuple, groups: tuple[str, ...], shown: str, is_conflict: bool) -> None:
    accounts = [account(name, days=day) for name, day in zip("abc", days, strict=True)]
    assert str(shown_date(accounts, witnesses(*groups))) == shown
    found = [one for one in conflicts_of(accounts, witnesses(*groups)) if one.property == "date"]
    assert bool(found) is is_conflict
    if found:
        assert found[0].shown == shown
        assert sorted(key.reading for told in found[0].values for key in told.accounts) == ["a", "b", "c"]


def test_no_account_no_day() -> None:
    assert shown_date([account("a")], witnesses("a")) is None
