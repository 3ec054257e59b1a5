"""What pages remember of the whole register: it is told anew when something was taken in or decided."""

import pytest
from tests.register.readings import LINES_VI, vietnamese

from giaoluu.register import activities, ingest, judge
from giaoluu.register.models import Activity, Claim
from giaoluu.register.queries import ActivityFilter
from giaoluu.web import remembering


@pytest.mark.parametrize(("many", "remembered"), [(1, 3), (10_000, 2)])
def test_a_great_number_is_remembered_until_something_is_taken_in(home, monkeypatch, many, remembered):
    monkeypatch.setattr(remembering, "MANY", many)
    assert remembering.counted(activities()) == 3
    Activity.objects.filter(kind="festival").update(current=False)
    assert remembering.counted(activities()) == remembered
    assert ingest([vietnamese("another", lines=(*LINES_VI, (LINES_VI[2][0], "Trời mưa.")))]).new == 1
    assert remembering.counted(activities()) == 4


@pytest.mark.parametrize(("short", "many"), [(2000, 10_000), (2, 10_000), (2, 1)])
def test_lists_are_paged_alike_whether_short_or_great(home, monkeypatch, short, many):
    monkeypatch.setattr(remembering, "SHORT", short)
    monkeypatch.setattr(remembering, "MANY", many)
    numbers = activities().values_list("pk", flat=True)
    every = list(numbers)
    for _ in range(2):  # the second time from memory
        found = remembering.listed(numbers)
        assert (len(found), list(found[1:3]), found[0]) == (3, every[1:3], every[0])


def test_shares_of_a_column_follow_decisions(home, monkeypatch):
    monkeypatch.setattr(remembering, "MANY", 1)
    rows = Activity.objects.filter(current=True)
    assert remembering.shares(rows, "kind") == {"ceremony": 1, "festival": 1, "meeting": 1}
    judge(Claim.objects.filter(property="kind", value="festival").first(), "correct", who="An", value="visit")
    assert remembering.shares(rows, "kind") == {"ceremony": 1, "visit": 1, "meeting": 1}


def test_what_nothing_can_match_is_none(home):
    assert remembering.counted(Activity.objects.none()) == 0
    assert list(remembering.listed(Activity.objects.none())) == []
    assert remembering.counted(activities(ActivityFilter(text="..."))) == 0


def test_the_timeline_leaves_out_what_was_rejected_a_moment_ago(get):
    assert "2 activities are drawn" in get("/timeline")
    judge(Claim.objects.get(property="kind", value="festival"), "reject", who="An")
    assert "1 activity is drawn" in get("/timeline")
