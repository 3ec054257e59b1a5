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


def test_what_nothing_can_match_is_none(home):
    assert remembering.counted(Activity.objects.none()) == 0
    assert remembering.counted(activities(ActivityFilter(text="..."))) == 0


def test_the_timeline_leaves_out_what_was_rejected_a_moment_ago(get):
    assert "2 activities are drawn" in get("/timeline")
    judge(Claim.objects.get(property="kind", value="festival"), "reject", who="An")
    assert "1 activity is drawn" in get("/timeline")
