"""Values side by side with their sources, and which one is shown."""

import pytest
from tests.coverage.reports import account, person

from giaoluu.coverage.conflicts import conflicts_of, shown_date
from giaoluu.coverage.names import PrintedNames
from giaoluu.model.activities import Status
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


NAMES = PrintedNames()


@pytest.mark.parametrize(
    ("mine", "its", "expected"),
    [
        (("Khamsing Vongsa", "minister"), ("Khamsing Vongsa", "minister"), set()),
        (("Đỗ Khắc Hiếu", "minister"), ("Do Khac Hieu", "minister"), set()),
        (("Khamsing Vongsa", "minister"), ("Khamsinh Vongsa", "minister"), {"name"}),
        (("何兰英", "minister"), ("何蓝英", "minister"), {"name"}),
        (("何兰英", "minister"), ("Hà Lan Anh", "minister"), set()),
        (("Khamsing Vongsa", "minister"), ("Khamsing Vongsa", "deputy_minister"), {"post"}),
        (("Khamsing Vongsa", "minister"), ("Khamsing Vongsa", None), set()),
    ],
)
def test_spellings_and_posts_side_by_side(mine: tuple, its: tuple, expected: set[str]) -> None:
    entity = "e1"  # who is one is not the question here
    accounts = [
        account(reading, [person(name, "LA", post, entity)]) for reading, (name, post) in (("a", mine), ("b", its))
    ]
    found = conflicts_of(accounts, witnesses("a", "b"), NAMES)
    assert {one.property for one in found} == expected
    assert all(one.subject == mine[0] and len(one.values) == 2 for one in found)


def test_counts_of_one_thing_side_by_side() -> None:
    left = account("a", counts=frozenset({("học sinh", "40"), ("trường", "3")}))
    right = account("b", counts=frozenset({("học sinh", "45"), ("trường", "3")}))
    (found,) = conflicts_of([left, right], witnesses("ab"))
    assert (found.property, found.subject, found.shown) == ("count", "học sinh", "40")


class Readings(PrintedNames):
    """Names of which one is known to be the other as Vietnamese reads it."""

    def alike(self, left: str, right: str) -> bool | None:
        return True if {left, right} == {"Đổng Quân", "Dong Jun"} else super().alike(left, right)


@pytest.mark.parametrize(
    ("mine", "its", "expected"),
    [
        (("Đổng Quân", "minister"), ("Dong Jun", "minister"), set()),
        (("Dong Jun", "officer"), ("Dong Jun", "minister"), set()),
        (("Dong Jun", "counterpart"), ("Dong Jun", "minister"), set()),
        (("Dong Jun", "deputy_minister"), ("Dong Jun", "minister"), {"post"}),
    ],
    ids=["as another language reads it", "a rank beside a post", "his counterpart", "another post"],
)
def test_what_is_no_difference_of_people(mine: tuple, its: tuple, expected: set[str]) -> None:
    accounts = [account(side, [person(name, "CN", post, "e1")]) for side, (name, post) in (("a", mine), ("b", its))]
    assert {one.property for one in conflicts_of(accounts, witnesses("a", "b"), Readings())} == expected


@pytest.mark.parametrize(
    ("mine", "its", "is_conflict"),
    [
        (Status.PLANNED, Status.HELD, False),
        (Status.HELD, Status.RECALLED, False),
        (Status.CANCELLED, Status.HELD, True),
        (Status.PLANNED, Status.CANCELLED, True),
    ],
)
def test_what_was_planned_is_held_in_time(mine: Status, its: Status, is_conflict: bool) -> None:
    accounts = [account("a", days="2024-03-05", status=mine), account("b", days="2024-03-05", status=its)]
    found = conflicts_of([*accounts], witnesses("a", "b"))
    assert ["status"] * is_conflict == [one.property for one in found]
