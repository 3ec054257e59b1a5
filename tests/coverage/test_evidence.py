"""When two accounts are one activity, when not, and when a person has to look."""

from dataclasses import replace

import pytest
from tests.coverage.reports import account, person

from giaoluu.coverage.evidence import judge
from giaoluu.coverage.names import PrintedNames
from giaoluu.model.activities import Status
from giaoluu.model.links import Decision, TextRelation, TextTie

NAMES = PrintedNames()
LE, HE = person("Lê Thị Sen", "VN", "ambassador"), person("He Lan", "CN", "minister")
BO = person("Bo Berg", "SE", "minister")
SAME, OTHER, OPEN = Decision.SAME, Decision.DIFFERENT, Decision.REVIEW
COPY = TextTie("a", "b", TextRelation.COPY, 0.9, "copied")


@pytest.mark.parametrize(
    ("left", "right", "expected", "because"),
    [
        ({"days": "2024-03-05"}, {"days": "2024-03-05"}, SAME, "same days"),
        ({"days": "2024-03-05"}, {"days": "2024-03-12"}, OTHER, "days apart"),
        ({"days": "2024-03-05"}, {"days": "2024-03-06"}, OPEN, "a day or two apart"),
        ({"days": "XXXX-03-05"}, {"days": "2024-03-05"}, SAME, "days in common"),
        ({"days": "2024-03"}, {"days": "2024-05"}, OTHER, "days apart"),
        ({}, {}, OPEN, "neither has a date"),
        ({"published": "2024-03-05"}, {"published": "2024-03-06"}, SAME, "printed on"),
        ({"published": "2024-03-07"}, {"days": "2024-03-05"}, SAME, "printed on"),
        ({"published": "2024-03-01"}, {"days": "2024-03-05"}, OTHER, "before 2024-03-05"),
        ({"days": "2024-03-05", "kind": "talks"}, {"days": "2024-03-05"}, SAME, "a talks and a meeting"),
        ({"days": "2024-03-05"}, {"days": "2024-03-05", "single": False}, OTHER, "again and again"),
        ({"days": "2024-03-05", "group": "ceremony", "kind": "signing"}, {"days": "2024-03-05"}, OTHER, "is no"),
        ({"days": "2024-03-05", "editions": frozenset({4})}, {"editions": frozenset({5})}, OTHER, "another edition"),
        (
            {"days": "2024-03-05", "places": frozenset({"VN-HN"})},
            {"days": "2024-03-05", "places": frozenset({"CN-BJ"}), "countries": frozenset()},
            OPEN,
            "other places",
        ),
    ],
)
def test_two_accounts_of_the_same_two(left: dict, right: dict, expected: Decision, because: str) -> None:
    tie = judge(account("a", [LE, HE], **left), account("b", [LE, HE], **right), NAMES)
    assert (tie.decision, because in tie.reason) == (expected, True), tie


def test_another_counterpart_is_another_meeting() -> None:
    tie = judge(account("a", [LE, HE], days="2024-03-05"), account("b", [LE, BO], days="2024-03-05"), NAMES)
    assert (tie.decision, tie.reason) == (OTHER, "another counterpart")


def test_a_meeting_whose_counterpart_is_open_waits_for_a_person() -> None:
    place = frozenset({"VN-HN"})
    left = account("a", [LE, HE], days="2024-03-05", places=place)
    tie = judge(left, account("b", [LE], days="2024-03-05", places=place), NAMES)
    assert (tie.decision, "counterpart is open" in tie.reason) == (OPEN, True)


def test_a_post_stands_for_a_name_that_cannot_be_compared() -> None:
    other = person("何兰", "CN", "minister")
    tie = judge(account("a", [LE, HE], days="2024-03-05"), account("b", [LE, other], days="2024-03-05"), NAMES)
    assert (tie.decision, "hold one post" in tie.reason) == (SAME, True)


def test_a_copy_may_differ_by_a_day() -> None:
    left, right = account("a", [LE, HE], days="2024-03-05"), account("b", [LE, HE], days="2024-03-06")
    assert judge(left, right, NAMES, text=COPY).decision is SAME
    assert judge(left, account("b", [LE, HE], days="2024-03-20"), NAMES, text=COPY).decision is OTHER


def test_an_announcement_and_the_day_itself_are_one() -> None:
    edition = frozenset({12})
    told = {"kind": "forum", "group": "assembly", "editions": edition}
    left = account("a", [LE], days="2025-10", status=Status.ANNOUNCED, **told)
    assert judge(left, account("b", [LE], days="2025-10-18/2025-10-19", **told), NAMES).decision is SAME


def test_the_order_of_the_two_says_nothing() -> None:
    left, right = account("a", [LE, HE], days="2024-03-05"), account("b", [HE, LE], days="2024-03-05")
    assert judge(left, right, NAMES) == judge(right, left, NAMES)


BETWEEN = {"countries": frozenset({"VN", "SE"})}
CAI, WEN = person("Cai Ruomin", "CN"), person("Wen Dapeng", "CN")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([HE, CAI, WEN, LE], [HE, CAI, WEN, person("Đỗ Văn Tám", "VN", "speaker")], OTHER),
        ([HE, CAI, WEN, LE], [HE, CAI, WEN], OPEN),
        ([HE, CAI, LE], [HE, WEN, LE], SAME),
        ([HE, CAI, WEN], [HE, CAI, WEN], SAME),
    ],
    ids=["another host of one evening", "a host left out", "other companions", "a meeting of one country"],
)
def test_companions_are_no_counterpart(left: list, right: list, expected: Decision) -> None:
    told = {"days": "2024-03-05", "places": frozenset({"VN-HN"})}
    assert judge(account("a", left, **told), account("b", right, **told), NAMES).decision is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"days": "2024-03-05/2024-03-08"}, {"days": "2024-03-06"}, SAME),
        (BETWEEN, {"days": None, "published": "2024-03-06", **BETWEEN}, SAME),
        ({"places": frozenset({"SE-stockholm"})}, {"places": frozenset({"SE-lund"})}, SAME),
        ({"days": "2024-03-05"}, {"days": "2024-03-07"}, OTHER),
        ({"days": "2024"}, {"days": "2024"}, OPEN),
        ({"visited": frozenset()}, {}, OPEN),
        ({"visited": frozenset({"SE"})}, {"visited": frozenset({"NO"})}, OPEN),
        ({"visited": frozenset({"VN"})}, {"visited": frozenset({"VN"})}, OPEN),
    ],
    ids=[
        "one of its days",
        "a page without a day, printed after it",
        "two stops",
        "other days",
        "years alone",
        "a visit to a house",
        "two countries of one journey",
        "whom the guest visits is no guest",
    ],
)
def test_nobody_visits_one_country_twice_at_one_time(left: dict, right: dict, expected: Decision) -> None:
    told = {"kind": "visit", "group": "visit", "visited": frozenset({"SE"}), "days": "2024-03-05"}
    tie = judge(account("a", [LE], **{**told, **left}), account("b", [LE], **{**told, **right}), NAMES)
    assert tie.decision is expected, tie


def test_the_days_of_one_edition_are_one_activity() -> None:
    told = {"kind": "festival", "group": "culture", "countries": frozenset({"VN", "CN"})}
    left = account("a", [LE], days="2025-04-16", editions=frozenset({9}), **told)
    right = account("b", [LE], days="2025-04-17", **told)
    assert judge(left, replace(right, editions=frozenset({9})), NAMES).decision is SAME
    assert judge(left, right, NAMES).decision is OTHER
